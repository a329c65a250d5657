package org.tapescript.language;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Map;

/**
 * A language folder's {@code manifest.json}; see models/README.md. A part left out is looked for in the folder.
 *
 * @param acousticModel where mdef, means and the rest lie
 * @param dictionary words and their phones
 * @param graphones pronunciation model
 * @param languageModel what is said in the language as a whole, in Sphinx's binary form; may be lacking
 * @param sha256 of files, by the part and name, as {@code acousticModel/means}
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record Manifest(
        Location acousticModel,
        Location dictionary,
        Location graphones,
        Location languageModel,
        Map<String, String> sha256) {
    /** Either a name on the class path or one relative to the manifest's folder. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Location(String resource, String file) {
        Location {
            if (resource == null && file == null) {
                throw new IllegalArgumentException("a part has neither file nor resource");
            }
        }
    }

    static final Manifest EMPTY = new Manifest(null, null, null, null, null);

    Map<String, String> checksums() {
        return sha256 == null ? Map.of() : sha256;
    }
}
