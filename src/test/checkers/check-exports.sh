#!/usr/bin/env bash
# Has programs that we did not write read what we export: the samples, and the fifty nastiest transcripts that the tests have left in
# target/nasty-exports. Installs the programs if they are not there (Debian packages and npm packages), and writes what they say into
# docs/formats/README.md.
set -euo pipefail
home=$(cd "$(dirname "$0")/../../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

needed=(sctk python3-ttconv libxml2-utils poppler-utils libreoffice-writer-nogui)
for program in nodejs:node npm:npm praat:praat ffmpeg:ffmpeg chromium:chromium; do
    command -v "${program#*:}" >/dev/null || needed+=("${program%:*}")
done
. "$home/src/test/packages.sh"
install_missing "${needed[@]}"
# Of this editor only the importer is wanted, and none of what it needs to run.
mkdir "$work/openshot"
(cd "$work/openshot" && { apt-get download -qq openshot-qt || { locked apt-get update -qq && apt-get download -qq openshot-qt; }; } 2>/dev/null \
    && dpkg -x openshot-qt_*.deb .)
mkdir "$work/npm"
(cd "$work/npm" && npm init -y >/dev/null \
    && npm install --silent --no-audit --no-fund webvtt-parser@2.2.0 srt-validator@6.0.4 commonmark@0.31.2 parse5@7.3.0 \
    playwright-core@1.65.1 axe-core@4.14.1 >/dev/null)

files=$work/files
mkdir "$files"
cp "$home"/target/nasty-exports/[0-9]* "$files"
formats=$("$home/tapescript" export --formats)
for sample in lighthouse radioworks ferry; do
    tape=$(ls "$home/audio-samples/$sample"/tape.*)
    "$home/tapescript" sync "$tape" "$home/audio-samples/$sample/transcript.txt" -o "$work/$sample.tapescript" >/dev/null 2>"$work/log" || { cat "$work/log"; exit 1; }
    for format in $formats; do
        "$home/tapescript" export "$work/$sample.tapescript" --format "$format" -o "$files/$sample.$format" 2>/dev/null
    done
done
status=0
/usr/bin/python3 "$home/src/test/checkers/check_files.py" "$files" "$work/npm" \
    "$work/openshot/usr/lib/python3/dist-packages/openshot_qt" "$work/table.md" || status=$?

# Pages are used as readers do: one with its recording beside it, one with a film, one whose recording lies elsewhere on the web, one of two
# recordings and a sentence that nobody says, with guesses marked; a few of the nastiest.
pages=$work/npm/pages
mkdir "$pages"
bash "$home/src/test/checkers/make-pages.sh" "$work/lighthouse.tapescript" "$pages"
for page in $(ls "$files"/[0-9]*.page | head -n 5); do
    cp "$page" "$pages/$(basename "$page").html"
done
timeout 300 node "$home/src/test/checkers/check_page.mjs" "$work/npm" "$pages" || status=$?

readme=$home/docs/formats/README.md
sed '/<!-- checks -->/q' "$readme" >"$work/readme.md"
echo >>"$work/readme.md"
cat "$work/table.md" >>"$work/readme.md"
cp "$work/readme.md" "$readme"
exit $status
