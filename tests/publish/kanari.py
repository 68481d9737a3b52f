"""A tree with a canary in every place that is closed, and another kind of canary in what is open.

`K!` becomes a word that is found nowhere else; `Å!` the one that everybody may see.
"""

from __future__ import annotations

import gzip
import html
import io
import itertools
import re
import subprocess
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from textwrap import dedent
from urllib.parse import unquote

import pikepdf

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
  medlemmer: [{navn: Anne Lie (Bergen), merknad: Merknad K!}]
  inviterte: [{navn: Gjest K!}, {navn: Invitert K!, saker: [6/2026]}]
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
    begrunnelse: Begrunnet K!
  - {fast: innkalling, gjelder: raad-2026-m1, rettelser: Rettet K!}
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


#: What published minutes hold and do not tell: sources, reasons, remarks.
_LINJE_MED_ALT = """ettersendt: 2026-08-25
            utfall: behandlet
            habilitet:
              - navn: Anne Lie (Bergen)
                utfall: inhabil
                begrunnelse: Begrunnet K!
            tilfoersel:
              - slag: merknad
                av: [Anne Lie (Bergen)]
                tekst: Meldt til Å!.
                kilde: Kilde K!
            innspill:
              - av: [Anne Lie (Bergen)]
                tekst: Sagt om Å!.
                kilde: Kilde K!
                haandtering:
                  utfall: delvis
                  kilde: Kilde K!
            tiltak: [{hvem: hdir, frist: 2027-01-01, kilde: Kilde K!, hva: Følg Å!}]
            vedtak: Rådet støtter"""

#: What an open case holds and does not tell.
_SAK_MED_INTERNT = """sakseiere: [hdir]
        oensket_moete: Ønsket K!
        framlegges_av: [{navn: Kari Å!, virksomhet: hdir, merknad: Merknad K!}]
        videre_saksprosess: [{hvem: hdir, rolle: beslutning, merknad: Steg K!}]
        implementering:
          - {hvem: hdir, frist: 2027-01-01, kilde: Kilde K!, hva: Drift av Å!}
        historikk:
          - dato: 2025
            tekst: Historien om Å!
            kilde: Kilde K!"""

#: What a council's file holds and does not tell.
_FORUM_MED_INTERNT = """enhetskode: RAAD
        kilde: Kilde K!
        evalueringer:
          - {dato: 2026-02-01, kilde: Kilde K!, anledning: Anledning K!}
          - {dato: 2026-02-02, konklusjon: Konklusjon K!}"""


_TAUSE = "".join(
    f"\n        {blokk}: ikke_regulert"
    for blokk in (
        "stedfortreder", "funksjonstid", "beslutningsdyktighet", "beslutning", "moeter", "frister", "protokoll",
        "offentlighet", "habilitet", "skriftlig_behandling",
    )
)  # fmt: skip


_FORRIGE_MANDAT = f"""
---
forum: raad
status: vedtatt
vedtatt: {{dato: 2024-12-01, av: hdir}}
gjelder_fra: 2025-01-01
sammensetning: {{seter: 2, merknad: Merknad K!}}{_TAUSE.replace(" " * 8, "")}
---
## Oppgaver

Rådet gir råd om Å!.
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
        ).replace("sektor: kommunal", "sektor: kommunal, merknad: Merknad K!"),
        "personer.yaml": "- {navn: Anne Lie (Bergen), tidligere: Anne K!, byttet: 2026-06-01}\n",
        "forum/raad.yaml": _med(
            "forum/raad.yaml", "navn: Rådet for prøver", "navn: Rådet for Å!\n        aliaser: [Alias K!]"
        )
        .replace("Rådets interne merknad", "Merknad K!")
        .replace("enhetskode: RAAD", _FORUM_MED_INTERNT)
        .replace("et internt brev", "Brev K!")
        .replace("Ringer helst om morgenen", "Ringer K!")
        .replace("Ny Person", "Ny K!"),
        "mandater/raad/2026-01-01.md": _med(
            "mandater/raad/2026-01-01.md", "en merknad om setene", "Merknad K!"
        ).replace("status: vedtatt", f"status: vedtatt\n        merknad: Merknad K!{_TAUSE}"),
        "mandater/raad/2025-01-01.md": _FORRIGE_MANDAT,
        "mandater/raad/2028-01-01-utkast.md": _med("mandater/raad/2028-01-01-utkast.md", "i utkastet", "K!"),
        "moeter/raad/2026-m1.md": _med("moeter/raad/2026-m1.md", "kom rett fra flyet", "K!")
        .replace("hemmelig-rom", "K!")
        .replace("en merknad til punktet", "Merknad K!")
        .replace("utfall: behandlet\n            vedtak: Rådet støtter", _LINJE_MED_ALT)
        .replace(
            "papirer_ute: 2026-08-21", "papirer_ute: 2026-08-21\n        kilde: Kilde K!\n        merknad: Merknad K!"
        )
        .replace("Alle var enige.", "Alle var enige om Å!.")
        .replace("          inviterte: [{navn: Kari Gjest, virksomhet: lukket-as, saker: [2/2026]}]\n", ""),
        "moeter/raad/2026-m3.md": _MOETE_UTEN_REFERAT,
        "moeter/raad/2027-m1.md": _med(
            "moeter/raad/2027-m1.md",
            "tid: 2027-03-10",
            "tid: 2027-03-10\nsted: Sted K!\nkrevd_av: Krevd K!\nmoeteleder: Leder K!",
        ),
        "saker/raad/2026-01.md": _med("saker/raad/2026-01.md", "Prøve av deling", "Prøve av Å!")
        .replace("Andre tall, fil: lukket.csv", "Andre K!, fil: lukket.csv")
        .replace("Anslaget, fil: anslag.csv", "Anslag K!, fil: K!.csv")
        .replace("Planen, publiseres", "Plan K!, publiseres")
        .replace("en merknad til saken", "Merknad K!")
        .replace("publiseres: ja}", "publiseres: ja, kilde: Kilde K!, merknad: Merknad K!}", 1)
        .replace("sakseiere: [hdir]", _SAK_MED_INTERNT)
        .replace("Deling prøves", "Å! prøves"),
        "saker/raad/2026-01/tall.csv": "aar;Å!\n2026;12\n",
        "saker/raad/2026-01/lukket.csv": "aar;K!\n2026;Innhold K!\n",
        "saker/raad/2026-03.md": _SAK_MED_ALT.replace("{adgang}", alt["adgang"]),
        "saker/raad/2026-04.md": FILES["saker/raad/2026-04.md"].replace("Tekst som ikke er sendt", "Tekst K!"),
        "saker/raad/2026-06.md": "---\ntittel: Uten referat\n---\n",
        "saker/raad/2026-09.md": _SAK_MED_ALT.replace("{adgang}\n", "").replace("K!.csv", "K!.txt"),
        "saker/raad/koe/venter.md": _SAK_MED_ALT.replace("{adgang}\n", "oensket_moete: Ønsket K!\n"),
        "aarshjul/2026.yaml": _med(
            "aarshjul/2026.yaml", "tittel: Jul,", "tittel: Jul for Å!, merknad: Merknad K!,"
        ).replace("publisert:", "merknad: Merknad K!\n        publisert:"),
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
        navn = sti.relative_to(mappe).as_posix()
        if treff := {ett for tekst in (*lesninger(sti.read_bytes()), navn) for ett in _KANARI.findall(tekst)}:
            ut[navn] = treff
    return ut


def lesninger(innhold: bytes) -> Iterator[str]:
    """The ways a file may be read: as it stands, unescaped, unfolded, unpacked; a PDF as two others read it."""
    innhold += gzip.decompress(innhold) if innhold[:2] == b"\x1f\x8b" else b""
    raa = innhold.decode("utf-8", errors="ignore")
    yield from (raa, html.unescape(raa), unquote(raa), raa.replace("\r\n ", ""), raa.replace("\\", ""))
    if innhold[:4] == b"PK\x03\x04":
        with zipfile.ZipFile(io.BytesIO(innhold)) as pakke:
            for navn in pakke.namelist():
                yield navn
                yield _uten_merker(html.unescape(pakke.read(navn).decode("utf-8", errors="ignore")))
    elif innhold[:5] == b"%PDF-":
        yield from _lesninger_av_pdf(innhold)


def _uten_merker(xml: str) -> str:
    """The text of a part of a Word file: in paragraphs, as the marks may part a word."""
    return re.sub(r"<[^>]*>", "", re.sub(r"</w:p>|<w:tab/>|<w:br/>", "\n", xml)) + xml


def _lesninger_av_pdf(innhold: bytes) -> Iterator[str]:
    """Its pages; and every string and every stream of its own, such as bookmarks, alternatives and metadata."""
    ran = subprocess.run(["pdftotext", "-", "-"], input=innhold, capture_output=True, check=True)
    sider = ran.stdout.decode()
    yield sider
    yield re.sub(r"[-\u00ad\u2010\u200b]?\n", "", sider)  # a long word may be parted
    with pikepdf.open(io.BytesIO(innhold)) as pdf:
        for ting in pdf.objects:
            yield from _strenger(ting)


def _strenger(ting: pikepdf.Object) -> Iterator[str]:
    if isinstance(ting, pikepdf.Stream):
        yield ting.read_bytes().decode("utf-8", errors="ignore")
    deler = ting.values() if isinstance(ting, pikepdf.Dictionary) else ting if isinstance(ting, pikepdf.Array) else ()
    for del_ in deler:
        if isinstance(del_, pikepdf.String):
            yield str(del_)
        elif isinstance(del_, pikepdf.Dictionary | pikepdf.Array) and not del_.is_indirect:
            yield from _strenger(del_)


def skriv(rot: Path, filer: Mapping[str, str]) -> None:
    """Put the files below data/."""
    for sti, tekst in filer.items():
        fil = rot / "data" / sti
        fil.parent.mkdir(parents=True, exist_ok=True)
        fil.write_text(dedent(tekst).removeprefix("\n"), encoding="utf-8", newline="\n")
