"""A meeting on a day: where it stands, the agenda by the clock, who was there, if they could decide, and what came."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import accumulate, groupby
from operator import itemgetter

from ehelse_cli.core.beslutningsdyktighet import beslutningsdyktighet
from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.fremmoete import behandlede, bok
from ehelse_cli.core.moete import Deltaker, Fremmoete, Moete, Sakspunkt, Stemmetall
from ehelse_cli.core.register import register
from ehelse_cli.render.felles import Ramme
from ehelse_cli.render.klokke import Klokkeslett, Linje, regn_ut
from ehelse_cli.render.navn import Navn, moetenummer, nummer_i
from ehelse_cli.render.ord import BOKMAAL
from ehelse_cli.render.sakspunkt import Agendalinje, agendalinjer
from ehelse_cli.render.tid import klokke, moetedag
from ehelse_cli.report.sheet import Sheet, Table, Text
from ehelse_cli.report.vis_felles import SVAR, dato, navn, notis, per


def vis_moete(data: Dataset, moete: Moete, dag: date) -> Sheet:
    """The meeting's sheet."""
    forum = data.forum_of(moete.id)
    nummer = moetenummer(data, moete)
    tittel = (
        f"{data.forumnavn(forum, moete.tid.dato)}: {BOKMAAL.moetetyper[moete.type]}{f' {nummer}' if nummer else ''}"
    )
    holdt = moete.avlyst is None and moete.tid.dato <= dag
    return Sheet(
        tittel,
        per(dag),
        tuple(_fakta(data, moete, dag)),
        (
            _saksliste(data, moete),
            *(_fremmoete(data, moete) if holdt else ()),
            *(_dyktighet(data, moete) if holdt else ()),
            *_vedtak(data, moete),
        ),
        notis(data),
    )


def status(moete: Moete, dag: date) -> str:
    """Where the meeting stands that day: a state is a date, never a word in the file."""
    if moete.avlyst is not None and moete.avlyst <= dag:
        return f"avlyst {dato(moete.avlyst)}"
    if moete.tid.siste_dag < dag:
        return "holdt" if moete.fremmoete is not None or any(punkt.utfall for punkt in moete.saksliste) else "ikke ført"
    if moete.tid.dato <= dag:
        return "pågår"
    return f"innkalt {dato(moete.innkalt)}" if moete.innkalt and moete.innkalt <= dag else "planlagt"


def _fakta(data: Dataset, moete: Moete, dag: date) -> Iterator[tuple[str, str]]:
    forum = data.forum_of(moete.id)
    mandat = data.mandat_for(forum, moete.tid.dato)
    yield "id", moete.id
    yield "status", status(moete, dag)
    yield "tid", "\n".join(moetedag(en, "nb") for en in moete.tid.dager)
    yield "flyttet fra", "\n".join(moetedag(en.opprinnelig.dager[0], "nb") for en in moete.flyttet)
    yield "form", BOKMAAL.former[moete.form] if moete.form else ""
    yield "sted", moete.sted or ""
    yield "innkalt", dato(moete.innkalt)
    yield "papirer sendt", dato(moete.papirer_ute)
    yield "møteleder", moete.moeteleder or ""
    yield "mandat den dagen", mandat.id if mandat else "ikke kjent"
    if moete.referat:
        yield "referat", ", ".join(_referat(moete))


def _referat(moete: Moete) -> Iterator[str]:
    if moete.referat is None:
        return
    steg = (
        ("utkast sendt", moete.referat.utkast_sendt),
        ("godkjent", moete.referat.godkjent),
        ("publisert", moete.referat.publisert),
    )
    yield from (f"{hva} {dato(naar)}" for hva, naar in steg if naar)


# --- the agenda


def _saksliste(data: Dataset, moete: Moete) -> Table:
    linjer = _linjer(data, moete)
    rader = tuple(_linje(linje, tid) for linje, tid in zip(linjer, _klokkeslett(moete, linjer), strict=True))
    return Table("Saksliste", ("Kl.", "Sak", "Hva", "Min.", "Utfall"), rader)


def _linjer(data: Dataset, moete: Moete) -> tuple[Agendalinje, ...]:
    """The agenda as the papers have it.

    Raises:
        BrokenError: if a case on it cannot be read.
    """
    forum = data.forum[data.forum_of(moete.id)]
    return tuple(
        agendalinjer(
            moete, Navn(data, forum, moete.tid.dato), Ramme("nb", eksempel=data.datasett.er_eksempel, utkast=False)
        )
    )


def _klokkeslett(moete: Moete, linjer: Sequence[Agendalinje]) -> Iterator[Klokkeslett]:
    """When each line begins and ends; a new `dag` starts by its own day's clock."""
    dager = () if moete.tid.skriftlig else moete.tid.dager
    numre = accumulate((linje.punkt.dag or 1 for linje in linjer), max)
    for nr, dagens in groupby(zip(numre, linjer, strict=True), key=itemgetter(0)):
        start = dager[nr - 1].fra if nr <= len(dager) else None
        yield from regn_ut(start, [Linje(linje.minutter, linje.punkt.kl) for _, linje in dagens])


def _linje(linje: Agendalinje, tid: Klokkeslett) -> tuple[str, ...]:
    punkt, innhold = linje.punkt, linje.innhold
    if innhold is None:
        return "", "", f"— {punkt.bolk or f'Dag {punkt.dag}'} —", "", ""
    nummer = innhold.nummer.removeprefix(f"{BOKMAAL.sak} ") if innhold.nummer else ""
    utfall = "" if innhold.unntatt else _utfall(punkt)
    return klokke(tid.fra) if tid.fra else "", nummer, innhold.tittel, str(linje.minutter or ""), utfall


def _utfall(punkt: Sakspunkt) -> str:
    if punkt.resultat:
        return BOKMAAL.resultater[punkt.resultat]
    return BOKMAAL.utfall[punkt.utfall] if punkt.utfall else ""


# --- who was there, and whether they could decide


def _fremmoete(data: Dataset, moete: Moete) -> Iterator[Text]:
    if not isinstance(moete.fremmoete, Fremmoete):
        yield Text("Fremmøte", ("ikke oppgitt" if moete.fremmoete is not None else "ikke ført",))
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
        ("forfall", moete.fremmoete.forfall),
    )
    linjer = [f"{hva} ({len(rader)}): {', '.join(map(_deltaker, rader))}" for hva, rader in grupper if rader]
    ikke_nevnt = _ikke_nevnt(data, moete)
    yield Text("Fremmøte", (*linjer, *([f"ikke nevnt: {', '.join(ikke_nevnt)}"] if ikke_nevnt else [])))


def _deltaker(rad: Deltaker) -> str:
    deler = [
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


def _dyktighet(data: Dataset, moete: Moete) -> Iterator[Table | Text]:
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


# --- what came of it


def _vedtak(data: Dataset, moete: Moete) -> Iterator[Text]:
    forum = data.forum_of(moete.id)
    for punkt in moete.saksliste:
        avsnitt = tuple(_hva_det_ble(data, moete, punkt))
        if avsnitt and punkt.sak and not er_unntatt(data, forum, punkt):
            yield Text(f"Sak {nummer_i(data, forum, punkt.sak)}: {_utfall(punkt) or 'vedtak'}", avsnitt)


def _hva_det_ble(data: Dataset, moete: Moete, punkt: Sakspunkt) -> Iterator[str]:
    for nr, tekst in enumerate(vedtakstekst(data, moete, punkt), 1):
        yield f"{nr}. {tekst}"
    if punkt.votering is not None:
        yield f"votering: {_votering(punkt.votering)}"
    for tilfoersel in punkt.tilfoersel:
        av = ", ".join(navn(data, en, moete.tid.dato) for en in tilfoersel.av)
        yield f"{tilfoersel.slag} fra {av}" + (f": {tilfoersel.tekst}" if tilfoersel.tekst else "")
    for tiltak in punkt.tiltak:
        hvem = f" ({navn(data, tiltak.hvem, moete.tid.dato)})" if tiltak.hvem else ""
        naar = f"utført {dato(tiltak.utfoert)}" if tiltak.utfoert else f"frist {dato(tiltak.frist) or 'ikke satt'}"
        yield f"tiltak: {tiltak.hva}{hvem}, {naar}"


def er_unntatt(data: Dataset, forum: str, punkt: Sakspunkt) -> bool:
    """Whether the line, or the case on it, is wholly exempt: then only its number is shown."""
    sak = data.saker.get(data.sak_id(forum, punkt.sak) or "") if punkt.sak else None
    return (punkt.skjerming is not None and punkt.skjerming.omfang == "hele") or (sak is not None and sak.er_unntatt)


def vedtakstekst(data: Dataset, moete: Moete, punkt: Sakspunkt) -> tuple[str, ...]:
    """The points as decided; what was decided «as proposed» is fetched from the proposal."""
    if punkt.vedtak != "som_foreslaatt":
        return tuple(_punkt(en.tekst, en.forutsetning) for en in punkt.vedtak)
    forum = data.forum_of(moete.id)
    id_ = data.sak_id(forum, punkt.sak) if punkt.sak else None
    sak = data.saker.get(id_) if id_ else None
    if sak is not None:
        return tuple(_punkt(en.tekst, en.forutsetning) for en in sak.forslag_til_vedtak)
    fast = data.forum[forum].faste_saker.get(punkt.fast) if punkt.fast else None
    return (fast.vedtak,) if fast and fast.vedtak else ()


def _punkt(tekst: str, forutsetning: str | None) -> str:
    return f"{tekst.strip()} Forutsetning: {forutsetning.strip()}" if forutsetning else tekst.strip()


def _votering(votering: Stemmetall | str) -> str:
    if isinstance(votering, str):
        return votering
    blankt = f", {votering.blankt} blankt" if votering.blankt else ""
    return f"{votering.for_} for, {votering.mot} mot{blankt}" + (
        ", lederens stemme avgjorde" if votering.leders_dobbeltstemme else ""
    )
