package org.tapescript.acoustic.sphinx;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.tapescript.acoustic.MalformedModelException;
import org.tapescript.acoustic.ModelFile;
import org.tapescript.acoustic.ModelFiles;

/**
 * What a model's {@code feat.params} says of its features; what it leaves out has SphinxTrain's default.
 *
 * @param lowerHertz lower edge of the mel filters
 * @param upperHertz upper edge of the mel filters
 * @param filters number of mel filters
 * @param transform {@code dct} or {@code legacy}
 * @param lifter length of the cepstral lifter, 0 for none
 * @param cepstra coefficients a frame
 * @param sampleRate samples a second
 * @param feature {@code 1s_c_d_dd} or {@code s2_4x}
 * @param streams first and last dimension of each stream, inclusive, as {@code -svspec} gives them; empty for one stream
 */
record FeatureParameters(
        double lowerHertz,
        double upperHertz,
        int filters,
        String transform,
        int lifter,
        int cepstra,
        int sampleRate,
        String feature,
        String streams) {

    static FeatureParameters read(ModelFiles files) throws IOException {
        Map<String, String> values = new HashMap<>();
        if (files.has("feat.params")) {
            String text = new String(ModelFile.bytes(files, "feat.params"), StandardCharsets.UTF_8);
            text.lines().map(line -> line.trim().split("\\s+", 2)).forEach(parts -> {
                if (parts.length == 2) {
                    values.put(parts[0], parts[1]);
                }
            });
        }
        try {
            return new FeatureParameters(
                    Double.parseDouble(values.getOrDefault("-lowerf", "133.33334")),
                    Double.parseDouble(values.getOrDefault("-upperf", "6855.4976")),
                    Integer.parseInt(values.getOrDefault("-nfilt", "40")),
                    values.getOrDefault("-transform", "legacy"),
                    Integer.parseInt(values.getOrDefault("-lifter", "0")),
                    Integer.parseInt(values.getOrDefault("-ncep", "13")),
                    (int) Double.parseDouble(values.getOrDefault("-samprate", "16000")),
                    values.getOrDefault("-feat", "1s_c_d_dd"),
                    values.getOrDefault("-svspec", ""));
        } catch (NumberFormatException e) {
            throw new MalformedModelException(files.describe() + "/feat.params", "a value is not a number", e);
        }
    }
}
