#!/usr/bin/env python3
"""Makes tapes of people's voices in FOLDER, for measuring: make_real.py KIND LANGUAGE DATA FOLDER [MINUTES]

Each utterance is a file of its own in a package of Debian, so that a tape of one after another has times that are known: FOLDER gets
tape.flac, transcript.txt and units.json ([{"text", "start", "end", "speaker"}], one a paragraph, by level, about 20 ms). DATA is what the
package unpacks to (dpkg -x). Needs ffmpeg and numpy. Not shipped: the packages have licences of their own.

  fish    nl, cs            two actors, turns of 3 s       fillets-ng-data, fillets-ng-data-nl, -cs
  drascula  en, es          ten actors, two or three of whom talk: give them as KIND, drascula:H,VB (H B BJ D E I L P T VB)
                                                            drascula, drascula-spanish (both unpacked to DATA)
  stamps  fr ru ro ca bg es be el da   volunteers, single sentences; those that fit their text by length   tuxpaint-stamps-default
  mboshi:PERSON  mdw      a speaker of Mboshi, single sentences: abiayi, kouarata, martial
                                                            a checkout of mboshi-french-parallel-corpus

Units of the fish have "en" too, what they say in English, and those of drascula "other", in the other language of the two.
"""
import glob, json, os, random, re, struct, subprocess, sys
import numpy as np

RATE = 16000
FRAME = 320


def decoded(path, *how):
    command = ['ffmpeg', '-v', 'error', *how, '-i', path, '-ac', '1', '-ar', str(RATE), '-f', 's16le', '-']
    return np.frombuffer(subprocess.run(command, capture_output=True, check=True).stdout, np.int16).astype(float)


def spoken(sound, share, least):
    """First and last moment, in seconds, at which somebody speaks; None if nobody does."""
    whole = sound[:len(sound) // FRAME * FRAME]
    level = np.sqrt((whole.reshape(-1, FRAME) ** 2).mean(1))
    on = np.where(level > max(least, share * np.percentile(level, 98)))[0] if len(level) else []
    return (on[0] * FRAME / RATE, (on[-1] + 1) * FRAME / RATE) if len(on) > 4 else None


def fish(language, data, _):
    root = data + '/usr/share/games/fillets-ng/'
    line = re.compile(r'dialogId\("([^"]+)",\s*"[^"]*",\s*"((?:[^"\\]|\\.)*)"\)\s*dialogStr\("((?:[^"\\]|\\.)*)"\)')
    levels = sorted(os.listdir(root + 'script'))
    random.Random(7).shuffle(levels)
    for level in levels:
        script = f'{root}script/{level}/dialogs_{language}.lua'
        for name, english, text in line.findall(open(script, encoding='utf-8').read()) if os.path.exists(script) else []:
            who = re.match(r'[^-]+-([mv])-', name)
            path = f'{root}sound/{level}/{language}/{name}.ogg'
            if who and text.strip() and os.path.exists(path):
                clean = [re.sub(r'\s+', ' ', t.replace('\\"', '"').replace('\\n', ' ')).strip() for t in (text, english)]
                yield clean[0], {'en': clean[1]}, {'m': 'small fish', 'v': 'big fish'}[who[1]], decoded(path)


def drascula(language, data, people):
    """Texts lie in drascula.dat: an array for each speaker, in six languages, every entry with its length before it."""
    folder = {'en': '/usr/share/scummvm/drascula/en/', 'es': '/usr/share/scummvm/drascula/es/'}[language]
    raw = open(data + '/usr/share/scummvm/drascula/en/drascula.dat', 'rb').read()
    at = raw.find(b"\x00\x38THAT'S THE SECOND BIGGEST") - 10
    texts = {}
    for speaker in ('H', 'D', 'B', 'BJ', 'E', 'I', 'L', 'P', 'T', 'VB'):
        count = struct.unpack('>H', raw[at:at + 2])[0]
        at += 2
        texts[speaker] = []
        for _ in range(6):
            at += 4
            entries = []
            for _ in range(count):
                size = struct.unpack('>H', raw[at:at + 2])[0]
                entries.append(raw[at + 2:at + size].split(b'\0')[0].decode('cp850'))
                at += size
            texts[speaker].append(entries)
    own, other = (0, 1) if language == 'en' else (1, 0)
    lines = {}
    for speaker in people:
        prefix = '' if speaker == 'H' else speaker
        lines[speaker] = [i for i, text in enumerate(texts[speaker][own])
                          if len(text.split()) > 1 and os.path.exists(f'{data}{folder}{prefix}{i}.ALS')]
    rng, last = random.Random(1), None
    while any(lines[s] for s in people if s != last):
        speaker = rng.choice([s for s in people if s != last and lines[s]])
        for _ in range(1 if rng.random() < .75 else 2):
            if lines[speaker]:
                i = lines[speaker].pop(0)
                path = f"{data}{folder}{'' if speaker == 'H' else speaker}{i}.ALS"
                yield (sentence(texts[speaker][own][i]), {'other': sentence(texts[speaker][other][i])}, speaker,
                       decoded(path, '-f', 'u8', '-ar', '11025', '-ac', '1'))
        last = speaker


def sentence(text):
    text = re.sub(r'\s+', ' ', text).strip()
    text = text.lower() if text.upper() == text else text
    text = re.sub(r'(^|[.!?] +)(\W*)(\w)', lambda m: m[1] + m[2] + m[3].upper(), text)
    return text if not text or text[-1] in '.!?' else text + '.'


def stamps(language, data, _):
    items = {}
    for path in sorted(glob.glob(f'{data}/usr/share/tuxpaint/stamps/**/*_desc_{language}.ogg', recursive=True)):
        about = path[:path.rindex('_desc_')] + '.txt'
        text = os.path.exists(about) and re.search(rf'^{language}\.utf8=(.+)$', open(about, encoding='utf-8').read(), re.M)
        if text and len(text[1].split()) > 2 and not re.search(r'[()\d]', text[1]):
            clean = re.sub(r'\s+', ' ', text[1]).strip()
            items[clean if clean[-1] in '.!?' else clean + '.'] = path
    order = sorted(items)
    random.Random(11).shuffle(order)
    for text in order:
        said = decoded(items[text])
        span = spoken(said, 0.06, 100)
        # Of some only a word is said, as of letters of the alphabet.
        letter = re.search(r'\b\w\b.?$', text)
        if span and not letter and 5 < sum(c.isalpha() for c in text) / (span[1] - span[0]) < 20:
            yield text, {}, 'n', said


def mboshi(_, data, people):
    paths = sorted(p for person in people for p in glob.glob(f'{data}/full_corpus_newsplit/*/{person}_*.wav'))
    random.Random(1).shuffle(paths)
    for path in paths:
        text = re.sub(r'\s+', ' ', open(path[:-4] + '.mb', encoding='utf-8').read()).strip()
        if len(text.split()) > 1:
            # Each begins with the tap that started it.
            yield text, {}, os.path.basename(path).split('_')[0], decoded(path)[int(.15 * RATE):]


def main(kind, language, data, folder, minutes='10'):
    kind, _, people = kind.partition(':')
    rng, noise = random.Random(3), np.random.RandomState(3)
    units, sound, seconds = [], [], 0.0
    for text, more, speaker, said in {'fish': fish, 'drascula': drascula, 'stamps': stamps, 'mboshi': mboshi}[kind](language, data, people.split(',')):
        span = spoken(said, 0.06, 100)
        if span is None:
            continue
        pause = noise.randn(int(RATE * rng.uniform(.25, .8))) * 3
        seconds += len(pause) / RATE
        unit = {'text': text, 'start': round(seconds + span[0], 3), 'end': round(seconds + span[1], 3), 'speaker': speaker, **more}
        if units and units[-1]['speaker'] == speaker and kind not in ('stamps', 'mboshi'):
            before = units[-1]
            before['end'] = unit['end']
            for key in ('text', *more):
                before[key] += ' ' + unit[key]
        else:
            units.append(unit)
        sound += [pause, said]
        seconds += len(said) / RATE
        if seconds > 60 * float(minutes):
            break
    os.makedirs(folder, exist_ok=True)
    command = ['ffmpeg', '-y', '-v', 'error', '-f', 's16le', '-ar', str(RATE), '-ac', '1', '-i', '-', folder + '/tape.flac']
    subprocess.run(command, input=np.concatenate(sound).clip(-32768, 32767).astype(np.int16).tobytes(), check=True)
    mark = '' if kind in ('stamps', 'mboshi') else '– '
    with open(folder + '/transcript.txt', 'w', encoding='utf-8') as out:
        out.write('\n\n'.join(mark + unit['text'] for unit in units) + '\n')
    with open(folder + '/units.json', 'w', encoding='utf-8') as out:
        json.dump(units, out, ensure_ascii=False, indent=0)
    print(len(units), 'units,', round(seconds / 60, 1), 'minutes')


if __name__ == '__main__':
    main(*sys.argv[1:])
