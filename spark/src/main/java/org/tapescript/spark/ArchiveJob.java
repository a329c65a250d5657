package org.tapescript.spark;

import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaFutureAction;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.util.SerializableConfiguration;

/**
 * {@code spark-submit --class org.tapescript.spark.ArchiveJob tapescript-spark.jar MANIFEST -o RESULTS [options of tapescript batch]}: what
 * {@code tapescript batch} does, on a cluster. Each tape is a job of one task, so that one that takes its executor down is tried twice and
 * then reported while the others go on. {@code --home} says where Tapescript lies on every computer; if not given, in the archive
 * {@code tapescript} that {@code --archives} brought along.
 */
public final class ArchiveJob {
    private static final String OPTIONS = "spark.executor.extraJavaOptions";
    private static final String RESULT = "result.json";
    /** Tapes that wait for an executor, for each that is at work: enough that none is idle. */
    private static final int AHEAD = 3;

    /**
     * What every task has to know; made of text, for it travels.
     *
     * @param arguments of {@code tapescript batch}, but for the manifest and the folder of the results
     */
    private record Order(String home, String manifest, String results, List<String> arguments) implements Serializable {
        java.nio.file.Path homeFolder() {
            return java.nio.file.Path.of(home.isEmpty() ? org.apache.spark.SparkFiles.get("tapescript") : home);
        }
    }

    private ArchiveJob() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        List<String> rest = new ArrayList<>(List.of(args));
        String home = take(rest, "--home", "");
        String results = take(rest, "-o", null);
        if (results == null || rest.isEmpty()) {
            throw new IllegalArgumentException("MANIFEST and -o RESULTS are needed, then options of 'tapescript batch'");
        }
        String manifest = rest.remove(0);
        // A tape that kills its executor is tried once more, and no other suffers for it.
        SparkConf conf = new SparkConf()
                .setIfMissing("spark.app.name", "Tapescript")
                .setIfMissing("spark.task.maxFailures", "2");
        conf.set(OPTIONS, options(conf));
        try (JavaSparkContext spark = new JavaSparkContext(conf)) {
            run(spark, new Order(home, manifest, results, List.copyOf(rest)));
        }
    }

    /** A tape takes as many cores as Spark gives it, not all that the computer has. */
    private static String options(SparkConf conf) {
        String options = conf.get(OPTIONS, "");
        return options.contains("ActiveProcessorCount")
                ? options
                : (options + " -XX:ActiveProcessorCount=" + conf.get("spark.task.cpus", "1")).strip();
    }

    private static String take(List<String> args, String option, String otherwise) {
        int at = args.indexOf(option);
        if (at < 0 || at + 1 >= args.size()) {
            return otherwise;
        }
        args.remove(at);
        return args.remove(at);
    }

    private static void run(JavaSparkContext spark, Order order) throws IOException, InterruptedException {
        SerializableConfiguration hadoop = new SerializableConfiguration(spark.hadoopConfiguration());
        Desk desk = new Desk(order, hadoop.value());
        List<List<String>> plan = desk.plan();
        Deque<Running> running = new ArrayDeque<>();
        int ahead = AHEAD * Math.max(1, spark.defaultParallelism());
        for (int number = 1; number <= plan.size(); number++) {
            int own = number;
            running.add(new Running(
                    number,
                    spark.parallelize(List.of(number), 1)
                            .map(n -> new Desk(order, hadoop.value()).tape(n))
                            .collectAsync()));
            System.err.println(own + "/" + plan.size() + " " + plan.get(own - 1).get(0) + " ...");
            if (running.size() >= ahead) {
                running.remove().end(desk, plan);
            }
        }
        while (!running.isEmpty()) {
            running.remove().end(desk, plan);
        }
        List<?> counts = desk.summary(plan, Math.max(1, spark.defaultParallelism()));
        System.out.println(counts.get(0) + " done, " + counts.get(1) + " failed; see " + order.results + "/index.html");
    }

    /** A tape that was handed out. */
    private record Running(int number, JavaFutureAction<List<String>> outcome) {
        void end(Desk desk, List<List<String>> plan) throws IOException, InterruptedException {
            String name = plan.get(number - 1).get(0);
            try {
                String problem = outcome.get().get(0);
                System.err.println(name + (problem.isEmpty() ? ": done" : ": failed: " + problem));
            } catch (ExecutionException e) {
                String reason = String.valueOf(e.getCause().getMessage()).lines().findFirst().orElse("");
                System.err.println(name + ": failed twice: " + reason);
                desk.fail(number, plan, "The computers that worked on this tape failed, twice");
            }
        }
    }

    /** Where work is done, on the driver or on an executor: files are brought here, Tapescript is asked, results are brought back. */
    private static final class Desk {
        private final Order order;
        private final Staging staging;
        private final java.nio.file.Path home;

        Desk(Order order, Configuration hadoop) {
            this.order = order;
            this.home = order.homeFolder();
            this.staging =
                    new Staging(hadoop, java.nio.file.Path.of(System.getProperty("java.io.tmpdir"), "tapescript-spark"));
        }

        private Path results() {
            return new Path(order.results);
        }

        private List<String> arguments() throws IOException {
            List<String> arguments = new ArrayList<>(List.of(
                    staging.fetch(new Path(order.manifest)).toString(),
                    "-o",
                    staging.local(results()).toString()));
            arguments.addAll(order.arguments);
            return arguments;
        }

        List<List<String>> plan() throws IOException {
            List<List<String>> plan = new ArrayList<>();
            for (Object tape : (List<?>) Worker.ask(home, "plan", arguments())) {
                plan.add(((List<?>) tape).stream().map(String::valueOf).toList());
            }
            return plan;
        }

        /** @return why it failed; empty if it did not */
        String tape(int number) throws IOException {
            List<String> one = plan().get(number - 1);
            for (String file : one.subList(1, one.size())) {
                bring(java.nio.file.Path.of(file));
            }
            Path folder = new Path(results(), one.get(0));
            staging.fetchFolder(folder);
            String problem = (String) Worker.ask(home, "tape", arguments(), number);
            staging.store(folder, RESULT);
            return problem;
        }

        /** What the manifest names beside itself lies beside the original. */
        private void bring(java.nio.file.Path file) throws IOException {
            Path manifest = new Path(order.manifest);
            java.nio.file.Path beside = staging.local(manifest).getParent();
            if (!staging.isLocal(manifest) && file.startsWith(beside)) {
                staging.fetch(new Path(manifest.getParent(), beside.relativize(file).toString()));
            }
        }

        void fail(int number, List<List<String>> plan, String problem) throws IOException {
            Worker.ask(home, "fail", arguments(), number, problem);
            staging.store(new Path(results(), plan.get(number - 1).get(0)), RESULT);
        }

        List<?> summary(List<List<String>> plan, int jobs) throws IOException {
            for (List<String> one : plan) {
                staging.fetchFolder(new Path(results(), one.get(0)));
            }
            List<?> counts = (List<?>) Worker.ask(home, "summary", arguments(), jobs);
            staging.store(results(), "index.html");
            return counts;
        }
    }
}
