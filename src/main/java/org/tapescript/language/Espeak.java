package org.tapescript.language;

import com.sun.jna.Library;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.PointerByReference;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.tapescript.storage.CacheFolder;

/**
 * eSpeak NG, which knows how a hundred languages are read. Its library is loaded into the program; its data are unpacked into the cache
 * first. There is one engine a process, which speaks one language at a time: all calls take turns.
 */
final class Espeak {
    /** What is unpacked is kept under the version that it belongs to. */
    private static final String FOLDER = "espeak-ng-1.52.0.1";

    private static final String DATA = "espeak-ng-data";
    /** Whoever has this has all: it is written last. */
    private static final String COMPLETE = "complete";

    private static final int NO_SOUND = 2;
    private static final int OK = 0;
    private static final int UTF_8 = 1;
    /** IPA symbols, an underscore between the sounds. */
    private static final int IPA = 2 | '_' << 8;

    private static Espeak engine;

    private final Engine library;
    private String voice = "";

    /** The library's own functions; see its {@code speak_lib.h}. */
    interface Engine extends Library {
        int espeak_Initialize(int output, int bufferLength, String dataParent, int options);

        int espeak_SetVoiceByName(String name);

        Pointer espeak_TextToPhonemes(PointerByReference text, int textMode, int phonemeMode);
    }

    private Espeak(Engine library) {
        this.library = library;
    }

    /**
     * The engine of this process.
     *
     * @param cache where it is unpacked if this has not been done
     * @throws IOException if it cannot be, or there is none for this kind of computer
     */
    static synchronized Espeak open(Path cache) throws IOException {
        if (engine == null) {
            Path folder = unpacked(cache);
            try {
                Engine library = Native.load(
                        folder.resolve(libraryFile()).toAbsolutePath().toString(), Engine.class);
                if (library.espeak_Initialize(
                                NO_SOUND, 0, folder.toAbsolutePath().toString(), 0)
                        <= 0) {
                    throw new IOException("Reading the pronunciation rules in " + folder
                            + ": they are damaged; delete that folder, and it is made again");
                }
                engine = new Espeak(library);
            } catch (UnsatisfiedLinkError e) {
                throw new IOException(
                        "Loading eSpeak NG from " + folder + ", which says how words are pronounced: " + e.getMessage(),
                        e);
            }
        }
        return engine;
    }

    /**
     * How a word, or several, are read in a language.
     *
     * @param language as eSpeak NG has it
     * @return IPA symbols, an underscore between the sounds; a change of language as its tag in brackets
     * @throws IllegalArgumentException if there is no such language
     */
    synchronized String ipa(String language, String words) {
        if (!speaks(language)) {
            throw new IllegalArgumentException("eSpeak NG does not know the language " + language);
        }
        byte[] bytes = (words + "\0").getBytes(StandardCharsets.UTF_8);
        try (Memory memory = new Memory(bytes.length)) {
            memory.write(0, bytes, 0, bytes.length);
            PointerByReference rest = new PointerByReference(memory);
            StringBuilder result = new StringBuilder();
            while (rest.getValue() != null) {
                Pointer clause = library.espeak_TextToPhonemes(rest, UTF_8, IPA);
                result.append(clause == null ? "" : clause.getString(0, "UTF-8"))
                        .append(' ');
            }
            return result.toString().trim();
        }
    }

    /** Whether there is a language of this name, as {@code nl} or {@code pt-br}; the next call will be quick. */
    synchronized boolean speaks(String language) {
        if (!language.equals(voice)) {
            if (library.espeak_SetVoiceByName(language) != OK) {
                return false;
            }
            voice = language;
        }
        return true;
    }

    private static Path unpacked(Path cache) throws IOException {
        Path folder = cache.resolve(FOLDER);
        if (Files.exists(folder.resolve(COMPLETE))) {
            return folder;
        }
        Files.createDirectories(folder.resolve(DATA));
        String library = libraryFile();
        try (InputStream in = resource(platform() + "/" + library)) {
            write(in, folder.resolve(library));
        }
        try (ZipInputStream zip = new ZipInputStream(resource(DATA + ".zip"))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path target = folder.resolve(DATA).resolve(entry.getName()).normalize();
                if (!target.startsWith(folder)) {
                    throw new IOException("Unpacking the pronunciation rules: " + entry.getName() + " leads elsewhere");
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                } else {
                    Files.createDirectories(target.getParent());
                    write(zip, target);
                }
            }
        }
        try {
            Files.createFile(folder.resolve(COMPLETE));
        } catch (FileAlreadyExistsException e) {
            // Another process was as far at the same time, and wrote the same.
        }
        return folder;
    }

    /** Whole or not at all: another process may be reading what stands there already. */
    private static void write(InputStream in, Path target) throws IOException {
        new CacheFolder(target.getParent()).write(target.getFileName().toString(), in::transferTo);
    }

    private static InputStream resource(String name) throws IOException {
        InputStream in = Espeak.class.getResourceAsStream("espeak/" + name);
        if (in == null) {
            throw new IOException(
                    "Unpacking eSpeak NG, which says how words are pronounced: there is no " + name + " in this build");
        }
        return in;
    }

    private static String libraryFile() {
        String system = system();
        return system.equals("win") ? "espeak-ng.dll" : "libespeak-ng." + (system.equals("macos") ? "1.dylib" : "so.1");
    }

    private static String platform() {
        String machine = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        return system() + "-" + (machine.equals("aarch64") ? "arm64" : machine.equals("x86_64") ? "amd64" : machine);
    }

    private static String system() {
        String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        return name.startsWith("windows") ? "win" : name.startsWith("mac") ? "macos" : "debian";
    }
}
