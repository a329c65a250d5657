package org.tapescript.acoustic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tapescript.storage.CacheFolder;
import org.tapescript.storage.ScratchBlocks;

/** A model of two codebooks in two streams of drawn Gaussians, and a sound that wanders through them. */
class GaussianSelectionTest {
    private static final int GAUSSIANS = 64;
    private static final int DIMENSION = 5;
    private static final int SENONES = 6;
    /** More than two blocks of rows, and no whole number of them. */
    private static final int FRAMES = 3500;

    private final Random random = new Random(3);
    private final AcousticModel model = model(GAUSSIANS);
    private final Features features = wandering();

    private AcousticModel model(int gaussians) {
        AcousticModel.Codebook[][] books = new AcousticModel.Codebook[2][2];
        for (AcousticModel.Codebook[] book : books) {
            for (int s = 0; s < book.length; s++) {
                book[s] = codebook(gaussians);
            }
        }
        float[][] weights = new float[SENONES][2 * gaussians];
        for (float[] senone : weights) {
            for (int i = 0; i < senone.length; i++) {
                senone[i] = 0.001f + random.nextFloat() / gaussians;
            }
        }
        float[] transitions = new float[3 * 4];
        int[] bookOf = {0, 0, 0, 1, 1, 1};
        return new AcousticModel(new AcousticModel.Parts(
                List.of("SIL", "A"),
                new boolean[] {true, false},
                3,
                new int[][] {{0, 1, 2}, {3, 4, 5}},
                new int[] {0, 0},
                Map.of(),
                new float[][] {transitions},
                new int[] {0, DIMENSION, 2 * DIMENSION},
                books,
                bookOf,
                new MixtureWeights(weights, bookOf, books)));
    }

    private AcousticModel.Codebook codebook(int gaussians) {
        float[] means = new float[gaussians * DIMENSION];
        float[] precisions = new float[means.length];
        for (int i = 0; i < means.length; i++) {
            means[i] = (float) random.nextGaussian() * 2;
            precisions[i] = 0.5f + random.nextFloat();
        }
        return AcousticModel.Codebook.of(DIMENSION, gaussians, means, precisions, new float[gaussians]);
    }

    private Features wandering() {
        float[] values = new float[FRAMES * 2 * DIMENSION];
        for (int i = 0; i < values.length; i++) {
            float before = i < 2 * DIMENSION ? 0 : values[i - 2 * DIMENSION];
            values[i] = 0.95f * before + 0.3f * (float) random.nextGaussian();
        }
        return new Features(values, 2 * DIMENSION);
    }

    private static float[] scores(SenoneScorer scorer, Features features, int from) {
        float[] result = new float[FRAMES * SENONES];
        for (int t = from; t < FRAMES; t++) {
            scorer.frame(features, t);
            for (int senone = 0; senone < SENONES; senone++) {
                result[t * SENONES + senone] = scorer.score(senone);
            }
        }
        return result;
    }

    @Test
    void scoresAsAllGaussiansDo() {
        float[] exact = scores(new SenoneScorer(model), features, 0);
        float[] selected = scores(new GaussianSelection(model, features).scorer(model), features, 0);
        for (int i = 0; i < exact.length; i++) {
            assertThat(selected[i]).isCloseTo(exact[i], within(1e-3f));
        }
    }

    @Test
    void findsTheBestOfAModelThatHasMovedAmongTheSame() {
        AcousticModel.Codebook[][] moved = new AcousticModel.Codebook[2][2];
        for (int c = 0; c < 2; c++) {
            for (int s = 0; s < 2; s++) {
                AcousticModel.Codebook book = model.codebook(c, s);
                float[] means = book.means().clone();
                for (int i = 0; i < means.length; i++) {
                    means[i] += 0.1f;
                }
                moved[c][s] =
                        AcousticModel.Codebook.of(DIMENSION, GAUSSIANS, means, book.precisions(), book.logNorms());
            }
        }
        AcousticModel adapted = model.withCodebooks(moved);
        float[] exact = scores(new SenoneScorer(adapted), features, 0);
        float[] selected = scores(new GaussianSelection(model, features).scorer(adapted), features, 0);
        double off = 0;
        for (int i = 0; i < exact.length; i++) {
            off += Math.abs(exact[i] - selected[i]);
        }
        assertThat(off / exact.length).isLessThan(0.05);
    }

    @Test
    void doesNotDependOnWhoAskedFirstAndWhere() {
        float[] whole = scores(new GaussianSelection(model, features).scorer(model), features, 0);
        GaussianSelection late = new GaussianSelection(model, features);
        scores(late.scorer(model), features, FRAMES - 100);
        assertThat(scores(late.scorer(model), features, 0)).isEqualTo(whole);
    }

    @Test
    void refusesOtherFeatures() {
        SenoneScorer scorer = new GaussianSelection(model, features).scorer(model);
        assertThatThrownBy(() -> scorer.frame(wandering(), 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void scoresSmallCodebooksExactly() {
        AcousticModel small = model(8);
        assertThat(scores(new GaussianSelection(small, features).scorer(small), features, 0))
                .isEqualTo(scores(new SenoneScorer(small), features, 0));
    }

    @Test
    void aModelThatKnowsSomePhonesScoresThemAsBefore() {
        AcousticModel silent = model.knowing(new int[] {model.silence()});
        assertThat(silent.codebooks()).isEqualTo(1);
        float[] all = scores(new GaussianSelection(model, features).scorer(model), features, 0);
        float[] some = scores(new GaussianSelection(silent, features).scorer(silent), features, 0);
        for (int i = 0; i < all.length; i++) {
            if (i % SENONES < 3) {
                assertThat(some[i]).isEqualTo(all[i]);
            }
        }
    }

    /** What the file keeps is what memory would; where there is no file to be had, it is chosen again. */
    @Test
    void scoresFromAFileAreTheSame(@TempDir Path folder) throws IOException {
        float[] whole = scores(new GaussianSelection(model, features).scorer(model), features, 0);
        Path missing = Files.createFile(folder.resolve("no-folder")).resolve("cache");
        for (Path where : List.of(folder.resolve("cache"), missing)) {
            try (ScratchBlocks file = new ScratchBlocks(new CacheFolder(where))) {
                GaussianSelection selection = new GaussianSelection(model, features, Optional.of(file));
                assertThat(scores(selection.scorer(model), features, 0)).isEqualTo(whole);
                // Nothing would be left if this were the end.
                assertThat(folder.resolve("cache")).isEmptyDirectory();
                System.gc();
                assertThat(scores(selection.anew(model).scorer(model), features, 0))
                        .isEqualTo(whole);
                assertThat(scores(selection.scorer(model), features, 0)).isEqualTo(whole);
                assertThat(file.read(0, selection.offset(FRAMES)).isPresent()).isEqualTo(!where.equals(missing));
            }
        }
        assertThat(folder.resolve("cache")).isEmptyDirectory();
    }
}
