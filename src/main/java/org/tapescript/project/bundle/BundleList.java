package org.tapescript.project.bundle;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/**
 * The list of what is in a bundle, as its JSON has it.
 *
 * @param project name of the project's file, {@code journal} of that of its journal if there is one
 * @param transcript name of the text
 * @param recordings names in the project's order
 * @param files all files but those of the bundle itself
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record BundleList(
        String format,
        int version,
        String project,
        String journal,
        String transcript,
        List<String> recordings,
        List<Listed> files) {
    /** The list's own name. */
    static final String NAME = "bundle.json";

    static final String FORMAT = "tapescript-bundle";
    static final int VERSION = 1;

    /** Says by the file's first bytes what it is, as in EPUB and OpenDocument. */
    static final String TYPE_NAME = "mimetype";

    static final String TYPE = "application/x-tapescript-bundle";

    private static final ObjectMapper MAPPER = new ObjectMapper()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(SerializationFeature.INDENT_OUTPUT);

    /** A file as it is unpacked. */
    record Listed(String name, long bytes, String sha256) {
        boolean isWhole() {
            return name != null && bytes >= 0 && sha256 != null && sha256.matches("[0-9a-f]{64}");
        }
    }

    BundleList {
        recordings = recordings == null ? List.of() : List.copyOf(recordings);
        files = files == null ? List.of() : List.copyOf(files);
    }

    /** Whether all that must be there is, and everything that is named is among the files. */
    boolean isWhole() {
        List<String> names = files.stream().map(Listed::name).toList();
        return FORMAT.equals(format)
                && files.stream().allMatch(Listed::isWhole)
                && Stream.concat(
                                journal == null
                                        ? Stream.of(project, transcript)
                                        : Stream.of(project, transcript, journal),
                                recordings.stream())
                        .allMatch(n -> n != null && names.contains(n));
    }

    byte[] json() throws IOException {
        return MAPPER.writeValueAsBytes(this);
    }

    /** @throws IOException if it is no such list */
    static BundleList of(byte[] json) throws IOException {
        try {
            BundleList list = MAPPER.readValue(json, BundleList.class);
            if (list == null) {
                throw new IOException("no list");
            }
            return list;
        } catch (NullPointerException e) {
            throw new IOException("an entry of a list is missing", e);
        }
    }
}
