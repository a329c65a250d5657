package org.tapescript.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tapescript.audio.DecodedRecording;
import org.tapescript.domain.Recording;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.edit.CorrectText;
import org.tapescript.edit.ReplaceAll;
import org.tapescript.job.CancellationToken;
import org.tapescript.job.ProgressSink;
import org.tapescript.project.OpenProject;
import org.tapescript.project.ProjectFile;
import org.tapescript.support.Bundled;
import org.tapescript.support.Editing;
import org.tapescript.workflow.BundleProject.Sound;

/** Projects that are packed here and unpacked there. */
class BundleTest {
    /** Where the first word begins. */
    private static final int FIRST = 2;

    @TempDir
    private Path folder;

    private Path project;

    private BundleProject.Result pack(Path to, Sound sound, Path... tapes) throws IOException {
        Places places = new Places(List.of(), Path.of("target", "test-cache"), folder.resolve("s"), folder);
        return new BundleProject(places)
                .run(project, List.of(tapes), sound, to, ProgressSink.IGNORE, CancellationToken.none());
    }

    private static UnpackBundle.Place unpack(Path bundle, Path parent) throws IOException {
        UnpackBundle.Place place = UnpackBundle.place(bundle, parent);
        UnpackBundle.run(bundle, place, share -> {}, CancellationToken.none());
        return place;
    }

    private Path made(String... recordings) throws IOException {
        Path home = Files.createDirectories(folder.resolve("home of somebody"));
        project = home.resolve("talk.tapescript");
        Path[] files = new Path[recordings.length];
        for (int i = 0; i < files.length; i++) {
            files[i] = Bundled.sound(home.resolve(recordings[i]), 3000 + i);
        }
        Bundled.project(project, 60, files);
        return home;
    }

    private Path elsewhere() throws IOException {
        return Files.createDirectories(folder.resolve("elsewhere"));
    }

    @Test
    void aProjectOpensElsewhereWithAllThatBelongsToIt() throws IOException {
        made("tape.flac");
        SyncedTranscript before = ProjectFile.read(project).transcript();
        Path bundle = elsewhere().resolve("for you.tapescript");
        BundleProject.Result result = pack(bundle, Sound.AS_IT_IS);
        assertThat(result.bytes()).isEqualTo(Files.size(bundle));
        Files.move(folder.resolve("home of somebody"), folder.resolve("gone"));

        UnpackBundle.Place place = unpack(bundle, elsewhere());
        assertThat(place.folder()).isEqualTo(elsewhere().resolve("for you"));
        assertThat(place.folder().resolve("tape.flac"))
                .hasSameBinaryContentAs(folder.resolve("gone").resolve("tape.flac"));
        assertThat(place.folder().resolve("text.txt"))
                .hasContent(before.transcript().text());
        SyncedTranscript there = ProjectFile.read(place.project()).transcript();
        assertThat(there.withRecordings(before.recordings())).isEqualTo(before);
        assertThat(FindRecordings.run(place.project(), there.recordings(), List.of()))
                .containsExactly(place.folder().resolve("tape.flac"));
    }

    @Test
    void recordingsThatAreCalledAlikeBecomeTwoFiles() throws IOException {
        Path home = made("a/Tape.wav", "b/tape.wav", "CON.wav");
        Path bundle = folder.resolve("b.tapescript");
        pack(bundle, Sound.AS_IT_IS);
        UnpackBundle.Place place = unpack(bundle, elsewhere());
        List<Recording> there = ProjectFile.read(place.project()).transcript().recordings();
        assertThat(there.stream().map(Recording::path)).containsExactly("Tape.wav", "tape-2.wav", "_CON.wav");
        assertThat(FindRecordings.run(place.project(), there, List.of())).hasSize(3);
        assertThat(place.folder().resolve("tape-2.wav")).hasSameBinaryContentAs(home.resolve("b/tape.wav"));
    }

    @Test
    void aTapeThatHasMovedIsPackedFromWhereItIsNow() throws IOException {
        Path home = made("tape.flac");
        Path now = Files.move(home.resolve("tape.flac"), folder.resolve("now.flac"));
        assertThatThrownBy(() -> pack(folder.resolve("b.tapescript"), Sound.AS_IT_IS))
                .isInstanceOf(MissingRecordingException.class);
        assertThat(folder.resolve("b.tapescript")).doesNotExist();
        pack(folder.resolve("b.tapescript"), Sound.AS_IT_IS, now);
        UnpackBundle.Place place = unpack(folder.resolve("b.tapescript"), elsewhere());
        assertThat(place.folder().resolve("now.flac")).hasSameBinaryContentAs(now);
    }

    @Test
    void anotherRecordingThatBeginsAndEndsAlikeIsNotPacked() throws IOException {
        Path home = Files.createDirectories(folder.resolve("home of somebody"));
        project = home.resolve("talk.tapescript");
        Path tape = Bundled.sound(home.resolve("long.wav"), 3 << 20);
        Bundled.project(project, 60, tape);
        byte[] bytes = Files.readAllBytes(tape);
        bytes[bytes.length / 2] ^= 1;
        Files.write(tape, bytes);
        assertThatThrownBy(() -> pack(folder.resolve("b.tapescript"), Sound.AS_IT_IS))
                .hasMessageContaining("not the recording that was synced");
        assertThat(folder.resolve("b.tapescript")).doesNotExist();
    }

    @Test
    void editsThatWereNeverSavedTravelAndCanBeUndone() throws IOException {
        Path home = made("tape.flac");
        SyncedTranscript edited;
        SyncedTranscript once;
        try (Editing editing = new Editing(project)) {
            editing.apply(new CorrectText(FIRST, FIRST, "Well, "));
            once = editing.now();
            // One that names the recordings, where they lie here.
            editing.apply(new ReplaceAll(new CorrectText(FIRST, FIRST, "So. ").apply(editing.now())));
            edited = editing.now();
        }
        byte[] journal = Files.readAllBytes(home.resolve(".talk.tapescript.journal"));
        Path bundle = elsewhere().resolve("b.tapescript");
        assertThat(pack(bundle, Sound.AS_IT_IS).recovery().steps()).isEqualTo(2);
        assertThat(home.resolve(".talk.tapescript.journal")).hasBinaryContent(journal);

        UnpackBundle.Place place = unpack(bundle, elsewhere());
        assertThat(ProjectFile.read(place.project()).transcript().transcript())
                .isEqualTo(ProjectFile.read(project).transcript().transcript());
        assertThat(place.folder().resolve("text.txt"))
                .hasContent(edited.transcript().text());
        try (OpenProject there = OpenProject.open(place.project(), folder.resolve("journals"))) {
            assertThat(there.recovery().steps()).isEqualTo(2);
            assertThat(there.recovery().left()).isEmpty();
            assertThat(there.history().current().transcript()).isEqualTo(edited.transcript());
            assertThat(there.history().current().recordings().get(0).path()).isEqualTo("tape.flac");
            assertThat(there.history().undo()).isTrue();
            assertThat(there.history().current().transcript()).isEqualTo(once.transcript());
        }
    }

    @Test
    void nobodyLearnsWhereTheProjectLay() throws IOException {
        made("tape.flac");
        try (Editing editing = new Editing(project)) {
            editing.apply(new ReplaceAll(new CorrectText(FIRST, FIRST, "So. ").apply(editing.now())));
        }
        pack(folder.resolve("b.tapescript"), Sound.AS_IT_IS);
        List<String> names = new ArrayList<>();
        try (ZipFile zip = new ZipFile(folder.resolve("b.tapescript").toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                names.add(entry.getName());
                try (InputStream in = zip.getInputStream(entry)) {
                    assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                            .as(entry.getName())
                            .doesNotContain("home of somebody");
                }
            }
        }
        assertThat(names)
                .containsExactly(
                        "mimetype",
                        "tape.flac",
                        "talk.tapescript",
                        ".talk.tapescript.journal",
                        "text.txt",
                        "bundle.json");
    }

    @Test
    void theSamePackedTwiceIsTheSameByteForByte() throws IOException {
        made("tape.flac");
        pack(folder.resolve("one.tapescript"), Sound.AS_IT_IS);
        pack(folder.resolve("two.tapescript"), Sound.AS_IT_IS);
        assertThat(new String(Files.readAllBytes(folder.resolve("one.tapescript")), StandardCharsets.ISO_8859_1))
                .as("what desktops look for")
                .matches("(?s)PK\u0003\u0004.{26}mimetypeapplication/x-tapescript-bundle.*");
        assertThat(folder.resolve("one.tapescript")).hasSameBinaryContentAs(folder.resolve("two.tapescript"));
    }

    @Test
    void nothingIsWrittenOver() throws IOException {
        made("tape.flac");
        Path bundle = elsewhere().resolve("b.tapescript");
        pack(bundle, Sound.AS_IT_IS);
        Files.createDirectories(elsewhere().resolve("b"));
        Files.writeString(elsewhere().resolve("b-2"), "mine");
        UnpackBundle.Place place = unpack(bundle, elsewhere());
        assertThat(place.folder()).isEqualTo(elsewhere().resolve("b-3"));
        assertThat(elsewhere().resolve("b")).isEmptyDirectory();
        assertThat(elsewhere().resolve("b-2")).hasContent("mine");
        // A second double click leads back to what was worked on.
        try (Editing editing = new Editing(place.project())) {
            editing.apply(new CorrectText(FIRST, FIRST, "Well, "));
            editing.save();
        }
        byte[] worked = Files.readAllBytes(place.project());
        UnpackBundle.Place again = unpack(bundle, elsewhere());
        assertThat(again.project()).isEqualTo(place.project());
        assertThat(again.isThere()).isTrue();
        assertThat(place.project()).hasBinaryContent(worked);
    }

    @Test
    void whoStopsLeavesNothing() throws IOException {
        made("tape.flac");
        CancellationToken cancel = new CancellationToken();
        cancel.cancel();
        Places places = new Places(List.of(), folder.resolve("cache"), folder.resolve("s"), folder);
        Path bundle = elsewhere().resolve("b.tapescript");
        assertThatThrownBy(() -> new BundleProject(places)
                        .run(project, List.of(), Sound.AS_IT_IS, bundle, ProgressSink.IGNORE, cancel))
                .isInstanceOf(CancellationException.class);
        assertThat(elsewhere()).isEmptyDirectory();
        pack(bundle, Sound.AS_IT_IS);
        UnpackBundle.Place place = UnpackBundle.place(bundle, elsewhere());
        assertThatThrownBy(() -> UnpackBundle.run(bundle, place, share -> {}, cancel))
                .isInstanceOf(CancellationException.class);
        assertThat(elsewhere())
                .isDirectoryContaining(f -> f.equals(bundle))
                .isDirectoryNotContaining(Files::isDirectory);
    }

    /** Sound is decoded and encoded once more: it must neither be longer nor begin later. */
    @Test
    void soundAsOpusKeepsItsTimes() throws IOException {
        Path sample = Path.of("audio-samples", "lighthouse", "tape.flac");
        project = folder.resolve("p.tapescript");
        Files.copy(sample, folder.resolve("tape.flac"));
        Bundled.project(project, 75, folder.resolve("tape.flac"));
        Path bundle = folder.resolve("b.tapescript");
        assertThat(pack(bundle, Sound.OPUS).asOpus()).isOne();
        assertThat(Files.size(bundle)).isLessThan(Files.size(sample) / 3);
        UnpackBundle.Place place = unpack(bundle, elsewhere());
        List<Recording> there = ProjectFile.read(place.project()).transcript().recordings();
        assertThat(there.get(0).path()).isEqualTo("tape.opus");
        List<Path> files = new ArrayList<>(FindRecordings.run(place.project(), there, List.of()));
        files.add(sample);
        List<DecodedRecording> decoded = new DecodeRecordings(Path.of("target", "test-cache"))
                .run(files, TrackChoice.DEFAULT, ProgressSink.IGNORE, CancellationToken.none());
        assertThat(decoded.get(0).fingerprint()).isEqualTo(there.get(0).fingerprint());
        assertThat(decoded.get(0).seconds()).isEqualTo(decoded.get(1).seconds());
        assertThat(shift(samples(decoded.get(0)), samples(decoded.get(1)))).isZero();
    }

    private static short[] samples(DecodedRecording recording) throws IOException {
        byte[] bytes = Files.readAllBytes(recording.mono());
        short[] samples = new short[bytes.length / 2];
        java.nio.ByteBuffer.wrap(bytes)
                .order(java.nio.ByteOrder.LITTLE_ENDIAN)
                .asShortBuffer()
                .get(samples);
        return samples;
    }

    /** By how many samples one sound lies behind another: where their correlation is largest. */
    private static int shift(short[] one, short[] other) {
        int most = 800;
        int best = 0;
        double largest = 0;
        for (int shift = -most; shift <= most; shift++) {
            double sum = 0;
            for (int i = 160_000; i < 320_000; i++) {
                sum += one[i + shift] * (double) other[i];
            }
            if (sum > largest) {
                largest = sum;
                best = shift;
            }
        }
        return best;
    }

    @Test
    void whatOpusWouldNotMakeSmallerStaysAsItIs() throws IOException {
        Path sample = Path.of("audio-samples", "lighthouse", "tape.flac");
        project = folder.resolve("p.tapescript");
        Path small = folder.resolve("tape.opus");
        new org.tapescript.audio.decode.OpusCopy(
                        Path.of("target", "test-cache", "native"),
                        new org.tapescript.storage.CacheFolder(folder.resolve("c")))
                .write(sample, 1, false, small, ProgressSink.IGNORE, CancellationToken.none());
        Bundled.project(project, 75, small);
        assertThat(pack(folder.resolve("b.tapescript"), Sound.OPUS).asOpus()).isZero();
        UnpackBundle.Place place = unpack(folder.resolve("b.tapescript"), elsewhere());
        assertThat(place.folder().resolve("tape.opus")).hasSameBinaryContentAs(small);
    }
}
