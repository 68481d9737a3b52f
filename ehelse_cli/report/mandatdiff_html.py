"""A comparison of mandates as one page of HTML that needs nothing else: to mail, to keep, to print."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from ehelse_cli.diff.endring import Endring
from ehelse_cli.diff.mandat import Mandatdiff
from ehelse_cli.report import mandatdiff_ord as ord_
from ehelse_cli.report.mandatdiff_html_tekst import Plass, hoert, redline, trygt
from ehelse_cli.report.mandatdiff_stil import STIL
from ehelse_cli.report.safe import xml_safe
from ehelse_cli.report.screen import ANYWHERE, Screen

_FOT = (
    "Laget med <code>ehelse mandat diff</code> av mandatene slik de står i filene. "
    "Streket tekst er borte, understreket tekst er ny."
)
_MERKEORD = {"+": "Kom til: ", "−": "Falt bort: ", "~": "Endret: ", "?": "Må leses: "}


def som_html(diff: Mandatdiff, _skjerm: Screen = ANYWHERE) -> str:
    """The page with the redline as one text."""
    return side(ord_.tittel(diff), [], [diff], ved_siden=False)


def som_html_ved_siden(diff: Mandatdiff, _skjerm: Screen = ANYWHERE) -> str:
    """The page with the old and the new text side by side."""
    return side(ord_.tittel(diff), [], [diff], ved_siden=True)


def side(tittel: str, innledning: Sequence[str], differ: Sequence[Mandatdiff], *, ved_siden: bool) -> str:
    """One page with every comparison below its heading; where there is one only, its heading is the page's."""
    over = 2 if len(differ) == 1 else 3
    plasser = [Plass(f"m{nr}-", over, ved_siden) for nr in range(1, len(differ) + 1)]
    linjer = [
        "<!doctype html>",
        '<html lang="nb">',
        '<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{trygt(tittel)}</title><style>{STIL}</style></head>",
        '<body><a class="hopp" href="#innhold">Hopp til innholdet</a>',
        f"<header><h1>{trygt(tittel)}</h1>{''.join(f'<p>{trygt(linje)}</p>' for linje in innledning)}</header>",
        *_meny(differ),
        '<main id="innhold" tabindex="-1">',
        *(linje for plass, diff in zip(plasser, differ, strict=True) for linje in _ett(diff, plass)),
        "</main>",
        f"<footer><p>{_FOT}</p></footer></body></html>",
    ]
    return xml_safe("\n".join(linjer)) + "\n"


def _meny(differ: Sequence[Mandatdiff]) -> Iterator[str]:
    lenker = [
        f'<li><a href="#m{nr}-{id_}">{trygt(navn if len(differ) == 1 else f"{diff.ny.id}: {navn.lower()}")}</a></li>'
        for nr, diff in enumerate(differ, 1)
        for id_, navn, med in (
            ("regler", "Reglene", bool(_nivaaer(diff))),
            ("kilder", "Kildene", bool(diff.om_kilden)),
            ("teksten", "Teksten", bool(diff.endrede_seksjoner)),
            ("revisjon", "Om revisjonen", bool(diff.om_revisjonen)),
        )
        if med
    ]
    if lenker:
        yield f'<nav aria-label="På denne siden"><ul>{"".join(lenker)}</ul></nav>'


def _ett(diff: Mandatdiff, plass: Plass) -> Iterator[str]:
    if plass.nivaa > 2:
        yield f"<h2>{trygt(ord_.tittel(diff))}</h2>"
    yield '<dl class="sider">'
    yield from (
        f"<dt>{navn}</dt><dd>{trygt(ord_.sidetekst(s))}</dd>" for navn, s in (("Fra", diff.gammel), ("Til", diff.ny))
    )
    yield "</dl>"
    yield f"<p><strong>{trygt(ord_.ingen_endringer(diff) if diff.uendret else ord_.sammendrag(diff))}</strong></p>"
    yield from _regler(diff, plass)
    yield from _kilder(diff, plass)
    if diff.endrede_seksjoner:
        yield plass.seksjon("teksten", "Teksten")
        yield from redline(diff, plass)
        yield "</section>"
    if diff.ukjent_i_begge:
        yield f"<p>{trygt(ord_.ikke_sammenlignet(diff))}</p>"
    yield from _revisjonen(diff, plass)


def _nivaaer(diff: Mandatdiff) -> list[tuple[str, str, str, tuple[Endring, ...]]]:
    """The levels that have changes: name, what it means, class, the changes."""
    rader = [
        (navn, forklaring, str(nivaa), ord_.av_nivaa(diff, nivaa))
        for nivaa, (navn, forklaring, *_) in ord_.NIVAAER.items()
    ]
    return [rad for rad in rader if rad[-1]]


def _regler(diff: Mandatdiff, plass: Plass) -> Iterator[str]:
    nivaaer = _nivaaer(diff)
    if not nivaaer:
        return
    yield plass.seksjon("regler", "Reglene")
    for navn, forklaring, klasse, endringer in nivaaer:
        tittel = f'{navn} <span class="svak">– {escape(forklaring)}</span>'
        yield f'<h{plass.under}>{tittel}</h{plass.under}><ul class="endringer {klasse}">'
        yield from (f"<li>{_endring(diff, endring)}</li>" for endring in endringer)
        yield "</ul>"
    yield "</section>"


def _endring(diff: Mandatdiff, endring: Endring) -> str:
    merke = ord_.merke(endring)
    klausul = "" if endring.omraade == "ordlyden" else diff.klausul(endring.punkt)
    rest = ord_.uten_ekko(diff, endring), ord_.avtrykk(diff, endring)
    under = filter(None, (ord_.RETNINGER[endring.retning], klausul, *rest))
    detaljer = " · ".join([f"<code>{endring.id}</code>", *map(trygt, under)])
    return (
        f'<span class="merke" aria-hidden="true">{merke}</span> {hoert(_MERKEORD[merke])}'
        f'<strong>{trygt(ord_.sted(endring))}</strong> – {_verdi(endring)}<span class="lapp">{detaljer}</span>'
    )


def _verdi(endring: Endring) -> str:
    """`16 → 21 (antall seter endret)`, the old struck and the new underlined."""
    fra, til = ord_.fra_til(endring)
    hva = f" ({trygt(endring.hva)})"
    if endring.omraade == "ordlyden":
        return trygt(endring.hva)
    if ord_.er_normendring(endring):
        return trygt(endring.til.norsk if endring.til else "") + hva
    if fra and til:
        return f"<del>{hoert('før: ')}{trygt(fra)}</del> → <ins>{hoert('nå: ')}{trygt(til)}</ins>{hva}"
    return (f"<del>{trygt(fra)}</del>" if fra else f"<ins>{trygt(til)}</ins>" if til else "") + hva


def _kilder(diff: Mandatdiff, plass: Plass) -> Iterator[str]:
    if not diff.om_kilden:
        return
    yield plass.seksjon("kilder", "Kildene")
    for id_, rader in ord_.per_kildeslag(diff.om_kilden):
        innledning, med_verdi = ord_.KILDESLAG[id_]
        yield f"<h{plass.under}>{trygt(innledning)}</h{plass.under}><ul>"
        yield from (f"<li>{trygt(ord_.kildesetning(rad) if med_verdi else ord_.sted(rad))}</li>" for rad in rader)
        yield "</ul>"
    yield "</section>"


def _revisjonen(diff: Mandatdiff, plass: Plass) -> Iterator[str]:
    if not diff.om_revisjonen:
        return
    yield f"{plass.seksjon('revisjon', 'Om revisjonen')}<ul>"
    for rad in diff.om_revisjonen:
        fra, til = (trygt(tekst) or "ikke sagt" for tekst in ord_.fra_til(rad))
        yield f"<li>{trygt(rad.emne)}: {fra} → {til}</li>"
    yield "</ul></section>"
