package org.tapescript.cli;

/** A command cannot do what it was asked; the message is complete as it is shown. */
final class CommandFailedException extends Exception {
    CommandFailedException(String message) {
        super(message);
    }
}
