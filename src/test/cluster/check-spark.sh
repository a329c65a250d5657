#!/usr/bin/env bash
# Runs an archive of 24 short tapes, three of them bad, on one machine and on a cluster of a master and two workers, one of whose executors is
# killed in the middle; what comes out must be the same byte for byte, but for the time that work took. Then an archive whose driver is killed in the
# middle is gone on with, and a tape that takes its executor down twice is reported. Needs ffmpeg. An argument says how many good tapes, if not 21.
set -euo pipefail
trap 'echo "check-spark: line $LINENO failed" >&2' ERR
good=${1:-21}
home=$(cd "$(dirname "$0")/../../.." && pwd)
work=$(mktemp -d)
fail() { echo "check-spark: $1" >&2; tail -n 40 "$work"/*.log >&2; exit 1; }
. "$home/src/test/cluster/cluster.sh"
python3 "$home/src/test/cluster/make_tapes.py" "$home/audio-samples" "$work/tapes" "$good"

begin=$(date +%s)
TAPESCRIPT_CACHE=$work/cache1 java -Xms64m -Xmx850m -XX:+UseSerialGC -jar "$home/target/tapescript.jar" batch "$work/tapes/tapes.csv" -o "$work/results" \
    >"$work/single.log" 2>&1 || true
single=$(($(date +%s) - begin))
grep -q "$good done, 3 failed" "$work/single.log" || fail "the single machine did not do what it should"
mv "$work/results" "$work/single"

start_cluster 2
begin=$(date +%s)
submit "$work/tapes/tapes.csv" "$work/results" "$work/cache2" "$work/spark.log"
# The first executor that has done a tape is killed while others are left.
await "$work/results" $((good / 3))
executor=$(pgrep -P "${workers[0]}" | head -n 1 || true)
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

# A second archive: its driver is killed when two tapes are done.
{ head -n 1 "$work/tapes/tapes.csv"; sed -n 2,9p "$work/tapes/tapes.csv" | grep '^tape0'; } >"$work/tapes/again.csv"
tapes=$(grep -c '^tape0' "$work/tapes/again.csv")
submit "$work/tapes/again.csv" "$work/again" "$work/cache3" "$work/again1.log"
await "$work/again" 2
kill -9 "$job" 2>/dev/null || fail "the driver was done before it could be killed"
wait "$job" 2>/dev/null || true
[ ! -e "$work/again/index.html" ] || fail "there is a summary of a run that was killed"
# Executors that have lost their driver may be writing for a moment still.
sleep 2
done1=$(find "$work/again" -name result.json -printf '%p %T@\n' | sort)

# Gone on with, and with a tape more, whose executor is killed whenever it works on it: an hour of noise, so that it is seen at work.
killer=$work/tapes/killer.flac
ffmpeg -v error -y -f lavfi -i "anoisesrc=r=8000:a=0.01:d=3600" "$killer"
sed -i '2i killer.flac,tape00.txt,srt,killer' "$work/tapes/again.csv"
submit "$work/tapes/again.csv" "$work/again" "$work/cache3" "$work/again2.log"
declare -A killed=()
while kill -0 "$job" 2>/dev/null; do
    for pid in $(pgrep -f "file:$killer" || true); do
        parent=$(ps -o ppid= -p "$pid" 2>/dev/null | tr -d ' ' || true)
        if [ -n "$parent" ] && [ "$(ps -o comm= -p "$parent" 2>/dev/null || true)" = java ] && kill -9 "$parent" 2>/dev/null; then
            # It takes a moment to go, and is seen again.
            killed[$parent]=1
        fi
    done
    sleep 0.1
done
wait "$job" || fail "the run that went on failed"
grep -q "$tapes done, 1 failed" "$work/again2.log" || fail "the run that went on did not do what it should"
[ "${#killed[@]}" = 2 ] || fail "the tape that kills was tried ${#killed[@]} times"
grep -q '^killer,failed,.*failed, twice' "$work/again/summary.csv" || fail "the summary does not say that the tape that kills has failed"
while read -r file time; do
    [ "$(find "$file" -printf '%T@')" = "$time" ] || fail "$file was done again"
done <<<"$done1"
echo "check-spark: $((good + 3)) tapes, 3 of them bad, one executor killed: the same byte for byte; $single s on one machine, $cluster s on two workers"
echo "check-spark: gone on after the driver was killed at $(wc -l <<<"$done1") of $tapes tapes; a tape that kills its executor was tried twice and reported"
