package org.tapescript.text.structure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.tapescript.domain.Block;
import org.tapescript.domain.Block.Style;
import org.tapescript.domain.CharSpan;
import org.tapescript.domain.Doubt;
import org.tapescript.domain.DoubtCode;
import org.tapescript.domain.Paragraph;
import org.tapescript.domain.ParagraphKind;
import org.tapescript.domain.SourceDocument;
import org.tapescript.domain.Transcript;
import org.tapescript.domain.Understanding;

/**
 * Understands a published transcript: which paragraphs are spoken, where turns begin, who speaks. What it is not sure of it
 * says as a doubt.
 *
 * <p>First the document's way of marking turns is found (dashes, labels, bold names, bold questions, nothing at all). What
 * carries a mark is a turn; everything else is judged by what it says and where it stands.
 */
public final class TranscriptAnalyzer {
    private static final String INTERVIEWER = "Interviewer";
    private static final String GUEST = "Guest";

    private static final Pattern CREDIT = Pattern.compile(
            "(?iU)(?:photo(?:graph)?s?|foto|фото|picture|image|illustration|bild|credit|courtesy|φωτο|צילום|تصوير|صورة|写真|摄影|사진)"
                    + "\\h*(?:graf\\w*|by|:|：|/|©|\\(|courtesy)|©|\\b(?:getty images|reuters|ap photo|afp)\\b");
    private static final Pattern NOTE = Pattern.compile(
            "(?iU)^(?:\\*|\\[)?(?:editor['’]s note|ed\\. ?note|translator['’]s note|note:|n\\.?b\\.?:|from the editors?\\b|"
                    + "от редакции|прим(?:ечание|\\.)|anm(?:erkung|\\.)|this (?:interview|conversation|transcript) (?:has been|was)"
                    + " (?:lightly |slightly )?(?:edited|condensed|translated))");
    private static final Pattern CLOSING = Pattern.compile(
            "(?iU)^(?:interview(?:ed)?(?: conducted)? by|translat(?:ed|ion) (?:by|from)|transcri(?:bed|ption) by|"
                    + "commentary by|recorded by|(?:about|read) (?:the|more|also)|the (?:author|interviewer|writer)\\b|afterword|epilogue|postscript)");
    private static final Pattern ENDS_SENTENCE = Pattern.compile("(?s).*[.!?…:;,]['\"’”»)\\]]*$");
    private static final Pattern ENDS_QUESTION = Pattern.compile("(?s).*[?？؟][!?]*['\"’”»)\\]]*$");
    private static final Pattern FIRST_PERSON =
            Pattern.compile("(?iU)\\b(?:i|i['’](?:m|ve|d|ll)|my|me|we|our|you|your|я|мы|мне|вы|ich|wir|je|nous|yo)\\b");
    private static final Set<String> NOT_A_NAME = Set.of(
            "note",
            "photo",
            "source",
            "credit",
            "update",
            "warning",
            "question",
            "answer",
            "caption",
            "image",
            "video",
            "listen",
            "read",
            "watch",
            "see",
            "also",
            "correction",
            "yes",
            "no",
            "ok",
            "so",
            "but",
            "and");
    private static final int HEADING_WORDS = 14;
    private static final int FIRST_HEADING_WORDS = 40;
    private static final int STANDFIRST_WORDS = 90;
    private static final double CERTAIN = 0.97;

    private final SourceDocument document;
    private final List<Block> blocks;
    private final List<String> texts = new ArrayList<>();
    private final List<Optional<TurnMark>> marks = new ArrayList<>();
    private final ParagraphKind[] kinds;
    private final String[] speakers;
    private final List<Doubt> doubts = new ArrayList<>();
    private final List<String> names;

    private TranscriptAnalyzer(SourceDocument document, List<String> names) {
        this.document = document;
        this.blocks = document.blocks();
        this.names = names;
        this.kinds = new ParagraphKind[blocks.size()];
        this.speakers = new String[blocks.size()];
        for (Block block : blocks) {
            texts.add(block.place().of(document.text()));
            marks.add(TurnMark.of(document.text(), block));
        }
    }

    /**
     * @param names speakers' names as the user gave them, in the order in which they first speak; may be empty
     */
    public static Transcript analyze(SourceDocument document, List<String> names) {
        return understand(document, names).transcript();
    }

    /** As {@link #analyze}, with how it was done. */
    public static Understanding understand(SourceDocument document, List<String> names) {
        TranscriptAnalyzer analyzer = new TranscriptAnalyzer(document, names);
        Transcript transcript = analyzer.run();
        String scheme = analyzer.blocks.stream().anyMatch(b -> b.speaker().isPresent())
                ? "named"
                : analyzer.scheme().map(k -> k.name().toLowerCase(Locale.ROOT)).orElse("none");
        return new Understanding(transcript, scheme, document.reading());
    }

    private Transcript run() {
        if (blocks.stream().anyMatch(b -> b.speaker().isPresent())) {
            takeNames();
            return transcript();
        }
        Optional<TurnMark.Kind> scheme = scheme();
        Map<String, String> people =
                scheme.isPresent() && scheme.get() != TurnMark.Kind.DASH ? people(scheme.get()) : Map.of();
        for (int i = 0; i < blocks.size(); i++) {
            int at = i;
            marks.set(i, marks.get(i).filter(m -> isTurn(at, m, scheme, people)));
        }
        classifyUnspoken(scheme.isPresent());
        if (people.isEmpty()) {
            alternate(scheme.isPresent());
        } else {
            name(people);
        }
        return transcript();
    }

    /** Names that the file gives beside the text are taken as they are; what has none goes on with the turn before it. */
    private void takeNames() {
        String current =
                blocks.stream().flatMap(b -> b.speaker().stream()).findFirst().orElseThrow();
        for (int i = 0; i < blocks.size(); i++) {
            Optional<String> name = blocks.get(i).speaker();
            current = name.map(this::given).orElse(current);
            int begin = blocks.get(i).place().start();
            marks.set(i, name.map(n -> new TurnMark(TurnMark.Kind.LABEL, name, begin)));
            kinds[i] = name.isPresent() || i == 0 ? ParagraphKind.TURN : ParagraphKind.CONTINUATION;
            speakers[i] = current;
        }
    }

    /** The way in which most paragraphs are marked; none if hardly any are. */
    private Optional<TurnMark.Kind> scheme() {
        Map<TurnMark.Kind, Integer> counts = new HashMap<>();
        Map<String, Integer> labels = new HashMap<>();
        for (int i = 0; i < blocks.size(); i++) {
            if (!isCaption(i)) {
                marks.get(i).ifPresent(m -> {
                    counts.merge(m.kind(), 1, Integer::sum);
                    m.name().ifPresent(n -> labels.merge(key(n), 1, Integer::sum));
                });
            }
        }
        // Labels count when they come again: "One thing:" at the head of a paragraph is no speaker.
        int repeated = labels.values().stream()
                .filter(c -> c > 1)
                .mapToInt(Integer::intValue)
                .sum();
        if (repeated < counts.getOrDefault(TurnMark.Kind.LABEL, 0)) {
            counts.put(TurnMark.Kind.LABEL, names.isEmpty() ? repeated : counts.get(TurnMark.Kind.LABEL));
        }
        int bold = counts.getOrDefault(TurnMark.Kind.BOLD_QUESTION, 0);
        if (bold * 4 > blocks.size() * 3) {
            counts.remove(TurnMark.Kind.BOLD_QUESTION);
        }
        return counts.entrySet().stream()
                .filter(e -> e.getValue() >= 2 && e.getValue() * 20 >= blocks.size())
                .max(Comparator.comparingInt(Map.Entry::getValue))
                .map(Map.Entry::getKey);
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[.\\h]+", " ").trim();
    }

    /** Labels that name people, each with the name to show; short forms lead to the full name. */
    private Map<String, String> people(TurnMark.Kind scheme) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        Map<String, String> shown = new LinkedHashMap<>();
        for (Optional<TurnMark> mark : marks) {
            mark.flatMap(TurnMark::name).ifPresent(n -> {
                counts.merge(key(n), 1, Integer::sum);
                shown.putIfAbsent(key(n), n);
            });
        }
        if (scheme == TurnMark.Kind.BOLD_QUESTION) {
            return Map.of();
        }
        boolean capitals = shown.entrySet().stream()
                .filter(e -> counts.get(e.getKey()) > 1)
                .allMatch(e -> e.getValue().equals(e.getValue().toUpperCase(Locale.ROOT)));
        Map<String, String> people = new LinkedHashMap<>();
        shown.forEach((key, name) -> {
            boolean styled = !capitals || name.equals(name.toUpperCase(Locale.ROOT));
            boolean given = names.stream().anyMatch(n -> key(n).equals(key));
            if (given || counts.get(key) > 1 || (styled && !NOT_A_NAME.contains(key))) {
                people.put(key, name);
            }
        });
        new LinkedHashMap<>(people)
                .forEach((key, name) -> people.keySet().stream()
                        .filter(full -> !full.equals(key) && isShortFor(key, full))
                        .findFirst()
                        .ifPresent(full -> people.put(key, people.get(full))));
        return people;
    }

    /** Whether a label is a name's last or first part or its initials. */
    private static boolean isShortFor(String label, String full) {
        String[] parts = full.split(" ");
        if (parts.length < 2 || full.matches(".*\\d$")) {
            return false;
        }
        StringBuilder initials = new StringBuilder();
        for (String part : parts) {
            initials.append(part.charAt(0));
        }
        return label.equals(parts[parts.length - 1])
                || label.equals(parts[0])
                || label.replace(" ", "").contentEquals(initials);
    }

    private boolean isTurn(int i, TurnMark mark, Optional<TurnMark.Kind> scheme, Map<String, String> people) {
        if (scheme.isEmpty() || isCaption(i)) {
            return false;
        }
        if (mark.kind() == TurnMark.Kind.DASH) {
            return scheme.get() == TurnMark.Kind.DASH;
        }
        if (mark.kind() == TurnMark.Kind.BOLD_QUESTION) {
            return scheme.get() == TurnMark.Kind.BOLD_QUESTION && !isHeadingLike(i);
        }
        return scheme.get() != TurnMark.Kind.DASH
                && mark.name().map(n -> people.containsKey(key(n))).orElse(false);
    }

    private boolean isCaption(int i) {
        return blocks.get(i).style() == Style.CAPTION
                || CREDIT.matcher(texts.get(i)).find() && !startsWithDash(i);
    }

    private boolean startsWithDash(int i) {
        return marks.get(i).map(m -> m.kind() == TurnMark.Kind.DASH).orElse(false);
    }

    private int words(int i) {
        return Repetition.normalise(texts.get(i)).size();
    }

    private boolean isHeadingLike(int i) {
        String text = texts.get(i);
        boolean open = !ENDS_SENTENCE.matcher(text).matches();
        return blocks.get(i).style() == Style.HEADING
                || (words(i) <= HEADING_WORDS && open)
                || (words(i) <= HEADING_WORDS
                        && text.equals(text.toUpperCase(Locale.ROOT))
                        && !text.equals(text.toLowerCase(Locale.ROOT)));
    }

    private void classifyUnspoken(boolean marked) {
        Repetition repetition = new Repetition(texts);
        int first = 0;
        int last = blocks.size() - 1;
        if (marked) {
            while (first < blocks.size() && marks.get(first).isEmpty()) {
                first++;
            }
            while (last >= 0 && marks.get(last).isEmpty()) {
                last--;
            }
        }
        for (int i = 0; i < blocks.size(); i++) {
            if (marks.get(i).isPresent()) {
                kinds[i] = ParagraphKind.TURN;
            } else if (StageDirections.isWhole(texts.get(i))
                    || NOTE.matcher(texts.get(i)).find()) {
                kinds[i] = ParagraphKind.NOTE;
            } else if (isCaption(i)) {
                kinds[i] = ParagraphKind.CAPTION;
            } else if (blocks.get(i).style() == Style.HEADING) {
                kinds[i] = ParagraphKind.HEADING;
            } else if (marked && isPullQuote(i, repetition, i == 0)) {
                kinds[i] = ParagraphKind.PULL_QUOTE;
            } else if (marked && i > first && i < last && isHeadingLike(i)) {
                kinds[i] = ParagraphKind.HEADING;
            } else if (marked
                    && i > first
                    && i < last
                    && !ENDS_SENTENCE.matcher(texts.get(i)).matches()) {
                // Speech is printed with full stops; large type goes without.
                kinds[i] = ParagraphKind.PULL_QUOTE;
                doubts.add(new Doubt(blocks.get(i).line(), DoubtCode.OPEN_PULL_QUOTE, 0.3));
            }
        }
        if (marked) {
            frontMatter(first);
            backMatter(last);
        } else {
            unmarkedTitle();
        }
        for (int i = 0; i < blocks.size(); i++) {
            if (kinds[i] == null) {
                kinds[i] = ParagraphKind.CONTINUATION;
            }
        }
    }

    private boolean isPullQuote(int i, Repetition repetition, boolean title) {
        int source = repetition.source(i);
        if (source < 0 || title) {
            return blocks.get(i).style() == Style.QUOTE && source >= 0;
        }
        // Of two paragraphs that say the same, the marked or the longer one is the speech.
        boolean sameLength = words(source) == words(i);
        return marks.get(source).isPresent()
                || !sameLength
                || source > i && ENDS_SENTENCE.matcher(texts.get(source)).matches();
    }

    private void frontMatter(int first) {
        boolean heading = false;
        boolean standfirst = false;
        int open = 0;
        for (int i = 0; i < first; i++) {
            open += kinds[i] == null ? 1 : 0;
        }
        for (int i = 0; i < first; i++) {
            if (kinds[i] == ParagraphKind.HEADING) {
                heading = true;
            }
            if (kinds[i] != null) {
                continue;
            }
            boolean short0 = words(i) <= FIRST_HEADING_WORDS
                    && !ENDS_SENTENCE.matcher(texts.get(i)).matches();
            if (!heading && (short0 || isHeadingLike(i) || (i == 0 && words(i) <= HEADING_WORDS && open > 1))) {
                kinds[i] = ParagraphKind.HEADING;
                heading = true;
            } else if (isHeadingLike(i)) {
                kinds[i] = ParagraphKind.HEADING;
            } else if (heading && !standfirst && words(i) <= STANDFIRST_WORDS) {
                kinds[i] = ParagraphKind.STANDFIRST;
                standfirst = true;
            } else {
                kinds[i] = ParagraphKind.INTRODUCTION;
                standfirst = true;
            }
        }
    }

    /** What follows the last mark: the last turn goes on, until a heading, a credit or somebody else's voice ends it. */
    private void backMatter(int last) {
        boolean over = false;
        for (int i = last + 1; i < blocks.size(); i++) {
            if (kinds[i] == ParagraphKind.HEADING) {
                over = true;
            }
            if (kinds[i] != null) {
                continue;
            }
            if (isHeadingLike(i) && !over) {
                kinds[i] = CLOSING.matcher(texts.get(i)).find() && i == blocks.size() - 1
                        ? ParagraphKind.AFTERWORD
                        : ParagraphKind.HEADING;
                over = true;
            } else if (isHeadingLike(i) && i + 1 < blocks.size()) {
                kinds[i] = ParagraphKind.HEADING;
            } else if (over
                    || CLOSING.matcher(texts.get(i)).find()
                    || !FIRST_PERSON.matcher(texts.get(i)).find()) {
                kinds[i] = ParagraphKind.AFTERWORD;
                if (!over && !CLOSING.matcher(texts.get(i)).find()) {
                    doubts.add(new Doubt(blocks.get(i).line(), DoubtCode.AFTERWORD_OR_TURN, 0.4));
                }
                over = true;
            } else {
                doubts.add(new Doubt(blocks.get(i).line(), DoubtCode.TURN_OR_AFTERWORD, 0.35));
            }
        }
    }

    /** Without any marks only a title can be told: a short first line without a full stop. */
    private void unmarkedTitle() {
        if (blocks.size() > 2 && kinds[0] == null && isHeadingLike(0)) {
            kinds[0] = ParagraphKind.HEADING;
        }
    }

    private void alternate(boolean marked) {
        List<Integer> spoken = new ArrayList<>();
        List<Alternation.Part> parts = new ArrayList<>();
        for (int i = 0; i < blocks.size(); i++) {
            if (kinds[i].isSpoken()) {
                spoken.add(i);
                parts.add(new Alternation.Part(
                        marks.get(i).isPresent(),
                        ENDS_QUESTION.matcher(texts.get(i)).matches(),
                        words(i)));
            }
        }
        boolean boldQuestions =
                marks.stream().anyMatch(m -> m.isPresent() && m.get().kind() == TurnMark.Kind.BOLD_QUESTION);
        boolean monologue = !marked && parts.stream().noneMatch(Alternation.Part::question);
        Alternation alternation = new Alternation(parts, marked);
        int[] who = alternation.speakers();
        List<String> order = new ArrayList<>(names);
        int opening = who.length == 0 ? 0 : who[0];
        for (int k = 0; k < spoken.size(); k++) {
            int i = spoken.get(k);
            boolean turn = k == 0 || who[k] != who[k - 1];
            int speaker = who[k];
            if (boldQuestions) {
                speaker = marks.get(i).isPresent() ? Alternation.INTERVIEWER : Alternation.GUEST;
                turn = k == 0
                        || speaker == Alternation.INTERVIEWER
                        || marks.get(spoken.get(k - 1)).isPresent();
            } else if (monologue) {
                speaker = Alternation.GUEST;
                turn = k == 0;
            } else {
                doubtChange(k, i, turn, alternation, parts, marked);
            }
            kinds[i] = turn ? ParagraphKind.TURN : ParagraphKind.CONTINUATION;
            speakers[i] = name(
                    order, speaker, boldQuestions ? Alternation.INTERVIEWER : monologue ? Alternation.GUEST : opening);
        }
        if (!marked && parts.size() > 1) {
            doubts.add(new Doubt(
                    blocks.get(spoken.get(0)).line(), monologue ? DoubtCode.ONE_VOICE : DoubtCode.NO_MARKS, 0.9));
        }
    }

    private static String name(List<String> given, int speaker, int opening) {
        int order = speaker == opening ? 0 : 1;
        if (order < given.size()) {
            return given.get(order);
        }
        return speaker == Alternation.INTERVIEWER ? INTERVIEWER : GUEST;
    }

    private void doubtChange(
            int k, int i, boolean turn, Alternation alternation, List<Alternation.Part> parts, boolean marked) {
        if (k == 0 || !marked) {
            return;
        }
        double change = alternation.changes(k);
        Alternation.Part part = parts.get(k);
        Alternation.Part before = parts.get(k - 1);
        if (!part.marked() && turn) {
            doubts.add(new Doubt(blocks.get(i).line(), DoubtCode.MARK_MISSING, 0.5 + change / 2));
        } else if (!part.marked() && before.question()) {
            doubts.add(new Doubt(blocks.get(i).line(), DoubtCode.ANSWER_UNMARKED, Math.max(0.3, change)));
        } else if (!part.marked() && 1 - change < CERTAIN) {
            doubts.add(new Doubt(blocks.get(i).line(), DoubtCode.CHANGE_UNMARKED, change));
        } else if (part.marked() && before.question() && part.question()) {
            doubts.add(new Doubt(
                    blocks.get(i).line(),
                    DoubtCode.QUESTION_AFTER_QUESTION,
                    Math.max(0.15, Math.min(0.6, 1 - change))));
        } else if (part.marked() && change < 0.5) {
            doubts.add(new Doubt(blocks.get(i).line(), DoubtCode.MARK_UNFIT, 1 - change));
        }
    }

    private void name(Map<String, String> people) {
        String current = null;
        Map<String, Integer> turns = new HashMap<>();
        for (int i = 0; i < blocks.size(); i++) {
            Optional<String> name = marks.get(i).flatMap(TurnMark::name);
            if (name.isPresent()) {
                current = given(people.get(key(name.get())));
                turns.merge(current, 1, Integer::sum);
            }
            if (kinds[i].isSpoken()) {
                speakers[i] = current;
            }
        }
        for (int i = 0; i < blocks.size(); i++) {
            boolean opens = marks.get(i).isPresent();
            if (opens && turns.get(speakers[i]) == 1 && turns.size() > 2) {
                doubts.add(new Doubt(blocks.get(i).line(), DoubtCode.RARE_NAME, List.of(speakers[i]), 0.3));
            } else if (!opens
                    && kinds[i] == ParagraphKind.CONTINUATION
                    && i > 0
                    && ENDS_QUESTION.matcher(texts.get(i - 1)).matches()) {
                doubts.add(new Doubt(blocks.get(i).line(), DoubtCode.ANSWER_UNNAMED, 0.4));
            }
        }
    }

    /** The user's own spelling of a name, if he gave it. */
    private String given(String name) {
        return names.stream()
                .filter(n -> key(n).equals(key(name)) || isShortFor(key(name), key(n)))
                .findFirst()
                .orElse(name);
    }

    private Transcript transcript() {
        List<Paragraph> paragraphs = new ArrayList<>();
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            Optional<CharSpan> label = marks.get(i)
                    .filter(m -> m.end() > block.place().start() || m.kind() == TurnMark.Kind.LABEL)
                    .map(m -> new CharSpan(
                            block.place().start(),
                            Math.min(m.end(), block.place().end())));
            List<CharSpan> notes = kinds[i].isSpoken()
                    ? StageDirections.in(
                            document.text(),
                            new CharSpan(
                                    label.map(CharSpan::end)
                                            .orElse(block.place().start()),
                                    block.place().end()))
                    : List.of();
            paragraphs.add(new Paragraph(
                    block.line(), block.place(), kinds[i], Optional.ofNullable(speakers[i]), notes, label));
        }
        doubts.sort(Comparator.comparingDouble(Doubt::likelihood).reversed().thenComparingInt(Doubt::line));
        return new Transcript(document.name(), document.text(), paragraphs, doubts, hints());
    }

    /** Times of words, if the file has them; else those of its paragraphs, or those printed before them. */
    private List<Transcript.Hint> hints() {
        List<Transcript.Hint> words =
                document.times().stream().filter(Transcript.Hint::exact).toList();
        if (!words.isEmpty()) {
            return words;
        }
        if (!document.times().isEmpty()) {
            return document.times();
        }
        List<Transcript.Hint> given = blocks.stream()
                .flatMap(b -> b.time().stream().map(time -> new Transcript.Hint(b.place(), time, false)))
                .toList();
        return given.isEmpty() ? PrintedTimes.of(document) : given;
    }
}
