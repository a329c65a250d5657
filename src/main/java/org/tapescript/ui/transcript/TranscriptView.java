package org.tapescript.ui.transcript;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Bounds;
import javafx.geometry.Insets;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import org.tapescript.domain.CharSpan;
import org.tapescript.domain.PlacedComment;
import org.tapescript.domain.SpeakerNames;
import org.tapescript.domain.StraySpeech;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.domain.TimeSpan;
import org.tapescript.domain.TranscriptIndex;
import org.tapescript.domain.Turn;
import org.tapescript.domain.Word;
import org.tapescript.edit.MoveTurnStart;
import org.tapescript.edit.RefusedEditException;
import org.tapescript.session.EditorSession;
import org.tapescript.session.GapTyping;
import org.tapescript.session.Typing;
import org.tapescript.ui.common.Later;
import org.tapescript.ui.common.Messages;
import org.tapescript.ui.common.SpeakerColours;
import org.tapescript.ui.player.PlayerModel;

/** The text of a project: follows the sound, and is corrected in place. */
public final class TranscriptView extends StackPane {
    /** Typing has paused when no key has come for so long: longer than between the letters of a word, shorter than a thought. */
    private static final Duration PAUSE = Duration.millis(400);

    private final EditorSession session;
    private final PlayerModel player;
    private final Consumer<RefusedEditException> refused;
    private final RowList rows = new RowList();
    private final ListView<Row> list = new ListView<>(rows);
    /** As wide as rows are read. */
    private final Region measure = new Region();

    private final Set<RowCell> cells = new HashSet<>();
    private final BooleanProperty follow = new SimpleBooleanProperty(true);
    private final BooleanProperty foldUnspoken = new SimpleBooleanProperty(true);
    private final Later untilKept = new Later(Later.UNTIL_KEPT, () -> doTyped(false));
    private final Later untilPause = new Later(PAUSE, this::pause);

    private final Selecting selecting;
    private Optional<TypingArea> typingArea = Optional.empty();

    /** @param within characters of the word before the place that was clicked */
    private record Click(Word word, int within) {}

    private Optional<Click> clicked = Optional.empty();

    private TranscriptIndex index;
    /** By where a word is in it; -1 for none. */
    private int[] rowOfWord = new int[0];

    /** Those that the rows show. */
    private List<PlacedComment> comments = List.of();

    /** Row to be shown as soon as there is a height to show it in. */
    private int wanted = -1;

    private SpeakerColours colours;
    private Optional<Word> spoken = Optional.empty();
    private final GapRow gapRow;
    private Supplier<ContextMenu> spokenMenu = ContextMenu::new;
    private Supplier<ContextMenu> unspokenMenu = ContextMenu::new;
    private Supplier<ContextMenu> speakersMenu = ContextMenu::new;
    private List<CharSpan> hits = List.of();
    private Function<String, List<CharSpan>> misspelled = word -> List.of();
    private ContextMenu shownMenu = new ContextMenu();

    /** @param refused told of edits that cannot be done */
    public TranscriptView(EditorSession session, PlayerModel player, Consumer<RefusedEditException> refused) {
        this.session = session;
        this.player = player;
        this.refused = refused;
        this.selecting = new Selecting(this, session, list);
        this.gapRow = new GapRow(player, new GapKeys());
        list.setId("transcript");
        list.setAccessibleRole(AccessibleRole.LIST_VIEW);
        list.setAccessibleText(Messages.get("transcript.accessible"));
        list.getStyleClass().addAll("transcript", "edge-to-edge");
        list.setCellFactory(view -> {
            RowCell cell = new RowCell(this);
            cells.add(cell);
            return cell;
        });
        list.setOnKeyPressed(e -> {
            if (typingArea.isPresent() && (e.getCode() == KeyCode.ENTER || e.getCode() == KeyCode.ESCAPE)) {
                endEditing(true);
                e.consume();
            } else if (e.getCode() == KeyCode.ENTER
                    && !e.isControlDown()
                    && !selecting.isEnterHeld()
                    && session.typing().isEmpty()
                    && session.gap().isEmpty()) {
                edit();
                e.consume();
            }
        });
        // The menu key: at the row that is selected, wherever the pointer is.
        list.setOnContextMenuRequested(e -> cells.stream()
                .filter(c -> c.isSelected() && !c.isEmpty() && e.isKeyboardTrigger())
                .findFirst()
                .ifPresent(c -> {
                    Bounds place = c.localToScreen(c.getBoundsInLocal());
                    showMenu(c.getItem(), c, place.getMinX() + 140, place.getMinY() + 20);
                }));
        measure.getStyleClass().add("transcript-measure");
        measure.setManaged(false);
        measure.setMouseTransparent(true);
        getChildren().addAll(list, measure);
        session.transcriptProperty().addListener((o, was, now) -> show(now));
        session.caretProperty().addListener((o, was, now) -> {
            clicked = Optional.empty();
            cells.forEach(RowCell::markCaret);
        });
        session.selection().anchorProperty().addListener((o, was, now) -> cells.forEach(RowCell::markSelection));
        foldUnspoken.addListener((o, was, now) -> list.refresh());
        list.heightProperty().addListener((o, was, now) -> {
            if (was.doubleValue() == 0 && wanted >= 0) {
                Platform.runLater(() -> scrollTo(wanted));
            }
        });
        show(session.transcript());
    }

    /** On a wide screen rows stand in the middle. */
    @Override
    protected void layoutChildren() {
        double left = Math.floor(Math.max(0, (getWidth() - measure.prefWidth(-1)) / 2));
        if (list.getPadding().getLeft() != left) {
            list.setPadding(new Insets(0, 0, 0, left));
        }
        super.layoutChildren();
    }

    private void show(SyncedTranscript transcript) {
        colours = new SpeakerColours(transcript);
        List<Row> now = Rows.of(
                transcript, session.times(), new Rows.Typed(session.typing().map(Typing::place), session.gap()));
        int head = 0;
        int shared = Math.min(now.size(), rows.size());
        while (head < shared && now.get(head).equals(rows.get(head))) {
            head++;
        }
        int tail = 0;
        while (tail < shared - head && now.get(now.size() - 1 - tail).equals(rows.get(rows.size() - 1 - tail))) {
            tail++;
        }
        List<Row> changed = now.subList(head, now.size() - tail);
        int replaced = rows.size() - tail - head;
        if (changed.size() == replaced) {
            rows.replace(head, changed);
        } else if (head == 0 && tail == 0) {
            rows.setAll(now);
        } else {
            rows.subList(head, head + replaced).clear();
            rows.addAll(head, changed);
        }
        index = session.index();
        rowOfWord = new int[index.words().size()];
        Arrays.fill(rowOfWord, -1);
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i) instanceof Row.Spoken s) {
                int first = index.indexOf(s.words().get(0).id());
                Arrays.fill(rowOfWord, first, first + s.words().size(), i);
            } else if (rows.get(i) instanceof Row.Gap) {
                for (String word : session.gap().map(GapTyping::words).orElse(Set.of())) {
                    int at = index.indexOf(word);
                    if (at >= 0) {
                        rowOfWord[at] = i;
                    }
                }
            }
        }
        if (!session.index().comments().equals(comments)) {
            comments = session.index().comments();
            cells.forEach(RowCell::markComments);
        }
        showFound();
        // A stretch that somebody else changed, or that is no row any more, cannot be typed in.
        boolean gone = session.typing()
                .filter(typing -> rows.stream().noneMatch(row -> isAt(typing, row)))
                .isPresent();
        if (gone) {
            endEditing(false);
        }
        session.typing().ifPresent(t -> typingArea.ifPresent(area -> area.follow(t.text())));
    }

    private static boolean isAt(Typing typing, Row row) {
        return row instanceof Row.Spoken spoken
                && typing.turn().equals(spoken.turn().id())
                && typing.isAt(spoken.place().start(), spoken.text());
    }

    EditorSession session() {
        return session;
    }

    /** Comments on words of a row. */
    List<PlacedComment> commentsOn(Row.Spoken row) {
        return session.index().comments().stream()
                .filter(c -> row.words().stream().anyMatch(c::isAbout))
                .toList();
    }

    /** Where somebody types in a row. */
    Optional<TypingArea> typingArea() {
        return typingArea;
    }

    /** Whether a row is the one that is being typed in. */
    boolean isTypedIn(Row row) {
        return session.typing().filter(t -> isAt(t, row)).isPresent();
    }

    SpeakerColours colours() {
        return colours;
    }

    boolean isFolded() {
        return foldUnspoken.get();
    }

    Selecting selecting() {
        return selecting;
    }

    /** The word at a place on the screen. */
    Optional<Word> wordAt(double screenX, double screenY) {
        return cells.stream().flatMap(c -> c.wordAt(screenX, screenY).stream()).findFirst();
    }

    /** Lets a turn begin with a word: one of its own, or of the turn before. */
    void moveTurnStart(Turn turn, String word) {
        int by = session.index().indexOf(word)
                - session.index().indexOf(turn.words().get(0).id());
        if (by != 0) {
            try {
                session.apply(new MoveTurnStart(turn.id(), by));
            } catch (RefusedEditException e) {
                refused.accept(e);
            }
        }
    }

    /** Places of the text that a search has found. */
    List<CharSpan> hits() {
        return hits;
    }

    void setHits(List<CharSpan> found) {
        hits = found;
        cells.forEach(RowCell::markHits);
    }

    /**
     * Marks what may be misspelled.
     *
     * @param of by id of a word, places of the text
     */
    public void markSpelling(Function<String, List<CharSpan>> of) {
        misspelled = of;
        cells.forEach(RowCell::markSpelling);
    }

    List<CharSpan> misspelled(Word word) {
        return misspelled.apply(word.id());
    }

    /** Shows a menu at the caret. */
    public void showAtCaret(ContextMenu menu) {
        cells.stream().flatMap(c -> c.caretPlace().stream()).findFirst().ifPresent(at -> {
            shownMenu.hide();
            shownMenu = menu;
            menu.show(list, at.getMinX(), at.getMaxY());
        });
    }

    Optional<Word> spokenWord() {
        return spoken;
    }

    /** Whether the word being spoken is kept in view. */
    public BooleanProperty followProperty() {
        return follow;
    }

    /** Whether of paragraphs that are not spoken one line is shown. */
    public BooleanProperty foldUnspokenProperty() {
        return foldUnspoken;
    }

    /**
     * @param spoken makes the menu of what can be done at a word
     * @param unspoken that at a paragraph that nobody speaks
     * @param speakers that of who may speak a turn
     */
    public void onMenu(Supplier<ContextMenu> spoken, Supplier<ContextMenu> unspoken, Supplier<ContextMenu> speakers) {
        spokenMenu = spoken;
        unspokenMenu = unspoken;
        speakersMenu = speakers;
    }

    /** Shows who may speak a row. */
    void showSpeakers(RowCell cell, double x, double y) {
        finishEditing();
        list.getSelectionModel().select(cell.getIndex());
        if (cell.getItem() instanceof Row.Spoken spoken) {
            session.selection().clear();
            session.caretProperty().set(Optional.of(spoken.words().get(0).id()));
            shownMenu.hide();
            shownMenu = speakersMenu.get();
            shownMenu.show(cell, x, y);
        }
    }

    /** Shows what can be done at a row, and at the word clicked at in it. */
    void showMenu(RowCell cell, int character, double x, double y) {
        finishEditing();
        Row row = cell.getItem();
        list.getSelectionModel().select(cell.getIndex());
        if (row instanceof Row.Spoken spoken) {
            Word word = spoken.wordAt(character);
            if (!session.selection().words().contains(word)) {
                session.caretProperty().set(Optional.of(word.id()));
            }
        }
        showMenu(row, cell, x, y);
    }

    private void showMenu(Row row, Node at, double x, double y) {
        shownMenu.hide();
        if (row instanceof Row.Stray stray) {
            MenuItem type = new MenuItem(Messages.get("transcript.typeIn"));
            type.setOnAction(e -> typeIn(stray));
            shownMenu = new ContextMenu(type);
        } else {
            shownMenu = (row instanceof Row.Spoken ? spokenMenu : unspokenMenu).get();
        }
        shownMenu.show(at, x, y);
    }

    void typeIn(Row.Stray stray) {
        typeIn(stray.speech());
    }

    /** Opens a row in which what is said in a gap of the text is typed in, while the tape plays it over and over. */
    public void typeIn(StraySpeech speech) {
        endEditing(true);
        List<String> speakers = colours.speakers();
        String by =
                speech.speaker().or(() -> speakers.stream().findFirst()).orElseGet(() -> Messages.get("speaker.new"));
        openGap(session.beginGap(speech.time(), by), true);
    }

    private void openGap(GapTyping gap, boolean first) {
        show(session.transcript());
        gapRow.open(gap, colours.speakers(), first);
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i) instanceof Row.Gap) {
                list.getSelectionModel().clearAndSelect(i);
                keepInView(i);
            }
        }
        gapRow.focus();
    }

    /** Opens the next gap of the text that is not shorter than a second, from the play head on. */
    public boolean typeInNext() {
        double from = session.gap().map(g -> g.gap().endSeconds()).orElse(player.position());
        endEditing(true);
        Optional<StraySpeech> next = session.transcript().untranscribed().stream()
                .filter(s -> !s.overlapsWords() && s.seconds() >= Rows.LONG_SECONDS && s.endSeconds() > from)
                .min(Comparator.comparingDouble(StraySpeech::startSeconds));
        next.ifPresent(this::typeIn);
        return next.isPresent();
    }

    /** Has somebody say what is being typed into a gap; false if there is none. */
    public boolean sayGap(String speaker) {
        session.gap().ifPresent(gap -> {
            gap.say(speaker);
            gapRow.show(speaker);
            doTyped(false);
        });
        return session.gap().isPresent();
    }

    /** Has the next speaker go on in the gap that is being typed in; false if there is none. */
    public boolean nextInGap() {
        if (session.gap().isEmpty()) {
            return false;
        }
        GapTyping gap = session.gap().get();
        List<String> speakers = colours.speakers();
        int at = speakers.indexOf(gap.speaker());
        String next = speakers.isEmpty() ? gap.speaker() : speakers.get((at + 1) % speakers.size());
        if (gap.text().isBlank()) {
            sayGap(next);
            return true;
        }
        doTyped(true);
        List<Word> typed = session.index().words().stream()
                .filter(w -> gap.words().contains(w.id()))
                .toList();
        long start = typed.stream()
                .flatMap(w -> w.span().stream())
                .mapToLong(TimeSpan::endMicros)
                .max()
                .orElse(gap.gap().startMicros());
        Optional<String> last = typed.isEmpty()
                ? gap.after()
                : Optional.of(typed.get(typed.size() - 1).id());
        TimeSpan rest =
                start < gap.gap().endMicros() ? new TimeSpan(start, gap.gap().endMicros()) : gap.gap();
        openGap(session.beginGap(rest, last, next), false);
        return true;
    }

    GapRow gapRow() {
        return gapRow;
    }

    /** Has what may be said in a gap drafted. @param key that takes a draft, as people read it */
    public void draftWith(GapRow.Drafts drafts, Supplier<String> key) {
        gapRow.draftWith(drafts, key);
    }

    /** Types what was drafted for the gap that is being typed in; false if there is nothing. */
    public boolean takeDraft() {
        return session.gap().isPresent() && gapRow.takeDraft();
    }

    /** Tempo at which gaps are heard while somebody types in them. */
    public DoubleProperty gapTempoProperty() {
        return gapRow.tempoProperty();
    }

    private void showFound() {
        session.gap().ifPresent(gap -> {
            List<Word> typed = session.index().words().stream()
                    .filter(w -> gap.words().contains(w.id()))
                    .toList();
            gapRow.showFound(typed.stream().filter(w -> w.span().isPresent()).count(), typed.size());
        });
    }

    /** What somebody does in the row that is typed in. */
    private final class GapKeys implements GapRow.Keys {
        @Override
        public void typed(String text) {
            session.gap().ifPresent(gap -> gap.type(text));
            doTypedSoon();
        }

        @Override
        public void said(String speaker) {
            sayGap(SpeakerNames.meantOrNew(colours.speakers(), speaker));
        }

        @Override
        public void done() {
            endEditing(true);
        }

        @Override
        public void nextSpeaker() {
            nextInGap();
        }
    }

    /** Marks the word being spoken, or none; called once a frame while the sound plays. */
    public void markSpoken(Optional<Word> word) {
        if (word.equals(spoken)) {
            return;
        }
        spoken = word;
        cells.forEach(RowCell::markSpoken);
        if (follow.get() && session.typing().isEmpty() && session.gap().isEmpty()) {
            word.ifPresent(w -> keepInView(w.id()));
        }
    }

    /** Where a word is shown; -1 for nowhere. */
    private int rowOf(String wordId) {
        int at = index.indexOf(wordId);
        return at < 0 ? -1 : rowOfWord[at];
    }

    void keepInView(String wordId) {
        int row = rowOf(wordId);
        if (row >= 0) {
            keepInView(row);
        }
    }

    private void keepInView(int row) {
        if (list.getHeight() == 0) {
            wanted = row;
            return;
        }
        boolean visible = cells.stream()
                .anyMatch(c -> c.getIndex() == row
                        && c.isVisible()
                        && c.getParent() != null
                        && c.getBoundsInParent().getMinY() >= 0
                        && c.getBoundsInParent().getMaxY() <= list.getHeight() - 40);
        if (!visible) {
            scrollTo(row);
        }
    }

    /** Twice: before rows have been laid out once, their heights are guessed, and the place with them. */
    private void scrollTo(int row) {
        int top = Math.max(0, row - 1);
        list.scrollTo(top);
        Platform.runLater(() -> list.scrollTo(top));
    }

    /** Shows a word and puts the caret at it. */
    public void reveal(String wordId) {
        int row = rowOf(wordId);
        if (row >= 0) {
            session.caretProperty().set(Optional.of(wordId));
            list.getSelectionModel().select(row);
            keepInView(row);
        }
    }

    /** Shows the row with which a line of the text begins, or the one that holds it. */
    public void revealLine(int line) {
        int start = session.transcript().transcript().paragraphs().stream()
                .filter(p -> p.line() <= line)
                .mapToInt(p -> p.place().start())
                .max()
                .orElse(0);
        int end = session.transcript().transcript().paragraphs().stream()
                .mapToInt(p -> p.place().start())
                .filter(s -> s > start)
                .min()
                .orElse(Integer.MAX_VALUE);
        int holding = -1;
        for (int i = 0; i < rows.size(); i++) {
            int at = placeOf(rows.get(i));
            if (at >= start && at < end) {
                show(i);
                return;
            }
            holding = at >= 0 && at < start ? i : holding;
        }
        if (holding >= 0) {
            show(holding);
        }
    }

    private static int placeOf(Row row) {
        return row instanceof Row.Unspoken u
                ? u.place().start()
                : row instanceof Row.Spoken s ? s.place().start() : -1;
    }

    /** Shows what is said at a time: the word, or the speech that the text lacks. */
    public void revealTime(double seconds) {
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i) instanceof Row.Stray stray
                    && Math.abs(stray.speech().startSeconds() - seconds) < 0.001) {
                show(i);
                return;
            }
        }
        int at = session.times().at(seconds);
        if (at >= 0) {
            reveal(session.times().word(at).id());
        }
    }

    private void show(int row) {
        list.getSelectionModel().clearAndSelect(row);
        keepInView(row);
        if (rows.get(row) instanceof Row.Spoken s) {
            session.caretProperty().set(Optional.of(s.words().get(0).id()));
        }
    }

    /** The turn at the caret, else the one selected, else the one being spoken. */
    public Optional<Turn> currentTurn() {
        return currentRow().map(Row.Spoken::turn);
    }

    /** The row of a word, or the next spoken one before or behind it. @param by 0 for its own, -1 or 1 */
    Optional<Row.Spoken> rowBeside(String wordId, int by) {
        int row = rowOf(wordId);
        for (int i = row < 0 ? -1 : row + by; i >= 0 && i < rows.size(); i += by) {
            if (rows.get(i) instanceof Row.Spoken spoken) {
                return Optional.of(spoken);
            }
            if (by == 0) {
                break;
            }
        }
        return Optional.empty();
    }

    private Optional<Row.Spoken> currentRow() {
        Optional<String> at = session.caretProperty().get();
        Optional<Integer> row = at.map(this::rowOf).filter(i -> i >= 0);
        if (row.isEmpty() && list.getSelectionModel().getSelectedItem() instanceof Row.Spoken s) {
            return Optional.of(s);
        }
        return row.or(() -> spoken.map(w -> rowOf(w.id())).filter(i -> i >= 0))
                .map(rows::get)
                .filter(Row.Spoken.class::isInstance)
                .map(Row.Spoken.class::cast);
    }

    /** The paragraph selected, spoken or not: a place in its text. */
    public Optional<Integer> currentPlace() {
        Row row = list.getSelectionModel().getSelectedItem();
        if (row instanceof Row.Unspoken u) {
            return Optional.of(u.place().start());
        }
        return currentRow().map(s -> s.words().get(0).place().start());
    }

    /** Moves the caret some words on, or back if negative. */
    public void moveCaret(int words) {
        List<Word> all = session.index().words();
        int index = session.caretProperty()
                .get()
                .or(() -> spoken.map(Word::id))
                .map(session.index()::indexOf)
                .filter(i -> i >= 0)
                .orElse(0);
        int to = Math.max(0, Math.min(all.size() - 1, index + words));
        if (!all.isEmpty()) {
            reveal(all.get(to).id());
        }
    }

    /** @param before index in the row's text of the character before which the click was */
    void clicked(Row.Spoken row, int character, int before) {
        Word word = row.wordAt(character);
        session.caretProperty().set(Optional.of(word.id()));
        clicked = Optional.of(
                new Click(word, row.place().start() + before - word.place().start()));
        word.span().ifPresent(s -> player.seek(s.startSeconds()));
    }

    void clicked(Row.Stray row) {
        player.seek(row.speech().startSeconds());
    }

    /** Opens the row at the caret for typing. */
    public void edit() {
        currentRow()
                .ifPresent(row -> edit(
                        row,
                        session.caretProperty()
                                .get()
                                .flatMap(id -> row.words().stream()
                                        .filter(w -> w.id().equals(id))
                                        .findFirst())
                                .map(w -> w.place().start() - row.place().start() + within(w))
                                .orElse(0)));
    }

    /** How many characters of a word are before the place in it that was clicked last. */
    private int within(Word word) {
        return clicked.filter(
                        c -> c.word().id().equals(word.id()) && c.word().text().equals(word.text()))
                .map(c -> Math.max(0, Math.min(word.text().length(), c.within())))
                .orElse(0);
    }

    /**
     * Types in the gap or the row that is typed in; if there is none, opens the one at the caret for typing, and types there, over what is
     * selected in it.
     */
    void type(String text) {
        if (session.gap().isPresent()) {
            gapRow.type(text);
            return;
        }
        if (typingArea.isEmpty()) {
            openSelected();
        } else {
            keepInView(session.caretProperty().get().orElse(""));
        }
        typingArea.ifPresent(area -> area.replaceSelection(text));
    }

    private void openSelected() {
        List<Word> selected = session.selection().words();
        if (selected.isEmpty()) {
            edit();
            return;
        }
        Row.Spoken row = (Row.Spoken) rows.get(rowOf(selected.get(0).id()));
        Word last = row.words().get(row.words().size() - 1);
        int to = Math.min(
                last.place().end(), selected.get(selected.size() - 1).place().end());
        edit(
                row,
                selected.get(0).place().start() - row.place().start(),
                to - row.place().start());
    }

    void edit(Row.Spoken row, int caret) {
        edit(row, caret, caret);
    }

    private void edit(Row.Spoken row, int caret, int caretEnd) {
        endEditing(true);
        session.beginTyping(row.turn().id(), row.place().start(), row.text(), caret, caretEnd);
        typingArea = session.typing().map(t -> new TypingArea(t, list, new RowKeys()));
        int at = rowOf(row.words().get(0).id());
        if (at >= 0) {
            keepInView(at);
            list.getSelectionModel().select(at);
        }
        cells.forEach(RowCell::showEditing);
    }

    /** What somebody does in a row that is typed in. */
    private final class RowKeys implements TypingArea.Keys {
        @Override
        public void typed(String text) {
            player.typing();
            session.type(text);
            doTypedSoon();
        }

        @Override
        public void done(TypingArea area) {
            if (typingArea.filter(a -> a == area).isPresent()) {
                endEditing(true);
            }
        }
    }

    private void doTypedSoon() {
        untilKept.askOnce();
        untilPause.ask();
    }

    private void doTyped(boolean last) {
        try {
            session.doTyped();
        } catch (RefusedEditException e) {
            if (last) {
                refused.accept(e);
            }
        }
    }

    private void pause() {
        untilKept.stop();
        doTyped(false);
        session.pauseTyping();
    }

    /** @param keep whether what was typed and is not kept yet is kept */
    void endEditing(boolean keep) {
        if (session.typing().isEmpty() && session.gap().isEmpty()) {
            return;
        }
        untilKept.stop();
        untilPause.stop();
        if (keep) {
            doTyped(true);
        }
        Optional<GapTyping> gap = session.gap();
        session.endTyping();
        typingArea = Optional.empty();
        if (gap.isPresent()) {
            gapRow.close();
            show(session.transcript());
            gap.get().words().stream().findFirst().ifPresent(this::reveal);
        } else {
            cells.forEach(RowCell::showEditing);
            player.typingEnded();
        }
        list.requestFocus();
    }

    /** Where in the text somebody is typing, once what was typed is done. */
    public Optional<Integer> typingAt() {
        doTyped(false);
        return session.typing().flatMap(t -> typingArea.map(area -> t.start() + area.getCaretPosition()));
    }

    /** Ends typing in a row, and keeps it. */
    void finishTyping() {
        if (typingArea.isPresent()) {
            endEditing(true);
        }
    }

    /** Gives the keys to the text. */
    public void focus() {
        list.requestFocus();
    }

    /** Ends typing and keeps it; for whoever is about to do something else to the text. */
    public void finishEditing() {
        endEditing(true);
    }
}
