package org.tapescript.ui.common;

import javafx.scene.shape.SVGPath;

/** The window's pictures: drawn, for no font has them all. Each fits a square of 16 and takes the colour of text. */
public enum Icons {
    PLAY("M4 2 L14 8 L4 14 Z"),
    PAUSE("M3 2 H6.5 V14 H3 Z M9.5 2 H13 V14 H9.5 Z"),
    BACK("M2 2 H4 V14 H2 Z M14 2 V14 L5 8 Z"),
    FORWARD("M12 2 H14 V14 H12 Z M2 2 L11 8 L2 14 Z"),
    FIND(
            "M6.5 1 A5.5 5.5 0 1 0 9.9 10.8 L14 15 L15 14 L10.8 9.9 A5.5 5.5 0 0 0 6.5 1 Z M6.5 2.6 A3.9 3.9 0 1 1 6.5 10.4 A3.9 3.9 0 1 1 6.5 2.6 Z"),
    UNDO("M6 3 V0.5 L1 5 L6 9.5 V6.5 H10 A3 3 0 0 1 10 12.5 H5 V15 H10 A5.5 5.5 0 0 0 10 3.5 H6 Z"),
    REDO("M10 3 V0.5 L15 5 L10 9.5 V6.5 H6 A3 3 0 0 0 6 12.5 H11 V15 H6 A5.5 5.5 0 0 1 6 3.5 H10 Z"),
    COMMANDS(
            "M1 2 H15 V12 H1 Z M2.5 3.5 V10.5 H13.5 V3.5 Z M4 5 H6 V6.5 H4 Z M7 5 H9 V6.5 H7 Z M10 5 H12 V6.5 H10 Z M4 8 H12 V9.3 H4 Z");

    private final String path;

    Icons(String path) {
        this.path = path;
    }

    public SVGPath shape() {
        SVGPath shape = new SVGPath();
        shape.setContent(path);
        shape.setFillRule(javafx.scene.shape.FillRule.EVEN_ODD);
        shape.getStyleClass().add("icon");
        return shape;
    }
}
