"""Who was at a meeting, or answered a written one, and whether they could decide."""

from __future__ import annotations

from collections.abc import Iterator

from ehelse_cli.core.beslutningsdyktighet import beslutningsdyktighet
from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.fremmoete import behandlede, bok
from ehelse_cli.core.moete import Deltaker, Fremmoete, Moete, Sakspunkt
from ehelse_cli.core.register import register
from ehelse_cli.render.navn import nummer_i
from ehelse_cli.render.tid import klokke
from ehelse_cli.report.sheet import Table, Text
from ehelse_cli.report.vis_felles import SVAR


def fremmoetet(data: Dataset, moete: Moete) -> Iterator[Text]:
    """Who was there, in the sections of the minutes, and who nothing is said of."""
    tittel = "Svar" if moete.er_skriftlig else "Fremmøte"
    if not isinstance(moete.fremmoete, Fremmoete):
        yield Text(tittel, ("ikke oppgitt" if moete.fremmoete is not None else "ikke ført",))
        return
    egne = [rad for rad in moete.fremmoete.medlemmer if rad.for_ is None]
    varaer = [rad for rad in moete.fremmoete.medlemmer if rad.for_ is not None]
    grupper = (
        ("medlemmer", egne),
        ("stedfortredere", varaer),
        ("observatører", moete.fremmoete.observatoerer),
        ("bisittere", moete.fremmoete.bisittere),
        ("sekretariat", moete.fremmoete.sekretariat),
        ("inviterte", moete.fremmoete.inviterte),
        ("svarte ikke" if moete.er_skriftlig else "forfall", moete.fremmoete.forfall),
    )
    linjer = [
        f"{hva} ({len(rader)}): {', '.join(_deltaker(data, moete, rad) for rad in rader)}"
        for hva, rader in grupper
        if rader
    ]
    ikke_nevnt = _ikke_nevnt(data, moete)
    yield Text(tittel, (*linjer, *([f"ikke nevnt: {', '.join(ikke_nevnt)}"] if ikke_nevnt else [])))


def _deltaker(data: Dataset, moete: Moete, rad: Deltaker) -> str:
    deler = [
        data.virksomhetsnavn(rad.virksomhet, moete.tid.dato) if rad.virksomhet else "",
        f"for {rad.for_}" if rad.for_ else "",
        f"fra kl. {klokke(rad.fra)}" if rad.fra else "",
        f"til kl. {klokke(rad.til)}" if rad.til else "",
        f"fra og med sak {rad.fom_sak}" if rad.fom_sak else "",
        f"til og med sak {rad.tom_sak}" if rad.tom_sak else "",
        f"sak {', '.join(rad.saker)}" if rad.saker else "",
        "digitalt" if rad.digitalt else "",
    ]
    sagt = ", ".join(filter(None, deler))
    return f"{rad.navn} ({sagt})" if sagt else rad.navn


def _ikke_nevnt(data: Dataset, moete: Moete) -> tuple[str, ...]:
    forum = data.forum[data.forum_of(moete.id)]
    reg = register(data, forum, moete.tid.dato)
    fremmoete = bok(data, moete, reg) if reg else None
    if fremmoete is None:
        return ()
    return fremmoete.unevnte


def dyktigheten(data: Dataset, moete: Moete) -> Iterator[Table | Text]:
    """Per case where it differs; said once where it does not."""
    forum = data.forum_of(moete.id)
    dommer = [(punkt, beslutningsdyktighet(data, moete, nr)) for nr, punkt in behandlede(moete)]
    dommer = dommer or [(Sakspunkt(tittel="møtet"), beslutningsdyktighet(data, moete))]
    if len({dom for _, dom in dommer}) == 1:
        felles = dommer[0][1]
        yield Text("Beslutningsdyktig", (SVAR[felles.answer], *(felles.arithmetic or (felles.summary,))))
        return
    rader = tuple((_hva(data, forum, punkt), SVAR[dom.answer], "\n".join(dom.arithmetic)) for punkt, dom in dommer)
    yield Table("Beslutningsdyktig", ("Sak", "Svar", "Regnestykke"), rader)


def _hva(data: Dataset, forum: str, punkt: Sakspunkt) -> str:
    """The line in a word: its number, or what it is when it has none."""
    return nummer_i(data, forum, punkt.sak) if punkt.sak else punkt.tittel or (punkt.fast or "").replace("-", " ")
