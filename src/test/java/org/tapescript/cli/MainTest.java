package org.tapescript.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.tapescript.support.Program;

class MainTest {
    @Test
    void theVersionIsTheSameHoweverItIsAskedFor() {
        String shortly = Program.run("--version").out();
        assertThat(shortly)
                .startsWith("tapescript ")
                .isEqualTo(Program.run("-V").out());
        // Through the commands, as "tapescript export --version" is.
        assertThat(Program.run("export", "--version").out()).isEqualTo(shortly);
    }

    @Test
    void everyCommandOfTheHelpIsThereAlone() {
        StringWriter text = new StringWriter();
        PrintWriter nobody = new PrintWriter(PrintWriter.nullWriter());
        for (String name : Main.commands(new Console(nobody, nobody, false, null, null))
                .getSubcommands()
                .keySet()) {
            Program.Result help = Program.run(name, "--help");
            assertThat(help.status()).as(name).isZero();
            assertThat(help.out()).as(name).startsWith("Usage: tapescript " + name);
            text.append(help.out());
        }
        assertThat(text.toString()).contains("--translated", "--format", "--screenshot");
    }

    @Test
    void whatIsMisspeltIsSaidRatherThanWhatIsMissing() {
        for (Object[] command : new Object[][] {
            {"export", "p.tapescript", "--formt", "srt"},
            {"export", "--formt=srt"},
            {"bundle", "--tap", "x.wav"}
        }) {
            Program.Result result = Program.run(command);
            assertThat(result.status()).isEqualTo(2);
            assertThat(result.message()).contains("Unknown option: '--");
        }
        assertThat(Program.run("export", "-osomewhere").message())
                .contains("Missing required")
                .doesNotContain("-o");
    }

    @Test
    void whatIsNoCommandIsSaidToBeNone() {
        Program.Result result = Program.run("exprot", "x.tapescript");
        assertThat(result.status()).isEqualTo(2);
        assertThat(result.err()).contains("There is no command 'exprot'; did you mean 'export'?");
    }
}
