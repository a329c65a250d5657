package org.tapescript.ui.mainwindow;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.tapescript.align.LongTextAligner;
import org.tapescript.audio.DecodedRecording;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.job.CancellationToken;
import org.tapescript.job.ProgressSink;
import org.tapescript.language.LanguagePack;
import org.tapescript.language.LanguagePacks;
import org.tapescript.ui.common.Places;
import org.tapescript.ui.common.Tape;
import org.tapescript.workflow.AttributeSpeakers;
import org.tapescript.workflow.HeardTapeCache;
import org.tapescript.workflow.PlaceTranscript;
import org.tapescript.workflow.SyncTape;
import org.tapescript.workflow.VoiceCache;

/** What goes over a whole tape again for an open project. */
final class Engines {
    private final Tape tape;
    private final Places places;
    private final HeardTapeCache heardTapes;
    private LanguagePack ears;

    Engines(Tape tape, Places places) {
        this.tape = tape;
        this.places = places;
        this.heardTapes = new HeardTapeCache(places.cache().resolve("voices"));
    }

    /** One of them. */
    @FunctionalInterface
    interface Engine {
        SyncedTranscript run(Engines engines, SyncedTranscript before, ProgressSink progress, CancellationToken cancel)
                throws IOException;
    }

    private List<Path> files() {
        return tape.recordings().stream().map(DecodedRecording::source).toList();
    }

    /** Places a translation anew; what was said by hand stays, and places the others. */
    SyncedTranscript place(SyncedTranscript before, ProgressSink progress, CancellationToken cancel)
            throws IOException {
        return new PlaceTranscript(Tape.recordings(places), voices(), heardTapes)
                .again(
                        before,
                        new PlaceTranscript.Request(
                                files(), before.transcript(), before.language(), ears(before.language()), List.of()),
                        progress,
                        cancel);
    }

    /** Loaded once: that takes longer than placing. */
    private synchronized LanguagePack ears(String language) throws IOException {
        if (ears == null) {
            ears = new LanguagePacks(places.models(), places.cache()).ears(language);
        }
        return ears;
    }

    private VoiceCache voices() {
        return new VoiceCache(places.cache().resolve("voices"));
    }

    /** Aligns all words anew; times and speakers set by hand stay. */
    SyncedTranscript align(SyncedTranscript before, ProgressSink progress, CancellationToken cancel)
            throws IOException {
        if (before.isPlaced()) {
            return place(before, progress, cancel);
        }
        return new SyncTape(Tape.recordings(places), voices(), new LongTextAligner())
                .again(
                        before,
                        new SyncTape.Request(
                                files(),
                                before.transcript(),
                                new LanguagePacks(places.models(), places.cache()).load(before.language()),
                                List.of(),
                                true,
                                List.of()),
                        progress,
                        cancel);
    }

    /** Says anew who speaks; what was said by hand stays, and helps to tell the others. */
    SyncedTranscript compareVoices(SyncedTranscript before, ProgressSink progress, CancellationToken cancel)
            throws IOException {
        if (before.isPlaced()) {
            return place(before, progress, cancel);
        }
        return new AttributeSpeakers(Tape.recordings(places), voices())
                .run(
                        before,
                        new AttributeSpeakers.Request(
                                files(),
                                () -> new LanguagePacks(places.models(), places.cache()).load(before.language()),
                                List.of(),
                                List.of()),
                        progress,
                        cancel);
    }
}
