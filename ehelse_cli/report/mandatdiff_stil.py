"""The style of the page: no script, no font or picture from elsewhere, readable in light, dark, print and at 320 px."""

from __future__ import annotations

STIL = """
:root { color-scheme: light dark; --bunn: #fff; --tekst: #1c1c1e; --svak: #55565c; --strek: #8a8c93; --felt: #f4f4f6;
  --ny: #0b5d2a; --ny-felt: #e3f5e8; --borte: #9a1523; --borte-felt: #fdeaec; --flyttet: #0a4a8f; --lenke: #0a4a8f;
  --bryter: #9a1523; --betinget: #7a4a00; }
@media (prefers-color-scheme: dark) { :root { --bunn: #16171a; --tekst: #ececee; --svak: #b3b5bd; --strek: #7b7e87;
  --felt: #23252a; --ny: #8fe0a9; --ny-felt: #12351f; --borte: #ffb0b8; --borte-felt: #46161c; --flyttet: #9cc7ff;
  --lenke: #9cc7ff; --bryter: #ffb0b8; --betinget: #ffcf7d; } }
* { box-sizing: border-box; }
html { font: 100%/1.55 system-ui, "Segoe UI", Roboto, "Helvetica Neue", sans-serif; background: var(--bunn);
  color: var(--tekst); }
body { max-width: 72rem; margin: 0 auto; padding: 1rem clamp(.75rem, 3vw, 2rem) 3rem; overflow-wrap: break-word; }
h1 { font-size: 1.5rem; line-height: 1.25; margin: 1rem 0 .5rem; }
h2 { font-size: 1.25rem; margin: 2.5rem 0 .5rem; padding-bottom: .25rem; border-bottom: 2px solid var(--strek); }
h3 { font-size: 1.0625rem; margin: 1.5rem 0 .5rem; }
h4 { font-size: 1rem; margin: 1.25rem 0 .25rem; }
p, ul, dl { margin: .5rem 0; max-width: 72ch; }
a { color: var(--lenke); }
a:focus-visible, summary:focus-visible, .rull:focus-visible { outline: 3px solid var(--lenke); outline-offset: 2px; }
.hopp { position: absolute; left: -999rem; }
.hopp:focus { position: static; }
.skjult { position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%);
  white-space: nowrap; }
.svak { color: var(--svak); }
nav ul, .endringer, .blokker { list-style: none; padding: 0; }
nav li { display: inline-block; margin-right: 1rem; }
dl.sider { display: grid; grid-template-columns: max-content 1fr; gap: .125rem 1rem; }
dl.sider dt { font-weight: 600; } dl.sider dd { margin: 0; }
.endringer > li { padding: .5rem 0 .5rem .75rem; border-left: 4px solid var(--strek); margin: .5rem 0; }
.bryter > li { border-left-color: var(--bryter); } .betinget > li { border-left-color: var(--betinget); }
.merke { font-weight: 700; } code { font-size: .9em; overflow-wrap: anywhere; }
ins { color: var(--ny); background: var(--ny-felt); text-decoration: underline; text-decoration-thickness: 2px; }
del { color: var(--borte); background: var(--borte-felt); text-decoration: line-through; }
.blokk { position: relative; padding: .125rem .5rem .125rem 2rem; margin: .5rem 0; max-width: 76ch; }
.blokk > .merke { position: absolute; left: .5rem; }
.blokk.ny { border-left: 4px solid var(--ny); } .blokk.borte { border-left: 4px solid var(--borte); }
.blokk.endret { border-left: 4px solid var(--strek); }
.blokk.flyttet { border-left: 4px double var(--flyttet); } .flyttet .fra { color: var(--flyttet); font-weight: 600; }
.lapp { display: block; font-size: .875rem; color: var(--svak); }
details { margin: 1rem 0; } summary { cursor: pointer; font-weight: 600; }
table { border-collapse: collapse; width: 100%; table-layout: fixed; }
caption { text-align: left; color: var(--svak); padding: .25rem 0; }
th, td { text-align: left; vertical-align: top; padding: .375rem .5rem; border: 1px solid var(--strek); }
td.tom { background: var(--felt); } td .blokk, td > .blokk { border: 0; padding-left: 1.25rem; margin: 0; }
td .blokk > .merke { left: 0; }
footer { margin-top: 3rem; border-top: 1px solid var(--strek); color: var(--svak); font-size: .875rem; }
@media (max-width: 40rem) { dl.sider { display: block; } dl.sider dd { margin-bottom: .5rem; }
  .to, .to tbody, .to tr, .to td { display: block; width: 100%; } .to thead { display: none; }
  .to td.tom { display: none; } .to td::before { content: attr(data-side) ": "; font-weight: 700; }
  .to tr { margin-bottom: .75rem; } }
@media print { :root { --bunn: #fff; --tekst: #000; --svak: #333; --strek: #777; --felt: #fff; --ny: #000;
  --ny-felt: #fff; --borte: #000; --borte-felt: #fff; --flyttet: #000; --lenke: #000; --bryter: #000;
  --betinget: #000; } nav, .hopp { display: none; } body { max-width: none; padding: 0; }
  .blokk, .endringer > li, tr { break-inside: avoid; } h2, h3, h4 { break-after: avoid; } ins { font-weight: 600; } }
"""
