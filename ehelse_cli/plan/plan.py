"""The plan: what a new mandate does to the people and the calendar, each effect with the changes that cause it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.errors import EhelseError
from ehelse_cli.core.forum import Forum
from ehelse_cli.core.mandat import Mandat, grupper_i
from ehelse_cli.core.register import er_stedfortreder, medlemmer_er_kjent, medlemskap
from ehelse_cli.diff.endring import Nivaa
from ehelse_cli.diff.mandat import Mandatdiff, diff
from ehelse_cli.plan.dager import Dager, finn_dager
from ehelse_cli.plan.fortelling import Forteller, spoersmaalene
from ehelse_cli.plan.moeter import planlagte
from ehelse_cli.plan.saker import aapne
from ehelse_cli.plan.tavle import Tavle
from ehelse_cli.plan.utfall import Planendring, utfall
from ehelse_cli.plan.utgaver import Utgaver
from ehelse_cli.plan.vedtak import Vedtakskrav, vedtakskrav
from ehelse_cli.plan.verden import Verden, grunnlag
from ehelse_cli.plan.virkning import BRYTER, OMRAADER, Merke, Omraade, Virkning

#: Months ahead, unless something else is said.
HORISONT = 18


class UtenForumError(EhelseError):
    """There are no people and no calendar to plan for."""

    exit_code = 3

    def __init__(self, forum: str) -> None:
        super().__init__(
            f"ingenting er planlagt: data/forum/{forum}.yaml finnes ikke, eller kan ikke leses",
            "`ehelse mandat diff` sammenligner mandatene uten å se på medlemmer og møter.",
        )


class TomUtgaveError(EhelseError):
    """The new rules under the old name, or the other way, make no mandate that can be read."""

    def __init__(self, mandat: Mandat) -> None:
        super().__init__(f"ingenting er planlagt: {mandat.id} kan ikke settes i kraft den dagen")


@dataclass(frozen=True, slots=True)
class Rammer:
    """What the plan is made under: today, the day in force, how far ahead, and who is away."""

    i_dag: date
    i_kraft: date | None = None
    """None: the day the new mandate says, or today where it says an earlier one than the old."""
    horisont: int = HORISONT
    fravaer: tuple[str, ...] = ()
    hva_om: tuple[str, ...] = ()
    """What was changed in the new mandate before it was tried, as it was asked."""


@dataclass(frozen=True, slots=True)
class Plan:
    """All that a new mandate does, and what it was worked out under. Both sides were read whole."""

    diff: Mandatdiff
    forum: str
    navn: str
    i_dag: date
    i_kraft: date
    dager: Dager
    fravaer: tuple[str, ...]
    endringer: tuple[Planendring, ...]
    virkninger: tuple[Virkning, ...]
    """By area, the worst first, then by day."""
    antall: Mapping[Omraade, int]
    """How many objects were looked at."""
    vedtak: tuple[Vedtakskrav, ...]
    medlemmer_er_kjent: bool
    hva_om: tuple[str, ...] = ()
    ulest: tuple[str, ...] = ()
    """Files of the council that could not be read, and that the plan knows nothing of."""

    def i(self, omraade: Omraade) -> tuple[Virkning, ...]:
        """The effects of one area that are due to changes of rules or words."""
        return tuple(en for en in self.virkninger if en.omraade == omraade and not en.bare_kjent_naa)

    @property
    def bare_kjent_naa(self) -> tuple[Virkning, ...]:
        """What is otherwise only because something is known now that was not."""
        return tuple(virkning for virkning in self.virkninger if virkning.bare_kjent_naa)

    def beroerte(self, omraade: Omraade) -> int:
        """How many objects of the area something happens to."""
        return len({virkning.objekt for virkning in self.i(omraade)})

    def uroerte(self, omraade: Omraade) -> int:
        """How many objects of the area nothing happens to."""
        return max(self.antall.get(omraade, 0) - self.beroerte(omraade), 0)

    @property
    def nivaaer(self) -> frozenset[Nivaa]:
        """The levels with the facts known, of the changes of rules and words and of the effects.

        What somebody has accepted does not count, nor what it does.
        """
        godtatt = {en.nr for en in self.endringer if en.endring and self.diff.godkjenning(en.endring)}
        aapne = [en for en in self.endringer if en.endring is not None and en.nr not in godtatt]
        av_endringer = {en.etter for en in aapne if en.endring not in self.diff.om_kilden and en.etter}
        av_endringer |= {en.nivaa for en in self.diff.ordlyd if not self.diff.godkjenning(en)}
        egne = [en for en in self.virkninger if not en.bare_kjent_naa and not en.endringer <= godtatt]
        bryter = {Nivaa.BRYTER for virkning in egne if virkning.merke in BRYTER}
        uavklart = {Nivaa.UAVKLART for virkning in egne if virkning.merke is Merke.UAVKLART}
        kjent = {Nivaa.UAVKLART} if self.bare_kjent_naa else set()
        return frozenset(av_endringer | bryter | uavklart | kjent)


@dataclass(frozen=True, slots=True)
class Planer:
    """The plan of every mandate that differs between two states of the files, or of two mandates that were named.

    `uten_plan` are mandates with none before them or none after, or whose council the data do not have.
    """

    planer: tuple[Plan, ...]
    fra: str = ""
    til: str = ""
    uten_plan: tuple[str, ...] = ()

    @property
    def nivaaer(self) -> frozenset[Nivaa]:
        """The levels with the facts known, of all of them."""
        return frozenset(nivaa for en in self.planer for nivaa in en.nivaaer)


def plan(data: Dataset, gammel: Mandat, ny: Mandat, rammer: Rammer, forskjell: Mandatdiff | None = None) -> Plan:
    """What comes of `ny` taking the place of `gammel` in the council that `ny` is for.

    `forskjell` is the comparison of the two, where it is made already and may know which changes are accepted.

    Raises:
        UtenForumError: if the data do not have the council.
        TomUtgaveError: if one of the two is no mandate for it.
    """
    forum = data.forum.get(ny.forum)
    if forum is None:
        raise UtenForumError(ny.forum)
    i_kraft = rammer.i_kraft or _i_kraft(gammel, ny, rammer.i_dag)
    forskjell = forskjell or diff(gammel, ny, data.virksomhetsnavn)
    utgaver = Utgaver(gammel, ny, forskjell, forum.id, i_kraft)
    tavle = Tavle(utgaver, grunnlag(data, forum, gammel, ny, i_kraft), spoersmaalene(rammer.fravaer))
    if tavle.verden(frozenset()) is None or tavle.verden(utgaver.alle) is None:
        raise TomUtgaveError(ny)
    fra = max(i_kraft, rammer.i_dag)
    dager = finn_dager((tavle.ny, tavle.gammel), fra, rammer.horisont)
    virkninger = _i_orden(_med_kilden(utgaver, Forteller(tavle, dager, rammer.i_dag, rammer.fravaer).virkninger()))
    kjente = medlemmer_er_kjent(forum, fra)
    return Plan(
        diff=forskjell,
        forum=forum.id,
        navn=data.forumnavn(forum.id, i_kraft, kort=True),
        i_dag=rammer.i_dag,
        i_kraft=i_kraft,
        dager=dager,
        fravaer=rammer.fravaer,
        endringer=utfall(utgaver, virkninger, kjente=kjente),
        virkninger=virkninger,
        antall=_antall(tavle.ny, dager, kjente=kjente),
        vedtak=vedtakskrav(data, utgaver),
        medlemmer_er_kjent=kjente,
        hva_om=rammer.hva_om,
        ulest=_ulest(data, forum.id),
    )


def _i_kraft(gammel: Mandat, ny: Mandat, i_dag: date) -> date:
    """The day the new mandate says; today where it says none, or one before the old of the same council."""
    if ny.fra is None or (gammel.forum == ny.forum and gammel.fra is not None and ny.fra < gammel.fra):
        return i_dag
    return ny.fra


def _med_kilden(utgaver: Utgaver, virkninger: Iterable[Virkning]) -> Iterator[Virkning]:
    """Marks what is due to something known now and not before: whether that is new, nobody can tell."""
    om_kilden = {enhet.nr for enhet in utgaver.enheter if enhet.endring in utgaver.diff.om_kilden}
    for virkning in virkninger:
        bare = all(om_kilden & set(aarsak) for aarsak in virkning.aarsaker)
        yield replace(virkning, bare_kjent_naa=bare)


def _i_orden(virkninger: Iterable[Virkning]) -> tuple[Virkning, ...]:
    return tuple(
        sorted(
            virkninger,
            key=lambda en: (OMRAADER.index(en.omraade), en.merke.rang, en.dag, en.navn, en.objekt, en.melding.tekst),
        )
    )


def _antall(verden: Verden, dager: Dager, *, kjente: bool) -> dict[Omraade, int]:
    """The objects of each area that there are on the first day, or ahead of it."""
    forum, fra = verden.forum, dager.fra
    sitter = [rad for rad in medlemskap(verden.data, forum) if rad.sitter(fra)] if kjente else []
    varaer = [rad for rad in forum.stedfortredere if er_stedfortreder(rad, fra)]
    return {
        "seter": len(grupper_i(verden.mandat)),
        "medlemmer": len(sitter),
        "stedfortredere": len(varaer),
        "observatoerer": _observatoerer(forum, fra),
        "moeter": sum(1 for _ in planlagte(verden, dager.fra, dager.til)),
        "saker": sum(1 for _ in aapne(verden, fra)),
    }


def _ulest(data: Dataset, forum: str) -> tuple[str, ...]:
    """The meetings and cases of the council that cannot be read."""
    mapper = tuple(f"data/{slag}/{forum}/" for slag in ("moeter", "saker"))
    stier = (data.files[id_].path for id_ in data.broken if id_ in data.files)
    return tuple(sorted(sti for sti in stier if sti.startswith(mapper)))


def _observatoerer(forum: Forum, dag: date) -> int:
    return sum(rad.rolle == "observatoer" and (rad.fratraadt or date.max) >= dag for rad in forum.medlemmer)
