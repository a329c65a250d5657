package org.tapescript.project;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/** A project file as JSON has it; described in docs/formats/project-file.md. Apart from the domain, so that both can change. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ProjectShape(
        String format,
        int version,
        String language,
        String method,
        String textLanguage,
        List<PronunciationShape> lexicon,
        List<RecordingShape> recordings,
        TranscriptShape transcript,
        List<TurnShape> turns,
        List<StretchShape> untranscribed,
        List<SpeakerDoubtShape> speakerDoubts,
        MatchShape match) {

    static final String FORMAT = "tapescript-project";
    static final int VERSION = 1;

    record PronunciationShape(String word, String phones) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RecordingShape(
            String path,
            String fingerprint,
            int channels,
            double duration,
            String mixture,
            boolean breaksOff,
            Double speed,
            Integer track,
            Double hidden,
            List<GapShape> gaps) {}

    record GapShape(double start, double end) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record TranscriptShape(
            String name,
            String text,
            List<ParagraphShape> paragraphs,
            List<DoubtShape> doubts,
            List<HintShape> hints) {}

    record HintShape(int charStart, int charEnd, double start, double end) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ParagraphShape(
            int line,
            int charStart,
            int charEnd,
            String kind,
            String speaker,
            List<PlaceShape> notes,
            PlaceShape label) {}

    record PlaceShape(int charStart, int charEnd) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DoubtShape(int line, String reason, String code, List<String> arguments, double likelihood) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record TurnShape(
            String id,
            String speaker,
            int line,
            boolean speakerManual,
            Double speakerConfidence,
            List<WordShape> words) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record WordShape(
            String id, int charStart, int charEnd, Double start, Double end, Double confidence, String origin) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record StretchShape(double start, double end, String speaker, Boolean overlapsWords) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SpeakerDoubtShape(int line, Double time, String speaker, String other, double probability, String reason) {}

    record MatchShape(double anchoredShare, double speechSeconds, double margin, double signalToNoise) {}
}
