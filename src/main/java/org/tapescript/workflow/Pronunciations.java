package org.tapescript.workflow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tapescript.align.Pronunciation;
import org.tapescript.align.lexicon.Pronouncer;
import org.tapescript.domain.Turn;
import org.tapescript.domain.Word;
import org.tapescript.language.LanguagePack;
import org.tapescript.text.speech.Reading;
import org.tapescript.text.speech.SpokenForms;

/**
 * The ways in which words of a language may be said; those that were asked for are kept. Safe from several threads, of which others wait while one
 * asks.
 */
final class Pronunciations {
    private final LanguagePack language;
    private final Pronouncer pronouncer;
    private final Map<Spoken, List<Pronunciation>> bySpoken = new HashMap<>();
    /** A text has four or five times as many words as different ones, and what no dictionary has takes milliseconds. */
    private final Map<List<Reading>, List<Pronunciation>> byReadings = new HashMap<>();
    /** Made when it is first needed, which is never where words are not listened for; null before that. */
    private SpokenForms forms;

    /** A printed word between its neighbours. */
    private record Spoken(String word, String before, String after) {}

    Pronunciations(LanguagePack language) {
        this.language = language;
        this.pronouncer = language.pronouncer();
    }

    /** By word of some turns. */
    synchronized List<List<Pronunciation>> of(List<Turn> turns) {
        List<List<Pronunciation>> result = new ArrayList<>();
        for (Turn turn : turns) {
            List<Word> words = turn.words();
            for (int i = 0; i < words.size(); i++) {
                String before = i > 0 ? words.get(i - 1).text() : "";
                String after = i + 1 < words.size() ? words.get(i + 1).text() : "";
                result.add(bySpoken.computeIfAbsent(new Spoken(words.get(i).text(), before, after), this::of));
            }
        }
        return result;
    }

    private List<Pronunciation> of(Spoken spoken) {
        if (forms == null) {
            forms = new SpokenForms(language.tag(), language::knows);
        }
        return byReadings.computeIfAbsent(
                forms.readings(spoken.word, spoken.before, spoken.after), pronouncer::pronounce);
    }
}
