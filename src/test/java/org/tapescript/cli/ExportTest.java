package org.tapescript.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tapescript.format.Formats;
import org.tapescript.project.ProjectFile;
import org.tapescript.support.Program;
import org.tapescript.support.Transcripts;

class ExportTest {
    @TempDir
    private Path folder;

    private Path project;

    @BeforeEach
    void write() throws IOException {
        project = folder.resolve("p.tapescript");
        ProjectFile.of(Transcripts.of(
                        List.of("Ann", "Bo"),
                        "Are you there, or have you gone to the harbour without telling anybody at all about it?",
                        "Supercalifragilisticexpialidocious-antidisestablishmentarianism!"))
                .write(project);
    }

    private Program.Result export(Object... more) {
        Object[] arguments = new Object[more.length + 2];
        arguments[0] = "export";
        arguments[1] = project;
        System.arraycopy(more, 0, arguments, 2, more.length);
        return Program.run(arguments);
    }

    @Test
    void everyFormatIsWrittenToAFile() throws IOException {
        for (String format : Formats.writable()) {
            Path file = folder.resolve("x." + format);
            assertThat(export("--format", format, "-o", file).status())
                    .as(format)
                    .isZero();
            assertThat(Files.size(file)).as(format).isPositive();
        }
        assertThat(Program.run("export", "--formats").out().lines().toList())
                .containsExactlyElementsOf(Formats.writable());
    }

    @Test
    void whatIsLostAndWhatBreaksARuleIsSaid() {
        Program.Result srt = export("--format", "srt");
        assertThat(srt.out()).contains("Are you there").doesNotContain("Not in srt");
        assertThat(srt.err())
                .contains("Not in srt: speakers, times of words")
                .contains("characters in a line, 42 allowed");
        assertThat(export("--format", "json").err()).doesNotContain("Not in");
    }

    @Test
    void whatIsLostDependsOnWhatIsAskedFor() throws IOException {
        assertThat(export("--format", "srt", "--speaker-names").err()).contains("Not in srt: times of words");
        assertThat(export("--format", "csv").err()).contains("Not in csv: times of words");
        assertThat(export("--format", "csv", "--word-times").err()).doesNotContain("times of words");
        assertThat(export("--format", "audacity", "--word-times").err()).contains("Not in audacity: speakers");
        assertThat(export("--format", "ass").err()).doesNotContain("commas");
        ProjectFile.of(Transcripts.of(List.of("Quill, M.", "Bo"), "Are you there?", "No."))
                .write(project);
        assertThat(export("--format", "ass").err()).contains("commas in names");
        Path ass = folder.resolve("x.ass");
        export("--format", "ass", "-o", ass);
        assertThat(Program.run("import", ass).out()).contains("Quill, M.");
    }

    @Test
    void optionsWithoutEffectOnTheFormatAreSaid() {
        assertThat(export("--format", "srt", "--start-timecode", "10:00:00", "--media", "a.mp3", "--cps", "15")
                        .err())
                .contains("Without effect on srt: --start-timecode, --media");
        assertThat(export("--format", "txt", "--cps", "15", "--published").err())
                .contains("Without effect on txt: --cps");
        assertThat(export("--format", "edl", "--start-timecode", "10:00:00", "--frame-rate", "25")
                        .err())
                .doesNotContain("Without effect");
    }

    @Test
    void rulesAndTimebaseAreTheUsers() {
        assertThat(export("--format", "srt", "--line-length", "20", "--offset", "3600")
                        .out())
                .contains("01:00:00,000 -->")
                .contains("Are you there,\n");
        assertThat(export("--format", "edl", "--frame-rate", "29.97", "--drop-frame", "--start-timecode", "10:00:00")
                        .out())
                .contains("FCM: DROP FRAME")
                .contains("* LOC: 10:00:00;00");
        assertThat(export("--format", "srt", "--speed", "25/23.976", "--no-two-speakers")
                        .out())
                .contains("00:00:07,0");
    }

    @Test
    void whatAnOffsetPutsBeforeNoughtIsSaid() {
        Program.Result none = export("--format", "srt", "--offset", "-1000");
        assertThat(none.status()).isEqualTo(1);
        assertThat(none.message()).contains("everything would begin before 0:00");
        Program.Result some = export("--format", "srt", "--offset", "-0.5");
        assertThat(some.status()).as(some.err()).isZero();
        assertThat(some.err())
                .contains("that would begin before 0:00 have no time")
                .doesNotContain("not found");
    }

    @Test
    void wrongWishesAreRefusedWithWhatThereIs() {
        assertThat(export("--format", "stl").message()).contains("-o");
        assertThat(export("--format", "srt", "--preset", "nobody").message()).contains("netflix, bbc");
        assertThat(export("--format", "srt", "--speed", "measured").message()).contains("hum");
        assertThat(export("--format", "srt", "--speed", "fast").message()).contains("24/25");
        assertThat(export("--format", "edl", "--drop-frame").message()).contains("29.97");
        assertThat(export("--format", "srt", "--start-timecode", "noon").message())
                .contains("01:00:00");
        assertThat(export("--format", "srt", "--line-length", "2").status()).isEqualTo(2);
    }
}
