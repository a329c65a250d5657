package org.tapescript.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tapescript.domain.ParagraphKind;
import org.tapescript.edit.Edit;
import org.tapescript.subtitle.CueCheck;
import org.tapescript.ui.review.ReviewItem;

class MessagesTest {
    private static Properties texts(String name) throws IOException {
        Properties result = new Properties();
        try (Reader in = new InputStreamReader(
                MessagesTest.class.getResourceAsStream("/org/tapescript/ui/" + name), StandardCharsets.UTF_8)) {
            result.load(in);
        }
        return result;
    }

    @Test
    void everyLanguageHasEveryText() throws IOException {
        Properties english = texts("messages.properties");
        Properties german = texts("messages_de.properties");
        assertThat(german.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        for (String key : english.stringPropertyNames()) {
            assertThat(new MessageFormat(german.getProperty(key)).getFormatsByArgumentIndex())
                    .as(key)
                    .hasSameSizeAs(new MessageFormat(english.getProperty(key)).getFormatsByArgumentIndex());
        }
    }

    @Test
    void everyTextThatTheWindowAsksForIsThere() throws IOException {
        Set<String> keys = new TreeSet<>();
        Pattern asked = Pattern.compile("(?:Messages\\s*\\.get\\(|item\\()\\s*\"([a-zA-Z.]+[a-zA-Z])\"");
        Pattern command = Pattern.compile("\\.add\\(\\s*\"([a-zA-Z]+)\", \"");
        try (Stream<Path> files = Files.walk(Path.of("src/main/java/org/tapescript/ui"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                String source = Files.readString(file);
                Matcher m = asked.matcher(source);
                while (m.find()) {
                    keys.add(m.group(1));
                }
                m = command.matcher(source);
                while (m.find()) {
                    keys.add("command." + m.group(1));
                }
            }
        }
        for (Class<?> edit : Edit.class.getPermittedSubclasses()) {
            keys.add("edit." + edit.getSimpleName());
        }
        for (ParagraphKind kind : ParagraphKind.values()) {
            keys.add("kind." + kind.label());
        }
        for (ReviewItem.Kind kind : ReviewItem.Kind.values()) {
            keys.add("review.kind." + kind.name().toLowerCase(java.util.Locale.ROOT));
        }
        for (CueCheck.Breach breach : CueCheck.Breach.values()) {
            keys.add("breach." + breach.name().toLowerCase(java.util.Locale.ROOT));
        }
        assertThat(keys).contains("command.save", "command.nudgeEndForwardMore").hasSizeGreaterThan(150);
        assertThat(texts("messages.properties").stringPropertyNames()).containsAll(keys);
    }
}
