#!/usr/bin/env python3
"""import_combinations.py LAUNCHER: ways of marking turns, in surroundings and languages, read by `LAUNCHER import FILE... --json`.

Every way of marking (a name and a colon, a name on a line of its own, ...) is put into every surrounding (a title and a byline, lines cut at a
width, notes, running heads, ...) and language; printed is each of these transcripts of which words or speakers do not come back.
"""
import json, os, re, subprocess, sys, tempfile, textwrap
clock = lambda i: f'{(4 + 11 * i) // 60:02d}:{(4 + 11 * i) % 60:02d}'
TALK = [(0, 'Thank you for coming. Where did you grow up?'), (1, "On the east side, above a bakery. I still can't sleep when I smell yeast."), (0, 'Mm-hm.'),
        (1, 'We were five in two rooms. My father drove a bus, number 42, and he knew everybody on the line by name.'),
        (0, 'Was there a moment when you knew you would leave?'), (1, "There was. I was eleven. I saw a map in the school hall and I thought: that's not very big."),
        (0, 'The map?'), (1, 'The town. The map was enormous, it went from the door to the stove, and somebody had drawn the bakery on it in red.'),
        (0, 'And you stayed away for how long?'), (1, 'Nine years. Then I came back for a funeral and stayed for the summer.')]
N = ('Nora Quill', 'Tobias Fenn', 'Priya Anand')
WAYS = {'colon': ('{n}: {t}', N), 'capitals': ('{n}: {t}', tuple(n.upper() for n in N)), 'surname': ('{n}: {t}', ('QUILL', 'FENN', 'ANAND')),
        'stop': ('{n}. {t}', ('Ms. QUILL', 'Mr. FENN', 'Ms. ANAND')), 'letters': ('{n}: {t}', ('Q', 'A', 'THE CLERK')), 'letters-stop': ('{n}. {t}', ('Q', 'A', 'THE CLERK')),
        'initials': ('{n}: {t}', ('NQ', 'TF', 'PA')), 'codes': ('{n}: {t}', ('I', 'B', 'B2')), 'tab': ('{n}\t{t}', ('Nora', 'Tobias', 'Priya')),
        'colon-tab': ('{n}:\t{t}', ('NQ', 'TF', 'PA')), 'brackets': ('[{n}] {t}', ('Speaker 1', 'Speaker 2', 'Speaker 3')),
        'counted': ('{n}: {t}', ('Speaker 1', 'Speaker 2', 'Speaker 3')), 'own-line': ('{n}\n{t}', N), 'own-line-colon': ('{n}:\n{t}', N),
        'own-line-time': ('{n}  {c}\n{t}', N), 'time-name': ('[00:{c}] {n}: {t}', N), 'name-time': ('{n} ({c}): {t}', N), 'bar-time': ('{n} | {c}\n{t}', N),
        'dash': ('{n} – {t}', N), 'bold': ('**{n}:** {t}', N), 'bold-own-line': ('**{n}**\n\n{t}', N), 'bold-time': ('**{n}** [{c}]: {t}', N),
        'german-roles': ('{n}: {t}', ('Interviewerin', 'Befragter', 'Zeugin')), 'roles': ('{n}: {t}', ('Interviewer', 'Respondent', 'Moderator')),
        'small': ('{n}: {t}', ('nora', 'tobias', 'priya')), 'titles': ('{n}: {t}', ('Mrs. Quill', 'Mr. Fenn', 'Dr. Anand'))}
def cut(text, width):
    return '\n'.join('\n'.join(textwrap.wrap(l, width, break_on_hyphens=False, break_long_words=False, expand_tabs=False, replace_whitespace=False)) for l in text.split('\n'))
def body(way, names, talk, apart='\n\n', width=0):
    turns = [way.format(n=names[s], t=t, c=clock(i)) for i, (s, t) in enumerate(talk)]
    return apart.join(cut(t, width) if width else t for t in turns) + '\n'
def changed(talk, **other):
    return [(s, other.get(f'at{i}', t)) for i, (s, t) in enumerate(talk)]
def surroundings(way, names, markdown):
    d, b, mark = TALK, lambda t, **k: body(way, names, t, **k), '# ' if markdown else ''
    yield 'plain', b(d), d
    yield 'title', f"{mark}The bakery on the east side\n\nBy A. Writer\n\nTobias Fenn was a bus driver's son. We met him in his kitchen in March, on a day of rain, and talked until the light went.\n\n" + b(d) + '\nCopyright 2019 The Bakery Project. All rights reserved.\n', d
    p = changed(d, at3=d[3][1] + '\n\nHe never sat down at home. He said that he had sat enough.', at9=d[9][1] + '\n\nThat was the best of all the summers.')
    yield 'paragraphs', b(p), p
    yield 'notes', b(changed(d[:5], at1=d[1][1].replace('side, ', 'side, [laughs] '))) + '\n[Phone rings]\n\n' + b(d[5:]), d
    third = d[:5] + [(2, 'May I bring you some tea?')] + d[5:]
    yield 'third', b(third), third
    short = d[:4] + [(0, 'Yes?'), (1, 'Yes.'), (0, 'Really?'), (1, 'Yes.'), (0, 'All of them?'), (1, 'All.')] + d[4:]
    yield 'short', b(short), short
    c = changed(d, at3='The answer: at 10:30, see http://x.org/a:b. My father said: never on a Monday. Note: he meant it.', at7='Three things: bread, salt, and a name. Mother: she had none of them.')
    yield 'colons', b(c), c
    head = lambda h: f'## {h}' if markdown else h.upper()
    yield 'headings', head('Childhood') + '\n\n' + b(d[:4]) + '\n' + head('Leaving') + '\n\n' + b(d[4:]), d
    if markdown: return
    yield 'cut', b(d, width=58), d
    yield 'cut-close', b(d, apart='\n', width=58), d
    yield 'lines', b(d, apart='\n'), d
    yield 'windows', ('\ufeff' + b(d, apart='\n\n\n')).replace('\n', '\r\n'), d
    lines, paged = b(d, width=58).rstrip('\n').split('\n'), []
    for i, line in enumerate(lines): paged += (['', f'Fenn interview                                   {i // 9}', ''] if i and i % 9 == 0 else []) + [line]
    yield 'pages', '\n'.join(paged) + '\n', d
LANGUAGES = {
    'de': ('Frau Brandt', 'Herr Moser', 'Die Uhren der Gerbergasse', 'Das Gespräch führte A. Vogt.', 'Wie sind Sie zur Uhrmacherei gekommen?', 'Durch meinen Großvater. Er sagte: Wer eine Uhr versteht, versteht die Welt.', 'Haben Sie ihn verstanden?', 'Erst viel später.'),
    'fr': ('Claire Roux', 'Paul Perrin', 'La reliure', 'Propos recueillis par A. Petit', 'Comment avez-vous découvert la reliure ?', 'Par hasard. Il pleuvait, et je me suis abritée chez un relieur.', 'Vous y êtes retournée ?', 'Tous les jeudis pendant six ans.'),
    'es': ('Ana Ruiz', 'Luis Gil', 'El último pescador', 'Entrevista de A. Soler', '¿Cuándo empezó usted a pescar?', 'A los siete años, con mi tío. Salíamos a las cuatro.', '¿No tenía miedo?', '¡Claro que sí! Pero el miedo se queda en el puerto.'),
    'ru': ('Вера Лесная', 'Илья Ким', 'Двадцать лет на станции', 'Беседовала А. Иванова', 'Как вы попали на станцию?', 'Меня отправили туда на полгода, а осталась я на двадцать лет.', 'Вам не было одиноко?', 'Нет. Нас было девять человек и четыре собаки.'),
    'pl': ('Anna Nowak', 'Zofia Lis', 'Piekarnia', 'Rozmawiał A. Kot', 'Kiedy zaczęła pani pracę w piekarni?', 'Zaraz po wojnie. Mąkę woziliśmy wózkiem.', 'A piec?', 'Piec był węglowy i stał jeszcze długo.'),
    'el': ('Άννα Ράλλη', 'Νίκος Δήμου', 'Το νησί', 'Συνέντευξη: Α. Κ.', 'Πότε φύγατε από το νησί;', 'Το 1956, με το πρώτο πλοίο της άνοιξης.', 'Και πού πήγατε;', 'Στη Μελβούρνη, όπου ήταν ο θείος μου.'),
    'tr': ('Ayşe Kaya', 'Ali Demir', 'Bakırcılar', 'Röportaj: A. Y.', 'Bu dükkânı ne zaman açtınız?', 'Babam açtı, ben devraldım.', 'Şimdi kaç kişi kaldı?', 'Bir tek ben kaldım.'),
    'zh': ('李记者', '王师傅', '木雕', '采访：刘铮', '您是什么时候开始学木雕的？', '十三岁那年。师傅先让我扫了一年的地。', '师傅说过什么？', '他说：木头比人老实。'),
    'ja': ('聞き手', '山田花子', '紙漉きの里', '取材・文／佐藤', 'いつから紙漉きを始めましたか。', '十五の春からです。母が先に始めていました。', '今も続けていますか。', 'はい、毎朝です。'),
    'ko': ('김기자', '이장인', '옹기 이야기', '글 박기자', '언제부터 옹기를 만드셨습니까?', '열아홉 살 때부터입니다.', '지금은 어떻습니까?', '지금은 불이 저를 압니다.'),
    'ar': ('ليلى حداد', 'سامي نصر', 'آخر المطابع', 'أجرى الحوار: ك. م.', 'متى بدأت العمل في المطبعة؟', 'بدأت في السادسة عشرة من عمري.', 'هل كان العمل صعبًا؟', 'نعم، لكن رائحة الحبر كانت تعجبني.'),
    'he': ('רון לוי', 'דוד כהן', 'הקיבוץ', 'ראיין: א. ב.', 'מתי הגעת לקיבוץ?', 'בשנת 1949, עם אחי הצעיר.', 'איך למדת?', 'מהילדים. הם צחקו עליי, ואז לימדו אותי.'),
    'hi': ('रमेश कुमार', 'सीता देवी', 'बुनाई', 'साक्षात्कार: अ. ब.', 'आपने बुनाई कब शुरू की?', 'जब मैं दस साल की थी।', 'क्या यह कठिन था?', 'शुरू में बहुत कठिन था।')}
def languages():
    for code, (a, b, title, byline, *said) in LANGUAGES.items():
        talk = [(i % 2, t) for i, t in enumerate(said + said)]
        for name in ('colon', 'own-line', 'brackets', 'dash', 'name-time', 'own-line-time', 'bold', 'tab', 'time-name'):
            way, kind = WAYS[name][0], 'md' if name == 'bold' else 'txt'
            text = body(way, (a, b), talk, '\n' if name in ('tab', 'time-name') else '\n\n')
            yield f'{code}-{name}', kind, text, talk, (a, b)
            yield f'{code}-{name}-title', kind, f"{'# ' if kind == 'md' else ''}{title}\n\n{byline}\n\n{text}", talk, (a, b)
            yield f'{code}-{name}-windows', kind, ('\ufeff' + text).replace('\n', '\r\n'), talk, (a, b)
def combinations():
    for name, (way, names) in WAYS.items():
        kind = 'md' if name.startswith('bold') else 'txt'
        for where, text, talk in surroundings(way, names, kind == 'md'): yield f'{name}-{where}', kind, text, talk, names
    yield from languages()
def runs(pairs):
    result = []
    for name, said in pairs:
        said = ' '.join(said.split())
        if not said: continue
        if result and result[-1][0] == name: result[-1][1] += ' ' + said
        else: result.append([name, said])
    return result
def main():
    all_of = list(combinations()); wrong = 0
    with tempfile.TemporaryDirectory() as folder:
        files = []
        for name, kind, text, _, _ in all_of:
            files.append(os.path.join(folder, f'{name}.{kind}')); open(files[-1], 'wb').write(text.encode())
        out = json.loads(subprocess.run([sys.argv[1], 'import', *files, '--json'], capture_output=True, text=True).stdout)
    for (name, _, _, talk, names), read in zip(all_of, out):
        expected = runs((names[s], t) for s, t in talk)
        found = runs((p['speaker'], p['spoken']) for p in read.get('paragraphs', []))
        if found != expected:
            wrong += 1; print(name, next(((f, e) for f, e in zip(found + [None], expected + [None]) if f != e), 'lengths'))
    print(f'{len(all_of) - wrong} of {len(all_of)} right')
main()
