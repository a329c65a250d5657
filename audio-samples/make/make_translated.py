#!/usr/bin/env python3
"""Makes a tape in another language than its transcript: print as in a .source of ours, said as in the file beside it.

    make_translated.py SOURCE SAID FOLDER --voices I=festival:lp_diphone,G=festival:pc_diphone [--taped] [--minutes 60]

SOURCE is the markup that make_tape.py explains, SAID what is said of it in the other language, a spoken paragraph a line. A
voice is festival:NAME (a voice of the package festival), or espeak:NAME (of espeak-ng), with ^SEMITONES behind it to move it.
With --minutes the exchanges are said again and again in another order, until the tape is that long; now and then a sentence of an
answer is then said that is not printed, or printed that is not said.
FOLDER receives tape.*, transcript.txt and truth.json.
"""
import argparse
import json
import os
import random
import re
import subprocess
import tempfile
import wave

import numpy as np

from make_tape import NAMES, RATE, encode, pieces, tape_effects

SENTENCE = re.compile(r"(?<=[.?!])\s+")
ENCODINGS = {"czech": "iso-8859-2", "russian": "utf-8"}
UNPRINTED = 0.06
UNSAID = 0.04


def arguments():
    parser = argparse.ArgumentParser()
    parser.add_argument("source")
    parser.add_argument("said")
    parser.add_argument("folder")
    parser.add_argument("--voices", required=True)
    parser.add_argument("--taped", action="store_true")
    parser.add_argument("--noise", type=float, help="decibels of speech above white noise that is added")
    parser.add_argument("--minutes", type=float, default=0)
    parser.add_argument("--format", default="flac")
    parser.add_argument("--seed", type=int, default=1)
    return parser.parse_args()


def speak(voice, text, stretch):
    """Samples of a sentence."""
    program, name = voice.split(":")
    name, _, semitones = name.partition("^")
    with tempfile.TemporaryDirectory() as folder:
        out, plain = os.path.join(folder, "out.wav"), os.path.join(folder, "text")
        if program == "festival":
            encoding = next((e for v, e in ENCODINGS.items() if name.startswith(v)), "iso-8859-15")
            with open(plain, "w", encoding=encoding, errors="replace") as file:
                file.write(text)
            subprocess.run(
                ["text2wave", "-eval", f"(voice_{name})", "-eval", f"(Parameter.set 'Duration_Stretch {stretch:.2f})", "-o", out, plain],
                check=True, capture_output=True)
        else:
            subprocess.run(["espeak-ng", "-v", name, "-s", str(int(160 / stretch)), "-w", out, text], check=True, capture_output=True)
        moved = os.path.join(folder, "moved.wav")
        effects = ["speed", str(2 ** (float(semitones) / 12))] if semitones else []
        subprocess.run(["sox", out, "-r", str(RATE), "-c", "1", "-b", "16", moved, "norm", "-9", *effects], check=True, capture_output=True)
        with wave.open(moved) as sound:
            samples = np.frombuffer(sound.readframes(sound.getnframes()), dtype="<i2").astype(np.float64)
    loud = np.flatnonzero(np.abs(samples) > 60)
    return samples[loud[0]:loud[-1]] if len(loud) else samples


def read(source, said):
    """Paragraphs as (mark, printed sentences, said sentences); unspoken ones say nothing."""
    foreign = [line.strip() for line in open(said, encoding="utf-8") if line.strip() and not line.startswith("#")]
    paragraphs = []
    for raw in open(source, encoding="utf-8"):
        raw = raw.rstrip("\n")
        if not raw.strip() or raw.startswith("#"):
            continue
        mark, content = raw.split(": ", 1)
        printed = " ".join(w for words, _ in pieces(content) for w in words)
        if mark[0] == "=":
            paragraphs.append((mark, [printed], []))
        else:
            paragraphs.append((mark, SENTENCE.split(printed), SENTENCE.split(foreign.pop(0))))
    return paragraphs


def longer(paragraphs, minutes, words_a_minute=120):
    """The exchanges again and again in another order."""
    exchanges = []
    for paragraph in paragraphs:
        if paragraph[0] == "I" or not exchanges:
            exchanges.append([])
        if paragraph[0][0] not in "=~":
            exchanges[-1].append((paragraph[0].replace("-", ""), *paragraph[1:]))
    exchanges = [e for e in exchanges if e and e[0][0] == "I" and e[-1][0] != "I"]
    result, words = [], 0
    while words < minutes * words_a_minute:
        random.shuffle(exchanges)
        for mark, printed, said in (p for e in exchanges for p in e):
            printed, said = list(printed), list(said)
            if mark != "I" and len(printed) == len(said) > 1:
                keep = [i for i in range(len(printed)) if random.random() >= UNPRINTED] or [0]
                say = [i for i in range(len(said)) if random.random() >= UNSAID or i not in keep] or [0]
                printed, said = [printed[i] for i in keep], [said[i] for i in say]
            result.append((mark, printed, said))
            words += sum(len(s.split()) for s in said)
    return result


def main():
    args = arguments()
    random.seed(args.seed)
    voices = dict(v.split("=") for v in args.voices.split(","))
    paragraphs = read(args.source, args.said)
    if args.minutes:
        paragraphs = longer(paragraphs, args.minutes)
    spoken = {}
    sound, length = [np.zeros(int(0.8 * RATE))], int(0.8 * RATE)
    truth = {"paragraphs": [], "untranscribed": []}
    text, line = "", 1
    for mark, printed, said in paragraphs:
        who = mark[-1]
        sentences = []
        for sentence in said:
            key = (who, sentence, random.choice([0.95, 1.05, 1.15]))
            if key not in spoken:
                spoken[key] = speak(voices[who], sentence, key[2])
            samples = spoken[key] * {"I": 0.5, "G": 0.8, "P": 0.6}[who]
            sentences.append({"start": length / RATE, "end": (length + len(samples)) / RATE, "text": sentence})
            pause = np.zeros(int(random.uniform(0.15, 0.5) * RATE))
            sound += [samples, pause]
            length += len(samples) + len(pause)
        pause = np.zeros(int(random.uniform(0.1, 0.7) * RATE))
        sound.append(pause)
        length += len(pause)
        if mark[0] == "~":
            truth["untranscribed"].append(
                {"start": sentences[0]["start"], "end": sentences[-1]["end"], "speaker": NAMES[who], "kind": "leftout"})
            continue
        if mark[0] != "=":
            truth["paragraphs"].append({
                "line": line, "speaker": NAMES[who], "opensTurn": mark[0] != "+", "start": sentences[0]["start"],
                "end": sentences[-1]["end"], "sentences": sentences})
        text += ("" if mark[0] in "=+-" else "– ") + " ".join(printed) + "\n\n"
        line += 2
    samples = np.concatenate(sound)
    if args.taped:
        samples = tape_effects(samples, args.seed)
    if args.noise is not None:
        level = np.sqrt(np.mean(samples[np.abs(samples) > 100] ** 2))
        samples = samples + np.random.default_rng(args.seed).standard_normal(len(samples)) * level * 10 ** (-args.noise / 20)
    os.makedirs(args.folder, exist_ok=True)
    encode(samples, os.path.join(args.folder, "tape"), args.format)
    with open(os.path.join(args.folder, "transcript.txt"), "w", encoding="utf-8") as out:
        out.write(text)
    with open(os.path.join(args.folder, "truth.json"), "w", encoding="utf-8") as out:
        json.dump({"duration": len(samples) / RATE, **truth}, out, ensure_ascii=False, indent=1)


if __name__ == "__main__":
    main()
