package org.tapescript.audio.decode;

import java.io.IOException;
import java.util.List;
import org.tapescript.ffmpeg.ChildProcess;
import org.tapescript.ffmpeg.Ffmpeg;
import org.tapescript.job.CancellationToken;
import org.tapescript.support.EncodedFiles;

/** A program whose child waits for ever: to be killed by a test. */
final class WaitingDecoder {
    private WaitingDecoder() {}

    public static void main(String[] args) throws IOException {
        List<String> never = List.of("-f", "s16le", "-i", "file:" + args[0], "-f", "s16le", "pipe:1");
        try (ChildProcess child = new Ffmpeg(EncodedFiles.NATIVE).run(never, CancellationToken.none())) {
            child.status();
        }
    }
}
