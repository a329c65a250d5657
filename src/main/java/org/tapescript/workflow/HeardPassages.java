package org.tapescript.workflow;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tapescript.align.AlignmentRequest.Passage;
import org.tapescript.domain.Doubt;
import org.tapescript.domain.DoubtCode;
import org.tapescript.domain.Paragraph;
import org.tapescript.domain.ParagraphKind;
import org.tapescript.domain.Transcript;
import org.tapescript.domain.Word;

/**
 * Paragraphs that look unspoken but may be heard on the tape: a turn that lost its mark may look like a caption or like the
 * beginning of an afterword, and an introduction may have been read aloud. The tape decides.
 */
public final class HeardPassages {
    private static final Set<ParagraphKind> DOUBTFUL = EnumSet.of(
            ParagraphKind.HEADING,
            ParagraphKind.STANDFIRST,
            ParagraphKind.INTRODUCTION,
            ParagraphKind.CAPTION,
            ParagraphKind.PULL_QUOTE,
            ParagraphKind.AFTERWORD,
            ParagraphKind.OTHER);
    /** A paragraph heard against the looks of it is worth a look. */
    private static final double LIKELIHOOD = 0.3;

    private HeardPassages() {}

    /** The transcript as it would be if all doubtful paragraphs were spoken. */
    static Transcript assumed(Transcript transcript) {
        return with(transcript, starts(transcript));
    }

    private static Set<Integer> starts(Transcript transcript) {
        Set<Integer> starts = new HashSet<>();
        for (Paragraph p : transcript.paragraphs()) {
            if (DOUBTFUL.contains(p.kind())) {
                starts.add(p.place().start());
            }
        }
        return starts;
    }

    /** Where the doubtful paragraphs stand among the words of {@link #assumed}. */
    static List<Passage> passages(Transcript transcript, List<Word> words) {
        List<Passage> result = new ArrayList<>();
        int at = 0;
        for (Paragraph p : transcript.paragraphs()) {
            int from = at;
            while (at < words.size()
                    && words.get(at).place().start() < p.place().end()) {
                at++;
            }
            if (DOUBTFUL.contains(p.kind()) && at > from) {
                result.add(new Passage(from, at));
            }
        }
        return result;
    }

    /** The transcript in which those doubtful paragraphs are spoken of which words were found. */
    public static Transcript settled(Transcript transcript, List<Word> found) {
        Set<Integer> heard = new HashSet<>();
        for (Paragraph p : transcript.paragraphs()) {
            boolean any = found.stream()
                    .anyMatch(w -> w.place().start() >= p.place().start()
                            && w.place().end() <= p.place().end());
            if (DOUBTFUL.contains(p.kind()) && any) {
                heard.add(p.place().start());
            }
        }
        return with(transcript, heard);
    }

    private static Transcript with(Transcript transcript, Set<Integer> spoken) {
        List<Paragraph> paragraphs = new ArrayList<>();
        List<Doubt> doubts = new ArrayList<>(transcript.doubts());
        // Before the first turn, its speaker stands in: the voices will tell.
        Optional<String> speaker = transcript.paragraphs().stream()
                .flatMap(p -> p.speaker().stream())
                .findFirst();
        for (Paragraph p : transcript.paragraphs()) {
            speaker = p.speaker().isPresent() ? p.speaker() : speaker;
            if (spoken.contains(p.place().start()) && speaker.isPresent()) {
                paragraphs.add(
                        new Paragraph(p.line(), p.place(), ParagraphKind.CONTINUATION, speaker, p.notes(), p.label()));
                doubts.add(new Doubt(p.line(), DoubtCode.HEARD, List.of(p.kind().label()), LIKELIHOOD));
            } else {
                paragraphs.add(p);
            }
        }
        doubts.sort(Comparator.comparingDouble(Doubt::likelihood).reversed());
        return new Transcript(
                transcript.name(), transcript.text(), paragraphs, doubts, transcript.hints(), transcript.remarks());
    }
}
