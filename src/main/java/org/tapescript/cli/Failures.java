package org.tapescript.cli;

import org.tapescript.workflow.FailureMessage;

/** Tells the user what went wrong, in one line. */
final class Failures {
    private Failures() {}

    static int report(Throwable e, Console console, boolean debug) {
        if (debug) {
            e.printStackTrace(console.err());
        }
        String message = e instanceof CommandFailedException ? e.getMessage() : FailureMessage.of(e);
        console.err().println("tapescript: " + message.replaceAll("\\s*\\R\\s*", " "));
        console.err().flush();
        return 1;
    }
}
