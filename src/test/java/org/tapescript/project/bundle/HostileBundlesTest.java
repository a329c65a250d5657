package org.tapescript.project.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tapescript.project.OpenProject;
import org.tapescript.project.PortableProject;
import org.tapescript.storage.Checksum;
import org.tapescript.support.Bundled;
import org.tapescript.support.Mutations;

/** Bundles that nobody should open: refused in one line, with nothing written outside of the folder that they are unpacked into. */
class HostileBundlesTest {
    private static final int MUTATIONS = Integer.getInteger("mutations", 2000);
    private static final long FIRST = Long.getLong("mutations.first", 0);

    @TempDir
    private Path folder;

    private Path bundle;
    private byte[] whole;
    private final Map<String, byte[]> parts = new LinkedHashMap<>();
    private String list;

    @BeforeEach
    void pack() throws IOException {
        Path tape = Bundled.sound(folder.resolve("tape.wav"), 4000);
        Path project = folder.resolve("p.tapescript");
        Bundled.project(project, 60, tape);
        PortableProject portable = OpenProject.portable(project, folder.resolve("journals"));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        BundleWriter writer = new BundleWriter(out, "p.tapescript");
        byte[] sound = Files.readAllBytes(tape);
        writer.recording("tape.wav", new ByteArrayInputStream(sound), n -> {});
        PortableProject.Files files = portable.over(List.of(portable.current()
                .recordings()
                .get(0)
                .in("tape.wav", portable.current().recordings().get(0).fingerprint(), 1)));
        writer.finish(files, "text.txt", "Hello.");
        whole = out.toByteArray();
        bundle = folder.resolve("b.tapescript");
        Files.write(bundle, whole);
        parts.put(BundleList.TYPE_NAME, BundleList.TYPE.getBytes(StandardCharsets.US_ASCII));
        parts.put("tape.wav", sound);
        parts.put("p.tapescript", files.project());
        parts.put("text.txt", "Hello.".getBytes(StandardCharsets.UTF_8));
        list = listOf(parts);
    }

    private static String listOf(Map<String, byte[]> parts) throws IOException {
        List<BundleList.Listed> files = new ArrayList<>();
        parts.forEach((name, bytes) -> {
            if (!name.equals(BundleList.TYPE_NAME)) {
                files.add(new BundleList.Listed(name, bytes.length, Checksum.of(bytes)));
            }
        });
        return new String(
                new BundleList(
                                BundleList.FORMAT,
                                BundleList.VERSION,
                                "p.tapescript",
                                null,
                                "text.txt",
                                List.of("tape.wav"),
                                files)
                        .json(),
                StandardCharsets.UTF_8);
    }

    /** Writes an archive by a library that writes whatever it is told to. */
    private void write(Consumer<Entries> content) throws IOException {
        try (OutputStream out = Files.newOutputStream(bundle);
                ZipArchiveOutputStream zip = new ZipArchiveOutputStream(out)) {
            content.accept(new Entries(zip));
        }
    }

    private record Entries(ZipArchiveOutputStream zip) {
        Entries add(String name, byte[] content) {
            return add(name, content, entry -> {});
        }

        Entries add(String name, byte[] content, Consumer<ZipArchiveEntry> change) {
            try {
                ZipArchiveEntry entry = new ZipArchiveEntry(name);
                change.accept(entry);
                zip.putArchiveEntry(entry);
                zip.write(content);
                zip.closeArchiveEntry();
                return this;
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }

        Entries all(Map<String, byte[]> parts) {
            parts.forEach(this::add);
            return this;
        }

        Entries list(String json) {
            return add(BundleList.NAME, json.getBytes(StandardCharsets.UTF_8));
        }
    }

    private Optional<String> refusal() throws IOException {
        Path to = Files.createTempDirectory(folder, "to");
        try (BundleFile file = BundleFile.open(bundle)) {
            file.unpack(to, n -> {});
            return Optional.empty();
        } catch (MalformedBundleException e) {
            assertThat(e.getMessage()).doesNotContain("\n", "\u0000").hasSizeLessThan(200);
            return Optional.of(e.fault() + ": " + e.getMessage());
        }
    }

    private void isRefused(BundleFault fault) throws IOException {
        assertThat(refusal()).hasValueSatisfying(r -> assertThat(r).startsWith(fault + ":"));
        assertThat(folder.resolve("evil")).doesNotExist();
    }

    @Test
    void whatIsWholeIsUnpacked() throws IOException {
        assertThat(refusal()).isEmpty();
        write(e -> e.all(parts).list(list));
        assertThat(refusal()).isEmpty();
    }

    @Test
    void namesThatLeadElsewhereAreRefused() throws IOException {
        for (String name : List.of(
                "../evil",
                "/evil",
                "a/b",
                "..",
                ".",
                "..\\evil",
                "C:evil",
                "a\u0000b",
                "a\nb",
                "nul",
                "COM1.wav",
                "evil.wav.",
                "evil ",
                "gpj\u202eexe",
                "x".repeat(300))) {
            Map<String, byte[]> more = new LinkedHashMap<>(parts);
            more.put(name, new byte[] {1});
            String named = listOf(more);
            write(e -> e.all(more).list(named));
            isRefused(BundleFault.NAME);
        }
    }

    @Test
    void linksFoldersAndSecretsAreNoFiles() throws IOException {
        write(e -> {
            parts.forEach((name, content) -> e.add(name, content, entry -> {
                if (name.equals("tape.wav")) {
                    entry.setUnixMode(0120777);
                }
            }));
            e.list(list);
        });
        isRefused(BundleFault.NO_FILE);
        write(e -> e.all(parts).list(list).add("folder/", new byte[0]));
        isRefused(BundleFault.NAME);
    }

    @Test
    void filesThatAreThereTwiceAreRefused() throws IOException {
        write(e -> e.all(parts).add("tape.wav", new byte[] {1}).list(list));
        isRefused(BundleFault.TWICE);
        write(e -> e.all(parts).add("TAPE.WAV", new byte[] {1}).list(list));
        isRefused(BundleFault.TWICE);
        write(e -> e.all(parts).list(list).list(list));
        isRefused(BundleFault.TWICE);
        String twice = list.replaceFirst("(?s)(\"files\" : \\[ )(\\{.*?\\})", "$1$2, $2");
        write(e -> e.all(parts).list(twice));
        isRefused(BundleFault.TWICE);
    }

    @Test
    void listAndContentMustAgree() throws IOException {
        write(e -> e.all(parts).add("evil", new byte[] {1}).list(list));
        isRefused(BundleFault.UNLISTED);
        Map<String, byte[]> fewer = new LinkedHashMap<>(parts);
        fewer.remove("tape.wav");
        write(e -> e.all(fewer).list(list));
        isRefused(BundleFault.MISSING);
        Map<String, byte[]> other = new LinkedHashMap<>(parts);
        other.put("tape.wav", new byte[4000]);
        write(e -> e.all(other).list(list));
        isRefused(BundleFault.DAMAGED);
        other.put("tape.wav", new byte[3999]);
        write(e -> e.all(other).list(list));
        isRefused(BundleFault.DAMAGED);
        write(e -> e.all(parts).list("{}"));
        isRefused(BundleFault.DAMAGED);
        write(e -> e.all(parts).list("[".repeat(100_000)));
        isRefused(BundleFault.DAMAGED);
        write(e -> e.all(parts).list(list.replace("\"p.tapescript\",", "null,")));
        isRefused(BundleFault.DAMAGED);
        write(e -> e.all(parts).list(list.replace("\"version\" : 1", "\"version\" : 2")));
        isRefused(BundleFault.NEWER);
        write(e -> e.all(parts).list(list.replace("\"transcript\"", "\"journal\" : \"tape.wav\", \"transcript\"")));
        isRefused(BundleFault.NAME);
    }

    @Test
    void otherArchivesAreNoBundles() throws IOException {
        write(e -> e.add("word/document.xml".replace('/', '-'), new byte[] {1}));
        isRefused(BundleFault.NO_BUNDLE);
        parts.put(BundleList.TYPE_NAME, "application/epub+zip".getBytes(StandardCharsets.US_ASCII));
        write(e -> e.all(parts).list(list));
        isRefused(BundleFault.NO_BUNDLE);
    }

    @Test
    void aProjectNamesNoFilesOfTheOneWhoOpensIt() throws IOException {
        String project = new String(parts.get("p.tapescript"), StandardCharsets.UTF_8);
        for (String path : List.of("/etc/hostname", "../tape.wav", "/", "text.txt")) {
            parts.put(
                    "p.tapescript",
                    project.replace("\"tape.wav\"", "\"" + path + "\"").getBytes(StandardCharsets.UTF_8));
            String named = listOf(parts);
            write(e -> e.all(parts).list(named));
            isRefused(BundleFault.ELSEWHERE);
        }
        parts.put("p.tapescript", "{}".getBytes(StandardCharsets.UTF_8));
        String named = listOf(parts);
        write(e -> e.all(parts).list(named));
        isRefused(BundleFault.DAMAGED);
    }

    @Test
    void bombsAreRefusedBeforeAnythingIsWritten() throws IOException {
        parts.put("tape.wav", new byte[64 << 20]);
        String named = listOf(parts);
        write(e -> {
            e.zip().setLevel(Deflater.BEST_COMPRESSION);
            e.all(parts).list(named);
        });
        assertThat(Files.size(bundle)).isLessThan(200_000);
        isRefused(BundleFault.GROWS);
        String lying = listOf(parts).replaceAll("(\"tape.wav\",\\s+\"bytes\" : )\\d+", "$1" + Long.MAX_VALUE);
        write(e -> e.all(parts).list(lying));
        isRefused(BundleFault.DAMAGED);
    }

    @Test
    void countsAreLookedAtBeforeTheDirectoryIsRead() throws IOException {
        write(e -> {
            for (int i = 0; i < 1100; i++) {
                e.add("f" + i, new byte[0]);
            }
        });
        isRefused(BundleFault.TOO_MANY);
        Files.write(bundle, whole);
        byte[] many = whole.clone();
        // Of the directory's end, 22 bytes, the number of files.
        many[many.length - 12] = (byte) 0xff;
        many[many.length - 11] = (byte) 0x7f;
        Files.write(bundle, many);
        isRefused(BundleFault.TOO_MANY);
    }

    @Test
    void whateverIsCutOffIsRefused() throws IOException {
        for (int length = 4; length < whole.length; length += 1 + length / 40) {
            Files.write(bundle, java.util.Arrays.copyOf(whole, length));
            isRefused(BundleFault.CUT_OFF);
        }
    }

    /** Damage at random: all that is unpacked nevertheless is what was packed, and nothing is made beside the folder. */
    @Test
    @Timeout(value = 2, unit = TimeUnit.HOURS)
    void whatIsDamagedIsRefusedOrWhole() throws IOException {
        Path parent = Files.createDirectory(folder.resolve("parent"));
        ByteArrayOutputStream other = new ByteArrayOutputStream();
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(other)) {
            new Entries(zip).all(parts).list(list);
        }
        List<byte[]> files = List.of(whole, other.toByteArray());
        List<String> problems = new ArrayList<>();
        int opened = 0;
        for (long seed = FIRST; seed < FIRST + MUTATIONS && problems.size() < 20; seed++) {
            Random random = new Random(seed);
            int which = random.nextInt(files.size());
            byte[] bytes = seed % 2 == 0
                    ? new Mutations(random.nextLong()).of(files, which)
                    : changed(random, files.get(which).clone());
            Files.write(bundle, bytes);
            Path to = Files.createDirectory(parent.resolve("to"));
            try (BundleFile file = BundleFile.open(bundle)) {
                file.unpack(to, n -> {});
                opened++;
                for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                    Path there = to.resolve(part.getKey());
                    if (Files.exists(there) && sum(Files.readAllBytes(there)) != sum(part.getValue())) {
                        problems.add(seed + ": " + part.getKey() + " is not what was packed");
                    }
                }
            } catch (MalformedBundleException e) {
                if (e.getMessage().lines().count() != 1) {
                    problems.add(seed + ": " + e.getMessage());
                }
            } catch (IOException | RuntimeException e) {
                problems.add(seed + ": " + e);
            }
            try (var all = Files.list(parent)) {
                assertThat(all.toList()).as("seed %d", seed).containsExactly(to);
            }
            try (var all = Files.list(to)) {
                for (Path file : all.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(to);
        }
        assertThat(problems).isEmpty();
        assertThat(opened).as("opened of %d", MUTATIONS).isLessThan(MUTATIONS / 4);
    }

    /** Of its length still, so that its end is found where it says; most of the damage is where names and sizes stand. */
    private static byte[] changed(Random random, byte[] bytes) {
        for (int n = 1 + random.nextInt(4); n > 0; n--) {
            int from = random.nextBoolean() ? 0 : Math.max(0, bytes.length - 700);
            int at = from + random.nextInt(bytes.length - from);
            bytes[at] = random.nextBoolean() ? (byte) random.nextInt() : (byte) (bytes[at] ^ 1 << random.nextInt(8));
        }
        return bytes;
    }

    private static long sum(byte[] bytes) {
        CRC32 sum = new CRC32();
        sum.update(bytes);
        return sum.getValue();
    }

    @Test
    void whatIsUnpackedIsNeverWrittenOver() throws IOException {
        Path to = Files.createDirectory(folder.resolve("full"));
        Files.writeString(to.resolve("tape.wav"), "mine");
        try (BundleFile file = BundleFile.open(bundle)) {
            assertThatThrownBy(() -> file.unpack(to, n -> {}))
                    .isInstanceOf(java.nio.file.FileAlreadyExistsException.class);
        }
        assertThat(to.resolve("tape.wav")).hasContent("mine");
    }
}
