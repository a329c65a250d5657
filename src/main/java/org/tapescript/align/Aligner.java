package org.tapescript.align;

import org.tapescript.job.CancellationToken;
import org.tapescript.job.ProgressSink;

/** Finds where the words of a text lie in a sound. */
public interface Aligner {
    /**
     * @throws java.util.concurrent.CancellationException if it was cancelled
     */
    AlignmentResult align(AlignmentRequest request, ProgressSink progress, CancellationToken cancel);
}
