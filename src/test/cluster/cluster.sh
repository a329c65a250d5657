# A Spark cluster on loopback: to be sourced, with `home` (the checkout) and `work` (an empty folder) set. Spark comes from Maven.
pids=()
end() {
    for pid in "${pids[@]}"; do kill "$pid" 2>/dev/null || true; done
    wait 2>/dev/null || true
    rm -rf "$work"
}
trap end EXIT

[ -f "$home/target/tapescript.jar" ] || mvn -q -B -ntp -f "$home" -DskipTests package
[ -n "$(find "$home/spark/target/tapescript-spark.jar" -newer "$home/target/tapescript.jar" 2>/dev/null)" ] || mvn -q -B -ntp -f "$home/spark" package

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

# start_cluster WORKERS: a master and workers of one core each; `workers` are their processes.
start_cluster() {
    master=$(port)
    spark org.apache.spark.deploy.master.Master --host 127.0.0.1 --port "$master" --webui-port 0 >"$work/master.log" 2>&1 & pids+=($!)
    workers=()
    for n in $(seq "$1"); do
        spark org.apache.spark.deploy.worker.Worker --host 127.0.0.1 --cores 1 --memory 2g --webui-port 0 --work-dir "$work/worker$n" \
            "spark://127.0.0.1:$master" >"$work/worker$n.log" 2>&1 & workers+=($!); pids+=($!)
    done
    for _ in $(seq 120); do
        [ "$(grep -c 'Registering worker' "$work/master.log")" = "$1" ] && break
        sleep 1
    done
}

# submit MANIFEST RESULTS CACHE LOG: an archive on the cluster; `job` is its process, in the background.
submit() {
    TAPESCRIPT_CACHE=$3 spark org.apache.spark.deploy.SparkSubmit --master "spark://127.0.0.1:$master" \
        --conf spark.executor.cores=1 --conf spark.executor.memory=1g --conf spark.ui.enabled=false --conf spark.executorEnv.TAPESCRIPT_CACHE="$3" \
        --conf spark.executorEnv.TAPESCRIPT_MODELS="$TAPESCRIPT_MODELS" --class org.tapescript.spark.ArchiveJob \
        "$home/spark/target/tapescript-spark.jar" "$1" -o "$2" --home "$home/target" \
        >"$4" 2>&1 & job=$!; pids+=("$job")
}

results() { { find "$1" -name result.json 2>/dev/null || true; } | wc -l; }

# await RESULTS COUNT: until so many tapes are done, or the job has ended.
await() {
    for _ in $(seq 480); do
        [ "$(results "$1")" -ge "$2" ] && break
        kill -0 "$job" 2>/dev/null || break
        sleep 0.25
    done
}
