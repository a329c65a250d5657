(() => {
  'use strict';
  const media = document.getElementById('media');
  const text = document.getElementById('text');
  const say = document.body.dataset;
  const sides = JSON.parse(media.dataset.sides);
  const words = [...text.querySelectorAll('.w')];
  const timed = words.filter(w => w.dataset.m).sort((a, b) => a.dataset.m - b.dataset.m);
  const starts = timed.map(w => w.dataset.m / 1000);
  const ends = timed.map(w => (Number(w.dataset.m) + Number(w.dataset.d)) / 1000);
  let side = 0;
  let now = null;

  // Several recordings make one timeline: the player holds one of them at a time.
  const time = () => sides[side].start + media.currentTime;
  function load(next, at) {
    side = next;
    media.src = sides[next].src;
    media.addEventListener('loadedmetadata', () => { media.currentTime = at; }, { once: true });
  }
  function seek(seconds) {
    let next = sides.findIndex(s => seconds < s.end);
    if (next < 0) next = sides.length - 1;
    const at = Math.max(0, seconds - sides[next].start);
    if (next !== side) {
      const playing = !media.paused;
      load(next, at);
      if (playing) media.play().catch(() => {});
    } else if (media.readyState > 0) {
      media.currentTime = at;
    } else {
      media.addEventListener('loadedmetadata', () => { media.currentTime = at; }, { once: true });
      media.load();
    }
    mark(seconds);
  }
  media.addEventListener('ended', () => {
    if (side + 1 < sides.length) {
      load(side + 1, 0);
      media.play().catch(() => {});
    }
  });

  // The last word that has begun, as long as it lasts or the next has not begun within two seconds.
  function at(seconds) {
    let low = 0;
    let high = starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (starts[middle] <= seconds + 0.02) low = middle + 1; else high = middle;
    }
    return low > 0 && seconds < ends[low - 1] + 2 ? timed[low - 1] : null;
  }
  let scrolled = 0;
  for (const kind of ['wheel', 'touchmove']) addEventListener(kind, () => { scrolled = Date.now(); }, { passive: true });
  function mark(seconds) {
    const word = at(seconds);
    if (word === now) return;
    if (now) { now.classList.remove('now'); now.removeAttribute('aria-current'); }
    now = word;
    if (!word) return;
    word.classList.add('now');
    word.setAttribute('aria-current', 'time');
    if (follow.getAttribute('aria-pressed') === 'true' && Date.now() - scrolled > 4000) {
      const box = word.getBoundingClientRect();
      if (box.top < top() || box.bottom > innerHeight - 40) show(word);
    }
  }
  const top = () => document.querySelector('header').getBoundingClientRect().bottom;
  const show = word => word.scrollIntoView({ block: 'center' });
  function tick() {
    if (!media.seeking) mark(time());
    if (!media.paused) requestAnimationFrame(tick);
  }
  media.addEventListener('play', () => requestAnimationFrame(tick));
  media.addEventListener('seeked', () => mark(time()));
  const follow = document.getElementById('follow');
  follow.addEventListener('click', () => follow.setAttribute('aria-pressed', follow.getAttribute('aria-pressed') !== 'true'));

  text.addEventListener('click', event => {
    const word = event.target.closest('.w');
    if (!word || !word.dataset.m || !getSelection().isCollapsed) return;
    seek(word.dataset.m / 1000);
    media.play().catch(() => {});
  });

  // Links to a moment: #t=12:03, #t=1:02:03.5, #t=723
  const clock = s => {
    const whole = Math.floor(s);
    const two = n => String(n).padStart(2, '0');
    return (whole >= 3600 ? Math.floor(whole / 3600) + ':' + two(Math.floor(whole / 60) % 60) : Math.floor(whole / 60)) + ':' + two(whole % 60);
  };
  function follows() {
    const found = /^#t=(\d+(?::\d{1,2}){0,2}(?:\.\d+)?)$/.exec(location.hash);
    if (!found) return;
    const seconds = found[1].split(':').reduce((sum, part) => sum * 60 + Number(part), 0);
    seek(seconds);
    const next = timed[ends.findIndex(e => e > seconds)] || timed[timed.length - 1];
    if (next) show(next);
  }
  addEventListener('hashchange', follows);
  text.addEventListener('click', event => {
    const link = event.target.closest('a.time');
    if (link && link.hash === location.hash) follows();
  });

  // Search: words as they sound when read, without accents and case.
  const plain = s => s.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const said = words.map(w => plain(w.textContent));
  const offsets = [];
  let all = '';
  said.forEach(w => { offsets.push(all.length); all += w + ' '; });
  const wordAt = place => {
    let low = 0;
    let high = offsets.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (offsets[middle] <= place) low = middle + 1; else high = middle;
    }
    return low - 1;
  };
  const box = document.getElementById('search');
  const count = document.getElementById('count');
  let hits = [];
  let chosen = -1;
  function clear() {
    for (const [from, to] of hits) for (let i = from; i <= to; i++) words[i].classList.remove('hit', 'chosen');
    hits = [];
    chosen = -1;
  }
  function find() {
    clear();
    const wanted = plain(box.value).replace(/\s+/g, ' ').trim();
    for (let i = wanted ? all.indexOf(wanted) : -1; i >= 0 && hits.length < 5000; i = all.indexOf(wanted, i + wanted.length)) {
      const hit = [wordAt(i), wordAt(i + wanted.length - 1)];
      hits.push(hit);
      for (let k = hit[0]; k <= hit[1]; k++) words[k].classList.add('hit');
    }
    if (hits.length) choose(1); else count.textContent = wanted ? say.none : '';
  }
  function choose(step) {
    if (!hits.length) return;
    if (chosen >= 0) words[hits[chosen][0]].classList.remove('chosen');
    chosen = (chosen + step + hits.length) % hits.length;
    words[hits[chosen][0]].classList.add('chosen');
    show(words[hits[chosen][0]]);
    count.textContent = (chosen + 1) + ' / ' + hits.length;
  }
  let wait;
  box.addEventListener('input', () => { clearTimeout(wait); wait = setTimeout(find, 150); });
  document.getElementById('find').addEventListener('submit', event => { event.preventDefault(); choose(1); });
  document.getElementById('before').addEventListener('click', () => choose(-1));

  // A quotation with its speaker, its time and a link to it.
  const quote = document.getElementById('quote');
  function quoted() {
    const selection = getSelection();
    if (selection.isCollapsed || !text.contains(selection.anchorNode) || !text.contains(selection.focusNode)) return null;
    const range = selection.getRangeAt(0);
    const inside = words.filter(w => range.intersectsNode(w));
    if (!inside.length) return null;
    const first = inside.find(w => w.dataset.m);
    const speaker = inside[0].closest('section').dataset.speaker;
    const said = selection.toString().replace(/\s+/g, ' ').trim();
    if (!first) return '“' + said + '” — ' + speaker;
    const moment = clock(first.dataset.m / 1000);
    return '“' + said + '” — ' + speaker + ', ' + moment + '\n' + location.href.replace(/#.*/, '') + '#t=' + moment;
  }
  document.addEventListener('selectionchange', () => {
    const result = quoted();
    quote.hidden = !result;
    if (result) {
      const box = getSelection().getRangeAt(0).getBoundingClientRect();
      quote.style.left = Math.max(8, Math.min(box.left, innerWidth - 220)) + scrollX + 'px';
      quote.style.top = box.bottom + scrollY + 6 + 'px';
    }
  });
  quote.addEventListener('mousedown', event => event.preventDefault());
  quote.addEventListener('click', () => {
    const result = quoted();
    if (!result) return;
    const set = event => { event.preventDefault(); event.clipboardData.setData('text/plain', result); };
    document.addEventListener('copy', set, { once: true });
    // Pages from a disk may not use the newer clipboard, but this they may.
    document.execCommand('copy');
    count.textContent = say.copied;
  });

  addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest('input, button, a, audio, video')) {
      if (event.key === 'Escape' && event.target === box) { box.value = ''; find(); box.blur(); }
      return;
    }
    if (event.key === ' ' || event.key === 'k') {
      event.preventDefault();
      if (media.paused) media.play().catch(() => {}); else media.pause();
    } else if (event.key === 'j' || event.key === 'ArrowLeft') {
      event.preventDefault();
      seek(Math.max(0, time() - 5));
    } else if (event.key === 'l' || event.key === 'ArrowRight') {
      event.preventDefault();
      seek(time() + 5);
    } else if (event.key === '/') {
      event.preventDefault();
      box.focus();
    }
  });
  follows();
})();
