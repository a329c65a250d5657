package org.tapescript.audio.decode;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.tapescript.ffmpeg.ProbeOutput;

/** The tracks of sound in a file as ffprobe lists them. */
final class StreamList {
    static final List<String> OPTIONS = List.of(
            "-select_streams",
            "a",
            "-show_entries",
            "stream=channels,start_time,duration:stream_disposition=default:stream_tags=DURATION"
                    + ":format=start_time,duration,format_name",
            "-of",
            "default");

    private final List<Map<String, String>> streams;
    private final Map<String, String> format;
    private final boolean durationIsGuessed;

    StreamList(List<String> lines, List<String> complaints) {
        ProbeOutput output = ProbeOutput.parse(lines);
        this.streams = output.streams();
        this.format = output.format();
        // FFmpeg's guess, size by bit rate, is off by half where the rate varies.
        durationIsGuessed = complaints.stream().anyMatch(c -> c.startsWith("Estimating duration from bitrate"));
    }

    AudioDecoder.Info choose(Path file, OptionalInt track) throws UnreadableRecordingException {
        List<Integer> audible = new ArrayList<>();
        for (int i = 0; i < streams.size(); i++) {
            if (channels(i) > 0) {
                audible.add(i);
            }
        }
        if (audible.isEmpty()) {
            throw new UnreadableRecordingException(file, RecordingFault.NO_SOUND);
        }
        int chosen = track.isPresent()
                ? track.getAsInt() - 1
                : audible.stream()
                        .filter(i -> "1".equals(streams.get(i).get("DISPOSITION:default")))
                        .findFirst()
                        .orElse(audible.get(0));
        if (!audible.contains(chosen)) {
            throw new UnreadableRecordingException(file, RecordingFault.NO_TRACK, chosen + 1, streams.size());
        }
        double start = ProbeOutput.seconds(format.get("start_time"));
        return new AudioDecoder.Info(
                chosen + 1,
                Math.min(2, channels(chosen)),
                Double.isNaN(start) ? 0 : start,
                durationIsGuessed ? Double.NaN : claimed(streams.get(chosen), start),
                format.getOrDefault("format_name", ""));
    }

    private int channels(int stream) {
        String text = streams.get(stream).getOrDefault("channels", "0");
        return text.matches("\\d{1,6}") ? Integer.parseInt(text) : 0;
    }

    /** The picture may go on after the sound, so the track's own length is better than the file's. */
    private double claimed(Map<String, String> stream, double start) {
        double own = ProbeOutput.seconds(stream.get("duration"));
        double begin = ProbeOutput.seconds(stream.get("start_time"));
        if (Double.isNaN(own)) {
            // Matroska's tag, counted from the beginning of the file.
            own = ProbeOutput.seconds(stream.get("TAG:DURATION"));
            begin = start;
        }
        double whole = ProbeOutput.seconds(format.get("duration"));
        if (Double.isNaN(own)) {
            return whole;
        }
        double late = Double.isNaN(begin) || Double.isNaN(start) ? 0 : begin - start;
        return Double.isNaN(whole) ? own + late : Math.min(whole, own + late);
    }
}
