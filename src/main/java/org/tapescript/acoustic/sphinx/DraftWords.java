package org.tapescript.acoustic.sphinx;

import edu.cmu.sphinx.linguist.acoustic.Unit;
import edu.cmu.sphinx.linguist.acoustic.UnitManager;
import edu.cmu.sphinx.linguist.dictionary.Dictionary;
import edu.cmu.sphinx.linguist.dictionary.Pronunciation;
import edu.cmu.sphinx.linguist.dictionary.Word;
import edu.cmu.sphinx.util.props.PropertySheet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

/** Words for Sphinx4, said as our own dictionaries have it. */
final class DraftWords implements Dictionary {
    private final UnitManager units;
    private final Function<String, List<String>> phones;
    private final Map<String, Word> known = new HashMap<>();
    private final Word silence;

    DraftWords(UnitManager units, Function<String, List<String>> phones) {
        this.units = units;
        this.phones = phones;
        this.silence = filler(SILENCE_SPELLING);
        filler(SENTENCE_START_SPELLING);
        filler(SENTENCE_END_SPELLING);
    }

    private Word filler(String spelling) {
        Word word = word(spelling, List.of(new Pronunciation(new Unit[] {UnitManager.SILENCE}, null, 1)), true);
        known.put(spelling, word);
        return word;
    }

    private static Word word(String spelling, List<Pronunciation> said, boolean filler) {
        Word word = new Word(spelling, said.toArray(Pronunciation[]::new), filler);
        said.forEach(p -> p.setWord(word));
        return word;
    }

    @Override
    public Word getWord(String spelling) {
        return known.computeIfAbsent(spelling, this::make);
    }

    private Word make(String spelling) {
        List<Pronunciation> said = phones.apply(spelling).stream()
                .filter(p -> !p.isBlank())
                .map(p -> new Pronunciation(
                        Stream.of(p.split(" +"))
                                .map(name -> units.getUnit(name, false))
                                .filter(Objects::nonNull)
                                .toArray(Unit[]::new),
                        null,
                        1))
                .toList();
        return said.isEmpty() ? null : word(spelling, said, false);
    }

    @Override
    public Word getSentenceStartWord() {
        return known.get(SENTENCE_START_SPELLING);
    }

    @Override
    public Word getSentenceEndWord() {
        return known.get(SENTENCE_END_SPELLING);
    }

    @Override
    public Word getSilenceWord() {
        return silence;
    }

    @Override
    public Word[] getFillerWords() {
        return new Word[] {silence};
    }

    @Override
    public void allocate() {
        // Words are made as they are asked for.
    }

    @Override
    public void deallocate() {
        known.clear();
    }

    @Override
    public void newProperties(PropertySheet sheet) {
        // Sphinx4's configuration is not used.
    }
}
