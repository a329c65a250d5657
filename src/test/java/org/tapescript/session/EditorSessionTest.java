package org.tapescript.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tapescript.domain.Origin;
import org.tapescript.domain.SyncBasis;
import org.tapescript.domain.SyncMethod;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.domain.TimeSpan;
import org.tapescript.domain.Timing;
import org.tapescript.domain.Turn;
import org.tapescript.domain.Word;
import org.tapescript.edit.AssignSpeaker;
import org.tapescript.edit.CorrectText;
import org.tapescript.edit.Edit;
import org.tapescript.edit.InsertTurn;
import org.tapescript.edit.MergeTurn;
import org.tapescript.edit.MoveTurnStart;
import org.tapescript.edit.PinWords;
import org.tapescript.edit.RefusedEditException;
import org.tapescript.edit.ReplaceAll;
import org.tapescript.edit.SetWordTime;
import org.tapescript.edit.SetWordTimes;
import org.tapescript.edit.SwapSpeakers;
import org.tapescript.job.CancellationToken;
import org.tapescript.job.ProgressSink;
import org.tapescript.project.ProjectFile;
import org.tapescript.support.HeldJobs;
import org.tapescript.support.RandomEdits;
import org.tapescript.support.Saves;
import org.tapescript.support.Transcripts;

/** Edits, undo, redo, saves and results that come late, in any order. */
class EditorSessionTest {
    private static final double FOUND = 0.77;
    private static final int ROUNDS = 15;

    @TempDir
    Path folder;

    private final HeldJobs jobs = new HeldJobs();
    private final List<Throwable> failures = new ArrayList<>();
    private SyncedTranscript first;
    private EditorSession session;

    @BeforeEach
    void open() throws IOException {
        first = Transcripts.of(
                List.of("Ann", "Bo"),
                "one two three four five six seven eight nine ten",
                "it was the light that we saw first",
                "and the light went out then did it not",
                "never once in all the years that I was there");
        session = open(first);
        session.findWordsWith(EditorSessionTest::find, jobs, failures::add);
    }

    private EditorSession open(SyncedTranscript transcript) throws IOException {
        Path project = folder.resolve("p.tapescript");
        ProjectFile.of(transcript).write(project);
        return EditorSession.open(project, folder);
    }

    @AfterEach
    void close() throws IOException {
        session.close();
        assertThat(failures).isEmpty();
    }

    /** Lays words evenly between what stands beside them. */
    private static SetWordTimes find(SyncedTranscript t, String turnId, int from, int to, Optional<TimeSpan> within) {
        List<Word> words = t.turns().stream()
                .filter(x -> x.id().equals(turnId))
                .findFirst()
                .orElseThrow()
                .words();
        long start = from == 0
                ? 0
                : words.get(from - 1).span().map(TimeSpan::endMicros).orElse(0L);
        long end = to == words.size()
                ? start + 1_000_000
                : words.get(to).span().map(TimeSpan::startMicros).orElse(start + 1_000_000);
        Map<String, SetWordTimes.Found> found = new TreeMap<>();
        for (int i = from; i < to; i++) {
            long a = start + (end - start) * (i - from) / (to - from);
            long b = start + (end - start) * (i - from + 1) / (to - from);
            if (b > a) {
                found.put(words.get(i).id(), new SetWordTimes.Found(a, b, FOUND));
            }
        }
        return new SetWordTimes(found);
    }

    private SyncedTranscript now() {
        return session.transcript();
    }

    private Edit correct(String was, String now) {
        int at = now().transcript().text().indexOf(was);
        return new CorrectText(at, at + was.length(), now);
    }

    private Word word(String text) {
        return now().words().stream()
                .filter(w -> w.text().equals(text))
                .findFirst()
                .orElseThrow();
    }

    private boolean isFound(String text) {
        return word(text).confidence() == FOUND;
    }

    @Test
    void whatIsFoundBelongsToTheStepThatTypedIt() {
        session.apply(correct("three", "thirty three"));
        jobs.deliverAll();
        assertThat(isFound("thirty")).isTrue();
        assertThat(session.undo()).isTrue();
        assertThat(now()).isEqualTo(first);
        assertThat(session.undoableProperty().get()).isEmpty();
        session.redo();
        assertThat(isFound("thirty")).isTrue();
    }

    @Test
    void whatIsFoundForAnUndoneStepIsDroppedAndTheStepCanBeDoneAgain() {
        session.apply(correct("three", "thirty three"));
        session.undo();
        jobs.deliverAll();
        assertThat(now()).isEqualTo(first);
        assertThat(session.redo()).isTrue();
        jobs.deliverAll();
        assertThat(isFound("thirty")).as("asked for again").isTrue();
    }

    @Test
    void replacingAllIsUndoneWhateverComesLate() {
        long step = session.apply(correct("light", "bright lamp"));
        assertThat(session.amend(step, correct("light", "bright lamp"))).isEqualTo(step);
        jobs.deliver(0);
        session.undo();
        jobs.deliverAll();
        assertThat(now()).isEqualTo(first);
        assertThat(session.redoableProperty().get()).isPresent();
    }

    @Test
    void laterStepsStayOnTopOfWhatIsFoundForEarlierOnes() {
        session.apply(correct("three", "thirty three"));
        session.apply(new AssignSpeaker(first.turns().get(1).id(), "Ann"));
        jobs.deliverAll();
        assertThat(isFound("thirty")).isTrue();
        assertThat(now().turns().get(1).speaker()).isEqualTo("Ann");
        assertThat(session.undoableProperty().get().orElseThrow()).isInstanceOf(AssignSpeaker.class);
        session.undo();
        assertThat(isFound("thirty")).isTrue();
        session.undo();
        assertThat(now()).isEqualTo(first);
    }

    @Test
    void wordsAreAskedForAgainWhenTheirPlaceMoved() {
        session.apply(correct("three", "thirty three"));
        Word four = word("four");
        long start = four.span().orElseThrow().startMicros() + 100_000;
        session.apply(
                new SetWordTime(four.id(), start, four.span().orElseThrow().endMicros()));
        jobs.deliver(0);
        assertThat(isFound("thirty")).as("of the place as it was").isFalse();
        jobs.deliverAll();
        assertThat(isFound("thirty")).isTrue();
        assertThat(word("four").span().orElseThrow().startMicros()).isEqualTo(start);
    }

    @Test
    void ofAWordThatWasTypedTwiceTheLaterTextIsFound() {
        session.apply(correct("three", "dry"));
        session.apply(correct("dry", "tree"));
        jobs.deliverAll();
        assertThat(isFound("tree")).isTrue();
        session.undo();
        jobs.deliverAll();
        assertThat(isFound("dry")).as("for itself, once the later text is gone").isTrue();
    }

    @Test
    void typingGoesOnInItsOwnStepAlone() {
        String text = now().transcript().text();
        String row = "it was the light that we saw first";
        session.beginTyping(first.turns().get(1).id(), text.indexOf(row), row, 0);
        session.type("so " + row);
        session.doTyped();
        session.type("so " + row + " then");
        session.doTyped();
        session.apply(new AssignSpeaker(first.turns().get(3).id(), "Ann"));
        session.type("so " + row + " then and there");
        session.doTyped();
        session.undo();
        assertThat(now().transcript().text()).contains("so it was the light that we saw first then \n");
        assertThat(now().turns().get(3).speaker()).isEqualTo("Ann");
        session.undo();
        assertThat(now().turns().get(3).speaker()).isEqualTo("Bo");
        session.undo();
        assertThat(now()).isEqualTo(first);
    }

    @Test
    void savingDoesWhatWasTypedAndTypingGoesOn() throws IOException {
        String text = now().transcript().text();
        String row = "it was the light that we saw first";
        session.beginTyping(first.turns().get(1).id(), text.indexOf(row), row, 0);
        session.type(row + " of");
        Saves.save(session);
        assertThat(ProjectFile.read(session.project()).transcript().transcript().text())
                .contains("saw first of");
        assertThat(session.typing()).isPresent();
        session.type(row + " of all");
        session.undo();
        assertThat(now().transcript().text()).contains("saw first of \n");
    }

    @Test
    void whatIsBeingTypedIsLookedForInAPauseOrAtTheEnd() {
        String text = first.transcript().text();
        String row = "it was the light that we saw first";
        session.beginTyping(first.turns().get(1).id(), text.indexOf(row), row, 0);
        session.type("so " + row);
        session.doTyped();
        session.type("so often " + row);
        session.doTyped();
        assertThat(jobs.size()).isZero();
        session.pauseTyping();
        assertThat(jobs.size()).isPositive();
        jobs.deliverAll();
        assertThat(now().turns().get(1).words().get(1).confidence()).isEqualTo(FOUND);
        session.type("so often " + row + " again");
        session.doTyped();
        assertThat(jobs.size()).isZero();
        session.endTyping();
        assertThat(jobs.size()).isPositive();
    }

    @Test
    void editsGoOnWhileTheProjectIsWritten() throws IOException {
        HeldJobs files = new HeldJobs();
        session.saveWith(files);
        session.apply(correct("three", "dry"));
        SyncedTranscript saved = now();
        List<Throwable> notSaved = new ArrayList<>();
        session.save(() -> {}, notSaved::add);
        session.save(() -> {}, notSaved::add);
        session.apply(correct("light", "lamp"));
        assertThat(ProjectFile.read(session.project()).transcript())
                .as("nothing is written where the session is used")
                .isEqualTo(first);
        assertThat(session.savedProperty().get()).isFalse();
        files.deliver(0);
        assertThat(ProjectFile.read(session.project()).transcript()).isEqualTo(saved);
        assertThat(session.savedProperty().get()).as("something was done since").isFalse();
        session.undo();
        assertThat(session.savedProperty().get()).as("it is undone").isTrue();
        session.redo();
        files.deliverAll();
        assertThat(ProjectFile.read(session.project()).transcript())
                .as("asked for meanwhile, begun then")
                .isNotEqualTo(saved);
        assertThat(notSaved).isEmpty();
    }

    @Test
    void timesOfOtherWordsAreNeverTakenBack() {
        session.apply(correct("three", "dry"));
        session.apply(new PinWords(List.of(word("dry").id())));
        SyncedTranscript pinned = now();
        jobs.deliverAll();
        assertThat(now()).isEqualTo(pinned);
    }

    /** Kinds of edits that do not go by times: they do the same whether words have been found or not. */
    private static boolean goesByText(Edit edit) {
        return !(edit instanceof SetWordTime
                || edit instanceof SetWordTimes
                || edit instanceof PinWords
                || edit instanceof InsertTurn
                || edit instanceof MergeTurn
                || edit instanceof MoveTurnStart
                || edit instanceof ReplaceAll);
    }

    @Test
    void theDocumentIsTheOneWithoutBackgroundWorkButForTimesOfEditedWords() throws IOException {
        for (int seed = 0; seed < ROUNDS; seed++) {
            Saves.save(session);
            session.close();
            session = open(first);
            session.findWordsWith(EditorSessionTest::find, jobs, failures::add);
            EditorSession plain = alone();
            Random random = new Random(seed);
            RandomEdits edits = new RandomEdits(random);
            Set<String> edited = new HashSet<>();
            for (int i = 0; i < 60; i++) {
                int what = random.nextInt(10);
                if (what < 2) {
                    assertThat(session.undo()).isEqualTo(plain.undo());
                } else if (what < 4) {
                    assertThat(session.redo()).isEqualTo(plain.redo());
                } else if (what == 4) {
                    Saves.save(session);
                } else if (what < 7 && jobs.size() > 0) {
                    jobs.deliver(random.nextInt(jobs.size()));
                } else {
                    Edit edit = edits.next(plain.transcript());
                    if (goesByText(edit)) {
                        SyncedTranscript before = now();
                        assertThat(does(session, edit)).isEqualTo(does(plain, edit));
                        edited.addAll(TimesWanted.changed(before, now()));
                    }
                }
                assertThat(session.undoableProperty().get())
                        .as("seed " + seed)
                        .isEqualTo(plain.undoableProperty().get());
                assertThat(session.redoableProperty().get())
                        .as("seed " + seed)
                        .isEqualTo(plain.redoableProperty().get());
                assertThat(without(now(), edited)).as("seed " + seed).isEqualTo(without(plain.transcript(), edited));
            }
            jobs.deliverAll();
            assertThat(without(now(), edited)).as("seed " + seed).isEqualTo(without(plain.transcript(), edited));
            Saves.save(plain);
            plain.close();
        }
    }

    /** A session in which nothing is looked for. */
    private EditorSession alone() throws IOException {
        Path project = folder.resolve("alone.tapescript");
        ProjectFile.of(first).write(project);
        return EditorSession.open(project, folder);
    }

    private static boolean does(EditorSession session, Edit edit) {
        try {
            session.apply(edit);
            return true;
        } catch (RefusedEditException e) {
            return false;
        }
    }

    /** But for times of words, and for speech that no word says: what was typed over may be listed there. */
    private static SyncedTranscript without(SyncedTranscript t, Set<String> words) {
        List<Turn> turns = t.turns().stream()
                .map(turn -> turn.withWords(turn.words().stream()
                        .map(w -> words.contains(w.id()) ? w.withTiming(Timing.UNALIGNED) : w)
                        .toList()))
                .toList();
        return t.withTurns(turns, List.of(), t.speakerDoubts());
    }

    @Test
    void lateResultsChangeNothingButTheirWordsAndTheJournalHasItAll() throws IOException {
        for (int seed = 0; seed < ROUNDS; seed++) {
            session.close();
            session = open(first);
            session.findWordsWith(EditorSessionTest::find, jobs, failures::add);
            Random random = new Random(seed);
            RandomEdits edits = new RandomEdits(random);
            Deque<SyncedTranscript> before = new ArrayDeque<>();
            Set<String> edited = new HashSet<>();
            for (int i = 0; i < 60; i++) {
                int what = random.nextInt(10);
                String at = "seed " + seed + ", action " + i;
                SyncedTranscript was = now();
                if (what < 2) {
                    if (session.undo()) {
                        assertThat(texts(now())).as(at).isEqualTo(texts(before.pop()));
                    }
                } else if (what == 2) {
                    if (session.redo()) {
                        before.push(was);
                    }
                } else if (what == 3) {
                    Saves.save(session);
                } else if (what < 6 && jobs.size() > 0) {
                    Optional<Edit> redo = session.redoableProperty().get();
                    jobs.deliver(random.nextInt(jobs.size()));
                    assertThat(without(now(), edited)).as(at).isEqualTo(without(was, edited));
                    assertThat(session.redoableProperty().get()).as(at).isEqualTo(redo);
                } else if (does(session, edits.next(was))) {
                    before.push(was);
                    edited.addAll(TimesWanted.changed(was, now()));
                }
                assertThat(now().malformation()).as(at).isEmpty();
            }
            SyncedTranscript last = now();
            session.close();
            session = EditorSession.open(session.project(), folder);
            assertThat(now()).as("seed " + seed + ", from the journal").isEqualTo(last);
            Saves.save(session);
        }
    }

    private static List<String> texts(SyncedTranscript t) {
        return t.turns().stream()
                .map(turn ->
                        turn.speaker() + turn.words().stream().map(Word::text).toList())
                .toList();
    }

    private final List<String> news = new ArrayList<>();
    private int placings;

    /** Gives every word that was not set by hand a confidence that tells how often sentences were placed. */
    private SyncedTranscript placedAnew(SyncedTranscript t) {
        double confidence = ++placings / 100.0;
        return t.withTurns(t.turns().stream()
                .map(turn -> turn.withWords(turn.words().stream()
                        .map(w -> w.isManual() || w.span().isEmpty()
                                ? w
                                : w.withTiming(new Timing.Timed(w.span().get(), confidence, Origin.PLACED)))
                        .toList()))
                .toList());
    }

    private final Placer placer = new Placer() {
        @Override
        public SyncedTranscript run(SyncedTranscript t, ProgressSink progress, CancellationToken cancel) {
            return placedAnew(t);
        }

        @Override
        public void begun() {
            news.add("begun");
        }

        @Override
        public void done() {
            news.add("done");
        }

        @Override
        public void failed(Throwable e) {
            news.add(String.valueOf(e));
        }
    };

    private void openTranslation() throws IOException {
        session.close();
        first = placedAnew(first).withBasis(new SyncBasis("en-us", SyncMethod.BY_VOICES));
        session = open(first);
        session.placeWith(placer, jobs);
    }

    private double placed() {
        return now().words().stream()
                .filter(w -> !w.isManual())
                .mapToDouble(Word::confidence)
                .max()
                .orElseThrow();
    }

    @Test
    void evidenceOfEveryKindHasATranslationPlacedAnew() throws IOException {
        openTranslation();
        List<Edit> kinds = List.of(
                new PinWords(List.of(word("light").id())),
                new AssignSpeaker(first.turns().get(1).id(), "Ann"),
                new SwapSpeakers(first.turns().get(2).id(), "Ann", "Bo"),
                new MoveTurnStart(first.turns().get(2).id(), 1),
                new InsertTurn(4_000_000, 5_000_000, "Bo", "what was left out", Optional.empty()));
        for (Edit edit : kinds) {
            session.apply(edit);
            jobs.deliverAll();
            assertThat(placed()).as(edit.toString()).isEqualTo(placings / 100.0);
            assertThat(session.undoableProperty().get()).contains(edit);
        }
        assertThat(placings).isEqualTo(1 + kinds.size());
        kinds.forEach(edit -> session.undo());
        assertThat(now()).isEqualTo(first);
    }

    @Test
    void aPlacementIsKeptThroughAnUnrelatedEdit() throws IOException {
        openTranslation();
        session.apply(new PinWords(List.of(word("light").id())));
        session.apply(correct("years", "long years"));
        jobs.deliver(0);
        assertThat(placed()).isEqualTo(0.02);
        assertThat(now().transcript().text()).contains("long years");
        assertThat(jobs.size()).isZero();
        session.undo();
        assertThat(placed()).as("belongs to the step before").isEqualTo(0.02);
        session.undo();
        assertThat(now()).isEqualTo(first);
    }

    @Test
    void aPlacementOfAnUndoneStepIsDroppedAndAskedForWhenItIsDoneAgain() throws IOException {
        openTranslation();
        session.apply(new PinWords(List.of(word("light").id())));
        session.undo();
        jobs.deliverAll();
        assertThat(now()).isEqualTo(first);
        session.redo();
        jobs.deliverAll();
        assertThat(placed()).isEqualTo(placings / 100.0);
        assertThat(now().words()).anyMatch(Word::isManual);
    }

    @Test
    void inTheEndATranslationIsPlacedByAllThatIsKnown() throws IOException {
        for (int seed = 0; seed < ROUNDS; seed++) {
            placings = 0;
            openTranslation();
            Random random = new Random(seed);
            RandomEdits edits = new RandomEdits(random);
            for (int i = 0; i < 40; i++) {
                switch (random.nextInt(6)) {
                    case 0 -> session.undo();
                    case 1 -> session.redo();
                    case 2 -> {
                        if (jobs.size() > 0) {
                            jobs.deliver(random.nextInt(jobs.size()));
                        }
                    }
                    default -> does(session, edits.next(now()));
                }
                assertThat(now().malformation()).as("seed " + seed).isEmpty();
            }
            jobs.deliverAll();
            SyncedTranscript last = now();
            while (session.undo()) {
                // All the way back.
            }
            assertThat(now()).as("seed " + seed).isEqualTo(first);
            assertThat(last.malformation()).isEmpty();
        }
    }
}
