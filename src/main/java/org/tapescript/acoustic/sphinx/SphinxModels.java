package org.tapescript.acoustic.sphinx;

import java.io.IOException;
import org.tapescript.acoustic.AcousticModel;
import org.tapescript.acoustic.MalformedModelException;
import org.tapescript.acoustic.ModelFiles;
import org.tapescript.acoustic.SpeechModel;

/** Reads acoustic models made for CMU Sphinx: continuous, semi-continuous and phonetically tied. */
public final class SphinxModels {
    private SphinxModels() {}

    /**
     * @throws MalformedModelException if a file is missing or damaged, or the features do not fit the model
     * @throws IOException if reading fails
     */
    public static SpeechModel read(ModelFiles files) throws IOException {
        try {
            FeatureParameters parameters = FeatureParameters.read(files);
            SphinxFeatures features = SphinxFeatures.read(files, parameters);
            AcousticModel model = new SphinxModelReader(files).read();
            return new SpeechModel(model, new SphinxFrontEnd(parameters), features);
        } catch (RuntimeException e) {
            // Each file can be read, and they do not go together.
            throw MalformedModelException.of(files.describe(), e);
        }
    }
}
