package org.tapescript.acoustic;

/** The Gaussians that were chosen for each frame. */
final class SelectedGaussians extends TopGaussians {
    private static final float NONE = Float.NEGATIVE_INFINITY;

    private final AcousticModel model;
    private final GaussianSelection selection;
    private final int streams;
    private final float[] values;
    private final int[] codebookStamp;
    private final float[] codebookBest;
    private byte[] chosen;
    private int chosenFrom;
    private int offset;
    private int stamp;

    SelectedGaussians(AcousticModel model, GaussianSelection selection) {
        super(model.codebooks() * model.streams());
        this.model = model;
        this.selection = selection;
        this.streams = model.streams();
        this.values = selection.features().values();
        this.codebookStamp = new int[model.codebooks()];
        this.codebookBest = new float[model.codebooks()];
    }

    @Override
    void frame(Features source, int frame) {
        if (source != selection.features()) {
            throw new IllegalArgumentException("these are not the features that Gaussians were chosen for");
        }
        stamp++;
        chosen = selection.block(frame);
        chosenFrom = selection.offset(frame);
        offset = source.offset(frame);
    }

    @Override
    int first(int codebook, int stream) {
        return (codebook * streams + stream) * TOP;
    }

    @Override
    float best(int codebook) {
        return codebookBest[codebook];
    }

    @Override
    void want(int codebook) {
        if (codebookStamp[codebook] == stamp) {
            return;
        }
        codebookStamp[codebook] = stamp;
        float best = 0;
        for (int s = 0; s < streams; s++) {
            best += want(codebook, s, first(codebook, s));
        }
        codebookBest[codebook] = best;
    }

    private float want(int codebook, int stream, int first) {
        AcousticModel.Codebook book = model.codebook(codebook, stream);
        int from = offset + model.streamOffset(stream);
        for (int k = 0; k < TOP; k++) {
            linear[first + k] = NONE;
        }
        for (int k = 0; k < TOP; k++) {
            insert(first, book, from, chosen[chosenFrom + first + k] & 0xff);
        }
        float best = linear[first];
        linear[first] = 1;
        for (int k = 1; k < TOP; k++) {
            linear[first + k] = FloatMath.exp(linear[first + k] - best);
        }
        return best;
    }

    /** Takes a Gaussian in its place: in an adapted model another may be the best. */
    private void insert(int first, AcousticModel.Codebook book, int from, int gaussian) {
        float density = density(book, from, gaussian);
        int at = first + TOP - 1;
        if (density > linear[at]) {
            for (; at > first && linear[at - 1] < density; at--) {
                linear[at] = linear[at - 1];
                index[at] = index[at - 1];
            }
            linear[at] = density;
            index[at] = (short) gaussian;
        }
    }

    private float density(AcousticModel.Codebook book, int from, int gaussian) {
        int dimension = book.dimension();
        float[] scales = book.scales();
        float[] offsets = book.offsets();
        int at = gaussian * dimension;
        // Sums beside each other, so that one need not wait for the other.
        float even = 0;
        float odd = 0;
        int d = 0;
        for (; d + 2 <= dimension; d += 2) {
            float x = values[from + d] * scales[at + d] + offsets[at + d];
            float y = values[from + d + 1] * scales[at + d + 1] + offsets[at + d + 1];
            even += x * x;
            odd += y * y;
        }
        if (d < dimension) {
            float x = values[from + d] * scales[at + d] + offsets[at + d];
            even += x * x;
        }
        return book.logNorms()[gaussian] - even - odd;
    }
}
