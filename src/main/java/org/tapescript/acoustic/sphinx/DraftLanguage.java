package org.tapescript.acoustic.sphinx;

import edu.cmu.sphinx.linguist.WordSequence;
import edu.cmu.sphinx.linguist.dictionary.Dictionary;
import edu.cmu.sphinx.linguist.dictionary.Pronunciation;
import edu.cmu.sphinx.linguist.dictionary.Word;
import edu.cmu.sphinx.linguist.language.ngram.LanguageModel;
import edu.cmu.sphinx.linguist.language.ngram.trie.NgramTrieModel;
import edu.cmu.sphinx.util.LogMath;
import edu.cmu.sphinx.util.props.PropertySheet;
import java.io.IOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is said in an interview: half of it goes by the text of that interview, half by the language as a whole (linear interpolation,
 * F. Jelinek and R. L. Mercer 1980). The text's own trigrams are smoothed as by I. H. Witten and T. C. Bell (1991), method C.
 */
final class DraftLanguage implements LanguageModel {
    private static final int DEPTH = 3;
    /** Of the language as a whole so many words may be said besides those of the text: nine tenths of what people say are among them. */
    private static final int COMMON = 3000;

    private static final double TEXT = 0.5;
    private static final float UNIGRAM_WEIGHT = 1;

    private final LogMath logs = LogMath.getLogMath();
    private final Set<String> vocabulary = new LinkedHashSet<>();
    /** Followers of a history of none, one or two words, and how often each follows. */
    private final Map<String, Map<String, Integer>> followers = new HashMap<>();

    private final Map<String, Integer> totals = new HashMap<>();
    private final Optional<NgramTrieModel> general;
    private final Set<String> generalWords;

    private DraftLanguage(List<List<String>> text, Optional<NgramTrieModel> general, Dictionary words) {
        this.general = general;
        this.generalWords =
                general.map(g -> (Set<String>) new HashSet<>(g.getVocabulary())).orElse(Set.of());
        vocabulary.add(Dictionary.SENTENCE_START_SPELLING);
        vocabulary.add(Dictionary.SENTENCE_END_SPELLING);
        for (List<String> sentence : text) {
            List<String> said = new ArrayList<>(sentence);
            said.removeIf(w -> words.getWord(w) == null);
            vocabulary.addAll(said);
            said.add(Dictionary.SENTENCE_END_SPELLING);
            String before = "";
            String last = Dictionary.SENTENCE_START_SPELLING;
            for (String word : said) {
                count("", word);
                count(last, word);
                if (!before.isEmpty()) {
                    count(before + ' ' + last, word);
                }
                before = last;
                last = word;
            }
        }
        general.ifPresent(g -> g.getVocabulary().stream()
                .filter(w -> !w.startsWith("<"))
                .sorted(Comparator.comparingDouble((String w) -> -g.getProbability(new WordSequence(bare(w))))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(COMMON)
                .filter(w -> words.getWord(w) != null)
                .forEach(vocabulary::add));
    }

    static DraftLanguage of(List<List<String>> text, Optional<URL> general, DraftWords words) throws IOException {
        Optional<NgramTrieModel> whole = Optional.empty();
        if (general.isPresent()) {
            whole = Optional.of(new NgramTrieModel(
                    "", general.get(), null, 0, false, DEPTH, new Spellings(), false, 1, 1, UNIGRAM_WEIGHT));
            whole.get().allocate();
        }
        return new DraftLanguage(text, whole, words);
    }

    private void count(String history, String word) {
        followers.computeIfAbsent(history, h -> new HashMap<>()).merge(word, 1, Integer::sum);
        totals.merge(history, 1, Integer::sum);
    }

    @Override
    public float getProbability(WordSequence sequence) {
        int n = sequence.size();
        String word = sequence.getWord(n - 1).getSpelling();
        String last = n > 1 ? sequence.getWord(n - 2).getSpelling() : "";
        String before = n > 2 ? sequence.getWord(n - 3).getSpelling() : "";
        double inText = text("", word, 1.0 / vocabulary.size());
        if (!last.isEmpty()) {
            inText = text(last, word, inText);
        }
        if (!before.isEmpty()) {
            inText = text(before + ' ' + last, word, inText);
        }
        double p = general.isEmpty() ? inText : TEXT * inText + (1 - TEXT) * general(sequence);
        return logs.linearToLog(p);
    }

    private double text(String history, String word, double shorter) {
        Map<String, Integer> after = followers.get(history);
        if (after == null) {
            return shorter;
        }
        double kinds = after.size();
        return (after.getOrDefault(word, 0) + kinds * shorter) / (totals.get(history) + kinds);
    }

    /** As the language as a whole has it, with as much of the history as it knows. */
    private double general(WordSequence sequence) {
        int n = sequence.size();
        int from = n;
        while (from > 0 && generalWords.contains(sequence.getWord(from - 1).getSpelling())) {
            from--;
        }
        return from == n ? 0 : logs.logToLinear(general.get().getProbability(sequence.getSubSequence(from, n)));
    }

    @Override
    public float getSmear(WordSequence sequence) {
        return 0;
    }

    @Override
    public Set<String> getVocabulary() {
        return vocabulary;
    }

    @Override
    public int getMaxDepth() {
        return DEPTH;
    }

    @Override
    public void allocate() {
        // Made whole.
    }

    @Override
    public void deallocate() {
        // Goes with whoever holds it.
    }

    @Override
    public void onUtteranceEnd() {
        general.ifPresent(NgramTrieModel::onUtteranceEnd);
    }

    @Override
    public void newProperties(PropertySheet sheet) {
        // Sphinx4's configuration is not used.
    }

    private static Word bare(String spelling) {
        return new Word(spelling, new Pronunciation[0], false);
    }

    /** Names of words: that is all that a language model asks of a dictionary. */
    private static final class Spellings implements Dictionary {
        @Override
        public Word getWord(String spelling) {
            return bare(spelling);
        }

        @Override
        public Word getSentenceStartWord() {
            return bare(SENTENCE_START_SPELLING);
        }

        @Override
        public Word getSentenceEndWord() {
            return bare(SENTENCE_END_SPELLING);
        }

        @Override
        public Word getSilenceWord() {
            return bare(SILENCE_SPELLING);
        }

        @Override
        public Word[] getFillerWords() {
            return new Word[0];
        }

        @Override
        public void allocate() {
            // Nothing to read.
        }

        @Override
        public void deallocate() {
            // Nothing was read.
        }

        @Override
        public void newProperties(PropertySheet sheet) {
            // Sphinx4's configuration is not used.
        }
    }
}
