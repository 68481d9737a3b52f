"""The attendance as tables: those who came least often themselves first, and who must come the next time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from ehelse_cli.core.beslutningsdyktighet import beslutningsdyktighet
from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.forum import Forum
from ehelse_cli.core.fremmoete import AAPNINGEN, Hvordan, behandlede
from ehelse_cli.core.kalender import legg_til_maaneder
from ehelse_cli.core.mandat import stedfortreder_for
from ehelse_cli.core.moete import Moete
from ehelse_cli.core.register import Medlemskap, navn_naa, register
from ehelse_cli.oversikt.felles import kort
from ehelse_cli.oversikt.oppmoete import MAANEDER, Grense, Oppmoete, grensene, i_moetet, oppmoetet
from ehelse_cli.oversikt.oversikt import ALLTID, Andel, Fakt, Kolonne, Oversikt, Tabell, tabell
from ehelse_cli.render.kalt import SVAR
from ehelse_cli.rules.common import holdt_i
from ehelse_cli.rules.saker import planlagte


@dataclass(frozen=True, slots=True)
class Rad:
    """One member's meetings within the months, with those before them that a limit may still count."""

    navn: str
    sete: Medlemskap
    innen: tuple[Oppmoete, ...]
    alle: tuple[Oppmoete, ...]

    def antall(self, *hvordan: Hvordan) -> int:
        """How many of the meetings went so."""
        return sum(en.hvordan in hvordan for en in self.innen)

    @property
    def selv(self) -> Andel:
        """Came in person, of those meetings where it is known who came."""
        return Andel(self.antall("selv"), self.antall("selv", "stedfortreder", "forfall"))


def oppmoeteoversikt(data: Dataset, forum: Forum, dag: date, *, maaneder: int = MAANEDER) -> Oversikt:
    """Members, organisations and meetings over so many months up to the day."""
    fra = legg_til_maaneder(dag, -maaneder)
    alle = oppmoetet(data, forum, dag)
    innen = [en for en in alle if en.moete.tid.dato > fra]
    moeter = [en for en in holdt_i(data, forum.id, dag) if en.tid.dato > fra and not en.er_skriftlig]
    rader = tuple(_radene(alle, innen))
    telling = Counter(en.hvordan for en in innen)
    kjent = telling["selv"] + telling["stedfortreder"] + telling["forfall"]
    return Oversikt(
        "oppmoete",
        f"Oppmøte i {data.forumnavn(forum.id, dag)}, siste {maaneder} måneder",
        dag,
        (
            _medlemstabell(data, forum, rader, dag),
            _virksomhetstabell(data, innen, dag),
            _moetetabell(data, moeter, innen, dag),
        ),
        (
            Fakt("moeter", "møter", len(moeter)),
            Fakt("selv", "kom selv", Andel(telling["selv"], kjent)),
            Fakt("stedfortreder", "stedfortreder kom", Andel(telling["stedfortreder"], kjent)),
            Fakt("ukjent", "ikke ført", telling["ukjent"] or None),
            Fakt("grense", "stedfortreder", _grensene_i_ord(data, forum, dag)),
        ),
        data.datasett.er_eksempel,
    )


def _grensene_i_ord(data: Dataset, forum: Forum, dag: date) -> str:
    grenser = [f"{en.bruk.norsk()} ({en.kilde})" for en in grensene(data, forum, None, dag)]
    mandat = data.mandat_for(forum.id, dag)
    regel = stedfortreder_for(mandat, None) if mandat else None
    if regel and regel.bruk == "begrenses":
        grenser.insert(0, "bruken skal begrenses (mandatet)")
    return ", ".join(grenser) or "ingen grense er satt"


def _radene(alle: Sequence[Oppmoete], innen: Sequence[Oppmoete]) -> Iterator[Rad]:
    """One row for each person, in the order of the latest meeting's seats."""
    for navn in dict.fromkeys(en.navn for en in reversed(innen)):
        egne = tuple(en for en in innen if en.navn == navn)
        yield Rad(navn, egne[-1].sete, egne, tuple(en for en in alle if en.navn == navn))


def _medlemstabell(data: Dataset, forum: Forum, rader: Sequence[Rad], dag: date) -> Tabell:
    neste = next(iter(planlagte(data, forum.id, dag)), None)
    sitter = _de_som_sitter(data, forum, dag)
    kolonner = (
        Kolonne[Rad]("navn", "Medlem", lambda rad: rad.navn),
        Kolonne[Rad]("virksomhet", "Fra", lambda rad: _virksomhet(data, rad.sete, dag)),
        Kolonne[Rad]("moeter", "Møter", lambda rad: len(rad.innen)),
        Kolonne[Rad]("selv", "Selv", lambda rad: rad.antall("selv")),
        Kolonne[Rad]("stedfortreder", "Vara", lambda rad: rad.antall("stedfortreder")),
        Kolonne[Rad]("grense", "Av høyst", lambda rad: _mot_grensen(data, forum, rad, neste)[0]),
        Kolonne[Rad]("grense_fra", "Grensen fra", lambda rad: _mot_grensen(data, forum, rad, neste)[1], vist=False),
        Kolonne[Rad]("forfall", "Forfall", lambda rad: rad.antall("forfall")),
        Kolonne[Rad]("ukjent", "Ikke ført", lambda rad: rad.antall("ukjent") or None),
        Kolonne[Rad]("andel_selv", "Kom selv", lambda rad: rad.selv, vist=False),
        Kolonne[Rad](
            "merk",
            "Merk",
            lambda rad: _merk(data, forum, rad, neste) if rad.navn in sitter else "gått ut",
            under=ALLTID,
        ),
    )
    ordnet = sorted(rader, key=lambda rad: (rad.selv.antall / (rad.selv.av or 1), rad.navn))
    return tabell("medlemmer", "Medlemmer, de som sjeldnest kom selv, først", kolonner, ordnet, tom="Ingen er ført.")


def _de_som_sitter(data: Dataset, forum: Forum, dag: date) -> frozenset[str]:
    reg = register(data, forum, dag)
    naa = navn_naa(data)
    rader = (*reg.medlemmer, *reg.uten_sete) if reg else ()
    return frozenset(naa.get(rad.medlem.navn, rad.medlem.navn) for rad in rader)


def _virksomhet(data: Dataset, sete: Medlemskap, dag: date) -> str:
    return kort(data, sete.medlem.virksomhet, dag) if sete.medlem.virksomhet else ""


def _mot_grensen(data: Dataset, forum: Forum, rad: Rad, neste: Moete | None) -> tuple[str, str]:
    """How many substitutes count on the day of the next meeting, against the strictest limit, and whose that is."""
    paa_dag = neste.tid.dato if neste else None
    talte = [
        (grense.tak - brukt, (f"{brukt} av {grense.tak}", grense.kilde))
        for grense in grensene(data, forum, rad.sete.gruppe, paa_dag or rad.innen[-1].moete.tid.dato)
        if grense.tak is not None and (brukt := _brukt(rad, grense, paa_dag)) is not None
    ]
    return min(talte)[1] if talte else ("", "")


def _merk(data: Dataset, forum: Forum, rad: Rad, neste: Moete | None) -> str:
    """Whether the member has used up the substitutes, so that the next meeting must be attended in person."""
    paa_dag = neste.tid.dato if neste else None
    for grense in grensene(data, forum, rad.sete.gruppe, paa_dag or rad.innen[-1].moete.tid.dato):
        brukt = _brukt(rad, grense, paa_dag)
        if grense.tak is not None and brukt is not None and brukt >= grense.tak:
            hvorfor = f"over {_GRENSE[grense.kilde]}" if brukt > grense.tak else f"{_GRENSE[grense.kilde]} er nådd"
            return f"må møte selv {f'i {neste.id}' if neste else 'neste gang'}, {hvorfor}"
    return ""


_GRENSE = {"mandatet": "mandatets grense", "praksis": "sekretariatets grense"}


def _brukt(rad: Rad, grense: Grense, dag: date | None) -> int | None:
    """How many substitutes the limit still counts on the day of the next meeting."""
    maaneder = grense.bruk.maaneder
    if maaneder is None:
        return None
    etter = legg_til_maaneder(dag or rad.innen[-1].moete.tid.dato, -maaneder)
    return sum(en.hvordan == "stedfortreder" and en.moete.tid.dato > etter for en in rad.alle)


def _virksomhetstabell(data: Dataset, innen: Sequence[Oppmoete], dag: date) -> Tabell:
    """The same by organisation: a seat counts once for each meeting."""
    telling: dict[str, Counter[str]] = {}
    for en in innen:
        telling.setdefault(_virksomhet(data, en.sete, dag) or "ikke oppgitt", Counter())[en.hvordan] += 1

    def kjente(navn: str) -> int:
        return telling[navn].total() - telling[navn]["ukjent"]

    kolonner = (
        Kolonne[str]("virksomhet", "Virksomhet", lambda navn: navn),
        Kolonne[str]("plasser", "Plasser", lambda navn: telling[navn].total()),
        Kolonne[str]("selv", "Selv", lambda navn: telling[navn]["selv"]),
        Kolonne[str]("stedfortreder", "Vara", lambda navn: telling[navn]["stedfortreder"]),
        Kolonne[str]("forfall", "Forfall", lambda navn: telling[navn]["forfall"]),
        Kolonne[str]("andel_selv", "Kom selv", lambda navn: Andel(telling[navn]["selv"], kjente(navn))),
        Kolonne[str](
            "andel_fylt",
            "Plassen fylt",
            lambda navn: Andel(telling[navn]["selv"] + telling[navn]["stedfortreder"], kjente(navn)),
        ),
    )
    return tabell("virksomheter", "Virksomheter", kolonner, sorted(telling))


def _moetetabell(data: Dataset, moeter: Sequence[Moete], innen: Sequence[Oppmoete], dag: date) -> Tabell:
    telling: dict[str, Counter[str]] = {}
    for en in innen:
        telling.setdefault(en.moete.id, Counter())[en.hvordan] += 1

    def antall(moete: Moete, hvordan: Hvordan) -> int | None:
        return telling[moete.id][hvordan] if moete.id in telling else None

    kolonner = (
        Kolonne[Moete]("moete", "Møte", lambda en: en.id),
        Kolonne[Moete]("dato", "Dato", lambda en: en.tid.dato),
        Kolonne[Moete]("selv", "Selv", lambda en: antall(en, "selv")),
        Kolonne[Moete]("stedfortreder", "Vara", lambda en: antall(en, "stedfortreder")),
        Kolonne[Moete]("forfall", "Forfall", lambda en: antall(en, "forfall")),
        Kolonne[Moete]("ukjent", "Ikke ført", lambda en: antall(en, "ukjent") if en.id in telling else None),
        Kolonne[Moete]("beslutningsdyktig", "Beslutningsdyktig", lambda en: _dyktig(data, en)),
    )
    return tabell("moeter", "Møter", kolonner, moeter, tom=f"Ingen møter er holdt i tiden fram til {dag}.")


def ett_moete(data: Dataset, moete: Moete) -> Tabell:
    """One meeting alone."""
    return _moetetabell(data, (moete,), tuple(i_moetet(data, data.forum_of(moete.id), moete)), moete.tid.dato)


def _dyktig(data: Dataset, moete: Moete) -> str:
    """The one answer for all its cases; else that they differ."""
    linjer = [nr for nr, _ in behandlede(moete)] or [AAPNINGEN]
    svar = dict.fromkeys(SVAR[beslutningsdyktighet(data, moete, nr).answer] for nr in linjer)
    return next(iter(svar)) if len(svar) == 1 else "ulikt fra sak til sak"
