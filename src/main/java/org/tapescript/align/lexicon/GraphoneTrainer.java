package org.tapescript.align.lexicon;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tapescript.align.lexicon.GraphoneModel.Graphone;

/**
 * Trains a {@link GraphoneModel} from a dictionary: expectation maximisation over all ways to cut a word and its phones into
 * graphones (one letter with none to two phones, two letters with one), then an n-gram with interpolated absolute discounting
 * (Ney, Essen, Kneser 1994) over the best cuts.
 */
public final class GraphoneTrainer {
    private static final int ROUNDS = 6;
    private static final double DISCOUNT = 0.75;
    /** N-grams of order four and more that were seen only once are left out: they are half of the model's size. */
    private static final int RARE_ORDER = 4;

    private final int order;
    private final List<String[]> words = new ArrayList<>();
    private Map<Graphone, Double> weights = new HashMap<>();

    private GraphoneTrainer(int order) {
        this.order = order;
    }

    /** Trains an n-gram of an order; the same dictionary gives the same model. */
    public static GraphoneModel train(Dictionary dictionary, int order) {
        GraphoneTrainer trainer = new GraphoneTrainer(order);
        dictionary.forEach((word, phones) -> {
            if (word.chars().allMatch(c -> Character.isLetter(c) || c == '\'') && word.length() > 1) {
                trainer.words.add(new String[] {word, phones});
            }
        });
        for (int round = 0; round < ROUNDS; round++) {
            trainer.reestimate(round == 0);
        }
        return trainer.build();
    }

    /** One letter may be silent or stand for up to two phones, two letters for one. */
    private static final int[][] SHAPES = {{1, 0}, {1, 1}, {1, 2}, {2, 1}};

    private static Graphone graphone(String word, String[] phones, int i, int j, int[] shape) {
        return new Graphone(
                word.substring(i - shape[0], i), String.join(" ", Arrays.copyOfRange(phones, j - shape[1], j)));
    }

    private double weight(Graphone g, boolean first) {
        return first ? (g.phones().isEmpty() ? 0.1 : 1) : weights.getOrDefault(g, 0.0);
    }

    private void reestimate(boolean first) {
        Map<Graphone, Double> counts = new HashMap<>();
        double total = 0;
        for (String[] entry : words) {
            String word = entry[0];
            String[] phones = entry[1].split(" ");
            int n = word.length();
            int m = phones.length;
            double[][] alpha = new double[n + 1][m + 1];
            double[][] beta = new double[n + 1][m + 1];
            alpha[0][0] = 1;
            beta[n][m] = 1;
            for (int i = 1; i <= n; i++) {
                for (int j = 0; j <= m; j++) {
                    for (int[] s : SHAPES) {
                        if (i >= s[0] && j >= s[1] && alpha[i - s[0]][j - s[1]] > 0) {
                            alpha[i][j] += alpha[i - s[0]][j - s[1]] * weight(graphone(word, phones, i, j, s), first);
                        }
                    }
                }
            }
            if (alpha[n][m] <= 0) {
                continue;
            }
            for (int i = n; i >= 1; i--) {
                for (int j = m; j >= 0; j--) {
                    if (beta[i][j] <= 0) {
                        continue;
                    }
                    for (int[] s : SHAPES) {
                        if (i >= s[0] && j >= s[1] && alpha[i - s[0]][j - s[1]] > 0) {
                            Graphone g = graphone(word, phones, i, j, s);
                            double w = weight(g, first);
                            beta[i - s[0]][j - s[1]] += beta[i][j] * w;
                            double posterior = alpha[i - s[0]][j - s[1]] * w * beta[i][j] / alpha[n][m];
                            counts.merge(g, posterior, Double::sum);
                            total += posterior;
                        }
                    }
                }
            }
        }
        double sum = total;
        counts.replaceAll((g, c) -> c / sum);
        // Cuts that hardly ever happen only blur the rest.
        counts.values().removeIf(p -> p < 1e-7);
        weights = counts;
    }

    private List<Graphone> cut(String word, String[] phones) {
        int n = word.length();
        int m = phones.length;
        double[][] best = new double[n + 1][m + 1];
        int[][] shape = new int[n + 1][m + 1];
        best[0][0] = 1;
        for (int i = 1; i <= n; i++) {
            for (int j = 0; j <= m; j++) {
                for (int k = 0; k < SHAPES.length; k++) {
                    int[] s = SHAPES[k];
                    if (i >= s[0] && j >= s[1]) {
                        double p = best[i - s[0]][j - s[1]] * weight(graphone(word, phones, i, j, s), false);
                        if (p > best[i][j]) {
                            best[i][j] = p;
                            shape[i][j] = k;
                        }
                    }
                }
            }
        }
        List<Graphone> result = new ArrayList<>();
        if (best[n][m] > 0) {
            for (int i = n, j = m; i > 0; ) {
                int[] s = SHAPES[shape[i][j]];
                result.add(0, graphone(word, phones, i, j, s));
                i -= s[0];
                j -= s[1];
            }
        }
        return result;
    }

    /** N-grams with their counts, as a trie. */
    private static final class Node {
        int count;
        final TreeMap<Integer, Node> children = new TreeMap<>();

        Node child(int symbol) {
            return children.computeIfAbsent(symbol, k -> new Node());
        }
    }

    private GraphoneModel build() {
        List<Graphone> inventory = new ArrayList<>(List.of(new Graphone("", "")));
        Map<Graphone, Integer> index = new HashMap<>();
        Node root = new Node();
        for (String[] entry : words) {
            List<Graphone> graphones = cut(entry[0], entry[1].split(" "));
            if (graphones.isEmpty()) {
                continue;
            }
            int[] sequence = new int[graphones.size() + 2];
            for (int i = 0; i < graphones.size(); i++) {
                sequence[i + 1] = index.computeIfAbsent(graphones.get(i), g -> {
                    inventory.add(g);
                    return inventory.size() - 1;
                });
            }
            for (int i = 0; i < sequence.length; i++) {
                Node node = root;
                for (int k = i; k < Math.min(sequence.length, i + order); k++) {
                    node = node.child(sequence[k]);
                    node.count++;
                }
            }
        }
        prune(root, 0);
        return new GraphoneModel(inventory, levels(root));
    }

    private void prune(Node node, int depth) {
        if (depth + 1 >= RARE_ORDER) {
            node.children.values().removeIf(child -> child.count < 2);
        }
        node.children.values().forEach(child -> prune(child, depth + 1));
    }

    private GraphoneModel.Level[] levels(Node root) {
        List<List<int[]>> grams = new ArrayList<>();
        List<List<Node>> nodes = new ArrayList<>();
        List<Node> parents = List.of(root);
        List<int[]> contexts = List.of(new int[0]);
        for (int n = 0; n < order; n++) {
            List<Node> here = new ArrayList<>();
            List<int[]> names = new ArrayList<>();
            for (int p = 0; p < parents.size(); p++) {
                int[] context = contexts.get(p);
                parents.get(p).children.forEach((symbol, node) -> {
                    here.add(node);
                    int[] name = Arrays.copyOf(context, context.length + 1);
                    name[context.length] = symbol;
                    names.add(name);
                });
            }
            nodes.add(here);
            grams.add(names);
            parents = here;
            contexts = names;
        }
        GraphoneModel.Level[] levels = new GraphoneModel.Level[order];
        for (int n = 0; n < order; n++) {
            GraphoneModel.Level level = new GraphoneModel.Level(nodes.get(n).size());
            int child = 0;
            for (int i = 0; i < level.symbol.length; i++) {
                Node node = nodes.get(n).get(i);
                int[] gram = grams.get(n).get(i);
                level.symbol[i] = (short) gram[n];
                level.probability[i] = GraphoneModel.quantise(Math.log(probability(root, gram, 0)));
                level.backOff[i] = GraphoneModel.quantise(Math.log(backOff(node)));
                child += n + 1 < order ? node.children.size() : 0;
                level.firstChild[i + 1] = child;
            }
            levels[n] = level;
        }
        return levels;
    }

    /** Share of probability that a context leaves to shorter ones. */
    private static double backOff(Node context) {
        int sum = 0;
        for (Node child : context.children.values()) {
            sum += child.count;
        }
        return sum == 0 ? 1 : DISCOUNT * context.children.size() / sum;
    }

    private double probability(Node root, int[] gram, int from) {
        if (from == gram.length) {
            return 1e-6;
        }
        Node context = root;
        for (int i = from; i < gram.length - 1 && context != null; i++) {
            context = context.children.get(gram[i]);
        }
        double shorter = probability(root, gram, from + 1);
        if (context == null || context.children.isEmpty()) {
            return shorter;
        }
        int sum = 0;
        for (Node child : context.children.values()) {
            sum += child.count;
        }
        Node node = context.children.get(gram[gram.length - 1]);
        double own = node == null ? 0 : Math.max(0, node.count - DISCOUNT) / sum;
        return own + DISCOUNT * context.children.size() / sum * shorter;
    }
}
