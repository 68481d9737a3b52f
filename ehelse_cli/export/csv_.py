"""Tables as CSV that Norwegian spreadsheets open right: semicolons, CRLF, a byte order mark; no cell is a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date

from ehelse_cli.export.fil import Fil, Valg, bare
from ehelse_cli.public.kalles import moetenavn, unntatt
from ehelse_cli.public.moete import Moete, Sakspunkt, UnntattPunkt
from ehelse_cli.public.offentlig import Offentlig
from ehelse_cli.public.sak import AapenSak

Celle = str | int | date | None
Tabell = tuple[Sequence[str], Iterable[Sequence[Celle]]]

_BOM = "\ufeff"
#: What a spreadsheet takes for the start of a formula, also after white space (OWASP, CSV injection).
_FORMEL = frozenset("=+-@|％＝＋－＠")


def csv_(offentlig: Offentlig, valg: Valg) -> tuple[Fil, ...]:
    """Each table a file."""
    sett = bare(offentlig, valg.forum)
    return tuple(Fil(f"{navn}.csv", _skrevet(*tabell(sett))) for navn, tabell in TABELLER.items())


def _skrevet(hode: Sequence[str], rader: Iterable[Sequence[Celle]]) -> bytes:
    maal = io.StringIO()
    skriver = csv.writer(maal, delimiter=";", lineterminator="\r\n")
    skriver.writerow(hode)
    skriver.writerows([trygg(celle) if isinstance(celle, str) else celle for celle in rad] for rad in rader)
    return (_BOM + maal.getvalue()).encode()


def trygg(tekst: str) -> str:
    """A text so that a spreadsheet shows it as the text it is."""
    return f"'{tekst}" if tekst.lstrip()[:1] in _FORMEL else tekst


# ── the tables ───────────────────────────────────────────────────────────────────────────────────────────────────────


def _moeter(sett: Offentlig) -> Tabell:
    hode = (
        "id",
        "forum",
        "moete",
        "dato",
        "siste_dag",
        "type",
        "form",
        "sted",
        "innkalt",
        "avlyst",
        "referat_publisert",
    )
    return hode, (
        (m.id, m.forum, moetenavn(m), m.dato, m.siste_dag, m.type, m.form, m.sted, m.innkalt, m.avlyst, _publisert(m))
        for m in sett.moeter
    )


def _publisert(moete: Moete) -> date | None:
    return moete.referat.publisert if moete.referat else None


def _saker(sett: Offentlig) -> Tabell:
    """Open cases; of those that are exempt the number, and the legal basis where the title would have stood."""
    hode = ("id", "forum", "nummer", "tittel", "sakstype", "sakseiere", "publisert", "unntatt")
    return hode, (
        (
            en.id,
            en.forum,
            en.nummer,
            en.tittel,
            ", ".join(en.sakstype),
            ", ".join(eier.navn for eier in en.sakseiere),
            en.publisert,
            en.delvis_unntatt,
        )
        if isinstance(en, AapenSak)
        else (en.id, en.forum, en.nummer, unntatt(en.hjemmel), None, None, None, en.hjemmel)
        for en in sett.saker
    )


def _saksliste(sett: Offentlig) -> Tabell:
    hode = ("moete", "linje", "nummer", "tittel", "sak", "utfall", "resultat", "unntatt")
    return hode, (rad for moete in sett.moeter for rad in _linjene(moete))


def _linjene(moete: Moete) -> Iterator[Sequence[Celle]]:
    for punkt in moete.saksliste or ():
        if isinstance(punkt, UnntattPunkt):
            yield moete.id, punkt.linje, punkt.nummer, unntatt(punkt.hjemmel), None, None, None, punkt.hjemmel
        elif isinstance(punkt, Sakspunkt) and punkt.slag == "sak":
            hva = punkt.protokoll
            utfall = (hva.utfall, hva.resultat) if hva else (None, None)
            yield moete.id, punkt.linje, punkt.nummer, punkt.tittel, punkt.sak, *utfall, punkt.delvis_unntatt


def _vedtak(sett: Offentlig) -> Tabell:
    hode = ("moete", "dato", "linje", "nummer", "punkt", "tekst", "forutsetning")
    return hode, (
        (moete.id, moete.dato, punkt.linje, punkt.nummer, nr, ett.tekst, ett.forutsetning)
        for moete in sett.moeter
        for punkt in moete.saksliste or ()
        if isinstance(punkt, Sakspunkt) and punkt.protokoll
        for nr, ett in enumerate(punkt.protokoll.vedtak, 1)
    )


def _medlemmer(sett: Offentlig) -> Tabell:
    hode = ("forum", "navn", "rolle", "virksomhet", "virksomhet_id", "gruppe", "fra", "til", "oppnevnt_av", "oppnevnt")
    return hode, (
        (
            forum.id,
            rad.navn,
            rad.rolle,
            rad.virksomhet.navn if rad.virksomhet else None,
            rad.virksomhet.id if rad.virksomhet else None,
            rad.gruppe,
            rad.fra,
            rad.til,
            rad.oppnevnt_av.navn if rad.oppnevnt_av else None,
            rad.oppnevnt,
        )
        for forum in sett.forum
        for rad in forum.medlemmer
    )


def _oppfoelging(sett: Offentlig) -> Tabell:
    hode = ("sak", "av", "dato", "punkter", "utfall", "begrunnelse", "styringssignal", "kilde")
    return hode, (
        (
            sak.id,
            en.av,
            en.dato,
            ", ".join(map(str, en.punkter)),
            en.utfall,
            en.begrunnelse,
            en.styringssignal,
            en.kilde,
        )
        for sak in sett.aapne_saker
        for en in sak.oppfoelging
    )


def _virksomheter(sett: Offentlig) -> Tabell:
    return ("id", "navn", "kort", "orgnr", "sektor"), (
        (en.id, en.navn, en.kort, en.orgnr, en.sektor) for en in sett.virksomheter
    )


#: A new table is one function, and one line here.
TABELLER: Mapping[str, Callable[[Offentlig], Tabell]] = {
    "moeter": _moeter,
    "sakslister": _saksliste,
    "saker": _saker,
    "vedtak": _vedtak,
    "oppfoelging": _oppfoelging,
    "medlemmer": _medlemmer,
    "virksomheter": _virksomheter,
}
