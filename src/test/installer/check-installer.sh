#!/usr/bin/env bash
# Builds the Debian package and uses it as somebody without a Java would: installs it, syncs the sample and exports it, opens the window and takes a
# picture, packs and opens a bundle, then removes it and looks for leftovers. Start is compared with the jar's. For Debian, as root (CI); the package's size
# is limited too. With --built the package that is there is taken.
set -euo pipefail
home=$(cd "$(dirname "$0")/../../.." && pwd)
limit=$((130 * 1000 * 1000))
fail() { echo "check-installer: $1" >&2; exit 1; }

. "$home/src/test/packages.sh"
install_missing binutils xz-utils man-db xvfb xauth libgtk-3-0 libgl1 libxtst6 libxxf86vm1 fonts-dejavu-core appstream \
    desktop-file-utils shared-mime-info libglib2.0-bin

cd "$home"
[ "${1:-}" = --built ] || mvn -q -B -ntp -Pinstaller -DskipTests verify
package=$(ls target/installer/tapescript_*.deb)
size=$(stat -c %s "$package")
[ "$size" -le "$limit" ] || fail "$package has $size bytes; at most $limit are allowed"

work=$(mktemp -d)
trap 'locked dpkg -r tapescript >/dev/null 2>&1 || true; rm -rf "$work"' EXIT
dpkg -L tapescript >/dev/null 2>&1 && fail "Tapescript is installed here already; remove it first"
locked dpkg -i "$package" >"$work/log" 2>&1 || { cat "$work/log" >&2; fail "installing failed"; }

# No Java to be found, but what stands in /usr/bin otherwise.
mkdir "$work/bin" "$work/home"
for tool in tapescript sh env uname dirname readlink; do ln -s "$(command -v $tool)" "$work/bin/$tool"; done
plain() { env -i HOME="$work/home" PATH="$work/bin" LANG=C.UTF-8 "$@"; }
plain tapescript --version || fail "--version failed"
[ -s /usr/lib/tapescript/lib/app/tapescript.jsa ] || fail "no classes were put by when the package was installed"
cp audio-samples/lighthouse/tape.flac audio-samples/lighthouse/transcript.txt "$work"
plain tapescript sync "$work/tape.flac" "$work/transcript.txt" -o "$work/lighthouse.tapescript" >/dev/null 2>"$work/log" || { cat "$work/log" >&2; fail "sync failed"; }
plain tapescript export "$work/lighthouse.tapescript" --format srt -o "$work/lighthouse.srt" 2>"$work/log" || { cat "$work/log" >&2; fail "export failed"; }
grep -q -- '-->' "$work/lighthouse.srt" || fail "there is no subtitle in the exported file"
xvfb-run -a -s "-screen 0 1600x1000x24" env -u JAVA_HOME PATH="$work/bin" HOME="$work/home" \
    tapescript open "$work/lighthouse.tapescript" --screenshot "$work/window.png" 2>"$work/log" || { cat "$work/log" >&2; fail "the window did not open"; }
[ "$(stat -c %s "$work/window.png")" -gt 20000 ] || fail "the window's picture is empty"
man -l /usr/share/man/man1/tapescript-sync.1.gz 2>/dev/null | grep -- --translated >/dev/null || fail "the manual page of sync says nothing of --translated"
man -l /usr/share/man/man1/tapescript-bundle.1.gz 2>/dev/null | grep -- --opus >/dev/null || fail "the manual page of bundle says nothing of --opus"
appstreamcli validate --no-net /usr/share/metainfo/org.tapescript.Tapescript.metainfo.xml >"$work/log" || { cat "$work/log" >&2; fail "the AppStream metadata is wrong"; }
desktop-file-validate /usr/share/applications/org.tapescript.Tapescript.desktop || fail "the desktop entry is wrong"

# A bundle, told from a project by what it begins with, is unpacked beside itself by what a double-click starts.
plain tapescript bundle "$work/lighthouse.tapescript" --opus -o "$work/bundle.tapescript" 2>"$work/log" >&2 || { cat "$work/log" >&2; fail "bundling failed"; }
kind() { gio info -a standard::content-type "$1" | sed -n 's/.*content-type: //p'; }
[ "$(kind "$work/bundle.tapescript")" = application/x-tapescript-bundle ] || fail "a bundle is taken for $(kind "$work/bundle.tapescript")"
[ "$(kind "$work/lighthouse.tapescript")" = application/x-tapescript-project ] || fail "a project is taken for $(kind "$work/lighthouse.tapescript")"
for kind in bundle project; do
    gio mime "application/x-tapescript-$kind" | grep org.tapescript.Tapescript.desktop >/dev/null || fail "nothing opens a $kind by double-click"
done
rm "$work/tape.flac"
xvfb-run -a -s "-screen 0 1600x1000x24" env -u JAVA_HOME PATH="$work/bin" HOME="$work/home" \
    tapescript open "$work/bundle.tapescript" --screenshot "$work/bundle.png" 2>"$work/log" || { cat "$work/log" >&2; fail "the bundle did not open"; }
[ "$(stat -c %s "$work/bundle.png")" -gt 20000 ] && [ -f "$work/bundle/tape.opus" ] || fail "the bundle's window is empty"

# Start, in turns with the jar's.
jar="java -Xms64m -Xmx850m -XX:+UseSerialGC -jar $home/target/tapescript.jar"
echo "check-installer: --version"
HOME="$work/home" python3 src/test/installer/compare_starts.py 30 installed=tapescript "jar=$jar" -- --version || fail "--version is slower than the jar"
echo "check-installer: first page, with a picture"
HOME="$work/home" xvfb-run -a -s "-screen 0 1600x1000x24" python3 src/test/installer/compare_starts.py 10 installed=tapescript "jar=$jar" \
    -- open --screenshot "$work/first.png" || fail "the first page is slower than the jar's"
grep -q 'complete.*tapescript' /usr/share/bash-completion/completions/tapescript || fail "the shell completes nothing"
cp "$work/window.png" target/installer/window.png

files=$(dpkg -L tapescript | sort -r)
files="$files
/usr/lib/tapescript/lib/app/tapescript.jsa"
locked dpkg -P tapescript >"$work/log" 2>&1 || { cat "$work/log" >&2; fail "removing failed"; }
while read -r file; do
    case $file in
        */tapescript* | */org.tapescript*) [ ! -e "$file" ] || fail "$file was left behind" ;;
    esac
done <<<"$files"
echo "check-installer: $(basename "$package"), $((size / 1000000)) MB: installed, synced, exported, window opened, removed without leftovers"
