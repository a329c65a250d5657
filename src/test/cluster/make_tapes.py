#!/usr/bin/env python3
"""Cuts short tapes with their texts out of the samples: make_tapes.py SAMPLES FOLDER COUNT. Three more are bad: no recording, no sound
in it, a text that is not there. With a fourth argument the tapes take so many minutes, put together of such pieces in an order of each tape's own,
and none is bad. Writes FOLDER/tapes.csv."""
import json
import random
import subprocess
import sys
import tempfile
import wave
from pathlib import Path

LENGTH = 20.0


def windows(samples):
    """Stretches of whole turns, of about LENGTH seconds: (recording, start, end, paragraphs)."""
    for sample in ("ferry", "lighthouse", "radioworks"):
        tape = next((samples / sample).glob("tape.*"))
        truth = json.loads((samples / sample / "truth.json").read_text())
        run = []
        for paragraph in truth["paragraphs"]:
            run.append(paragraph)
            if paragraph["end"] - run[0]["start"] >= LENGTH:
                yield tape, run[0]["start"], paragraph["end"], run
                run = []


def text(paragraph):
    words = []
    for token in paragraph["tokens"]:
        if token["kind"] == "word":
            words.append(token["text"])
    return paragraph["speaker"].upper() + ": " + " ".join(words)


def cut_out(tape, start, end, target):
    subprocess.run(["ffmpeg", "-v", "error", "-y", "-ss", str(max(0, start - 0.3)), "-t", str(end - start + 0.6),
                    "-i", str(tape), "-ac", "1", "-ar", "16000", str(target)], check=True)


def long_tapes(cut, folder, count, minutes):
    rows = ["tape,transcript,formats,name"]
    with tempfile.TemporaryDirectory() as scratch:
        pieces = []
        for i, (tape, start, end, paragraphs) in enumerate(cut):
            cut_out(tape, start, end, Path(scratch) / f"{i}.wav")
            with wave.open(str(Path(scratch) / f"{i}.wav")) as piece:
                pieces.append((piece.readframes(piece.getnframes()), piece.getnframes() / 16000, paragraphs))
        for i in range(count):
            order, seconds, texts, name = random.Random(i), 0.0, [], f"tape{i:02}"
            whole = Path(scratch) / "whole.wav"
            with wave.open(str(whole), "wb") as out:
                out.setparams((1, 2, 16000, 0, "NONE", ""))
                while seconds < 60 * minutes:
                    for sound, length, paragraphs in order.sample(pieces, len(pieces)):
                        out.writeframes(sound)
                        seconds += length
                        texts += [text(p) for p in paragraphs]
                        if seconds >= 60 * minutes:
                            break
            subprocess.run(["ffmpeg", "-v", "error", "-y", "-i", str(whole), str(folder / f"{name}.flac")], check=True)
            (folder / f"{name}.txt").write_text("\n\n".join(texts) + "\n")
            rows.append(f"{name}.flac,{name}.txt,srt vtt json,")
    (folder / "tapes.csv").write_text("\n".join(rows) + "\n")


def main():
    samples, folder, count = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
    folder.mkdir(parents=True, exist_ok=True)
    rows = ["tape,transcript,formats,name"]
    cut = list(windows(samples))
    if len(sys.argv) > 4:
        long_tapes(cut, folder, count, float(sys.argv[4]))
        return
    for i in range(count):
        tape, start, end, paragraphs = cut[i % len(cut)]
        # A window that comes again is another recording, by a little more silence.
        again = i // len(cut) * 0.1
        name = f"tape{i:02}"
        subprocess.run(["ffmpeg", "-v", "error", "-y", "-ss", str(max(0, start - 0.3)), "-t", str(end - start + 0.6 + again),
                        "-i", str(tape), "-ac", "1", str(folder / f"{name}.flac")], check=True)
        (folder / f"{name}.txt").write_text("\n\n".join(text(p) for p in paragraphs) + "\n")
        rows.append(f"{name}.flac,{name}.txt,srt vtt json,")
    (folder / "noise.flac").write_bytes(b"this is no recording\n" * 100)
    rows.insert(4, "gone.flac,tape00.txt,srt,gone")
    rows.insert(9, "noise.flac,tape00.txt,srt,noise")
    rows.insert(15, "tape01.flac,gone.txt,srt,textless")
    (folder / "tapes.csv").write_text("\n".join(rows) + "\n")


main()
