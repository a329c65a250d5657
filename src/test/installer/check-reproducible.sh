#!/usr/bin/env bash
# Builds the program's jar a second time, of a copy of the sources in another folder, and compares the two byte for byte.
set -euo pipefail
home=$(cd "$(dirname "$0")/../../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$home"
git ls-files -z --cached --others --exclude-standard | tar --null -T - -cf - | tar -xf - -C "$work"
for folder in "$home" "$work"; do
    rm -f "$folder/target/tapescript.jar"
    mvn -q -B -ntp -f "$folder" -DskipTests package
done
cmp "$home/target/tapescript.jar" "$work/target/tapescript.jar" || {
    echo "check-reproducible: the jar built twice is not the same" >&2
    exit 1
}
echo "check-reproducible: $(sha256sum <"$home/target/tapescript.jar" | cut -d' ' -f1), twice"
