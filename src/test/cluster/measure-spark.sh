#!/usr/bin/env bash
# Measures what a second worker brings: measure-spark.sh TAPES MINUTES. The same archive on a cluster of one worker and of two, of one core each.
# Beside the time by the clock it says how much each executor has computed: on a computer that does other work too, the clock says little, and the
# share of the executor that had most to do says how long all would have taken on idle cores.
set -euo pipefail
home=$(cd "$(dirname "$0")/../../.." && pwd)
work=$(mktemp -d)
. "$home/src/test/cluster/cluster.sh"
python3 "$home/src/test/cluster/make_tapes.py" "$home/audio-samples" "$work/tapes" "$1" "$2"
tick=$(getconf CLK_TCK)

for count in ${3:-1 2}; do
    start_cluster "$count"
    begin=$(date +%s.%N)
    submit "$work/tapes/tapes.csv" "$work/results$count" "$work/cache$count" "$work/spark$count.log"
    declare -A cpu=()
    while kill -0 "$job" 2>/dev/null; do
        for worker in "${workers[@]}"; do
            for executor in $(pgrep -P "$worker" || true); do
                # Of the process and its children that have ended, behind the name in brackets.
                used=$(sed 's/.*) //' "/proc/$executor/stat" 2>/dev/null | awk '{print $12 + $13 + $14 + $15}' || true)
                [ -z "$used" ] || cpu[$executor]=$used
            done
        done
        sleep 0.5
    done
    wait "$job"
    clock=$(python3 -c "print(round($(date +%s.%N) - $begin))")
    echo "$count workers, $1 tapes of $2 minutes: $clock s by the clock; CPU seconds of each executor:$(for e in "${!cpu[@]}"; do printf ' %s' "$((cpu[$e] / tick))"; done); $(grep done, "$work/spark$count.log")"
    for pid in "${pids[@]}"; do kill "$pid" 2>/dev/null || true; done
    wait 2>/dev/null || true
    pids=()
done
