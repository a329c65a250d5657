package org.tapescript.acoustic;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** A model's files are missing, damaged or of a kind that cannot be used. */
public final class MalformedModelException extends IOException {
    /** What is the matter with a file; {@link #UNFIT} if it can be read, and is not what belongs there. */
    public enum Fault {
        MISSING("is missing"),
        DENIED("is there, but you may not read it"),
        FOLDER("is a folder where a file belongs"),
        UNREADABLE("cannot be read"),
        DAMAGED("is damaged"),
        UNFIT("is of no use");

        private final String says;

        Fault(String says) {
            this.says = says;
        }
    }

    private final String file;
    private final Fault fault;

    /** Of a file that can be read, and is not what belongs there. */
    public MalformedModelException(String file, String message) {
        this(file, Fault.UNFIT, message, null);
    }

    public MalformedModelException(String file, String message, Throwable cause) {
        this(file, Fault.UNFIT, message, cause);
    }

    private MalformedModelException(String file, Fault fault, String message, Throwable cause) {
        super(file + (fault == Fault.UNFIT ? ": " : " ") + message, cause);
        this.file = file;
        this.fault = fault;
    }

    /** What kept a file from being opened or understood. */
    public static MalformedModelException of(String file, Exception cause) {
        if (cause instanceof MalformedModelException known) {
            return known;
        }
        Fault fault = fault(cause instanceof UncheckedIOException unchecked ? unchecked.getCause() : cause);
        return new MalformedModelException(file, fault, fault.says, cause);
    }

    private static Fault fault(Exception cause) {
        String message = String.valueOf(cause.getMessage());
        if (message.contains("directory") && !message.contains("No such")) {
            return Fault.FOLDER;
        }
        if (cause instanceof AccessDeniedException || message.contains("Permission denied")) {
            return Fault.DENIED;
        }
        if (cause instanceof NoSuchFileException || cause instanceof FileNotFoundException) {
            return Fault.MISSING;
        }
        // What the system says of a disk or a network, as against what is found in the file.
        boolean system =
                cause instanceof FileSystemException || cause.getClass().equals(IOException.class);
        return system ? Fault.UNREADABLE : Fault.DAMAGED;
    }

    /** The file at fault. */
    public String file() {
        return file;
    }

    public Fault fault() {
        return fault;
    }
}
