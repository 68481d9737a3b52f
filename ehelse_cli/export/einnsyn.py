"""eInnsyn: meetings as nested `moetemappe`, for the archive to send. Only what the backend really takes.

The published OpenAPI is looser than the backend, which refuses texts over 500 characters, unknown keys and blank texts
(`einnsyn_kontroll`). `offentligTittelSensitiv` is no secret title: it is the title with persons' names in it, and
`offentligTittel` the same without them. Of what is exempt both say that it is exempt, and by which law.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from datetime import datetime, time
from functools import partial
from typing import Any

from ehelse_cli.core import adresse
from ehelse_cli.core.kalender import oslo
from ehelse_cli.export.einnsyn_plan import plan, som_markdown
from ehelse_cli.export.fil import Fil, Valg, bare, identitet
from ehelse_cli.export.json_ import skrevet
from ehelse_cli.public.felles import Dag, Punkt, Vedlegg
from ehelse_cli.public.kalles import moetenavn, ordene, unntatt
from ehelse_cli.public.moete import Moete, Protokoll, Sakspunkt, UnntattPunkt, Votering
from ehelse_cli.public.offentlig import Offentlig
from ehelse_cli.public.sak import AapenSak

#: Our type of case → theirs, the first that fits.
_SAKSTYPER: Mapping[str, str] = {
    "godkjenning": "godkjenning",
    "referatsak": "referat",
    "delegert": "delegert",
    "raad": "politisk",
    "tilslutning": "politisk",
    "innstilling": "politisk",
    "beslutning": "politisk",
    "valg": "politisk",
    "orientering": "orientering",
}
_KORT = 500
_SE_PAPIRET = " Se saksframlegget."
_SETNING = re.compile(r"(?<=[.!?])\s")
_VASKET = "*****"


def einnsyn(offentlig: Offentlig, valg: Valg) -> tuple[Fil, ...]:
    """The meetings whose agenda is out, and what to do with them since the last export (`valg.forrige`)."""
    dokument = moetemapper(offentlig, valg)
    foer = json.loads(valg.forrige) if valg.forrige else {"moetemapper": []}
    veien = som_markdown(plan(foer["moetemapper"], dokument["moetemapper"]))
    return Fil("einnsyn.json", skrevet(dokument)), Fil("einnsyn-plan.md", veien.encode())


def moetemapper(offentlig: Offentlig, valg: Valg) -> dict[str, Any]:
    """The document: one `moetemappe` a meeting, with everything in it."""
    sett = bare(offentlig, valg.forum)
    vask = partial(_vasket, tuple(_personnavn(offentlig)))
    ute = (moete for moete in sett.moeter if moete.saksliste is not None)
    return {"moetemapper": [_moetemappe(offentlig, moete, vask) for moete in ute]}


Vask = partial[str]


# ── the names of persons ─────────────────────────────────────────────────────────────────────────────────────────────


def _personnavn(offentlig: Offentlig) -> Iterator[str]:
    """Everybody whom the public texts name as a person, the longest name first."""
    navn = {rad.navn for forum in offentlig.forum for rad in forum.medlemmer}
    navn |= {rad.navn for forum in offentlig.forum for rad in forum.stedfortredere}
    for moete in offentlig.moeter:
        fremmoete = moete.referat.fremmoete if moete.referat else None
        if fremmoete:
            navn |= {en.hvem.navn for en in (*fremmoete.medlemmer, *fremmoete.inviterte, *fremmoete.forfall)}
    return iter(sorted(navn, key=lambda ett: (-len(ett), ett)))


def _vasket(navn: tuple[str, ...], tekst: str) -> str:
    for ett in navn:
        tekst = tekst.replace(ett, _VASKET)
    return tekst


def _titler(tekst: str, vask: Vask) -> dict[str, str]:
    return {"offentligTittel": vask(tekst), "offentligTittelSensitiv": tekst}


# ── the meeting ──────────────────────────────────────────────────────────────────────────────────────────────────────


def _moetemappe(offentlig: Offentlig, moete: Moete, vask: Vask) -> dict[str, Any]:
    forum = offentlig.forumet(moete.forum)
    return _uten_tomme(
        systemId=identitet("einnsyn", "moetemappe", moete.id),
        **_titler(moetenavn(moete), vask),
        moetenummer=moete.nummer or moete.dato.isoformat(),
        utvalg=forum.enhetskode if forum else None,
        moetedato=_med_sone(moete.tid[0]),
        moetested=moete.sted,
        beskrivelse=_status(offentlig, moete),
        moetedokument=list(_moetedokumenter(offentlig, moete, vask)),
        moetesak=list(_moetesaker(offentlig, moete, vask)),
    )


def _uten_tomme(**felter: Any) -> dict[str, Any]:
    return {navn: verdi for navn, verdi in felter.items() if verdi not in (None, "", [], {})}


def _med_sone(dag: Dag) -> str:
    """The moment with its offset: `2026-12-02T10:00:00+01:00`; midnight while no clock time is set."""
    return datetime.combine(dag.dato, dag.fra or time(), tzinfo=oslo()).isoformat()


def _status(offentlig: Offentlig, moete: Moete) -> str:
    """Where archives write the status of a meeting: the interface has no field for it."""
    if moete.avlyst:
        return "Avlyst"
    return "Avholdt" if moete.siste_dag < offentlig.dag else "Under forberedelse"


def _moetedokumenter(offentlig: Offentlig, moete: Moete, vask: Vask) -> Iterator[dict[str, Any]]:
    slagene = ["saksliste", *(["protokoll"] if moete.referat else [])]
    for slag in slagene:
        tittel = f"{slag.capitalize()} – {moetenavn(moete)}"
        deler = ("moetedokument", moete.id, slag)
        yield {
            "systemId": identitet("einnsyn", *deler),
            **_titler(tittel, vask),
            "moetedokumenttype": slag,
            "dokumentbeskrivelse": [_siden(offentlig, adresse.moete(moete.id), tittel, vask, *deler)],
        }


def _siden(offentlig: Offentlig, sti: str, tittel: str, vask: Vask, *deler: str, nr: int = 1) -> dict[str, Any]:
    """A document that is a page or a file on the site; without an address of the site, the description alone."""
    url = adresse.full(offentlig.samling.nettadresse, sti)
    return _uten_tomme(
        systemId=identitet("einnsyn", "dokumentbeskrivelse", *deler, str(nr)),
        tittel=vask(tittel),
        tittelSensitiv=tittel,
        dokumentnummer=nr,
        tilknyttetRegistreringSom="hoveddokument" if nr == 1 else "vedlegg",
        dokumentobjekt=[
            {"systemId": identitet("einnsyn", "dokumentobjekt", *deler, str(nr)), "referanseDokumentfil": url}
        ]
        if url
        else None,
    )


# ── the cases ────────────────────────────────────────────────────────────────────────────────────────────────────────


def _moetesaker(offentlig: Offentlig, moete: Moete, vask: Vask) -> Iterator[dict[str, Any]]:
    """The numbered lines, open and exempt. What is not public yet is not told at all."""
    for punkt in moete.saksliste or ():
        if isinstance(punkt, UnntattPunkt):
            tittel = unntatt(punkt.hjemmel, moete.maalform)
            yield _moetesak(moete, punkt, "annet", {"offentligTittel": tittel, "offentligTittelSensitiv": tittel})
        elif isinstance(punkt, Sakspunkt) and punkt.slag == "sak":
            yield _aapen_sak(offentlig, moete, punkt, vask)


def _moetesak(moete: Moete, punkt: Sakspunkt | UnntattPunkt, sakstype: str, titler: dict[str, str]) -> dict[str, Any]:
    tall = re.findall(r"[0-9]+", punkt.nummer or "")
    aar = next((int(ett) for ett in tall if len(ett) == 4), moete.dato.year)
    nummer = next((int(ett) for ett in tall if int(ett) != aar), None)
    return _uten_tomme(
        systemId=identitet("einnsyn", "moetesak", moete.id, str(punkt.linje)),
        **titler,
        moetesakstype=sakstype,
        moetesaksaar=aar if nummer is not None else None,
        moetesakssekvensnummer=nummer,
    )


def _aapen_sak(offentlig: Offentlig, moete: Moete, punkt: Sakspunkt, vask: Vask) -> dict[str, Any]:
    sak = offentlig.saken(punkt.sak) if punkt.sak else None
    aapen = sak if isinstance(sak, AapenSak) else None
    sakstype = next((_SAKSTYPER[slag] for slag in punkt.sakstype if slag in _SAKSTYPER), "annet")
    grunn = _moetesak(moete, punkt, sakstype, _titler(punkt.tittel, vask))
    return grunn | _uten_tomme(
        utredning=_utredning(offentlig, moete, aapen, vask) if aapen else None,
        vedtak=_vedtak(moete, punkt, punkt.protokoll) if punkt.protokoll else None,
    )


def _utredning(offentlig: Offentlig, moete: Moete, sak: AapenSak, vask: Vask) -> dict[str, Any] | None:
    """The paper in short and as a document. Both texts are mandatory there: without a proposal there is none."""
    sammendrag, innstilling = _uten_markdown(sak.tekst), _punktene(sak.forslag)
    if not sammendrag or not innstilling:
        return None
    filer = [ett for ett in sak.vedlegg if isinstance(ett, Vedlegg) and ett.fil]
    deler = ("utredning", moete.id, sak.id)
    return {
        "systemId": identitet("einnsyn", *deler),
        "saksbeskrivelse": _beskrivelse(sammendrag, *deler, "saksbeskrivelse"),
        "innstilling": _beskrivelse(innstilling, *deler, "innstilling"),
        "utredningsdokument": [
            _siden(offentlig, adresse.sak(sak.id), sak.tittel, vask, *deler),
            *(
                _siden(offentlig, adresse.vedlegg(sak.id, ett.fil or ""), ett.tittel, vask, *deler, nr=nr)
                for nr, ett in enumerate(filer, 2)
            ),
        ],
    }


def _vedtak(moete: Moete, punkt: Sakspunkt, protokoll: Protokoll) -> dict[str, Any] | None:
    if not protokoll.vedtak:
        return None
    deler = ("vedtak", moete.id, str(punkt.linje))
    behandling = _behandlingen(moete, protokoll)
    return _uten_tomme(
        systemId=identitet("einnsyn", *deler),
        vedtakstekst=_beskrivelse(_punktene(protokoll.vedtak), *deler, "vedtakstekst"),
        dato=moete.siste_dag.isoformat(),
        behandlingsprotokoll=_beskrivelse(behandling, *deler, "behandlingsprotokoll") if behandling else None,
    )


def _behandlingen(moete: Moete, protokoll: Protokoll) -> str:
    """How it was decided, and what was put on record: the interface has no numbers of votes of its own."""
    biter = [_voteringen(protokoll.votering)] if protokoll.votering else []
    for en in protokoll.tilfoersel:
        av = ", ".join(en.av)
        biter.append(f"{en.slag.capitalize()}{f' fra {av}' if av else ''}{f': {en.tekst}' if en.tekst else '.'}")
    if protokoll.resultat and not protokoll.vedtak:
        biter.append(ordene(moete.maalform).resultater[protokoll.resultat])
    return " ".join(biter)


def _voteringen(votering: Votering) -> str:
    if votering.maate != "talt":
        return f"{votering.maate.capitalize()}."
    return f"{votering.for_} stemte for, {votering.mot} mot, {votering.blankt} blankt."


def _beskrivelse(tekst: str, *deler: str) -> dict[str, Any]:
    return {"systemId": identitet("einnsyn", *deler), "tekstInnhold": kort(tekst), "tekstFormat": "text/plain"}


def kort(tekst: str, grense: int = _KORT) -> str:
    """The text, or as many whole sentences as the backend takes with a word on where the rest is."""
    if len(tekst) <= grense:
        return tekst
    plass = grense - len(_SE_PAPIRET)
    slutt = max((treff.start() for treff in _SETNING.finditer(tekst) if treff.start() <= plass), default=0)
    if slutt:
        return tekst[:slutt] + _SE_PAPIRET
    return tekst[: plass - 1].rpartition(" ")[0] + "…" + _SE_PAPIRET


def _punktene(punkter: tuple[Punkt, ...]) -> str:
    if len(punkter) == 1:
        return punkter[0].tekst
    return " ".join(f"{nr}. {ett.tekst}" for nr, ett in enumerate(punkter, 1))


def _uten_markdown(tekst: str) -> str:
    """The first prose of a body, as plain text."""
    linjer = (rad.strip() for rad in tekst.split("\n"))
    prosa = " ".join(rad for rad in linjer if rad and not rad.startswith(("#", "|", ">", "```", "---")))
    return re.sub(r"\s+", " ", re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", prosa).replace("*", "").replace("`", "")).strip()
