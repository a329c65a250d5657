#!/usr/bin/env bash
# Builds the Debian package and uses it as somebody without a Java would: installs it, syncs the sample and exports it, opens the window and takes a
# picture, then removes it and looks for leftovers. For Debian, as root (CI); the package's size is limited too.
set -euo pipefail
home=$(cd "$(dirname "$0")/../../.." && pwd)
limit=$((130 * 1000 * 1000))
fail() { echo "check-installer: $1" >&2; exit 1; }

missing=()
for package in binutils xz-utils man-db xvfb xauth libgtk-3-0 libgl1 libxtst6 libxxf86vm1 fonts-dejavu-core; do
    dpkg -s "$package" >/dev/null 2>&1 || missing+=("$package")
done
if [ ${#missing[@]} -gt 0 ]; then
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
fi

cd "$home"
mvn -q -B -ntp -Pinstaller -DskipTests verify
package=$(ls target/installer/tapescript_*.deb)
size=$(stat -c %s "$package")
[ "$size" -le "$limit" ] || fail "$package has $size bytes; at most $limit are allowed"

work=$(mktemp -d)
trap 'dpkg -r tapescript >/dev/null 2>&1 || true; rm -rf "$work"' EXIT
dpkg -L tapescript >/dev/null 2>&1 && fail "Tapescript is installed here already; remove it first"
dpkg -i "$package" >"$work/log" 2>&1 || { cat "$work/log" >&2; fail "installing failed"; }

# No Java to be found, but what stands in /usr/bin otherwise.
mkdir "$work/bin" "$work/home"
for tool in tapescript sh env uname dirname readlink; do ln -s "$(command -v $tool)" "$work/bin/$tool"; done
plain() { env -i HOME="$work/home" PATH="$work/bin" LANG=C.UTF-8 "$@"; }
plain tapescript --version || fail "--version failed"
cp audio-samples/lighthouse/tape.flac audio-samples/lighthouse/transcript.txt "$work"
plain tapescript sync "$work/tape.flac" "$work/transcript.txt" -o "$work/lighthouse.tapescript" >/dev/null 2>"$work/log" || { cat "$work/log" >&2; fail "sync failed"; }
plain tapescript export "$work/lighthouse.tapescript" --format srt -o "$work/lighthouse.srt" 2>"$work/log" || { cat "$work/log" >&2; fail "export failed"; }
grep -q -- '-->' "$work/lighthouse.srt" || fail "there is no subtitle in the exported file"
xvfb-run -a -s "-screen 0 1600x1000x24" env -u JAVA_HOME PATH="$work/bin" HOME="$work/home" \
    tapescript open "$work/lighthouse.tapescript" --screenshot "$work/window.png" 2>"$work/log" || { cat "$work/log" >&2; fail "the window did not open"; }
[ "$(stat -c %s "$work/window.png")" -gt 20000 ] || fail "the window's picture is empty"
man -l /usr/share/man/man1/tapescript-sync.1.gz 2>/dev/null | grep -q -- --translated || fail "the manual page of sync says nothing of --translated"
grep -q 'complete.*tapescript' /usr/share/bash-completion/completions/tapescript || fail "the shell completes nothing"
cp "$work/window.png" target/installer/window.png

files=$(dpkg -L tapescript | sort -r)
dpkg -P tapescript >"$work/log" 2>&1 || { cat "$work/log" >&2; fail "removing failed"; }
while read -r file; do
    case $file in
        */tapescript* | */org.tapescript*) [ ! -e "$file" ] || fail "$file was left behind" ;;
    esac
done <<<"$files"
echo "check-installer: $(basename "$package"), $((size / 1000000)) MB: installed, synced, exported, window opened, removed without leftovers"
