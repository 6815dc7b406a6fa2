(() => {
  'use strict';
  const root = document.documentElement;
  const all = (selector, from = document) => [...from.querySelectorAll(selector)];
  const byId = id => document.getElementById(id);
  root.classList.add('js');

  // light and dark
  const theme = byId('theme');
  const dark = () => (root.dataset.theme || (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light')) === 'dark';
  const store = (way, value) => { try { return way === 'get' ? localStorage.getItem('casemate-theme') : localStorage.setItem('casemate-theme', value); } catch { return null; } };
  const paint = () => { theme.textContent = dark() ? 'Light' : 'Dark'; };
  if (['light', 'dark'].includes(store('get'))) root.dataset.theme = store('get');
  theme.addEventListener('click', () => { root.dataset.theme = dark() ? 'light' : 'dark'; store('set', root.dataset.theme); paint(); });
  paint();
  byId('print').addEventListener('click', () => print());

  // one scenario at a time
  let open = null;
  const main = byId('main');
  const route = () => {
    const id = decodeURIComponent(location.hash.slice(1));
    const page = id.startsWith('s-') ? byId(id) : null;
    if (open) open.classList.remove('open');
    const came = open;
    open = page;
    main.classList.toggle('reading', Boolean(page));
    if (page) {
      page.classList.add('open');
      scrollTo(0, 0);
      page.focus({ preventScroll: true });
    } else if (came && id) {
      byId(id)?.scrollIntoView();
    }
  };
  addEventListener('hashchange', route);
  addEventListener('keydown', event => {
    if (!open || event.target.closest('input, select') || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Escape') location.hash = 'risks';
    const step = { ArrowRight: 'Next', ArrowLeft: 'Previous' }[event.key];
    const link = step && !event.target.closest('.scroll') && all('.steps a', open).find(a => a.textContent === step);
    if (link) link.click();
  });

  // where we are
  const links = new Map(all('.side nav a').map(a => [a.hash.slice(1), a]));
  const seen = new IntersectionObserver(entries => entries.filter(e => e.isIntersecting).forEach(e => {
    links.forEach((a, id) => a.classList.toggle('here', id === e.target.id));
  }), { rootMargin: '-15% 0px -75% 0px' });
  links.forEach((a, id) => byId(id) && seen.observe(byId(id)));

  // the table of risks
  const bar = byId('filters');
  const body = document.querySelector('.risks tbody');
  const rows = body ? all('tr', body) : [];
  const count = byId('count');
  let cell = '';
  const filter = () => {
    const want = Object.fromEntries(['text', 'band', 'stride', 'stage', 'part'].map(n => [n, bar.querySelector(`[name=${n}]`).value.toLowerCase()]));
    const on = Object.fromEntries(['incident', 'presumed', 'all'].map(n => [n, bar.querySelector(`[name=${n}]`).checked]));
    let left = 0;
    rows.forEach(row => {
      const data = row.dataset;
      const fits = (on.all || !row.classList.contains('minor'))
        && want.text.split(/\s+/).every(word => data.text.includes(word))
        && (!want.band || data.band === want.band)
        && (!want.stride || data.stride.split(' ').includes(want.stride))
        && (!want.stage || data.stage === want.stage)
        && (!want.part || data.part.toLowerCase() === want.part)
        && (!on.incident || 'incident' in data)
        && (!on.presumed || 'presumed' in data)
        && (!cell || data.cell === cell);
      row.hidden = !fits;
      left += fits;
    });
    body.classList.toggle('with-minor', on.all);
    count.textContent = `${left} of ${rows.length}`;
  };
  if (bar && body) {
    bar.addEventListener('input', () => { cell = ''; filter(); });
    all('[data-cell].more').forEach(a => a.addEventListener('click', () => { cell = a.dataset.cell; filter(); }));
    all('th[data-sort]').forEach(head => {
      const button = document.createElement('button');
      button.type = 'button';
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener('click', () => {
        const key = head.dataset.sort;
        const down = head.getAttribute('aria-sort') !== 'descending';
        all('th[aria-sort]').forEach(h => h.removeAttribute('aria-sort'));
        head.setAttribute('aria-sort', down ? 'descending' : 'ascending');
        const compare = key === 'text' ? (a, b) => b.dataset.text.localeCompare(a.dataset.text) : (a, b) => b.dataset[key] - a.dataset[key];
        rows.sort((a, b) => down ? compare(a, b) : compare(b, a));
        body.append(...rows);
      });
    });
  }

  // the diagram: zoom, pan, follow a path
  const canvases = all('.canvas');
  const views = new Map();
  const shown = () => canvases.find(c => !c.classList.contains('off'));
  const look = (svg, [x, y, w, h]) => svg.setAttribute('viewBox', `${x} ${y} ${w} ${h}`);
  const zoom = (svg, factor, at) => {
    const view = views.get(svg);
    const [x, y, w, h] = view.now;
    const width = Math.min(view.home[2] * 1.5, Math.max(view.home[2] / 20, w / factor));
    const real = w / width;
    const [cx, cy] = at || [x + w / 2, y + h / 2];
    view.now = [cx - (cx - x) / real, cy - (cy - y) / real, width, h / real];
    look(svg, view.now);
  };
  const move = (svg, dx, dy) => {
    const view = views.get(svg);
    view.now = [view.now[0] + dx, view.now[1] + dy, view.now[2], view.now[3]];
    look(svg, view.now);
  };
  canvases.forEach((canvas, index) => {
    const svg = canvas.querySelector('svg');
    const home = svg.getAttribute('viewBox').split(' ').map(Number);
    views.set(svg, { home, now: [...home] });
    canvas.classList.toggle('off', index > 0);
    const point = event => new DOMPoint(event.clientX, event.clientY).matrixTransform(svg.getScreenCTM().inverse());
    let from = null;
    svg.addEventListener('pointerdown', event => { from = point(event); svg.setPointerCapture(event.pointerId); });
    svg.addEventListener('pointermove', event => { if (from) { const to = point(event); move(svg, from.x - to.x, from.y - to.y); } });
    ['pointerup', 'pointercancel'].forEach(name => svg.addEventListener(name, () => { from = null; }));
    svg.addEventListener('wheel', event => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      const at = point(event);
      zoom(svg, event.deltaY < 0 ? 1.15 : 1 / 1.15, [at.x, at.y]);
    }, { passive: false });
    canvas.addEventListener('keydown', event => {
      const step = views.get(svg).now[2] / 12;
      const key = { '+': () => zoom(svg, 1.25), '-': () => zoom(svg, 0.8), 0: () => look(svg, views.get(svg).now = [...home]), ArrowLeft: () => move(svg, -step, 0), ArrowRight: () => move(svg, step, 0), ArrowUp: () => move(svg, 0, -step), ArrowDown: () => move(svg, 0, step) }[event.key];
      if (key && !event.ctrlKey && !event.metaKey) { event.preventDefault(); key(); }
    });
  });
  all('[data-zoom]').forEach(button => button.addEventListener('click', () => {
    const svg = shown().querySelector('svg');
    if (button.dataset.zoom === 'fit') look(svg, views.get(svg).now = [...views.get(svg).home]);
    else zoom(svg, button.dataset.zoom === 'in' ? 1.3 : 1 / 1.3);
  }));
  const sheet = byId('sheet');
  const turn = id => { if (sheet) sheet.value = id; canvases.forEach(c => c.classList.toggle('off', c.dataset.sheet !== id)); };
  if (sheet) sheet.addEventListener('change', () => turn(sheet.value));
  if (sheet) all('.canvas [data-id^="dfd-"]').forEach(node => node.addEventListener('dblclick', () => turn(node.dataset.id)));
  const trace = byId('trace');
  if (trace) trace.addEventListener('change', () => {
    const path = new Set(trace.value.split(' ').filter(Boolean));
    const target = trace.value.split(' ').pop();
    let home = null;
    canvases.forEach(canvas => {
      const svg = canvas.querySelector('svg');
      svg.classList.toggle('traced', path.size > 0);
      all('[data-id]', svg).forEach(part => {
        const on = part.dataset.id.split(' ').some(id => path.has(id));
        part.classList.toggle('trail', on);
        if (on && part.dataset.id === target) home = home || canvas.dataset.sheet;
      });
    });
    if (home && sheet) turn(home);
  });

  route();
})();
