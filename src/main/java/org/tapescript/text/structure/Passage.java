package org.tapescript.text.structure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tapescript.domain.Block;
import org.tapescript.domain.CharSpan;

/** A paragraph under construction: its lines, the mark that opens it, and the parts that are not spoken. */
final class Passage {
    final Line first;
    final int start;
    final Optional<Mark> mark;
    final Optional<Furniture.Kind> furniture;
    final List<CharSpan> hidden = new ArrayList<>();
    /** Where speech begins. */
    int speech;

    int end;
    Line last;
    /** Whether only the mark has been read so far. */
    boolean awaits;

    Passage(Line first, int start, int speech, int end, Optional<Mark> mark, Optional<Furniture.Kind> furniture) {
        this.first = first;
        this.last = first;
        this.start = start;
        this.speech = speech;
        this.end = end;
        this.mark = mark;
        this.furniture = furniture;
    }

    Block block() {
        return first.block();
    }

    CharSpan place() {
        return new CharSpan(start, end);
    }

    /** Text after the mark, including page furniture. */
    String said(String text) {
        return text.substring(Math.min(speech, end), end);
    }

    Optional<CharSpan> label() {
        boolean marked =
                speech > start || mark.map(m -> m.scheme() == Scheme.BESIDE).orElse(false);
        return marked ? Optional.of(new CharSpan(start, Math.min(speech, end))) : Optional.empty();
    }
}
