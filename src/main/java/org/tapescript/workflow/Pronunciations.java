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

/** The ways in which each word of some turns may be said. */
final class Pronunciations {
    private Pronunciations() {}

    static List<List<Pronunciation>> of(List<Turn> turns, LanguagePack language) {
        SpokenForms forms = new SpokenForms(language.tag(), language::knows);
        Pronouncer pronouncer = language.pronouncer();
        // A text has four or five times as many words as different ones, and what no dictionary has takes milliseconds.
        Map<List<Reading>, List<Pronunciation>> known = new HashMap<>();
        List<List<Pronunciation>> result = new ArrayList<>();
        for (Turn turn : turns) {
            List<Word> words = turn.words();
            for (int i = 0; i < words.size(); i++) {
                String before = i > 0 ? words.get(i - 1).text() : "";
                String after = i + 1 < words.size() ? words.get(i + 1).text() : "";
                result.add(known.computeIfAbsent(
                        forms.readings(words.get(i).text(), before, after), pronouncer::pronounce));
            }
        }
        return result;
    }
}
