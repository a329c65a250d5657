package org.tapescript.ui.transcript;

import java.util.ArrayList;
import java.util.List;
import javafx.collections.ModifiableObservableListBase;

/** Rows of which many are replaced in one change: a letter typed moves the place of all rows behind it, and for each change a list looks at itself. */
final class RowList extends ModifiableObservableListBase<Row> {
    private final List<Row> rows = new ArrayList<>();

    /** Puts others in the place of rows that differ from them. */
    void replace(int from, List<Row> others) {
        beginChange();
        for (int i = 0; i < others.size(); i++) {
            if (!get(from + i).equals(others.get(i))) {
                set(from + i, others.get(i));
            }
        }
        endChange();
    }

    @Override
    public Row get(int index) {
        return rows.get(index);
    }

    @Override
    public int size() {
        return rows.size();
    }

    @Override
    protected void doAdd(int index, Row row) {
        rows.add(index, row);
    }

    @Override
    protected Row doSet(int index, Row row) {
        return rows.set(index, row);
    }

    @Override
    protected Row doRemove(int index) {
        return rows.remove(index);
    }
}
