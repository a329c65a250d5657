package org.tapescript.workflow;

import java.io.IOException;
import java.nio.file.Path;

/** A project's recording is not where it was, or is not the same any more. */
public final class MissingRecordingException extends IOException {
    /** What is wrong with it. */
    public enum Reason {
        /** There is no file of that name. */
        GONE,
        /** A file of that name is there, but is not the one that was synced. */
        CHANGED,
        /** What the user gave instead is no file. */
        GIVEN_GONE,
        /** What the user gave instead is another recording. */
        GIVEN_OTHER
    }

    private final Reason reason;
    private final transient Path recording;

    /** @param recording the file that is spoken of */
    public MissingRecordingException(Reason reason, Path recording, String message) {
        super(message);
        this.reason = reason;
        this.recording = recording;
    }

    /** A recording that begins and ends as the one that was synced, but is another. */
    static MissingRecordingException changed(Path recording) {
        return new MissingRecordingException(
                Reason.CHANGED,
                recording,
                "Reading " + recording
                        + ": it is not the recording that was synced, though it begins and ends alike; sync it anew");
    }

    public Reason reason() {
        return reason;
    }

    public Path recording() {
        return recording;
    }
}
