#!/usr/bin/env bash
# Runs an archive of 24 short tapes, three of them bad, on one machine and on a cluster of a master and two workers, one of whose executors is
# killed in the middle; what comes out must be the same byte for byte, but for the time that work took. Spark comes from Maven. Needs ffmpeg.
# An argument says how many good tapes, if not 21.
set -euo pipefail
trap 'echo "check-spark: line $LINENO failed" >&2' ERR
good=${1:-21}
home=$(cd "$(dirname "$0")/../../.." && pwd)
work=$(mktemp -d)
pids=()
end() {
    for pid in "${pids[@]}"; do kill "$pid" 2>/dev/null || true; done
    wait 2>/dev/null || true
    rm -rf "$work"
}
trap end EXIT
fail() { echo "check-spark: $1" >&2; tail -n 40 "$work"/*.log >&2; exit 1; }

[ -f "$home/target/tapescript.jar" ] || mvn -q -B -ntp -f "$home" -DskipTests package
mvn -q -B -ntp -f "$home/spark" package
python3 "$home/src/test/cluster/make_tapes.py" "$home/audio-samples" "$work/tapes" "$good"

export SPARK_HOME=$home/spark/target/spark-home SPARK_SCALA_VERSION=2.13 SPARK_LOCAL_IP=127.0.0.1 SPARK_MASTER_HOST=127.0.0.1
export TAPESCRIPT_MODELS=$home/models
opens=()
for package in java.lang java.lang.invoke java.lang.reflect java.io java.net java.nio java.util java.util.concurrent java.util.concurrent.atomic \
    jdk.internal.ref sun.nio.ch sun.nio.cs sun.security.action sun.util.calendar; do
    opens+=("--add-opens=java.base/$package=ALL-UNNAMED")
done
# To be run in the background: the shell becomes Spark, so that its number is the process's.
spark() { exec java -Xmx512m -XX:+UseSerialGC -XX:+IgnoreUnrecognizedVMOptions "${opens[@]}" -cp "$SPARK_HOME/jars/*" "$@"; }
port() { python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'; }

begin=$(date +%s)
TAPESCRIPT_CACHE=$work/cache1 java -Xmx850m -XX:+UseSerialGC -jar "$home/target/tapescript.jar" batch "$work/tapes/tapes.csv" -o "$work/results" \
    >"$work/single.log" 2>&1 || true
single=$(($(date +%s) - begin))
grep -q "$good done, 3 failed" "$work/single.log" || fail "the single machine did not do what it should"
mv "$work/results" "$work/single"

master=$(port)
spark org.apache.spark.deploy.master.Master --host 127.0.0.1 --port "$master" --webui-port 0 >"$work/master.log" 2>&1 & pids+=($!)
for n in 1 2; do
    spark org.apache.spark.deploy.worker.Worker --host 127.0.0.1 --cores 1 --memory 2g --webui-port 0 --work-dir "$work/worker$n" \
        "spark://127.0.0.1:$master" >"$work/worker$n.log" 2>&1 & pids+=($!)
done
for _ in $(seq 120); do [ "$(grep -c 'Registering worker' "$work/master.log")" = 2 ] && break; sleep 1; done

begin=$(date +%s)
TAPESCRIPT_CACHE=$work/cache2 spark org.apache.spark.deploy.SparkSubmit --master "spark://127.0.0.1:$master" \
    --conf spark.executor.cores=1 --conf spark.executor.memory=1g --conf spark.ui.enabled=false --conf spark.executorEnv.TAPESCRIPT_CACHE="$work/cache2" \
    --conf spark.executorEnv.TAPESCRIPT_MODELS="$TAPESCRIPT_MODELS" --class org.tapescript.spark.ArchiveJob \
    "$home/spark/target/tapescript-spark.jar" "$work/tapes/tapes.csv" -o "$work/results" --home "$home/target" \
    >"$work/spark.log" 2>&1 & job=$!; pids+=("$job")
# The first executor that has done a tape is killed while others are left.
for _ in $(seq 240); do
    finished=$({ find "$work" -path '*/results/*' -name result.json 2>/dev/null || true; } | wc -l)
    [ "$finished" -ge $((good / 3)) ] && break
    kill -0 "$job" 2>/dev/null || break
    sleep 0.5
done
executor=$(pgrep -P "${pids[1]}" | head -n 1 || true)
[ -n "$executor" ] && kill -9 "$executor"
wait "$job" || fail "the cluster's run failed"
cluster=$(($(date +%s) - begin))
grep -q "$good done, 3 failed" "$work/spark.log" || fail "the cluster did not do what it should"
[ -n "$executor" ] || fail "no executor was killed"

# Times taken are told apart from results.
plain() {
    find "$1" -name result.json -exec sed -i -E 's/"seconds":[0-9.]+//' {} +
    sed -i -E 's/,[0-9.]+,([^,]*)$/,\1/' "$1/summary.csv"
    rm "$1/statistics.csv" "$1/index.html"
}
cp -r "$work/results" "$work/cluster"
plain "$work/single"
plain "$work/cluster"
diff -r "$work/single" "$work/cluster" >"$work/diff.log" || fail "the cluster's results differ"
echo "check-spark: $((good + 3)) tapes, 3 of them bad, one executor killed: the same byte for byte; $single s on one machine, $cluster s on two workers"
