package org.tapescript.format.page;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.format.ExportOptions;
import org.tapescript.format.HtmlText;
import org.tapescript.format.TextWriter;
import org.tapescript.format.Texts;

/**
 * A page that a newsroom or an archive puts on its site: a player and the interview as it was printed, the word being spoken marked,
 * any word playing the recording from there. One HTML file that asks for nothing but the recording.
 */
public final class PageWriter extends TextWriter {
    private static final String VIDEO = "(?i).*\\.(?:mp4|m4v|mov|webm|mkv|ogv|avi)(?:[?#].*)?$";

    @Override
    protected void write(SyncedTranscript transcript, ExportOptions options, Writer out) throws IOException {
        ResourceBundle say = say(transcript);
        PageOptions page = options.page();
        String title = HtmlText.escape(Texts.oneLine(Texts.documentTitle(transcript)));
        out.write("<!DOCTYPE html>\n<html lang=\"" + HtmlText.escape(Texts.languageTag(transcript)) + "\">\n<head>\n"
                + "<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                + "<meta name=\"generator\" content=\"Tapescript\">\n<title>" + title + "</title>\n<style>\n"
                + resource("page.css") + "</style>\n</head>\n<body data-none=\"" + text(say, "none")
                + "\" data-copied=\"" + text(say, "copied") + "\">\n");
        head(transcript, page, title, say, out);
        out.write("<main id=\"text\" aria-label=\"" + text(say, "transcript") + "\">\n");
        new PageText(transcript, page, speakers(transcript), say, out).write(Texts.headline(transcript));
        out.write("</main>\n<button type=\"button\" id=\"quote\" hidden>" + text(say, "quote") + "</button>\n");
        out.write("<footer><p>" + text(say, "keys") + (page.guesses() ? " " + text(say, "guesses") : "") + "</p><p>"
                + text(say, "made") + "</p></footer>\n<script>\n" + resource("page.js")
                + "</script>\n</body>\n</html>\n");
    }

    private static void head(
            SyncedTranscript transcript, PageOptions page, String title, ResourceBundle say, Writer out)
            throws IOException {
        ArrayNode sides = new ObjectMapper().createArrayNode();
        boolean video = false;
        List<SyncedTranscript.Side> recordings = transcript.sides();
        for (int i = 0; i < recordings.size(); i++) {
            String source = source(page, i, recordings.get(i));
            video |= source.matches(VIDEO);
            sides.addObject()
                    .put("src", source)
                    .put("start", Texts.thousandths(recordings.get(i).start()))
                    .put("end", Texts.thousandths(recordings.get(i).end()));
        }
        String tag = video ? "video" : "audio";
        String source = sides.isEmpty() ? "" : sides.get(0).get("src").asText();
        out.write("<header>\n<h1>" + title + "</h1>\n<" + tag
                + " id=\"media\" controls preload=\"metadata\" aria-label=\""
                + text(say, "player") + "\" src=\"" + HtmlText.escape(source) + "\" data-sides=\""
                + HtmlText.escape(sides.toString()) + "\"></" + tag + ">\n");
        out.write(
                "<form id=\"find\" class=\"bar\" role=\"search\"><input type=\"search\" id=\"search\" autocomplete=\"off\" aria-label=\""
                        + text(say, "search") + "\" placeholder=\"" + text(say, "search")
                        + "\"><button type=\"submit\">"
                        + text(say, "find") + "</button><button type=\"button\" id=\"before\">" + text(say, "before")
                        + "</button><output id=\"count\" for=\"search\"></output><button type=\"button\" id=\"follow\" aria-pressed=\"true\">"
                        + text(say, "follow") + "</button></form>\n</header>\n");
    }

    /** Each character of a file's name that has a meaning in a URL is escaped; what the user gives is a URL already. */
    private static String source(PageOptions page, int number, SyncedTranscript.Side side) {
        if (number < page.media().size()) {
            return page.media().get(number);
        }
        StringBuilder name = new StringBuilder();
        for (byte b : Texts.fileName(side.recording()).getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            boolean plain = c < 0x80 && (Character.isLetterOrDigit(c) || "-._~!$'()*,;=@ ".indexOf(c) >= 0);
            name.append(plain && c != ' ' ? String.valueOf(c) : String.format(Locale.ROOT, "%%%02X", (int) c));
        }
        return name.toString();
    }

    /** Speakers with their numbers, in the order in which they first speak. */
    private static Map<String, Integer> speakers(SyncedTranscript transcript) {
        Map<String, Integer> speakers = new LinkedHashMap<>();
        transcript.turns().forEach(t -> speakers.putIfAbsent(t.speaker(), speakers.size()));
        return speakers;
    }

    /** The page's own words in the language of the interview, in English where it is none of ours. */
    private static ResourceBundle say(SyncedTranscript transcript) {
        return ResourceBundle.getBundle(
                PageWriter.class.getPackageName() + ".page",
                Locale.forLanguageTag(Texts.languageTag(transcript)),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    static String text(ResourceBundle say, String key, Object... arguments) {
        return HtmlText.escape(
                arguments.length == 0 ? say.getString(key) : MessageFormat.format(say.getString(key), arguments));
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = PageWriter.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
