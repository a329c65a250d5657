package org.tapescript.audio;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.tapescript.audio.decode.AudioDecoder;
import org.tapescript.audio.decode.RecordingFault;
import org.tapescript.audio.decode.UnreadableRecordingException;
import org.tapescript.audio.dsp.RateConverter;
import org.tapescript.job.CancellationToken;
import org.tapescript.job.ProgressSink;
import org.tapescript.storage.CacheFolder;
import org.tapescript.storage.FileFailure;
import org.tapescript.storage.Scratch;

/**
 * Decodes each recording once, into a folder of the user's cache, under a name made from its content: mono samples at 16 kHz,
 * both channels if there are two, and the peaks for drawing. Files appear whole or not at all; what is damaged later is noticed and
 * made anew.
 */
public final class RecordingCache {
    private static final String VERSION = "2";

    private final CacheFolder folder;
    private final KnownFingerprints known;
    private final AudioDecoder decoder;

    public RecordingCache(Path folder, AudioDecoder decoder) {
        this.folder = new CacheFolder(folder);
        this.known = new KnownFingerprints(this.folder);
        this.decoder = decoder;
    }

    /**
     * Looks whether a recording can be decoded at all, which takes no time.
     *
     * @throws UnreadableRecordingException if it holds no sound, or not that track
     */
    public void check(Path recording, OptionalInt track, CancellationToken cancel) throws IOException {
        decoder.probe(recording, track, cancel);
    }

    /**
     * The decoded form of a recording, made now if it is not there yet.
     *
     * @param track the track of sound to take, counted from 1; if empty, the file's own choice
     * @param clocked whether stretches without sound become silence, so that times are those of the file; else they are left out
     * @throws UnreadableRecordingException if it holds no sound that can be decoded
     * @throws IOException if the cache cannot be written
     */
    public DecodedRecording get(
            Path recording, OptionalInt track, boolean clocked, ProgressSink progress, CancellationToken cancel)
            throws IOException {
        AudioDecoder.Info info = clocked
                ? decoder.probe(recording, track, cancel)
                : decoder.probe(recording, track, cancel).unclocked();
        FileTime before = Files.getLastModifiedTime(recording);
        String fingerprint = known.of(recording, cancel);
        Entry entry = new Entry(folder, fingerprint, info.track(), clocked);
        Optional<CacheIndex> index = entry.valid(info.channels());
        if (index.isEmpty()) {
            decode(recording, before, info, entry, progress, cancel);
            index = CacheIndex.read(folder, entry.index());
        }
        CacheIndex facts = index.orElseThrow(() ->
                new FileSystemException(entry.mono().toString(), null, "what was just written is not there any more"));
        long samples = Files.size(entry.mono()) / Short.BYTES;
        double beyondEnd = WavHeader.secondsBeyondEnd(recording);
        return new DecodedRecording(
                recording,
                fingerprint,
                info.track(),
                clocked,
                info.channels(),
                samples,
                entry.mono(),
                info.channels() == 2 ? Optional.of(entry.both()) : Optional.empty(),
                entry.peaks(),
                ChannelMixture.valueOf(facts.get("mixture")),
                beyondEnd < 0 ? samples / (double) DecodedRecording.SAMPLE_RATE - beyondEnd : info.seconds(),
                Math.max(0, beyondEnd),
                gaps(facts.get("gaps")),
                facts.get("complaints"));
    }

    private static List<AudioDecoder.Gap> gaps(String fact) {
        List<AudioDecoder.Gap> gaps = new ArrayList<>();
        for (String gap : fact.isEmpty() ? new String[0] : fact.split(" ")) {
            int plus = gap.indexOf('+');
            gaps.add(new AudioDecoder.Gap(
                    Double.parseDouble(gap.substring(0, plus)), Double.parseDouble(gap.substring(plus + 1))));
        }
        return gaps;
    }

    /** The files of a decoded track. */
    private record Entry(CacheFolder folder, String fingerprint, int track, boolean clocked) {
        private String name(String end) {
            return fingerprint + "-" + VERSION + (track == 1 ? "" : "-track" + track) + (clocked ? "" : "-sound") + end;
        }

        String index() {
            return name(".properties");
        }

        Path mono() {
            return folder.file(name(".pcm"));
        }

        Path both() {
            return folder.file(name(".stereo.pcm"));
        }

        Path peaks() {
            return folder.file(name(".peaks"));
        }

        Path atRate(int rate) {
            return folder.file(name("-" + rate + ".pcm"));
        }

        String atRateIndex(int rate) {
            return name("-" + rate + ".properties");
        }

        /** The index, if all that belongs to it is as it was written. */
        Optional<CacheIndex> valid(int channels) throws IOException {
            Optional<CacheIndex> index = CacheIndex.read(folder, index());
            return index.isPresent()
                            && index.get().vouchesFor(mono())
                            && index.get().vouchesFor(peaks())
                            && (channels == 1 || index.get().vouchesFor(both()))
                    ? index
                    : Optional.empty();
        }
    }

    private void decode(
            Path recording,
            FileTime before,
            AudioDecoder.Info info,
            Entry entry,
            ProgressSink progress,
            CancellationToken cancel)
            throws IOException {
        try (Scratch raw = folder.scratch("decoding");
                Scratch mixed = folder.scratch("mixing");
                Scratch drawn = folder.scratch("drawing");
                Scratch centred = folder.scratch("centring")) {
            ChannelSums sums = new ChannelSums(info.channels());
            AudioDecoder.Outcome outcome;
            try (OutputStream out = new BufferedOutputStream(raw.output(), 1 << 16)) {
                outcome = decoder.decode(
                        recording,
                        info,
                        DecodedRecording.SAMPLE_RATE,
                        (bytes, n) -> {
                            out.write(bytes, 0, n);
                            sums.add(bytes, n);
                            PcmFile.checkLength(recording, sums.count() * Short.BYTES);
                        },
                        progress,
                        cancel);
            }
            if (!Files.getLastModifiedTime(recording).equals(before)) {
                throw new UnreadableRecordingException(recording, RecordingFault.CHANGED);
            }
            CacheIndex index = new CacheIndex();
            CacheIndex.Sum monoSum = new CacheIndex.Sum();
            CacheIndex.Sum peaksSum = new CacheIndex.Sum();
            CacheIndex.Sum bothSum = new CacheIndex.Sum();
            MixDown mix = new MixDown(sums);
            try (OutputStream mono = monoSum.over(mixed.output());
                    OutputStream peaks = peaksSum.over(drawn.output());
                    OutputStream both =
                            bothSum.over(mix.hasOffset() ? centred.output() : OutputStream.nullOutputStream())) {
                mix.run(raw.path(), mono, both, peaks, cancel);
            }
            keep(drawn, entry.peaks(), index, peaksSum);
            keep(mixed, entry.mono(), index, monoSum);
            if (info.channels() == 2) {
                keep(mix.hasOffset() ? centred : raw, entry.both(), index, bothSum);
            }
            index.put("mixture", mix.mixture().name());
            index.put(
                    "gaps",
                    outcome.gaps().stream()
                            .map(g -> g.start() + "+" + g.seconds())
                            .collect(Collectors.joining(" ")));
            index.put("complaints", String.join("; ", outcome.complaints()));
            index.write(folder, entry.index());
        } catch (UnreadableRecordingException | FileSystemException e) {
            throw e;
        } catch (IOException e) {
            throw FileFailure.of(e, entry.mono().getParent());
        }
    }

    private void keep(Scratch written, Path file, CacheIndex index, CacheIndex.Sum sum) throws IOException {
        folder.keep(written, file.getFileName().toString());
        index.vouch(file, sum);
    }

    /** The mono samples of a decoded recording at another rate, converted now if they are not there yet. */
    public Path atRate(DecodedRecording recording, int rate) throws IOException {
        if (rate == DecodedRecording.SAMPLE_RATE) {
            return recording.mono();
        }
        Entry entry = new Entry(folder, recording.fingerprint(), recording.track(), recording.clocked());
        Path converted = entry.atRate(rate);
        Optional<CacheIndex> known = CacheIndex.read(folder, entry.atRateIndex(rate));
        if (known.isEmpty() || !known.get().vouchesFor(converted)) {
            try (Scratch written = folder.scratch("converting")) {
                CacheIndex.Sum sum = new CacheIndex.Sum();
                try (OutputStream out = sum.over(written.output())) {
                    RateConverter.write(recording.sound(), rate / (double) DecodedRecording.SAMPLE_RATE, out);
                }
                CacheIndex index = new CacheIndex();
                keep(written, converted, index, sum);
                index.write(folder, entry.atRateIndex(rate));
            }
        }
        return converted;
    }
}
