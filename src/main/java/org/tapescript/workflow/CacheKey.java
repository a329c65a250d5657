package org.tapescript.workflow;

import java.util.List;
import java.util.stream.Collectors;
import org.tapescript.domain.Recording;
import org.tapescript.storage.Checksum;

/** Names of files in the cache, of what their content depends on. */
final class CacheKey {
    private CacheKey() {}

    static String of(String content) {
        return Checksum.ofText(content);
    }

    static String of(List<Recording> recordings) {
        return of(recordings.stream()
                .map(r -> r.fingerprint() + "#" + r.track() + "#" + r.micros())
                .collect(Collectors.joining(" ")));
    }
}
