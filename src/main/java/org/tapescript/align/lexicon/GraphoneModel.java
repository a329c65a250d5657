package org.tapescript.align.lexicon;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;
import org.tapescript.acoustic.MalformedModelException;

/**
 * Pronounces words that are in no dictionary: a joint-sequence model (M. Bisani, H. Ney 2008, Joint-sequence models for
 * grapheme-to-phoneme conversion, Speech Communication 50), that is, an n-gram over <em>graphones</em>, pairs of a few letters
 * with a few phones. Trained by {@link GraphoneTrainer}; immutable and safe for all threads.
 */
public final class GraphoneModel implements WordSounds {
    private static final int MAGIC = 0x54534732;
    private static final int BEAM = 48;
    /** Log probabilities are stored in steps of this, one byte each; 1/12 nat loses nothing that shows. */
    private static final float STEP = 1 / 12f;

    /** A pair of letters and phones; {@code phones} holds names between spaces, or nothing. */
    record Graphone(String letters, String phones) {}

    private final List<Graphone> inventory;
    private final Map<String, int[]> byLetters;
    /** A trie by depth: entry {@code i} of level {@code n} is an (n+1)-gram; children lie together in the next level. */
    private final Level[] levels;

    /** One order of n-grams: symbol, log probability, back-off weight, where its children begin. */
    static final class Level {
        final short[] symbol;
        final byte[] probability;
        final byte[] backOff;
        final int[] firstChild;

        Level(int size) {
            symbol = new short[size];
            probability = new byte[size];
            backOff = new byte[size];
            firstChild = new int[size + 1];
        }
    }

    GraphoneModel(List<Graphone> inventory, Level[] levels) {
        this.inventory = List.copyOf(inventory);
        this.levels = levels;
        Map<String, List<Integer>> index = new HashMap<>();
        for (int i = 1; i < inventory.size(); i++) {
            index.computeIfAbsent(inventory.get(i).letters(), k -> new ArrayList<>())
                    .add(i);
        }
        this.byLetters = new HashMap<>();
        index.forEach((k, v) ->
                byLetters.put(k, v.stream().mapToInt(Integer::intValue).toArray()));
    }

    static byte quantise(double log) {
        return (byte) Math.max(0, Math.min(255, Math.round(-log / STEP)));
    }

    private static float restore(byte value) {
        return -(value & 0xff) * STEP;
    }

    private record Path(int[] recent, double log, String phones) {}

    /**
     * The likeliest ways to say a word.
     *
     * @param word letters in lower case; characters that the model never saw are passed over
     * @return at most {@code most}, the likeliest first; empty if the model knows none of the letters
     */
    @Override
    public List<Guess> pronounce(String word, int most) {
        String letters = word.chars()
                .filter(c -> c != '\'' && byLetters.containsKey(String.valueOf((char) c)))
                .collect(StringBuilder::new, (b, c) -> b.append((char) c), StringBuilder::append)
                .toString();
        if (letters.isEmpty()) {
            return List.of();
        }
        List<List<Path>> at = new ArrayList<>();
        for (int i = 0; i <= letters.length(); i++) {
            at.add(new ArrayList<>());
        }
        at.get(0).add(new Path(new int[] {0}, 0, ""));
        for (int i = 0; i < letters.length(); i++) {
            for (Path path : best(at.get(i), BEAM)) {
                for (int n = 1; n <= 2 && i + n <= letters.length(); n++) {
                    for (int g : byLetters.getOrDefault(letters.substring(i, i + n), new int[0])) {
                        at.get(i + n).add(extend(path, g));
                    }
                }
            }
        }
        Map<String, Double> total = new LinkedHashMap<>();
        for (Path path : best(at.get(letters.length()), BEAM)) {
            double log = path.log + probability(path.recent, 0);
            total.merge(path.phones.trim(), log, (a, b) -> Math.max(a, b) + Math.log1p(Math.exp(-Math.abs(a - b))));
        }
        return total.entrySet().stream()
                .filter(e -> !e.getKey().isEmpty())
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                .limit(most)
                .map(e -> new Guess(e.getKey(), e.getValue()))
                .toList();
    }

    private List<Path> best(List<Path> paths, int most) {
        paths.sort(Comparator.comparingDouble(Path::log).reversed());
        return paths.subList(0, Math.min(most, paths.size()));
    }

    private Path extend(Path path, int graphone) {
        double log = path.log + probability(path.recent, graphone);
        int keep = Math.min(levels.length - 2, path.recent.length);
        int[] recent = Arrays.copyOfRange(path.recent, path.recent.length - keep, path.recent.length + 1);
        recent[keep] = graphone;
        String phones = inventory.get(graphone).phones();
        return new Path(recent, log, phones.isEmpty() ? path.phones : path.phones + " " + phones);
    }

    /** Log probability of a symbol after others, backing off to shorter contexts (Katz form). */
    private double probability(int[] context, int symbol) {
        double backOff = 0;
        for (int from = Math.max(0, context.length - levels.length + 1); from <= context.length; from++) {
            int node = find(context, from);
            if (node < 0 && from < context.length) {
                continue;
            }
            int depth = context.length - from;
            int child = depth == 0 ? child(0, 0, levels[0].symbol.length, symbol) : childOf(depth - 1, node, symbol);
            if (child >= 0) {
                return backOff + restore(levels[depth].probability[child]);
            }
            if (depth > 0) {
                backOff += restore(levels[depth - 1].backOff[node]);
            }
        }
        return backOff + restore((byte) 255);
    }

    private int find(int[] context, int from) {
        int node = -1;
        for (int i = from; i < context.length; i++) {
            node = i == from
                    ? child(0, 0, levels[0].symbol.length, context[i])
                    : childOf(i - from - 1, node, context[i]);
            if (node < 0) {
                return -1;
            }
        }
        return node;
    }

    private int childOf(int level, int node, int symbol) {
        if (level + 1 >= levels.length) {
            return -1;
        }
        return child(level + 1, levels[level].firstChild[node], levels[level].firstChild[node + 1], symbol);
    }

    private int child(int level, int from, int to, int symbol) {
        int found = Arrays.binarySearch(levels[level].symbol, from, to, (short) symbol);
        return found < 0 ? -1 : found;
    }

    /** Writes the model; the same model gives the same bytes. */
    public void write(OutputStream target) throws IOException {
        GZIPOutputStream gzip = new GZIPOutputStream(target);
        DataOutputStream out = new DataOutputStream(new java.io.BufferedOutputStream(gzip, 1 << 16));
        out.writeInt(MAGIC);
        out.writeShort(inventory.size());
        for (Graphone g : inventory) {
            out.writeUTF(g.letters());
            out.writeUTF(g.phones());
        }
        out.writeByte(levels.length);
        for (Level level : levels) {
            out.writeInt(level.symbol.length);
            for (short s : level.symbol) {
                out.writeShort(s);
            }
            out.write(level.probability);
            out.write(level.backOff);
            for (int i = 0; i < level.symbol.length; i++) {
                out.writeShort(level.firstChild[i + 1] - level.firstChild[i]);
            }
        }
        out.flush();
        gzip.finish();
    }

    /**
     * @param label how to name the stream to the user
     * @throws MalformedModelException if the stream holds no such model or breaks off
     */
    public static GraphoneModel read(InputStream source, String label) throws IOException {
        byte[] content;
        try {
            // Whole, so that its checksum is compared before anything in it is believed.
            content = new GZIPInputStream(source).readAllBytes();
        } catch (EOFException | ZipException e) {
            throw MalformedModelException.of(label, e);
        }
        try {
            return read(new DataInputStream(new ByteArrayInputStream(content)), label);
        } catch (EOFException | RuntimeException e) {
            throw MalformedModelException.of(label, e);
        }
    }

    private static GraphoneModel read(DataInputStream in, String label) throws IOException {
        if (in.readInt() != MAGIC) {
            throw new MalformedModelException(label, "is not a pronunciation model of this version");
        }
        List<Graphone> inventory = new ArrayList<>();
        int size = in.readUnsignedShort();
        for (int i = 0; i < size; i++) {
            inventory.add(new Graphone(in.readUTF(), in.readUTF()));
        }
        Level[] levels = new Level[in.readUnsignedByte()];
        for (int n = 0; n < levels.length; n++) {
            Level level = new Level(in.readInt());
            for (int i = 0; i < level.symbol.length; i++) {
                level.symbol[i] = in.readShort();
            }
            in.readFully(level.probability);
            in.readFully(level.backOff);
            for (int i = 0; i < level.symbol.length; i++) {
                level.firstChild[i + 1] = level.firstChild[i] + in.readUnsignedShort();
            }
            levels[n] = level;
        }
        return new GraphoneModel(inventory, levels);
    }
}
