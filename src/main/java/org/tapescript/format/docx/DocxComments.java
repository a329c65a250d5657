package org.tapescript.format.docx;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.apache.poi.xwpf.usermodel.XWPFComment;
import org.apache.poi.xwpf.usermodel.XWPFComments;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.tapescript.domain.PlacedComment;
import org.tapescript.domain.Word;

/** Comments of a Word document (ECMA-376, part 1, 17.13.4), each on the words that it is about. */
final class DocxComments {
    private final List<PlacedComment> comments;

    DocxComments(XWPFDocument document, List<PlacedComment> comments) {
        this.comments = comments.stream().filter(c -> c.first().isPresent()).toList();
        if (this.comments.isEmpty()) {
            return;
        }
        XWPFComments part = document.createComments();
        for (int i = 0; i < this.comments.size(); i++) {
            XWPFComment comment = part.createComment(BigInteger.valueOf(i));
            comment.setAuthor("Tapescript");
            comment.setInitials("T");
            for (String line : this.comments.get(i).comment().exported().split("\\R")) {
                comment.createParagraph().createRun().setText(DocxWriter.clean(line));
            }
        }
    }

    private static boolean is(Optional<Word> one, Word other) {
        return one.filter(w -> w.id().equals(other.id())).isPresent();
    }

    boolean begins(Word word) {
        return comments.stream().anyMatch(c -> is(c.first(), word));
    }

    boolean ends(Word word) {
        return comments.stream().anyMatch(c -> is(c.last(), word));
    }

    void begin(Word word, XWPFParagraph paragraph) {
        for (int i = 0; i < comments.size(); i++) {
            if (is(comments.get(i).first(), word)) {
                paragraph.getCTP().addNewCommentRangeStart().setId(BigInteger.valueOf(i));
            }
        }
    }

    void end(Word word, XWPFParagraph paragraph) {
        for (int i = 0; i < comments.size(); i++) {
            if (is(comments.get(i).last(), word)) {
                paragraph.getCTP().addNewCommentRangeEnd().setId(BigInteger.valueOf(i));
                paragraph.getCTP().addNewR().addNewCommentReference().setId(BigInteger.valueOf(i));
            }
        }
    }
}
