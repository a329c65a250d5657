package org.tapescript.language;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.tapescript.acoustic.MalformedModelException;
import org.tapescript.acoustic.ModelFile;
import org.tapescript.acoustic.ModelFiles;
import org.tapescript.acoustic.SpeechDraft;
import org.tapescript.acoustic.SpeechModel;
import org.tapescript.acoustic.sphinx.SphinxDraft;
import org.tapescript.acoustic.sphinx.SphinxModels;
import org.tapescript.align.lexicon.Dictionary;
import org.tapescript.align.lexicon.GraphoneModel;
import org.tapescript.align.lexicon.GraphoneTrainer;
import org.tapescript.align.lexicon.MalformedLexiconException;
import org.tapescript.job.Meanwhile;
import org.tapescript.storage.CacheFolder;
import org.tapescript.storage.Checksum;

/**
 * Finds languages in {@code models} folders, one folder a language. A folder without a manifest, as it comes from CMU Sphinx's
 * downloads, will do: the model's files and a {@code .dict} or {@code .dic} are looked for in it and below, and a pronunciation
 * model is trained on first use and kept in the cache.
 */
public final class LanguagePacks {
    /** N-grams of this order say held-out words best; more only grows the model. */
    public static final int GRAPHONE_ORDER = 6;

    /** Says that speech is in a language without a model. */
    public static final String NONE = "none";

    /** Asks for the language that the text is in. */
    public static final String AUTO = "auto";

    private final List<Path> folders;
    private final Path cache;

    /**
     * @param folders that hold language folders, the first that has a language decides
     * @param cache for what is trained
     */
    public LanguagePacks(List<Path> folders, Path cache) {
        this.folders = List.copyOf(folders);
        this.cache = cache;
    }

    /** Languages that are there, as given to {@link #load}. */
    public List<String> available() {
        List<String> result = new ArrayList<>();
        for (Path folder : folders) {
            try (Stream<Path> entries = Files.isDirectory(folder) ? Files.list(folder) : Stream.empty()) {
                entries.filter(Files::isDirectory)
                        .map(p -> p.getFileName().toString())
                        .sorted()
                        .filter(n -> !result.contains(n))
                        .forEach(result::add);
            } catch (IOException e) {
                // A folder that cannot be listed has nothing to offer.
            }
        }
        return result;
    }

    /**
     * A language's own model; for a language without one, what can be made of the English model and what is known of how the language is
     * read.
     *
     * @param language BCP 47 tag, or any folder's name
     * @throws MissingLanguageException if no folder has the language, and there is no such language or no English model
     * @throws MalformedModelException if its files are damaged or lack something
     */
    public LanguagePack load(String language) throws IOException {
        Optional<Path> folder = folder(language).or(() -> folder(named(bare(language))));
        if (folder.isPresent()) {
            return load(language, folder.get());
        }
        return new LentModel(this, cache).load(language).orElseThrow(() -> missing(language));
    }

    /**
     * Looks whether a language can be loaded, before anything that takes long.
     *
     * @throws MissingLanguageException as {@link #load}
     */
    public void check(String language) throws IOException {
        boolean isThere =
                folder(language).or(() -> folder(named(bare(language)))).isPresent();
        if (!isThere
                && !(LentModel.isLanguage(language) && folder(LentModel.LENDER).isPresent())) {
            throw missing(language);
        }
    }

    private LanguagePack load(String language, Path folder) throws IOException {
        Manifest manifest = manifest(folder);
        Meanwhile<SpeechModel> speech = Meanwhile.begin("speech-model", () -> speech(folder, manifest));
        Dictionary dictionary = dictionary(folder, manifest);
        GraphoneModel graphones = graphones(folder, manifest, dictionary);
        return new LanguagePack(language, speech.get(), List.of(dictionary), graphones);
    }

    /**
     * What drafts speech of a language, for those with a model of Sphinx4's own kind.
     *
     * @param pack of the language
     * @param text sentences of the transcript, as words in lower case: what is said is said much as they are
     * @throws IOException if the models cannot be read
     */
    public Optional<SpeechDraft> draft(LanguagePack pack, List<List<String>> text) throws IOException {
        Optional<Path> folder = folder(pack.tag()).or(() -> folder(named(bare(pack.tag()))));
        if (folder.isEmpty() || pack.speech().borrowed()) {
            return Optional.empty();
        }
        Manifest manifest = manifest(folder.get());
        ModelFiles files = acousticFiles(folder.get(), manifest);
        if (!files.has("mixture_weights")) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    SphinxDraft.open(files, pack.speech(), languageModel(folder.get(), manifest), text, pack::phones));
        } catch (IOException | RuntimeException e) {
            // Sphinx4's own readers do not say in which file.
            throw MalformedModelException.of(folder.get().toString(), e);
        }
    }

    private static Optional<URL> languageModel(Path folder, Manifest manifest) throws IOException {
        if (manifest.languageModel() == null) {
            return Optional.empty();
        }
        String resource = manifest.languageModel().resource();
        return resource != null
                ? Optional.ofNullable(LanguagePacks.class.getResource("/" + resource))
                : Optional.of(
                        folder.resolve(manifest.languageModel().file()).toUri().toURL());
    }

    /** The acoustic model of a language that has one, alone. */
    Optional<SpeechModel> speech(String language) throws IOException {
        Optional<Path> folder = folder(language);
        return folder.isEmpty() ? Optional.empty() : Optional.of(speech(folder.get(), manifest(folder.get())));
    }

    private static SpeechModel speech(Path folder, Manifest manifest) throws IOException {
        return SphinxModels.read(checked(acousticFiles(folder, manifest), manifest.checksums(), folder));
    }

    /** What to listen with to speech in a language; with any, if it is {@value #NONE}: voices, pauses and names can be heard so. */
    public String forListening(String language) {
        List<String> there = available();
        return language.equals(NONE) && !there.isEmpty() ? there.get(0) : language;
    }

    /**
     * The language that a text seems to be in, by the name of its model if it has one.
     *
     * @throws MissingLanguageException if there is too little text to tell
     */
    public String suggested(String text) throws MissingLanguageException {
        List<WrittenLanguages.Part> parts = WrittenLanguages.of(text);
        if (parts.isEmpty()) {
            throw new MissingLanguageException("the text is too short to tell its language; name it with --language");
        }
        return named(parts.get(0).tag());
    }

    private static String bare(String tag) {
        return tag.toLowerCase(Locale.ROOT).replaceFirst("[-_].*", "");
    }

    /** The model for a language without a region, if only a region has one; else the language itself. */
    private String named(String tag) {
        return available().stream()
                .filter(name -> name.equals(tag))
                .findFirst()
                .or(() -> available().stream()
                        .filter(name -> name.startsWith(tag + "-"))
                        .findFirst())
                .orElse(tag);
    }

    private Optional<Path> folder(String language) {
        return folders.stream()
                .map(f -> f.resolve(language.toLowerCase(Locale.ROOT)))
                .filter(Files::isDirectory)
                .findFirst();
    }

    private MissingLanguageException missing(String language) {
        return new MissingLanguageException("there is no model for the language '" + language
                + "' and no language of that name; there are models of " + String.join(", ", available())
                + ", and any language can be heard by its tag, as nl or pt-BR; or put a CMU Sphinx model into a folder of that name "
                + "below one of " + folders + ", or say --translated --language none to place turns without one");
    }

    private static Manifest manifest(Path folder) throws IOException {
        Path file = folder.resolve("manifest.json");
        if (!Files.exists(file)) {
            return Manifest.EMPTY;
        }
        return ModelFile.read(file.toString(), () -> Files.newInputStream(file), in -> {
            try {
                Manifest manifest = new ObjectMapper().readValue(in, Manifest.class);
                return manifest == null ? Manifest.EMPTY : manifest;
            } catch (JsonProcessingException e) {
                throw new MalformedModelException(file.toString(), "is not a manifest: " + e.getOriginalMessage(), e);
            }
        });
    }

    private static ModelFiles acousticFiles(Path folder, Manifest manifest) throws IOException {
        if (manifest.acousticModel() != null) {
            return manifest.acousticModel().resource() != null
                    ? ModelFiles.resources(manifest.acousticModel().resource())
                    : ModelFiles.folder(folder.resolve(manifest.acousticModel().file()));
        }
        return ModelFiles.folder(find(folder, "mdef")
                .orElseThrow(
                        () -> new MalformedModelException(folder.toString(), "holds no acoustic model (no file mdef)"))
                .getParent());
    }

    private static Optional<Path> find(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(folder, 3)) {
            return files.filter(Files::isRegularFile)
                    .filter(p -> p.getFileName().toString().endsWith(ending))
                    .sorted()
                    .findFirst();
        } catch (IOException | UncheckedIOException e) {
            throw MalformedModelException.of(folder.toString(), e);
        }
    }

    /** The same files, each compared with its checksum, if there is one, before it is read. */
    private static ModelFiles checked(ModelFiles files, Map<String, String> checksums, Path folder) throws IOException {
        for (Map.Entry<String, String> entry : checksums.entrySet()) {
            String name = entry.getKey().replaceFirst("^acousticModel/", "");
            if (entry.getKey().startsWith("acousticModel/")) {
                String file = files.describe() + "/" + name;
                String found = ModelFile.read(file, () -> files.open(name), Checksum::of);
                if (!found.equals(entry.getValue())) {
                    throw new MalformedModelException(
                            file, "is not the file that " + folder + "/manifest.json names (checksum)");
                }
            }
        }
        return files;
    }

    /** A file as the user knows it, and how it is opened. */
    private record Source(String file, ModelFile.Source opening) {
        static Source of(Path file) {
            return new Source(file.toString(), () -> new BufferedInputStream(Files.newInputStream(file)));
        }

        <R> R read(ModelFile.Reader<R> reader) throws MalformedModelException {
            return ModelFile.read(file, opening, reader);
        }
    }

    private static Source dictionarySource(Path folder, Manifest manifest) throws IOException {
        if (manifest.dictionary() != null && manifest.dictionary().resource() != null) {
            String name = manifest.dictionary().resource();
            int cut = name.lastIndexOf('/');
            ModelFiles files = ModelFiles.resources(name.substring(0, cut));
            return new Source(name, () -> files.open(name.substring(cut + 1)));
        }
        if (manifest.dictionary() != null) {
            return Source.of(folder.resolve(manifest.dictionary().file()));
        }
        Optional<Path> dict = find(folder, ".dict");
        return Source.of((dict.isPresent() ? dict : find(folder, ".dic"))
                .orElseThrow(
                        () -> new MalformedModelException(folder.toString(), "holds no dictionary (*.dict, *.dic)")));
    }

    private static Dictionary dictionary(Path folder, Manifest manifest) throws IOException {
        Source source = dictionarySource(folder, manifest);
        return source.read(in -> {
            Dictionary dictionary = new Dictionary();
            try {
                dictionary.read(in, source.file());
            } catch (MalformedLexiconException e) {
                throw new MalformedModelException(source.file(), "is no dictionary, in line " + e.line(), e);
            }
            if (dictionary.isEmpty()) {
                throw new MalformedModelException(source.file(), "holds no words");
            }
            return dictionary;
        });
    }

    private GraphoneModel graphones(Path folder, Manifest manifest, Dictionary dictionary) throws IOException {
        if (manifest.graphones() != null) {
            return readGraphones(folder.resolve(manifest.graphones().file()));
        }
        String key = dictionarySource(folder, manifest).read(Checksum::of);
        CacheFolder kept = new CacheFolder(cache);
        String name = "graphones-" + key + ".bin";
        if (kept.find(name).isPresent()) {
            try {
                return readGraphones(kept.file(name));
            } catch (MalformedModelException e) {
                // What is in the cache can be made again.
                kept.drop(name);
            }
        }
        kept.write(name, GraphoneTrainer.train(dictionary, GRAPHONE_ORDER)::write);
        return readGraphones(kept.file(name));
    }

    private static GraphoneModel readGraphones(Path file) throws IOException {
        return Source.of(file).read(in -> GraphoneModel.read(in, file.toString()));
    }
}
