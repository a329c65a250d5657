package org.tapescript.ffmpeg;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What ffprobe lists in its default form.
 *
 * @param streams by name, what it says of each stream, side data with the rest
 * @param format by name, what it says of the file
 */
public record ProbeOutput(List<Map<String, String>> streams, Map<String, String> format) {
    public static ProbeOutput parse(List<String> lines) {
        List<Map<String, String>> streams = new ArrayList<>();
        Map<String, String> format = new HashMap<>();
        Map<String, String> section = format;
        for (String line : lines) {
            int equals = line.indexOf('=');
            if (line.equals("[STREAM]")) {
                section = new HashMap<>();
                streams.add(section);
            } else if (line.equals("[FORMAT]")) {
                section = format;
            } else if (equals > 0) {
                section.put(line.substring(0, equals), line.substring(equals + 1));
            }
        }
        return new ProbeOutput(streams, format);
    }

    /** Seconds as ffprobe writes them, plain or with hours and minutes; NaN where there are none. */
    public static double seconds(String text) {
        if (text == null) {
            return Double.NaN;
        }
        double result = 0;
        for (String part : text.split(":")) {
            if (!part.matches("-?\\d{1,12}([.]\\d+)?")) {
                return Double.NaN;
            }
            result = 60 * result + Double.parseDouble(part);
        }
        return result;
    }
}
