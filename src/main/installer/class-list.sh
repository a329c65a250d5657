#!/bin/sh
# Lists the classes that the first page takes: class-list.sh IMAGE LIST. Fails where there is no display.
set -eu
image=$1
list=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
display=
[ -n "${DISPLAY:-}" ] || display="xvfb-run -a"
[ -z "$display" ] || command -v xvfb-run >/dev/null || exit 1
# A home of its own: the list depends on no user's settings and leaves none.
HOME=$work TAPESCRIPT_CACHE=$work/cache $display "$image/lib/runtime/bin/java" -Duser.home="$work" -XX:+UseSerialGC "-XX:DumpLoadedClassList=$list" \
    -jar "$image/lib/app/tapescript.jar" open --screenshot "$work/first.png" >/dev/null 2>&1
[ -s "$work/first.png" ]
