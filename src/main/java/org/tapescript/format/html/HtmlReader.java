package org.tapescript.format.html;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.tapescript.domain.SourceDocument;
import org.tapescript.format.DocumentBuilder;
import org.tapescript.format.TranscriptFile;
import org.tapescript.format.TranscriptReader;
import org.tapescript.format.encoding.TextDecoder;

/** The paragraphs of a web page, without navigation, scripts and other furniture. */
public final class HtmlReader implements TranscriptReader {
    private static final Pattern CHARSET =
            Pattern.compile("<meta\\b[^>]{0,200}?charset\\s*=\\s*[\"']?([\\w.:-]{1,40})", Pattern.CASE_INSENSITIVE);
    private static final String FURNITURE =
            "script, style, noscript, nav, footer, form, button, iframe, template, svg, head, audio, video, canvas, object, select, textarea,"
                    + " [hidden], [aria-hidden=true], del, rt, rp";
    private static final int HEAD = 2048;

    @Override
    public boolean reads(TranscriptFile file) {
        String start = file.start().toLowerCase(Locale.ROOT);
        return file.isNamed("html", "htm", "xhtml", "xht")
                || start.startsWith("<!doctype html")
                || start.startsWith("<html")
                || start.startsWith("<?xml") && start.contains("<html");
    }

    @Override
    public SourceDocument read(TranscriptFile file) throws IOException {
        file.text();
        DocumentBuilder builder = new DocumentBuilder(file.name());
        add(file.bytes(), file.options().encoding(), builder);
        return builder.build();
    }

    /** Adds the paragraphs of a page, in the encoding that is known, or that it says it is in, unless that cannot be. */
    public static void add(byte[] page, Optional<Charset> known, DocumentBuilder builder) {
        Optional<TextDecoder.Decoded> found = TextDecoder.decode(page, known);
        String text = found.map(TextDecoder.Decoded::text).orElse("");
        if (known.isEmpty() && found.map(TextDecoder.Decoded::guessed).orElse(false)) {
            text = declared(page).map(charset -> new String(page, charset)).orElse(text);
        }
        add(Jsoup.parse(text), builder);
    }

    private static void add(Document page, DocumentBuilder builder) {
        page.select(FURNITURE).remove();
        Element root = page.selectFirst("article");
        boolean most =
                root != null && root.text().length() * 2 >= page.body().text().length();
        new PageWalk(builder).page(most ? root : page.body());
    }

    private static Optional<Charset> declared(byte[] page) {
        String head = new String(page, 0, Math.min(HEAD, page.length), StandardCharsets.ISO_8859_1);
        Matcher m = CHARSET.matcher(head);
        try {
            return m.find() ? Optional.of(Charset.forName(m.group(1))) : Optional.empty();
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty();
        }
    }
}
