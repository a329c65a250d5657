package org.tapescript.audio.decode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.tapescript.ffmpeg.ChildProcess;
import org.tapescript.ffmpeg.Ffmpeg;
import org.tapescript.ffmpeg.StalledException;
import org.tapescript.job.CancellationToken;
import org.tapescript.job.ProgressSink;

/** Decodes whatever FFmpeg reads, the sound of video files too. */
public final class FfmpegDecoder implements AudioDecoder {
    private static final int BUFFER = 1 << 16;

    /**
     * A file whose sound fills more than so many seconds for each of its bytes, beyond some minutes of it, is made to fill disks.
     * The leanest that people record, speech on a track that is mostly digital silence, needs more than a hundred bytes a second.
     */
    private static final double SECONDS_PER_BYTE = 1 / 32.0;

    private static final double ALWAYS_SECONDS = 600;

    private final Ffmpeg ffmpeg;

    /**
     * @param nativeCache folder into which the FFmpeg executables are unpacked once
     * @throws IOException if they cannot be unpacked there
     */
    public FfmpegDecoder(Path nativeCache) throws IOException {
        this.ffmpeg = new Ffmpeg(nativeCache);
    }

    @Override
    public Info probe(Path file, OptionalInt track, CancellationToken cancel) throws IOException {
        checkReadable(file);
        List<String> lines;
        List<String> complaints;
        String complaint;
        int status;
        try (ChildProcess process = ffmpeg.probe(file, StreamList.OPTIONS, cancel)) {
            lines = process.lines();
            status = process.status();
            complaints = process.complaints();
            complaint = process.complaint();
        } catch (StalledException e) {
            throw because(e, new UnreadableRecordingException(file, RecordingFault.UNKNOWN, e.getMessage()));
        }
        if (status != 0) {
            throw refusal(file, complaints, complaint);
        }
        return new StreamList(lines, complaints).choose(file, track);
    }

    private static UnreadableRecordingException refusal(Path file, List<String> complaints, String complaint) {
        if (complaints.stream().anyMatch(c -> c.contains("not on whitelist"))) {
            return new UnreadableRecordingException(file, RecordingFault.NO_RECORDING);
        }
        return new UnreadableRecordingException(
                file, RecordingFault.UNREADABLE, complaint.isEmpty() ? "no reason given" : complaint);
    }

    private static UnreadableRecordingException because(Exception cause, UnreadableRecordingException e) {
        e.initCause(cause);
        return e;
    }

    private static void checkReadable(Path file) throws IOException {
        Optional<String> objection = Ffmpeg.objection(file);
        if (objection.isPresent()) {
            throw new UnreadableRecordingException(file, RecordingFault.OTHER, objection.get());
        }
    }

    @Override
    public Outcome decode(
            Path file, Info info, int sampleRate, SampleSink sink, ProgressSink progress, CancellationToken cancel)
            throws IOException {
        checkReadable(file);
        List<String> output = List.of(
                "-map",
                "0:a:" + (info.track() - 1),
                "-vn",
                "-sn",
                "-dn",
                "-ac",
                String.valueOf(info.channels()),
                "-ar",
                String.valueOf(sampleRate),
                // A note on each block of samples, just before it: samples so far, in the block, time, unit of time.
                "-stats_enc_pre",
                "pipe:2",
                "-stats_enc_pre_fmt",
                "~{sn} {samp} {pts} {tb}~",
                "-f",
                "s16le",
                "pipe:1");
        SoundClock clock = new SoundClock(info, sampleRate);
        long limit = (long) ((ALWAYS_SECONDS + Files.size(file) * SECONDS_PER_BYTE) * sampleRate);
        Delivery delivery = new Delivery(info, sampleRate, limit, sink, progress);
        try (ChildProcess process = ffmpeg.convert(file, List.of("-copyts"), output, cancel)) {
            for (Optional<String> note = process.note(); note.isPresent(); note = process.note()) {
                Block block = Block.parse(note.get());
                delivery.silence(clock.silenceBefore(block.before(), block.seconds()));
                delivery.copy(process, block.samples());
                if (delivery.excessive()) {
                    throw new UnreadableRecordingException(
                            file, RecordingFault.GROWS, Files.size(file), limit / sampleRate / 60);
                }
            }
            int status = process.status();
            if (delivery.samples == 0) {
                throw new UnreadableRecordingException(file, RecordingFault.NO_SAMPLE, process.complaint());
            }
            if (status != 0) {
                throw new UnreadableRecordingException(
                        file, RecordingFault.ENDED, String.valueOf(delivery.seconds()), status);
            }
            return new Outcome(process.complaints(), clock.gaps());
        } catch (StalledException e) {
            throw because(
                    e,
                    new UnreadableRecordingException(
                            file, RecordingFault.STALLED, String.valueOf(delivery.seconds()), e.getMessage()));
        }
    }

    /** A run of samples as FFmpeg announces it. */
    private record Block(long before, int samples, double seconds) {
        static Block parse(String note) throws IOException {
            String[] parts = note.trim().split("[ /]");
            try {
                return new Block(
                        Long.parseLong(parts[0]),
                        Integer.parseInt(parts[1]),
                        Long.parseLong(parts[2]) * (Double.parseDouble(parts[3]) / Double.parseDouble(parts[4])));
            } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
                throw new IOException("FFmpeg announces its samples otherwise than expected: " + note, e);
            }
        }
    }

    /** Passes samples on, in blocks that are worth it. */
    private static final class Delivery {
        private final byte[] buffer = new byte[BUFFER];
        private final int frame;
        private final int rate;
        private final double claimed;
        private final long limit;
        private final SampleSink sink;
        private final ProgressSink progress;
        private long samples;

        Delivery(Info info, int rate, long limit, SampleSink sink, ProgressSink progress) {
            this.frame = 2 * info.channels();
            this.rate = rate;
            this.claimed = Double.isNaN(info.seconds()) ? 0 : info.seconds();
            this.limit = limit;
            this.sink = sink;
            this.progress = progress;
        }

        void silence(long count) throws IOException {
            java.util.Arrays.fill(buffer, (byte) 0);
            for (long left = Math.min(count, limit) * frame; left > 0 && !excessive(); ) {
                left -= pass((int) Math.min(left, BUFFER));
            }
        }

        void copy(ChildProcess process, int count) throws IOException {
            for (long left = (long) count * frame; left > 0; ) {
                int wanted = (int) Math.min(left, BUFFER);
                int held = 0;
                for (int n = 0; n >= 0 && held < wanted; ) {
                    n = process.read(buffer, held, wanted - held);
                    held += Math.max(0, n);
                }
                left -= held == wanted ? pass(held) : left;
            }
        }

        private int pass(int bytes) throws IOException {
            sink.accept(buffer, bytes);
            samples += bytes / frame;
            progress.progress("Decoding", samples / (double) rate, claimed);
            return bytes;
        }

        boolean excessive() {
            return samples > limit;
        }

        String seconds() {
            return String.format(java.util.Locale.ROOT, "%.1f", samples / (double) rate);
        }
    }
}
