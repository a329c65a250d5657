package org.tapescript.ffmpeg;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bytedeco.javacpp.Loader;
import org.tapescript.job.CancellationToken;

/**
 * Runs FFmpeg's programs on one file of a user's. FFmpeg runs as a child process: a crash in a decoder then cannot take the program
 * down, and nothing is limited to 2 GB.
 *
 * <p>A file is opened as itself alone. Playlists and the like, by which one file has others opened, local or remote, are no
 * recordings: {@link #PROTOCOLS} and {@link #FORMATS} are all that FFmpeg may use.
 */
public final class Ffmpeg {
    /** A program that has delivered nothing for so long while it was waited for is ended. */
    public static final Duration PATIENCE = Duration.ofSeconds(8);

    private static final String PROTOCOLS = "file,pipe";

    /** Demuxers, by FFmpeg's names, of what holds sound in itself. */
    private static final List<String> FORMATS = List.of(
            // what archives keep
            "wav,w64,aiff,au,caf,flac,wv,tta,ape,tak,shn,mp3,aac,loas,latm,ac3,eac3,dts,dtshd,mlp,truehd,ogg,mpc,mpc8",
            // video
            "mov,mp4,m4a,3gp,matroska,webm,avi,asf,mpeg,mpegts,flv,live_flv,mxf,gxf,dv,nut,rm,wtv,nsv,dhav,ivf",
            // telephones, dictation machines, speech research
            "amr,amrnb,amrwb,dss,qcp,gsm,iff,voc,sox,nistsphere,ircam,avr,pvf,act,dsf,iss,oma,xwma,lc3,codec2");

    private final Path ffmpeg;
    private final Path ffprobe;

    /**
     * @param nativeCache folder into which the FFmpeg executables are unpacked once
     * @throws IOException if they cannot be unpacked there
     */
    public Ffmpeg(Path nativeCache) throws IOException {
        System.setProperty("org.bytedeco.javacpp.cachedir", nativeCache.toString());
        try {
            this.ffmpeg = Path.of(Loader.load(org.bytedeco.ffmpeg.ffmpeg.class));
            this.ffprobe = Path.of(Loader.load(org.bytedeco.ffmpeg.ffprobe.class));
        } catch (LinkageError e) {
            String reason = "FFmpeg cannot be unpacked there (" + e.getMessage()
                    + "); make room, or name another folder with TAPESCRIPT_CACHE";
            throw (IOException) new FileSystemException(nativeCache.toString(), null, reason).initCause(e);
        }
    }

    /** Why a file cannot be a recording, as far as can be told without opening it. */
    public static Optional<String> objection(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Optional.of("there is no such file");
        }
        if (Files.isDirectory(file)) {
            return Optional.of("it is a folder, not a recording");
        }
        if (!Files.isRegularFile(file)) {
            return Optional.of("it is a device or a pipe, not a file");
        }
        if (!Files.isReadable(file)) {
            return Optional.of("you may not read it");
        }
        return Files.size(file) == 0 ? Optional.of("it is empty") : Optional.empty();
    }

    /**
     * Starts {@code ffmpeg} on a file.
     *
     * @param before options of the input
     * @param after options of the output, and where it goes
     */
    public ChildProcess convert(Path file, List<String> before, List<String> after, CancellationToken cancel)
            throws IOException {
        return start(ffmpeg, file, List.of("-nostdin", "-v", "error", "-max_error_rate", "1"), before, after, cancel);
    }

    /** Starts {@code ffprobe} on a file. */
    public ChildProcess probe(Path file, List<String> options, CancellationToken cancel) throws IOException {
        return start(ffprobe, file, List.of("-v", "warning"), List.of(), options, cancel);
    }

    /** Starts {@code ffmpeg} without an input file of the user's. */
    public ChildProcess run(List<String> options, CancellationToken cancel) throws IOException {
        List<String> command = new ArrayList<>(List.of(ffmpeg.toString(), "-nostdin", "-v", "error"));
        command.addAll(options);
        return ChildProcess.start(command, "", PATIENCE, cancel);
    }

    private static ChildProcess start(
            Path program,
            Path file,
            List<String> common,
            List<String> before,
            List<String> after,
            CancellationToken cancel)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(common);
        command.addAll(List.of("-protocol_whitelist", PROTOCOLS, "-format_whitelist", String.join(",", FORMATS)));
        command.addAll(before);
        // The prefix keeps names with a colon or a leading dash from being taken for protocols and options.
        String name = "file:" + file.toAbsolutePath();
        command.addAll(List.of("-i", name));
        command.addAll(after);
        return ChildProcess.start(command, name, PATIENCE, cancel);
    }
}
