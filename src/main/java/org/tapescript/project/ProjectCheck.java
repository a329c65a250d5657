package org.tapescript.project;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.stream.Stream;
import org.tapescript.domain.Origin;
import org.tapescript.project.ProjectShape.HintShape;
import org.tapescript.project.ProjectShape.ParagraphShape;
import org.tapescript.project.ProjectShape.RecordingShape;
import org.tapescript.project.ProjectShape.TurnShape;
import org.tapescript.project.ProjectShape.WordShape;

/** Whether a project file's values can be meant at all; says at which place of the file one cannot. */
final class ProjectCheck {
    private ProjectCheck() {}

    /** @throws IllegalArgumentException if one cannot; the message begins with its place */
    static void check(ProjectShape shape) {
        complete(shape, "");
        language(shape.language(), "language");
        if (shape.textLanguage() != null) {
            language(shape.textLanguage(), "textLanguage");
        }
        for (int i = 0; i < shape.recordings().size(); i++) {
            recording(shape.recordings().get(i), "recordings[" + i + "]");
        }
        int length = shape.transcript().text().length();
        for (int i = 0; i < shape.transcript().paragraphs().size(); i++) {
            ParagraphShape p = shape.transcript().paragraphs().get(i);
            String place = "transcript.paragraphs[" + i + "]";
            range(p.charStart(), p.charEnd(), length, place);
            if (p.notes() != null) {
                p.notes().forEach(n -> range(n.charStart(), n.charEnd(), length, place + ".notes"));
            }
            if (p.label() != null) {
                range(p.label().charStart(), p.label().charEnd(), length, place + ".label");
            }
        }
        if (shape.transcript().hints() != null) {
            for (int i = 0; i < shape.transcript().hints().size(); i++) {
                HintShape h = shape.transcript().hints().get(i);
                range(h.charStart(), h.charEnd(), length, "transcript.hints[" + i + "]");
                times(h.start(), h.end(), "transcript.hints[" + i + "]");
                if (h.recording() != null && h.recording() < 0) {
                    throw new IllegalArgumentException(
                            "transcript.hints[" + i + "].recording is " + h.recording() + ", not a recording's number");
                }
            }
        }
        for (int i = 0; i < shape.turns().size(); i++) {
            TurnShape turn = shape.turns().get(i);
            for (int k = 0; k < turn.words().size(); k++) {
                word(turn.words().get(k), length, "turns[" + i + "].words[" + k + "]");
            }
        }
        for (int i = 0; i < shape.untranscribed().size(); i++) {
            times(
                    shape.untranscribed().get(i).start(),
                    shape.untranscribed().get(i).end(),
                    "untranscribed[" + i + "]");
        }
        if (shape.comments() != null) {
            for (int i = 0; i < shape.comments().size(); i++) {
                double time = shape.comments().get(i).time();
                times(time, time, "comments[" + i + "]");
            }
        }
    }

    /** A language is the name of a folder, and must not lead out of where those are. */
    private static void language(String tag, String place) {
        if (tag.isBlank()
                || tag.matches("\\.+")
                || tag.chars().anyMatch(c -> c == '/' || c == '\\' || c == ':' || c < ' ')) {
            throw wrong(place, "is the name of no language");
        }
    }

    private static void recording(RecordingShape recording, String place) {
        if (recording.path().isEmpty() || recording.path().indexOf(0) >= 0) {
            throw wrong(place + ".path", "is the name of no file");
        }
        if (!(recording.duration() >= 0)) {
            throw wrong(place + ".duration", "is no length of time");
        }
        if (recording.channels() < 1) {
            throw wrong(place + ".channels", "is no number of channels");
        }
        if (recording.speed() != null && !(recording.speed() > 0 && recording.speed() < Double.MAX_VALUE)) {
            throw wrong(place + ".speed", "is no speed");
        }
        if (recording.track() != null && recording.track() < 1) {
            throw wrong(place + ".track", "is no number of a track");
        }
        if (recording.hidden() != null && !(recording.hidden() >= 0 && recording.hidden() < Double.MAX_VALUE)) {
            throw wrong(place + ".hidden", "is no length of time");
        }
        if (recording.gaps() != null) {
            recording.gaps().forEach(g -> times(g.start(), g.end(), place + ".gaps"));
        }
    }

    private static void word(WordShape word, int length, String place) {
        range(word.charStart(), word.charEnd(), length, place);
        if (word.charStart() == word.charEnd()) {
            throw wrong(place, "is a word without letters");
        }
        boolean timed = word.start() != null;
        if ((word.end() != null) != timed || (word.confidence() != null) != timed || (word.origin() != null) != timed) {
            throw wrong(place, "has half of a time");
        }
        if (timed) {
            times(word.start(), word.end(), place);
            if (!(word.confidence() >= 0 && word.confidence() <= 1)) {
                throw wrong(place + ".confidence", "is not between 0 and 1");
            }
            if (Stream.of(Origin.values()).noneMatch(o -> o.name().equalsIgnoreCase(word.origin()))) {
                throw wrong(place + ".origin", "is nothing that times come from");
            }
        }
    }

    private static void range(int start, int end, int length, String place) {
        if (start < 0 || end < start || end > length) {
            throw wrong(place, "is no place in the text: " + start + " to " + end);
        }
    }

    private static void times(double start, double end, String place) {
        if (!(start >= 0 && end >= start && end < Double.MAX_VALUE)) {
            throw wrong(place, "is no stretch of time: " + start + " to " + end);
        }
    }

    private static IllegalArgumentException wrong(String place, String what) {
        return new IllegalArgumentException(place + " " + what);
    }

    /** Whether all parts are there that have to be. */
    private static void complete(Record shape, String place) {
        for (RecordComponent component : shape.getClass().getRecordComponents()) {
            String name = place + component.getName();
            Object value = value(shape, component);
            if (value == null && !component.isAnnotationPresent(ProjectShape.MayBeMissing.class)) {
                throw wrong(name, "is missing");
            }
            if (value instanceof Record part) {
                complete(part, name + ".");
            } else if (value instanceof List<?> parts) {
                for (int i = 0; i < parts.size(); i++) {
                    if (parts.get(i) == null) {
                        throw wrong(name + "[" + i + "]", "is missing");
                    }
                    if (parts.get(i) instanceof Record part) {
                        complete(part, name + "[" + i + "].");
                    }
                }
            }
        }
    }

    private static Object value(Record shape, RecordComponent component) {
        try {
            return component.getAccessor().invoke(shape);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
