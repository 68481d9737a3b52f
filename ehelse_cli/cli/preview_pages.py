"""What a preview adds to the pages: what was found in the files, what is internal, and a script that asks anew.

Only the preview's own pages are let run it; what is published has no script but the search's.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from html import escape
from mimetypes import guess_type
from typing import TYPE_CHECKING

from ehelse_cli.core.finding import Finding
from ehelse_cli.core.kalender import datotekst

if TYPE_CHECKING:
    from ehelse_cli.cli.preview_internal import Internt

SCRIPT, STYLE, VERSION = "_forhaandsvis.js", "_forhaandsvis.css", "_versjon"
_POLICY_END = "base-uri 'none'"
_SCRIPT = b"""const seen = document.querySelector("script[data-versjon]").dataset.versjon;
setInterval(async () => {
  const now = await fetch("/_versjon").then((answer) => answer.text(), () => seen);
  if (now !== seen) location.reload();
}, 700);
"""
_STYLE = b""".forhaandsvis { position: sticky; top: 0; z-index: 8; margin: 0; padding: .4rem 1rem;
  font: .9375rem/1.5 system-ui, sans-serif;
  background: #3b1d5e; color: #fff; max-height: 60vh; overflow: auto; }
.forhaandsvis.stoppet { background: #8f1d1d; }
.forhaandsvis summary { color: inherit; padding: 0; }
.forhaandsvis li { max-width: none; margin: .3rem 0; }
.forhaandsvis code { overflow-wrap: anywhere; }
.internt { margin: 0; padding: .6rem 1rem; font: 1rem/1.5 system-ui, sans-serif; background: #8f1d1d; color: #fff; }
.internt p { margin: 0; max-width: none; }
.internt a { color: #fff; }
@media print { .forhaandsvis { display: none; } .internt { border: 2px solid; background: none; color: #000; } }
"""
_BODY = re.compile(r"<body\b[^>]*>")


@dataclass(frozen=True)
class Preview:
    """One building of the site. `stoppet` says why what is shown is older than the files, if it is.

    `internt` is what is not public, where that is to be shown, too.
    """

    versjon: int
    sider: Mapping[str, bytes] = field(default_factory=dict)
    funn: tuple[Finding, ...] = ()
    stoppet: str | None = None
    dag: date | None = None
    internt: Internt | None = None

    def answer(self, path: str) -> tuple[int, str, bytes]:
        """Status, type and bytes for a path from the root."""
        own = {SCRIPT: ("text/javascript", _SCRIPT), STYLE: ("text/css", _STYLE)}
        if path == VERSION:
            return 200, "text/plain; charset=utf-8", str(self.versjon).encode()
        if path in own:
            return 200, *own[path]
        if self.internt and (internal := self.internt.answer(path)):
            return 200, "text/html; charset=utf-8", self._shown(f"{path}index.html", internal)
        name = f"{path}index.html" if not path or path.endswith("/") else path
        if name in self.sider:
            return 200, _type(name), self._shown(name, self.sider[name])
        return 404, "text/html; charset=utf-8", self._shown("404.html", self.sider.get("404.html", _NOTHING))

    def _shown(self, name: str, content: bytes) -> bytes:
        if not name.endswith(".html"):
            return content
        text = _allowing_ours(content.decode())
        head = (
            '<meta name="robots" content="noindex">'
            f'<link rel="stylesheet" href="/{STYLE}">'
            f'<script src="/{SCRIPT}" data-versjon="{self.versjon}" defer></script></head>'
        )
        text = text.replace("</head>", head, 1)
        if self.internt:
            text = text.replace("<title>", "<title>INTERNT: ", 1)
        above = self._banner() + self._internal(name.removesuffix("index.html"))
        return _BODY.sub(lambda body: body[0] + above, text, count=1).encode()

    @property
    def told(self) -> str:
        """In one line: how many findings, and why it stopped if it did."""
        per = f", vurdert per {datotekst(self.dag)}" if self.dag else ""
        told = f"{_counted(self.funn)}{per}"
        return f"{told} · {self.stoppet}" if self.stoppet else told

    def _banner(self) -> str:
        told = f"Forhåndsvisning · {self.told}"
        worst_first = sorted(self.funn, key=lambda finding: finding.severity.rank)
        rows = "".join(map(_row, worst_first))
        class_ = "forhaandsvis stoppet" if self.stoppet else "forhaandsvis"
        return f'<details class="{class_}"><summary>{escape(told)}</summary><ul>{rows}</ul></details>'

    def _internal(self, path: str) -> str:
        """That it is internal, and the way to what is: all of it, and what is about the page's own."""
        if self.internt is None:
            return ""
        ways = [("/internt/", f"Alt som ikke er offentlig ({len(self.internt.rows)})")]
        ways += [(f"/{row.sti}", f"{row.kind.capitalize()}: {row.hvorfor}") for row in self.internt.about(path)]
        links = " · ".join(f'<a href="{escape(href)}">{escape(words)}</a>' for href, words in ways)
        told = "<strong>INTERNT.</strong> Her vises det som ikke er offentlig. Skal ikke deles."
        return f'<div class="internt" role="region" aria-label="Internt"><p>{told} {links}</p></div>'


def _allowing_ours(text: str) -> str:
    """The page whose policy lets in the preview's own script and style."""
    if "script-src" not in text:
        text = text.replace(_POLICY_END, f"{_POLICY_END}; script-src 'self'; connect-src 'self'", 1)
    return text.replace("style-src 'sha256-", "style-src 'self' 'sha256-", 1)


_NOTHING = b'<!doctype html><html lang="nb"><head><title>Forh\xc3\xa5ndsvisning</title></head><body></body></html>'


def _type(name: str) -> str:
    if name.endswith((".html", ".csv")):
        return f"text/{name.rpartition('.')[2]}; charset=utf-8"
    if name.endswith(".js"):
        return "text/javascript; charset=utf-8"
    return guess_type(name)[0] or "application/octet-stream"


def _counted(funn: Sequence[Finding]) -> str:
    if not funn:
        return "ingen funn"
    return "ett funn" if len(funn) == 1 else f"{len(funn)} funn"


def _row(finding: Finding) -> str:
    place = f"{finding.location}"
    return f"<li><code>{escape(place)}</code> {finding.severity} {finding.rule.code}: {escape(finding.message)}</li>"
