package org.tapescript.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tapescript.domain.SpeakerNames;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.domain.TranscriptIndex;
import org.tapescript.edit.RenameSpeaker;
import org.tapescript.format.ExportOptions;
import org.tapescript.project.ProjectFile;
import org.tapescript.report.SyncReport;
import org.tapescript.session.EditorSession;
import org.tapescript.support.HostileTranscripts;
import org.tapescript.support.Saves;
import org.tapescript.support.Transcripts;

class BatchRunTest {
    @TempDir
    private Path folder;

    private final List<String> synced = new ArrayList<>();
    private final List<String> told = new ArrayList<>();
    private Error trouble;
    private final SyncedTranscript transcript =
            Transcripts.of(List.of("Ann & <Bo>", "Иван"), "Are you there, <b>you</b>?", "I am here & well.");

    @BeforeEach
    void files() throws IOException {
        for (String name : List.of("a.wav", "b.wav", "a.txt", "b.txt")) {
            Files.writeString(folder.resolve(name), name);
        }
    }

    private Path manifest(String text) throws IOException {
        return Files.writeString(folder.resolve("m.csv"), text);
    }

    private List<BatchResult> run(String manifest) throws IOException {
        return batch().run(Manifest.read(manifest(manifest)), false);
    }

    private BatchRun batch() {
        return new BatchRun(
                        folder.resolve("out"),
                        folder.resolve("m.csv"),
                        ExportOptions.DEFAULT,
                        new BatchRun.Sync() {
                            @Override
                            public SyncedTranscript sync(BatchEntry entry) throws IOException {
                                synced.add(entry.name());
                                if (entry.name().equals("b") && trouble != null) {
                                    throw trouble;
                                }
                                if (entry.name().equals("b") && !Files.exists(folder.resolve("mended"))) {
                                    throw new IOException("the tape is torn");
                                }
                                return transcript;
                            }

                            @Override
                            public SyncedTranscript again(BatchEntry entry, Path project, SyncedTranscript corrected) {
                                synced.add(entry.name() + " again");
                                return corrected;
                            }
                        },
                        new BatchRun.Listener() {
                            @Override
                            public void begins(BatchEntry entry, int number, int all) {}

                            @Override
                            public void ends(BatchResult result, int number, int all, boolean earlier) {
                                told.add(
                                        result.name() + (earlier ? " earlier" : result.isDone() ? " done" : " failed"));
                            }
                        })
                .withPrice(OptionalDouble.of(3600));
    }

    @Test
    void aFormatAskedForLaterReplacesNothingThatNoRunHasWritten() throws IOException {
        assertThat(run("tape,transcript,formats\na.wav,a.txt,srt\n").get(0).isDone())
                .isTrue();
        Path mine = Files.writeString(folder.resolve("out/a/a.md"), "mine");
        String more = "tape,transcript,formats\na.wav,a.txt,srt;md\n";
        assertThat(run(more).get(0).problem()).contains("a.md").contains("not of an earlier run");
        assertThat(mine).hasContent("mine");
        Files.delete(mine);
        assertThat(run(more).get(0).isDone()).isTrue();
        assertThat(mine).content().isNotEqualTo("mine");
    }

    @Test
    void whatNoRunHasWrittenIsNotReplaced() throws IOException {
        String table = "tape,transcript,formats\na.wav,a.txt,srt\n";
        Path out = Files.createDirectories(folder.resolve("out/a")).getParent();
        Path mine = Files.writeString(out.resolve("a/a.srt"), "mine");
        for (int run = 0; run < 2; run++) {
            assertThat(run(table).get(0).problem()).contains("a.srt").contains("not of an earlier run");
            assertThat(mine).hasContent("mine");
        }
        Files.delete(mine);
        assertThat(run(table).get(0).isDone()).isTrue();
        Files.writeString(folder.resolve("a.txt"), "changed");
        assertThat(run(table).get(0).isDone()).isTrue();
        Files.delete(out.resolve("summary.csv"));
        Path site = Files.writeString(out.resolve("index.html"), "my site");
        assertThatThrownBy(() -> run(table)).hasMessageContaining("index.html").hasMessageContaining("earlier run");
        assertThat(site).hasContent("my site");
    }

    @Test
    void oneBadTapeDoesNotStopTheRestAndIsTriedAgainAlone() throws IOException {
        String table = "tape,transcript,formats\nb.wav,b.txt,srt\na.wav,a.txt,srt vtt whisper json\n";
        List<BatchResult> first = run(table);
        assertThat(first).extracting(BatchResult::isDone).containsExactly(false, true);
        Path out = folder.resolve("out");
        assertThat(out.resolve("a/a.srt")).exists();
        assertThat(out.resolve("a/a.whisper.json")).exists();
        assertThat(out.resolve("a/a.json")).exists();
        assertThat(ProjectFile.read(out.resolve("a/a.tapescript")).transcript().turns())
                .isEqualTo(transcript.turns());
        assertThat(Files.readString(out.resolve("index.html")))
                .contains("the tape is torn")
                .contains("1 done")
                .contains("1 failed")
                .contains("href=\"a/index.html\"");
        assertThat(Files.readString(out.resolve("a/index.html")))
                .contains("Ann &amp; &lt;Bo&gt;")
                .doesNotContain("<Bo>");
        assertThat(Files.readString(out.resolve("summary.csv")))
                .contains("b,failed")
                .contains("a,done");

        Files.createFile(folder.resolve("mended"));
        assertThat(run(table)).allMatch(BatchResult::isDone);
        assertThat(synced).containsExactly("b", "a", "b");
        assertThat(told).containsExactly("b failed", "a done", "b done", "a earlier");
    }

    @Test
    void whatWasCorrectedStaysWhateverIsAskedForAndIsExportedAnew() throws IOException {
        run("tape,transcript,formats\na.wav,a.txt,txt\n");
        Path out = folder.resolve("out").resolve("a");
        try (EditorSession session = EditorSession.open(out.resolve("a.tapescript"), folder)) {
            session.apply(new RenameSpeaker("Иван", "Martha"));
            Saves.save(session);
            session.apply(new RenameSpeaker("Ann & <Bo>", "Unsaved"));
        }
        assertThat(run("tape,transcript,formats\na.wav,a.txt,txt\n")).allMatch(BatchResult::isDone);
        assertThat(Files.readString(out.resolve("a.txt"))).contains("Martha", "Unsaved");
        run("tape,transcript,formats\na.wav,a.txt,txt srt\n");
        assertThat(out.resolve("a.srt")).exists();
        assertThat(synced).containsExactly("a");
        Files.writeString(folder.resolve("a.txt"), "another text");
        run("tape,transcript,formats\na.wav,a.txt,txt srt\n");
        batch().run(Manifest.read(folder.resolve("m.csv")), true);
        assertThat(synced).containsExactly("a", "a again", "a again");
        assertThat(SpeakerNames.of(ProjectFile.read(out.resolve("a.tapescript")).transcript()))
                .containsExactly("Unsaved", "Martha");
    }

    @Test
    void whatNobodyCorrectedIsExportedWithoutASyncAndSyncedAnewOfAnotherText() throws IOException {
        run("tape,transcript,formats\na.wav,a.txt,txt\n");
        run("tape,transcript,formats\na.wav,a.txt,txt srt\n");
        assertThat(synced).containsExactly("a");
        Files.writeString(folder.resolve("a.txt"), "another text");
        run("tape,transcript,formats\na.wav,a.txt,txt srt\n");
        assertThat(synced).containsExactly("a", "a");
    }

    @Test
    void severalAtATimeGiveTheSameInTheOrderOfTheTable() throws IOException {
        String table = "tape,transcript,formats,name\n" + "a.wav,a.txt,srt json,\n".repeat(12) + "b.wav,b.txt,srt,b\n";
        run(table);
        Path out = folder.resolve("out");
        Map<String, String> alone = written(out);
        Files.move(out, folder.resolve("alone"));
        List<BatchEntry> entries = Manifest.read(folder.resolve("m.csv"));
        CountDownLatch others = new CountDownLatch(3);
        List<BatchResult> results = batch().run(entries, false, 4, (number, entry) -> {
            others.countDown();
            if (number == 1) {
                // The first is done last.
                awaitUninterruptibly(others);
            }
            if (number == 7) {
                return "it broke down";
            }
            batch().tape(entries, number - 1, false);
            return "";
        });
        assertThat(results)
                .extracting(BatchResult::name)
                .containsExactlyElementsOf(
                        entries.stream().map(BatchEntry::name).toList());
        assertThat(results.get(6).problem()).isEqualTo("it broke down");
        assertThat(results).filteredOn(r -> !r.isDone()).hasSize(2);
        batch().run(entries, false, 4, (number, entry) -> {
            batch().tape(entries, number - 1, false);
            return "";
        });
        assertThat(written(out)).isEqualTo(alone);
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** All files below a folder, the times that work took aside. */
    private static Map<String, String> written(Path folder) throws IOException {
        Map<String, String> result = new TreeMap<>();
        try (var files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(f -> !f.endsWith("index.html") && !f.endsWith("statistics.csv"))
                    .toList()) {
                result.put(
                        folder.relativize(file).toString(),
                        Files.readString(file)
                                .replaceAll("\"seconds\":[0-9.]+", "")
                                .replaceAll("(?m),[0-9.]+,([^,]*)$", ",$1"));
            }
        }
        return result;
    }

    @Test
    void statisticsAddUpAndReckonTheRest() throws IOException {
        manifest("tape,transcript,formats\na.wav,a.txt,json\nb.wav,b.txt,json\na.wav,b.txt,json\n");
        List<BatchEntry> entries = Manifest.read(folder.resolve("m.csv"));
        BatchResult done = new BatchResult(
                "a", "", null, 1800, new BatchResult.Figures(90, 1000, 0.5, 20, 36, 0, 0, Map.of("time, jump", 3)));
        List<BatchResult> results = List.of(done, new BatchResult("b", "", "torn", 2, null));
        new BatchSummary(folder, results, BatchStatistics.of(entries, results, 2, OptionalDouble.of(4))).write();
        assertThat(Files.readAllLines(folder.resolve("statistics.csv")))
                .containsExactly(
                        "figure,value",
                        "tapes,3",
                        "done,1",
                        "failed,1",
                        "left,1",
                        "hours,1.500",
                        "words,1000",
                        "\"words placed\",500",
                        "\"words not found\",20",
                        "\"hours of speech not in the text\",0.010",
                        "\"doubts: time, jump\",3",
                        "\"hours of computing\",0.500",
                        "cost,1.000",
                        "\"hours of computing left, reckoned\",0.500",
                        "\"hours until all is done, reckoned\",0.250",
                        "\"cost of the rest, reckoned\",1.000");
        assertThat(Files.readString(folder.resolve("index.html")))
                .contains("hours until all is done, reckoned</th><td>0.250")
                .contains("cost of the rest, reckoned</th><td>1.000");
        assertThat(BatchStatistics.of(entries, results, 2, OptionalDouble.of(4)).figures())
                .extracting(f -> f.heading(Locale.GERMAN))
                .contains("Zweifel: time, jump", "Kosten des Rests, geschätzt");
        run("tape,transcript,formats\na.wav,a.txt,json\n");
        assertThat(Files.readString(folder.resolve("out/statistics.csv"))).contains("tapes,1\ndone,1\n");
        assertThat(Files.readString(folder.resolve("out/index.html"))).contains("hours of computing");
    }

    @Test
    void whatHasChangedIsDoneAgain() throws IOException {
        run("tape,transcript,formats\na.wav,a.txt,srt\n");
        Files.writeString(folder.resolve("a.txt"), "a longer text");
        run("tape,transcript,formats\na.wav,a.txt,srt\n");
        run("tape,transcript,formats\na.wav,a.txt,vtt\n");
        run("tape,transcript,formats\na.wav,a.txt,vtt\n");
        assertThat(folder.resolve("out/a/a.vtt")).isNotEmptyFile();
        assertThat(synced).as("for other formats the project is there").containsExactly("a", "a");
    }

    @Test
    void oneThatTakesAllMemoryOrNestsTooDeeplyDoesNotStopTheRest() throws IOException {
        String table = "tape,transcript,formats\nb.wav,b.txt,srt\na.wav,a.txt,srt\n";
        trouble = new StackOverflowError();
        assertThat(run(table)).extracting(BatchResult::isDone).containsExactly(false, true);
        trouble = new OutOfMemoryError("Java heap space");
        List<BatchResult> results = run(table);
        assertThat(results).extracting(BatchResult::isDone).containsExactly(false, true);
        assertThat(results.get(0).problem()).startsWith("Out of memory");
    }

    @Test
    void whatIsMissingOrEmptyIsDoneAgain() throws IOException {
        String table = "tape,transcript,formats\na.wav,a.txt,srt json\n";
        run(table);
        for (String file : List.of("a.srt", "a.json", "a.tapescript", "index.html")) {
            Files.delete(folder.resolve("out/a").resolve(file));
            run(table);
            assertThat(folder.resolve("out/a").resolve(file)).isNotEmptyFile();
            Files.write(folder.resolve("out/a").resolve(file), new byte[0]);
            run(table);
            assertThat(folder.resolve("out/a").resolve(file)).isNotEmptyFile();
        }
        run(table);
        assertThat(synced).as("for want of a project alone").hasSize(3);
    }

    @Test
    void namesLeadNowhereElse() throws IOException {
        List<String> wanted =
                List.of("..", ".", "../../x", "a/../../b", "index.html", "result", "con", "x. ", "n".repeat(250));
        StringBuilder table = new StringBuilder("tape,transcript,formats,name\n");
        wanted.forEach(name -> table.append("a.wav,a.txt,json,").append(name).append('\n'));
        assertThat(run(table.toString())).allMatch(BatchResult::isDone);
        try (var there = Files.list(folder)) {
            assertThat(there)
                    .extracting(p -> p.getFileName().toString())
                    .containsExactlyInAnyOrder("a.wav", "b.wav", "a.txt", "b.txt", "m.csv", "out");
        }
        try (var made = Files.list(folder.resolve("out"))) {
            assertThat(made.filter(Files::isDirectory)).hasSize(wanted.size());
        }
        for (String link : org.jsoup.Jsoup.parse(Files.readString(folder.resolve("out/index.html")))
                .select("a")
                .eachAttr("href")) {
            assertThat(folder.resolve("out")
                            .resolve(java.net.URLDecoder.decode(link, java.nio.charset.StandardCharsets.UTF_8)))
                    .exists();
        }
    }

    @Test
    void resultsNeverTakeThePlaceOfWhatIsRead() throws IOException {
        Path mine = Files.createDirectories(folder.resolve("out/a"));
        Files.writeString(mine.resolve("a.srt"), "the transcript");
        BatchResult result =
                run("tape,transcript,formats\na.wav,out/a/a.srt,srt\n").get(0);
        assertThat(result.isDone()).isFalse();
        assertThat(result.problem()).contains("read here");
        assertThat(Files.readString(mine.resolve("a.srt"))).isEqualTo("the transcript");
        assertThat(synced).isEmpty();
    }

    @Test
    void fieldsHoldSeveralValuesWhateverSeparatesThem() throws IOException {
        BatchEntry comma = Manifest.read(
                        manifest(
                                "Tape,Transcript,Speakers,Formats,Language\n\"a.wav;b.wav\",a.txt,\"Ann Berg; Bo, Jr.\",srt;vtt,en-US\n"))
                .get(0);
        assertThat(comma.tapes()).extracting(p -> p.getFileName().toString()).containsExactly("a.wav", "b.wav");
        assertThat(comma.speakers()).containsExactly("Ann Berg", "Bo, Jr.");
        assertThat(comma.formats()).containsExactly("srt", "vtt");
        assertThat(comma.language()).isEqualTo("en-us");
        BatchEntry semicolon = Manifest.read(manifest("\ufefftape;transcript;speakers\na.wav|b.wav;a.txt;Ann|Bo\n"))
                .get(0);
        assertThat(semicolon.tapes()).hasSize(2);
        assertThat(semicolon.speakers()).containsExactly("Ann", "Bo");
        assertThat(Manifest.read(manifest("tape,transcript\nx/a.wav,a.txt\ny/a.wav,b.txt\n")))
                .extracting(BatchEntry::name)
                .containsExactly("a", "a-2");
    }

    @Test
    void aTableThatCannotBeUsedSaysWhere() {
        assertThatThrownBy(() -> Manifest.read(manifest("tape,transcript\na.wav,\n")))
                .hasMessageContaining("line 2");
        assertThatThrownBy(() -> Manifest.read(manifest("tape,text\na.wav,b\n")))
                .hasMessageContaining("no column 'text'");
        assertThatThrownBy(() -> Manifest.read(manifest("tape,speakers\na.wav,Ann\n")))
                .hasMessageContaining(
                        "no column 'transcript'; the first line names the columns, and is: tape,speakers");
        assertThatThrownBy(() -> Manifest.read(manifest("tape,transcript,formats\na.wav,b,doc\n")))
                .hasMessageContaining("no format 'doc'");
        assertThatThrownBy(() -> Manifest.read(manifest(""))).hasMessageContaining("no tape is listed");
        assertThatThrownBy(() -> Manifest.read(manifest("tape,transcript\n\"a.wav,b\n")))
                .isInstanceOf(MalformedManifestException.class)
                .hasMessageContaining("a quotation mark is not closed");
        assertThatThrownBy(() -> Manifest.read(manifest("tape,transcript\n\"a.wav\"b,c\n")))
                .isInstanceOf(MalformedManifestException.class)
                .hasMessageContaining("line 2");
    }

    @Test
    void pagesStandWhateverTheTextHolds() throws IOException {
        for (long seed = 0; seed < 100; seed++) {
            java.io.StringWriter page = new java.io.StringWriter();
            SyncedTranscript hostile = HostileTranscripts.of(seed);
            new TapePage(
                            new BatchEntry(1, "<x>", List.of(), folder, List.of(), "en-us", List.of()),
                            hostile,
                            SyncReport.of(new TranscriptIndex(hostile)),
                            seed % 2 == 0 ? Locale.ENGLISH : Locale.GERMAN)
                    .write(page);
            assertThat(org.jsoup.Jsoup.parse(page.toString()).select("b, script, svg svg"))
                    .isEmpty();
            assertThat(page.toString())
                    .endsWith("</html>\n")
                    .doesNotContain("NaN")
                    .doesNotContain("Infinity");
        }
    }

    @Test
    void pagesSpeakTheUsersLanguage() throws IOException {
        java.io.StringWriter page = new java.io.StringWriter();
        new BatchPage(List.of(), BatchStatistics.of(List.of(), List.of(), 1, OptionalDouble.empty()))
                .write(page, Locale.GERMAN);
        assertThat(org.jsoup.Jsoup.parse(page.toString()).text()).contains("Bänder", "Gesetzt", "0,0 Stunden");
        assertThat(page.toString()).contains("lang=\"de\"");
    }
}
