"""A tree with a canary in every place that is closed, and another kind of canary in what is open.

`K!` becomes a word that is found nowhere else; `Å!` the one that everybody may see.
"""

from __future__ import annotations

import gzip
import html
import itertools
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from textwrap import dedent
from urllib.parse import unquote

from tests.public.trees import FILES

#: The word in what is open; one token in every format.
AAPEN = "Offentligkanari"
_KANARI = re.compile(r"kanarifugl\d+hemmelig", re.IGNORECASE)

_SAK_MED_ALT = """
---
{adgang}
tittel: Utsatt K!
sakstype: [raad]
fra_sak: raad-2026-1
sakseiere: [lukket-as]
framlegges_av: [{navn: Person K!, merknad: Om K!}]
datert: {dato: 2026-11-01, sted: Sted K!}
oppdatert: [{dato: 2026-11-02, endret: Nytt K!}]
arkivsak: 26/K!
oppdrag: {av: hdir, dokument: Brev K!}
grunnlagsdokumenter: [{dokument: Dokument K!, kilde: Kilde K!, sider: Side K!}]
mandatpunkt: oppgaver
forslag_til_vedtak:
  - tekst: Forslag K!
    forutsetning: Forutsatt K!
spoersmaal:
  - tekst: Spørsmål K!
videre_saksprosess: [{hvem: hdir, rolle: beslutning, merknad: Steg K!}]
konsekvens_kommuner:
  pris: Pris K!
  innfoering: Innfoering K!
  gevinst: Gevinst K!
  grunnlag: Grunnlag K!
  innfoeringstakt: Takt K!
  avslutning: Slutt K!
  risiko: Risiko K!
aktoerer: [{hvem: hdir, kostnad: Kostnad K!, gevinst: Gevinst K!, risiko: Risiko K!, avtale: Avtale K!}]
avhengigheter: [{hva: Avhengig K!, hvem: hdir}]
utredning:
  problem: Problem K!
  tiltak: Tiltak K!
  prinsipielt: Prinsipp K!
  virkninger: Virkning K!
  anbefaling: Anbefaling K!
  gjennomfoering: Gjennomfoering K!
implementering: [{hva: Drift K!, hvem: hdir, frist: 2027-01-01, kilde: Kilde K!}]
vedlegg:
  - {tittel: Vedlegg K!, fil: K!.csv, publiseres: ja, merknad: Merknad K!}
  - {tittel: Uten fil K!, kilde: Kilde K!}
oppfoelging:
  - av: hdir
    utfall: ikke_fulgt
    begrunnelse: Begrunnet K!
    styringssignal: {dokument: Signal K!, til: [hdir]}
    kilde: Kilde K!
historikk:
  - dato: 2025
    tekst: Historie K!
    kilde: Kilde K!
kilde: Kilde K!
merknad: Merknad K!
---
## Bakgrunn K!

Avsnitt K! med *utheving* og [lenke](https://example.org/K!).

| Kolonne K! |
|---|
| Celle K! |
"""

_MOETE_UTEN_REFERAT = """
---
tid: 2026-10-07 10:00-12:00
sted: https://example.org/moeterom/K!
innkalt: 2026-09-20
papirer_ute: 2026-09-20
frist_avvik:
  - frist: innkalling
    dato: 2026-09-20
    begrunnelse: Avvik K!
moeteleder: Leder K!
fremmoete:
  medlemmer: [{navn: Anne Lie (Bergen), merknad: Merknad K!}, {navn: Gjest K!}]
  inviterte: [{navn: Invitert K!, saker: [6/2026]}]
  forfall: [Borte K!]
saksliste:
  - sak: 6/2026
    merknad: Merknad K!
    moeteleder: Leder K!
    habilitet:
      - navn: Inhabil K!
        utfall: inhabil
        begrunnelse: Begrunnet K!
    utfall: behandlet
    vedtak:
      - tekst: Vedtak K!
        forutsetning: Forutsatt K!
    tilfoersel:
      - slag: dissens
        av: [Uenig K!]
        kilde: Kilde K!
        tekst: Dissens K!
    innspill:
      - av: [Innspiller K!]
        tekst: Innspill K!
        haandtering:
          utfall: delvis
          begrunnelse: Begrunnet K!
          kilde: Kilde K!
        kilde: Kilde K!
    tiltak: [{hva: Gjør K!, hvem: Utfører K!, kilde: Kilde K!}]
    oppsummering: Oppsummert K!
referat: {utkast_sendt: 2026-10-10}
kilde: Kilde K!
merknad: Merknad K!
---
## Sak 6/2026

Drøftet K! lenge.
"""

_SKJERMET = """
---
skjerming: {hjemmel: offl. § 23 tredje ledd, omfang: hele}
tittel: Unntatt K!
forslag_til_vedtak: Vedta K!
vedlegg: [{tittel: Vedlegg K!, fil: K!.csv}]
---
Unntatt tekst K!
"""


def _med(fil: str, foer: str, etter: str) -> str:
    assert foer in FILES[fil], (fil, foer)
    return FILES[fil].replace(foer, etter, 1)


def _raa() -> dict[str, str]:
    alt = {"adgang": "offentlig_fra: 2026-12-24"}
    return {
        **FILES,
        "virksomheter.yaml": _med(
            "virksomheter.yaml", "Det lukkede selskapet, merknad: bare", "Selskap K!, merknad: K!"
        ),
        "forum/raad.yaml": _med(
            "forum/raad.yaml", "navn: Rådet for prøver", "navn: Rådet for Å!\n        aliaser: [Alias K!]"
        )
        .replace("Rådets interne merknad", "Merknad K!")
        .replace("et internt brev", "Brev K!")
        .replace("Ringer helst om morgenen", "Ringer K!")
        .replace("Ny Person", "Ny K!"),
        "mandater/raad/2026-01-01.md": _med("mandater/raad/2026-01-01.md", "en merknad om setene", "Merknad K!"),
        "mandater/raad/2028-01-01-utkast.md": _med("mandater/raad/2028-01-01-utkast.md", "i utkastet", "K!"),
        "moeter/raad/2026-m1.md": _med("moeter/raad/2026-m1.md", "kom rett fra flyet", "K!")
        .replace("hemmelig-rom", "K!")
        .replace("en merknad til punktet", "Merknad K!")
        .replace("Alle var enige.", "Alle var enige om Å!.")
        .replace("          inviterte: [{navn: Kari Gjest, virksomhet: lukket-as, saker: [2/2026]}]\n", ""),
        "moeter/raad/2026-m3.md": _MOETE_UTEN_REFERAT,
        "saker/raad/2026-01.md": _med("saker/raad/2026-01.md", "Prøve av deling", "Prøve av Å!")
        .replace("Andre tall, fil: lukket.csv", "Andre K!, fil: lukket.csv")
        .replace("Anslaget, fil: anslag.csv", "Anslag K!, fil: K!.csv")
        .replace("Planen, publiseres", "Plan K!, publiseres")
        .replace("en merknad til saken", "Merknad K!")
        .replace("Deling prøves", "Å! prøves"),
        "saker/raad/2026-01/tall.csv": "aar;Å!\n2026;12\n",
        "saker/raad/2026-01/lukket.csv": "aar;K!\n2026;Innhold K!\n",
        "saker/raad/2026-03.md": _SAK_MED_ALT.replace("{adgang}", alt["adgang"]),
        "saker/raad/2026-04.md": FILES["saker/raad/2026-04.md"].replace("Tekst som ikke er sendt", "Tekst K!"),
        "saker/raad/2026-06.md": "---\ntittel: Uten referat\n---\n",
        "saker/raad/2026-09.md": _SAK_MED_ALT.replace("{adgang}\n", "").replace("K!.csv", "K!.txt"),
        "saker/raad/koe/venter.md": _SAK_MED_ALT.replace("{adgang}\n", "oensket_moete: Ønsket K!\n"),
        "aarshjul/2027.yaml": FILES["aarshjul/2027.yaml"].replace("Upublisert", "Upublisert K!"),
    }


def treet() -> dict[str, str]:
    """The files of the public tree, each canary a word of its own, by path below data/."""
    tall = itertools.count(1)
    filer = {sti: _med_kanarier(tekst, tall) for sti, tekst in _raa().items()}
    return filer | dict(_vedlegg(filer))


def _vedlegg(filer: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """The files of the attachments that closed cases would have published."""
    for sti, tekst in filer.items():
        for navn in re.findall(r"fil: (\S+), publiseres: ja", tekst):
            if navn.startswith("kanarifugl"):
                yield f"{sti.removesuffix('.md')}/{navn}", f"Innhold i {navn} som ingen skal se\n"


def skjermet(nr: int = 1) -> dict[str, str]:
    """The twins, with other canaries for each number."""
    tall = itertools.count(1000 * nr)
    return {
        "skjermet/saker/raad/2026-02.md": _med_kanarier(_SKJERMET, tall),
        "skjermet/saker/raad/2026-02/hemmelig.csv": _med_kanarier("K!;K!\n", tall),
        "skjermet/moeter/raad/2026-m1.md": _med_kanarier(
            "---\nsaksliste: [{sak: 2/2026, oppsummering: K!}]\n---\nK!", tall
        ),
    }


def _med_kanarier(tekst: str, tall: Iterator[int]) -> str:
    return re.sub("K!", lambda _: f"kanarifugl{next(tall)}hemmelig", tekst).replace("Å!", AAPEN)


def kanarier(filer: Mapping[str, str]) -> set[str]:
    """Every canary in the files and their names."""
    return {treff for sti, tekst in filer.items() for treff in _KANARI.findall(f"{sti}\n{tekst}")}


def funnet(mappe: Path) -> dict[str, set[str]]:
    """The canaries in every byte and every name below a folder, however they are spelt there."""
    ut: dict[str, set[str]] = {}
    for sti in (fil for fil in mappe.rglob("*") if fil.is_file()):
        innhold = sti.read_bytes()
        innhold += gzip.decompress(innhold) if innhold[:2] == b"\x1f\x8b" else b""
        raa = innhold.decode("utf-8", errors="ignore") + f"\n{sti.relative_to(mappe).as_posix()}"
        lesninger = (raa, html.unescape(raa), unquote(raa), raa.replace("\r\n ", ""), raa.replace("\\", ""))
        if treff := {ett for tekst in lesninger for ett in _KANARI.findall(tekst)}:
            ut[sti.relative_to(mappe).as_posix()] = treff
    return ut


def skriv(rot: Path, filer: Mapping[str, str]) -> None:
    """Put the files below data/."""
    for sti, tekst in filer.items():
        fil = rot / "data" / sti
        fil.parent.mkdir(parents=True, exist_ok=True)
        fil.write_text(dedent(tekst).removeprefix("\n"), encoding="utf-8", newline="\n")
