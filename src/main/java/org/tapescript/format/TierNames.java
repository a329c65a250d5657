package org.tapescript.format;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What linguists call their tiers: names of a few languages that tell speech from what is said about it. */
final class TierNames {
    private static final String SPEECH =
            "words?|turns?|utterances?|utt|sentences?|phrases?|transcriptions?|transcripts?|transkription|text|tx|txt|tx-txt|orth?|ortho"
                    + "|orthograph(?:y|ic)|speech|intonation[ _-]?units?|iu|ut|verbatim|mots?|wort|wörter|wor|kan|mau|ort|tok|tokens?";
    private static final Pattern BEHIND = Pattern.compile("(?i)[\\s_:/@|.-]*\\b(?:" + SPEECH + ")\\b[\\s\\])]*$");
    private static final Pattern BEFORE = Pattern.compile("(?i)^(?:" + SPEECH + "|ref|ut|rx)[@:_]\\s*");
    private static final Set<String> ASIDE = Set.of(
            "note",
            "notes",
            "comment",
            "comments",
            "remark",
            "remarks",
            "kommentar",
            "translation",
            "translations",
            "übersetzung",
            "traduction",
            "traducción",
            "trans",
            "ft",
            "lt",
            "fte",
            "ftr",
            "gloss",
            "glosses",
            "glossing",
            "ge",
            "gls",
            "gl",
            "ps",
            "pos",
            "mb",
            "mor",
            "morph",
            "morphemes",
            "morphology",
            "code",
            "codes",
            "coding",
            "ref",
            "id",
            "topic",
            "topics",
            "theme",
            "section",
            "sections",
            "gesture",
            "gestures",
            "gaze",
            "hand",
            "action",
            "actions",
            "nonverbal",
            "noise",
            "noises",
            "background",
            "music",
            "laughter",
            "language",
            "lang",
            "ipa",
            "phonetic",
            "phonetics",
            "phonology",
            "context",
            "metadata",
            "segmentation",
            "index",
            "literal",
            "free",
            "annotator",
            "todo",
            "check",
            "question",
            "questions",
            "tune",
            "tones",
            "tobi",
            "breaks",
            "misc",
            "error",
            "errors",
            "mute");
    private static final Set<String> WORDS =
            Set.of("word", "words", "ort", "kan", "token", "tokens", "tok", "mot", "mots", "wort", "wörter", "wor");
    private static final Set<String> SOUNDS = Set.of(
            "phone",
            "phones",
            "phoneme",
            "phonemes",
            "segment",
            "segments",
            "syllable",
            "syllables",
            "mau",
            "syll",
            "sampa",
            "phon",
            "mas");
    private static final Set<String> TURNS = Set.of(
            "turn",
            "turns",
            "utterance",
            "utterances",
            "utt",
            "sentence",
            "sentences",
            "phrase",
            "phrases",
            "transcription",
            "transcript",
            "text",
            "tx",
            "orth",
            "ortho",
            "speech",
            "transkription");

    private TierNames() {}

    private static boolean has(String name, Set<String> words) {
        for (String part : name.toLowerCase(Locale.ROOT).split("[^\\p{L}]+")) {
            if (words.contains(part)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a name is that of notes, codes, translations and the like. */
    static boolean isAside(String name) {
        return has(name, ASIDE);
    }

    static boolean isWords(String name) {
        return has(name, WORDS);
    }

    static boolean isSounds(String name) {
        return has(name, SOUNDS);
    }

    static boolean isTurns(String name) {
        return has(name, TURNS);
    }

    /** The speaker whom a tier is called by; what is left of the name without the kind of tier, or all if that is nothing. */
    static String speaker(String name) {
        String bare = BEFORE.matcher(BEHIND.matcher(name).replaceAll(""))
                .replaceAll("")
                .strip();
        return bare.isEmpty() ? "" : bare;
    }
}
