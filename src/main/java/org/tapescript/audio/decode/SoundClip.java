package org.tapescript.audio.decode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tapescript.ffmpeg.ChildProcess;
import org.tapescript.ffmpeg.Ffmpeg;
import org.tapescript.job.CancellationToken;

/** Writes a stretch of a recording as a file of its own, as good as the recording is: WAV, or MP3 if the file is called so. */
public final class SoundClip {
    private final Ffmpeg ffmpeg;

    /** @param nativeCache folder into which FFmpeg is unpacked once */
    public SoundClip(Path nativeCache) throws IOException {
        this.ffmpeg = new Ffmpeg(nativeCache);
    }

    /**
     * @param track of the recording, counted from 1
     * @param start in seconds of the recording
     * @param to written whole or not at all
     */
    public void write(Path recording, int track, double start, double seconds, Path to, CancellationToken cancel)
            throws IOException {
        boolean mp3 = to.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".mp3");
        Path part = Files.createTempFile(to.toAbsolutePath().getParent(), ".clip", ".part");
        try {
            List<String> after = new ArrayList<>(List.of("-t", number(seconds), "-map", "0:a:" + (track - 1)));
            after.addAll(mp3 ? List.of("-q:a", "2", "-f", "mp3") : List.of("-f", "wav"));
            after.addAll(List.of("-y", "file:" + part.toAbsolutePath()));
            try (ChildProcess child = ffmpeg.convert(recording, List.of("-ss", number(start)), after, cancel)) {
                if (child.status() != 0) {
                    throw new IOException(recording.getFileName() + ": " + child.complaint());
                }
            }
            Files.move(part, to, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static String number(double seconds) {
        return String.format(Locale.ROOT, "%.6f", seconds);
    }
}
