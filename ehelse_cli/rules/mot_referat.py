"""MOT: did the minutes come in time, and were they ever approved?"""

from collections.abc import Iterator
from datetime import date

from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.finding import Hit, Related, Severity, Source
from ehelse_cli.core.kalender import datotekst
from ehelse_cli.core.mandat import Mandat
from ehelse_cli.core.mandat.arbeid import Protokoll
from ehelse_cli.core.moete import Fremmoete, Moete, Sakspunkt
from ehelse_cli.rules.common import clause, holdt_i, holdte, moetenavn, severity, source
from ehelse_cli.rules.frister import kravene

#: The standing item that approves minutes.
_FAST = "referat"

#: Minutes that come up after so many meetings are no longer anybody's memory.
_LENGE = 12


def sent_referat(data: Dataset, dag: date) -> Iterator[Hit]:
    """The draft came too late, or has not come though the deadline is past."""
    for forum, moete in holdte(data, dag):
        if moete.er_skriftlig or not isinstance(moete.fremmoete, Fremmoete):
            continue
        ute = referat_ute(moete)
        for krav in kravene(data, forum, moete, "referat"):
            if (ute or dag) > krav.siste_dag:
                naar = f"kom {datotekst(ute)}" if ute else "er ikke sendt"
                yield Hit(
                    f"referatet fra {moetenavn(data, moete)} {naar}; fristen var {datotekst(krav.siste_dag)}",
                    data.place(moete.id, "referat" if ute else "tid"),
                    (moete.id,),
                    label=f"fristen var {datotekst(krav.siste_dag)}",
                    related=krav.clause(),
                    severity=krav.severity,
                    source=krav.source,
                    values=(krav.utregning,),
                    help=f"Er det sendt, før dagen: `ehelse moete protokoller {moete.id} --utkast-sendt DATO` "
                    "(«referat: utkast_sendt» i filen). Er en annen frist satt for dette møtet, skriv «frist_avvik».",
                )
                break


def referat_ute(moete: Moete) -> date | None:
    """The first day anybody is known to have had the minutes."""
    referat = moete.referat
    dager = (referat.utkast_sendt, referat.godkjent, referat.publisert) if referat is not None else ()
    return min((dag for dag in dager if dag is not None), default=None)


def godkjent_i(data: Dataset, moete: Moete, dag: date) -> tuple[Moete, Sakspunkt] | None:
    """The meeting up to the day that treated the minutes, and its line."""
    for senere in data.moeter_for(data.forum_of(moete.id)):
        for punkt in senere.saksliste:
            gjelder = punkt.fast == _FAST and punkt.gjelder in (moete.id, str(moete.tid.dato))
            if gjelder and punkt.utfall == "behandlet" and senere.tid.siste_dag <= dag:
                return senere, punkt
    return None


# --- never approved


def referat_ikke_godkjent(data: Dataset, dag: date) -> Iterator[Hit]:
    """Minutes that the next meeting neither approved nor put off, and nobody approved in writing."""
    for forum in data.forum:
        holdt = [moete for moete in holdt_i(data, forum, dag) if not moete.er_skriftlig]
        for nr, moete in enumerate(holdt):
            if moete.referat is not None and moete.referat.godkjent is not None:
                continue
            mandat = data.mandat_for(forum, moete.tid.dato)
            maate = _maate(mandat)
            if maate is None and _FAST not in data.forum[forum].faste_saker:
                continue
            if not _er_tatt_opp(data, moete, _anledninger(holdt[nr : nr + _LENGE], maate)):
                yield _ikke_godkjent(data, forum, moete, mandat if maate is not None else None)


def _maate(mandat: Mandat | None) -> str | None:
    """How the mandate has minutes approved; None where it does not say."""
    regel = mandat.protokoll if mandat is not None else None
    maate = regel.godkjennes if isinstance(regel, Protokoll) else None
    return maate if isinstance(maate, str) and maate in ("slutten_av_moetet", "neste_moete", "skriftlig") else None


def _anledninger(fra_og_med: list[Moete], maate: str | None) -> list[Moete] | None:
    """The meetings at which it should have come up, the first of them due; None while there is still time."""
    if maate == "slutten_av_moetet":
        return fra_og_med
    neste = [moete for moete in fra_og_med[1:] if moete.type == "ordinaert" and moete.saksliste]
    return fra_og_med if neste else None


def _er_tatt_opp(data: Dataset, moete: Moete, anledninger: list[Moete] | None) -> bool:
    """Whether a meeting had the minutes before it, or had later ones: then some meeting is not in the tree."""
    if anledninger is None:
        return True
    for nr, senere in enumerate(anledninger):
        for punkt in senere.saksliste:
            if punkt.fast == _FAST and _gjelder(data, punkt, moete, forrige=nr == 1):
                return True
    return False


def _gjelder(data: Dataset, punkt: Sakspunkt, moete: Moete, *, forrige: bool) -> bool:
    if punkt.gjelder is None:
        return forrige
    annet = data.moeter.get(punkt.gjelder)
    if annet is not None:
        return annet.id == moete.id
    # a day, or a meeting that is not in the tree
    return punkt.gjelder >= str(moete.tid.dato) if punkt.gjelder[:4].isdigit() else punkt.gjelder == moete.id


def _ikke_godkjent(data: Dataset, forum: str, moete: Moete, mandat: Mandat | None) -> Hit:
    sti = ("protokoll", "godkjennes")
    ledd = mandat.ledd(*sti) if mandat is not None else None
    praksis = Related(data.place(forum, "faste_saker", _FAST), "", "hjemmel: sekretariatets praksis")
    return Hit(
        f"referatet fra {moetenavn(data, moete)} er ikke godkjent",
        data.place(moete.id, "referat" if moete.referat is not None else "tid", key=True),
        (moete.id,),
        related=clause(data, mandat, sti) if mandat is not None else (praksis,),
        severity=(severity(ledd) or Severity.MERKNAD) if ledd is not None else Severity.ADVARSEL,
        source=source(ledd) if ledd is not None else Source.PRAKSIS,
        help=f"Ble det godkjent i et møte, skriv «- {{fast: referat, gjelder: {moete.id}}}» på sakslisten der. Ble det "
        f"godkjent skriftlig: `ehelse moete protokoller {moete.id} --godkjent DATO` («referat: godkjent» her).",
    )
