package org.tapescript.project;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.support.Editing;
import org.tapescript.support.RandomEdits;

/**
 * An editing run in a process of its own, to be killed: does random edits, now and then undoes one or saves, and says on standard
 * output after each step which it was.
 */
final class KilledEditor {
    private KilledEditor() {}

    /** Tells states apart, alike in every process. */
    static int digest(SyncedTranscript transcript) throws IOException {
        return ProjectFile.of(transcript).json().hashCode();
    }

    public static void main(String[] args) throws Exception {
        Path project = Path.of(args[0]);
        Random random = new Random(Long.parseLong(args[1]));
        try (Editing editing = new Editing(project)) {
            RandomEdits edits = new RandomEdits(random);
            for (int step = 0; ; step++) {
                editing.random(random, edits);
                System.out.println(step + ".");
                System.out.flush();
            }
        }
    }
}
