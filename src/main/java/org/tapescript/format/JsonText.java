package org.tapescript.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;

/** JSON as all formats write it, indented, the writer left open; and as they read it. */
public final class JsonText {
    /** Python writes NaN where it has no number. */
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();

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

    /** The value in a file; an array of them if there are several, as in JSON Lines. */
    public static JsonNode parse(TranscriptFile file) throws UnreadableTranscriptException {
        try (MappingIterator<JsonNode> values = MAPPER.readerFor(JsonNode.class).readValues(file.text())) {
            ArrayNode all = MAPPER.createArrayNode();
            while (values.hasNextValue()) {
                all.add(values.nextValue());
            }
            return all.size() == 1 ? all.get(0) : all;
        } catch (UnreadableTranscriptException e) {
            throw e;
        } catch (IOException e) {
            throw file.unreadable(
                    e, TranscriptFault.BAD_JSON, String.valueOf(e.getMessage()).split("\\n")[0]);
        }
    }

    /** A value rounded to thousandths, as a number that no format of numbers spoils. */
    public static BigDecimal thousandths(double value) {
        return BigDecimal.valueOf(Math.round(value * 1000), 3);
    }
}
