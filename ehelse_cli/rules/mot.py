"""MOT: the meetings. Was the notice in time, were enough there, and were they who they should be?"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from ehelse_cli.core.beslutningsdyktighet import beslutningsdyktighet
from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.finding import Hit, Related, RuleInfo, Severity, Source
from ehelse_cli.core.fremmoete import Fremmoetebok, behandlede, bok
from ehelse_cli.core.frist import Frist
from ehelse_cli.core.kalender import datotekst
from ehelse_cli.core.mandat import Mandat
from ehelse_cli.core.mandat.arbeid import Beslutningsdyktighet
from ehelse_cli.core.moete import Moete
from ehelse_cli.core.register import medlemmer_er_kjent, medlemskap, register
from ehelse_cli.core.verdict import Answer, Verdict
from ehelse_cli.rules.common import clause, held, listing, severity, source
from ehelse_cli.rules.engine import Rule

# --- quorum


def _verdicts(data: Dataset, moete: Moete, answer: Answer) -> Iterator[tuple[Verdict, tuple[str, ...], bool]]:
    """The verdicts with that answer, each with the cases it holds for, and whether it holds for all of them."""
    per_case = [
        (beslutningsdyktighet(data, moete, nr), punkt.sak or punkt.tittel or punkt.fast or "")
        for nr, punkt in behandlede(moete)
    ]
    per_case = per_case or [(beslutningsdyktighet(data, moete), "")]
    wanted = [(verdict, sak) for verdict, sak in per_case if verdict.answer is answer]
    for verdict in dict.fromkeys(verdict for verdict, _ in wanted):
        saker = tuple(sak for other, sak in wanted if other == verdict)
        yield verdict, saker, len(saker) == len(per_case)


def _where(saker: Sequence[str], whole: bool) -> str:
    return "" if whole else f" i sak {listing(saker)}"


def _regulated(data: Dataset, forum: str, moete: Moete) -> Mandat | None:
    """The mandate in force at the meeting, if it has a quorum rule we know."""
    mandat = data.mandat_for(forum, moete.tid.dato)
    return mandat if mandat is not None and isinstance(mandat.beslutningsdyktighet, Beslutningsdyktighet) else None


def ikke_beslutningsdyktig(data: Dataset, dag: date) -> Iterator[Hit]:
    """Fewer came than the mandate demands, for the whole meeting or for some cases."""
    for forum, moete in held(data, dag):
        mandat = _regulated(data, forum, moete)
        if mandat is None:
            continue
        for verdict, saker, whole in _verdicts(data, moete, Answer.NEI):
            yield Hit(
                f"møte {moete.id} er ikke beslutningsdyktig{_where(saker, whole)}",
                data.place(moete.id, "fremmoete", key=True),
                (moete.id, *saker),
                label=verdict.summary,
                related=clause(data, mandat, verdict.clause, verdict.arithmetic[0].split(" →")[0]),
                values=verdict.arithmetic,
                severity=severity(mandat.ledd(*verdict.clause)),
                help="Er alle ført? Ellers må saken behandles på nytt i et beslutningsdyktig møte.",
            )


def beslutningsdyktighet_ukjent(data: Dataset, dag: date) -> Iterator[Hit]:
    """The mandate has a rule, and the attendance does not say whether it was kept."""
    for forum, moete in held(data, dag):
        mandat = _regulated(data, forum, moete)
        if mandat is None or moete.tid.skriftlig or not medlemmer_er_kjent(data.forum[forum], moete.tid.dato):
            continue
        bok_ = _bok(data, forum, moete)
        if bok_ is not None and _unmentioned(bok_):
            continue
        for verdict, saker, whole in _verdicts(data, moete, Answer.UKJENT):
            yield Hit(
                f"det er ukjent om møte {moete.id} var beslutningsdyktig{_where(saker, whole)}: {verdict.summary}",
                data.place(moete.id, "fremmoete", key=True),
                (moete.id, *saker),
                label=verdict.summary,
                related=clause(data, mandat, ("beslutningsdyktighet",)),
                values=verdict.arithmetic,
                help="Før fremmøtet fra referatet, og klokkeslettet («kl») på sakene der noen kom eller gikk.",
            )


def _bok(data: Dataset, forum: str, moete: Moete) -> Fremmoetebok | None:
    """The attendance against the register; None where either is not there."""
    eier = data.forum[forum]
    reg = register(data, eier, moete.tid.dato) if medlemmer_er_kjent(eier, moete.tid.dato) else None
    return bok(data, moete, reg) if reg is not None else None


def _unmentioned(bok_: Fremmoetebok) -> tuple[str, ...]:
    return tuple(sete.medlemskap.medlem.navn for sete in bok_.seter(-1) if not sete.nevnt)


# --- who was there


def sete_ikke_nevnt(data: Dataset, dag: date) -> Iterator[Hit]:
    """A member who is neither entered as present nor as absent."""
    for forum, moete in held(data, dag):
        bok_ = _bok(data, forum, moete)
        navn = _unmentioned(bok_) if bok_ is not None else ()
        if navn:
            verdicts = [beslutningsdyktighet(data, moete, nr).answer for nr, _ in behandlede(moete)]
            ukjent = Answer.UKJENT in verdicts and _regulated(data, forum, moete) is not None
            foelge = "; derfor er det ukjent om møtet var beslutningsdyktig" if ukjent else ""
            yield Hit(
                f"{listing(navn)} er verken ført som møtt eller med forfall{foelge}",
                data.place(moete.id, "fremmoete", key=True),
                (moete.id, *navn),
                help="Før dem under «medlemmer» eller «forfall».",
            )


def ikke_medlem(data: Dataset, dag: date) -> Iterator[Hit]:
    """Someone entered among the members who was not one that day; a lapsed term is MED406's."""
    for forum, moete in held(data, dag):
        bok_ = _bok(data, forum, moete)
        if bok_ is None:
            continue
        utloepte = {rad.medlem.navn for rad in medlemskap(data, data.forum[forum]) if rad.utloept(moete.tid.dato)}
        for nr, rad in bok_.uten_sete():
            hvem = rad.for_ or rad.navn
            if hvem not in utloepte:
                rolle = f"{rad.navn} møtte for {hvem}, som" if rad.for_ else f"{rad.navn} er ført som medlem, men"
                yield Hit(
                    f"{rolle} ikke var medlem {datotekst(moete.tid.dato)}",
                    data.place(moete.id, "fremmoete", "medlemmer", nr),
                    (moete.id, rad.navn),
                    label="telles ikke med",
                    help="Møtte personen for et medlem? Skriv «for: navnet på medlemmet».",
                )


def ukjent_stedfortreder(data: Dataset, dag: date) -> Iterator[Hit]:
    """A substitute nobody has registered for that seat. He counts all the same, unless the mandate forbids substitutes."""
    for forum, moete in held(data, dag):
        bok_ = _bok(data, forum, moete)
        for nr, rad, sete in bok_.ukjente_stedfortredere() if bok_ is not None else ():
            forbudt = bok_ is not None and bok_.forbudt(sete)
            tekst = f"{rad.navn} møtte for {rad.for_}, men "
            tekst += "mandatet tillater ingen stedfortreder" if forbudt else "er ikke registrert som stedfortreder"
            yield Hit(
                tekst,
                data.place(moete.id, "fremmoete", "medlemmer", nr),
                (moete.id, rad.navn),
                label="telles ikke med" if forbudt else "telles med",
                severity=Severity.FEIL if forbudt else None,
                help=f"Før stedfortrederen i data/forum/{forum}.yaml, eller rett navnet.",
            )


def medlem_og_stedfortreder(data: Dataset, dag: date) -> Iterator[Hit]:
    """A substitute entered in the place of a member who was there the whole time: the seat counts once."""
    for forum, moete in held(data, dag):
        bok_ = _bok(data, forum, moete)
        if bok_ is None or bok_.fremmoete is None:
            continue
        hele = {rad.navn for rad in bok_.fremmoete.medlemmer if rad.for_ is None and _hele_moetet(rad)}
        for nr, rad in enumerate(bok_.fremmoete.medlemmer):
            if rad.for_ in hele:
                yield Hit(
                    f"{rad.navn} er ført for {rad.for_}, som selv var til stede",
                    data.place(moete.id, "fremmoete", "medlemmer", nr),
                    (moete.id, rad.navn),
                    label="setet telles én gang",
                    help="Kom eller gikk medlemmet underveis? Skriv «tom_sak» eller «fom_sak».",
                )


def _hele_moetet(rad: object) -> bool:
    return not any(getattr(rad, key) for key in ("fra", "til", "fom_sak", "tom_sak", "saker"))


# --- notice and papers


def _for_sent(data: Dataset, dag: date, hva: Literal["innkalling", "saksdokumenter"]) -> Iterator[Hit]:
    """Sent after the deadline, or not sent though it has passed and the meeting is still to come."""
    for forum in data.forum:
        for moete in data.moeter_for(forum):
            if moete.avlyst is None and not moete.tid.skriftlig:
                yield from _ett_moete(data, dag, forum, moete, hva)


def _ett_moete(
    data: Dataset, dag: date, forum: str, moete: Moete, hva: Literal["innkalling", "saksdokumenter"]
) -> Iterator[Hit]:
    key = "innkalt" if hva == "innkalling" else "papirer_ute"
    sendt: date | None = getattr(moete, key)
    forfall = _forfall(data, forum, moete, hva)
    if forfall is None or (sendt is None and moete.tid.dato <= dag) or (sendt or dag) <= forfall.dag:
        return
    ordet = "innkallingen" if hva == "innkalling" else "sakspapirene"
    naar = f"ble sendt {datotekst(sendt)}" if sendt else "er ikke sendt"
    yield Hit(
        f"{ordet} til møte {moete.id} {naar}; fristen var {datotekst(forfall.dag)}",
        data.place(moete.id, key if sendt else "tid"),
        (moete.id, hva),
        label=f"fristen var {datotekst(forfall.dag)}",
        related=forfall.clause,
        severity=forfall.severity,
        source=forfall.source,
        values=(f"{forfall.frist.norsk()}, {datotekst(moete.tid.dato)} → {datotekst(forfall.dag)}",),
        help="" if sendt else f"Før datoen under «{key}» når det er gjort.",
    )


@dataclass(frozen=True, slots=True)
class _Forfall:
    """When something is due for one meeting, by which rule, and whose demand it is."""

    dag: date
    frist: Frist
    source: Source
    severity: Severity
    clause: tuple[Related, ...] = ()


def _forfall(data: Dataset, forum: str, moete: Moete, hva: Literal["innkalling", "saksdokumenter"]) -> _Forfall | None:
    """By the mandate's deadline, else by the secretariat's practice; a deadline changed for this meeting moves either."""
    avvik = next((rad.dato for rad in moete.frist_avvik if rad.frist == hva), None)
    mandat = data.mandat_for(forum, moete.tid.dato)
    if mandat is not None and isinstance(mandat.frister, tuple):
        for nr, rad in enumerate(mandat.frister):
            gravity = severity(mandat.ledd("frister", nr))
            if rad.gjelder_hva == hva and rad.for_ in (None, moete.type) and isinstance(rad.frist, Frist) and gravity:
                hjemmel = clause(data, mandat, ("frister", nr), rad.frist.norsk())
                kilde = source(mandat.ledd("frister", nr))
                return _Forfall(avvik or _dag(rad.frist, moete), rad.frist, kilde, gravity, hjemmel)
    praksis: Frist | None = getattr(data.forum[forum].praksis, hva)
    if praksis is None:
        return None
    return _Forfall(avvik or _dag(praksis, moete), praksis, Source.PRAKSIS, Severity.ADVARSEL)


def _dag(frist: Frist, moete: Moete) -> date:
    forfall = frist.beregn(moete.tid.dato)
    return forfall.date() if isinstance(forfall, datetime) else forfall


def sen_innkalling(data: Dataset, dag: date) -> Iterator[Hit]:
    """The notice came too late."""
    return _for_sent(data, dag, "innkalling")


def sene_papirer(data: Dataset, dag: date) -> Iterator[Hit]:
    """The papers came too late."""
    return _for_sent(data, dag, "saksdokumenter")


# --- the agenda and the mandate


def uten_mandat(data: Dataset, _dag: date) -> Iterator[Hit]:
    """A meeting on a day when no known mandate was in force, though the forum has one."""
    for forum in data.forum:
        mandater = [mandat for mandat in data.mandater_for(forum) if not mandat.er_utkast]
        if not mandater or any(id_.startswith(f"{forum}@") for id_ in data.broken):
            continue
        for moete in data.moeter_for(forum):
            if data.mandat_for(forum, moete.tid.dato) is None:
                yield Hit(
                    f"ingen kjente mandater for {forum} gjaldt {datotekst(moete.tid.dato)}",
                    data.place(moete.id, "tid"),
                    (moete.id,),
                    label="møtet kan ikke vurderes",
                    help="Legg inn mandatet som gjaldt, eller «kjent_per» på det eldste.",
                )


def sak_uten_papir(data: Dataset, _dag: date) -> Iterator[Hit]:
    """A numbered line that has neither a paper, a title nor a standing item to say what it is."""
    for forum in data.forum:
        for moete in data.moeter_for(forum):
            for nr, punkt in enumerate(moete.saksliste):
                if punkt.sak is None or punkt.tittel or punkt.fast or punkt.skjerming:
                    continue
                id_ = data.sak_id(forum, punkt.sak)
                if id_ is None or (id_ not in data.saker and id_ not in data.broken):
                    yield Hit(
                        _hvorfor(data, forum, punkt.sak, id_),
                        data.place(moete.id, "saksliste", nr, "sak"),
                        (moete.id, punkt.sak),
                        help="Rett nummeret, legg til saken, eller skriv «tittel» på punktet.",
                    )


def _hvorfor(data: Dataset, forum: str, skrevet: str, id_: str | None) -> str:
    ordning = data.forum[forum].saksnummer
    if id_ is None:
        return f"«{skrevet}» er ikke et saksnummer" + (f" her (de skrives {ordning})" if ordning else "")
    return f"sak {skrevet} står på sakslisten, men har verken papir eller tittel"


def _mandat(code: str, name: str, gravity: Severity = Severity.FEIL) -> RuleInfo:
    return RuleInfo(code, name, gravity, Source.MANDAT)


def _format(code: str, name: str, gravity: Severity) -> RuleInfo:
    return RuleInfo(code, name, gravity, Source.FORMAT)


MOT_RULES = (
    Rule(_mandat("MOT501", "ikke-beslutningsdyktig"), "moete", ikke_beslutningsdyktig),
    Rule(_mandat("MOT502", "beslutningsdyktighet-ukjent", Severity.ADVARSEL), "moete", beslutningsdyktighet_ukjent),
    Rule(_format("MOT503", "sete-ikke-nevnt", Severity.ADVARSEL), "moete", sete_ikke_nevnt),
    Rule(_mandat("MOT504", "sen-innkalling"), "moete", sen_innkalling),
    Rule(_mandat("MOT505", "sene-papirer"), "moete", sene_papirer),
    Rule(_mandat("MOT506", "ikke-medlem"), "moete", ikke_medlem),
    Rule(_mandat("MOT507", "ukjent-stedfortreder", Severity.ADVARSEL), "moete", ukjent_stedfortreder),
    Rule(_format("MOT508", "medlem-og-stedfortreder", Severity.ADVARSEL), "moete", medlem_og_stedfortreder),
    Rule(_mandat("MOT509", "uten-mandat", Severity.ADVARSEL), "moete", uten_mandat),
    Rule(_format("MOT510", "sak-uten-papir", Severity.FEIL), "moete", sak_uten_papir),
)
