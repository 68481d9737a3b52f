"""What a preview adds to the pages: what was found in the files, and a script that asks for the page anew.

Only the preview's own pages are let run it; what is published has no script but the search's.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from html import escape
from mimetypes import guess_type

from ehelse_cli.core.finding import Finding
from ehelse_cli.core.kalender import datotekst

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
@media print { .forhaandsvis { display: none; } }
"""


@dataclass(frozen=True)
class Preview:
    """One building of the site. `stoppet` says why what is shown is older than the files, if it is."""

    versjon: int
    sider: Mapping[str, bytes] = field(default_factory=dict)
    funn: tuple[Finding, ...] = ()
    stoppet: str | None = None
    dag: date | None = None

    def answer(self, path: str) -> tuple[int, str, bytes]:
        """Status, type and bytes for a path from the root."""
        own = {SCRIPT: ("text/javascript", _SCRIPT), STYLE: ("text/css", _STYLE)}
        if path == VERSION:
            return 200, "text/plain; charset=utf-8", str(self.versjon).encode()
        if path in own:
            return 200, *own[path]
        name = f"{path}index.html" if not path or path.endswith("/") else path
        if name in self.sider:
            return 200, _type(name), self._shown(name, self.sider[name])
        return 404, "text/html; charset=utf-8", self._shown("404.html", self.sider.get("404.html", _NOTHING))

    def _shown(self, name: str, content: bytes) -> bytes:
        if not name.endswith(".html"):
            return content
        text = content.decode()
        if "script-src" not in text:
            text = text.replace(_POLICY_END, f"{_POLICY_END}; script-src 'self'; connect-src 'self'", 1)
        head = (
            f'<link rel="stylesheet" href="/{STYLE}">'
            f'<script src="/{SCRIPT}" data-versjon="{self.versjon}" defer></script></head>'
        )
        return text.replace("</head>", head, 1).replace("<body>", f"<body>{self._banner()}", 1).encode()

    @property
    def told(self) -> str:
        """In one line: how many findings, and why it stopped if it did."""
        per = f", vurdert per {datotekst(self.dag)}" if self.dag else ""
        told = f"{_counted(self.funn)}{per}"
        return f"{told} · {self.stoppet}" if self.stoppet else told

    def _banner(self) -> str:
        told = f"Forhåndsvisning · {self.told}"
        rows = "".join(_row(finding) for finding in self.funn)
        class_ = "forhaandsvis stoppet" if self.stoppet else "forhaandsvis"
        return f'<details class="{class_}"><summary>{escape(told)}</summary><ul>{rows}</ul></details>'


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
