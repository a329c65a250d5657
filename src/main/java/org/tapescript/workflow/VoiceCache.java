package org.tapescript.workflow;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tapescript.align.AlignmentResult.VoiceSamples;
import org.tapescript.domain.StraySpeech;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.domain.TimeSpan;
import org.tapescript.domain.Word;
import org.tapescript.storage.CacheFolder;
import org.tapescript.storage.SealedFile;
import org.tapescript.voice.VoiceFrames;
import org.tapescript.voice.VoiceStatistics;

/**
 * Caches samples of the voices on a tape by when they are heard, so that speakers can be attributed again without processing
 * the sound again. Missing or damaged entries are simply computed anew.
 */
public final class VoiceCache {
    private static final int VERSION = 3;

    private final CacheFolder folder;

    /** @param folder made when it is needed */
    public VoiceCache(Path folder) {
        this.folder = new CacheFolder(folder);
    }

    /**
     * Keeps the samples of a transcript's words and untranscribed stretches, in place of those kept of its tapes before. That they
     * cannot be kept costs time later, and is no reason to lose what they were taken for.
     */
    void put(SyncedTranscript synced, VoiceSamples samples) {
        try {
            write(synced, samples);
        } catch (IOException e) {
            System.getLogger(VoiceCache.class.getName()).log(System.Logger.Level.WARNING, "Voices were not kept", e);
        }
    }

    private void write(SyncedTranscript synced, VoiceSamples samples) throws IOException {
        List<Word> words = synced.words();
        Map<TimeSpan, VoiceStatistics> said = bySpan(words, samples.words());
        Map<TimeSpan, VoiceFrames> frames = bySpan(words, samples.frames());
        Map<TimeSpan, VoiceStatistics> unprinted = new HashMap<>();
        List<TimeSpan> stretches = withoutText(synced);
        for (int i = 0; i < stretches.size(); i++) {
            unprinted.put(stretches.get(i), samples.stretches().get(i));
        }
        if (words.isEmpty()) {
            return;
        }
        SealedFile.write(folder, name(synced), out -> {
            out.writeInt(VERSION);
            VoiceStatistics first = samples.words().get(0);
            first.plus(first, -1).write(out);
            write(out, said, VoiceStatistics::write);
            write(out, frames, VoiceFrames::write);
            write(out, unprinted, VoiceStatistics::write);
        });
    }

    @FunctionalInterface
    private interface Writer<T> {
        void write(T sample, DataOutputStream out) throws IOException;
    }

    @FunctionalInterface
    private interface Reader<T> {
        T read(DataInputStream in) throws IOException;
    }

    private static <T> void write(DataOutputStream out, Map<TimeSpan, T> samples, Writer<T> writer) throws IOException {
        out.writeInt(samples.size());
        for (Map.Entry<TimeSpan, T> e : samples.entrySet()) {
            out.writeLong(e.getKey().startMicros());
            out.writeLong(e.getKey().endMicros());
            writer.write(e.getValue(), out);
        }
    }

    private static <T> Map<TimeSpan, T> read(DataInputStream in, Reader<T> reader) throws IOException {
        Map<TimeSpan, T> samples = new HashMap<>();
        int count = in.readInt();
        for (int i = 0; i < count; i++) {
            TimeSpan span = new TimeSpan(in.readLong(), in.readLong());
            samples.put(span, reader.read(in));
        }
        return samples;
    }

    /** The samples of a transcript's words and untranscribed stretches; nothing if one of them was not kept. */
    Optional<VoiceSamples> get(SyncedTranscript synced) {
        Optional<DataInputStream> kept = SealedFile.open(folder, name(synced));
        if (kept.isEmpty()) {
            return Optional.empty();
        }
        Map<TimeSpan, VoiceStatistics> said;
        Map<TimeSpan, VoiceFrames> frames;
        Map<TimeSpan, VoiceStatistics> unprinted;
        VoiceStatistics silent;
        try (DataInputStream in = kept.get()) {
            if (in.readInt() != VERSION) {
                return Optional.empty();
            }
            silent = VoiceStatistics.read(in);
            said = read(in, VoiceStatistics::read);
            frames = read(in, VoiceFrames::read);
            unprinted = read(in, VoiceStatistics::read);
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
        List<VoiceStatistics> words = bySpan(synced, said, silent);
        List<VoiceStatistics> stretches = new ArrayList<>();
        withoutText(synced).forEach(s -> stretches.add(unprinted.get(s)));
        return words.contains(null) || stretches.contains(null)
                ? Optional.empty()
                : Optional.of(new VoiceSamples(
                        words, frames.isEmpty() ? List.of() : bySpan(synced, frames, VoiceFrames.none()), stretches));
    }

    private static <T> Map<TimeSpan, T> bySpan(List<Word> words, List<T> samples) {
        Map<TimeSpan, T> result = new HashMap<>();
        for (int i = 0; i < samples.size(); i++) {
            T sample = samples.get(i);
            words.get(i).span().ifPresent(s -> result.put(s, sample));
        }
        return result;
    }

    /** By word, what was kept of it, or {@code none} where it has no time. */
    private static <T> List<T> bySpan(SyncedTranscript synced, Map<TimeSpan, T> kept, T none) {
        List<T> result = new ArrayList<>();
        for (Word word : synced.words()) {
            result.add(word.span().isPresent() ? kept.get(word.span().get()) : none);
        }
        return result;
    }

    /** When speech is heard that no word covers. */
    static List<TimeSpan> withoutText(SyncedTranscript synced) {
        return synced.untranscribed().stream()
                .filter(s -> !s.overlapsWords())
                .map(StraySpeech::time)
                .toList();
    }

    private static String name(SyncedTranscript synced) {
        return CacheKey.of(synced.language() + CacheKey.of(synced.recordings())) + ".voices";
    }
}
