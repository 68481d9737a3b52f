"""The head of a mandate in one shape only, so that two ways of writing the same rule are equal.

Short and long form become the same node, lists of words become sets, lists of mappings go by id, and norm, clause and
source stand on the leaf they hold for wherever they were written. A `merknad` is never a rule and is left out.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal, get_args

from msgspec.structs import replace

from ehelse_cli.core.frist import Frist
from ehelse_cli.core.funksjonstid import FlerePerioder, Varighet
from ehelse_cli.core.hyppighet import Hyppighet
from ehelse_cli.core.mandat import Ledd
from ehelse_cli.core.mandat.regel import ORDNEDE, TAUSHETER, Hvem
from ehelse_cli.core.mengde import Mengde
from ehelse_cli.core.periode import Periode

Enkeltverdi = str | Mengde | Hyppighet | Frist | Varighet | FlerePerioder | Periode | Hvem
Form = Literal["fravaer", "ukjent", "ikke_regulert", "verdi", "tabell"]
#: The way to a node: keys, and `[id]` for an entry of a list.
Sti = tuple[str, ...]

Leddel = Literal["norm", "punkt", "kilde"]
LEDD: tuple[Leddel, ...] = get_args(Leddel)
#: What an entry of a list may say of where it comes from.
OPPHAV = ("erstatter", "delt_i", "flyttet_fra")
_IKKE_BARN = frozenset({*LEDD, "merknad", "id", "verdi"})
#: At the top of the head: where the clauses of the prose come from.
_IKKE_REGLER = frozenset({"punkter"})
#: Keys that hold a list of mappings, where a lone mapping stands for a list of one.
_LISTER = frozenset(
    {"grupper", "krav", "nestledere", "observatoerer", "representasjon", "forbehold", "frister", "faste_oppgaver"}
    | {"underorganer"}
)
_HVEM = frozenset({"sammen", "en_av", "foerst", "hvem"})

_LES: Mapping[str, Callable[[str], Enkeltverdi]] = {
    "seter": Mengde.parse,
    "antall": Mengde.parse,
    "per_virksomhet": Mengde.parse,
    "hyppighet": Hyppighet.parse,
    "frist": Frist.parse,
    "varer": Varighet.parse,
    "hver": Varighet.parse,
    "hvert": Varighet.parse,
    "flere_perioder": FlerePerioder.parse,
    "faste_perioder": Periode.parse,
    "gjelder": Periode.parse,
}


@dataclass(frozen=True, slots=True)
class Node:
    """A rule: its value (None: only what is below), what it rests on, and what is below by key or `[id]`."""

    verdi: tuple[Enkeltverdi, ...] | None = None
    ledd: Ledd = field(default_factory=Ledd)
    barn: Mapping[str, Node] = field(default_factory=dict)
    opphav: Mapping[str, tuple[str, ...]] = field(default_factory=dict, compare=False)
    """What an entry says of where it comes from; no rule, and no difference."""

    @property
    def form(self) -> Form:
        """What kind of answer it is."""
        if self.verdi is None:
            return "tabell" if self.barn else "fravaer"
        if self.verdi == ("ukjent",):
            return "ukjent"
        return "ikke_regulert" if self.verdi == ("ikke_regulert",) else "verdi"

    @property
    def er_rader(self) -> bool:
        """Whether it is a list of entries."""
        return bool(self.barn) and all(noekkel.startswith("[") for noekkel in self.barn)

    def under(self, sti: Sti) -> Node | None:
        """What stands at the place, seen from here; None where nothing does."""
        node = self
        for steg in sti:
            if steg not in node.barn:
                return None
            node = node.barn[steg]
        return node


FRAVAER = Node()


def les_hode(hode: Mapping[str, Any]) -> Node:
    """The head as read, in its one shape."""
    regler = {noekkel: raa for noekkel, raa in hode.items() if noekkel not in _IKKE_REGLER}
    return dataclasses.replace(_tabell(regler, "", Ledd()), verdi=None)


def blader(node: Node, sti: Sti = ()) -> Iterator[tuple[str, object]]:
    """Every leaf with its place: the values, and for each that is regulated its norm, clause and source."""
    navn = skriv(sti)
    if node.verdi is not None:
        yield navn, node.verdi
        if node.form == "verdi":
            yield from ((f"{navn}#{del_}", getattr(node.ledd, del_)) for del_ in LEDD)
    for noekkel, barn in node.barn.items():
        yield from blader(barn, (*sti, noekkel))


def skriv(sti: Sti) -> str:
    """The way as text: `sammensetning.grupper[kommuner].antall`."""
    return "".join(steg if steg.startswith("[") else f".{steg}" for steg in sti).removeprefix(".")


def _node(raa: Any, noekkel: str, ytre: Ledd) -> Node:
    if isinstance(raa, Mapping):
        if noekkel in _LISTER and "verdi" not in raa:
            return _liste([raa], noekkel, ytre)
        return _tabell(raa, noekkel, ytre)
    if isinstance(raa, Sequence) and not isinstance(raa, str):
        return _liste(raa, noekkel, ytre)
    return Node((_enkeltverdi(raa, noekkel),), ytre)


def _tabell(tabell: Mapping[str, Any], noekkel: str, ytre: Ledd) -> Node:
    ledd = _innenfor(ytre, tabell)
    hvem = _hvem(tabell)
    if hvem is not None:
        return Node(hvem, ledd)
    indre = _node(tabell["verdi"], noekkel, ledd) if "verdi" in tabell else FRAVAER
    egne = {navn: _node(raa, navn, ledd) for navn, raa in tabell.items() if navn not in _IKKE_BARN}
    barn = {**indre.barn, **egne}
    # A mapping with nothing but a norm still says that something holds: `skriftlig_behandling: {norm: kan}`.
    return Node(indre.verdi if indre.verdi is not None or barn else (), ledd, barn)


def _liste(liste: Sequence[Any], noekkel: str, ytre: Ledd) -> Node:
    if not any(isinstance(rad, Mapping) for rad in liste):
        verdier = dict.fromkeys(_enkeltverdi(rad, noekkel) for rad in liste)
        ordnet = verdier if noekkel in ORDNEDE else sorted(verdier, key=str)
        return Node(tuple(ordnet) or ("ingen",), ytre)
    rader = [rad if isinstance(rad, Mapping) else {"verdi": rad} for rad in liste]
    if [rad.get("id") for rad in rader] == ["regel"] and noekkel == "hyppighet":
        return _tabell(rader[0], noekkel, ytre)
    barn: dict[str, Node] = {}
    for rad in rader:
        innhold = {navn: verdi for navn, verdi in rad.items() if navn not in OPPHAV}
        barn[_radnavn(rad, barn)] = dataclasses.replace(_tabell(innhold, noekkel, ytre), opphav=_opphav(rad))
    return Node(None, ytre, barn)


def _opphav(rad: Mapping[str, Any]) -> Mapping[str, tuple[str, ...]]:
    funnet = {navn: rad[navn] for navn in OPPHAV if navn in rad}
    return {navn: (verdi,) if isinstance(verdi, str) else tuple(map(str, verdi)) for navn, verdi in funnet.items()}


def _radnavn(rad: Mapping[str, Any], brukt: Mapping[str, Node]) -> str:
    """`[id]`; a number for an entry without one, and after an id that came before."""
    id_ = rad.get("id")
    navn = f"[{id_ if isinstance(id_, str) else len(brukt) + 1}]"
    return navn if navn not in brukt else f"{navn[:-1]}~{len(brukt) + 1}]"


def _innenfor(ytre: Ledd, tabell: Mapping[str, Any]) -> Ledd:
    eget = {navn: verdi for navn in LEDD if isinstance(verdi := tabell.get(navn), str)}
    return replace(ytre, **{navn: " ".join(verdi.split()) for navn, verdi in eget.items()})


def _hvem(tabell: Mapping[str, Any]) -> tuple[Enkeltverdi, ...] | None:
    """The value of `{sammen: [a, b]}` and its like; None for any other mapping."""
    maater = [navn for navn in tabell if navn in _HVEM]
    if len(maater) != 1 or set(tabell) - {maater[0], "personlig", "merknad", *LEDD}:
        return None
    raa = tabell[maater[0]]
    ider = tuple(str(id_) for id_ in raa) if isinstance(raa, Sequence) and not isinstance(raa, str) else (str(raa),)
    personlig = tabell.get("personlig") == "ja"
    if maater[0] == "hvem":
        return (Hvem(tuple(sorted(ider)), "en", personlig),) if personlig else tuple(sorted(ider))
    maate: Any = maater[0]
    return (Hvem(ider if maate == "foerst" else tuple(sorted(ider)), maate, personlig),)


def _enkeltverdi(raa: Any, noekkel: str) -> Enkeltverdi:
    """The value as the models type it; text as it stands, however its lines were broken."""
    tekst = " ".join(str(raa or "").split())
    if tekst in TAUSHETER or noekkel not in _LES:
        return tekst
    try:
        return _LES[noekkel](tekst)
    except ValueError:
        return tekst
