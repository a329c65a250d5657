#!/usr/bin/python3
"""Has programs that we did not write read a folder of exports (NAME.FORMAT) and writes what they say as a table.

Usage: check_files.py FOLDER NODE_MODULES OPENSHOT TABLE.md. Exits with 1 if one of them refuses a file."""

import csv
import json
import logging
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import types
import xml.etree.ElementTree as tree

import ttconv.imsc.reader
import ttconv.stl.reader

csv.field_size_limit(10_000_000)
FOLDER = pathlib.Path(sys.argv[1]).resolve()
MODULES = pathlib.Path(sys.argv[2]).resolve()
OPENSHOT = pathlib.Path(sys.argv[3]).resolve()


def run(*command, **options):
    return subprocess.run(command, capture_output=True, text=True, timeout=300, **options)


def cues(stem):
    """How many subtitles our SRT has, for other forms of the same."""
    return (FOLDER / f"{stem}.srt").read_text().count(" --> ")


def one_by_one(check):
    def all_of(files):
        return {f: problem for f in files if (problem := check(f))}
    return all_of


def node(script):
    """A script that is given files and prints NAME<tab>PROBLEM for those it refuses."""
    def all_of(files):
        source = MODULES / "check.mjs"
        source.write_text('import fs from "fs";\nfor (const file of process.argv.slice(2)) { const text = fs.readFileSync(file, "utf8");'
                          ' let problem = ""; try { ' + script + ' } catch (e) { problem = String(e); }'
                          ' if (problem) console.log(file + "\\t" + problem.replace(/\\s+/g, " ").slice(0, 300)); }\n'
                          if not script.startswith("import") else
                          script.split("\n", 1)[0] + '\nimport fs from "fs";\nfor (const file of process.argv.slice(2)) {'
                          ' const text = fs.readFileSync(file, "utf8"); let problem = ""; try { ' + script.split("\n", 1)[1]
                          + ' } catch (e) { problem = String(e); }'
                          ' if (problem) console.log(file + "\\t" + problem.replace(/\\s+/g, " ").slice(0, 300)); }\n')
        result = run("node", str(source), *map(str, files), cwd=MODULES)
        if result.returncode:
            raise RuntimeError(result.stderr)
        return {pathlib.Path(line.split("\t")[0]): line.split("\t")[1] for line in result.stdout.splitlines()}
    return all_of


WEBVTT = node("""import parser from "webvtt-parser";
const WebVTTParser = parser.WebVTTParser ?? parser.default?.WebVTTParser ?? parser;
const result = new WebVTTParser().parse(text, "subtitles/captions/descriptions"); problem = result.errors.length ? JSON.stringify(result.errors[0]) : "";""")
SRT = node("""import validator from "srt-validator";
const errors = text.trim() ? (validator.default ?? validator)(text) : []; problem = errors.length ? JSON.stringify(errors[0]) : "";""")
COMMONMARK = node("""import { Parser, HtmlRenderer } from "commonmark";
const html = new HtmlRenderer({safe: false}).render(new Parser().parse(text));
const tags = [...html.matchAll(/<([a-z0-9]+)/g)].map(m => m[1]).filter(t => !["h1", "h2", "p", "strong", "blockquote"].includes(t));
problem = tags.length ? "text became markup: " + tags.join(" ") : "";""")
PARSE5 = node("""import { parse } from "parse5";
parse(text, {onParseError: e => { problem ||= e.code + " in line " + e.startLine; }});""")
JSON_PARSE = node('JSON.parse(text);')


class Log(logging.Handler):
    def __init__(self):
        super().__init__(logging.WARNING)
        self.messages = []

    def emit(self, record):
        self.messages.append(record.getMessage())


def with_log(read):
    log = Log()
    logging.getLogger("ttconv").addHandler(log)
    logging.getLogger().addHandler(log)
    try:
        model = read()
    finally:
        logging.getLogger("ttconv").removeHandler(log)
        logging.getLogger().removeHandler(log)
    return model, log.messages


def shown(model):
    body = model.get_body()
    return 0 if body is None else sum(type(e).__name__ == "P" for e in body.dfs_iterator())


def ttml(file):
    model, messages = with_log(lambda: ttconv.imsc.reader.to_model(tree.parse(file)))
    if messages:
        return messages[0]
    return "" if shown(model) == cues(file.stem) else f"{shown(model)} of {cues(file.stem)} subtitles"


def stl(file):
    with file.open("rb") as data:
        model, messages = with_log(lambda: ttconv.stl.reader.to_model(data))
    if messages:
        return messages[0]
    return "" if shown(model) == cues(file.stem) else f"{shown(model)} of {cues(file.stem)} subtitles"


def ffmpeg(file):
    if not cues(file.stem):
        return ""
    result = run("ffmpeg", "-v", "warning", "-i", str(file), "-f", "webvtt", "-")
    if result.returncode or result.stderr:
        return result.stderr or "failed"
    return "" if result.stdout.count(" --> ") >= cues(file.stem) else f"{result.stdout.count(' --> ')} of {cues(file.stem)} subtitles"


def libass(file):
    with tempfile.TemporaryDirectory() as folder:
        copy = pathlib.Path(folder) / "x.ass"
        shutil.copy(file, copy)
        result = run("ffmpeg", "-v", "info", "-f", "lavfi", "-i", "color=size=640x360:rate=1:duration=2", "-vf", "ass=x.ass", "-f",
                     "null", "-", cwd=folder)
    # Addresses of memory may spell anything.
    lines = [re.sub("0x[0-9a-f]+", "", line) for line in result.stderr.splitlines()]
    bad = [line for line in lines if "ass" in line and re.search(r"\b(errors?|invalid|bad|missing|neither)\b", line, re.IGNORECASE)]
    if bad or result.returncode:
        return (bad or lines[-1:])[0]
    events = file.read_text(encoding="utf-8").count("\nDialogue: ")
    return "" if any(f"{events} events" in line for line in lines) else f"libass did not take all of {events} events"


def praat(file):
    script = pathlib.Path(tempfile.mkstemp(suffix=".praat")[1])
    script.write_text(f'Read from file: "{file.resolve()}"\nn = Get number of tiers\nwriteInfoLine: n\n')
    result = run("praat", "--run", str(script))
    script.unlink()
    tiers = file.read_text().count('class = "IntervalTier"')
    return "" if result.stdout.strip() == str(tiers) else (result.stderr or result.stdout)


def sctk(tool, *options):
    def check(file):
        if not file.read_text().strip():
            return ""
        result = run("perl", f"/usr/lib/sctk/bin/{tool}.pl", *options, "-i", str(file))
        bad = [line for line in (result.stdout + result.stderr).splitlines() if re.search("ERROR|rror:", line)]
        return (bad or [result.stderr or "failed"])[0] if bad or result.returncode else ""
    return one_by_one(check)


def xmllint(*options):
    def check(file):
        result = run("xmllint", "--noout", *options, str(file))
        return result.stderr if result.returncode or result.stderr else ""
    return one_by_one(check)


def rows(delimiter, columns=None):
    def check(file):
        with file.open(newline="", encoding="utf-8") as data:
            lines = list(csv.reader(data, delimiter=delimiter, quoting=csv.QUOTE_MINIMAL if columns is None else csv.QUOTE_NONE))
        widths = {len(row) for row in lines}
        return "" if len(widths) <= 1 and (columns is None or widths <= {columns}) else f"rows of {widths} columns"
    return one_by_one(check)


def tsv(file):
    with file.open(newline="", encoding="utf-8") as data:
        widths = {len(row) for row in csv.reader(data, delimiter="\t")}
    return "" if len(widths) == 1 else f"rows of {widths} columns"


def libreoffice(files):
    if not files:
        return {}
    with tempfile.TemporaryDirectory() as folder:
        result = run("soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "txt:Text", "--outdir",
                     f"{folder}/out", *map(str, files))
        problems = {}
        for file in files:
            text = pathlib.Path(folder) / "out" / (file.stem + ".txt")
            words = json.loads((FOLDER / f"{file.stem}.json").read_text())
            turns = sum(1 for t in words["turns"] if t["words"])
            if not text.exists():
                problems[file] = "not converted " + result.stderr
            elif len([line for line in text.read_text().splitlines() if line.strip()]) < turns:
                problems[file] = "turns are missing"
        return problems


def pdftotext(file):
    result = run("pdftotext", str(file), "-")
    spoken = any(t["words"] for t in json.loads((FOLDER / f"{file.stem}.json").read_text())["turns"])
    if result.returncode or result.stderr:
        return result.stderr or "failed"
    return "no text" if spoken and not result.stdout.strip() else ""


def whisper(file):
    for segment in json.loads(file.read_text())["segments"]:
        if any(w["end"] < w["start"] for w in segment["words"]):
            return "a word ends before it begins"
    return ""


def openshot():
    """OpenShot's own importer of edit decision lists. Its window, its project and its media library are stood in for: the clips that
    it makes of a list are caught."""
    made = []

    class Kept:
        def __init__(self):
            self.data = {}

        def save(self):
            if "position" in self.data:
                made.append(self.data)

        @staticmethod
        def get(path):
            return types.SimpleNamespace(id="file", data={"media_type": "audio"})

    chosen = []
    settings = {"fps": {"num": 25, "den": 1}, "layers": [{"number": 0}]}
    app = types.SimpleNamespace(
        _tr=str, project=types.SimpleNamespace(current_filepath="", get=settings.get),
        window=types.SimpleNamespace(
            refreshFrameSignal=types.SimpleNamespace(emit=lambda: None),
            propertyTableView=types.SimpleNamespace(select_frame=lambda frame: None),
            preview_thread=types.SimpleNamespace(player=types.SimpleNamespace(Position=lambda: 0))))
    log = types.SimpleNamespace(warning=lambda *text, **more: made.append({"warning": text}))
    stand_ins = {
        "openshot": {"Clip": lambda path: types.SimpleNamespace(Json=lambda: "{}")},
        "PyQt5": {}, "PyQt5.QtWidgets": {"QFileDialog": types.SimpleNamespace(getOpenFileName=lambda *a: (chosen[-1], ""))},
        "classes.info": {"PATH": "", "THUMBNAIL_PATH": "", "HOME_PATH": ""}, "classes.app": {"get_app": lambda: app},
        "classes.logger": {"log": log}, "classes.query": {"Clip": Kept, "Track": Kept, "File": Kept},
        "windows": {}, "windows.views": {}, "windows.views.find_file": {"find_missing_file": lambda path: (path, False, False)}}
    for name, content in stand_ins.items():
        module = types.ModuleType(name)
        vars(module).update(content)
        sys.modules[name] = module
    sys.path.insert(0, str(OPENSHOT))
    import classes
    classes.info = sys.modules["classes.info"]
    from classes.importers.edl import clips_regex, import_edl

    def check(file):
        made.clear()
        lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
        # It looks for events in the middle of lines, and so finds some in what people say of numbers.
        copy = pathlib.Path(tempfile.mkstemp(suffix=".edl")[1])
        copy.write_text("".join(line for line in lines if not (line.startswith("* LOC") and clips_regex.search(line))), encoding="utf-8")
        chosen.append(str(copy))
        import_edl()
        copy.unlink()
        if any(re.match(r"\d{3}  AX +AA ", line) for line in lines):
            return "" if made else "no clips"  # It does not know stereo sound without a picture.
        at = 0
        expected = []
        for recording in json.loads((FOLDER / f"{file.stem}.json").read_text())["recordings"]:
            expected.append((at, recording["duration"]))
            at += recording["duration"]
        if len(made) != len(expected):
            return f"{len(made)} of {len(expected)} clips"
        for clip, (position, duration) in zip(made, expected):
            if abs(clip["position"] - position) > 0.041 or clip["start"] != 0 or abs(clip["end"] - duration) > 0.081:
                return f"a clip at {clip['position']} to {clip['end']}, not at {position} with {duration} s"
        return ""
    return one_by_one(check)


CHECKS = [
    ("srt", "npm srt-validator", SRT),
    ("srt", "ffmpeg", one_by_one(ffmpeg)),
    ("vtt", "npm webvtt-parser", WEBVTT),
    ("vtt", "ffmpeg", one_by_one(ffmpeg)),
    ("ttml", "python3-ttconv, its log too", one_by_one(ttml)),
    ("ebuttd", "python3-ttconv, its log too", one_by_one(ttml)),
    ("ass", "ffmpeg", one_by_one(ffmpeg)),
    ("ass", "libass", one_by_one(libass)),
    ("stl", "python3-ttconv, its log too", one_by_one(stl)),
    ("textgrid", "praat", one_by_one(praat)),
    ("eaf", "xmllint, well-formed; no package carries the schema", xmllint()),
    ("ctm", "sctk ctmValidator", sctk("ctmValidator", "-l", "any")),
    ("stm", "sctk stmValidator", sctk("stmValidator", "-l", "any")),
    ("rttm", "sctk rttmValidator", sctk("rttmValidator", "-p", "-f")),
    ("audacity", "Python csv", rows("\t", 3)),
    ("otr", "Node JSON", JSON_PARSE),
    ("podcast", "Node JSON", JSON_PARSE),
    ("whisper", "Node JSON", JSON_PARSE),
    ("whisper", "Python json", one_by_one(whisper)),
    ("json", "Node JSON", JSON_PARSE),
    ("html", "npm parse5", PARSE5),
    ("page", "npm parse5; used in Chromium besides", PARSE5),
    ("tei", "xmllint, well-formed; no package carries the schema", xmllint()),
    ("ohms", "xmllint, well-formed; no package carries the schema", xmllint()),
    ("edl", "OpenShot's importer: events; locators it does not know", openshot()),
    ("fcpxml", "xmllint, well-formed; no package carries the DTD", xmllint()),
    ("csv", "Python csv", rows(",")),
    ("tsv", "Python csv", one_by_one(tsv)),
    ("md", "npm commonmark: no text becomes markup", COMMONMARK),
    ("docx", "LibreOffice", libreoffice),
    ("pdf", "pdftotext", one_by_one(pdftotext)),
]

table = ["| format | checker | accepted |", "|---|---|---|"]
failed = False
for name, checker, check in CHECKS:
    files = sorted(f for f in FOLDER.glob(f"*.{name}") if not f.name.startswith("failed."))
    problems = check(files)
    failed |= bool(problems) or not files
    table.append(f"| {name} | {checker} | {len(files) - len(problems)} of {len(files)} |")
    print(table[-1], flush=True)
    for file, problem in list(problems.items())[:3]:
        print(f"REFUSED {file.name}: {problem.strip()[:300]}")
table.append("| txt | nothing to check | – |")
pathlib.Path(sys.argv[4]).write_text("\n".join(table) + "\n")
sys.exit(failed)
