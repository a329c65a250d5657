package org.tapescript.workflow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.tapescript.audio.Fingerprint;
import org.tapescript.domain.Recording;

/**
 * Locates a project's recordings: where they were, or beside the project. Only a quick check tells that they are the same;
 * {@link DecodeRecordings} reads them whole.
 */
public final class FindRecordings {
    private FindRecordings() {}

    /**
     * @param project the project's file
     * @param given recordings that the user named anew, tried first; may be empty
     * @throws MissingRecordingException if one is not there or has changed
     */
    public static List<Path> run(Path project, List<Recording> recordings, List<Path> given) throws IOException {
        for (Path named : given) {
            if (!Files.isRegularFile(named)) {
                throw new MissingRecordingException(
                        MissingRecordingException.Reason.GIVEN_GONE,
                        named,
                        "Opening " + project + ": there is no recording " + named);
            }
            if (!isOfAny(named, recordings)) {
                throw new MissingRecordingException(
                        MissingRecordingException.Reason.GIVEN_OTHER,
                        named,
                        "Opening " + project + ": " + named
                                + " is another recording than the one that was synced; sync that one anew, as a project of its own");
            }
        }
        List<Path> result = new ArrayList<>();
        for (Recording recording : recordings) {
            result.add(find(project, recording, recordings, given));
        }
        return result;
    }

    private static Path find(Path project, Recording recording, List<Recording> recordings, List<Path> given)
            throws IOException {
        Path was = Path.of(recording.path());
        List<Path> places = new ArrayList<>(given);
        if (!was.isAbsolute()) {
            places.add(project.toAbsolutePath().resolveSibling(was));
        }
        places.add(was);
        places.add(project.toAbsolutePath().resolveSibling(was.getFileName()));
        boolean changed = false;
        for (Path place : places) {
            if (Files.isRegularFile(place)) {
                if (Fingerprint.mayMatch(place, recording.fingerprint())) {
                    return place;
                }
                changed |= !given.contains(place);
            }
        }
        throw new MissingRecordingException(
                changed ? MissingRecordingException.Reason.CHANGED : MissingRecordingException.Reason.GONE,
                was,
                "Opening " + project + ": its recording " + was
                        + (changed
                                ? " is there, but is not the file that was synced; sync it anew"
                                : " is not there any more; say where it is with --tape"));
    }

    private static boolean isOfAny(Path file, List<Recording> recordings) throws IOException {
        for (Recording recording : recordings) {
            if (Fingerprint.mayMatch(file, recording.fingerprint())) {
                return true;
            }
        }
        return false;
    }
}
