package org.tapescript.format.page;

import java.util.List;

/**
 * What a user may choose about a page.
 *
 * @param media where the recordings lie, relative to the page or as URLs, in their order; the file names of those left out are taken
 * @param guesses whether times and speakers that are not certain are marked
 */
public record PageOptions(List<String> media, boolean guesses) {
    public static final PageOptions DEFAULT = new PageOptions(List.of(), false);

    public PageOptions {
        media = List.copyOf(media);
    }
}
