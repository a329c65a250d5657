package org.tapescript.workflow;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tapescript.acoustic.VoiceStatistics;
import org.tapescript.align.AlignmentResult.VoiceSamples;
import org.tapescript.domain.Recording;
import org.tapescript.domain.StraySpeech;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.domain.TimeSpan;
import org.tapescript.domain.Word;

/**
 * Keeps samples of the voices on a tape in the user's cache, by when they are heard, so that who speaks can be decided again without
 * listening again. What is missing or damaged is as if it had never been there.
 */
public final class VoiceCache {
    private static final int VERSION = 1;

    private final Path folder;

    /** @param folder made when it is needed */
    public VoiceCache(Path folder) {
        this.folder = folder;
    }

    /**
     * Keeps the samples of a transcript's words and untranscribed stretches, in place of those kept of its tapes before. That they
     * cannot be kept costs time later, and is no reason to lose what they were taken for.
     */
    void put(SyncedTranscript synced, VoiceSamples samples) {
        try {
            write(synced, samples);
        } catch (IOException e) {
            System.getLogger(VoiceCache.class.getName())
                    .log(System.Logger.Level.WARNING, "Voices were not kept in " + folder, e);
        }
    }

    private void write(SyncedTranscript synced, VoiceSamples samples) throws IOException {
        Map<TimeSpan, VoiceStatistics> bySpan = new HashMap<>();
        List<Word> words = synced.words();
        for (int i = 0; i < words.size(); i++) {
            VoiceStatistics sample = samples.words().get(i);
            words.get(i).span().ifPresent(s -> bySpan.put(s, sample));
        }
        List<TimeSpan> stretches = withoutText(synced);
        for (int i = 0; i < stretches.size(); i++) {
            bySpan.put(stretches.get(i), samples.stretches().get(i));
        }
        if (words.isEmpty()) {
            return;
        }
        Files.createDirectories(folder);
        Path written = Files.createTempFile(folder, "voices", ".tmp");
        try {
            try (DataOutputStream out =
                    new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(written)))) {
                out.writeInt(VERSION);
                VoiceStatistics first = samples.words().get(0);
                first.plus(first, -1).write(out);
                out.writeInt(bySpan.size());
                for (Map.Entry<TimeSpan, VoiceStatistics> e : bySpan.entrySet()) {
                    out.writeLong(e.getKey().startMicros());
                    out.writeLong(e.getKey().endMicros());
                    e.getValue().write(out);
                }
            }
            Files.move(written, file(synced), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(written);
        }
    }

    /** The samples of a transcript's words and untranscribed stretches; nothing if one of them was not kept. */
    Optional<VoiceSamples> get(SyncedTranscript synced) {
        Path file = file(synced);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        Map<TimeSpan, VoiceStatistics> bySpan = new HashMap<>();
        VoiceStatistics silent;
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            if (in.readInt() != VERSION) {
                return Optional.empty();
            }
            silent = VoiceStatistics.read(in);
            int count = in.readInt();
            for (int i = 0; i < count; i++) {
                TimeSpan span = new TimeSpan(in.readLong(), in.readLong());
                bySpan.put(span, VoiceStatistics.read(in));
            }
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
        List<VoiceStatistics> words = new ArrayList<>();
        for (Word word : synced.words()) {
            words.add(word.span().map(bySpan::get).orElse(word.span().isPresent() ? null : silent));
        }
        List<VoiceStatistics> stretches = new ArrayList<>();
        withoutText(synced).forEach(s -> stretches.add(bySpan.get(s)));
        return words.contains(null) || stretches.contains(null)
                ? Optional.empty()
                : Optional.of(new VoiceSamples(words, stretches));
    }

    /** When speech is heard that no word covers. */
    static List<TimeSpan> withoutText(SyncedTranscript synced) {
        return synced.untranscribed().stream()
                .filter(s -> !s.overlapsWords())
                .map(StraySpeech::time)
                .toList();
    }

    private Path file(SyncedTranscript synced) {
        String key = synced.language()
                + synced.recordings().stream().map(Recording::fingerprint).collect(Collectors.joining());
        return folder.resolve(CacheKey.of(key) + ".voices");
    }
}
