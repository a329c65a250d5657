// Uses exported pages as readers do, in headless Chromium: check_page.mjs FOLDER PAGE... ; the first page must have been synced and its recording lie
// beside it, of the others only looks, accessibility and the absence of errors are checked. Needs playwright-core and axe-core in FOLDER.
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import assert from 'node:assert/strict';

const [folder, ...pages] = process.argv.slice(2);
const require = createRequire(folder + '/');
const { chromium } = require('playwright-core');
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update',
    '--disable-sync', '--autoplay-policy=no-user-gesture-required'],
});

async function open(file, options = {}, hash = '') {
  const context = await browser.newContext({ viewport: { width: 1100, height: 800 }, ...options });
  const page = await context.newPage();
  const problems = [];
  page.on('pageerror', e => problems.push(String(e)));
  page.on('dialog', d => { problems.push('a dialog: ' + d.message()); d.dismiss(); });
  page.on('request', r => { if (!/^(file|data|blob):/.test(r.url())) problems.push('asks for ' + r.url()); });
  await page.goto(pathToFileURL(file).href + hash);
  return { context, page, problems };
}

async function accessible(page, name) {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'best-practice'] }));
  assert.deepEqual(violations.map(v => `${v.id}: ${v.nodes[0].html.slice(0, 200)}`), [], name);
}

const main = pages[0];
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

// Ten thousand words: the text is made longer in the page itself, then scrolled through.
{
  const { page, context } = await open(main);
  const frames = await page.evaluate(async () => {
    const text = document.getElementById('text');
    const turns = [...text.querySelectorAll('section.turn')];
    while (text.querySelectorAll('.w').length < 10000) turns.forEach(t => text.append(t.cloneNode(true)));
    await new Promise(r => requestAnimationFrame(() => requestAnimationFrame(r)));
    document.documentElement.style.scrollBehavior = 'auto';
    const gaps = [];
    let last = performance.now();
    for (let i = 0; i < 120; i++) {
      scrollBy(0, 120);
      await new Promise(requestAnimationFrame);
      gaps.push(performance.now() - last);
      last = performance.now();
    }
    gaps.sort((a, b) => a - b);
    return { median: gaps[60], p95: gaps[114] };
  });
  console.log(`page: 10,000 words scrolled: a frame each ${frames.median.toFixed(1)} ms (median), ${frames.p95.toFixed(1)} ms (95 %)`);
  await context.close();
}
await browser.close();
console.log(`page: ${pages.length} pages used and read in Chromium, no violation, no error`);
