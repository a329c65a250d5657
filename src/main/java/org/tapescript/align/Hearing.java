package org.tapescript.align;

import java.util.Optional;
import org.tapescript.acoustic.AcousticModel;
import org.tapescript.acoustic.Features;
import org.tapescript.acoustic.GaussianSelection;
import org.tapescript.acoustic.SenoneScorer;
import org.tapescript.storage.ScratchBlocks;

/**
 * A tape and what it is heard with: handed from stage to stage, so that what was chosen of the model's Gaussians is chosen once.
 *
 * @param model that chosen from, or one adapted from it
 * @param fading which frames hold an echo only, see {@link Fading}
 * @param noisy whether noise is so loud that no frame may be left out
 */
record Hearing(AcousticModel model, GaussianSelection selection, boolean[] fading, boolean noisy) {
    /** Nothing is chosen yet. @param file takes what is chosen, so that it need not stay in memory */
    static Hearing of(
            AcousticModel model, Features features, boolean[] fading, boolean noisy, Optional<ScratchBlocks> file) {
        return new Hearing(model, new GaussianSelection(model, features, file), fading, noisy);
    }

    /** The same tape for another model, for which nothing is chosen yet. */
    Hearing anew(AcousticModel other) {
        return new Hearing(other, selection.anew(other), fading, noisy);
    }

    /** The same choice for a model adapted further. */
    Hearing with(AcousticModel adapted) {
        return new Hearing(adapted, selection, fading, noisy);
    }

    Features features() {
        return selection.features();
    }

    /** A scorer for one thread's work that asks for most phones in each frame. */
    SenoneScorer scorer() {
        return selection.scorer(model);
    }

    /** A scorer for one thread's work that asks for a few phones at a time. */
    SenoneScorer fewScorer() {
        return selection.scorer(model, SenoneScorer.FEW);
    }
}
