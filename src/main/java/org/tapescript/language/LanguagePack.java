package org.tapescript.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.tapescript.acoustic.SpeechModel;
import org.tapescript.align.lexicon.Dictionary;
import org.tapescript.align.lexicon.Pronouncer;
import org.tapescript.align.lexicon.WordSounds;
import org.tapescript.domain.MatchQuality;
import org.tapescript.domain.OwnPronunciation;
import org.tapescript.text.speech.Reading;

/**
 * All that is needed to align speech of one language.
 *
 * @param tag language and variety, as {@code en-us}
 * @param speech acoustic model with its front end
 * @param dictionaries pronunciations of known words; the first that has a word decides
 * @param sounds says other words
 */
public record LanguagePack(String tag, SpeechModel speech, List<Dictionary> dictionaries, WordSounds sounds) {
    public LanguagePack {
        dictionaries = List.copyOf(dictionaries);
    }

    /** How a tape was heard with this, if not with a model of its own. */
    public Optional<MatchQuality.Lent> lent(OptionalDouble agreement) {
        return speech.borrowed()
                ? Optional.of(new MatchQuality.Lent(LentModel.LENDER, sounds instanceof LetterReading, agreement))
                : Optional.empty();
    }

    /** The same, with the user's own pronunciations before all others. */
    public LanguagePack with(List<OwnPronunciation> lexicon) {
        if (lexicon.isEmpty()) {
            return this;
        }
        Dictionary own = new Dictionary();
        lexicon.forEach(p -> own.add(p.word(), p.phones()));
        List<Dictionary> all = new ArrayList<>(List.of(own));
        all.addAll(dictionaries);
        return new LanguagePack(tag, speech, all, sounds);
    }

    /** @throws UnknownPhoneException if one of the user's own pronunciations has what is no phone of this language's model */
    public void check(List<OwnPronunciation> lexicon) throws UnknownPhoneException {
        for (OwnPronunciation own : lexicon) {
            for (String phone : own.phones().trim().split("\\s+")) {
                if (Pronouncer.phone(speech.acoustic(), phone) < 0) {
                    throw new UnknownPhoneException(
                            own.word(), phone, tag, speech.acoustic().phones());
                }
            }
        }
    }

    /** Whether a word, in lower case, is in one of the dictionaries. */
    public boolean knows(String word) {
        return dictionaries.stream().anyMatch(d -> d.contains(word));
    }

    /** Ways to say a word in lower case, each as phones between spaces. */
    List<String> phones(String word) {
        List<String> names = speech.acoustic().phones();
        return pronouncer().pronounce(List.of(new Reading(List.of(word), 0))).stream()
                .map(p -> IntStream.of(p.phones()).mapToObj(names::get).collect(Collectors.joining(" ")))
                .toList();
    }

    public Pronouncer pronouncer() {
        return new Pronouncer(speech.acoustic(), dictionaries, sounds);
    }
}
