package org.tapescript.workflow;

import java.io.IOException;
import java.lang.ref.SoftReference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tapescript.acoustic.SampleSource;
import org.tapescript.acoustic.SpeechDraft;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.domain.TimeSpan;
import org.tapescript.domain.Turn;
import org.tapescript.domain.Word;
import org.tapescript.job.CancellationToken;
import org.tapescript.language.LanguagePack;
import org.tapescript.language.LanguagePacks;
import org.tapescript.text.speech.SpokenForms;

/**
 * Drafts what is said where the text lacks it, by the words of the text and of its language. Only a draft: of a clean tape a
 * quarter of the words are wrong, of one with much noise most ({@code DraftBenchmark}). What it needs is loaded with the first draft, and let go when memory is short.
 */
public final class DraftPassage {
    /** Seconds before and after that tell how loud and in what a room it is said. */
    private static final double AROUND = 5;
    /** Of a gap that is longer no more is drafted. */
    private static final double LONGEST = 30;

    private final LanguagePacks languages;
    private final LanguagePack language;
    private final SampleSource sound;
    private SoftReference<SpeechDraft> made = new SoftReference<>(null);

    /** @param sound of the whole tape, at the rate of the language's model */
    DraftPassage(LanguagePacks languages, LanguagePack language, SampleSource sound) {
        this.languages = languages;
        this.language = language;
        this.sound = sound;
    }

    /**
     * @param t the text as it is now
     * @param gap in which something is said
     * @return what may be said, as it would be printed; empty if nothing is heard or the language has no model of its own
     * @throws IOException if the models cannot be read
     */
    public synchronized String run(SyncedTranscript t, TimeSpan gap, CancellationToken cancel) throws IOException {
        SpeechDraft draft = made.get();
        if (draft == null) {
            Optional<SpeechDraft> loaded = languages.draft(language, sentences(t));
            if (loaded.isEmpty()) {
                return "";
            }
            draft = loaded.get();
            made = new SoftReference<>(draft);
        }
        double start = Math.max(0, gap.startSeconds() - AROUND);
        double end = Math.min(gap.endSeconds(), gap.startSeconds() + LONGEST);
        Stretch stretch = Stretch.ofSeconds(sound, start, end + AROUND);
        Map<String, String> printed = printed(t);
        return draft.run(stretch, gap.startSeconds() - start, end - start, cancel).stream()
                .map(w -> printed.getOrDefault(w, w))
                .collect(Collectors.joining(" "));
    }

    /** What is spoken, sentence by sentence, in the words in which it is spoken. */
    private List<List<String>> sentences(SyncedTranscript t) {
        SpokenForms forms = new SpokenForms(language.tag(), language::knows);
        List<List<String>> result = new ArrayList<>();
        for (Turn turn : t.turns()) {
            List<String> sentence = new ArrayList<>();
            List<Word> words = turn.words();
            for (int i = 0; i < words.size(); i++) {
                String before = i > 0 ? words.get(i - 1).text() : "";
                String after = i + 1 < words.size() ? words.get(i + 1).text() : "";
                forms.readings(words.get(i).text(), before, after).stream()
                        .findFirst()
                        .ifPresent(r -> r.words().stream()
                                // What begins so is said by phones.
                                .filter(w -> !w.startsWith("/"))
                                .forEach(sentence::add));
                if (endsSentence(words.get(i).text()) || i + 1 == words.size()) {
                    result.add(List.copyOf(sentence));
                    sentence.clear();
                }
            }
        }
        return result;
    }

    /** How words are printed that are not at the beginning of a sentence: names keep their capitals. */
    private static Map<String, String> printed(SyncedTranscript t) {
        Map<String, Map<String, Integer>> forms = new HashMap<>();
        for (Turn turn : t.turns()) {
            boolean first = true;
            for (Word word : turn.words()) {
                String core = word.text().replaceAll("^[^\\p{L}\\p{N}]+|[^\\p{L}\\p{N}]+$", "");
                if (!first && !core.isEmpty()) {
                    forms.computeIfAbsent(core.toLowerCase(Locale.ROOT), k -> new HashMap<>())
                            .merge(core, 1, Integer::sum);
                }
                first = endsSentence(word.text());
            }
        }
        Map<String, String> result =
                new HashMap<>(Map.of("i", "I", "i'm", "I'm", "i'll", "I'll", "i've", "I've", "i'd", "I'd"));
        forms.forEach((word, printed) -> printed.entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .ifPresent(most -> result.put(word, most.getKey())));
        return result;
    }

    private static boolean endsSentence(String word) {
        return word.matches(".*[.?!…][\"”“»’')\\]]*");
    }
}
