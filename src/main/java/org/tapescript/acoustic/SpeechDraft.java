package org.tapescript.acoustic;

import java.util.List;
import org.tapescript.job.CancellationToken;

/** Writes down what may be said in a stretch of sound of which there is no text. For one thread at a time. */
@FunctionalInterface
public interface SpeechDraft {
    /**
     * @param sound at the rate of the model, with a few seconds before and after the stretch, by which the voice's level is known
     * @param start of the stretch in the sound, in seconds
     * @param end of it
     * @return the words that are most probable together, in lower case; none if nothing is heard
     */
    List<String> run(SampleSource sound, double start, double end, CancellationToken cancel);
}
