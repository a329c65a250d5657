package org.tapescript.ui.mainwindow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CommandMenusTest {
    @Test
    void everyCommandIsInOneOfTheMenus() throws IOException {
        Set<String> commands = new TreeSet<>();
        Matcher m = Pattern.compile("keys\\.add\\(\\s*\"([a-zA-Z]+)\",")
                .matcher(Files.readString(Path.of("src/main/java/org/tapescript/ui/mainwindow/EditorCommands.java")));
        while (m.find()) {
            commands.add(m.group(1));
        }
        assertThat(commands).hasSizeGreaterThan(50);
        Set<String> inMenus = CommandMenus.MENUS.values().stream()
                .flatMap(java.util.Collection::stream)
                .filter(id -> !id.equals("-") && !id.equals("speakers"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(inMenus).isEqualTo(commands);
    }
}
