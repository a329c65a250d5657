package org.tapescript.ui.common;

import javafx.scene.Node;
import javafx.scene.control.ListCell;

/** A cell as wide as its list and as high as what it shows is at that width: text in it wraps. */
public class WrappingCell<T> extends ListCell<T> {
    /** What was asked for last, and the height: a list asks each of its cells whenever one of them has changed. */
    private Node askedOf;

    private double askedWidth;
    private double askedHeight;

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
        if (askedOf != shown || askedWidth != outer) {
            double inner = outer - snappedLeftInset() - snappedRightInset();
            askedHeight = snappedTopInset() + snapSizeY(shown.prefHeight(inner)) + snappedBottomInset();
            askedOf = shown;
            askedWidth = outer;
        }
        return askedHeight;
    }

    /** Also called when anything that is shown has changed. */
    @Override
    public void requestLayout() {
        askedOf = null;
        super.requestLayout();
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
