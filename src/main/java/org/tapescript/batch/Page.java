package org.tapescript.batch;

import org.tapescript.format.HtmlText;

/** What the pages share: they stand alone, without scripts, and can be printed. */
final class Page {
    static final String FOOT = "</body></html>\n";

    private static final String CSS = """
            body { font: 15px/1.5 system-ui, sans-serif; max-width: 1080px; margin: 2em auto; padding: 0 1em; color: #1f2328; }
            h1 { font-size: 1.5em; } h2 { font-size: 1.1em; margin-top: 2em; }
            table { border-collapse: collapse; width: 100%; } th { text-align: left; font-weight: 600; }
            th, td { padding: 4px 10px 4px 0; border-bottom: 1px solid #d1d9e0; vertical-align: top; }
            tr.failed td, td.look { color: #b3261e; } svg { width: 100%; height: auto; display: block; }
            .key { color: #59636e; font-size: 0.9em; } .dot { display: inline-block; width: 10px; height: 10px; margin: 0 4px 0 12px; }
            """;

    private Page() {}

    static String head(String title) {
        return "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>" + HtmlText.escape(title)
                + "</title><style>\n" + CSS + "</style></head><body>\n";
    }
}
