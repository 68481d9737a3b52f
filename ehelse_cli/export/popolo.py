"""Popolo, the open government data specification: organisations, persons, memberships, motions, votes, events.

The persons of the files have no identity but their name, so a person is a name at an organisation: two of one name are
never made one, and who changes employer is two.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ehelse_cli.core import adresse
from ehelse_cli.export.fil import Fil, Valg, bare, identitet, stamme
from ehelse_cli.export.json_ import skrevet
from ehelse_cli.public.felles import Hvem
from ehelse_cli.public.forum import Forum, Medlem, Stedfortreder, Virksomhet
from ehelse_cli.public.kalles import moetenavn, punktnavn
from ehelse_cli.public.moete import Moete, Protokoll, Sakspunkt
from ehelse_cli.public.offentlig import Offentlig

_STATUS = {True: "cancelled", False: "confirmed"}


def popolo(offentlig: Offentlig, valg: Valg) -> tuple[Fil, ...]:
    """One document with a list of each class."""
    sett = bare(offentlig, valg.forum)
    medlemskap = [rad for forum in sett.forum for rad in _medlemskap(forum)]
    dokument = {
        "organizations": [
            *(_forum(offentlig, forum) for forum in sett.forum),
            *(_virksomhet(en) for en in sett.virksomheter),
        ],
        "persons": _personer(sett.forum),
        "memberships": medlemskap,
        "events": [_moete(offentlig, moete) for moete in sett.moeter],
        "motions": [sak for moete in sett.moeter for sak in _forslag(moete)],
        "vote_events": [votering for moete in sett.moeter for votering in _voteringer(moete)],
    }
    return (Fil(f"{stamme(valg)}.popolo.json", skrevet(dokument)),)


def _uten_tomme(**felter: Any) -> dict[str, Any]:
    return {navn: verdi for navn, verdi in felter.items() if verdi not in (None, "", [])}


# ── organisations and persons ────────────────────────────────────────────────────────────────────────────────────────


def _forum(offentlig: Offentlig, forum: Forum) -> dict[str, Any]:
    url = adresse.full(offentlig.samling.nettadresse, adresse.forum(forum.id))
    return _uten_tomme(
        id=_org_id(forum.id),
        name=forum.navn,
        other_names=[_uten_tomme(name=en.navn, start_date=_dag(en.fra)) for en in forum.tidligere_navn],
        classification=forum.nivaa,
        parent_id=_org_id(forum.overordnet.id) if forum.overordnet and forum.overordnet.id else None,
        founding_date=forum.opprettet,
        dissolution_date=_dag(forum.avviklet),
        links=[{"url": url}] if url else None,
    )


def _virksomhet(en: Virksomhet) -> dict[str, Any]:
    return _uten_tomme(
        id=_org_id(en.id),
        name=en.navn,
        other_names=[{"name": en.kort, "note": "kortnavn"}] if en.kort else None,
        identifiers=[{"scheme": "NO-BRC", "identifier": en.orgnr}] if en.orgnr else None,
        classification=en.sektor,
    )


def _org_id(id_: str) -> str:
    return identitet("organisasjon", id_)


def _personer(forum: tuple[Forum, ...]) -> list[dict[str, Any]]:
    """Everybody who is or was a member or a substitute."""
    rader = (rad for ett in forum for rad in _rader(ett))
    funnet = {_person_id(rad): {"id": _person_id(rad), "name": rad.navn} for rad in rader}
    return sorted(funnet.values(), key=lambda person: (person["name"], person["id"]))


def _rader(forum: Forum) -> tuple[Medlem | Stedfortreder, ...]:
    return (*forum.medlemmer, *forum.stedfortredere)


def _person_id(rad: Medlem | Stedfortreder) -> str:
    return identitet("person", rad.navn, _id(rad.virksomhet) or "")


def _id(hvem: Hvem | None) -> str | None:
    return hvem.id if hvem else None


def _medlemskap(forum: Forum) -> Iterator[dict[str, Any]]:
    for nr, rad in enumerate(_rader(forum)):
        arbeidsgiver = _id(rad.virksomhet)
        yield _uten_tomme(
            id=identitet("medlemskap", forum.id, str(nr), rad.navn),
            person_id=_person_id(rad),
            organization_id=_org_id(forum.id),
            on_behalf_of_id=_org_id(arbeidsgiver) if arbeidsgiver else None,
            role=rad.rolle if isinstance(rad, Medlem) else "stedfortreder",
            label=rad.gruppe if isinstance(rad, Medlem) else f"stedfortreder for {rad.for_}",
            start_date=_dag(rad.fra),
            end_date=_dag(rad.til),
        )


def _dag(dag: object) -> str | None:
    return str(dag) if dag else None


# ── meetings ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def _moete(offentlig: Offentlig, moete: Moete) -> dict[str, Any]:
    tentativ = moete.avlyst is None and moete.innkalt is None and moete.dato > offentlig.dag
    return _uten_tomme(
        id=identitet("moete", moete.id),
        name=moetenavn(moete),
        organization_id=_org_id(moete.forum),
        start_date=_dag(moete.dato),
        end_date=_dag(moete.siste_dag),
        location=moete.sted,
        status="tentative" if tentativ else _STATUS[moete.avlyst is not None],
        classification=moete.type,
    )


def _behandlet(moete: Moete) -> Iterator[tuple[Sakspunkt, Protokoll]]:
    for punkt in moete.saksliste or ():
        if isinstance(punkt, Sakspunkt) and punkt.protokoll is not None:
            yield punkt, punkt.protokoll


def _forslag(moete: Moete) -> Iterator[dict[str, Any]]:
    for punkt, protokoll in _behandlet(moete):
        if protokoll.vedtak:
            yield _uten_tomme(
                id=identitet("vedtak", moete.id, str(punkt.linje)),
                organization_id=_org_id(moete.forum),
                legislative_session_id=identitet("moete", moete.id),
                identifier=punkt.nummer,
                classification=", ".join(punkt.sakstype),
                name=punktnavn(punkt, moete.maalform),
                text="\n".join(ett.tekst for ett in protokoll.vedtak),
                date=_dag(moete.dato),
                result=protokoll.resultat or protokoll.utfall,
            )


def _voteringer(moete: Moete) -> Iterator[dict[str, Any]]:
    """Only where votes were counted: consensus is no vote."""
    for punkt, protokoll in _behandlet(moete):
        tall = protokoll.votering
        if tall is not None and tall.maate == "talt":
            valg = (("yes", tall.for_), ("no", tall.mot), ("abstain", tall.blankt))
            yield {
                "id": identitet("votering", moete.id, str(punkt.linje)),
                "motion_id": identitet("vedtak", moete.id, str(punkt.linje)),
                "organization_id": _org_id(moete.forum),
                "start_date": _dag(moete.dato),
                "counts": [{"option": navn, "value": antall} for navn, antall in valg if antall is not None],
            }
