#!/usr/bin/env python3
"""Lets people talk into each other's words: make_overlaps.py TAPE FOLDER

TAPE holds tape.*, transcript.txt and units.json as make_real.py writes them. Now and then the first short word of somebody's turn is
mixed into the midst of another's, 0 to 15 dB below it; FOLDER gets the tape, the same text and units, and overlaps.json
([{"start", "end", "speaker"}], s), for OverlapsFit. Needs ffmpeg and numpy.
"""
import glob, json, os, random, shutil, subprocess, sys
import numpy as np

RATE = 16000
EVERY = 15


def level(x):
    return np.sqrt((x ** 2).mean()) + 1


def main(tape, folder):
    command = ['ffmpeg', '-v', 'error', '-i', glob.glob(tape + '/tape.*')[0], '-ac', '1', '-ar', str(RATE), '-f', 's16le', '-']
    sound = np.frombuffer(subprocess.run(command, capture_output=True, check=True).stdout, np.int16).astype(float)
    units = json.load(open(tape + '/units.json'))
    rng, said, before = random.Random(5), [], 0
    for unit, after in zip(units, units[1:] + [None]):
        until = unit.get('end') or (after['start'] if after else unit['start'])
        others = [u for u in units if u['speaker'] != unit['speaker']]
        if until - unit['start'] < 2.5 or unit['start'] - before < EVERY or not others:
            continue
        other = rng.choice(others)
        length = rng.uniform(.35, .7)
        at = rng.uniform(unit['start'] + .7, until - .7 - length)
        if at < unit['start'] + .7:
            continue
        word = sound[int(other['start'] * RATE):int((other['start'] + length) * RATE)].copy()
        fade = np.minimum(1, np.minimum(np.arange(len(word)), np.arange(len(word))[::-1]) / (.02 * RATE))
        here = slice(int(at * RATE), int(at * RATE) + len(word))
        gain = level(sound[here]) / level(word) * 10 ** (-rng.uniform(0, 15) / 20)
        sound[here] += word * fade * gain
        said.append({'start': round(at, 3), 'end': round(at + length, 3), 'speaker': other['speaker']})
        before = unit['start']
    os.makedirs(folder, exist_ok=True)
    command = ['ffmpeg', '-y', '-v', 'error', '-f', 's16le', '-ar', str(RATE), '-ac', '1', '-i', '-', folder + '/tape.flac']
    subprocess.run(command, input=sound.clip(-32768, 32767).astype(np.int16).tobytes(), check=True)
    for name in ('transcript.txt', 'units.json'):
        shutil.copy(f'{tape}/{name}', folder)
    json.dump(said, open(folder + '/overlaps.json', 'w'), indent=0)
    print(len(said), 'times')


if __name__ == '__main__':
    main(*sys.argv[1:])
