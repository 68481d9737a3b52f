"""What a case rests on and what it led to, as it is shown in a terminal."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.sak import Sak, Styringssignal
from ehelse_cli.render.grunnlag import grunnlag
from ehelse_cli.render.ord import BOKMAAL
from ehelse_cli.report.sheet import Table, Text
from ehelse_cli.report.vis_felles import alle, navn


def grunnlaget(data: Dataset, sak: Sak, dag: date) -> Iterator[Table | Text]:
    """The six questions, who is what, what must be there first, and the documents; what is not written is not shown."""
    deler = grunnlag(data, sak, lambda id_: navn(data, id_, dag), "nb")
    yield Table(BOKMAAL.utredning, ("Spørsmål", "Svar"), tuple((rad.ledetekst, rad.verdi) for rad in deler.utredning))
    yield Table(BOKMAAL.aktoerer, deler.aktoerhode, deler.aktoerer)
    yield Text(BOKMAAL.avhengigheter, deler.avhengigheter)
    yield Text(BOKMAAL.grunnlagsdokumenter, deler.dokumenter)


def signalet(data: Dataset, signal: Styringssignal | None, dag: date) -> str:
    """A line of its own: `Styringssignal: Tildelingsbrev 2027 til Norsk helsenett`."""
    if signal is None:
        return ""
    til = f" til {alle(data, signal.til, dag)}" if signal.til else ""
    return f"\nStyringssignal: {signal.dokument}{til}"
