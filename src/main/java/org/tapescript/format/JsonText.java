package org.tapescript.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.file.Path;

/** JSON as all formats write it, indented, the writer left open; and as they read it. */
public final class JsonText {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private JsonText() {}

    public static JsonGenerator begin(Writer out) throws IOException {
        JsonGenerator json = new JsonFactory().createGenerator(out);
        json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        json.setPrettyPrinter(new DefaultPrettyPrinter());
        return json;
    }

    public static void end(JsonGenerator json, Writer out) throws IOException {
        json.flush();
        out.write('\n');
    }

    /** @throws UnreadableTranscriptException if it is not JSON */
    public static JsonNode parse(Path file, byte[] bytes) throws UnreadableTranscriptException {
        try {
            return MAPPER.readTree(bytes);
        } catch (IOException e) {
            throw new UnreadableTranscriptException(file, "it is not JSON: " + e.getMessage(), e);
        }
    }

    /** A value rounded to thousandths, as a number that no format of numbers spoils. */
    public static BigDecimal thousandths(double value) {
        return BigDecimal.valueOf(Math.round(value * 1000), 3);
    }
}
