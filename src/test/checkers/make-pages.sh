#!/usr/bin/env bash
# Makes the pages that check_page.mjs uses: make-pages.sh PROJECT FOLDER. The project is the sample lighthouse, synced. Needs ffmpeg.
set -euo pipefail
project=$1
pages=$2
home=$(cd "$(dirname "$0")/../../.." && pwd)
sample=$home/audio-samples/lighthouse
export_page() { "$home/tapescript" export "$1" --format page -o "$pages/$2.html" "${@:3}" 2>/dev/null; }

cp "$sample"/tape.flac "$pages"
export_page "$project" lighthouse
ffmpeg -v error -y -f lavfi -i testsrc=size=320x180:rate=5 -i "$sample/tape.flac" -shortest -c:v libvpx -b:v 100k -c:a libopus "$pages/film.webm"
export_page "$project" film --media film.webm
export_page "$project" url --media 'https://media.example/tape.flac?key=a&b="c"'

# Two sides, and a sentence that nobody says.
ffmpeg -v error -y -i "$sample/tape.flac" -t 36 "$pages/side a#1.flac"
ffmpeg -v error -y -ss 36 -i "$sample/tape.flac" "$pages/side b.flac"
sed 's/^– On eggs, mostly\./& Bright purple elephants were dancing upon seventeen yellow bicycles all evening long./' "$sample/transcript.txt" >"$pages/sides.txt"
"$home/tapescript" sync "$pages/side a#1.flac" "$pages/side b.flac" "$pages/sides.txt" -o "$pages/sides.tapescript" >/dev/null 2>&1
export_page "$pages/sides.tapescript" sides --mark-guesses
"$home/tapescript" export "$pages/sides.tapescript" --format json -o "$pages/sides.json" 2>/dev/null
