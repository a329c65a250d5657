package org.tapescript.ui.importing;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.tapescript.domain.OwnPronunciation;
import org.tapescript.domain.Transcript;
import org.tapescript.ui.common.LanguageBox;
import org.tapescript.workflow.TapeSync;
import org.tapescript.workflow.TrackChoice;

/** What a user says of the recordings and languages of a project that is being made. */
public final class ImportChoices {
    /** Whose model comes with the program. */
    private static final String USUAL_LANGUAGE = "en-us";

    private final ObjectProperty<Tapes> tapes;
    private final StringProperty language = new SimpleStringProperty(USUAL_LANGUAGE);
    private final BooleanProperty translated = new SimpleBooleanProperty();
    private final ObjectProperty<List<OwnPronunciation>> lexicon = new SimpleObjectProperty<>(List.of());
    private final StringProperty textLanguage = new SimpleStringProperty(LanguageBox.SAME);

    /**
     * Recordings of one interview.
     *
     * @param files in order
     * @param track of each that is taken, counted from 1; nothing for the file's own choice
     */
    public record Tapes(List<Path> files, OptionalInt track) {
        public Tapes {
            files = List.copyOf(files);
        }

        TrackChoice choice() {
            return TrackChoice.DEFAULT.with(track);
        }
    }

    public ImportChoices(List<Path> files) {
        tapes = new SimpleObjectProperty<>(new Tapes(files, OptionalInt.empty()));
    }

    public ObjectProperty<Tapes> tapesProperty() {
        return tapes;
    }

    public Tapes tapes() {
        return tapes.get();
    }

    /** Of the tape. */
    public StringProperty languageProperty() {
        return language;
    }

    /** Whether the text is a translation of what is said. */
    public BooleanProperty translatedProperty() {
        return translated;
    }

    /** Pronunciations of the user's own. */
    public ObjectProperty<List<OwnPronunciation>> lexiconProperty() {
        return lexicon;
    }

    /** {@link LanguageBox#SAME} if it is that of the tape. */
    public StringProperty textLanguageProperty() {
        return textLanguage;
    }

    /** All that a sync of a transcript needs. */
    TapeSync.Request request(Transcript transcript) {
        return new TapeSync.Request(
                tapes().files(),
                transcript,
                TapeSync.basis(language.get(), translated.get())
                        .withTextLanguage(Optional.of(textLanguage.get()).filter(t -> !t.equals(LanguageBox.SAME)))
                        .withLexicon(lexicon.get()),
                true,
                List.of(),
                tapes().choice());
    }
}
