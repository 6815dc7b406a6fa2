(() => {
  'use strict';
  const root = document.documentElement;
  const byId = id => document.getElementById(id);
  root.classList.add('js');
  const theme = byId('theme');
  const dark = () => (root.dataset.theme || (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light')) === 'dark';
  const store = (way, value) => { try { return way === 'get' ? localStorage.getItem('casemate-theme') : localStorage.setItem('casemate-theme', value); } catch { return null; } };
  const paint = () => { theme.textContent = dark() ? 'Light' : 'Dark'; };
  if (['light', 'dark'].includes(store('get'))) root.dataset.theme = store('get');
  theme.addEventListener('click', () => { root.dataset.theme = dark() ? 'light' : 'dark'; store('set', root.dataset.theme); paint(); });
  paint();
  byId('print').addEventListener('click', () => print());

  // the search of a catalogue
  const find = byId('find');
  if (!find) return;
  const entries = [...document.querySelectorAll('.entry')].map(e => [e, e.textContent.toLowerCase()]);
  const shelves = [...document.querySelectorAll('.shelf')];
  const count = byId('count');
  const filter = () => {
    const words = find.value.toLowerCase().split(/\s+/).filter(Boolean);
    let left = 0;
    entries.forEach(([entry, text]) => {
      entry.hidden = !words.every(word => text.includes(word));
      left += !entry.hidden;
    });
    shelves.forEach(shelf => { shelf.hidden = words.length > 0 && !shelf.querySelector('.entry:not([hidden])'); });
    count.textContent = words.length ? `${left} of ${entries.length}` : `${entries.length} entries`;
  };
  find.addEventListener('input', filter);
  addEventListener('keydown', event => {
    if (event.key === '/' && document.activeElement !== find) { event.preventDefault(); find.focus(); }
    if (event.key === 'Escape' && document.activeElement === find) { find.value = ''; filter(); }
  });
  addEventListener('hashchange', () => {
    const place = byId(decodeURIComponent(location.hash.slice(1)));
    if (place && place.closest('[hidden]')) { find.value = ''; filter(); place.scrollIntoView(); }
  });
  filter();
})();
