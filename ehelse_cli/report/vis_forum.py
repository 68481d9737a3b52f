"""A council on a day: its mandate, its seats and who holds them, its substitutes, its next meetings."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.felter import Taushet
from ehelse_cli.core.forum import Forum
from ehelse_cli.core.mandat import Mandat, grupper_i, verv_i
from ehelse_cli.core.mandat.sammensetning import Sammensetning
from ehelse_cli.core.mengde import Mengde
from ehelse_cli.core.register import LEDERSETET, Medlemskap, Register, medlemmer_er_kjent, register
from ehelse_cli.core.sammensetning import sammensetning
from ehelse_cli.core.virksomhet import verdi_per
from ehelse_cli.render.tid import dager, delvis, liste
from ehelse_cli.report.sheet import Sheet, Table
from ehelse_cli.report.vis_felles import alle, dato, dom, hvem, kortdato, navn, notis, ord_, per, prosa
from ehelse_cli.report.vis_moete import status

_MEETINGS = 4


def vis_forum(data: Dataset, forum: Forum, dag: date) -> Sheet:
    """The council's sheet."""
    reg = register(data, forum, dag)
    return Sheet(
        _tittel(data, forum, dag),
        per(dag),
        tuple(_fakta(data, forum, reg, dag)),
        (
            *_seter(data, forum, reg, dag),
            *_stedfortredere(data, reg, dag),
            _evalueringer(data, forum),
            _moeter(data, forum, dag),
        ),
        notis(data),
    )


def _tittel(data: Dataset, forum: Forum, dag: date) -> str:
    langt, kort = data.forumnavn(forum.id, dag), data.forumnavn(forum.id, dag, kort=True)
    return langt if kort == langt else f"{langt} ({kort})"


def _fakta(data: Dataset, forum: Forum, reg: Register | None, dag: date) -> Iterator[tuple[str, str]]:
    overordnet, sekretariat = verdi_per(forum.overordnet, dag), verdi_per(forum.sekretariat, dag)
    yield "id", forum.id
    yield "nivå", ord_(forum.nivaa or "")
    yield "formål", prosa(forum.formaal)
    yield "eier", alle(data, filter(None, [verdi_per(forum.eier, dag)]), dag)
    yield "opprettet", delvis(forum.opprettet, "nb") if forum.opprettet else ""
    yield "nedlagt", dato(forum.avviklet)
    yield "erstatter", navn(data, forum.erstatter, dag) if forum.erstatter else ""
    yield "overordnet", "ingen" if overordnet is Taushet.INGEN else navn(data, overordnet, dag) if overordnet else ""
    yield "sekretariat", navn(data, sekretariat, dag) if sekretariat else ""
    yield "mandat", _mandat(reg)
    if reg is not None:
        yield "leder", _leder(data, forum, reg, dag)
        yield "sammensetning", dom(sammensetning(data, forum, dag).verdict)
    yield "kilde", forum.kilde or ""
    yield "merknad", prosa(forum.merknad)


def _mandat(reg: Register | None) -> str:
    if reg is None:
        return "ingen kjente mandater gjelder denne dagen"
    if isinstance(reg.mandat.gjelder_fra, date):
        return f"{reg.mandat.id}, gjelder fra {dato(reg.mandat.gjelder_fra)}"
    return f"{reg.mandat.id}, kjent per {dato(reg.mandat.kjent_per)}"


def _leder(data: Dataset, forum: Forum, reg: Register, dag: date) -> str:
    ledere = [rad for rad in reg.medlemmer if rad.medlem.rolle == "leder"]
    if not ledere:
        return "ingen" if medlemmer_er_kjent(forum, dag) else "ikke kjent"
    return ", ".join(_med_virksomhet(data, rad, dag) for rad in ledere)


def _med_virksomhet(data: Dataset, rad: Medlemskap, dag: date) -> str:
    virksomhet = rad.medlem.virksomhet
    return f"{rad.medlem.navn} ({navn(data, virksomhet, dag)})" if virksomhet else rad.medlem.navn


def _seter(data: Dataset, forum: Forum, reg: Register | None, dag: date) -> Iterator[Table]:
    if reg is None:
        return
    kjent = medlemmer_er_kjent(forum, dag)
    rader: list[tuple[str, ...]] = []
    for id_, hva, antall in _sete_grupper(data, reg.mandat, dag):
        holdt = reg.i_gruppe(id_)
        ledige = max(0, (antall or 0) - len(holdt)) if kjent else 0
        celler = [_sete(data, reg, rad, dag) for rad in holdt] + [("ledig", "", "", "")] * ledige
        if not kjent and not holdt:
            celler = [("ikke kjent", "", "", "")]
        tittel = f"{hva} ({antall})" if antall is not None else hva
        rader += [(tittel if nr == 0 else "", *celle) for nr, celle in enumerate(celler)]
    i_gruppe = {id_ for id_, _, _ in _sete_grupper(data, reg.mandat, dag)}
    rader += [("uten gruppe", *_sete(data, reg, rad, dag)) for rad in reg.medlemmer if rad.gruppe not in i_gruppe]
    yield Table(
        f"Seter: {_antall_seter(reg, kjent=kjent)}",
        ("Gruppe", "Medlem", "Virksomhet", "Går ut", "Stedfortreder"),
        tuple(rader),
    )


def _sete_grupper(data: Dataset, mandat: Mandat, dag: date) -> Iterator[tuple[str, str, int | None]]:
    """The leader's own seat, and each group of seats: id, name, how many at least."""
    leder = verv_i(mandat)
    if leder is not None and leder.sete == "eget":
        yield LEDERSETET, "leder", 1
    for gruppe in grupper_i(mandat):
        antall = gruppe.antall.minste() if isinstance(gruppe.antall, Mengde) and not gruppe.antall.relativ else None
        kort = data.virksomhetsnavn(gruppe.id, dag, kort=True) if data.finnes(gruppe.id) else gruppe.id
        yield gruppe.id, gruppe.navn or kort.replace("-", " "), antall


def _antall_seter(reg: Register, *, kjent: bool) -> str:
    regel = reg.mandat.sammensetning.seter if isinstance(reg.mandat.sammensetning, Sammensetning) else None
    har = f"{len(reg.medlemmer)} besatt" if kjent else "hvem som sitter, er ikke kjent"
    return f"{har}, mandatet sier {regel.norsk()}" if isinstance(regel, Mengde) else har


def _sete(data: Dataset, reg: Register, rad: Medlemskap, dag: date) -> tuple[str, str, str, str]:
    medlem = rad.medlem
    rolle = "" if medlem.rolle == "medlem" or rad.gruppe == LEDERSETET else medlem.rolle
    holder = ", ".join(filter(None, (medlem.navn, rolle, _permisjon(rad, dag))))
    varaer = [vara.navn for vara in reg.stedfortredere if vara.for_ == medlem.navn]
    virksomhet = navn(data, medlem.virksomhet, dag) if medlem.virksomhet else ""
    return holder, virksomhet, _slutt(rad), ", ".join(varaer)


def _permisjon(rad: Medlemskap, dag: date) -> str:
    """Whether the member is on leave that day, and until when."""
    periode = next((periode for periode in rad.medlem.permisjon if periode.inneholder(dag)), None)
    if periode is None:
        return ""
    return f"i permisjon til {kortdato(periode.til)}" if periode.til else "i permisjon"


def _slutt(rad: Medlemskap) -> str:
    if rad.siste_dag is not None:
        return kortdato(rad.siste_dag)
    return "ingen slutt" if rad.slutt_er_kjent else "ikke kjent"


def _stedfortredere(data: Dataset, reg: Register | None, dag: date) -> Iterator[Table]:
    """Those who stand in for a group or the whole council; the personal ones stand beside their member."""
    if reg is None:
        return
    personlige = {rad.medlem.navn for rad in reg.medlemmer}
    felles = [rad for rad in reg.stedfortredere if rad.for_ not in personlige]
    yield Table(
        "Stedfortredere for flere",
        ("For", "Nr.", "Stedfortreder", "Virksomhet"),
        tuple(
            (
                hvem(data, reg.forum.id, rad.for_, dag),
                str(rad.nr or ""),
                rad.navn,
                alle(data, filter(None, [rad.virksomhet]), dag),
            )
            for rad in felles
        ),
    )


def _evalueringer(data: Dataset, forum: Forum) -> Table:
    """Every time the mandate or the composition was looked at."""
    rader = tuple(
        (
            kortdato(rad.dato),
            liste(rad.hva, "nb"),
            alle(data, rad.av, rad.dato),
            prosa(rad.anledning),
            prosa(rad.konklusjon),
            rad.kilde or "",
        )
        for rad in forum.evalueringer
    )
    return Table("Evalueringer", ("Når", "Hva", "Av", "Anledning", "Konklusjon", "Kilde"), rader)


def _moeter(data: Dataset, forum: Forum, dag: date) -> Table:
    """The last meeting and the next ones."""
    alle_moeter = data.moeter_for(forum.id)
    holdt = [moete for moete in alle_moeter if moete.tid.siste_dag < dag][-1:]
    kommer = [moete for moete in alle_moeter if moete.tid.siste_dag >= dag][:_MEETINGS]
    rader = tuple((moete.id, dager(moete.tid, "nb"), status(moete, dag)) for moete in (*holdt, *kommer))
    return Table("Møter", ("Møte", "Når", "Status"), rader)
