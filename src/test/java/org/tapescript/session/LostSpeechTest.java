package org.tapescript.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tapescript.domain.StraySpeech;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.domain.TimeSpan;
import org.tapescript.domain.Timing;
import org.tapescript.domain.Word;
import org.tapescript.edit.CorrectText;
import org.tapescript.edit.SetWordTimes;
import org.tapescript.project.ProjectFile;
import org.tapescript.support.HeldJobs;
import org.tapescript.support.Transcripts;

/** Speech whose words are replaced by hand does not get lost. */
class LostSpeechTest {
    private static final String GONE = "four five six seven eight nine";

    @TempDir
    Path folder;

    private final HeldJobs jobs = new HeldJobs();
    private SyncedTranscript first;
    private EditorSession session;
    private SetWordTimes found = new SetWordTimes(Map.of());

    @BeforeEach
    void open() throws IOException {
        first = Transcripts.of(
                List.of("Ann", "Bo"), "one two three " + GONE + " ten", "it was the light that we saw first");
        Path project = folder.resolve("p.tapescript");
        ProjectFile.of(first).write(project);
        session = EditorSession.open(project, folder);
        session.findWordsWith((t, turn, from, to, within) -> found, jobs, e -> {
            throw new AssertionError(e);
        });
    }

    @AfterEach
    void close() throws IOException {
        session.close();
    }

    private TimeSpan gone() {
        List<Word> words = first.turns().get(0).words();
        return words.get(3).span().orElseThrow().union(words.get(8).span().orElseThrow());
    }

    private CorrectText over(String text) {
        int start = first.words().get(3).place().start();
        return new CorrectText(start, start + GONE.length(), text);
    }

    private List<StraySpeech> listed() {
        return session.transcript().untranscribed();
    }

    @Test
    void whatIsReplacedByWordsThatAreNotSaidThereIsListed() throws IOException {
        session.apply(over("nobody knows"));
        assertThat(listed()).as("while the words are looked for").isEmpty();
        jobs.deliverAll();
        StraySpeech all = new StraySpeech(gone(), Optional.of("Ann"), false);
        assertThat(listed()).containsExactly(all);
        session.undo();
        assertThat(session.transcript()).isEqualTo(first);
        session.redo();
        assertThat(listed()).containsExactly(all);
        SyncedTranscript before = session.transcript();
        session.close();
        session = EditorSession.open(folder.resolve("p.tapescript"), folder);
        assertThat(session.transcript()).isEqualTo(before);
    }

    @Test
    void whatTheNewWordsAreFoundToSayIsNot() {
        session.apply(over("all the others"));
        List<Word> words = session.transcript().turns().get(0).words();
        long start = gone().startMicros();
        long end = gone().endMicros() - 1_200_000;
        found = new SetWordTimes(Map.of(
                words.get(3).id(), new SetWordTimes.Found(start, start + 100_000, 0.9),
                words.get(4).id(), new SetWordTimes.Found(start + 100_000, start + 200_000, 0.9),
                words.get(5).id(), new SetWordTimes.Found(start + 200_000, end, 0.9)));
        jobs.deliverAll();
        assertThat(listed())
                .containsExactly(new StraySpeech(new TimeSpan(end, gone().endMicros()), Optional.of("Ann"), false));
    }

    @Test
    void nothingIsListedWhileSomebodyTypesBesideWordsThatAreLookedFor() {
        session.apply(over("nobody knows"));
        String row = "it was the light that we saw first";
        session.beginTyping(
                first.turns().get(1).id(),
                session.transcript().transcript().text().indexOf(row),
                row,
                0);
        session.type("so " + row);
        session.doTyped();
        jobs.deliverAll();
        assertThat(listed()).isEmpty();
        session.endTyping();
        jobs.deliverAll();
        assertThat(listed()).containsExactly(new StraySpeech(gone(), Optional.of("Ann"), false));
    }

    @Test
    void nothingIsListedWhileSomebodyTypesThere() {
        String text = session.transcript().transcript().text();
        int start = first.turns().get(0).words().get(0).place().start();
        int end = first.turns().get(0).words().get(9).place().end();
        session.beginTyping(first.turns().get(0).id(), start, text.substring(start, end), 0);
        session.type("one two three ten");
        session.doTyped();
        jobs.deliverAll();
        assertThat(listed()).isEmpty();
        session.endTyping();
        assertThat(listed()).extracting(StraySpeech::time).containsExactly(gone());
        session.undo();
        assertThat(session.transcript()).isEqualTo(first);
    }

    @Test
    void aWordThatIsTypedOverAnotherKeepsItsTimeButIsNotSureIfItIsNotHeard() {
        session.apply(over("for fife sicks sefen ate nein"));
        jobs.deliverAll();
        assertThat(listed()).isEmpty();
        assertThat(session.transcript().words())
                .extracting(w -> w.span().orElseThrow())
                .containsExactlyElementsOf(
                        first.words().stream().map(w -> w.span().orElseThrow()).toList());
        assertThat(session.transcript().words())
                .filteredOn(w -> w.timing() instanceof Timing.Timed t && t.confidence() == 0)
                .extracting(Word::text)
                .containsExactly("for", "fife", "sicks", "sefen", "ate", "nein");
    }
}
