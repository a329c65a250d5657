package org.tapescript.format.timedjson;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.tapescript.format.TranscriptFault;
import org.tapescript.format.TranscriptFile;
import org.tapescript.format.UnreadableTranscriptException;

/** Quirks of particular services' files, and what JSON that is not a transcript seems to be. */
final class JsonKinds {
    private static final int KEYS = 6;
    private static final double ABOUT = 0.05;

    private JsonKinds() {}

    /** Google's last result repeats all words, or nearly all, with speakers: those are taken then. */
    static List<Piece> once(List<Piece> pieces) {
        List<Piece> voiced = pieces.stream()
                .filter(p -> !p.speaker().isEmpty() && !p.speaker().equals("Speaker 0"))
                .toList();
        int groups = (int) voiced.stream().mapToInt(Piece::group).distinct().count();
        int before = pieces.size() - voiced.size();
        boolean repeated = groups == 1
                && Math.abs(voiced.size() - before) <= ABOUT * before
                && voiced.get(0).start().equals(pieces.get(0).start())
                && pieces.indexOf(voiced.get(0)) == before;
        return repeated ? voiced : pieces;
    }

    /** Whether it is a project of our own, and not the form for others that is exported as JSON. */
    static boolean isProject(JsonNode json) {
        return json.path("format").asText().equals("tapescript-project");
    }

    /** Why a file cannot be read. */
    static UnreadableTranscriptException refusal(TranscriptFile file, JsonNode json) {
        if (json.has("nbformat")) {
            return file.unreadable(TranscriptFault.NOTEBOOK);
        }
        if (isProject(json)) {
            return file.unreadable(TranscriptFault.PROJECT);
        }
        if (json.path("type").asText("").equals("FeatureCollection")) {
            return file.unreadable(TranscriptFault.GEO_JSON);
        }
        if (json.isArray()) {
            return file.unreadable(TranscriptFault.OTHER_ARRAY);
        }
        List<String> keys = new ArrayList<>();
        for (Iterator<String> names = json.fieldNames(); names.hasNext() && keys.size() < KEYS; ) {
            String name = names.next();
            keys.add(name.length() > 30 ? name.substring(0, 30) + "…" : name);
        }
        return file.unreadable(TranscriptFault.OTHER_JSON, keys.isEmpty() ? "{}" : String.join(", ", keys));
    }
}
