package org.tapescript.project;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;

/** A project file as JSON has it, all of it but what {@link MayBeMissing}; described in docs/formats/project-file.md. Apart from the domain, so that both can change. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ProjectShape(
        String format,
        int version,
        String language,
        @ProjectShape.MayBeMissing String method,
        @ProjectShape.MayBeMissing String textLanguage,
        @ProjectShape.MayBeMissing List<PronunciationShape> lexicon,
        List<RecordingShape> recordings,
        TranscriptShape transcript,
        List<TurnShape> turns,
        List<StretchShape> untranscribed,
        @ProjectShape.MayBeMissing List<SpeakerDoubtShape> speakerDoubts,
        MatchShape match,
        @ProjectShape.MayBeMissing List<CueEdgeShape> cueEdges,
        @ProjectShape.MayBeMissing List<CommentShape> comments,
        @ProjectShape.MayBeMissing List<String> ownWords,
        @ProjectShape.MayBeMissing String printedText,
        @ProjectShape.MayBeMissing List<ReplacedShape> replacedCorrections) {

    static final String FORMAT = "tapescript-project";
    static final int VERSION = 1;

    /** Of a part that need not be there. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.RECORD_COMPONENT)
    @interface MayBeMissing {}

    record PronunciationShape(String word, String phones) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RecordingShape(
            String path,
            String fingerprint,
            int channels,
            double duration,
            String mixture,
            boolean breaksOff,
            @MayBeMissing Double speed,
            @MayBeMissing Integer track,
            @MayBeMissing Double hidden,
            @MayBeMissing List<GapShape> gaps) {}

    record ReplacedShape(int line, String byHand, String revised) {}

    record GapShape(double start, double end) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record TranscriptShape(
            String name,
            String text,
            List<ParagraphShape> paragraphs,
            List<DoubtShape> doubts,
            @MayBeMissing List<HintShape> hints) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record HintShape(
            int charStart,
            int charEnd,
            double start,
            double end,
            @MayBeMissing Integer recording) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ParagraphShape(
            int line,
            int charStart,
            int charEnd,
            String kind,
            @MayBeMissing String speaker,
            @MayBeMissing List<PlaceShape> notes,
            @MayBeMissing PlaceShape label) {}

    record PlaceShape(int charStart, int charEnd) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DoubtShape(
            int line,
            String reason,
            @MayBeMissing String code,
            @MayBeMissing List<String> arguments,
            double likelihood) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record TurnShape(
            String id,
            String speaker,
            int line,
            boolean speakerManual,
            @MayBeMissing Double speakerConfidence,
            List<WordShape> words) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record WordShape(
            String id,
            int charStart,
            int charEnd,
            @MayBeMissing Double start,
            @MayBeMissing Double end,
            @MayBeMissing Double confidence,
            @MayBeMissing String origin) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record StretchShape(
            double start,
            double end,
            @MayBeMissing String speaker,
            @MayBeMissing Boolean overlapsWords) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SpeakerDoubtShape(
            int line,
            @MayBeMissing Double time,
            String speaker,
            String other,
            double probability,
            String reason,
            @MayBeMissing List<ReasonShape> reasons) {}

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record ReasonShape(String code, @MayBeMissing List<String> arguments) {}

    record CueEdgeShape(String word, String edge) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CommentShape(
            String id,
            double time,
            @MayBeMissing String word,
            @MayBeMissing String lastWord,
            @MayBeMissing String text) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record MatchShape(
            double anchoredShare,
            double speechSeconds,
            double margin,
            double signalToNoise,
            @MayBeMissing LentShape lent,
            @MayBeMissing String written) {}

    /** A language heard with another's model. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record LentShape(
            String model, boolean byLetters, @MayBeMissing Double agreement) {}
}
