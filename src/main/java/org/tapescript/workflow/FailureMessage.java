package org.tapescript.workflow;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.concurrent.CancellationException;
import org.tapescript.acoustic.MalformedModelException;
import org.tapescript.align.lexicon.MalformedLexiconException;
import org.tapescript.audio.decode.RecordingFault;
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

/** Says what went wrong in one sentence for the user: what was being done, to which file, what to try. */
public final class FailureMessage {
    private FailureMessage() {}

    /** The sentence; for what should not have happened, one that asks for a report. */
    public static String of(Throwable e) {
        if (e instanceof UnreadableRecordingException r) {
            boolean plain = r.fault() == RecordingFault.NO_TRACK || r.fault() == RecordingFault.DOCUMENT;
            String advice = plain ? "" : "; give an audio or video file that plays elsewhere";
            return "Reading the recording " + r.file() + ": " + r.getMessage() + advice;
        }
        if (e instanceof UnreadableTranscriptException t) {
            return "Reading the transcript " + t.file() + ": " + t.getMessage();
        }
        if (e instanceof MalformedProjectException p) {
            return "Opening the project " + p.file() + ": " + p.getMessage();
        }
        if (e instanceof MalformedBundleException b) {
            return "Opening the bundle " + b.file() + ": " + b.getMessage();
        }
        if (e instanceof ProjectInUseException) {
            return "Opening the project: " + e.getMessage();
        }
        if (e instanceof ProjectChangedException c) {
            return "Saving the project: " + c.project()
                    + " was changed by another program meanwhile, and stays as that left it; run again";
        }
        if (e instanceof UnwritableException
                || e instanceof TextDoesNotMatchException
                || e instanceof MissingRecordingException
                || e instanceof RefusedEditException) {
            return e.getMessage();
        }
        if (e instanceof MissingLanguageException) {
            return "Choosing the language: " + e.getMessage();
        }
        if (e instanceof MalformedModelException) {
            return "Loading the language model: " + e.getMessage()
                    + "; put it there again from where it came, or install Tapescript anew";
        }
        if (e instanceof UnreadableLexiconException l) {
            return "Reading the pronunciations " + l.file() + ": " + l.getMessage();
        }
        if (e instanceof MalformedLexiconException || e instanceof UnknownPhoneException) {
            return "Reading the lexicon: " + e.getMessage();
        }
        if (e instanceof CancellationException) {
            return "Cancelled; nothing was written";
        }
        if (e instanceof OutOfMemoryError) {
            return "Out of memory: what was given is too much for the "
                    + (Runtime.getRuntime().maxMemory() >> 20) + " MB that the program takes; cut it into parts";
        }
        if (e instanceof StackOverflowError) {
            return "What was given is nested too deeply to be read; if it is a transcript, save it as plain text";
        }
        if (e instanceof FileSystemException f) {
            return "Writing " + f.getFile() + ": " + reason(f);
        }
        if (e instanceof IOException) {
            return "Reading or writing failed: " + full(e.getMessage());
        }
        return "An error in Tapescript itself (" + e + "); run again with --debug and report what it prints";
    }

    private static String reason(FileSystemException f) {
        if (f instanceof AccessDeniedException) {
            return "you may not write there";
        }
        if (f instanceof NoSuchFileException) {
            return "there is no such folder; make it first";
        }
        if (f instanceof FileAlreadyExistsException) {
            return "something of that name is there already";
        }
        return full(f.getReason());
    }

    private static String full(String reason) {
        String text = String.valueOf(reason);
        return text.contains("No space left") ? "the disk is full; make room and run again" : text;
    }
}
