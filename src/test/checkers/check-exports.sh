#!/usr/bin/env bash
# Exports a synced sample and has foreign programs read it: webvtt-parser, srt-validator, sctk, praat.
# Installs them if they are not there (Debian packages and npm packages).
set -euo pipefail
home=$(cd "$(dirname "$0")/../../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

missing=()
command -v npm >/dev/null || missing+=(npm nodejs)
command -v praat >/dev/null || missing+=(praat)
[ -x /usr/lib/sctk/bin/ctmValidator.pl ] || missing+=(sctk)
if [ ${#missing[@]} -gt 0 ]; then
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
fi
(cd "$work" && npm init -y >/dev/null && npm install --silent --no-audit --no-fund webvtt-parser@2.2.0 srt-validator@6.0.4 >/dev/null)

passed=0
failed=0
result() { # name, status
    if [ "$2" -eq 0 ]; then passed=$((passed + 1)); echo "checked: $1"; else failed=$((failed + 1)); echo "REFUSED: $1"; fi
}

for sample in lighthouse radioworks ferry; do
    tape=$(ls "$home/audio-samples/$sample"/tape.*)
    "$home/tapescript" sync "$tape" "$home/audio-samples/$sample/transcript.txt" -o "$work/$sample.tapescript" >/dev/null 2>"$work/log" || { cat "$work/log"; exit 1; }
    for format in srt vtt ctm rttm textgrid; do
        "$home/tapescript" export "$work/$sample.tapescript" --format "$format" -o "$work/$sample.$format"
    done
    status=0
    (cd "$work" && node --input-type=module -e '
        import fs from "fs"; import parser from "webvtt-parser";
        const WebVTTParser = parser.WebVTTParser ?? parser.default?.WebVTTParser ?? parser;
        const tree = new WebVTTParser().parse(fs.readFileSync(process.argv[1], "utf8"), "metadata");
        const strict = new WebVTTParser().parse(fs.readFileSync(process.argv[1], "utf8"), "subtitles/captions/descriptions");
        const errors = strict.errors.concat(tree.cues.length ? [] : [{message: "no cues"}]);
        if (errors.length) { console.error(errors.slice(0, 5)); process.exit(1); }' "$sample.vtt") || status=$?
    result "$sample.vtt, webvtt-parser" $status
    status=0
    (cd "$work" && node --input-type=module -e '
        import fs from "fs"; import validator from "srt-validator";
        const validate = validator.default ?? validator;
        const errors = validate(fs.readFileSync(process.argv[1], "utf8"));
        if (errors.length) { console.error(errors.slice(0, 5)); process.exit(1); }' "$sample.srt") || status=$?
    result "$sample.srt, srt-validator" $status
    status=0
    perl /usr/lib/sctk/bin/ctmValidator.pl -i "$work/$sample.ctm" >"$work/log" 2>&1 || status=$?
    [ $status -eq 0 ] || head -5 "$work/log"
    result "$sample.ctm, sctk" $status
    status=0
    # -p: RTTM without SPKR-INFO lines, as diarisation tools write and read it.
    perl /usr/lib/sctk/bin/rttmValidator.pl -p -f -i "$work/$sample.rttm" >"$work/log" 2>&1 || status=$?
    grep -q ERROR "$work/log" && status=1
    [ $status -eq 0 ] || head -5 "$work/log"
    result "$sample.rttm, sctk" $status
    printf 'Read from file: "%s"\nn = Get number of tiers\nwriteInfoLine: n\n' "$work/$sample.textgrid" >"$work/read.praat"
    status=0
    [ "$(praat --run "$work/read.praat")" = "$([ "$sample" = ferry ] && echo 6 || echo 4)" ] || status=1
    result "$sample.textgrid, praat" $status
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
