package org.tapescript.attribution;

import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.tapescript.attribution.SpokenUnit.Opening;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.domain.Turn;
import org.tapescript.domain.Word;

/** What is spoken, sentence by sentence, and what the text and the editor say about who speaks it. */
final class SpokenText {
    private final SyncedTranscript transcript;
    private final List<Word> words;
    private final List<SpokenUnit> units;
    /** Speaker of each word as the text has it, or as the editor said. */
    private final String[] textSpeaker;

    /** Speaker of each word so far: the same, or what voices said before, under the name that it was given since. */
    private final String[] knownSpeaker;

    private final boolean[] byHand;

    /** The printed name of the turn that each word stands in; null where none is printed. */
    private final String[] printedName;

    private final List<String> printedNames;

    SpokenText(SyncedTranscript transcript) {
        this.transcript = transcript;
        this.words = transcript.words();
        this.units = SpokenUnit.of(transcript);
        this.textSpeaker = new String[words.size()];
        this.knownSpeaker = new String[words.size()];
        this.byHand = new boolean[words.size()];
        this.printedName = new String[words.size()];
        String named = null;
        for (SpokenUnit unit : units) {
            String speaker = unit.paragraph().speaker().orElseThrow();
            Arrays.fill(textSpeaker, unit.from(), unit.to(), speaker);
            // Paragraphs that go on belong to the turn above them, and so does its name.
            boolean goesOn = unit.opening() == Opening.PARAGRAPH
                    || unit.opening() == Opening.SENTENCE
                    || unit.opening() == Opening.PIECE;
            named = unit.hasPrintedName(transcript.transcript().text()) ? speaker : goesOn ? named : null;
            Arrays.fill(printedName, unit.from(), unit.to(), named);
        }
        int i = 0;
        for (Turn turn : transcript.turns()) {
            for (int k = 0; k < turn.words().size(); k++, i++) {
                byHand[i] = turn.speakerIsManual();
                knownSpeaker[i] = turn.speaker();
                textSpeaker[i] = turn.speakerIsManual() ? turn.speaker() : textSpeaker[i];
            }
        }
        this.printedNames = units.stream()
                .filter(this::isPrinted)
                .map(u -> printedName[u.from()])
                .distinct()
                .toList();
    }

    List<Word> words() {
        return words;
    }

    List<SpokenUnit> units() {
        return units;
    }

    /** Whether an editor said who speaks a unit. */
    boolean isByHand(SpokenUnit unit) {
        return byHand[unit.from()];
    }

    /** Who speaks a unit by the text, or by the editor. */
    String textSpeaker(SpokenUnit unit) {
        return textSpeaker[unit.from()];
    }

    /** Who was thought to speak a unit until now. */
    String knownSpeaker(SpokenUnit unit) {
        return knownSpeaker[unit.from()];
    }

    /** Whether text or editor name the speaker. */
    boolean saysWho(SpokenUnit unit) {
        return isByHand(unit) || hasPrintedName(unit);
    }

    /** Whether the turn that a unit stands in opens with a name. */
    boolean hasPrintedName(SpokenUnit unit) {
        return printedName[unit.from()] != null;
    }

    /** Whether a turn with a printed name begins with a unit, or ends before it. */
    boolean isMarkedByName(int unit) {
        return units.get(unit).opening() == Opening.MARKED
                && (hasPrintedName(units.get(unit)) || hasPrintedName(units.get(unit - 1)));
    }

    /** Names that stand at turns of which no editor said anything, in the order of the text. */
    List<String> printedNames() {
        return printedNames;
    }

    /** The number among {@link #printedNames} of the name that a unit is printed under; -1 if none is, or an editor knows better. */
    int printed(SpokenUnit unit) {
        return isPrinted(unit) ? printedNames.indexOf(printedName[unit.from()]) : -1;
    }

    private boolean isPrinted(SpokenUnit unit) {
        return !isByHand(unit) && hasPrintedName(unit);
    }

    boolean isNamedByHand(String name) {
        return IntStream.range(0, words.size()).anyMatch(i -> byHand[i] && textSpeaker[i].equals(name));
    }

    boolean isQuestion(SpokenUnit unit) {
        return unit.isQuestion(words);
    }

    /** Who asks most, as far as is known. */
    String asker() {
        Map<String, Integer> questions = new LinkedHashMap<>();
        for (SpokenUnit unit : units) {
            questions.merge(knownSpeaker(unit), isQuestion(unit) ? 1 : 0, Integer::sum);
        }
        return questions.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey();
    }

    /**
     * How many voices there are said to be; 0 if nothing says it.
     *
     * @param given names of the speakers that the user gave; those that are printed count if there are none
     */
    int voices(List<String> given) {
        Set<String> known = new HashSet<>(given.isEmpty() ? printedNames() : given);
        for (int i = 0; i < words.size() && !known.isEmpty(); i++) {
            if (byHand[i]) {
                known.add(textSpeaker[i]);
            }
        }
        return known.size() < 2 ? 0 : Math.max(known.size(), printedNames().size());
    }
}
