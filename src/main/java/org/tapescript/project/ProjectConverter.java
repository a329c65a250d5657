package org.tapescript.project;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;
import org.tapescript.domain.CharSpan;
import org.tapescript.domain.Comment;
import org.tapescript.domain.CueEdge;
import org.tapescript.domain.Doubt;
import org.tapescript.domain.DoubtCode;
import org.tapescript.domain.HandCorrections;
import org.tapescript.domain.MatchQuality;
import org.tapescript.domain.Notes;
import org.tapescript.domain.Origin;
import org.tapescript.domain.OwnPronunciation;
import org.tapescript.domain.Paragraph;
import org.tapescript.domain.ParagraphKind;
import org.tapescript.domain.Recording;
import org.tapescript.domain.SpeakerDoubt;
import org.tapescript.domain.SpeakerReason;
import org.tapescript.domain.StraySpeech;
import org.tapescript.domain.SyncBasis;
import org.tapescript.domain.SyncMethod;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.domain.TimeSpan;
import org.tapescript.domain.Timing;
import org.tapescript.domain.Transcript;
import org.tapescript.domain.Turn;
import org.tapescript.domain.Word;
import org.tapescript.project.ProjectShape.CommentShape;
import org.tapescript.project.ProjectShape.CueEdgeShape;
import org.tapescript.project.ProjectShape.DoubtShape;
import org.tapescript.project.ProjectShape.GapShape;
import org.tapescript.project.ProjectShape.HintShape;
import org.tapescript.project.ProjectShape.LentShape;
import org.tapescript.project.ProjectShape.MatchShape;
import org.tapescript.project.ProjectShape.ParagraphShape;
import org.tapescript.project.ProjectShape.PlaceShape;
import org.tapescript.project.ProjectShape.PronunciationShape;
import org.tapescript.project.ProjectShape.ReasonShape;
import org.tapescript.project.ProjectShape.RecordingShape;
import org.tapescript.project.ProjectShape.ReplacedShape;
import org.tapescript.project.ProjectShape.SpeakerDoubtShape;
import org.tapescript.project.ProjectShape.StretchShape;
import org.tapescript.project.ProjectShape.TranscriptShape;
import org.tapescript.project.ProjectShape.TurnShape;
import org.tapescript.project.ProjectShape.WordShape;
import org.tapescript.text.SpeakerReasonText;
import org.tapescript.text.structure.DoubtText;

/** Turns projects into what their file holds and back. */
final class ProjectConverter {
    private ProjectConverter() {}

    static ProjectShape toShape(SyncedTranscript t) {
        return new ProjectShape(
                ProjectShape.FORMAT,
                ProjectShape.VERSION,
                t.language(),
                method(t.basis().method()),
                t.basis().textLanguage().orElse(null),
                t.basis().lexicon().isEmpty()
                        ? null
                        : t.basis().lexicon().stream()
                                .map(p -> new PronunciationShape(p.word(), p.phones()))
                                .toList(),
                t.recordings().stream()
                        .map(r -> new RecordingShape(
                                r.path(),
                                r.fingerprint(),
                                r.channels(),
                                r.seconds(),
                                r.mixture(),
                                r.breaksOff(),
                                r.speed().isPresent() ? r.speed().getAsDouble() : null,
                                r.track() == 1 ? null : r.track(),
                                r.hiddenSeconds() == 0 ? null : r.hiddenSeconds(),
                                r.gaps().isEmpty()
                                        ? null
                                        : r.gaps().stream()
                                                .map(g -> new GapShape(g.startSeconds(), g.endSeconds()))
                                                .toList()))
                        .toList(),
                new TranscriptShape(
                        t.transcript().name(),
                        t.transcript().text(),
                        t.transcript().paragraphs().stream()
                                .map(ProjectConverter::toShape)
                                .toList(),
                        t.transcript().doubts().stream()
                                .map(d -> new DoubtShape(
                                        d.line(),
                                        DoubtText.of(d, Locale.ENGLISH),
                                        d.code().label(),
                                        d.arguments().isEmpty() ? null : d.arguments(),
                                        d.likelihood()))
                                .toList(),
                        t.transcript().hints().isEmpty()
                                ? null
                                : t.transcript().hints().stream()
                                        .map(ProjectConverter::toShape)
                                        .toList()),
                t.turns().stream()
                        .map(turn -> new TurnShape(
                                turn.id(),
                                turn.speaker(),
                                turn.line(),
                                turn.speakerIsManual(),
                                turn.speakerConfidence().isPresent()
                                        ? turn.speakerConfidence().getAsDouble()
                                        : null,
                                turn.words().stream()
                                        .map(ProjectConverter::toShape)
                                        .toList()))
                        .toList(),
                t.untranscribed().stream()
                        .map(s -> new StretchShape(
                                s.startSeconds(),
                                s.endSeconds(),
                                s.speaker().orElse(null),
                                s.overlapsWords() ? true : null))
                        .toList(),
                t.speakerDoubts().stream()
                        .map(d -> new SpeakerDoubtShape(
                                d.line(),
                                d.seconds().orElse(null),
                                d.speaker(),
                                d.other(),
                                d.probability(),
                                SpeakerReasonText.of(d.reasons(), Locale.ROOT),
                                d.reasons().stream()
                                        .map(r -> new ReasonShape(r.code().label(), r.arguments()))
                                        .toList()))
                        .toList(),
                new MatchShape(
                        t.match().anchoredShare(),
                        t.match().speechSeconds(),
                        t.match().margin(),
                        t.match().signalToNoise(),
                        t.match().lent().map(ProjectConverter::shape).orElse(null),
                        t.match().written().orElse(null)),
                t.cueEdges().isEmpty() ? null : cueEdges(t),
                t.notes().comments().isEmpty()
                        ? null
                        : t.notes().comments().stream()
                                .map(ProjectConverter::toShape)
                                .toList(),
                t.notes().ownWords().isEmpty() ? null : t.notes().sortedWords(),
                t.notes().corrections().printed().orElse(null),
                t.notes().corrections().replaced().isEmpty()
                        ? null
                        : t.notes().corrections().replaced().stream()
                                .map(r -> new ReplacedShape(r.line(), r.byHand(), r.revised()))
                                .toList());
    }

    /** In the order of the text. */
    private static List<CueEdgeShape> cueEdges(SyncedTranscript t) {
        return t.words().stream()
                .filter(w -> t.cueEdges().containsKey(w.id()))
                .map(w ->
                        new CueEdgeShape(w.id(), t.cueEdges().get(w.id()).name().toLowerCase(Locale.ROOT)))
                .toList();
    }

    private static Map<String, CueEdge> cueEdges(List<CueEdgeShape> shapes) {
        Map<String, CueEdge> edges = new HashMap<>();
        for (CueEdgeShape shape : shapes == null ? List.<CueEdgeShape>of() : shapes) {
            edges.put(shape.word(), CueEdge.valueOf(shape.edge().toUpperCase(Locale.ROOT)));
        }
        return edges;
    }

    private static CommentShape toShape(Comment comment) {
        Optional<Comment.Words> words = comment.words();
        return new CommentShape(
                comment.id(),
                comment.micros() / 1e6,
                words.map(Comment.Words::first).orElse(null),
                words.filter(w -> !w.last().equals(w.first()))
                        .map(Comment.Words::last)
                        .orElse(null),
                comment.isBookmark() ? null : comment.text());
    }

    private static Comment comment(CommentShape shape) {
        return new Comment(
                shape.id(),
                Optional.ofNullable(shape.word())
                        .map(w -> new Comment.Words(w, shape.lastWord() == null ? w : shape.lastWord())),
                Math.round(shape.time() * 1e6),
                shape.text() == null ? "" : shape.text());
    }

    private static Notes notes(ProjectShape shape) {
        return new Notes(
                cueEdges(shape.cueEdges()),
                shape.comments() == null
                        ? List.of()
                        : shape.comments().stream()
                                .map(ProjectConverter::comment)
                                .toList(),
                shape.ownWords() == null ? Set.of() : Set.copyOf(shape.ownWords()),
                corrections(shape));
    }

    private static HandCorrections corrections(ProjectShape shape) {
        return new HandCorrections(
                Optional.ofNullable(shape.printedText()),
                shape.replacedCorrections() == null
                        ? List.of()
                        : shape.replacedCorrections().stream()
                                .map(r -> new HandCorrections.Replaced(r.line(), r.byHand(), r.revised()))
                                .toList());
    }

    private static String method(SyncMethod method) {
        return method == SyncMethod.BY_VOICES ? "voices" : "words";
    }

    private static ParagraphShape toShape(Paragraph p) {
        return new ParagraphShape(
                p.line(),
                p.place().start(),
                p.place().end(),
                p.kind().label(),
                p.speaker().orElse(null),
                p.notes().isEmpty()
                        ? null
                        : p.notes().stream().map(ProjectConverter::toShape).toList(),
                p.label().map(ProjectConverter::toShape).orElse(null));
    }

    private static HintShape toShape(Transcript.Hint hint) {
        return new HintShape(
                hint.place().start(),
                hint.place().end(),
                hint.time().startSeconds(),
                hint.time().endSeconds(),
                hint.recording() == 0 ? null : hint.recording());
    }

    private static PlaceShape toShape(CharSpan span) {
        return new PlaceShape(span.start(), span.end());
    }

    private static WordShape toShape(Word word) {
        if (word.timing() instanceof Timing.Timed timed) {
            return new WordShape(
                    word.id(),
                    word.place().start(),
                    word.place().end(),
                    timed.time().startSeconds(),
                    timed.time().endSeconds(),
                    timed.confidence(),
                    timed.origin().name().toLowerCase(Locale.ROOT));
        }
        return new WordShape(word.id(), word.place().start(), word.place().end(), null, null, null, null);
    }

    /**
     * @throws IllegalArgumentException if a value is out of its range, or a place is not in the text
     * @throws NullPointerException if a part is missing
     */
    static SyncedTranscript fromShape(ProjectShape shape) {
        TranscriptShape t = shape.transcript();
        Transcript transcript = new Transcript(
                t.name(),
                t.text(),
                t.paragraphs().stream().map(ProjectConverter::paragraph).toList(),
                t.doubts().stream().map(ProjectConverter::doubt).toList(),
                t.hints() == null
                        ? List.of()
                        : t.hints().stream()
                                .map(h -> new Transcript.Hint(
                                        new CharSpan(h.charStart(), h.charEnd()),
                                        TimeSpan.ofSeconds(h.start(), h.end()),
                                        false,
                                        h.recording() == null ? 0 : h.recording()))
                                .toList());
        List<Turn> turns = shape.turns().stream()
                .map(turn -> new Turn(
                        turn.id(),
                        turn.speaker(),
                        turn.line(),
                        turn.speakerManual(),
                        turn.speakerConfidence() == null
                                ? OptionalDouble.empty()
                                : OptionalDouble.of(turn.speakerConfidence()),
                        turn.words().stream().map(w -> word(w, t.text())).toList()))
                .toList();
        return new SyncedTranscript(
                basis(shape, turns),
                shape.recordings().stream()
                        .map(r -> new Recording(
                                r.path(),
                                r.fingerprint(),
                                r.channels(),
                                Math.round(r.duration() * 1e6),
                                r.mixture(),
                                r.breaksOff(),
                                r.speed() == null ? OptionalDouble.empty() : OptionalDouble.of(r.speed()),
                                r.track() == null ? 1 : r.track(),
                                r.hidden() == null ? 0 : r.hidden(),
                                r.gaps() == null
                                        ? List.of()
                                        : r.gaps().stream()
                                                .map(g -> TimeSpan.ofSeconds(g.start(), g.end()))
                                                .toList()))
                        .toList(),
                transcript,
                turns,
                shape.untranscribed().stream()
                        .map(s -> new StraySpeech(
                                TimeSpan.ofSeconds(s.start(), s.end()),
                                Optional.ofNullable(s.speaker()),
                                Boolean.TRUE.equals(s.overlapsWords())))
                        .toList(),
                // Projects from before voices were compared have none.
                shape.speakerDoubts() == null
                        ? List.of()
                        : shape.speakerDoubts().stream()
                                .map(d -> new SpeakerDoubt(
                                        d.line(),
                                        Optional.ofNullable(d.time()),
                                        d.speaker(),
                                        d.other(),
                                        d.probability(),
                                        reasons(d)))
                                .toList(),
                new MatchQuality(
                        shape.match().anchoredShare(),
                        shape.match().speechSeconds(),
                        shape.match().margin(),
                        shape.match().signalToNoise(),
                        Optional.ofNullable(shape.match().lent())
                                .map(l -> new MatchQuality.Lent(
                                        l.model(),
                                        l.byLetters(),
                                        l.agreement() == null
                                                ? OptionalDouble.empty()
                                                : OptionalDouble.of(l.agreement()))),
                        Optional.ofNullable(shape.match().written())),
                notes(shape));
    }

    private static LentShape shape(MatchQuality.Lent lent) {
        return new LentShape(
                lent.model(),
                lent.byLetters(),
                lent.agreement().isPresent() ? lent.agreement().getAsDouble() : null);
    }

    /** Projects from before the method was kept show it in their words' times. */
    private static SyncBasis basis(ProjectShape shape, List<Turn> turns) {
        SyncMethod method = shape.method() == null
                ? SyncedTranscript.method(turns)
                : Stream.of(SyncMethod.values())
                        .filter(m -> method(m).equals(shape.method()))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("there is no method '" + shape.method() + "'"));
        return new SyncBasis(
                shape.language(),
                method,
                Optional.ofNullable(shape.textLanguage()),
                shape.lexicon() == null
                        ? List.of()
                        : shape.lexicon().stream()
                                .map(p -> new OwnPronunciation(p.word(), p.phones()))
                                .toList());
    }

    private static Paragraph paragraph(ParagraphShape p) {
        return new Paragraph(
                p.line(),
                new CharSpan(p.charStart(), p.charEnd()),
                ParagraphKind.ofLabel(p.kind()),
                Optional.ofNullable(p.speaker()),
                p.notes() == null
                        ? List.of()
                        : p.notes().stream().map(ProjectConverter::place).toList(),
                Optional.ofNullable(p.label()).map(ProjectConverter::place));
    }

    /** Doubts that were written without a code are said in the words of then. */
    private static Doubt doubt(DoubtShape d) {
        Optional<DoubtCode> code = DoubtCode.ofLabel(d.code());
        List<String> arguments = d.arguments() == null ? List.of() : d.arguments();
        return code.map(c -> new Doubt(d.line(), c, arguments, d.likelihood()))
                .orElseGet(() -> new Doubt(d.line(), DoubtCode.SAID, List.of(d.reason()), d.likelihood()));
    }

    /** A version that knows fewer codes goes by the words, as do doubts from before there were codes. */
    private static List<SpeakerReason> reasons(SpeakerDoubtShape d) {
        List<ReasonShape> shapes = d.reasons() == null ? List.of() : d.reasons();
        List<SpeakerReason> result = new ArrayList<>();
        for (ReasonShape shape : shapes) {
            List<String> arguments = shape.arguments() == null ? List.of() : shape.arguments();
            SpeakerReason.Code.ofLabel(shape.code()).ifPresent(code -> result.add(new SpeakerReason(code, arguments)));
        }
        return result.isEmpty() || result.size() < shapes.size() ? EarlierReasons.of(d.reason()) : result;
    }

    private static CharSpan place(PlaceShape p) {
        return new CharSpan(p.charStart(), p.charEnd());
    }

    private static Word word(WordShape w, String text) {
        CharSpan place = new CharSpan(w.charStart(), w.charEnd());
        if (place.end() > text.length()) {
            throw new IllegalArgumentException("word " + w.id() + " lies behind the end of the text");
        }
        Timing timing = w.start() == null
                ? Timing.UNALIGNED
                : new Timing.Timed(
                        TimeSpan.ofSeconds(w.start(), w.end()),
                        w.confidence(),
                        Origin.valueOf(w.origin().toUpperCase(Locale.ROOT)));
        return new Word(w.id(), place.of(text), place, timing);
    }
}
