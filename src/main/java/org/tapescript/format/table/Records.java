package org.tapescript.format.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Records of a field a line, as {@code Speaker: Ann}, in plain text or as YAML writes lists: the same as a table, written downwards. */
final class Records {
    private static final Pattern FIELD = Pattern.compile("\\h*(-\\h+)?(\\p{L}[\\p{L}_ ]{0,24}):(?:\\h+(.*))?");
    private static final int MIN_COUNT = 2;
    /** No quotation is longer; what seems so was never closed. */
    private static final int MAX_LENGTH = 20_000;

    private Records() {}

    /** The rows, with the column names first; empty if the text is not made of records. */
    static Optional<List<String[]>> rows(String text) {
        List<Map<String, String>> records = new ArrayList<>();
        Map<String, String> open = new LinkedHashMap<>();
        Map<String, Integer> keys = new LinkedHashMap<>();
        String last = "";
        for (String line : (Iterable<String>) text.lines()::iterator) {
            Matcher m = FIELD.matcher(line);
            if (!isOpen(open.getOrDefault(last, "")) && m.matches()) {
                if (m.group(1) != null || open.containsKey(m.group(2))) {
                    records.add(open);
                    open = new LinkedHashMap<>();
                }
                last = m.group(2);
                keys.merge(last, 1, Integer::sum);
                open.put(last, m.group(3) == null ? "" : m.group(3).strip());
            } else if (!line.isBlank()) {
                if (last.isEmpty() || !open.containsKey(last)) {
                    return Optional.empty();
                }
                open.put(last, (open.get(last) + " " + line.strip()).strip());
            }
        }
        records.add(open);
        records.removeIf(Map::isEmpty);
        String[] names = keys.keySet().toArray(String[]::new);
        boolean uneven = keys.values().stream().anyMatch(n -> n < MIN_COUNT || n * 2 < records.size());
        if (records.size() < MIN_COUNT || uneven || !Columns.isHeader(names)) {
            return Optional.empty();
        }
        List<String[]> rows = new ArrayList<>(List.<String[]>of(names));
        for (Map<String, String> record : records) {
            Map<String, String> fields = new HashMap<>(record);
            String[] row = new String[names.length];
            for (int i = 0; i < row.length; i++) {
                row[i] = unquoted(fields.getOrDefault(names[i], ""));
            }
            rows.add(row);
        }
        return Optional.of(rows);
    }

    private static String unquoted(String value) {
        boolean quoted = value.length() > 1
                && "\"'".indexOf(value.charAt(0)) >= 0
                && value.charAt(0) == value.charAt(value.length() - 1);
        String inner = quoted ? value.substring(1, value.length() - 1) : value;
        return quoted && value.charAt(0) == '\'' ? inner.replace("''", "'") : inner;
    }

    /** Whether a quotation goes on in the next line, whatever that looks like. */
    private static boolean isOpen(String value) {
        if (value.isEmpty() || "\"'".indexOf(value.charAt(0)) < 0) {
            return false;
        }
        char quote = value.charAt(0);
        long quotes = value.chars().filter(c -> c == quote).count();
        return quotes % 2 == 1 && value.length() < MAX_LENGTH;
    }
}
