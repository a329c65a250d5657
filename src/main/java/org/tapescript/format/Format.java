package org.tapescript.format;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.text.PlacedStretch;

/**
 * A format that transcripts can be written in.
 *
 * @param name as the command line has it
 * @param extension of its files, without the point
 * @param isSubtitles whether it holds subtitles, cut by rules
 * @param loses what a transcript holds and the format does not; empty if it holds all
 * @param placed what becomes of a transcript whose sentences were placed as wholes
 * @param writer writes it
 */
public record Format(
        String name, String extension, boolean isSubtitles, List<Loss> loses, Placed placed, TranscriptWriter writer) {
    private static final Set<String> WITH_COMMENTS = Set.of("docx", "eaf", "csv", "tsv", "json");
    private static final Set<String> WORD_TIMES_IF_ASKED = Set.of("vtt", "ass", "audacity", "csv", "tsv");

    /** What a format does with sentences whose words have no times of their own. */
    public enum Placed {
        /** It has times of turns alone. */
        TURNS,
        /** It cuts long sentences into subtitles by their letters; it gives no time to a word. */
        SUBTITLES,
        /** Sentences stand where else words do. */
        SENTENCES,
        /** It does that by itself. */
        KNOWN,
        /** It is nothing without times of words. */
        REFUSED
    }

    /** Whether its files are text that a terminal can show. */
    public boolean isText() {
        return writer instanceof TextWriter;
    }

    /** Whether words have their times in it if that is asked for, and else not. */
    public boolean hasWordTimesIfAsked() {
        return WORD_TIMES_IF_ASKED.contains(name);
    }

    /**
     * Writes a transcript, its times counted as the options say.
     *
     * @throws UnwritableException if the format cannot hold it
     */
    public void write(SyncedTranscript transcript, ExportOptions options, OutputStream out) throws IOException {
        SyncedTranscript timed = options.timebase().apply(transcript);
        if (!timed.isPlaced()) {
            writer.write(timed, options, out);
            return;
        }
        if (placed == Placed.REFUSED || placed == Placed.SUBTITLES && options.wordTimes()) {
            throw new UnwritableException(
                    name, placed == Placed.REFUSED ? ExportFault.PLACED : ExportFault.PLACED_WORD_TIMES);
        }
        writer.write(placed == Placed.SENTENCES ? PlacedStretch.joined(timed) : timed, options, out);
    }

    /** What a transcript holds and its file will not; empty if the format holds all of it. */
    public List<Loss> loses(SyncedTranscript transcript, ExportOptions options) {
        List<Loss> lost = new ArrayList<>(loses);
        if (hasWordTimesIfAsked() && !options.wordTimes()) {
            lost.add(0, Loss.WORD_TIMES);
        }
        if (name.equals("srt") && !options.speakerNames() || name.equals("audacity") && options.wordTimes()) {
            lost.add(0, Loss.SPEAKERS);
        }
        if (name.equals("ass")
                && transcript.turns().stream().anyMatch(t -> t.speaker().contains(","))) {
            lost.add(Loss.NAME_COMMAS);
        }
        if (transcript.isPlaced()) {
            lost.remove(Loss.WORD_TIMES);
        }
        if (name.equals("txt") && !options.published()) {
            lost.add(Loss.UNSPOKEN);
        }
        if (!transcript.notes().comments().isEmpty() && !WITH_COMMENTS.contains(name)) {
            lost.add(0, Loss.COMMENTS);
        }
        return lost;
    }
}
