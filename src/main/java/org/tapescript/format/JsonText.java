package org.tapescript.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;

/** JSON as all formats write it: indented, the writer left open. */
public final class JsonText {
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

    /** Seconds to the millisecond, as a number that no format of numbers spoils. */
    public static BigDecimal seconds(double seconds) {
        return BigDecimal.valueOf(Math.round(seconds * 1000), 3);
    }
}
