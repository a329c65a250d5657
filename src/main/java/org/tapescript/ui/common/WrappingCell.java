package org.tapescript.ui.common;

import javafx.scene.Node;
import javafx.scene.control.ListCell;

/** A cell as wide as its list and as high as what it shows is at that width: text in it wraps. */
public class WrappingCell<T> extends ListCell<T> {
    public WrappingCell() {
        setPrefWidth(0);
    }

    @Override
    protected double computePrefHeight(double width) {
        Node shown = getGraphic();
        if (shown == null || getListView() == null) {
            return super.computePrefHeight(width);
        }
        double outer = width > 0 ? width : getListView().getWidth();
        double inner = outer - snappedLeftInset() - snappedRightInset();
        return snappedTopInset() + snapSizeY(shown.prefHeight(inner)) + snappedBottomInset();
    }

    @Override
    protected void layoutChildren() {
        Node shown = getGraphic();
        if (shown == null) {
            super.layoutChildren();
            return;
        }
        shown.resizeRelocate(
                snappedLeftInset(),
                snappedTopInset(),
                getWidth() - snappedLeftInset() - snappedRightInset(),
                getHeight() - snappedTopInset() - snappedBottomInset());
    }
}
