package org.tapescript.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.tapescript.acoustic.ModelFiles;
import org.tapescript.align.lexicon.Dictionary;
import org.tapescript.align.lexicon.GraphoneTrainer;
import org.tapescript.language.LanguagePacks;
import org.tapescript.storage.AtomicFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tapescript train-pronunciations}: makes the pronunciation model of a language folder. */
@Command(
        name = "train-pronunciations",
        description = "Train a model that says words which a dictionary lacks (for makers of language folders).")
final class TrainCommand implements Callable<Integer> {
    private static final String CLASSPATH = "classpath:";

    @Parameters(
            paramLabel = "DICTIONARY",
            description = "A dictionary file, or classpath:NAME for one that ships with a model.")
    private String dictionary;

    @Option(names = "-o", required = true, paramLabel = "FILE", description = "Where to write the model.")
    private Path output;

    @Option(names = "--force", description = "Replace a file that is there.")
    private boolean force;

    @Override
    public Integer call() throws IOException, CommandFailedException {
        boolean shipped = dictionary.startsWith(CLASSPATH);
        Target.check(output, shipped ? List.of() : List.of(Path.of(dictionary)));
        Target.refuseToReplace(output, force);
        Dictionary words = new Dictionary();
        try (InputStream in = open()) {
            words.read(in, dictionary);
        }
        AtomicFile.writeBytes(
                output,
                out -> GraphoneTrainer.train(words, LanguagePacks.GRAPHONE_ORDER)
                        .write(out));
        return 0;
    }

    private InputStream open() throws IOException {
        if (dictionary.startsWith(CLASSPATH)) {
            String name = dictionary.substring(CLASSPATH.length());
            int slash = name.lastIndexOf('/');
            return ModelFiles.resources(name.substring(0, slash)).open(name.substring(slash + 1));
        }
        return Files.newInputStream(Path.of(dictionary));
    }
}
