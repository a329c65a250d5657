package org.tapescript.format.fcpxml;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import org.tapescript.domain.Recording;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.domain.Turn;
import org.tapescript.format.ExportOptions;
import org.tapescript.format.PrintedText;
import org.tapescript.format.TextWriter;
import org.tapescript.format.Texts;
import org.tapescript.format.Timebase;
import org.tapescript.format.XmlText;

/**
 * Final Cut Pro XML 1.9: the recordings after each other, and a marker where each turn begins. Times are rational numbers of seconds,
 * multiples of the frame's duration.
 */
public final class FcpxmlWriter extends TextWriter {
    /** Frames in rational seconds: a frame lasts {@code numerator / denominator}. */
    private record Frames(long numerator, long denominator) {
        static Frames of(double rate) {
            long whole = Math.round(rate);
            return Math.abs(rate - whole) < 0.001
                    ? new Frames(100, whole * 100)
                    : new Frames(1001, Math.round(rate * 1.001) * 1000);
        }

        String time(long frames) {
            return frames == 0 ? "0s" : frames * numerator + "/" + denominator + "s";
        }
    }

    @Override
    protected void write(SyncedTranscript transcript, ExportOptions options, Writer out) throws IOException {
        Timebase time = options.timebase();
        Frames frames = Frames.of(time.frameRate());
        XmlText xml = new XmlText(out);
        xml.open("fcpxml", "version", "1.9").open("resources");
        xml.open("format", "id", "f1", "frameDuration", frames.time(1), "width", "1920", "height", "1080")
                .close();
        for (int i = 0; i < transcript.recordings().size(); i++) {
            Recording r = transcript.recordings().get(i);
            xml.open(
                            "asset",
                            "id",
                            "r" + (i + 1),
                            "name",
                            Texts.oneLine(Texts.fileName(r)),
                            "start",
                            "0s",
                            "duration",
                            frames.time(time.frame(r.seconds())),
                            "hasAudio",
                            "1",
                            "audioSources",
                            "1",
                            "audioChannels",
                            r.channels())
                    .open(
                            "media-rep",
                            "kind",
                            "original-media",
                            "src",
                            Path.of(r.path()).toAbsolutePath().toUri())
                    .close()
                    .close();
        }
        xml.close();
        String title = Texts.oneLine(Texts.title(transcript));
        xml.open("library").open("event", "name", title).open("project", "name", title);
        xml.open(
                        "sequence",
                        "format",
                        "f1",
                        "duration",
                        frames.time(time.frame(transcript.seconds())),
                        "tcStart",
                        frames.time(time.startFrame()),
                        "tcFormat",
                        time.dropFrame() ? "DF" : "NDF")
                .open("spine");
        PrintedText printed = new PrintedText(transcript);
        List<SyncedTranscript.Side> sides = transcript.sides();
        for (int i = 0; i < sides.size(); i++) {
            SyncedTranscript.Side side = sides.get(i);
            Recording r = side.recording();
            xml.open(
                    "asset-clip",
                    "ref",
                    "r" + (i + 1),
                    "name",
                    Texts.oneLine(Texts.fileName(r)),
                    "offset",
                    frames.time(time.startFrame() + time.frame(side.start())),
                    "start",
                    "0s",
                    "duration",
                    frames.time(time.frame(r.seconds())));
            for (Turn turn : transcript.turns()) {
                double start = turn.span().map(s -> s.startSeconds()).orElse(-1.0);
                if (start >= side.start() && start < side.end()) {
                    xml.open(
                                    "marker",
                                    "start",
                                    frames.time(time.frame(start - side.start())),
                                    "duration",
                                    frames.time(1),
                                    "value",
                                    Texts.oneLine(turn.speaker()),
                                    "note",
                                    printed.of(turn))
                            .close();
                }
            }
            xml.close();
        }
        xml.close().close().close().close().close().close().end();
    }
}
