package org.tapescript;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Function;
import org.tapescript.cli.BatchWorker;

/**
 * The door for programs that keep this one's classes apart from theirs, as cluster software does, whose libraries are older: only Java's
 * own types go in and out. A call is a verb and what it needs: {@code plan}, {@code tape}, {@code fail} or {@code summary}; see {@link
 * BatchWorker}.
 */
public final class ArchiveWorker implements Function<List<Object>, Object> {
    private final BatchWorker worker = new BatchWorker(Launcher.PLACES);

    @Override
    public Object apply(List<Object> call) {
        try {
            List<String> arguments =
                    ((List<?>) call.get(1)).stream().map(String::valueOf).toList();
            switch (String.valueOf(call.get(0))) {
                case "plan":
                    return worker.plan(arguments);
                case "tape":
                    return worker.tape(arguments, (Integer) call.get(2));
                case "fail":
                    worker.fail(arguments, (Integer) call.get(2), String.valueOf(call.get(3)));
                    return "";
                case "summary":
                    return worker.summary(arguments, (Integer) call.get(2));
                default:
                    throw new IllegalArgumentException("there is no verb " + call.get(0));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
