package org.tapescript.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.tapescript.support.EncodedFiles.Form;

/** Recordings as bad disks, broken transfers and ill will leave them: a whole one in each form, damaged at random. */
public final class HostileRecordings {
    private static final Path SAMPLE = Path.of("audio-samples/lighthouse/tape.flac");
    private static final int[] EXTREMES = {0, 1, -1, Integer.MAX_VALUE, Integer.MIN_VALUE, 0x00ffffff, 0xff};

    /** A damaged recording. */
    public record Hostile(String suffix, String damage, byte[] bytes) {}

    private final List<String> suffixes = new ArrayList<>();
    private final List<byte[]> whole = new ArrayList<>();

    /** @param folder for the whole recordings, which are made now */
    public HostileRecordings(Path folder) throws IOException {
        for (Form form : EncodedFiles.FORMS) {
            List<String> options = new ArrayList<>(List.of("-t", "6", "-i", SAMPLE.toString()));
            options.addAll(List.of(form.options()));
            add(folder, form.suffix(), options);
        }
        for (String video : List.of("mp4", "mkv", "mpeg")) {
            add(
                    folder,
                    video,
                    List.of(
                            "-f",
                            "lavfi",
                            "-i",
                            "testsrc=s=64x48:r=25:d=8",
                            "-itsoffset",
                            "1",
                            "-t",
                            "6",
                            "-i",
                            SAMPLE.toString(),
                            "-c:v",
                            video.equals("mpeg") ? "mpeg1video" : "mpeg4",
                            "-c:a",
                            "mp2"));
        }
    }

    private void add(Path folder, String suffix, List<String> options) throws IOException {
        suffixes.add(suffix);
        whole.add(Files.readAllBytes(EncodedFiles.make(folder.resolve("whole." + suffix), options)));
    }

    /** One of them; the same for the same seed. */
    public Hostile next(long seed) {
        Random random = new Random(seed);
        int form = random.nextInt(whole.size());
        byte[] bytes = whole.get(form).clone();
        StringBuilder damage = new StringBuilder();
        for (int i = 1 + random.nextInt(3); i > 0 && bytes.length > 16; i--) {
            int kind = random.nextInt(8);
            damage.append(' ').append(kind);
            bytes = damaged(bytes, kind, random);
        }
        return new Hostile(suffixes.get(form), "form " + suffixes.get(form) + ", damage" + damage, bytes);
    }

    private static byte[] damaged(byte[] bytes, int kind, Random random) {
        // Headers are where little damage does much.
        int reach = random.nextBoolean() ? Math.min(bytes.length, 512) : bytes.length;
        int at = random.nextInt(reach - 8);
        int length = 1 + random.nextInt(Math.min(bytes.length - at, 1 << random.nextInt(16)));
        switch (kind) {
            case 0 -> {
                for (int i = 1 + random.nextInt(200); i > 0; i--) {
                    bytes[random.nextInt(reach)] ^= (byte) (1 << random.nextInt(8));
                }
            }
            case 1 -> bytes[at] = (byte) random.nextInt();
            case 2 -> Arrays.fill(bytes, at, at + length, (byte) (random.nextBoolean() ? 0 : 0xff));
            case 3 -> {
                byte[] noise = new byte[length];
                random.nextBytes(noise);
                System.arraycopy(noise, 0, bytes, at, length);
            }
            case 4 -> {
                return Arrays.copyOf(bytes, Math.max(1, random.nextInt(bytes.length)));
            }
            case 5 -> {
                int extreme = EXTREMES[random.nextInt(EXTREMES.length)];
                boolean little = random.nextBoolean();
                for (int i = 0; i < 4; i++) {
                    bytes[at + i] = (byte) (extreme >> 8 * (little ? i : 3 - i));
                }
            }
            case 6 -> {
                return joined(Arrays.copyOf(bytes, at), Arrays.copyOfRange(bytes, at + length, bytes.length));
            }
            default -> {
                byte[] twice = joined(Arrays.copyOf(bytes, at + length), Arrays.copyOfRange(bytes, at, bytes.length));
                return Arrays.copyOf(twice, Math.min(twice.length, 2 * bytes.length));
            }
        }
        return bytes;
    }

    private static byte[] joined(byte[] head, byte[] tail) {
        byte[] result = Arrays.copyOf(head, head.length + tail.length);
        System.arraycopy(tail, 0, result, head.length, tail.length);
        return result;
    }
}
