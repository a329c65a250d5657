package org.tapescript.domain;

import java.util.Optional;

/** When a word is spoken, or that it was not found: a value of its own, never a made-up time. */
public sealed interface Timing {
    /** The word has no time. */
    Timing UNALIGNED = new Unaligned();

    /** The span, if there is one. */
    Optional<TimeSpan> span();

    /** The word lies at a span of time. {@code confidence} is in [0, 1]. */
    record Timed(TimeSpan time, double confidence, Origin origin) implements Timing {
        public Timed {
            if (!(confidence >= 0 && confidence <= 1)) {
                throw new IllegalArgumentException("confidence not in [0, 1]: " + confidence);
            }
        }

        @Override
        public Optional<TimeSpan> span() {
            return Optional.of(time);
        }
    }

    /** See {@link #UNALIGNED}. */
    record Unaligned() implements Timing {
        @Override
        public Optional<TimeSpan> span() {
            return Optional.empty();
        }
    }
}
