package org.tapescript.storage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of content, in hexadecimal digits; made bit by bit, or of a whole. */
public final class Checksum {
    private final MessageDigest digest;

    public Checksum() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    public static String of(byte[] content) {
        return new Checksum().add(ByteBuffer.wrap(content)).hex();
    }

    /** Of a text in UTF-8. */
    public static String ofText(String content) {
        return of(content.getBytes(StandardCharsets.UTF_8));
    }

    /** Of all that is left of a stream. */
    public static String of(InputStream content) throws IOException {
        Checksum checksum = new Checksum();
        byte[] buffer = new byte[1 << 16];
        for (int n = content.read(buffer); n > 0; n = content.read(buffer)) {
            checksum.add(ByteBuffer.wrap(buffer, 0, n));
        }
        return checksum.hex();
    }

    public Checksum add(ByteBuffer more) {
        digest.update(more);
        return this;
    }

    /** Of all that was added; nothing can be added afterwards. */
    public String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
