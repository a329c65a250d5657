package org.tapescript.support;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Copies the licence texts and notices that libraries carry in their jars into a folder, one file a jar: an installer must have them. */
final class Licences {
    private static final Pattern LICENCE = Pattern.compile("(?i)(?:META-INF/)?(?:licen[cs]e|notice|copying)[^/]*");

    private Licences() {}

    public static void main(String[] args) throws IOException {
        Path folder = Files.createDirectories(Path.of(args[1]));
        try (DirectoryStream<Path> jars = Files.newDirectoryStream(Path.of(args[0]), "*.jar")) {
            for (Path jar : jars) {
                copy(jar, folder);
            }
        }
    }

    private static void copy(Path jar, Path folder) throws IOException {
        StringBuilder texts = new StringBuilder();
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            List<? extends ZipEntry> entries = Collections.list(zip.entries());
            for (ZipEntry entry : entries) {
                if (!entry.isDirectory() && LICENCE.matcher(entry.getName()).matches()) {
                    texts.append("==== ").append(entry.getName()).append(" ====\n");
                    texts.append(new String(
                            zip.getInputStream(entry).readAllBytes(), java.nio.charset.StandardCharsets.UTF_8));
                    texts.append('\n');
                }
            }
        }
        if (texts.length() > 0) {
            Files.writeString(folder.resolve(jar.getFileName().toString().replaceFirst("jar$", "txt")), texts);
        }
    }
}
