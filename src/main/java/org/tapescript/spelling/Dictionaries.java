package org.tapescript.spelling;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.lucene.analysis.hunspell.Dictionary;
import org.apache.lucene.store.ByteBuffersDirectory;

/** Hunspell's dictionaries, a pair of files {@code LANGUAGE_REGION.aff} and {@code .dic} each, in the folders where they may lie. */
public final class Dictionaries {
    private static final String AFFIXES = ".aff";
    private static final String WORDS = ".dic";
    /** The largest that Debian has, of Hungarian and Korean, take a tenth of it. */
    private static final long LARGEST = 64L << 20;

    private final List<Path> folders;

    /** @param folders the first that has a dictionary has it */
    public Dictionaries(List<Path> folders) {
        this.folders = List.copyOf(folders);
    }

    /** Where Debian, macOS and Hunspell itself put them. @param own the user's folder, which is looked into first */
    public static Dictionaries of(Path own) {
        List<Path> folders = new ArrayList<>(List.of(own));
        String named = System.getenv("DICPATH");
        if (named != null) {
            Stream.of(named.split(java.io.File.pathSeparator))
                    .filter(f -> !f.isBlank())
                    .map(Path::of)
                    .forEach(folders::add);
        }
        Path home = Path.of(System.getProperty("user.home"));
        folders.add(home.resolve(Path.of(".local", "share", "hunspell")));
        folders.add(home.resolve(Path.of("Library", "Spelling")));
        Stream.of("/usr/share/hunspell", "/usr/share/myspell", "/usr/share/myspell/dicts", "/Library/Spelling")
                .map(Path::of)
                .forEach(folders::add);
        return new Dictionaries(folders);
    }

    /** The package of Debian that brings a language's dictionary. */
    public static String debianPackage(String language) {
        String[] parts = parts(language);
        return "hunspell-" + (parts.length > 1 ? parts[0] + "-" + parts[1] : parts[0]).toLowerCase(Locale.ROOT);
    }

    private static String[] parts(String language) {
        return language.split("[-_]");
    }

    /**
     * The dictionary of a language, as {@code en-us}: of its region, else of the language, else of another region.
     *
     * @return nothing if there is none
     * @throws IOException if it cannot be read
     */
    public Optional<SpellChecker> load(String language) throws IOException {
        Optional<Path> words = find(language);
        return words.isEmpty() ? Optional.empty() : Optional.of(load(words.get()));
    }

    private Optional<Path> find(String language) throws IOException {
        String[] parts = parts(language);
        String base = parts[0].toLowerCase(Locale.ROOT);
        List<String> names = new ArrayList<>();
        if (parts.length > 1) {
            names.add(base + "_" + parts[1].toUpperCase(Locale.ROOT));
        }
        names.add(base);
        for (String name : names) {
            for (Path folder : folders) {
                Path words = folder.resolve(name + WORDS);
                if (isPair(words)) {
                    return Optional.of(words);
                }
            }
        }
        for (Path folder : folders) {
            if (Files.isDirectory(folder)) {
                try (Stream<Path> files = Files.list(folder)) {
                    Optional<Path> other = files.filter(
                                    f -> f.getFileName().toString().startsWith(base + "_"))
                            .filter(Dictionaries::isPair)
                            .min(java.util.Comparator.comparing(Path::toString));
                    if (other.isPresent()) {
                        return other;
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isPair(Path words) {
        return words.toString().endsWith(WORDS) && Files.isReadable(words) && Files.isReadable(affixes(words));
    }

    private static Path affixes(Path words) {
        String name = words.getFileName().toString();
        return words.resolveSibling(name.substring(0, name.length() - WORDS.length()) + AFFIXES);
    }

    private static SpellChecker load(Path words) throws IOException {
        if (Files.size(words) > LARGEST || Files.size(affixes(words)) > LARGEST) {
            throw new IOException(words + ": too large for a dictionary");
        }
        try (InputStream affixes = Files.newInputStream(affixes(words));
                InputStream list = Files.newInputStream(words);
                ByteBuffersDirectory scratch = new ByteBuffersDirectory()) {
            return new SpellChecker(words, new Dictionary(scratch, "hunspell", affixes, list));
        } catch (ParseException | RuntimeException e) {
            throw new IOException(words + ": no dictionary that can be read (" + e.getMessage() + ")", e);
        }
    }
}
