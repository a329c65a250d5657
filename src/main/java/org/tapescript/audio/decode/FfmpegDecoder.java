package org.tapescript.audio.decode;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bytedeco.javacpp.Loader;
import org.tapescript.job.CancellationToken;
import org.tapescript.job.ProgressSink;

/**
 * Decodes whatever FFmpeg reads, the sound of video files too. FFmpeg runs as a child process: a crash in a decoder then cannot
 * take the program down, and nothing is limited to 2 GB.
 */
public final class FfmpegDecoder implements AudioDecoder {
    private static final int BUFFER = 1 << 16;
    private static final int KEPT_COMPLAINTS = 12;

    private final String ffmpeg;
    private final String ffprobe;

    /**
     * @param nativeCache folder into which the FFmpeg executables are unpacked once
     * @throws IOException if they cannot be unpacked there
     */
    public FfmpegDecoder(Path nativeCache) throws IOException {
        System.setProperty("org.bytedeco.javacpp.cachedir", nativeCache.toString());
        try {
            this.ffmpeg = Loader.load(org.bytedeco.ffmpeg.ffmpeg.class);
            this.ffprobe = Loader.load(org.bytedeco.ffmpeg.ffprobe.class);
        } catch (LinkageError e) {
            String reason = "FFmpeg cannot be unpacked there (" + e.getMessage()
                    + "); make room, or name another folder with TAPESCRIPT_CACHE";
            throw (IOException) new FileSystemException(nativeCache.toString(), null, reason).initCause(e);
        }
    }

    @Override
    public Info probe(Path file) throws IOException {
        checkReadable(file);
        Output output = run(List.of(
                ffprobe,
                "-v",
                "error",
                "-select_streams",
                "a",
                "-show_entries",
                "stream=channels:format=duration",
                "-of",
                "default=noprint_wrappers=1",
                "-i",
                name(file)));
        int channels = 0;
        double seconds = Double.NaN;
        for (String line : output.lines) {
            if (line.startsWith("channels=") && channels == 0) {
                channels = parseInt(line.substring("channels=".length()));
            } else if (line.startsWith("duration=") && !line.endsWith("N/A")) {
                seconds = Double.parseDouble(line.substring("duration=".length()));
            }
        }
        if (output.status != 0) {
            throw new UnreadableRecordingException(file, "FFmpeg cannot read it: " + output.complaint(file));
        }
        if (channels == 0) {
            throw new UnreadableRecordingException(file, "it holds no sound");
        }
        return new Info(Math.min(2, channels), seconds);
    }

    private static int parseInt(String text) {
        return text.chars().allMatch(Character::isDigit) && !text.isEmpty() ? Integer.parseInt(text) : 0;
    }

    private static void checkReadable(Path file) throws UnreadableRecordingException {
        if (!Files.exists(file)) {
            throw new UnreadableRecordingException(file, "there is no such file");
        }
        if (Files.isDirectory(file)) {
            throw new UnreadableRecordingException(file, "it is a folder, not a recording");
        }
        if (!Files.isReadable(file)) {
            throw new UnreadableRecordingException(file, "you may not read it");
        }
        if (new File(file.toString()).length() == 0) {
            throw new UnreadableRecordingException(file, "it is empty");
        }
    }

    // The prefix keeps names with a colon or a leading dash from being taken for protocols and options.
    private static String name(Path file) {
        return "file:" + file.toAbsolutePath();
    }

    @Override
    public String decode(
            Path file, Info info, int sampleRate, SampleSink sink, ProgressSink progress, CancellationToken cancel)
            throws IOException {
        checkReadable(file);
        Process process = new ProcessBuilder(
                        ffmpeg,
                        "-nostdin",
                        "-v",
                        "error",
                        "-i",
                        name(file),
                        "-map",
                        "0:a:0",
                        "-vn",
                        "-sn",
                        "-dn",
                        "-ac",
                        String.valueOf(info.channels()),
                        "-ar",
                        String.valueOf(sampleRate),
                        "-f",
                        "s16le",
                        "pipe:1")
                .start();
        Complaints complaints = new Complaints(process.getErrorStream());
        complaints.start();
        long bytes = 0;
        try (InputStream in = process.getInputStream()) {
            byte[] buffer = new byte[BUFFER];
            double perSecond = 2.0 * info.channels() * sampleRate;
            int held = 0;
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer, held, BUFFER - held)) {
                cancel.check();
                held += n;
                int whole = held - held % (2 * info.channels());
                sink.accept(buffer, whole);
                bytes += whole;
                System.arraycopy(buffer, whole, buffer, 0, held - whole);
                held -= whole;
                progress.progress("Decoding", bytes / perSecond, Double.isNaN(info.seconds()) ? 0 : info.seconds());
            }
            process.waitFor(10, TimeUnit.SECONDS);
            complaints.join(1000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            cancel.cancel();
            cancel.check();
        } finally {
            process.destroyForcibly();
        }
        if (bytes == 0) {
            throw new UnreadableRecordingException(
                    file, "not a single sample could be decoded: " + complaints.text(file));
        }
        return complaints.text(file);
    }

    private record Output(int status, List<String> lines, String errors) {
        String complaint(Path file) {
            return errors.isEmpty()
                    ? "no reason given"
                    : errors.replace(name(file), file.getFileName().toString());
        }
    }

    private static Output run(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command).start();
        process.getOutputStream().close();
        Complaints complaints = new Complaints(process.getErrorStream());
        complaints.start();
        List<String> lines = new ArrayList<>();
        try (BufferedReader in =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                lines.add(line);
            }
            int status = process.waitFor();
            complaints.join(1000);
            return new Output(status, lines, complaints.text());
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /** Drains a process's standard error, or it would stand still once the pipe is full. */
    private static final class Complaints extends Thread {
        private final InputStream stream;
        private final List<String> lines = new ArrayList<>();

        Complaints(InputStream stream) {
            super("ffmpeg-stderr");
            setDaemon(true);
            this.stream = stream;
        }

        @Override
        public void run() {
            try (BufferedReader in = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
                for (String line = in.readLine(); line != null; line = in.readLine()) {
                    synchronized (lines) {
                        if (lines.size() < KEPT_COMPLAINTS && !line.isBlank()) {
                            lines.add(line.replaceAll("^\\[[^\\]]*\\] ?", "").trim());
                        }
                    }
                }
            } catch (IOException e) {
                // The process is gone; what it said so far is all there is.
            }
        }

        String text() {
            synchronized (lines) {
                return String.join("; ", lines);
            }
        }

        String text(Path file) {
            return text().replace(name(file), file.getFileName().toString());
        }
    }
}
