package org.tapescript.support;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * An interview of any length that says nothing twice: two voices of Flite, in turns, read words of the samples' transcripts in any order.
 * Made with the programs {@code flite} and {@code ffmpeg}.
 *
 * @param tape 16 kHz, one channel
 * @param transcript with the names of who speaks
 */
public record SpokenInterview(Path tape, Path transcript, int words) {
    /** What Flite speaks at, and bytes before the first sample. */
    private static final String RATE = "16000";

    private static final int WAVE_HEADER = 44;
    /** Words that Flite says in a minute, pauses at sentences' ends included. */
    private static final int WORDS_A_MINUTE = 162;

    private static final List<String> VOICES = List.of("slt", "rms");
    private static final List<String> NAMES = List.of("Nora Lind", "Tomas Veer");
    /** Letters of the words that are drawn: not what is hardly heard. */
    private static final int SHORTEST = 3;

    /** Made in a folder, about as many minutes long. */
    public static SpokenInterview of(Path folder, int minutes) throws IOException, InterruptedException {
        List<String> vocabulary = vocabulary();
        Random random = new Random(minutes);
        StringBuilder transcript = new StringBuilder();
        Path tape = folder.resolve(minutes + ".flac");
        Process encoder = new ProcessBuilder(
                        "ffmpeg",
                        "-v",
                        "error",
                        "-y",
                        "-f",
                        "s16le",
                        "-ar",
                        RATE,
                        "-ac",
                        "1",
                        "-i",
                        "-",
                        "-ar",
                        RATE,
                        tape.toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        int words = 0;
        try (OutputStream sound = encoder.getOutputStream()) {
            for (int turn = 0; words < minutes * WORDS_A_MINUTE; turn++) {
                StringBuilder said = new StringBuilder();
                int length = 10 + random.nextInt(110);
                for (int i = 0; i < length; i++) {
                    String word = vocabulary.get(random.nextInt(vocabulary.size()));
                    boolean begins = said.isEmpty() || said.charAt(said.length() - 2) == '.';
                    said.append(begins ? Character.toUpperCase(word.charAt(0)) + word.substring(1) : word)
                            .append(i == length - 1 || random.nextInt(11) == 0 ? ". " : " ");
                }
                words += length;
                transcript.append(NAMES.get(turn % 2)).append(": ").append(said).append("\n\n");
                speak(VOICES.get(turn % 2), said.toString(), sound);
            }
        }
        if (encoder.waitFor() != 0) {
            throw new IOException(tape + " could not be encoded");
        }
        return new SpokenInterview(tape, Files.writeString(folder.resolve(minutes + ".txt"), transcript), words);
    }

    private static List<String> vocabulary() throws IOException {
        SortedSet<String> words = new TreeSet<>();
        for (Path sample : Tapes.folders(Path.of("audio-samples"))) {
            for (String word : Files.readString(sample.resolve("transcript.txt"))
                    .toLowerCase(Locale.ROOT)
                    .split("[^a-z']+")) {
                if (word.length() >= SHORTEST) {
                    words.add(word);
                }
            }
        }
        return List.copyOf(words);
    }

    /** Raw sound, at Flite's own rate. */
    private static void speak(String voice, String text, OutputStream sound) throws IOException, InterruptedException {
        Path file = Files.createTempFile("turn", ".wav");
        if (new ProcessBuilder("flite", "-voice", voice, "-t", text, "-o", file.toString())
                        .inheritIO()
                        .start()
                        .waitFor()
                != 0) {
            throw new IOException("flite failed");
        }
        byte[] wave = Files.readAllBytes(file);
        Files.delete(file);
        sound.write(wave, WAVE_HEADER, wave.length - WAVE_HEADER);
    }
}
