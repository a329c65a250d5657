package org.tapescript.ui;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.tapescript.audio.Fingerprint;
import org.tapescript.domain.Origin;
import org.tapescript.domain.Recording;
import org.tapescript.domain.SpeakerDoubt;
import org.tapescript.domain.SpeakerReason;
import org.tapescript.domain.StraySpeech;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.domain.TimeSpan;
import org.tapescript.domain.Timing;
import org.tapescript.domain.Turn;
import org.tapescript.domain.Word;
import org.tapescript.job.CancellationToken;
import org.tapescript.project.ProjectFile;
import org.tapescript.support.Transcripts;

/** A project of an hour on a silent tape, in which twenty errors are planted that the review doubts. */
final class PlantedHour {
    static final int TURNS = 225;
    static final int WORDS = 40;
    static final double LATE_SECONDS = 0.2;
    private static final String[] VOCABULARY = {"the", "of", "harbour", "and", "remember", "we", "never", "winter"};
    /** Turns that hold an error each, by kind; far apart, as they are on a real tape. */
    static final int[] WRONG_WORDS = {7, 50, 93, 136, 179};

    static final int[] LATE_WORDS = {15, 58, 101, 144, 187};
    static final int[] WRONG_EDGES = {23, 66, 109, 152, 195};
    static final int[] WRONG_SPEAKERS = {31, 74, 117};
    static final int[] GAPS = {39, 82};

    private PlantedHour() {}

    static boolean isIn(int turn, int[] turns) {
        return Arrays.stream(turns).anyMatch(t -> t == turn);
    }

    /** Writes it with its tape into a folder. */
    static Path write(Path folder) throws IOException {
        List<String> texts = new ArrayList<>();
        for (int t = 0; t < TURNS; t++) {
            StringBuilder text = new StringBuilder();
            for (int w = 0; w < WORDS; w++) {
                boolean wrong = w == 20 && isIn(t, WRONG_WORDS);
                text.append(w == 0 ? "" : " ").append(wrong ? "limp" : VOCABULARY[(t * 7 + w * 5) % VOCABULARY.length]);
            }
            texts.add(text.toString());
        }
        SyncedTranscript right = Transcripts.of(List.of("Interviewer", "Guest"), texts.toArray(String[]::new));
        List<Turn> turns = new ArrayList<>();
        List<SpeakerDoubt> doubts = new ArrayList<>();
        List<StraySpeech> stray = new ArrayList<>();
        double shift = 0;
        for (int t = 0; t < TURNS; t++) {
            Turn turn = right.turns().get(t);
            List<Word> words = new ArrayList<>();
            for (int w = 0; w < WORDS; w++) {
                if (w == 30 && isIn(t, GAPS)) {
                    double from = turn.words().get(w).span().orElseThrow().startSeconds() + shift;
                    stray.add(new StraySpeech(
                            TimeSpan.ofSeconds(from + 0.1, from + 2.9), Optional.of(turn.speaker()), false));
                    shift += 3;
                }
                boolean late = w == 20 && isIn(t, LATE_WORDS);
                boolean doubtful = late || w == 20 && isIn(t, WRONG_WORDS);
                TimeSpan span = turn.words().get(w).span().orElseThrow();
                words.add(turn.words()
                        .get(w)
                        .withTiming(new Timing.Timed(
                                TimeSpan.ofSeconds(
                                        span.startSeconds() + shift + (late ? LATE_SECONDS : 0),
                                        span.endSeconds() + shift),
                                doubtful ? 0.2 : 0.9,
                                Origin.ALIGNED)));
            }
            boolean otherVoice = isIn(t, WRONG_SPEAKERS) || isIn(t, WRONG_EDGES);
            String other = turn.speaker().equals("Guest") ? "Interviewer" : "Guest";
            String speaker = isIn(t, WRONG_SPEAKERS) ? other : turn.speaker();
            if (otherVoice) {
                doubts.add(new SpeakerDoubt(
                        turn.line(),
                        words.get(0).span().map(TimeSpan::startSeconds),
                        speaker,
                        speaker.equals("Guest") ? "Interviewer" : "Guest",
                        isIn(t, WRONG_SPEAKERS) ? 0.4 : 0.45,
                        List.of(SpeakerReason.of(SpeakerReason.Code.OPEN))));
            }
            turns.add(new Turn(
                    turn.id(), speaker, turn.line(), false, OptionalDouble.of(otherVoice ? 0.4 : 0.95), words));
        }
        double seconds = TURNS * WORDS * 0.4 + shift + 1;
        Path tape = folder.resolve("hour.wav");
        AudioFormat format = new AudioFormat(4000, 8, 1, false, false);
        AudioSystem.write(
                new AudioInputStream(
                        new ByteArrayInputStream(new byte[(int) (seconds * 4000)]), format, (int) (seconds * 4000)),
                AudioFileFormat.Type.WAVE,
                tape.toFile());
        Path file = folder.resolve("hour.tapescript");
        ProjectFile.of(new SyncedTranscript(
                        right.language(),
                        List.of(new Recording(
                                tape.toString(),
                                Fingerprint.of(tape, CancellationToken.none()),
                                1,
                                Math.round(seconds * 1e6),
                                "mono",
                                false,
                                OptionalDouble.empty())),
                        right.transcript(),
                        turns,
                        stray,
                        doubts,
                        right.match()))
                .write(file);
        return file;
    }
}
