package org.tapescript.format.chat;

/** What is said in a main line of CHAT: words without the codes around, behind and within them. */
final class ChatText {
    private ChatText() {}

    static String said(String coded) {
        String bare = coded.replaceAll("[\\x01-\\x08]", "")
                // How an utterance is linked to the one before, "+<" where it overlaps it.
                .replaceAll("(?<=^|\\s)\\+[\"^<,+≋≈](?=\\s)", " ")
                // Codes in square brackets: retracing, errors, replacements, comments, overlaps.
                .replaceAll("\\[[^\\[\\]]*\\]", " ")
                .replaceAll("[<>‹›⌈⌉⌊⌋↑↓↗↘→⇗⇘∆∇°▁▔☺♋⁇∬Ϋ∙≋≡ˈˌ„‡]", "")
                // Pauses, events, what was left out or cannot be understood.
                .replaceAll("(?<=^|\\s)\\((?:\\.{1,3}|\\d+(?:[.:]\\d*)*)\\)(?=\\s|$)", " ")
                .replaceAll("(?<=^|\\s)&[=~][^\\s]+", " ")
                .replaceAll("(?<=^|\\s)(?:xxx?|yyy?|www)(?=\\s|$)", " ")
                .replaceAll("(?<=^|\\s)0\\p{L}*(?=\\s|$)", " ")
                // Fillers and fragments are said.
                .replaceAll("(?<=^|\\s)&[-+]?(?=\\p{L})", "")
                // How an utterance begins or ends otherwise than by a full stop.
                .replaceAll(
                        "(?<=^|\\s)\\+(?:\\.\\.\\.|\\.\\.\\?|/\\.|//\\.|/\\?|//\\?|!\\?|\"/\\.|\"\\.|\\.)(?=\\s|$)",
                        "…")
                .replaceAll("(?<=\\p{L})@[a-z:$\\p{L}]+", "")
                // Shortened words in full, sounds that last as they are written.
                .replaceAll("(?<=\\p{L})\\((\\p{L}+)\\)|\\((\\p{L}+)\\)(?=\\p{L})", "$1$2")
                .replaceAll("(?<=\\p{L}):+(?=\\p{L}|\\s|$)", "")
                .replaceAll("(?<=\\p{L})[_+](?=\\p{L})", " ");
        String said = bare.replaceAll("(?U)\\s+", " ")
                .replaceAll(" (?=[.?!,;…](?:\\s|$))", "")
                .strip();
        // Of an utterance that nobody understood only its end is left.
        return said.matches("[.?!,;…]*") ? "" : said;
    }
}
