"""One revision of a mandate: the head that can be executed, and the text that was adopted."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Annotated, Any, Literal, TypeVar

from msgspec import Struct
from pydantic import Field

from ehelse_cli.core.felter import Dato, Id, Liste, Taushet, Tekst
from ehelse_cli.core.mandat.arbeid import (
    Beslutning,
    Beslutningsdyktighet,
    Evaluering,
    FastOppgave,
    Fristregel,
    Fullmakt,
    Habilitetsregel,
    Moeteregel,
    Offentlighet,
    Protokoll,
    Punkt,
    Retningslinje,
    Saksregel,
    Sekretariatsregel,
    SkriftligBehandling,
    Underorgan,
    Vedtatt,
)
from ehelse_cli.core.mandat.regel import Krav, Ordliste, Regel, Verdi, er_styrkeliste, gjeldende_styrke
from ehelse_cli.core.mandat.sammensetning import (
    Funksjonstid,
    Gruppe,
    Oppnevning,
    Sammensetning,
    Stedfortrederregel,
    Verv,
)
from ehelse_cli.core.modell import FIL_HODE, Broedtekst, FraStien
from ehelse_cli.core.spraak import Maalform

#: The group that holds a leader's own seat (`sete: eget`).
LEDERSETET = "leder"

#: The blocks that an adopted revision must have: a missing one is a finding, never a guess.
PAAKREVDE_BLOKKER = (
    "sammensetning",
    "stedfortreder",
    "funksjonstid",
    "beslutningsdyktighet",
    "beslutning",
    "moeter",
    "frister",
    "protokoll",
    "offentlighet",
    "habilitet",
    "skriftlig_behandling",
)


class Ledd(Struct, frozen=True):
    """What a rule in the head rests on: how strong it is, which clause, which source."""

    norm: str = "skal"
    punkt: str | None = None
    kilde: str = "mandat"


class Mandat(Regel):
    """A mandate. `hode` is the head as read, for the diff and for what a line inherits."""

    id: FraStien
    tekst: Broedtekst = ""
    hode: Annotated[Mapping[str, Any], Field(validation_alias=FIL_HODE, repr=False)]

    forum: Id
    status: Literal["utkast", "vedtatt"]
    vedtatt: Vedtatt | None = None
    hjemmel: Tekst | None = None
    gjelder_fra: Annotated[Verdi[Dato], Field()]
    gjelder_til: Dato | None = None
    kjent_per: Dato | None = None
    erstatter: Tekst | None = None
    maalform: Maalform = "nb"
    gjelder_for: Liste[Id] = ()
    overordnet: Tekst | None = None

    sammensetning: Verdi[Sammensetning] | None = None
    stedfortreder: Verdi[Stedfortrederregel] | None = None
    funksjonstid: Verdi[Funksjonstid] | None = None
    beslutningsdyktighet: Verdi[Beslutningsdyktighet] | None = None
    beslutning: Verdi[Beslutning] | None = None
    moeter: Verdi[Moeteregel] | None = None
    frister: Verdi[Liste[Fristregel]] | None = None
    faste_oppgaver: Verdi[Liste[FastOppgave]] | None = None
    saker: Verdi[Saksregel] | None = None
    protokoll: Verdi[Protokoll] | None = None
    offentlighet: Verdi[Offentlighet] | None = None
    habilitet: Verdi[Habilitetsregel] | None = None
    skriftlig_behandling: Verdi[SkriftligBehandling] | None = None
    fullmakt: Verdi[Fullmakt] | None = None
    sekretariat: Verdi[Sekretariatsregel] | None = None
    vedtar_mandat_for: Verdi[Liste[Id]] | None = None
    vedtar: Verdi[Liste[Tekst]] | None = None
    godkjenner_medlemmer_i: Verdi[Liste[Id]] | None = None
    rapporterer_til: Verdi[Ordliste] | None = None
    underorganer: Verdi[tuple[Underorgan, ...]] | None = None
    evaluering: Verdi[Evaluering] | None = None
    retningslinje_for_underliggende: Verdi[Retningslinje] | None = None
    punkter: Liste[Punkt] = ()

    @property
    def fra(self) -> date | None:
        """The first day it is judged by: the day in force, or the first day it is known to hold."""
        return self.gjelder_fra if isinstance(self.gjelder_fra, date) else self.kjent_per

    @property
    def er_utkast(self) -> bool:
        """Whether this is a draft, which nobody is judged by."""
        return self.status == "utkast"

    def ledd(self, *sti: str | int) -> Ledd:
        """What the rule at `sti` in the head rests on; norm, clause and source are inherited from outside."""
        funnet: dict[str, str] = {}
        for tabell in _tabeller_langs(self.hode, sti):
            funnet |= {
                noekkel: verdi
                for noekkel in ("norm", "punkt", "kilde")
                if isinstance(verdi := tabell.get(noekkel), str)
            }
        return Ledd(**funnet)


def _tabeller_langs(node: Any, sti: Sequence[str | int]) -> Iterator[Mapping[str, Any]]:
    """Every mapping met on the way to `sti`, outermost first; as far as the way exists."""
    for steg in (*sti, None):
        if isinstance(node, Mapping):
            yield node
            node = node.get("verdi", node) if steg not in node else node
        if steg is None:
            if er_styrkeliste(node):
                yield gjeldende_styrke(node)
            return
        node = _ett_steg(node, steg)


def _ett_steg(node: Any, steg: str | int) -> Any:
    if isinstance(node, Mapping):
        return node.get(steg)
    if isinstance(node, list) and isinstance(steg, int) and 0 <= steg < len(node):
        return node[steg]
    return None


def svakere_styrker(mandat: Mandat, *sti: str | int) -> Iterator[tuple[int, str]]:
    """The strengths of the scalar rule at `sti` besides the one that binds: place in the list, value as written."""
    node: Any = mandat.hode
    for steg in sti:
        node = _ett_steg(node.get("verdi", node) if isinstance(node, Mapping) and steg not in node else node, steg)
    if er_styrkeliste(node):
        bindende = gjeldende_styrke(node)
        yield from ((nr, rad["verdi"]) for nr, rad in enumerate(node) if rad is not bindende)


def regulert(verdi: Any) -> bool:
    """Whether the mandate says something here: neither absent nor one of the silences."""
    return verdi is not None and not isinstance(verdi, Taushet)


def grupper_i(mandat: Mandat) -> tuple[Gruppe, ...]:
    """The groups of seats; none where the mandate does not say."""
    if not isinstance(mandat.sammensetning, Sammensetning):
        return ()
    grupper = mandat.sammensetning.grupper
    return grupper if isinstance(grupper, tuple) else ()


def verv_i(mandat: Mandat) -> Verv | None:
    """The rule on who leads; None where the mandate does not say."""
    if not isinstance(mandat.sammensetning, Sammensetning):
        return None
    leder = mandat.sammensetning.leder
    return leder if isinstance(leder, Verv) else None


def krav_i(mandat: Mandat) -> tuple[Krav, ...]:
    """The conditions on the composition as a whole."""
    if not isinstance(mandat.sammensetning, Sammensetning):
        return ()
    krav = mandat.sammensetning.krav
    return krav if isinstance(krav, tuple) else ()


def stedfortreder_for(mandat: Mandat, gruppe: str | None) -> Stedfortrederregel | None:
    """The rule on substitutes for a group: its own keys over the body's. None where the mandate does not say."""
    return _lagt_over(mandat.stedfortreder, *(rad.stedfortreder for rad in _oppnevninger(mandat, gruppe)))


def funksjonstid_for(mandat: Mandat, gruppe: str | None) -> Funksjonstid | None:
    """The rule on terms for a group: its own keys over the body's. None where the mandate does not say."""
    return _lagt_over(mandat.funksjonstid, *(rad.funksjonstid for rad in _oppnevninger(mandat, gruppe)))


def _oppnevninger(mandat: Mandat, gruppe: str | None) -> Iterator[Oppnevning]:
    """Where the keys that a group overrides may stand: for the whole body; for the group, or the leader's own seat."""
    if isinstance(mandat.sammensetning, Sammensetning):
        yield mandat.sammensetning
    egen = next((rad for rad in grupper_i(mandat) if rad.id == gruppe), None)
    verv = verv_i(mandat)
    if egen is not None:
        yield egen
    elif gruppe == LEDERSETET and verv is not None:
        yield verv


R = TypeVar("R", bound=Regel)


def _lagt_over(*lag: R | Taushet | None) -> R | None:
    """One rule from several, the innermost last: each key as the innermost that has it says."""
    samlet: R | None = None
    for regel in lag:
        if isinstance(regel, Regel):
            egne = {navn: getattr(regel, navn) for navn in regel.model_fields_set}
            samlet = regel if samlet is None else samlet.model_copy(update=egne)
    return samlet
