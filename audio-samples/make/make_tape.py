#!/usr/bin/env python3
"""Makes a sample tape: speaks an interview with Flite's voices, lays it on a tape, writes transcript and true word times.

    make_tape.py SOURCE FOLDER SPEAK [--taped] [--crosstalk] [--voices rms,slt] [--mic G=far] [--format flac|ogg]

SOURCE is our own markup, a paragraph a line:

    I: text       the interviewer's turn          G: text       the guest's
    P: text       a third person's, of whom the third voice speaks
    +I: +G:       the turn goes on in a new paragraph
    -G:           a turn whose dash is left out in print
    =kind: text   printed, not spoken (caption, pull-quote, heading, note, standfirst, introduction, afterword)
    ~I: ~G:       spoken, not printed
    {printed|said}  within a text: what is printed and what is said differ; either may be empty

SPEAK is the program that speak.c makes. With --taped the sound gets a room, hiss and hum, with --crosstalk people say
"mm-hmm" into each other's turns and begin before the other has ended; --mic puts a speaker far from the microphone
(far) or on the telephone (telephone).
FOLDER receives tape.*, transcript.txt, transcript.docx, transcript.html and truth.json.
"""
import argparse
import html
import json
import os
import random
import re
import subprocess
import sys
import tempfile
import wave
import zipfile

import numpy as np

RATE = 16000
NAMES = {"I": "interviewer", "G": "guest", "P": "third"}
PIECE = re.compile(r"\{([^{}|]*)\|([^{}|]*)\}|(\[[^\]]*\])")


def arguments():
    parser = argparse.ArgumentParser()
    parser.add_argument("source")
    parser.add_argument("folder")
    parser.add_argument("speak")
    parser.add_argument("--taped", action="store_true")
    parser.add_argument("--crosstalk", action="store_true")
    parser.add_argument("--voices", default="rms,slt")
    parser.add_argument("--mic", default="")
    parser.add_argument("--format", default="flac")
    parser.add_argument("--seed", type=int, default=1)
    return parser.parse_args()


def pieces(text):
    """The text as (printed, said) pairs of word lists."""
    at = 0
    for match in PIECE.finditer(text):
        for word in text[at:match.start()].split():
            yield [word], [word]
        if match.group(3):
            yield match.group(3).split(), []
        else:
            yield match.group(1).split(), match.group(2).split()
        at = match.end()
    for word in text[at:].split():
        yield [word], [word]


def speak(program, voice, stretch, said):
    """Samples, and start and end of each word said."""
    with tempfile.TemporaryDirectory() as folder:
        out = os.path.join(folder, "out.wav")
        plain = " ".join(said)
        for odd, usual in {"“": '"', "”": '"', "’": "'", "‘": "'", "–": ",", "—": ",", "…": "..."}.items():
            plain = plain.replace(odd, usual)
        lines = subprocess.run([program, voice, stretch, plain, out], check=True, capture_output=True, text=True).stdout
        with wave.open(out) as sound:
            samples = np.frombuffer(sound.readframes(sound.getnframes()), dtype="<i2").astype(np.float64)
    tokens = [line.split("\t") for line in lines.splitlines()]
    times, at = [], 0
    for word in said:
        core = re.sub(r"\W", "", word).lower()
        if not core:
            times.append(None)
            continue
        spelled, start, end = "", None, None
        while at < len(tokens) and spelled != core:
            token = re.sub(r"\W", "", tokens[at][0]).lower()
            if not token:
                at += 1
                continue
            if not core.startswith(spelled + token):
                sys.exit(f"cannot follow the voice at '{word}' in: {plain}")
            start = float(tokens[at][1]) if start is None else start
            end = float(tokens[at][2])
            spelled += token
            at += 1
        times.append((start, end))
    return samples, times


def tape_effects(samples, seed):
    """A small room, hiss and mains hum."""
    noise = np.random.default_rng(seed)
    length = int(0.25 * RATE)
    room = noise.standard_normal(length) * np.exp(-np.arange(length) / (0.05 * RATE)) * 0.06
    room[0] = 1
    wet = np.convolve(samples, room)[: len(samples)]
    level = np.sqrt(np.mean(wet ** 2))
    t = np.arange(len(wet)) / RATE
    hum = sum(np.sin(2 * np.pi * 50 * k * t) / k for k in (1, 2, 3)) * level * 0.03
    hiss = np.diff(noise.standard_normal(len(wet) + 1)) * level * 0.05
    return wet + hum + hiss


def through(mic, samples, noise):
    """What a microphone that is not in front of the speaker hears."""
    if mic == "far":
        length = int(0.4 * RATE)
        room = noise.standard_normal(length) * np.exp(-np.arange(length) / (0.09 * RATE)) * 0.09
        room[0] = 0.6
        return np.convolve(samples, room)[: len(samples)] * 0.5
    if mic == "telephone":
        spectrum = np.fft.rfft(samples)
        hertz = np.fft.rfftfreq(len(samples), 1 / RATE)
        spectrum[(hertz < 300) | (hertz > 3400)] = 0
        return np.fft.irfft(spectrum, len(samples))
    return samples


def lay(sound, at, samples):
    """Adds samples to the sound from a moment on, in samples."""
    end = at + len(samples)
    if end > len(sound):
        sound = np.concatenate([sound, np.zeros(end - len(sound))])
    sound[at:end] += samples
    return sound


def encode(samples, path, kind):
    """Writes a recording: path.flac or path.ogg."""
    encoder = ["-c:a", "flac", "-compression_level", "12"] if kind == "flac" else ["-c:a", "libvorbis", "-q:a", "3"]
    subprocess.run(
        ["ffmpeg", "-v", "error", "-y", "-f", "s16le", "-ar", str(RATE), "-ac", "1", "-i", "-", "-map_metadata", "-1",
         "-bitexact", *encoder, f"{path}.{kind}"],
        input=np.clip(samples, -32767, 32767).astype("<i2").tobytes(), check=True)


def docx(path, paragraphs):
    body = "".join(
        f'<w:p>{"<w:pPr><w:pStyle w:val=%sHeading1%s/></w:pPr>" % (chr(34), chr(34)) if kind == "heading" else ""}'
        f'<w:r><w:t xml:space="preserve">{html.escape(text, quote=False)}</w:t></w:r></w:p>'
        for kind, text in paragraphs)
    w = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    parts = {
        "[Content_Types].xml": '<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
        "_rels/.rels": '<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/document.xml": f'<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="{w}"><w:body>{body}</w:body></w:document>',
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as out:
        for name, content in parts.items():
            out.writestr(zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0)), content)


def page(path, paragraphs):
    tags = {"heading": "h1", "caption": "figcaption", "pull-quote": "blockquote"}
    body = "\n".join(
        f"<{tags.get(kind, 'p')}>{html.escape(text, quote=False)}</{tags.get(kind, 'p')}>" for kind, text in paragraphs)
    with open(path, "w", encoding="utf-8") as out:
        out.write(f'<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><title>Sample interview</title></head>\n<body><article>\n{body}\n</article></body></html>\n')


def main():
    args = arguments()
    random.seed(args.seed)
    noise = np.random.default_rng(args.seed)
    voices = dict(zip("IGP", args.voices.split(",")))
    mics = dict(m.split("=") for m in args.mic.split(",") if m)
    sound = np.zeros(int(0.8 * RATE))
    text, line = "", 0
    truth = {"paragraphs": [], "unspoken": [], "untranscribed": []}
    printed_paragraphs = []
    for raw in open(args.source, encoding="utf-8"):
        raw = raw.rstrip("\n")
        if not raw.strip() or raw.startswith("#"):
            continue
        mark, content = raw.split(": ", 1)
        if mark[0] == "=":
            start = len(text)
            text += content + "\n\n"
            truth["unspoken"].append({"line": line + 1, "charStart": start, "charEnd": start + len(content), "kind": mark[1:]})
            printed_paragraphs.append((mark[1:], content))
            line += 2
            continue
        who = mark[-1]
        speaker = NAMES[who]
        parts = list(pieces(content))
        said = [w for _, words in parts for w in words]
        samples, times = speak(args.speak, voices[who], f"{random.uniform(0.95, 1.15):.2f}", said)
        gain = {"I": 0.5, "G": 0.8, "P": 0.6}[who] if args.taped else 0.8
        earlier = random.uniform(0, 0.25) if args.crosstalk and random.random() < 0.3 and len(sound) > 3 * RATE else 0
        begin = len(sound) - (int((0.15 + earlier) * RATE) if earlier else 0)
        start = begin / RATE
        sound = lay(sound, begin, through(mics.get(who), samples, noise) * gain)
        if args.crosstalk and len(samples) > 6 * RATE:
            other = random.choice([v for v in voices if v != who])
            word, _ = speak(args.speak, voices[other], "1.00", [random.choice(["mhm.", "right.", "yes."])])
            at = begin + int(random.uniform(2, len(samples) / RATE - 2) * RATE)
            sound = lay(sound, at, through(mics.get(other), word, noise) * 0.4)
            truth["untranscribed"].append(
                {"start": at / RATE, "end": (at + len(word)) / RATE, "speaker": NAMES[other], "kind": "crosstalk"})
        sound = np.concatenate([sound, np.zeros(int(random.uniform(0.15, 0.9) * RATE))])
        if mark[0] == "~":
            truth["untranscribed"].append({"start": start, "end": start + len(samples) / RATE, "speaker": speaker, "kind": "leftout"})
            continue
        opens = mark[0] not in "+-"
        begin = len(text)
        paragraph = "– " if opens else ""
        tokens = [{"charStart": begin, "charEnd": begin + 1, "text": "–", "kind": "punct"}] if opens else []
        index = 0
        for printed, words in parts:
            spans = times[index:index + len(words)]
            index += len(words)
            spans = [s for s in spans if s]
            for k, word in enumerate(printed):
                paragraph += "" if paragraph in ("", "– ") else " "
                at = begin + len(paragraph)
                token = {"charStart": at, "charEnd": at + len(word), "text": word, "kind": "word"}
                if not re.search(r"\w", word):
                    token["kind"] = "punct"
                elif not spans:
                    token["kind"] = "note" if printed[0].startswith("[") else "added"
                elif len(spans) == len(printed):
                    token["start"], token["end"] = start + spans[k][0], start + spans[k][1]
                elif k == 0:
                    token["start"], token["end"] = start + spans[0][0], start + spans[-1][1]
                else:
                    token["kind"] = "joined"
                tokens.append(token)
                paragraph += word
            if not printed and spans:
                truth["untranscribed"].append(
                    {"start": start + spans[0][0], "end": start + spans[-1][1], "speaker": speaker, "kind": "filler"})
        truth["paragraphs"].append({
            "line": line + 1, "speaker": speaker, "opensTurn": mark[0] != "+", "start": start, "end": start + len(samples) / RATE,
            "tokens": tokens})
        text += paragraph + "\n\n"
        printed_paragraphs.append(("turn", paragraph))
        line += 2
    samples = tape_effects(sound, args.seed) if args.taped else sound
    truth = {"duration": len(samples) / RATE, **truth}
    os.makedirs(args.folder, exist_ok=True)
    encode(samples, os.path.join(args.folder, "tape"), args.format)
    with open(os.path.join(args.folder, "transcript.txt"), "w", encoding="utf-8") as out:
        out.write(text)
    docx(os.path.join(args.folder, "transcript.docx"), printed_paragraphs)
    page(os.path.join(args.folder, "transcript.html"), printed_paragraphs)
    with open(os.path.join(args.folder, "truth.json"), "w", encoding="utf-8") as out:
        json.dump(truth, out, ensure_ascii=False, indent=1)


if __name__ == "__main__":
    main()
