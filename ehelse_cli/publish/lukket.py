"""What must not be found in anything that goes out: the second key, which knows nothing of the gate.

It goes the other way: from every text in the files it takes those that stand in something closed and in nothing open.
`skjermet/` is never read; what is looked for is what stands in the public tree and yet is not for everybody.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, fields, is_dataclass
from datetime import date, time
from functools import cache, partial
from typing import Any, Literal, get_args, get_origin

from msgspec import Struct

from ehelse_cli.core.aarshjul import Aarshjul
from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.forum import Forum, Medlem, Stedfortreder
from ehelse_cli.core.mandat import Mandat
from ehelse_cli.core.mandat.regel import Regel
from ehelse_cli.core.modell import Modell
from ehelse_cli.core.moete import Fremmoete, Habilitet, Moete, Referat, Sakspunkt
from ehelse_cli.core.sak import Grunnlagsdokument, Oppfoelging, Sak
from ehelse_cli.core.vedlegg import Vedlegg

#: Closed wherever they stand, by model and key; None is every model.
_ALLTID: frozenset[tuple[type[Modell] | None, str]] = frozenset(
    {
        (None, "merknad"),
        (Forum, "aliaser"),
        (Forum, "evalueringer"),
        (Habilitet, "begrunnelse"),
        (Medlem, "egenskaper"),
        (Sak, "oensket_moete"),
    }
)
#: A source is the secretariat's own note, but where the paper itself tells it, and where a mandate's rule rests on it.
_KILDER = (Sak, Grunnlagsdokument, Oppfoelging, Regel)
#: What is told also of what is closed: that it is there, and why it is closed.
_SAGT = frozenset({"id", "skjerming"})
#: Where a case's part of the account begins.
_OM_SAK = re.compile(r"^\W*sak\w*\.? (?P<nummer>[0-9][0-9/ -]*[0-9])", re.IGNORECASE)
_NUMMER = re.compile(r"[0-9]+ ?[/-] ?[0-9]+")
#: What of a line of an agenda belongs to the minutes.
_I_REFERATET = frozenset(
    {
        "begrunnelse",
        "habilitet",
        "innspill",
        "moeteleder",
        "oppsummering",
        "resultat",
        "rettelser",
        "tilfoersel",
        "tiltak",
        "utfall",
        "vedtak",
        "votering",
    }
)


#: Values that hold no text.
_UTEN_TEKST = frozenset({int, bool, type(None), date, time})


@dataclass(frozen=True, slots=True)
class Lukket:
    """A text that stands in something closed, and where that is."""

    verdi: str
    hvor: str


@dataclass(frozen=True, slots=True)
class Tekster:
    """Every text in everything that was read, by whether it is for everybody. What is open is told once."""

    lukkede: list[Lukket]
    aapne: dict[str, None]


def tekster(data: Dataset, dag: date) -> Tekster:
    """Every text in everything that was read."""
    ut = Tekster([], {})
    for samling in (data.saker, data.moeter, data.forum, data.mandater, data.aarshjul, data.virksomheter):
        for id_, objekt in samling.items():
            sti = data.files[id_].path if id_ in data.files else "data/virksomheter.yaml"
            _Gang(ut, sti, _lukker(data, objekt, dag)).i_modell(objekt, lukket=False)
            if isinstance(objekt, Moete):
                _i_teksten(data, objekt, dag, ut)
    ut.lukkede.extend(Lukket(person.tidligere, "«tidligere» i data/personer.yaml") for person in data.personer)
    return ut


#: The keys that are closed of a model inside the object.
_Lukker = Callable[[Modell], frozenset[str]]


@dataclass(frozen=True, slots=True)
class _Gang:
    """The way down through one object; what is below something closed is closed."""

    ut: Tekster
    sti: str
    lukker: _Lukker

    def i_modell(self, modell: Modell, *, lukket: bool) -> None:
        """Take every text in the model that somebody wrote."""
        lukkes, satt, verdier = self.lukker(modell), modell.model_fields_set, modell.__dict__
        for navn, alltid in _feltene(type(modell)):
            if navn in satt and type(verdi := verdier[navn]) not in _UTEN_TEKST:
                self._i_verdi(verdi, navn, lukket=lukket or alltid or navn in lukkes)

    def _i_verdi(self, verdi: Any, felt: str, *, lukket: bool) -> None:
        if isinstance(verdi, str):
            if not lukket:
                self.ut.aapne[verdi] = None
            elif verdi not in _formatets_ord():
                self.ut.lukkede.append(Lukket(verdi, self._hvor(felt)))
        elif isinstance(verdi, Modell):
            self.i_modell(verdi, lukket=lukket)
        elif isinstance(verdi, tuple | list):
            for under in verdi:
                self._i_verdi(under, felt, lukket=lukket)
        elif type(verdi) not in _UTEN_TEKST:
            for navn, under in _deler(verdi):
                self._i_verdi(under, navn or felt, lukket=lukket or (None, navn) in _ALLTID)

    def _hvor(self, felt: str) -> str:
        return f"teksten i {self.sti}" if felt == "tekst" else f"«{felt}» i {self.sti}"


@cache
def _feltene(modell: type[Modell]) -> tuple[tuple[str, bool], ...]:
    """The fields that may hold something closed, and whether they always do. The account is taken line by line."""
    sagt = _SAGT | ({"tekst"} if issubclass(modell, Moete) else set())
    return tuple((navn, _er_alltid_lukket(modell, navn)) for navn in modell.model_fields if navn not in sagt)


@cache
def _formatets_ord() -> frozenset[str]:
    """The words that the format itself has, such as `avsluttes_her`: nobody wrote them, and the data that goes out
    says them by themselves.
    """
    modeller, ord_ = [Modell], set[str]()
    while modeller:
        modell = modeller.pop()
        modeller += modell.__subclasses__()
        for felt in modell.model_fields.values():
            ord_ |= _ordene(felt.annotation)  # type: ignore[arg-type]  # a type has a hash
    return frozenset(ord_)


@cache
def _ordene(type_: Any) -> frozenset[str]:
    """The words that a type names: `Literal["beslutning", "gjennomfoering"]`, by itself or among others."""
    deler = () if isinstance(type_, type) else get_args(type_)
    if get_origin(type_) is Literal:
        return frozenset(filter(lambda del_: isinstance(del_, str), deler))
    return frozenset().union(*map(_ordene, deler))


def _er_alltid_lukket(modell: type[Modell], navn: str) -> bool:
    if navn == "kilde":
        return not issubclass(modell, _KILDER)
    return (None, navn) in _ALLTID or (modell, navn) in _ALLTID


def _deler(verdi: Any) -> Iterable[tuple[str, Any]]:
    """What a table or a small value holds, with its name where it has one."""
    if isinstance(verdi, dict):
        return ((str(noekkel), under) for noekkel, under in verdi.items())
    if isinstance(verdi, Struct):
        return (("", getattr(verdi, navn)) for navn in verdi.__struct_fields__)
    return (("", getattr(verdi, del_.name)) for del_ in fields(verdi)) if is_dataclass(verdi) else ()


def _lukker(data: Dataset, objekt: Modell, dag: date) -> _Lukker:
    """What closes an object, or parts of it."""
    if isinstance(objekt, Sak):
        return partial(_i_saken, objekt, dag, _synlig(data, objekt, dag))
    if isinstance(objekt, Moete):
        return partial(_i_moetet, data, objekt, dag)
    if isinstance(objekt, Mandat) and objekt.er_utkast:
        return _alt
    if isinstance(objekt, Aarshjul) and (objekt.publisert is None or objekt.publisert > dag):
        return _alt
    if isinstance(objekt, Forum):
        return partial(_i_forumet, dag)
    return _intet


def _alt(modell: Modell) -> frozenset[str]:
    return _alle(type(modell))


@cache
def _alle(modell: type[Modell]) -> frozenset[str]:
    return frozenset(modell.model_fields)


def _intet(_modell: Modell) -> frozenset[str]:
    return frozenset()


def _i_forumet(dag: date, modell: Modell) -> frozenset[str]:
    """A row of somebody whose term has not begun, and whose appointment has no day that is past."""
    if not isinstance(modell, Medlem | Stedfortreder) or modell.periode is None or modell.periode.fra <= dag:
        return frozenset()
    oppnevnt = modell.oppnevnt.dato if modell.oppnevnt else None
    return _alt(modell) if oppnevnt is None or oppnevnt > dag else frozenset()


# ── cases and attachments ────────────────────────────────────────────────────────────────────────────────────────────


#: What an agenda tells of a case whose paper is not out yet.
_PAA_SAKSLISTEN = frozenset({"tittel", "sakstype", "sakseiere", "framlegges_av"})


def _synlig(data: Dataset, sak: Sak, dag: date) -> frozenset[str]:
    """The keys of the case that are for everybody."""
    if saken_er_ute(data, sak, dag):
        return _alt(sak)
    linjer = [(moete, moete.saksliste[nr]) for moete, nr in data.behandlinger(sak.id)]
    lukket = any(_punktet_er_lukket(data, moete, punkt, dag) for moete, punkt in linjer)
    staar = any(_er_innkalt(moete, dag) for moete, _ in linjer)
    return _PAA_SAKSLISTEN if staar and not lukket else frozenset()


def _i_saken(sak: Sak, dag: date, synlig: frozenset[str], modell: Modell) -> frozenset[str]:
    if modell is sak:
        return _alt(sak) - synlig
    lukket = isinstance(modell, Vedlegg) and not _vedlegget_er_ute(modell, dag)
    return _alt(modell) if lukket else frozenset()


def saken_er_ute(data: Dataset, sak: Sak, dag: date) -> bool:
    """Whether the paper has been sent, and nothing keeps it back."""
    linjer = [(moete, moete.saksliste[nr]) for moete, nr in data.behandlinger(sak.id)]
    if any(en is not None and en.omfang == "hele" for en in (sak.skjerming, *(punkt.skjerming for _, punkt in linjer))):
        return False
    if "/koe/" in data.files[sak.id].path or (sak.offentlig_fra is not None and sak.offentlig_fra > dag):
        return False
    return any(_sendt(moete, punkt) <= dag for moete, punkt in linjer)


def _sendt(moete: Moete, punkt: Sakspunkt) -> date:
    if punkt.ettersendt is not None:
        return punkt.ettersendt
    if moete.papirer_ute is not None:
        return moete.papirer_ute
    return date.max if moete.avlyst else moete.tid.dato


def _vedlegget_er_ute(vedlegg: Vedlegg, dag: date) -> bool:
    hele = vedlegg.skjerming is not None and vedlegg.skjerming.omfang == "hele"
    ventet = vedlegg.offentlig_fra is not None and vedlegg.offentlig_fra > dag
    return vedlegg.publiseres and not hele and not ventet


def aapne_vedlegg(data: Dataset, dag: date) -> frozenset[str]:
    """The paths of the attachments that go out. All others stay inside, also a file that no case lists."""
    gaar, blir = set[str](), set[str]()
    for sak in data.saker.values():
        for ett in filter(lambda rad: rad.fil, sak.vedlegg):
            ute = _vedlegget_er_ute(ett, dag) and saken_er_ute(data, sak, dag)
            (gaar if ute else blir).add(f"{data.files[sak.id].path.removesuffix('.md')}/{ett.fil}")
    return frozenset(gaar - blir)


# ── meetings ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def _i_moetet(data: Dataset, moete: Moete, dag: date, modell: Modell) -> frozenset[str]:
    if modell is moete:
        return _i_innkallingen(data, moete, dag)
    if isinstance(modell, Sakspunkt):
        lukket = _punktet_er_lukket(data, moete, modell, dag)
        return _alt(modell) if lukket else frozenset() if _er_publisert(moete, dag) else _I_REFERATET
    lukket = isinstance(modell, Fremmoete | Referat) and not _er_publisert(moete, dag)
    return _alt(modell) if lukket else frozenset()


def _i_innkallingen(data: Dataset, moete: Moete, dag: date) -> frozenset[str]:
    """The keys of the meeting itself that are closed."""
    if not _er_kjent(data, moete, dag):
        return _alt(moete)
    rom = {"sted"} if "://" in (moete.sted or "") else set()  # the way into a digital meeting
    ventet = set() if _er_publisert(moete, dag) else {"fremmoete", "moeteleder"}
    ukalt = set() if _er_innkalt(moete, dag) else {"saksliste"}
    return frozenset(rom | ventet | ukalt)


def _er_publisert(moete: Moete, dag: date) -> bool:
    """Whether the minutes are out."""
    return moete.referat is not None and moete.referat.publisert is not None and moete.referat.publisert <= dag


def _er_kjent(data: Dataset, moete: Moete, dag: date) -> bool:
    """Whether the meeting is in a year that is published, or has been called."""
    aar = data.aarshjul.get(f"aarshjul-{moete.tid.dato.year}")
    publisert = aar is None or (aar.publisert is not None and aar.publisert <= dag)
    return publisert or moete.tid.dato <= dag or _er_innkalt(moete, dag)


def _er_innkalt(moete: Moete, dag: date) -> bool:
    return moete.innkalt <= dag if moete.innkalt else moete.tid.dato <= dag and moete.avlyst is None


def _i_teksten(data: Dataset, moete: Moete, dag: date, ut: Tekster) -> None:
    """The free account line by line: closed as a whole, or from the number of a closed case to the next heading."""
    if not moete.tekst:
        return
    hele = not _er_publisert(moete, dag)
    forum = data.forum_of(moete.id)
    hvor = f"teksten i {data.files[moete.id].path}"
    lukkede = {
        data.sak_id(forum, en.sak) for en in moete.saksliste if en.sak and _punktet_er_lukket(data, moete, en, dag)
    }
    lukket = False
    for rad in moete.tekst.splitlines():
        sak = _OM_SAK.search(rad)
        overskrift = rad[:4].lstrip(" ").startswith("#")
        if sak or overskrift:
            numre = _NUMMER.findall(rad) if overskrift else [sak["nummer"]] if sak else []
            lukket = any(data.sak_id(forum, en) in lukkede for en in numre)
        if hele or lukket:
            # The pages say number and title of an open case together, too: what is closed, is what follows the number.
            ut.lukkede.append(Lukket(_OM_SAK.sub("", rad), hvor))
        else:
            ut.aapne[rad] = None


def _punktet_er_lukket(data: Dataset, moete: Moete, punkt: Sakspunkt, dag: date) -> bool:
    """Whether the line is about something exempt or deferred, by its own word or its case's."""
    id_ = data.sak_id(data.forum_of(moete.id), punkt.sak) if punkt.sak else None
    sak = data.saker.get(id_) if id_ else None
    linjene = [andre.saksliste[nr].skjerming for andre, nr in data.behandlinger(id_)] if id_ else [punkt.skjerming]
    hele = [en for en in (*linjene, sak.skjerming if sak else None) if en is not None and en.omfang == "hele"]
    venter = sak is not None and sak.offentlig_fra is not None and sak.offentlig_fra > dag
    return bool(hele) or venter
