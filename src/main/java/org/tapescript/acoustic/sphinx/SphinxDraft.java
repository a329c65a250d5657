package org.tapescript.acoustic.sphinx;

import edu.cmu.sphinx.decoder.Decoder;
import edu.cmu.sphinx.decoder.pruner.SimplePruner;
import edu.cmu.sphinx.decoder.scorer.SimpleAcousticScorer;
import edu.cmu.sphinx.decoder.search.ActiveListFactory;
import edu.cmu.sphinx.decoder.search.PartitionActiveListFactory;
import edu.cmu.sphinx.decoder.search.SearchManager;
import edu.cmu.sphinx.decoder.search.SimpleActiveListManager;
import edu.cmu.sphinx.decoder.search.WordPruningBreadthFirstSearchManager;
import edu.cmu.sphinx.frontend.BaseDataProcessor;
import edu.cmu.sphinx.frontend.Data;
import edu.cmu.sphinx.frontend.DataEndSignal;
import edu.cmu.sphinx.frontend.DataStartSignal;
import edu.cmu.sphinx.frontend.FloatData;
import edu.cmu.sphinx.linguist.acoustic.UnitManager;
import edu.cmu.sphinx.linguist.acoustic.tiedstate.Sphinx3Loader;
import edu.cmu.sphinx.linguist.acoustic.tiedstate.TiedStateAcousticModel;
import edu.cmu.sphinx.linguist.lextree.LexTreeLinguist;
import edu.cmu.sphinx.result.Result;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import org.tapescript.acoustic.Features;
import org.tapescript.acoustic.ModelFiles;
import org.tapescript.acoustic.SampleSource;
import org.tapescript.acoustic.SpeechDraft;
import org.tapescript.acoustic.SpeechModel;
import org.tapescript.job.CancellationToken;

/**
 * Sphinx4's own recogniser, over the words of a text and the commonest of the language. Beams and weights are those of its
 * {@code default.config.xml}, but for the number of paths: fewer will do for a few thousand words, and take half as long as the sound lasts.
 * Long stretches are gone through in pieces, cut where they are quietest: paths take memory for as long as they are followed.
 */
public final class SphinxDraft implements SpeechDraft {
    private static final int PATHS = 3000;
    private static final double BEAM = 1e-60;
    private static final int WORD_PATHS = 200;
    private static final double WORD_BEAM = 1e-40;
    private static final float LANGUAGE_WEIGHT = 8;
    private static final double WORD_INSERTION = 0.1;
    private static final double SILENCE_INSERTION = 0.1;
    private static final double FILLER_INSERTION = 1e-2;
    private static final float LOOKAHEAD_FRAMES = 1.7f;
    private static final float MIXTURE_FLOOR = 1e-7f;
    private static final float VARIANCE_FLOOR = 1e-4f;
    private static final int TOP_GAUSSIANS = 4;
    private static final int LATTICE_EDGES = 100;
    private static final int FRAMES_A_SECOND = 100;
    private static final int LONGEST_PIECE = 10 * FRAMES_A_SECOND;
    private static final int SHORTEST_PIECE = 6 * FRAMES_A_SECOND;

    /** Sphinx4 says at length what it reads. */
    private static final Logger SPHINX = Logger.getLogger("edu.cmu.sphinx");

    private final SpeechModel speech;
    private final Feed feed;
    private final Decoder decoder;

    private SphinxDraft(SpeechModel speech, Feed feed, Decoder decoder) {
        this.speech = speech;
        this.feed = feed;
        this.decoder = decoder;
    }

    /**
     * @param files of the acoustic model
     * @param speech the same model, for its front end
     * @param general language model in Sphinx's binary form, if there is one
     * @param text sentences of the text, as words in lower case
     * @param phones ways to say a word, each as phones between spaces; none for what cannot be said
     * @throws IOException if the models cannot be read
     */
    public static SphinxDraft open(
            ModelFiles files,
            SpeechModel speech,
            Optional<URL> general,
            List<List<String>> text,
            Function<String, List<String>> phones)
            throws IOException {
        SPHINX.setLevel(Level.SEVERE);
        UnitManager units = new UnitManager();
        TiedStateAcousticModel model = new TiedStateAcousticModel(new Loader(files, units), units, true);
        model.allocate();
        DraftWords words = new DraftWords(units, phones);
        DraftLanguage language = DraftLanguage.of(text, general, words);
        LexTreeLinguist linguist = new LexTreeLinguist(
                model,
                units,
                language,
                words,
                false,
                true,
                WORD_INSERTION,
                SILENCE_INSERTION,
                FILLER_INSERTION,
                1.0,
                LANGUAGE_WEIGHT,
                true,
                false,
                1f,
                0);
        Feed feed = new Feed(speech.frontEnd().sampleRate());
        ActiveListFactory states = new PartitionActiveListFactory(PATHS, BEAM);
        ActiveListFactory ends = new PartitionActiveListFactory(WORD_PATHS, WORD_BEAM);
        SearchManager search = new WordPruningBreadthFirstSearchManager(
                linguist,
                new SimplePruner(),
                new SimpleAcousticScorer(feed, null),
                new SimpleActiveListManager(List.of(states, ends, ends, states, states, states), false),
                false,
                WORD_BEAM,
                0,
                false,
                false,
                LATTICE_EDGES,
                LOOKAHEAD_FRAMES,
                true);
        search.allocate();
        return new SphinxDraft(speech, feed, new Decoder(search, false, false, List.of(), Integer.MAX_VALUE));
    }

    @Override
    public List<String> run(SampleSource sound, double start, double end, CancellationToken cancel) {
        Features cepstra = speech.frontEnd().cepstra(sound, cancel);
        Features features = speech.transform().apply(cepstra);
        int last = Math.min(features.frames(), (int) Math.round(end * FRAMES_A_SECOND));
        List<String> words = new ArrayList<>();
        for (int from = Math.max(0, (int) Math.round(start * FRAMES_A_SECOND)); from < last; ) {
            int to = last - from <= LONGEST_PIECE
                    ? last
                    : quietest(cepstra, from + SHORTEST_PIECE, from + LONGEST_PIECE);
            feed.begin(features, from, to, cancel);
            Result result = decoder.decode(null);
            if (result != null) {
                Arrays.stream(result.getBestResultNoFiller().split(" "))
                        .filter(w -> !w.isBlank())
                        .forEach(words::add);
            }
            from = to;
        }
        return words;
    }

    /** The first coefficient of a frame's cepstrum is its energy. */
    private static int quietest(Features cepstra, int from, int to) {
        return IntStream.range(from, to)
                .boxed()
                .min(Comparator.comparingDouble(t -> cepstra.values()[t * cepstra.dimension()]))
                .orElseThrow();
    }

    /** Reads a model wherever its files are stored. */
    private static final class Loader extends Sphinx3Loader {
        private final ModelFiles files;

        Loader(ModelFiles files, UnitManager units) {
            super((URL) null, units, 0, MIXTURE_FLOOR, VARIANCE_FLOOR, TOP_GAUSSIANS, true);
            this.files = files;
        }

        @Override
        public void logInfo() {
            // Sphinx4 says at length what it reads.
        }

        @Override
        protected InputStream getDataStream(String name) throws IOException {
            return files.open(name);
        }
    }

    /** Hands features on, one frame after the other, between the two signals that Sphinx4 expects. */
    private static final class Feed extends BaseDataProcessor {
        private final int rate;
        private Features features;
        private CancellationToken cancel;
        private int next;
        private int end;
        private boolean started;

        Feed(int rate) {
            this.rate = rate;
        }

        void begin(Features heard, int from, int to, CancellationToken whoever) {
            features = heard;
            cancel = whoever;
            next = from;
            end = to;
            started = false;
        }

        @Override
        public Data getData() {
            cancel.check();
            if (!started) {
                started = true;
                return new DataStartSignal(rate);
            }
            int frame = next++;
            if (frame >= end) {
                return frame == end ? new DataEndSignal(1000L * frame / FRAMES_A_SECOND) : null;
            }
            int at = frame * features.dimension();
            return new FloatData(
                    Arrays.copyOfRange(features.values(), at, at + features.dimension()),
                    rate,
                    (long) frame * rate / FRAMES_A_SECOND);
        }
    }
}
