package org.tapescript.ui.common;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import org.tapescript.acoustic.MalformedModelException;
import org.tapescript.align.lexicon.MalformedLexiconException;
import org.tapescript.audio.decode.UnreadableRecordingException;
import org.tapescript.edit.RefusedEditException;
import org.tapescript.format.UnreadableTranscriptException;
import org.tapescript.format.UnwritableException;
import org.tapescript.language.MissingLanguageException;
import org.tapescript.language.UnknownPhoneException;
import org.tapescript.project.MalformedProjectException;
import org.tapescript.project.ProjectChangedException;
import org.tapescript.project.ProjectInUseException;
import org.tapescript.project.bundle.MalformedBundleException;
import org.tapescript.workflow.FailureMessage;
import org.tapescript.workflow.MissingRecordingException;
import org.tapescript.workflow.TextDoesNotMatchException;
import org.tapescript.workflow.UnreadableLexiconException;

/** Says what went wrong in one sentence, in the window's language as far as it is known there what it was. */
public final class Failures {
    private Failures() {}

    public static String message(Throwable e) {
        if (e instanceof ProjectInUseException used) {
            return Messages.get("error.inUse", used.project());
        }
        if (e instanceof ProjectChangedException changed) {
            return Messages.get("error.changed", changed.project());
        }
        if (e instanceof MissingRecordingException missing) {
            return Messages.get(
                    "error.recording." + missing.reason().name().toLowerCase(Locale.ROOT), missing.recording());
        }
        if (e instanceof RefusedEditException refused) {
            return reason(refused);
        }
        if (e instanceof UnreadableRecordingException unreadable) {
            return Messages.get(
                    "error.unreadableRecording",
                    unreadable.file(),
                    Messages.get("recording." + unreadable.fault(), unreadable.arguments()));
        }
        if (e instanceof UnreadableTranscriptException unreadable) {
            return Messages.get(
                    "error.unreadableTranscript",
                    unreadable.file(),
                    Messages.get("transcript." + unreadable.fault(), unreadable.arguments()));
        }
        if (e instanceof UnwritableException unwritable) {
            return Messages.get(
                    "error.unwritable", unwritable.format(), Messages.get("unwritable." + unwritable.fault()));
        }
        if (e instanceof MalformedProjectException malformed) {
            return Messages.get(
                    "error.malformedProject",
                    malformed.file(),
                    Messages.get("project." + malformed.fault(), malformed.arguments()));
        }
        if (e instanceof MalformedBundleException malformed) {
            return Messages.get(
                    "error.malformedBundle",
                    malformed.file(),
                    Messages.get("bundle." + malformed.fault(), malformed.arguments()));
        }
        if (e instanceof TextDoesNotMatchException other) {
            return Messages.get("mismatch." + other.mismatch(), other.arguments());
        }
        if (e instanceof MalformedModelException model) {
            return Messages.get("error.model", model.file(), Messages.get("model." + model.fault()));
        }
        if (e instanceof MissingLanguageException) {
            return Messages.get("error.language", e.getMessage());
        }
        if (e instanceof UnknownPhoneException unknown) {
            return Messages.get("error.phone", unknown.phone(), unknown.word(), unknown.language());
        }
        if (e instanceof MalformedLexiconException lexicon) {
            return Messages.get("error.lexiconLine", lexicon.file(), lexicon.line());
        }
        if (e instanceof UnreadableLexiconException lexicon) {
            return Messages.get("error.lexicon", lexicon.file());
        }
        if (e instanceof CancellationException) {
            return Messages.get("import.cancelled");
        }
        if (e instanceof FileSystemException file) {
            return Messages.get("error.writing", file.getFile(), reason(file));
        }
        return e instanceof IOException ? Messages.get("error.io", full(e.getMessage())) : FailureMessage.of(e);
    }

    /** Why an edit cannot be done. */
    public static String reason(RefusedEditException e) {
        return Messages.get("refused." + e.refusal(), e.arguments().toArray());
    }

    private static String reason(FileSystemException e) {
        if (e instanceof AccessDeniedException) {
            return Messages.get("error.denied");
        }
        if (e instanceof NoSuchFileException) {
            return Messages.get("error.noFolder");
        }
        if (e instanceof FileAlreadyExistsException) {
            return Messages.get("error.exists");
        }
        return full(e.getReason());
    }

    private static String full(String reason) {
        return String.valueOf(reason).contains("No space left") ? Messages.get("error.full") : String.valueOf(reason);
    }
}
