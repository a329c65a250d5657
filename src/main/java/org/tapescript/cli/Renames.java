package org.tapescript.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tapescript.domain.SpeakerNames;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.edit.RefusedEditException;
import org.tapescript.edit.RenameSpeaker;

/**
 * Other names for speakers of a project, all given at once, so that two may take each other's.
 *
 * @param names the new name by the old one, both as the project is to write them
 */
record Renames(Map<String, String> names) {
    /** Ends the name of who is about to get another: no name that somebody writes. */
    private static final String GIVEN_UP = "\uFFFF";

    /**
     * @param asked the new name by the old one, as they were typed
     * @param merge whether a name may be another speaker's
     * @throws CommandFailedException if nobody has an old name, or somebody else a new one
     */
    static Renames of(SyncedTranscript transcript, Map<String, String> asked, boolean merge, Path project)
            throws CommandFailedException {
        Map<String, String> names = new LinkedHashMap<>();
        List<String> others = new ArrayList<>(SpeakerNames.of(transcript));
        for (String typed : asked.keySet()) {
            String from = SpeakerNames.meant(others, typed)
                    .orElseThrow(() -> failure(
                            typed,
                            project,
                            "there is no speaker of that name; 'tapescript report' lists the speakers"));
            names.put(from, asked.get(typed));
            others.remove(from);
        }
        for (Map.Entry<String, String> rename : names.entrySet()) {
            Optional<String> other = SpeakerNames.meant(others, rename.getValue());
            if (!merge && other.isPresent()) {
                throw failure(
                        rename.getKey(),
                        project,
                        "'" + other.get() + "' is the name of another speaker; '--fix LINE=" + other.get()
                                + "' says that they speak at a line, and names its voice wherever it is heard; '--rename' with '--merge' makes "
                                + "one speaker of both");
            }
            rename.setValue(other.orElseGet(() -> SpeakerNames.tidy(rename.getValue())));
            others.add(rename.getValue());
        }
        return new Renames(names);
    }

    private static CommandFailedException failure(String from, Path project, String reason) {
        return new CommandFailedException("Renaming '" + from + "' in " + project + ": " + reason);
    }

    SyncedTranscript apply(SyncedTranscript transcript) throws RefusedEditException {
        SyncedTranscript result = transcript;
        for (String from : names.keySet()) {
            result = new RenameSpeaker(from, from + GIVEN_UP).apply(result);
        }
        for (Map.Entry<String, String> rename : names.entrySet()) {
            result = new RenameSpeaker(rename.getKey() + GIVEN_UP, rename.getValue()).apply(result);
        }
        return result;
    }
}
