package org.tapescript.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.tapescript.ffmpeg.ChildProcess;
import org.tapescript.ffmpeg.Ffmpeg;
import org.tapescript.job.CancellationToken;

/** Recordings in many forms whose content is known, made by the FFmpeg that reads them. */
public final class EncodedFiles {
    public static final Path NATIVE = Path.of("target/test-cache/native").toAbsolutePath();

    /** When each burst of {@link #BURSTS} begins, in seconds. */
    public static final List<Double> STARTS = List.of(0.5, 1.25, 2.75);

    public static final double SECONDS = 4;

    /** A source of bursts of 1 kHz, 0.2 s long each, at {@link #STARTS}, in silence. */
    public static final String BURSTS = "aevalsrc=0.5*sin(2*PI*1000*t)"
            + "*(between(t\\,0.5\\,0.7)+between(t\\,1.25\\,1.45)+between(t\\,2.75\\,2.95)):s=44100:d=4";

    /** A form of recordings: what its files end in, and how they are encoded. */
    public record Form(String suffix, String... options) {
        @Override
        public String toString() {
            return suffix;
        }
    }

    public static final List<Form> FORMS = List.of(
            new Form("wav"),
            new Form("w64"),
            new Form("aiff"),
            new Form("au"),
            new Form("caf", "-c:a", "alac"),
            new Form("flac"),
            new Form("mp3", "-c:a", "libmp3lame"),
            new Form("aac"),
            new Form("m4a", "-c:a", "aac"),
            new Form("mka", "-c:a", "flac"),
            new Form("webm", "-c:a", "libopus"),
            new Form("ogg", "-c:a", "libopus"),
            new Form("ts", "-c:a", "mp2"),
            new Form("mpg", "-c:a", "mp2"),
            new Form("avi", "-c:a", "libmp3lame"),
            new Form("wma", "-c:a", "wmav2"),
            new Form("flv", "-c:a", "libmp3lame", "-ar", "44100"),
            new Form("wv", "-c:a", "wavpack"),
            new Form("amr", "-c:a", "libopencore_amrnb", "-ar", "8000", "-ac", "1"));

    private EncodedFiles() {}

    /** The bursts in a form. */
    public static Path bursts(Path folder, Form form) throws IOException {
        Path file = folder.resolve("bursts." + form.suffix());
        List<String> options = new ArrayList<>(List.of("-f", "lavfi", "-i", BURSTS));
        options.addAll(List.of(form.options()));
        return make(file, options);
    }

    /** A file that FFmpeg makes with some options. */
    public static Path make(Path file, List<String> options) throws IOException {
        List<String> command = new ArrayList<>(List.of("-y"));
        command.addAll(options);
        command.add(file.toString());
        try (ChildProcess process = new Ffmpeg(NATIVE).run(command, CancellationToken.none())) {
            if (process.status() != 0 || Files.size(file) == 0) {
                throw new IOException(file + ": " + process.complaints());
            }
        }
        return file;
    }

    /** When bursts begin in mono samples: where 10 ms are loud after 100 ms that were not. */
    public static List<Double> onsets(short[] samples, int rate) {
        int block = rate / 100;
        List<Double> result = new ArrayList<>();
        int quiet = 10;
        for (int at = 0; at + block <= samples.length; at += block) {
            double sum = 0;
            for (int i = at; i < at + block; i++) {
                sum += samples[i] * (double) samples[i];
            }
            boolean loud = Math.sqrt(sum / block) > 2000;
            if (loud && quiet >= 10) {
                result.add(at / (double) rate);
            }
            quiet = loud ? 0 : quiet + 1;
        }
        return result;
    }
}
