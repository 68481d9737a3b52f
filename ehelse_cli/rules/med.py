"""MED: the members. Is every seat filled, by the right person, appointed by the right body, within the term?"""

from collections.abc import Callable, Iterable, Iterator
from datetime import date

from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.finding import Hit, Related, RuleInfo, Severity, Source
from ehelse_cli.core.forum import Forum, Stedfortreder
from ehelse_cli.core.funksjonstid import FlerePerioder, for_mange
from ehelse_cli.core.kalender import datotekst
from ehelse_cli.core.mandat import stedfortreder_for
from ehelse_cli.core.mengde import Mengde
from ehelse_cli.core.moete import Fremmoete
from ehelse_cli.core.periode import Periode
from ehelse_cli.core.register import (
    Medlemskap,
    er_stedfortreder,
    funksjonstid_for,
    medlemmer_er_kjent,
    medlemskap,
    register,
    varighet_i,
)
from ehelse_cli.core.sammensetning import Del, Slag, Vurdering, sammensetning
from ehelse_cli.core.verdict import Answer
from ehelse_cli.rules.common import clause, severity, source
from ehelse_cli.rules.engine import Rule

# --- what the composition says


def _brudd(data: Dataset, dag: date, *slag: Slag) -> Iterator[tuple[Forum, Vurdering, Del]]:
    """Every part of those kinds that the mandate in force on the day does not accept."""
    for forum in data.forum.values():
        vurdering = sammensetning(data, forum, dag)
        for del_ in vurdering.deler:
            if del_.slag in slag and del_.verdict.answer is Answer.NEI:
                yield forum, vurdering, del_


def _hit(data: Dataset, forum: Forum, vurdering: Vurdering, del_: Del, message: str, help_: str = "") -> Iterator[Hit]:
    """A finding at the member's row, or at the list of members, resting on the clause; none where it only says `kan`."""
    if vurdering.register is None:
        return
    mandat = vurdering.register.mandat
    ledd = mandat.ledd(*del_.verdict.clause)
    gravity = severity(ledd)
    if gravity is None:
        return
    where = ("medlemmer", del_.rader[-1]) if del_.rader and del_.slag != "antall" else ("medlemmer",)
    yield Hit(
        message,
        data.place(forum.id, *where, key=where == ("medlemmer",)),
        (forum.id, del_.slag, del_.id, *_who(forum, del_)),
        related=clause(data, mandat, del_.verdict.clause),
        values=del_.verdict.arithmetic,
        help=help_,
        severity=gravity,
        source=source(ledd),
    )


def _who(forum: Forum, del_: Del) -> tuple[str, ...]:
    return () if del_.slag == "antall" else tuple(forum.medlemmer[nr].navn for nr in del_.rader)


def ledig_sete(data: Dataset, dag: date) -> Iterator[Hit]:
    """A seat nobody holds, and which no lapsed term explains (that one is MED406's)."""
    for forum, vurdering, del_ in _brudd(data, dag, "antall"):
        ledige = -del_.avvik - len(_utloepte(data, forum, del_.id, dag))
        if ledige > 0:
            hva = "ett sete" if ledige == 1 else f"{ledige} seter"
            yield from _hit(
                data,
                forum,
                vurdering,
                del_,
                f"{forum.id}: {hva} er ledig i gruppen {del_.id}",
                "Legg til en rad for det nye medlemmet når det er oppnevnt.",
            )


def for_mange_i_gruppen(data: Dataset, dag: date) -> Iterator[Hit]:
    """More members in a group than it has seats."""
    for forum, vurdering, del_ in _brudd(data, dag, "antall"):
        if del_.avvik > 0:
            yield from _hit(
                data,
                forum,
                vurdering,
                del_,
                f"{forum.id}: {del_.avvik} for mange i gruppen {del_.id}",
                "Er noen fratrådt? Skriv «fratraadt» på raden.",
            )


def _as_said(*slag: Slag, help_: str = "") -> Callable[[Dataset, date], Iterator[Hit]]:
    """A rule that passes on what the composition found of those kinds."""

    def check(data: Dataset, dag: date) -> Iterator[Hit]:
        for forum, vurdering, del_ in _brudd(data, dag, *slag):
            yield from _hit(data, forum, vurdering, del_, f"{forum.id}: {del_.verdict.summary}", help_)

    return check


# --- terms


def _utloepte(data: Dataset, forum: Forum, gruppe: str, dag: date) -> tuple[Medlemskap, ...]:
    """Those of the group whose term ran out with neither extension, leaving nor a later row of their own."""
    alle = tuple(medlemskap(data, forum))
    sitter = {rad.medlem.navn for rad in alle if rad.sitter(dag)}
    return tuple(
        rad
        for rad in alle
        if rad.gruppe == gruppe and rad.utloept(dag) and rad.medlem.navn not in sitter and not _etterfulgt(alle, rad)
    )


def _etterfulgt(alle: Iterable[Medlemskap], rad: Medlemskap) -> bool:
    """Whether somebody else began in the group after the term ended: then the seat was handed over in order."""
    slutt = rad.siste_dag
    return slutt is not None and any(
        annen.gruppe == rad.gruppe and annen.nr != rad.nr and annen.fra > slutt for annen in alle
    )


def sitter_over_tiden(data: Dataset, dag: date) -> Iterator[Hit]:
    """A term that ended without extension while the seat stands empty, or the member still came to meetings."""
    for forum in data.forum.values():
        reg = register(data, forum, dag)
        if reg is None or not medlemmer_er_kjent(forum, dag):
            continue
        alle = tuple(medlemskap(data, forum))
        ledige = {del_.id for _, _, del_ in _brudd_i(data, forum, dag) if del_.avvik < 0}
        tomme = {rad.nr for gruppe in ledige for rad in _utloepte(data, forum, gruppe, dag)}
        for rad in alle:
            moete = _moette_etter(data, forum, rad, alle, dag)
            if rad.nr in tomme or moete is not None:
                yield _over_tiden(data, forum, rad, moete)


def _brudd_i(data: Dataset, forum: Forum, dag: date) -> Iterator[tuple[Forum, Vurdering, Del]]:
    return ((eier, vurdering, del_) for eier, vurdering, del_ in _brudd(data, dag, "antall") if eier.id == forum.id)


def _moette_etter(data: Dataset, forum: Forum, rad: Medlemskap, alle: Iterable[Medlemskap], dag: date) -> str | None:
    """The first meeting the member came to as a member on a day without a term; None if there is none."""
    egne = [annen for annen in alle if annen.medlem.navn == rad.medlem.navn]
    for moete in data.moeter_for(forum.id):
        moetedag = moete.tid.dato
        if moetedag > dag or not rad.utloept(moetedag) or any(annen.sitter(moetedag) for annen in egne):
            continue
        fremmoete = moete.fremmoete
        if isinstance(fremmoete, Fremmoete) and any(
            deltaker.navn == rad.medlem.navn and deltaker.for_ is None for deltaker in fremmoete.medlemmer
        ):
            return moete.id
    return None


def _over_tiden(data: Dataset, forum: Forum, rad: Medlemskap, moete: str | None) -> Hit:
    slutt = rad.ordinaer_slutt or rad.fra
    tekst = f"perioden til {rad.medlem.navn} gikk ut {datotekst(rad.siste_dag or slutt)} uten at den er forlenget"
    mandat = data.mandat_for(forum.id, rad.fra)
    hjemmel = clause(data, mandat, ("funksjonstid",)) if mandat else ()
    der = (Related(data.place(moete, "fremmoete", key=True), f"møtte likevel i {moete}"),) if moete else ()
    return Hit(
        tekst,
        data.place(forum.id, "medlemmer", rad.nr, "periode"),
        (forum.id, rad.medlem.navn, str(rad.fra)),
        label=f"fra {datotekst(rad.fra)}",
        related=(*hjemmel, *der),
        help="Før forlengelsen («forlenget»), eller «fratraadt» og det nye medlemmet.",
    )


def sen_forlengelse(data: Dataset, dag: date) -> Iterator[Hit]:
    """An extension decided after the term had ended leaves days without a member."""
    for forum in data.forum.values():
        for rad in medlemskap(data, forum):
            for hull in rad.hull:
                if hull.fra <= dag and hull.til is not None:
                    yield Hit(
                        f"forlengelsen av {rad.medlem.navn} ble vedtatt for sent: ingen periode fra {datotekst(hull.fra)} "
                        f"til {datotekst(hull.til)}",
                        data.place(forum.id, "medlemmer", rad.nr, "forlenget", key=True),
                        (forum.id, rad.medlem.navn, str(hull.fra)),
                    )


def for_lang_periode(data: Dataset, _dag: date) -> Iterator[Hit]:
    """A written period that is longer than the mandate's term."""
    for forum in data.forum.values():
        for rad in medlemskap(data, forum):
            periode = rad.medlem.periode
            mandat = data.mandat_for(forum.id, rad.fra)
            varighet = varighet_i(mandat, rad.gruppe) if mandat else None
            if mandat is None or varighet is None or periode is None or periode.til is None:
                continue
            ledd = mandat.ledd("funksjonstid", "varer")
            lengst = rad.lengst(varighet)
            gravity = severity(ledd)
            if periode.til > lengst and gravity is not None:
                yield Hit(
                    f"perioden til {rad.medlem.navn} er lengre enn mandatets {varighet.norsk()}",
                    data.place(forum.id, "medlemmer", rad.nr, "periode"),
                    (forum.id, rad.medlem.navn, str(rad.fra)),
                    label=f"kan vare til {datotekst(lengst)}",
                    related=clause(data, mandat, ("funksjonstid", "varer"), varighet.norsk()),
                    severity=gravity,
                    help="Skriv bare startdatoen, og før en forlengelse for seg.",
                )


def for_mange_perioder(data: Dataset, dag: date) -> Iterator[Hit]:
    """More terms than the mandate allows for one person."""
    for forum in data.forum.values():
        mandat = data.mandat_for(forum.id, dag)
        if mandat is None:
            continue
        alle = tuple(medlemskap(data, forum))
        for navn in dict.fromkeys(rad.medlem.navn for rad in alle):
            egne = [rad for rad in alle if rad.medlem.navn == navn]
            regel = funksjonstid_for(mandat, egne[-1].gruppe)
            if regel is None or not isinstance(regel.flere_perioder, FlerePerioder):
                continue
            varighet = varighet_i(mandat, egne[-1].gruppe)
            brudd = for_mange([periode for rad in egne for periode in _perioder(rad)], regel.flere_perioder, varighet)
            ledd = mandat.ledd("funksjonstid", "flere_perioder")
            if brudd and (gravity := severity(ledd) or Severity.FEIL):
                yield Hit(
                    f"{navn} sitter i flere perioder enn mandatet tillater ({regel.flere_perioder})".replace(
                        "hoeyst", "høyst"
                    ).replace("paa_rad", "på rad"),
                    data.place(forum.id, "medlemmer", egne[-1].nr),
                    (forum.id, navn, str(brudd[0].fra)),
                    related=clause(data, mandat, ("funksjonstid", "flere_perioder")),
                    severity=gravity,
                    values=(f"perioden fra {datotekst(brudd[0].fra)} er én for mye",),
                )


def _perioder(rad: Medlemskap) -> Iterator[Periode]:
    """The terms a row amounts to: the first, and one for each extension."""
    slutt = rad.ordinaer_slutt
    yield Periode(rad.fra, slutt)
    for forlengelse in rad.medlem.forlenget:
        if slutt is not None and forlengelse.til > slutt:
            yield Periode(slutt, forlengelse.til)
            slutt = forlengelse.til


# --- substitutes


def ulovlig_stedfortreder(data: Dataset, dag: date) -> Iterator[Hit]:
    """A substitute where there shall be none, or more than the mandate allows for one member."""
    for forum in data.forum.values():
        reg = register(data, forum, dag)
        if reg is None:
            continue
        for rad in reg.medlemmer:
            regel = stedfortreder_for(reg.mandat, rad.gruppe)
            egne = [(nr, vara) for nr, vara in enumerate(forum.stedfortredere) if _gjelder(vara, rad, dag)]
            if regel is None or not egne:
                continue
            nr, vara = egne[-1]
            antall = regel.antall if isinstance(regel.antall, Mengde) and regel.for_ in (None, "medlem") else None
            if regel.ordning == "forbudt":
                tekst = f"{vara.navn} er ført som stedfortreder, men mandatet tillater ingen"
            elif antall is not None and not _holder(antall, len(egne)):
                tekst = f"{rad.medlem.navn} har {len(egne)} stedfortredere; mandatet tillater {antall.norsk()}"
            else:
                continue
            yield Hit(
                tekst,
                data.place(forum.id, "stedfortredere", nr),
                (forum.id, rad.medlem.navn, vara.navn),
                related=clause(data, reg.mandat, ("stedfortreder",)),
            )


def _gjelder(vara: Stedfortreder, rad: Medlemskap, dag: date) -> bool:
    return vara.for_ == rad.medlem.navn and er_stedfortreder(vara, dag)


def _holder(antall: Mengde, har: int) -> bool:
    """Having fewer substitutes than allowed is no breach: nobody has to have one."""
    hoeyst = antall.stoerste()
    return hoeyst is None or har <= hoeyst


def _info(code: str, name: str, gravity: Severity = Severity.FEIL) -> RuleInfo:
    return RuleInfo(code, name, gravity, Source.MANDAT)


MED_RULES = (
    Rule(_info("MED401", "ledig-sete"), "forum", ledig_sete),
    Rule(_info("MED402", "for-mange-i-gruppen"), "forum", for_mange_i_gruppen),
    Rule(_info("MED403", "feil-leder"), "forum", _as_said("leder")),
    Rule(_info("MED404", "feil-oppnevner"), "forum", _as_said("oppnevner")),
    Rule(
        _info("MED405", "manglende-egenskap"),
        "forum",
        _as_said("krav", "stedfortrederkrav", help_="Før egenskapen på raden, hvis medlemmet har den."),
    ),
    Rule(_info("MED406", "sitter-over-tiden"), "forum", sitter_over_tiden),
    Rule(_info("MED407", "for-lang-periode"), "forum", for_lang_periode),
    Rule(_info("MED408", "to-seter"), "forum", _as_said("to_seter")),
    Rule(_info("MED409", "for-mange-perioder"), "forum", for_mange_perioder),
    Rule(_info("MED410", "ulovlig-stedfortreder"), "forum", ulovlig_stedfortreder),
    Rule(_info("MED411", "feil-virksomhet"), "forum", _as_said("virksomhet")),
    Rule(_info("MED412", "uten-gruppe"), "forum", _as_said("uten_gruppe", help_="Skriv «gruppe» på raden.")),
    Rule(_info("MED413", "sen-forlengelse"), "forum", sen_forlengelse),
)
