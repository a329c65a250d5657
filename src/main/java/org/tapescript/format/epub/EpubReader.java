package org.tapescript.format.epub;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tapescript.domain.SourceDocument;
import org.tapescript.format.DocumentBuilder;
import org.tapescript.format.TranscriptFault;
import org.tapescript.format.TranscriptFile;
import org.tapescript.format.TranscriptReader;
import org.tapescript.format.XmlTree;
import org.tapescript.format.ZipParts;
import org.tapescript.format.html.HtmlReader;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** EPUB (W3C EPUB 3.3): the pages of its spine in order; without one, all its pages in the order of their names. */
public final class EpubReader implements TranscriptReader {
    @Override
    public boolean reads(TranscriptFile file) {
        return file.begins("PK\003") && file.contains("application/epub+zip") || file.isNamed("epub");
    }

    @Override
    public SourceDocument read(TranscriptFile file) throws IOException {
        try (ZipParts parts = new ZipParts(file, TranscriptFault.DAMAGED_EPUB)) {
            List<String> pages = spine(parts);
            if (pages.isEmpty()) {
                pages = parts.names().stream()
                        .filter(n -> n.matches("(?i).*\\.x?html?"))
                        .filter(n -> !n.matches("(?i)(?:.*/)?(?:nav|toc)\\.x?html?"))
                        .sorted()
                        .toList();
            }
            DocumentBuilder builder = new DocumentBuilder(file.name());
            for (String page : pages) {
                Optional<byte[]> bytes = parts.part(page);
                if (bytes.isPresent()) {
                    HtmlReader.add(bytes.get(), Optional.empty(), builder);
                }
            }
            return builder.build();
        }
    }

    private static List<String> spine(ZipParts parts) throws IOException {
        Optional<Document> container = tree(parts, "META-INF/container.xml");
        Optional<String> path =
                container.flatMap(c -> XmlTree.first(c, "rootfile")).map(r -> r.getAttribute("full-path"));
        Optional<Document> book = path.isEmpty() ? Optional.empty() : tree(parts, path.get());
        if (book.isEmpty()) {
            return List.of();
        }
        String folder = path.get().substring(0, path.get().lastIndexOf('/') + 1);
        Map<String, Element> items = new HashMap<>();
        XmlTree.all(book.get(), "item").forEach(i -> items.put(i.getAttribute("id"), i));
        List<String> pages = new ArrayList<>();
        for (Element reference : XmlTree.all(book.get(), "itemref")) {
            Element item = items.get(reference.getAttribute("idref"));
            if (item != null && !item.getAttribute("properties").contains("nav")) {
                pages.add(folder + decoded(item.getAttribute("href")));
            }
        }
        return pages;
    }

    private static String decoded(String href) {
        try {
            return URLDecoder.decode(href.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return href;
        }
    }

    private static Optional<Document> tree(ZipParts parts, String name) throws IOException {
        Optional<byte[]> part = parts.part(name);
        try {
            return part.isEmpty() ? Optional.empty() : Optional.of(XmlTree.parse(part.get()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
