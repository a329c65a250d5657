package org.tapescript.picture;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.tapescript.ffmpeg.ChildProcess;
import org.tapescript.ffmpeg.Ffmpeg;
import org.tapescript.ffmpeg.ProbeOutput;
import org.tapescript.job.CancellationToken;

/** A recording with a moving picture. Thread-safe; each run of {@link Frames} is a process of its own. */
public final class PictureFile {
    private static final List<String> PROBE = List.of(
            "-select_streams",
            "v",
            "-show_entries",
            "stream=width,height,sample_aspect_ratio,avg_frame_rate:stream_disposition=attached_pic"
                    + ":stream_side_data=rotation:format=start_time",
            "-of",
            "default");
    /** Where a file does not say how often its picture changes. */
    private static final double USUAL_RATE = 25;

    private final Ffmpeg ffmpeg;
    private final Path file;
    private final int stream;
    private final int width;
    private final int height;
    private final double frameRate;
    private final double start;

    private PictureFile(Ffmpeg ffmpeg, Path file, int stream, Map<String, String> facts, double start) {
        this.ffmpeg = ffmpeg;
        this.file = file;
        this.stream = stream;
        double ratio = ratio(facts.get("sample_aspect_ratio"), 1);
        int across = Math.max(1, (int) Math.round(number(facts.get("width")) * ratio));
        int down = Math.max(1, number(facts.get("height")));
        boolean lying = number(facts.getOrDefault("rotation", "0").replace("-", "")) % 180 == 90;
        this.width = lying ? down : across;
        this.height = lying ? across : down;
        this.frameRate = ratio(facts.get("avg_frame_rate"), USUAL_RATE);
        this.start = Double.isNaN(start) ? 0 : start;
    }

    /**
     * The moving picture of a file; nothing if it has none, or is none of what recordings come in. A picture of a cover does not move.
     *
     * @throws IOException if the program that looks cannot be run, or does not end
     */
    public static Optional<PictureFile> open(Ffmpeg ffmpeg, Path file, CancellationToken cancel) throws IOException {
        if (Ffmpeg.objection(file).isPresent()) {
            return Optional.empty();
        }
        try (ChildProcess process = ffmpeg.probe(file, PROBE, cancel)) {
            ProbeOutput output = ProbeOutput.parse(process.lines());
            for (int i = 0; process.status() == 0 && i < output.streams().size(); i++) {
                Map<String, String> facts = output.streams().get(i);
                if (number(facts.get("width")) > 0 && !"1".equals(facts.get("DISPOSITION:attached_pic"))) {
                    double start = ProbeOutput.seconds(output.format().get("start_time"));
                    return Optional.of(new PictureFile(ffmpeg, file, i, facts, start));
                }
            }
            return Optional.empty();
        }
    }

    private static int number(String text) {
        return text != null && text.matches("\\d{1,6}") ? Integer.parseInt(text) : 0;
    }

    private static double ratio(String text, double otherwise) {
        String[] parts = String.valueOf(text).split("[:/]");
        boolean told = parts.length == 2 && number(parts[0]) > 0 && number(parts[1]) > 0;
        return told ? number(parts[0]) / (double) number(parts[1]) : otherwise;
    }

    /** Pixels across as the picture is to be shown: upright, and each pixel square. */
    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /** Frames a second on average. */
    public double frameRate() {
        return frameRate;
    }

    /**
     * Frames in order, at a size. They are made as fast as they are taken, some ahead.
     *
     * @param from seconds; the first frame is the first that begins then or later
     */
    public Frames frames(double from, int width, int height, CancellationToken cancel) throws IOException {
        List<String> seek = List.of("-copyts", "-ss", String.format(Locale.ROOT, "%.6f", Math.max(0, from)));
        List<String> output = List.of(
                "-map",
                "0:v:" + stream,
                "-an",
                "-sn",
                "-dn",
                "-s",
                width + "x" + height,
                "-pix_fmt",
                "rgb24",
                // Each frame once, at its own time; a note on each just before it.
                "-fps_mode",
                "passthrough",
                "-stats_enc_pre",
                "pipe:2",
                "-stats_enc_pre_fmt",
                "~{pts} {tb}~",
                "-f",
                "rawvideo",
                "pipe:1");
        return new Frames(ffmpeg.convert(file, seek, output, cancel), start, width, height);
    }

    /** The frame that is shown at a moment; nothing if there is none so late. */
    public Optional<Frame> at(double seconds, int width, int height, CancellationToken cancel) throws IOException {
        double tolerance = 0.1 / frameRate;
        Optional<Frame> shown = Optional.empty();
        try (Frames frames = frames(seconds - 1.5 / frameRate, width, height, cancel)) {
            for (Optional<Frame> next = frames.next(); next.isPresent(); next = frames.next()) {
                if (shown.isPresent() && next.get().seconds() > seconds + tolerance) {
                    return shown;
                }
                shown = next;
            }
        }
        return shown;
    }
}
