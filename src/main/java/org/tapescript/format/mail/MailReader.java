package org.tapescript.format.mail;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.james.mime4j.dom.Entity;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.dom.Multipart;
import org.apache.james.mime4j.dom.SingleBody;
import org.apache.james.mime4j.message.DefaultMessageBuilder;
import org.apache.james.mime4j.stream.MimeConfig;
import org.tapescript.domain.SourceDocument;
import org.tapescript.format.DocumentBuilder;
import org.tapescript.format.TranscriptFault;
import org.tapescript.format.TranscriptFile;
import org.tapescript.format.TranscriptReader;
import org.tapescript.format.encoding.TextDecoder;
import org.tapescript.format.html.HtmlReader;
import org.tapescript.format.plain.PlainReader;

/** A mail's body (RFC 5322, MIME), its plain text before its page; headers, attachments and the signature are left aside. */
public final class MailReader implements TranscriptReader {
    private static final Pattern HEADER =
            Pattern.compile("(?:From \\S+[^\\n]*\\n)?(?:[\\w-]{2,40}: ?[^\\n]*\\n(?:[ \\t][^\\n]*\\n)*){2,}\\n");
    private static final Pattern TELLING = Pattern.compile(
            "(?mi)^(?:message-id|mime-version|received|return-path|x-mailer|content-transfer-encoding):");
    private static final Pattern FROM = Pattern.compile("(?mi)^(?:from|subject|date): ?\\S");
    private static final Pattern SIGNATURE = Pattern.compile("(?s)(?<=\\n)-- \\r?\\n.*\\z");
    private static final int DEEPEST = 20;

    @Override
    public boolean reads(TranscriptFile file) {
        String start = file.start().replace("\r\n", "\n");
        boolean header = HEADER.matcher(start).lookingAt()
                || file.isNamed("eml") && FROM.matcher(start).find();
        int end = start.indexOf("\n\n");
        String fields = end < 0 ? start : start.substring(0, end + 1);
        return header
                && FROM.matcher(fields).find()
                && (file.isNamed("eml") || TELLING.matcher(fields).find());
    }

    @Override
    public SourceDocument read(TranscriptFile file) throws IOException {
        DefaultMessageBuilder builder = new DefaultMessageBuilder();
        builder.setMimeEntityConfig(MimeConfig.custom()
                .setMaxLineLen(-1)
                .setMaxHeaderLen(-1)
                .setMaxHeaderCount(-1)
                .build());
        Message message;
        try {
            message = builder.parseMessage(new ByteArrayInputStream(file.bytes()));
        } catch (RuntimeException e) {
            // Mime4J throws unchecked exceptions for some damaged parts.
            throw file.unreadable(e, TranscriptFault.DAMAGED_MAIL);
        }
        Optional<Entity> plain = part(message, "text/plain", 0);
        if (plain.isPresent()) {
            String text = text(plain.get(), file);
            return PlainReader.document(file.name(), SIGNATURE.matcher(text).replaceAll(""));
        }
        Optional<Entity> page = part(message, "text/html", 0);
        if (page.isEmpty()) {
            throw file.unreadable(TranscriptFault.EMPTY_MAIL);
        }
        DocumentBuilder document = new DocumentBuilder(file.name());
        HtmlReader.add(bytes(page.get()), charset(page.get(), file), document);
        return document.build();
    }

    /** The first part of a kind that is no attachment. */
    private static Optional<Entity> part(Entity entity, String kind, int depth) {
        if (entity.getBody() instanceof Multipart parts && depth < DEEPEST) {
            return parts.getBodyParts().stream()
                    .flatMap(p -> part(p, kind, depth + 1).stream())
                    .findFirst();
        }
        boolean wanted = kind.equalsIgnoreCase(entity.getMimeType())
                && !"attachment".equalsIgnoreCase(entity.getDispositionType())
                && entity.getBody() instanceof SingleBody;
        return wanted ? Optional.of(entity) : Optional.empty();
    }

    private static byte[] bytes(Entity part) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ((SingleBody) part.getBody()).writeTo(out);
        return out.toByteArray();
    }

    private static String text(Entity part, TranscriptFile file) throws IOException {
        return TextDecoder.decode(bytes(part), charset(part, file))
                .map(TextDecoder.Decoded::text)
                .orElseThrow(() -> file.unreadable(TranscriptFault.EMPTY_MAIL));
    }

    /** The encoding that the user says, or the part itself; nothing if it says none that is known. */
    private static Optional<Charset> charset(Entity part, TranscriptFile file) {
        try {
            return file.options()
                    .encoding()
                    .or(() -> Optional.ofNullable(part.getHeader().getField("Content-Type"))
                            .filter(f -> f.getBody().toLowerCase(Locale.ROOT).contains("charset"))
                            .map(f -> Charset.forName(part.getCharset())));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty();
        }
    }
}
