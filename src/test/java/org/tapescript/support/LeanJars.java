package org.tapescript.support;

import com.sun.jna.Platform;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Copies jars as an installer wants them: without what is never read on this computer, and not compressed, for the installer compresses
 * all of them together, which takes less room and nothing at the program's start.
 */
final class LeanJars {
    private static final String FONTS = "net/sf/jasperreports/fonts/dejavu/";

    /** By the beginning of a jar's name: what of its content is left out. */
    private static final Map<String, Predicate<String>> LEFT_OUT = Map.of(
            // Nothing here recognises freely, and mixtures are read in their exact shape.
            "sphinx4-data", name -> name.endsWith(".lm.bin") || name.endsWith("/sendump"),
            // Windows' own and others'; a folder a kind of computer.
            "jna",
                    Pattern.compile("com/sun/jna/[a-z0-9]+-?[^/]*/.*(?:dll|so|a|jnilib|dylib)")
                            .asMatchPredicate()
                            .and(name -> !name.startsWith("com/sun/jna/" + Platform.RESOURCE_PREFIX + "/")),
            "jasperreports-fonts",
                    name -> name.startsWith(FONTS)
                            && name.endsWith(".ttf")
                            && !name.endsWith("/DejaVuSans.ttf")
                            && !name.endsWith("/DejaVuSans-Bold.ttf"));

    private LeanJars() {}

    /** Arguments: the folder of the jars, the folder for the copies. */
    public static void main(String[] args) throws IOException {
        Path folder = Files.createDirectories(Path.of(args[1]));
        try (DirectoryStream<Path> jars = Files.newDirectoryStream(Path.of(args[0]), "*.jar")) {
            for (Path jar : jars) {
                copy(jar, folder.resolve(jar.getFileName()));
            }
        }
    }

    private static void copy(Path jar, Path target) throws IOException {
        Predicate<String> leftOut = LEFT_OUT.entrySet().stream()
                .filter(e -> jar.getFileName().toString().startsWith(e.getKey() + "-"))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(name -> false);
        try (ZipFile zip = new ZipFile(jar.toFile());
                ZipOutputStream out = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(target)))) {
            out.setMethod(ZipOutputStream.STORED);
            for (ZipEntry entry : Collections.list(zip.entries())) {
                if (!entry.isDirectory() && !leftOut.test(entry.getName())) {
                    byte[] content = zip.getInputStream(entry).readAllBytes();
                    out.putNextEntry(stored(entry, content));
                    out.write(content);
                    out.closeEntry();
                }
            }
        }
    }

    private static ZipEntry stored(ZipEntry entry, byte[] content) {
        CRC32 sum = new CRC32();
        sum.update(content);
        ZipEntry result = new ZipEntry(entry.getName());
        result.setTimeLocal(entry.getTimeLocal());
        result.setSize(content.length);
        result.setCrc(sum.getValue());
        return result;
    }
}
