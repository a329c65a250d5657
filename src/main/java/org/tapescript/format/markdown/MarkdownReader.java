package org.tapescript.format.markdown;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.tapescript.domain.SourceDocument;
import org.tapescript.format.DocumentBuilder;
import org.tapescript.format.RoleElements;
import org.tapescript.format.TranscriptFile;
import org.tapescript.format.TranscriptReader;
import org.tapescript.format.UnreadableTranscriptException;

/**
 * Markdown (CommonMark 0.31, with GitHub's tables): marks become styles, escapes letters. Front matter between lines of hyphens is no
 * Markdown and stays lines.
 */
public final class MarkdownReader implements TranscriptReader {
    private static final Pattern FRONT_MATTER =
            Pattern.compile("\\A---\\h*\\R(?:.*\\R)*?(?:---|\\.\\.\\.)\\h*(?:\\R|\\z)");
    private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());

    @Override
    public boolean reads(TranscriptFile file) {
        return file.isNamed("md", "markdown", "mdx", "mkd");
    }

    @Override
    public SourceDocument read(TranscriptFile file) throws UnreadableTranscriptException {
        return document(file.name(), file.text());
    }

    /** The paragraphs of a text. */
    public static SourceDocument document(String name, String text) {
        DocumentBuilder builder = new DocumentBuilder(name);
        int start = 0;
        if (text.startsWith("---")) {
            Matcher m = FRONT_MATTER.matcher(text);
            if (m.lookingAt()) {
                start = m.end();
                builder.lines(text.substring(0, start));
            }
        }
        Node root = Parser.builder()
                .extensions(EXTENSIONS)
                .maxOpenBlockParsers(100)
                .build()
                .parse(RoleElements.marked(text.substring(start)));
        root.accept(new MarkdownWalk(builder, MarkdownWalk.fenced(root) * 2 < text.length()));
        return builder.build();
    }
}
