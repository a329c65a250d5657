// Uses exported pages as readers do, in headless Chromium: check_page.mjs FOLDER PAGES; PAGES is what make-pages.sh has made, and other pages, of
// which looks, accessibility and the absence of errors are checked. Needs playwright-core and axe-core in FOLDER.
import { createRequire } from 'node:module';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import assert from 'node:assert/strict';

const [folder, made] = process.argv.slice(2);
const pages = readdirSync(made).filter(f => f.endsWith('.html')).sort().map(f => `${made}/${f}`);
const require = createRequire(folder + '/');
const { chromium } = require('playwright-core');
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update',
    '--disable-sync', '--autoplay-policy=no-user-gesture-required'],
});

// Where a page's recording lies elsewhere, that one address is answered, stretch by stretch as servers do.
const ELSEWHERE = 'https://media.example/tape.flac?key=a&b=%22c%22';

async function open(file, options = {}, hash = '') {
  const context = await browser.newContext({ viewport: { width: 1100, height: 800 }, ...options });
  await context.route('https://media.example/**', route => {
    const whole = readFileSync(`${made}/tape.flac`);
    const range = /bytes=(\d+)-(\d*)/.exec(route.request().headers().range || 'bytes=0-');
    const from = Number(range[1]);
    const to = range[2] ? Number(range[2]) : whole.length - 1;
    route.fulfill({ status: 206, contentType: 'audio/flac', body: whole.subarray(from, to + 1),
      headers: { 'Accept-Ranges': 'bytes', 'Content-Range': `bytes ${from}-${to}/${whole.length}` } });
  });
  const page = await context.newPage();
  const problems = [];
  page.on('pageerror', e => problems.push(String(e)));
  page.on('dialog', d => { problems.push('a dialog: ' + d.message()); d.dismiss(); });
  page.on('request', r => { if (!/^(file|data|blob):/.test(r.url()) && r.url() !== ELSEWHERE) problems.push('asks for ' + r.url()); });
  await page.goto(pathToFileURL(file).href + hash);
  return { context, page, problems };
}

async function accessible(page, name) {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'best-practice'] }));
  assert.deepEqual(violations.map(v => `${v.id}: ${v.nodes[0].html.slice(0, 200)}`), [], name);
}

const main = `${made}/lighthouse.html`;
const clock = page => page.evaluate(() => document.getElementById('media').currentTime);

// A click on a word plays from there, and the word is marked; the mark goes on with the sound.
{
  const { page, problems, context } = await open(main);
  await page.waitForFunction(() => document.getElementById('media').readyState > 0);
  const word = page.locator('.w[data-m]').nth(20);
  const start = Number(await word.getAttribute('data-m')) / 1000;
  await word.click();
  await page.waitForFunction(() => document.querySelector('.now'));
  assert.ok(Math.abs(await clock(page) - start) < 1.5, 'a click seeks');
  const first = await page.locator('.now').innerText();
  await page.waitForFunction(before => document.querySelector('.now') && document.querySelector('.now').textContent !== before, first);
  await page.keyboard.press('Space');
  assert.ok(await page.evaluate(() => document.getElementById('media').paused), 'the space bar stops');
  const before = await clock(page);
  await page.keyboard.press('l');
  await page.waitForFunction(b => document.getElementById('media').currentTime > b + 4, before);

  // Search finds what is there, also across words and without its accents, and says so where there is nothing.
  const phrase = await page.evaluate(() => [...document.querySelectorAll('.w')].slice(4, 7).map(w => w.textContent).join(' ').toUpperCase());
  await page.keyboard.press('/');
  await page.keyboard.type(phrase);
  await page.waitForFunction(() => document.querySelectorAll('.hit').length >= 3);
  assert.match(await page.locator('#count').innerText(), /^1 \/ \d+$/);
  await page.keyboard.press('Enter');
  await page.locator('#search').fill('zzyzx nobody says this');
  await page.waitForFunction(() => document.querySelectorAll('.hit').length === 0);
  assert.notEqual(await page.locator('#count').innerText(), '');
  await page.locator('#search').fill('');

  // A quotation carries its speaker and its time.
  await page.evaluate(() => {
    const words = document.querySelectorAll('section.turn p .w');
    const range = document.createRange();
    range.setStart(words[0].firstChild, 0);
    range.setEnd(words[3].firstChild, words[3].textContent.length);
    getSelection().removeAllRanges();
    getSelection().addRange(range);
    // Behind the page's own listener.
    addEventListener('copy', e => { window.copied = e.clipboardData.getData('text/plain'); });
  });
  await page.locator('#quote').click();
  const copied = await page.evaluate(() => window.copied);
  assert.match(copied, /^“.+” — .+, \d+:\d\d\nfile:.+#t=\d+:\d\d$/s);
  assert.deepEqual(problems, []);
  await context.close();
}

// A link to a moment begins there.
{
  const { page, problems, context } = await open(main, {}, '#t=0:30');
  await page.waitForFunction(() => Math.abs(document.getElementById('media').currentTime - 30) < 0.5);
  const seen = await page.locator('.now').first().boundingBox();
  assert.ok(seen && seen.y > 0 && seen.y < 800, 'the moment is in view');
  assert.deepEqual(problems, []);
  await context.close();
}

for (const file of pages) {
  for (const [name, options] of [['light', {}], ['dark', { colorScheme: 'dark' }], ['narrow', { viewport: { width: 360, height: 700 } }]]) {
    const { page, problems, context } = await open(file, options);
    await accessible(page, `${file}, ${name}`);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    assert.ok(wide <= 0, `${file}, ${name}: wider than the window by ${wide} px`);
    if (file === main) await page.screenshot({ path: `${folder}/page-${name}.png` });
    if (file === main && name === 'light') await page.pdf({ path: `${folder}/page.pdf` });
    assert.deepEqual(problems, [], `${file}, ${name}`);
    await context.close();
  }
}

// A film plays with its picture, and so does a recording that lies elsewhere on the web.
for (const [name, tag] of [['film', 'VIDEO'], ['url', 'AUDIO']]) {
  const { page, problems, context } = await open(`${made}/${name}.html`);
  await page.waitForFunction(() => document.getElementById('media').readyState > 0);
  assert.equal(await page.evaluate(() => document.getElementById('media').tagName), tag, name);
  const word = page.locator('.w[data-m]').nth(60);
  const start = Number(await word.getAttribute('data-m')) / 1000;
  await word.click();
  await page.waitForFunction(s => document.querySelector('.now') && document.getElementById('media').currentTime > s + 0.3, start);
  assert.ok(await clock(page) < start + 5, `${name}: a click seeks`);
  if (tag === 'VIDEO') {
    const [width, height] = await page.evaluate(() => { const m = document.getElementById('media'); return [m.videoWidth, m.videoHeight]; });
    assert.deepEqual([width, height], [320, 180], 'the film has its picture');
    const box = await page.locator('#media').boundingBox();
    assert.ok(box.height > 100 && box.height <= 0.4 * 800, `the picture leaves room for the text: ${box.height} px`);
    await page.screenshot({ path: `${folder}/page-film.png` });
  } else {
    assert.equal(await page.evaluate(() => document.getElementById('media').currentSrc), ELSEWHERE);
  }
  assert.deepEqual(problems, [], name);
  await context.close();
}

// Of two recordings the second begins where the first ends; guesses are marked as the data has them, and nowhere if nobody asked.
{
  const { page, problems, context } = await open(`${made}/sides.html`);
  await page.waitForFunction(() => document.getElementById('media').readyState > 0);
  const data = JSON.parse(readFileSync(`${made}/sides.json`, 'utf8'));
  const words = data.turns.flatMap(t => t.words);
  const guesses = words.filter(w => w.start !== undefined && (w.origin === 'interpolated' || w.origin !== 'manual' && w.confidence < 0.5));
  const missing = words.filter(w => w.start === undefined);
  assert.ok(guesses.length + missing.length >= 8, 'there is a sentence that nobody says');
  assert.equal(await page.locator('.w.guess').count(), guesses.length, 'guesses');
  assert.equal(await page.locator('.w.missing').count(), missing.length, 'words without a time');
  assert.equal(await page.locator('.w.guess[title], .w.missing[title]').count(), guesses.length + missing.length, 'each says why');
  const unsure = data.turns.filter(t => t.speakerConfidence !== undefined && t.speakerConfidence < 0.8).length;
  assert.equal(await page.locator('section.turn h2 span[title]').count(), unsure, 'speakers');
  const late = page.locator('.w[data-m]').last();
  await late.click();
  const start = Number(await late.getAttribute('data-m')) / 1000 - data.recordings[0].duration;
  await page.waitForFunction(s => Math.abs(document.getElementById('media').currentTime - s) < 1.5, start);
  assert.ok(decodeURIComponent(await page.evaluate(() => document.getElementById('media').currentSrc)).endsWith('side b.flac'));
  await page.locator('.w[data-m]').first().click();
  await page.waitForFunction(() => decodeURIComponent(document.getElementById('media').currentSrc).endsWith('side a#1.flac'));
  await page.waitForFunction(() => document.getElementById('media').readyState > 0);
  await page.evaluate(() => { const m = document.getElementById('media'); m.currentTime = m.duration - 0.3; m.play(); });
  await page.waitForFunction(() => decodeURIComponent(document.getElementById('media').currentSrc).endsWith('side b.flac'));
  await page.screenshot({ path: `${folder}/page-guesses.png` });
  assert.deepEqual(problems, []);
  await context.close();
  const plain = await open(main);
  assert.equal(await plain.page.locator('.guess, .missing, h2 span[title]').count(), 0, 'nobody asked for guesses');
  await plain.context.close();
}

// Ten thousand words: the interview again and again, each time later. What a frame of scrolling takes of the page's thread is asked of Chromium, in
// time of the processor: on a machine that does other work too the clock says nothing.
{
  const whole = readFileSync(main, 'utf8');
  const [, before, text, after] = /^(.*<main[^>]*>)(.*)(<\/main>.*)$/s.exec(whole);
  const once = text.match(/class="w"/g).length;
  let long = '';
  for (let i = 0; i * once < 10000; i++) long += text.replace(/data-m="(\d+)"/g, (_, ms) => `data-m="${Number(ms) + i * 75000}"`);
  const file = `${folder}/long.html`;
  const sides = JSON.stringify([{ src: 'pages/tape.flac', start: 0, end: 1e5 }]).replaceAll('"', '&quot;');
  writeFileSync(file, before.replace(/src="[^"]*" data-sides="[^"]*"/, `src="pages/tape.flac" data-sides="${sides}"`) + long + after);
  const { page, problems, context } = await open(file);
  const words = await page.locator('.w').count();
  assert.ok(words >= 10000);
  await page.waitForFunction(() => document.getElementById('media').readyState > 0);
  await page.locator('.w[data-m]').nth(5).click();
  await page.waitForFunction(() => document.querySelector('.now'));
  const cdp = await context.newCDPSession(page);
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
  const used = async () => (await cdp.send('Performance.getMetrics')).metrics.find(m => m.name === 'TaskDuration').value;
  const measured = async (name, count, what) => {
    const start = await used();
    const clock = await page.evaluate(what, count);
    const each = 1000 * (await used() - start) / count;
    console.log(`page: ${words} words, ${name}: ${each.toFixed(1)} ms of the processor each${clock ? `, ${clock.toFixed(1)} ms by the clock` : ''}`);
    return each;
  };
  const scrolling = await measured('a frame of scrolling while it plays', 240, async count => {
    document.documentElement.style.scrollBehavior = 'auto';
    const start = performance.now();
    for (let i = 0; i < count; i++) {
      scrollBy(0, 120);
      await new Promise(requestAnimationFrame);
    }
    return (performance.now() - start) / count;
  });
  assert.ok(scrolling <= 1000 / 60, `a frame of scrolling takes ${scrolling} ms; at 60 a second there are 16.7`);
  const seeking = await measured('a jump to a word anywhere', 20, async count => {
    const all = document.querySelectorAll('.w[data-m]');
    for (let i = 0; i < count; i++) {
      all[Math.floor(all.length * ((i * 0.618) % 1))].scrollIntoView({ block: 'center' });
      await new Promise(requestAnimationFrame);
    }
  });
  assert.ok(seeking <= 250, `a jump takes ${seeking} ms`);
  assert.deepEqual(problems, []);
  await context.close();
}
await browser.close();
console.log(`page: ${pages.length} pages used and read in Chromium, no violation, no error`);
