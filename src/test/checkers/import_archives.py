#!/usr/bin/env python3
"""import_archives.py FOLDER LAUNCHER [LIMIT [SET...]]: imports published transcripts and compares words and speakers.

FOLDER holds checkouts of public archives, each under its repository's name (see docs/BENCHMARKS-IMPORT.md). Every archive's files are read
here by a few lines of their own that know that archive's one shape, and by `LAUNCHER import FILE... --json`. Printed are the share of
words that are said in both, the share of them with the right speaker, and words that only the program takes as said; with EACH=1 in the environment also the processor time of the file that took longest, each file
read by a program of its own (a start alone takes about half a second).
"""
import bisect, csv, glob, html, json, os, re, resource, subprocess, sys, time
import xml.etree.ElementTree as ET
from collections import Counter
A = os.path.join(sys.argv[1], '')
W=lambda s:[w for w in re.findall(r"[^\W_]+(?:['’][^\W_]+)*",s.lower())]
TIME=re.compile(r'\\?[\[(]\d{1,2}:\d\d(?::\d\d)?(?:[.,]\d+)?\\?[\])]')
def clean(s):
    s=re.sub(r'\\([\\`*_{}\[\]()#+.!-])',r'\1',s)
    s=re.sub(r'!?\[([^\]]*)\]\(([^)]*)\)',r'\1',s); s=re.sub(r'<https?://[^>]*>',' ',s)
    s=re.sub(r'\[[^\]]*\]',' ',s); s=TIME.sub(' ',s)
    return re.sub(r'[*_`]',' ',html.unescape(s)).replace('\xa0',' ')
def front(t):
    m=re.match(r'---\n.*?\n---\n',t,re.S); return t[m.end():] if m else t
def unix(t):
    r=[]
    for l in t.split('\n'):
        m=re.match(r'([A-Z][A-Za-z.]{0,12}):\s+(.*)',l)
        if m: r.append([m.group(1),m.group(2)])
        elif r: r[-1][1]+='\n'+l
    return r
def changelog(t):
    r=[]
    for l in t.split('\n'):
        m=re.match(r'\*\*(.+?):?\*\*:?\s*(.*)',l)
        if m and len(m.group(1))<50: r.append([m.group(1),m.group(2)])
        elif r and not re.match(r'\s*(#|\\?\[.*\]\s*$|\*\\\[|---|!\[|\*\*Break|\*\*Jingle)',l): r[-1][1]+='\n'+l
    return r
def lenny(t):
    r=[]
    for l in front(t).split('\n'):
        m=re.match(r'([^():]{2,50}) ?\(\d\d?:\d\d(?::\d\d)?\):\s*$',l)
        if m: r.append([m.group(1),''])
        elif re.match(r'\s*\(\d\d?:\d\d(?::\d\d)?\):\s*$',l): pass
        elif r and not l.startswith('#'): r[-1][1]+='\n'+l
    return r
def bitcoin(t):
    r=[]
    for l in front(t).split('\n'):
        m=re.match(r'(Speaker \d+|[A-Za-z][\w.’\'-]*(?: (?:[A-Z][\w.’\'-]*|van|de|von|der)){0,3}(?: \([^)]*\))?): +(?:\d\d:\d\d:\d\d\s*$|(?=\S))(.*)',l)
        if m: r.append([re.sub(r' \(.*','',m.group(1)),m.group(2),l])
        elif r: r.append(['',l,l])
    names=Counter(x[0] for x in r if x[0]); people={n for n,c in names.items() if c>2 or re.fullmatch('[A-Z]{2,3}',n)}; people|={n for n in names if ''.join(w[0] for w in n.split()) in people}
    out=[]; before=0
    for n,x,l in r:
        if n in people: out.append([n,x])
        elif not out: before+=len(x.split())
        elif out and not re.match(r'#|<?https?://\S+$',l): out[-1][1]+='\n'+l
    return out if len(out)>=6 and len(out)>=0.8*sum(names.values()) and before*5<sum(len(x.split()) for _,x in out) else None
def ncssm(t):
    r=[]
    for row in csv.DictReader(t.splitlines()):
        s=row.get('speaker') or (r[-1][0] if r else ''); r.append([s,row.get('words') or ''])
    return r
def idaho(t):
    return [[n.rstrip(':'),x] for n,x in ncssm(re.sub(r'"\([^"]*\)"','',t))]
def congress(t):
    b=re.search(r'<pre>(.*)</pre>',t,re.S)
    if not b: return None
    r=[]; aside=False
    for l in re.sub(r'<[^>]*>','',html.unescape(b.group(1))).split('\n'):
        m=re.match(r'  ((?:Mr|Ms|Mrs|Dr|Messrs)\. [A-Z][A-Za-z\'-]*[A-Z][A-Z\'-]+(?:,? [A-Z][A-Z\'.-]+)*(?: of [A-Z][a-z]+(?: [A-Z][a-z]+)?)?|(?:The|THE) (?:SPEAKER|PRESIDENT|PRESIDING OFFICER|CHAIRMAN|Acting CHAIRMAN|CLERK|VICE PRESIDENT|ACTING PRESIDENT)(?: pro tempore)?)(?: \([^)]*\))?\. (.*)',l)
        if m: r.append([m.group(1),m.group(2)])
        elif re.match(r'\s*$|\s*\[\[Page|\s*_{5,}',l): aside=aside and not re.match(r'\s*$',l)
        # Documents and lists that somebody has printed are indented; what is in brackets nobody says.
        elif re.match(r'  \(',l) or aside: aside=not re.search(r'\)\s*$',l)
        elif r and not re.match(r'\s{5,}\S',l): r[-1][1]+='\n'+l
    return r if len(r)>=2 else None
def cues(t):
    """SRT as one finds it: a time line, text until a blank line; names that come again are no words."""
    heads=Counter(re.findall(r'(?m)^[-–]? ?([^\W\d_][\w ’\'-]{1,30}):(?= )',t)); names='|'.join(re.escape(n) for n,c in heads.items() if c>1)
    if names: t=re.sub(r'(?m)^[-–]? ?(?:'+names+'): ',' ',t)
    return [['',re.sub(r'<[^>]*>|\{\\[^}]*\}',' ',x)] for x in re.findall(r'-->[^\n]*\n(.*?)(?:\n[ \t]*\n|\Z)',t.replace('\r',''),re.S)]
def vtt(t):
    """Cues as the WebVTT and TTML test files of libraries have them."""
    if '<tt' in t[:2000]: return [['',html.unescape(re.sub(r'<[^>]*>',' ',x))] for x in re.findall(r'<(?:tt:)?p\b[^>]*?(?<!/)>(.*?)</(?:tt:)?p>',t,re.S)]
    return [['',html.unescape(re.sub(r'<[^>]*>',' ',x))] for x in re.findall(r'-->[^\n]*\n((?:[^\n]+(?:\n|\Z))*)',t.replace('\r\n','\n').replace('\r','\n'))]
def textgrid(t):
    r=[]
    for tier in re.split(r'item ?\[\d+\]:',t)[1:]:
        n=re.search(r'name = "(.*?)"',tier)
        if 'IntervalTier' in tier and n and n.group(1) not in ('Turns','Sections','Comments'):
            for a,b,x in re.findall(r'xmin = ([\d.]+)\s+xmax = ([\d.]+)\s+text = "((?:[^"]|"")*)"',tier): r.append((float(a),n.group(1),re.sub(r'<[A-Z_/]+>',' ',x.replace('""','"'))))
    return [[n,x] for _,n,x in sorted(r,key=lambda y:y[0])]
def chat(t):
    who={}
    for m in re.findall(r'@Participants:\s*(.*(?:\n\t.*)*)',t):
        for x in m.split(','):
            w=x.split(); who[w[0]]=' '.join(w) if w else ''
    r=[]; on=False
    for l in t.split('\n'):
        m=re.match(r'\*(\w+):\t(.*)',l)
        if m: r.append([who.get(m.group(1),m.group(1)),m.group(2)]); on=True
        elif l.startswith('\t') and on: r[-1][1]+=' '+l
        else: on=False
    def said(x):
        x=re.sub('\x15[^\x15]*\x15',' ',x); x=re.sub(r'\[[^\]]*\]',' ',x); x=re.sub(r'&[=+*~-]?\S+|\(\.*\d*\.*\)|\+\S+|\b(?:xxx|yyy|www)\b|(?<=\w)@\S+|\b0\w+',' ',x)
        return re.sub(r'(?<=\w)_(?=\w)',' ',re.sub('[()<>^:≠↑↓→↗↘⌈⌉⌊⌋°∆∇„‡“”⁎◉☺♋▔▁↫∬Ϋ]','',x))
    return [[n,said(x)] for n,x in r]
def dracor(t):
    body=t[t.find('<body'):]; r=[]
    for m in re.finditer(r'<sp\b[^>]*?>(.*?)</sp>',body,re.S):
        x=m.group(1); n=re.search(r'<speaker[^>]*>(.*?)</speaker>',x,re.S)
        x=re.sub(r'<(speaker|stage|note|head|fw)\b[^>]*?(?:/>|>.*?</\1>)',' ',x,flags=re.S)
        if n: r.append([re.sub(r'<[^>]*>','',n.group(1)),html.unescape(re.sub(r'<[^>]*>',' ',x))])
    return r
def segments(t):
    o=json.loads(t); o=o.get('segments') or o.get('utterances') or [] if isinstance(o,dict) else o
    return [[x.get('speaker') or '',x.get('text') or ''] for x in o] if o and 'text' in o[0] else None
def brackets(t):
    return [[n,x] for n,x in re.findall(r'^\[([^\]]+)\] \[\d\d[\d:]*\] (.*)$',t,re.M)]
def stamped(t): return [['',re.sub(r'(?m)^\d\d:\d\d:\d\d ','',t)]]
def below(heading): return lambda t:[['',re.sub(r'\*\*\[[\d:]+\]\*\*','',t[t.index(heading)+len(heading):])]] if heading in t else None
def bold(mark):
    """Markdown or kramdown with names in bold, some with a time in brackets, before a colon; what follows goes on."""
    head=re.compile(mark+r'([^*_]{2,50}?)(:?)'+mark+r'(?: \(\d[\d:]+\))?(:?)\s*(.*)')
    def read(t):
        r=[]
        for l in front(t).split('\n'):
            m=head.match(l)
            if m and (m.group(2) or m.group(3)): r.append([m.group(1),m.group(4)])
            elif r and not re.match(r'\s*(#|!\[|<[a-z])|\{|_[^_]|\[[^\]]*\]: ',l): r[-1][1]+='\n'+l
        return r
    return read
def named_cues(t):
    r=[['','']]
    for x in re.findall(r'-->[^\n]*\n(.*?)(?:\n[ \t]*\n|\Z)',t.replace('\r',''),re.S):
        m=re.match(r'[-– ]*([A-Z][\w’\'-]+(?: [A-Z][\w’\'-]+){0,2}): ?(.*)',x,re.S)
        if m: r.append([m.group(1),m.group(2)])
        else: r[-1][1]+=' '+x
    return r
def own_line(t):
    names=Counter(re.findall(r'(?m)^([^#:\n]{1,40}): ?$',t)); r=[]
    for l in t.split('\n'):
        m=re.match(r'([^#:\n]{1,40}): ?$',l)
        if m and names[m.group(1)]>1: r.append([m.group(1),''])
        elif r and not l.startswith('#'): r[-1][1]+='\n'+l
    return r
def court(t):
    if 'P R O C E E D I N G S' not in t: return None
    b=t[t.index('P R O C E E D I N G S')+21:]; e=b.find('(Whereupon'); r=[]
    for l in (b[:e] if e>0 else b).split('\n'):
        l=l.strip('\f')
        if re.match(r'\s*(Official - Subject|Alderson Reporting|\d{1,3}\s*$|\s*$)',l): continue
        l=re.sub(r'^\s*\d{1,2}(?:\s+|$)','',l); m=re.match(r'((?:CHIEF )?JUSTICE [A-Z]+|(?:MR|MS|GENERAL)\.? [A-Z]+):\s*(.*)',l)
        if m: r.append([m.group(1),m.group(2)])
        elif r and not re.match(r'(ORAL ARGUMENT|REBUTTAL|ON BEHALF|FOR |AS AMIC|SUPPORT|COURT-APP|\(\d+:\d\d)',l): r[-1][1]+='\n'+l
    return r
def minutes(t):
    """Notes of meetings: initials with a colon, whose names a list or table at the head gives; conclusions and code are not said."""
    who={b:a.strip() for a,b in re.findall(r'([A-Z][^,;()|\n:]{2,40}?) \(([A-Z]{2,4})\)',t[:6000])}; r=[]; skip=False
    who.update({b:a.strip() for a,b in re.findall(r'\| *([A-Z][^|\n]+?) *\| *([A-Z]{2,4}) *\|',t[:9000])})
    for l in re.sub(r'(?s)```.*?```',' ',t).split('\n'):
        m=re.match(r'\*{0,2}([A-Z]{2,4})\*{0,2}: ?\*{0,2}(.*)',l)
        if l.startswith('#'): skip=bool(re.search('Conclusion|Resolution|Summary',l))
        elif m: r.append([who.get(m.group(1),m.group(1)),m.group(2)]); skip=False
        elif r and not skip and not re.match(r'\s*(\||>|---)',l): r[-1][1]+='\n'+l
    return r
def touching(t):
    parts=re.split(r"(?<![A-Za-z])((?:[A-Z][A-Z'-]+ ?){1,3}|[A-Z]{3,}):",t)
    return [[parts[i].strip(),re.sub(r'\([^()]{0,60}\)',' ',parts[i+1])] for i in range(1,len(parts),2)]
def below_tags(tag,name,text):
    """XML of parliaments: elements that are said, what names the speaker in each, and what is said."""
    def read(t):
        t=t.lstrip('\ufeff')
        if not t.startswith('<') or tag not in t: return None
        local=lambda e:e.tag.split('}')[-1] if isinstance(e.tag,str) else ''
        said=lambda e:' '.join(' '.join(''.join(x.itertext()).split()) for x in e.iter() if local(x) in text)
        try: root=ET.fromstring(t.encode())
        except ET.ParseError: return None
        return [[' '.join(' '.join(''.join(x.itertext()).split()) for x in e.iter() if local(x)==name).strip(' :').split(' (')[0],re.sub(r'\[[^\]]*\]',' ',said(e))] for e in root.iter() if local(e)==tag]
    return read
def columns(name,text):
    def read(t):
        csv.field_size_limit(10**9); return [[x[name],x[text]] for x in csv.DictReader(t.splitlines(True))]
    return read
SETS={'unix':('an-oral-history-of-unix/txt/*.txt',unix),'changelog':('transcripts/*/*.md',changelog),'lenny':('lennys-podcast-transcripts/episodes/*/transcript.md',lenny),
 'bitcoin':('bitcointranscripts/**/*.md',bitcoin),'idaho':('oral-history-as-data/_data/transcripts/*.csv',idaho),'ncssm':('children-of-the-struggle-oral-history/_data/transcripts/*.csv',ncssm),'congress':('congressional-record/tests/test_files/*/html/*.htm',congress),
 'captions':('captions/**/*.srt',cues),'talks':('sy-subtitles/**/*.srt',cues),'vtt':('webvtt-py/**/*.vtt',vtt),'ttconv':('ttconv/**/*.vtt',vtt),'ttml':('ttconv/**/*.ttml',vtt),'french':('spon-speech/**/*.TextGrid',textgrid),'consultations':('primock57/**/*.TextGrid',textgrid),'chat':('talkbank-tools/**/*.cha',chat),
 'german-plays':('gerdracor/tei/*.xml',dracor),'russian-plays':('rusdracor/tei/*.xml',dracor),'japanese':('it-trio-web/**/*.json',segments),'career':('kaigai-career-log-web/**/*.json',segments),'stamped':('talk-python-transcripts/transcripts/*.txt',stamped),'axrp':('axrp.github.io/_posts/*',bold(r'\*\*')),'optech':('bitcoinops.github.io/_posts/en/podcast/*.md',bold(r'\*\*')),'rustacean':('rustacean-station.org/_transcripts/**/*.md',bold('__')),
 'coffee':('podcast-transcripts/episodes/*.srt',named_cues),'roboticists':('roboticists-oral-history/ethw_source_eng/*.md',own_line),'court':('SCOTUS-Transcript-Viewer/data-hold/transcripts/*.txt',court),'minutes':('notes/meetings/20[12]*/*.md',minutes),'tapes':('watergate/bot/1primarytexts/txt/*.txt',touching),
 'commons':('openparliament/parliament/imports/tests/alpheus_examples/*.xml',below_tags('Intervention','PersonSpeaking',('ParaText',))),'assembly':('za-hansard/za_hansard/tests/test_inputs/hansard/**/*.xml',below_tags('speech','from',('p',))),'australia':('Scraper/Outputs/HouseCSV/upload/*.csv',columns('name','content')),
 'portuguese':('trueoutspeak-transcricoes/markdown/*.md',below('## Texto com marcações de tempo')),'spanish':('venezolanos-podcast-transcripciones/episodios/*/*transcripcion.md',below('## Transcripción')),'oxide':('Oxide-and-Friends-Transcripts/**/*_transcript.*',brackets)}
def same(a,b):
    if not a: return False
    a,b=[re.sub(r'[\W_]+',' ',x.lower()).strip() for x in (a,b)]
    if a==b or a in b or b in a: return True
    ini=lambda x:''.join(p[0] for p in x.split())
    return ini(a).startswith(b.replace(' ','')) or ini(b).startswith(a.replace(' ','')) or set(b.split())&set(a.split())!=set()
def together(a,b,run=8,far=20000):
    """Pairs of places at which two texts say the same, whatever only one of them has between."""
    at={}
    for j in range(len(b)-run+1): at.setdefault(tuple(b[j:j+run]),[]).append(j)
    i=j=0
    while i<len(a) and j<len(b):
        if a[i]==b[j]: yield i,j; i+=1; j+=1; continue
        best=None
        for ii in range(i,min(i+far,len(a)-run+1)):
            if best and ii-i>=best[0]: break
            places=at.get(tuple(a[ii:ii+run]),[]); k=bisect.bisect_left(places,j)
            if k<len(places) and (not best or ii-i+places[k]-j<best[0]): best=(ii-i+places[k]-j,ii,places[k])
        if not best: return
        i,j=best[1:]
def slowest(files):
    """Processor time of the file that took longest, and its name."""
    def used(): u=resource.getrusage(resource.RUSAGE_CHILDREN); return u.ru_utime+u.ru_stime
    took=[]
    for f in files:
        before=used(); subprocess.run([sys.argv[2],'import',f,'--json'],capture_output=True); took.append((used()-before,f))
    return max(took)
def run(name,limit):
    pat,fn=SETS[name]
    files=sorted(glob.glob(A+pat,recursive=True))
    files=[f for f in files if not re.search(r'README|CONTRIB|_index|ba2_reference|\.(es|pt|zh|de|fr|it|ja|ru|cs)\.md',f)]
    step=max(1,len(files)//limit); files=files[::step][:limit]
    truth={}
    for f in files:
        t=open(f,encoding='utf-8',errors='replace').read()
        r=fn(t)
        if r and sum(len(W(clean(x[1]))) for x in r)>=(3 if name in ('vtt','ttconv','ttml') else 30 if name in ('chat','captions','tapes') else 100): truth[f]=[(n,W(clean(x))) for n,x in r]
    fs=list(truth)
    if not fs: print(name,'nothing'); return
    t0=time.time(); out=[]
    for i in range(0,len(fs),100):
        p=subprocess.run([sys.argv[2], 'import', *fs[i:i+100], '--json'],capture_output=True,text=True)
        try: o=json.loads(p.stdout)
        except Exception: print(p.stderr[-3000:]); return
        out+=o if isinstance(o,list) else [o]
    if len(out)<len(fs): sys.exit(f"{name}: {len(out)} results for {len(fs)} files")
    sec=time.time()-t0
    T=K=N=M=X=0; bad=[]
    for f,o in zip(fs,out):
        if 'error' in o: print('ERR',f,o['error'][:100]); continue
        sp=[(w,p['speaker']) for p in o['paragraphs'] for w in W(clean(p['spoken']))]
        tr=[(w,n) for n,ws in truth[f] for w in ws]
        kept=named=0
        for i,j in together([w for w,_ in tr],[w for w,_ in sp]): kept+=1; named+=not tr[i][1] or same(sp[j][1],tr[i][1])
        c=Counter(w for w,_ in tr); c2=Counter(w for w,_ in sp); multi=sum(min(v,c2[w]) for w,v in c.items())
        T+=len(tr);K+=multi;N+=named;M+=kept;X+=max(0,len(sp)-multi)
        bad.append((multi/len(tr),named/max(1,kept),f,o['scheme'],len(tr),len(sp)))
    print(f'{name}: {len(fs)} files, {T} words; kept {100*K/T:.2f} %; named {100*N/max(1,M):.2f} % (of {100*M/T:.1f} % placed); said besides {100*X/T:.2f} %; {sec/len(fs):.2f} s a file')
    if os.environ.get('EACH'): print('   slowest %.2f s of the processor: %s'%(lambda x:(x[0],x[1][len(A):]))(slowest(fs)))
    bad.sort(); 
    for b in bad[:6]: 
        if b[0]<.995: print('   kept %.3f named %.3f %s [%s] %d/%d'%(b[0],b[1],b[2][len(A):],b[3],b[5],b[4]))
    bad.sort(key=lambda b:b[1])
    for b in bad[:5]:
        if b[1]<.98: print('   named %.3f %s [%s] %d/%d'%(b[1],b[2][len(A):],b[3],b[5],b[4]))
if __name__=='__main__':
    for n in (sys.argv[4:] or SETS): run(n, int(sys.argv[3]) if len(sys.argv) > 3 else 1000)
