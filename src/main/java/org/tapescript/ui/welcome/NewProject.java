package org.tapescript.ui.welcome;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tapescript.format.Formats;

/** Recordings and a transcript that a project is to be made of, chosen in any order; a file in the other's place is put right. */
final class NewProject {
    private List<Path> tapes = List.of();
    private Optional<Path> text = Optional.empty();

    static String extension(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static boolean isText(Path file) {
        return Formats.READ_EXTENSIONS.contains(extension(file));
    }

    List<Path> tapes() {
        return tapes;
    }

    Optional<Path> text() {
        return text;
    }

    boolean isWhole() {
        return !tapes.isEmpty() && text.isPresent();
    }

    /** Takes files, each for what it is by its name. @return whether all of them could be taken */
    boolean take(List<Path> files) {
        List<Path> texts = files.stream().filter(NewProject::isText).toList();
        List<Path> sounds = new ArrayList<>(files);
        sounds.removeAll(texts);
        if (texts.size() > 1) {
            return false;
        }
        if (!sounds.isEmpty()) {
            tapes = sounds.stream().sorted().toList();
        }
        texts.stream().findFirst().ifPresent(t -> text = Optional.of(t));
        return true;
    }

    /** Takes a file as the transcript, whatever it is called. */
    void takeText(Path file) {
        text = Optional.of(file);
    }

    /** Takes files as recordings. @return whether a transcript among them was put in its own place */
    boolean takeTapes(List<Path> files) {
        List<Path> sounds = files.stream().filter(f -> !isText(f)).sorted().toList();
        if (sounds.isEmpty() && files.size() == 1) {
            text = Optional.of(files.get(0));
            return true;
        }
        tapes = sounds.isEmpty() ? files : sounds;
        return false;
    }
}
