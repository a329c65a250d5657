package org.tapescript.ui.mainwindow;

import java.nio.file.Path;
import org.tapescript.ui.common.Appearance;
import org.tapescript.ui.common.FilePicker;
import org.tapescript.ui.common.Keys;

/** What a project's window asks of the program around it. */
public interface Shell {
    /** Leaves the project for the first page. */
    void home();

    /** @param section of the settings that is shown first: {@code look}, {@code playing} or {@code keys} */
    void showSettings(Keys keys, String section);

    FilePicker files();

    Appearance appearance();

    /** Gives everything that shows its looks again. */
    void restyle();

    /** The project goes on under another name. */
    void renamed(Path project);
}
