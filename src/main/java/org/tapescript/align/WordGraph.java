package org.tapescript.align;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tapescript.acoustic.AcousticModel;
import org.tapescript.acoustic.AcousticModel.Position;

/**
 * The text as a graph of phones in context: each word with all its pronunciations, and before each word (and after the last)
 * a boundary with optional silence and optional garbage, that is, speech that the text lacks.
 *
 * <pre>
 *   boundary 0        word 0          boundary 1       word 1
 *   sil, garbage  →  pron. a, b  →   sil, garbage  →  ...
 *                         └────────────────────────↗   (no pause)
 * </pre>
 *
 * <p>Nodes are numbered in the order of the text, boundary {@code i} before word {@code i}, so a stretch of words is a stretch
 * of nodes. Triphones cross words where there is no pause between them. Immutable; safe for all threads.
 */
final class WordGraph {
    private static final int GARBAGE = -1;

    private static final int LONGEST_WORD = 25;
    private static final int LONGEST_PHONE = 13;
    /** Words after which a sentence is taken to have ended, mark or not. */
    private static final int LONGEST_SENTENCE = 25;

    private final AcousticModel model;
    private final int words;
    private final int states;
    private int nodes;
    private int[] word = new int[1024];
    private boolean[] boundary = new boolean[1024];
    private int[] variant = new int[1024];
    private int[] phone = new int[1024];
    /** State by state, node by node. */
    private int[] senones;

    private float[] entryCost = new float[1024];
    private int[] longest = new int[1024];
    private final int[] boundaryNode;
    private final boolean[] pauses;
    private final boolean[] resumptions;
    private final RepeatedText repeated;
    private int[] successorStart;
    private int[] successors;

    /** A text of which it is not known where it pauses. */
    WordGraph(AcousticModel model, List<List<Pronunciation>> text) {
        this(model, text, allTrue(text.size() + 1));
    }

    /** @param pauses before which words the text has a mark for a pause */
    WordGraph(AcousticModel model, List<List<Pronunciation>> text, boolean[] pauses) {
        this.pauses = pauses;
        this.resumptions = resumptions(pauses);
        this.repeated = new RepeatedText(text);
        this.model = model;
        this.words = text.size();
        this.states = model.statesPerPhone();
        this.senones = new int[word.length * states];
        this.boundaryNode = new int[words + 2];
        Arcs arcs = new Arcs();
        List<Edge> open = List.of();
        for (int w = 0; w <= words; w++) {
            boundaryNode[w] = nodes;
            int silence = add(w, 0, model.silence(), model.senones(model.silence()), 0, 0);
            int garbage = add(w, 0, GARBAGE, new int[states], 0, 0);
            arcs.add(silence, garbage);
            arcs.add(garbage, silence);
            for (Edge e : open) {
                if (e.neighbours.contains(model.silence())) {
                    arcs.add(e.node, silence);
                    arcs.add(e.node, garbage);
                }
            }
            if (w < words) {
                open = addWord(w, text, open, silence, garbage, arcs);
            }
        }
        boundaryNode[words + 1] = nodes;
        arcs.store();
    }

    /** A node at the edge of a word, with the phone at the edge and the neighbours that it was made for. */
    private record Edge(int node, int phone, java.util.Set<Integer> neighbours) {}

    private static boolean[] allTrue(int n) {
        boolean[] result = new boolean[n];
        Arrays.fill(result, true);
        return result;
    }

    private static boolean[] resumptions(boolean[] pauses) {
        boolean[] result = pauses.clone();
        int last = 0;
        for (int w = 0; w < result.length; w++) {
            result[w] |= w - last >= LONGEST_SENTENCE;
            last = result[w] ? w : last;
        }
        return result;
    }

    private List<Edge> addWord(
            int w, List<List<Pronunciation>> text, List<Edge> before, int silence, int garbage, Arcs arcs) {
        java.util.Set<Integer> lefts = new java.util.TreeSet<>();
        lefts.add(model.silence());
        if (w > 0) {
            text.get(w - 1).forEach(p -> lefts.add(p.phones()[p.phones().length - 1]));
        }
        java.util.Set<Integer> rights = new java.util.TreeSet<>();
        rights.add(model.silence());
        if (w + 1 < words) {
            text.get(w + 1).forEach(p -> rights.add(p.phones()[0]));
        }
        List<Edge> ends = new java.util.ArrayList<>();
        List<Pronunciation> variants = text.get(w);
        for (int v = 0; v < variants.size(); v++) {
            int[] p = variants.get(v).phones();
            float cost = variants.get(v).cost();
            if (p.length == 1) {
                for (int l : lefts) {
                    for (Edge e : edges(w, v, p[0], Position.SINGLE, rights, l, false, cost, longest(p))) {
                        connect(before, silence, garbage, new Edge(e.node, p[0], java.util.Set.of(l)), arcs);
                        ends.add(e);
                    }
                }
                continue;
            }
            int[] inner = new int[Math.max(0, p.length - 2)];
            for (int i = 0; i < inner.length; i++) {
                inner[i] = add(w, v, p[i + 1], model.senones(p[i + 1], p[i], p[i + 2], Position.INTERNAL), 0, 0);
                if (i > 0) {
                    arcs.add(inner[i - 1], inner[i]);
                }
            }
            List<Edge> begins = edges(w, v, p[0], Position.BEGIN, lefts, p[1], true, cost, 0);
            List<Edge> last = edges(w, v, p[p.length - 1], Position.END, rights, p[p.length - 2], false, 0, longest(p));
            for (Edge b : begins) {
                connect(before, silence, garbage, b, arcs);
                if (inner.length > 0) {
                    arcs.add(b.node, inner[0]);
                } else {
                    last.forEach(e -> arcs.add(b.node, e.node));
                }
            }
            if (inner.length > 0) {
                last.forEach(e -> arcs.add(inner[inner.length - 1], e.node));
            }
            ends.addAll(last);
        }
        return ends;
    }

    /** Phones last 80 ms on average; a word said slowly, or before a pause, takes longer, but hardly longer than this. */
    private static int longest(int[] phones) {
        return LONGEST_WORD + LONGEST_PHONE * phones.length;
    }

    /** One node for each different sequence of senones that the neighbours on one side lead to. */
    private List<Edge> edges(
            int w,
            int v,
            int p,
            Position position,
            java.util.Set<Integer> neighbours,
            int other,
            boolean left,
            float cost,
            int longestFrames) {
        Map<List<Integer>, Edge> found = new HashMap<>();
        List<Edge> result = new java.util.ArrayList<>();
        for (int n : neighbours) {
            int[] s = left ? model.senones(p, n, other, position) : model.senones(p, other, n, position);
            Edge edge = found.computeIfAbsent(Arrays.stream(s).boxed().toList(), k -> {
                Edge e = new Edge(add(w, v, p, s, cost, longestFrames), p, new java.util.HashSet<>());
                result.add(e);
                return e;
            });
            edge.neighbours.add(n);
        }
        return result;
    }

    private void connect(List<Edge> before, int silence, int garbage, Edge begin, Arcs arcs) {
        if (begin.neighbours.contains(model.silence())) {
            arcs.add(silence, begin.node);
            arcs.add(garbage, begin.node);
        }
        for (Edge e : before) {
            if (e.neighbours.contains(begin.phone) && begin.neighbours.contains(e.phone)) {
                arcs.add(e.node, begin.node);
            }
        }
    }

    private int add(int w, int v, int p, int[] s, float cost, int longestFrames) {
        if (nodes == word.length) {
            int more = nodes * 2;
            word = Arrays.copyOf(word, more);
            boundary = Arrays.copyOf(boundary, more);
            variant = Arrays.copyOf(variant, more);
            phone = Arrays.copyOf(phone, more);
            senones = Arrays.copyOf(senones, more * states);
            entryCost = Arrays.copyOf(entryCost, more);
            longest = Arrays.copyOf(longest, more);
        }
        word[nodes] = w;
        boundary[nodes] = p == GARBAGE || p == model.silence();
        variant[nodes] = v;
        phone[nodes] = p;
        System.arraycopy(s, 0, senones, nodes * states, states);
        entryCost[nodes] = cost;
        longest[nodes] = longestFrames;
        return nodes++;
    }

    /** Collects arcs and lays them out by their source. */
    private final class Arcs {
        private int[] from = new int[4096];
        private int[] to = new int[4096];
        private int n;

        void add(int a, int b) {
            if (n == from.length) {
                from = Arrays.copyOf(from, n * 2);
                to = Arrays.copyOf(to, n * 2);
            }
            from[n] = a;
            to[n++] = b;
        }

        void store() {
            successorStart = new int[nodes + 1];
            for (int i = 0; i < n; i++) {
                successorStart[from[i] + 1]++;
            }
            for (int i = 0; i < nodes; i++) {
                successorStart[i + 1] += successorStart[i];
            }
            int[] fill = successorStart.clone();
            successors = new int[n];
            for (int i = 0; i < n; i++) {
                successors[fill[from[i]]++] = to[i];
            }
        }
    }

    int words() {
        return words;
    }

    int nodes() {
        return nodes;
    }

    int states() {
        return states;
    }

    AcousticModel model() {
        return model;
    }

    /** Word of a node, or the number of the boundary. */
    int word(int node) {
        return word[node];
    }

    int variant(int node) {
        return variant[node];
    }

    int phone(int node) {
        return phone[node];
    }

    int senone(int node, int state) {
        return senones[node * states + state];
    }

    float entryCost(int node) {
        return entryCost[node];
    }

    boolean isWordEnd(int node) {
        return longest[node] > 0;
    }

    /** Frames that a word ending in a node usually takes at most. */
    int longestFrames(int node) {
        return longest[node];
    }

    boolean isBoundary(int node) {
        return boundary[node];
    }

    /** What the text says more than once. */
    RepeatedText repeated() {
        return repeated;
    }

    /** Whether a node is the silence of a boundary at which the text has no mark for a pause. */
    boolean isUnmarkedPause(int node) {
        int w = word[node];
        return node == boundaryNode[w] && w < pauses.length && !pauses[w];
    }

    /** Whether a path that has passed over sentences may go on at the boundary before a word: where the text pauses, or has not for long. */
    boolean isResumption(int w) {
        return resumptions[w];
    }

    boolean isGarbage(int node) {
        return phone[node] == GARBAGE;
    }

    /** First node (silence) of the boundary before a word; {@code words()} and {@code words() + 1} are valid, too. */
    int boundary(int w) {
        return boundaryNode[w];
    }

    int successorsFrom(int node) {
        return successorStart[node];
    }

    int successor(int index) {
        return successors[index];
    }
}
