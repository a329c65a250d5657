package org.tapescript.format.markup;

import java.util.Arrays;
import java.util.Optional;
import org.tapescript.domain.SourceDocument;
import org.tapescript.format.TranscriptFile;
import org.tapescript.format.TranscriptReader;
import org.tapescript.format.UnreadableTranscriptException;
import org.tapescript.format.markdown.MarkdownReader;

/** MediaWiki's markup, BBCode and LaTeX, each known by marks that nothing else has. */
public final class MarkupReader implements TranscriptReader {
    @Override
    public boolean reads(TranscriptFile file) {
        return file.isNamed("tex", "latex", "wiki", "mediawiki", "bbcode")
                        && file.decoded().isPresent()
                || dialect(file.start()).isPresent();
    }

    @Override
    public SourceDocument read(TranscriptFile file) throws UnreadableTranscriptException {
        String text = file.text();
        return MarkdownReader.document(
                file.name(), dialect(text).map(d -> d.markdown(text)).orElse(text));
    }

    private static Optional<Dialect> dialect(String text) {
        return Arrays.stream(Dialect.values()).filter(d -> d.isIn(text)).findFirst();
    }
}
