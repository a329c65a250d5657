package org.tapescript.acoustic.sphinx;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringTokenizer;
import org.tapescript.acoustic.AcousticModel;
import org.tapescript.acoustic.AcousticModel.Position;
import org.tapescript.acoustic.MalformedModelException;
import org.tapescript.acoustic.ModelFile;
import org.tapescript.acoustic.ModelFiles;

/** A model's phones, triphones and their tied states, from a text {@code mdef} or PocketSphinx's binary one. */
record ModelDefinition(
        List<String> phones,
        boolean[] fillers,
        int statesPerPhone,
        int senones,
        int[][] phoneSenones,
        int[] phoneTransitions,
        Map<Long, int[]> triphones) {

    static ModelDefinition read(ModelFiles files) throws IOException {
        String label = files.describe() + "/mdef";
        byte[] bytes = ModelFile.bytes(files, "mdef");
        try {
            boolean binary = bytes.length > 4 && (startsWith(bytes, "BMDF") || startsWith(bytes, "FDMB"));
            ModelDefinition definition = binary ? fromBinary(bytes, label) : fromText(bytes, label);
            if (!definition.phones().contains("SIL")) {
                throw new MalformedModelException(label, "has no phone SIL");
            }
            return definition;
        } catch (RuntimeException e) {
            throw MalformedModelException.of(label, e);
        }
    }

    /** The phone of each senone: the base phone of the triphones whose states are tied to it. */
    int[] senonePhones() {
        int[] result = new int[senones];
        for (int phone = 0; phone < phoneSenones.length; phone++) {
            for (int senone : phoneSenones[phone]) {
                result[senone] = phone;
            }
        }
        triphones.forEach((key, states) -> {
            for (int senone : states) {
                result[senone] = (int) (key >>> 26);
            }
        });
        return result;
    }

    private static boolean startsWith(byte[] bytes, String text) {
        return Arrays.equals(bytes, 0, text.length(), text.getBytes(StandardCharsets.ISO_8859_1), 0, text.length());
    }

    private static ModelDefinition fromText(byte[] bytes, String label) throws MalformedModelException {
        Map<String, Integer> counts = new HashMap<>();
        Map<String, Integer> index = new HashMap<>();
        List<String> phones = new ArrayList<>();
        List<Boolean> fillers = new ArrayList<>();
        List<int[]> phoneSenones = new ArrayList<>();
        List<Integer> transitions = new ArrayList<>();
        Map<Long, int[]> triphones = new HashMap<>();
        Map<IntBuffer, int[]> shared = new HashMap<>();
        int states = 0;
        for (String line : new String(bytes, StandardCharsets.UTF_8).split("\n")) {
            // A large model has 140,000 lines: no regular expression for each.
            String[] f = Collections.list(new StringTokenizer(line)).toArray(String[]::new);
            if (line.startsWith("#") || f.length < 2) {
                continue;
            }
            if (f.length == 2) {
                counts.put(f[1], Integer.parseInt(f[0]));
                continue;
            }
            states = f.length - 7;
            int[] senones = new int[states];
            for (int s = 0; s < states; s++) {
                senones[s] = Integer.parseInt(f[6 + s]);
            }
            if (f[1].equals("-")) {
                index.put(f[0], phones.size());
                phones.add(f[0]);
                fillers.add(f[4].equals("filler"));
                phoneSenones.add(senones);
                transitions.add(Integer.parseInt(f[5]));
            } else {
                long key = AcousticModel.triphoneKey(
                        index.get(f[0]), index.get(f[1]), index.get(f[2]), position(f[3].charAt(0)));
                triphones.put(key, shared.computeIfAbsent(IntBuffer.wrap(senones), k -> senones));
            }
        }
        Integer senoneCount = counts.get("n_tied_state");
        if (senoneCount == null || phones.isEmpty() || states < 1) {
            throw new MalformedModelException(label, "is not a model definition");
        }
        boolean[] filler = new boolean[phones.size()];
        for (int i = 0; i < filler.length; i++) {
            filler[i] = fillers.get(i);
        }
        return new ModelDefinition(
                phones,
                filler,
                states,
                senoneCount,
                phoneSenones.toArray(int[][]::new),
                transitions.stream().mapToInt(Integer::intValue).toArray(),
                triphones);
    }

    private static Position position(char letter) {
        return switch (letter) {
            case 'b' -> Position.BEGIN;
            case 'e' -> Position.END;
            case 's' -> Position.SINGLE;
            default -> Position.INTERNAL;
        };
    }

    /** PocketSphinx's {@code bin_mdef.c}: header, phone names, context tree, phones, state sequences. */
    private static ModelDefinition fromBinary(byte[] bytes, String label) throws MalformedModelException {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        in.order(startsWith(bytes, "BMDF") ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        in.getInt();
        in.getInt();
        int description = in.getInt();
        in.position(in.position() + description);
        int basePhones = in.getInt();
        int allPhones = in.getInt();
        int states = in.getInt();
        in.getInt();
        int senones = in.getInt();
        in.getInt();
        int sequences = in.getInt();
        in.getInt();
        int tree = in.getInt();
        in.getInt();
        if (states < 1) {
            throw new MalformedModelException(label, "phones of differing numbers of states cannot be read");
        }
        List<String> phones = new ArrayList<>();
        int namesStart = in.position();
        while (phones.size() < basePhones) {
            int from = in.position();
            while (in.get() != 0) {
                // to the end of the name
            }
            phones.add(new String(bytes, from, in.position() - 1 - from, StandardCharsets.UTF_8));
        }
        in.position(namesStart + (in.position() - namesStart + 3) / 4 * 4);
        in.position(in.position() + tree * 8);
        if (allPhones > in.remaining() || sequences > in.remaining()) {
            throw new BufferUnderflowException();
        }
        int[] sequence = new int[allPhones];
        int[] transition = new int[allPhones];
        byte[][] info = new byte[allPhones][4];
        for (int p = 0; p < allPhones; p++) {
            sequence[p] = in.getInt();
            transition[p] = in.getInt();
            in.get(info[p]);
        }
        in.getInt();
        int[][] stateSenones = new int[sequences][states];
        for (int[] s : stateSenones) {
            for (int i = 0; i < states; i++) {
                s[i] = in.getShort() & 0xffff;
            }
        }
        boolean[] fillers = new boolean[basePhones];
        int[][] phoneSenones = new int[basePhones][];
        Map<Long, int[]> triphones = new HashMap<>();
        Position[] positions = {Position.INTERNAL, Position.BEGIN, Position.END, Position.SINGLE};
        for (int p = 0; p < allPhones; p++) {
            if (p < basePhones) {
                fillers[p] = info[p][0] != 0;
                phoneSenones[p] = stateSenones[sequence[p]];
            } else {
                long key = AcousticModel.triphoneKey(
                        info[p][1] & 0xff, info[p][2] & 0xff, info[p][3] & 0xff, positions[info[p][0]]);
                triphones.put(key, stateSenones[sequence[p]]);
            }
        }
        return new ModelDefinition(
                phones, fillers, states, senones, phoneSenones, Arrays.copyOf(transition, basePhones), triphones);
    }
}
