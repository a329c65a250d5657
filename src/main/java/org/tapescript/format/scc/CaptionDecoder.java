package org.tapescript.format.scc;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tapescript.format.TimedTurns;
import org.tapescript.format.cue.Cue;

/**
 * Makes subtitles of line 21 captions (CEA-608-E; 47 CFR 79.101): pop-on captions when they are flipped onto the screen, roll-up captions
 * line by line, paint-on captions from one command to paint to the next. Of the two languages that a field may carry, the first that
 * comes is read. Colours and columns are left aside. Pairs of bytes come in their order, each with its time in seconds.
 */
final class CaptionDecoder {
    private static final int SECOND_CHANNEL = 0x08;
    private static final int SECOND_FIELD = 0x15;
    private static final int COMMAND = 0x14;
    private static final int TAB = 0x17;
    private static final int ROLL_UP_ROW = 15;
    /** Row by the first byte of an address, and whether the second byte has bit 0x20. */
    private static final int[][] ROWS = {{11, 11}, {1, 2}, {3, 4}, {12, 13}, {14, 15}, {5, 6}, {7, 8}, {9, 10}};

    private enum Mode {
        POP_ON,
        ROLL_UP,
        PAINT_ON,
        /** Text that is no caption. */
        NONE
    }

    private final List<Cue> cues = new ArrayList<>();
    private Map<Integer, StringBuilder> shown = new TreeMap<>();
    private Map<Integer, StringBuilder> hidden = new TreeMap<>();
    private Mode mode = Mode.POP_ON;
    private int row = ROLL_UP_ROW;
    private double since;
    private int last = -1;
    private int channel = -1;
    private boolean otherChannel;

    /** Takes the next pair; bits of parity do not matter. */
    void pair(int raw, double seconds) {
        int pair = raw & 0x7f7f;
        int first = pair >> 8;
        int second = pair & 0x7f;
        if (first >= 0x10 && first < 0x20) {
            // Commands are sent twice, lest one be lost.
            if (pair == last) {
                last = -1;
                return;
            }
            last = pair;
            int of = first & SECOND_CHANNEL;
            channel = channel < 0 ? of : channel;
            otherChannel = of != channel;
            if (!otherChannel) {
                command(first & ~SECOND_CHANNEL, second, seconds);
            }
            return;
        }
        last = pair == 0 ? last : -1;
        if (!otherChannel) {
            letter(first, seconds);
            letter(second, seconds);
        }
    }

    private void letter(int code, double seconds) {
        if (code >= 0x20) {
            write(CaptionLetters.basic(code), seconds);
        }
    }

    private void command(int first, int second, double seconds) {
        if (second >= 0x40) {
            row(ROWS[first & 7][(second & 0x20) >> 5]);
        } else if ((first == COMMAND || first == SECOND_FIELD) && second >= 0x20 && second < 0x30) {
            control(second, seconds);
        } else if (first == 0x11 && second >= 0x30) {
            write(CaptionLetters.special(second), seconds);
        } else if ((first == 0x12 || first == 0x13) && second >= 0x20) {
            back();
            write(CaptionLetters.extended(first, second), seconds);
        } else if (first == 0x11 || first == TAB && second < 0x24) {
            // A change of colour takes a column, a tab some.
            space();
        }
    }

    private void control(int code, double seconds) {
        switch (code) {
            case 0x20 -> mode = Mode.POP_ON;
            case 0x21 -> back();
            case 0x25, 0x26, 0x27 -> {
                if (mode != Mode.ROLL_UP) {
                    end(seconds);
                }
                mode = Mode.ROLL_UP;
            }
            case 0x29 -> {
                end(seconds);
                mode = Mode.PAINT_ON;
            }
            case 0x2a, 0x2b -> mode = Mode.NONE;
            case 0x2c -> end(seconds);
            case 0x2d -> {
                if (mode == Mode.ROLL_UP) {
                    end(seconds);
                }
            }
            case 0x2e -> hidden = new TreeMap<>();
            case 0x2f -> {
                end(seconds);
                shown = hidden;
                hidden = new TreeMap<>();
                since = seconds;
                mode = Mode.POP_ON;
            }
            default -> {}
        }
    }

    private Map<Integer, StringBuilder> memory() {
        return mode == Mode.POP_ON ? hidden : shown;
    }

    /** Captions that roll up stand in one row, wherever on the screen that is. */
    private void row(int number) {
        row = mode == Mode.ROLL_UP ? ROLL_UP_ROW : number;
        space();
    }

    private void write(char letter, double seconds) {
        if (mode == Mode.NONE) {
            return;
        }
        if (memory() == shown && shown.isEmpty()) {
            since = seconds;
        }
        memory().computeIfAbsent(row, r -> new StringBuilder()).append(letter);
    }

    /** Keeps apart what is there and what comes. */
    private void space() {
        StringBuilder line = memory().get(row);
        if (line != null && mode != Mode.NONE) {
            line.append(' ');
        }
    }

    private void back() {
        StringBuilder line = memory().get(row);
        if (line != null && line.length() > 0) {
            line.setLength(line.length() - 1);
        }
    }

    /** Takes what is shown off the screen. */
    private void end(double seconds) {
        List<Cue.Line> lines = shown.values().stream()
                .map(l -> l.toString().replaceAll("\\h+", " ").strip())
                .filter(l -> !l.isEmpty())
                .map(l -> new Cue.Line("", l))
                .toList();
        if (!lines.isEmpty()) {
            cues.add(new Cue(TimedTurns.span(since, Math.max(since, seconds)), lines));
        }
        shown = new TreeMap<>();
    }

    /** All subtitles, the last of them shown until a time. */
    List<Cue> cues(double seconds) {
        end(seconds);
        return cues;
    }
}
