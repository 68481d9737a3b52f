"""An overview as Markdown: headings, facts as a list, pipe tables; nothing from a file is mark-up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ehelse_cli.oversikt.oversikt import Oversikt, Tabell, Verdi
from ehelse_cli.render.ord import BOKMAAL
from ehelse_cli.report.oversikt_celle import er_tall, i_ord
from ehelse_cli.report.safe import markdown_safe
from ehelse_cli.report.vis_felles import per


def as_markdown(oversikt: Oversikt) -> str:
    """The whole overview as a page."""
    return "\n\n".join(_deler(oversikt)) + "\n"


def _deler(oversikt: Oversikt) -> Iterator[str]:
    yield f"# {markdown_safe(oversikt.tittel)}"
    yield per(oversikt.dag).capitalize()
    if oversikt.uleselig:
        yield f"**Ikke alt kan leses, så noe kan mangle her:** {markdown_safe(', '.join(oversikt.uleselig))}"
    if oversikt.eksempel:
        yield f"*{BOKMAAL.eksempel}. {BOKMAAL.eksempel_forklart}*"
    fakta = [
        f"- **{markdown_safe(fakt.tittel)}**: {_celle(fakt.verdi)}" for fakt in oversikt.fakta if i_ord(fakt.verdi)
    ]
    yield from ("\n".join(fakta),) if fakta else ()
    for tabell in oversikt.tabeller:
        if tabell.rader or tabell.tom:
            yield f"## {markdown_safe(tabell.tittel)}"
            yield from (markdown_safe(tabell.note),) if tabell.note else ()
            yield "\n".join(_tabell(tabell)) if tabell.rader else markdown_safe(tabell.tom)


def _tabell(tabell: Tabell) -> Iterator[str]:
    vist = [nr for nr, hode in enumerate(tabell.hoder) if hode.vist]
    yield _linje([markdown_safe(tabell.hoder[nr].tittel) for nr in vist])
    yield _linje(["---:" if any(er_tall(rad[nr]) for rad in tabell.rader) else "---" for nr in vist])
    yield from (_linje([_celle(rad[nr]) for nr in vist]) for rad in tabell.rader)


def _linje(celler: Sequence[str]) -> str:
    return f"| {' | '.join(celler)} |"


def _celle(verdi: Verdi) -> str:
    return "<br>".join(markdown_safe(linje) for linje in i_ord(verdi).split("\n"))
