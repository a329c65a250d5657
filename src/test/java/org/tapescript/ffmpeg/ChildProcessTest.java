package org.tapescript.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.tapescript.job.CancellationToken;

@Timeout(30)
@DisabledOnOs(OS.WINDOWS)
class ChildProcessTest {
    private static ChildProcess start(Duration patience, CancellationToken cancel, String script) throws IOException {
        return ChildProcess.start(List.of("sh", "-c", script), "", patience, cancel);
    }

    private static ChildProcess start(String script) throws IOException {
        return start(Duration.ofSeconds(20), CancellationToken.none(), script);
    }

    @Test
    void whatDeliversNothingIsEnded() throws IOException {
        try (ChildProcess child = start(Duration.ofMillis(300), CancellationToken.none(), "echo begun; sleep 60")) {
            byte[] buffer = new byte[100];
            assertThat(child.read(buffer, 0, 100)).isEqualTo(6);
            assertThatThrownBy(() -> child.read(buffer, 0, 100)).isInstanceOf(StalledException.class);
        }
    }

    @Test
    void timeThatWeTakeOurselvesIsNoStall() throws Exception {
        try (ChildProcess child = start(Duration.ofMillis(300), CancellationToken.none(), "yes | head -c 300000")) {
            byte[] buffer = new byte[1 << 18];
            int all = 0;
            for (int n = child.read(buffer, 0, 1000); n >= 0; n = child.read(buffer, 0, buffer.length)) {
                Thread.sleep(all == 0 ? 900 : 0);
                all += n;
            }
            assertThat(all).isEqualTo(300_000);
            assertThat(child.status()).isZero();
        }
    }

    @Test
    void cancellingEndsItWhileItIsWaitedFor() throws IOException {
        CancellationToken cancel = new CancellationToken();
        try (ChildProcess child = start(Duration.ofSeconds(20), cancel, "sleep 60")) {
            new Thread(cancel::cancel).start();
            assertThatThrownBy(child::status).isInstanceOf(CancellationException.class);
        }
    }

    @Test
    void itsStatusIsItsOwnAndSoIsItsDeath() throws IOException {
        try (ChildProcess child = start("exit 7")) {
            assertThat(child.status()).isEqualTo(7);
        }
        try (ChildProcess child = start("kill -9 $$")) {
            assertThat(child.status()).isEqualTo(128 + 9);
        }
    }

    @Test
    void notesAreKeptApartFromComplaints() throws IOException {
        String script = "echo '~1 2~' >&2; echo '[x @ 0x1] odd ~3 4~' >&2; echo bad >&2; exit 1";
        try (ChildProcess child = start(script)) {
            assertThat(child.note()).contains("1 2");
            assertThat(child.note()).contains("3 4");
            assertThat(child.note()).isEmpty();
            assertThat(child.status()).isEqualTo(1);
            assertThat(child.complaints()).containsExactly("odd", "bad");
        }
    }
}
