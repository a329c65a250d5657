package org.tapescript.workflow;

import java.util.ArrayList;
import java.util.List;
import org.tapescript.align.Pronunciation;
import org.tapescript.align.lexicon.Pronouncer;
import org.tapescript.domain.Turn;
import org.tapescript.domain.Word;
import org.tapescript.language.LanguagePack;
import org.tapescript.text.speech.SpokenForms;

/** The ways in which each word of some turns may be said. */
final class Pronunciations {
    private Pronunciations() {}

    static List<List<Pronunciation>> of(List<Turn> turns, LanguagePack language) {
        SpokenForms forms = new SpokenForms(language.tag(), language::knows);
        Pronouncer pronouncer = language.pronouncer();
        List<List<Pronunciation>> result = new ArrayList<>();
        for (Turn turn : turns) {
            List<Word> words = turn.words();
            for (int i = 0; i < words.size(); i++) {
                String before = i > 0 ? words.get(i - 1).text() : "";
                String after = i + 1 < words.size() ? words.get(i + 1).text() : "";
                result.add(pronouncer.pronounce(forms.readings(words.get(i).text(), before, after)));
            }
        }
        return result;
    }
}
