package org.tapescript.ui.export;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tapescript.format.Formats;

class FormatGroupTest {
    @Test
    void everyFormatIsInOneGroupUnderItsName() {
        assertThat(FormatGroup.all()).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(Formats.writable());
        assertThat(FormatGroup.all()).allMatch(f -> FormatGroup.name(f).endsWith(")"));
        assertThat(FormatGroup.name("srt")).isEqualTo("SubRip (.srt)");
        assertThat(FormatGroup.of("eaf")).isEqualTo(FormatGroup.RESEARCH);
    }
}
