package org.tapescript.ui.mainwindow;

import java.nio.file.Path;
import java.util.List;
import org.tapescript.ui.common.Appearance;
import org.tapescript.ui.common.FilePicker;
import org.tapescript.ui.common.Keys;
import org.tapescript.workflow.Places;

/** What a project's window asks of the program around it. */
public interface Shell {
    /** Leaves the project for the first page. */
    void home();

    /** Closes the window, as its title bar does. */
    void quit();

    /** Asks for a project and opens it in place of this one. */
    void open();

    /** Opens a project in place of this one. */
    void open(Path project);

    /** Opens the project anew, as it is now: it is about another sound or language. */
    void reopen();

    /** Projects opened before, the last first. */
    List<Path> recent();

    /** Shows how the program is used. */
    void showManual();

    /** @param section of the settings that is shown first: {@code look}, {@code playing} or {@code keys} */
    void showSettings(Keys keys, String section);

    /** Folder of dictionaries that the user has put there. */
    Path dictionaries();

    FilePicker files();

    /** Folders of the program and the user. */
    Places places();

    Appearance appearance();

    /** Gives everything that shows its looks again. */
    void restyle();

    /** The project goes on under another name. */
    void renamed(Path project);
}
