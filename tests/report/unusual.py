"""What the small council does not do every year: a written treatment, a cancelled meeting, a case nobody can read."""

from __future__ import annotations

from collections.abc import Mapping

from ehelse_cli.core.dataset import Dataset
from ehelse_cli.report.screen import Screen
from ehelse_cli.report.sheet import sheet_as_text
from ehelse_cli.report.vis import vis
from tests.report.small import DAG, SMALL
from tests.trees import load_tree

_MANDAT = SMALL["mandater/raad/2024-01-01.md"]

UNUSUAL = {
    "forum/raad.yaml": SMALL["forum/raad.yaml"]
    .replace(
        "medlemmer_kjent_fra", "kilde: Rådets nettside\n        merknad: Rådet er lite.\n        medlemmer_kjent_fra"
    )
    .replace("..}", ".., permisjon: [2026-11-01/2026-12-31]}")
    .replace("faste_saker:", "roller: {proeve: {navn: Styringsgruppe for prøven}}\n        faste_saker:"),
    "mandater/raad/2024-01-01.md": _MANDAT.replace(
        "{verdi: 4 per aar, norm: normalt}", "[{id: jevnt, verdi: 1 per maaned, unntatt: [juli]}]"
    ).replace("{id: ks,", "{id: ks, navn: Kommunesiden,")
    + "\n\n        ## Oppgaver\n\n        - Gi råd.\n        - Følge med.\n",
    "mandater/gammelt/2020-12-31.md": """
        ---
        forum: gammelt
        status: vedtatt
        gjelder_fra: ukjent
        kjent_per: 2020-12-31
        kilde: Et brev
        habilitet: {regelverk: loven, kilde: lov, punkt: inhabil}
        vedtar_mandat_for: [raad]
        frister: ukjent
        ---
        """,
    "forum/gammelt.yaml": "navn: Det gamle rådet\n",
    "moeter/raad/2026-m2.md": """
        ---
        tid: 2026-10-01 10:00-12:00
        type: ekstraordinaert
        krevd_av: [leder]
        moeteleder: Ola Sandvik
        frist_avvik:
          - frist: innkalling
            dato: 2026-09-25
            begrunnelse: Det hastet.
        fremmoete: {medlemmer: [Kari Moen, Ola Sandvik, Liv Ek]}
        kilde: Protokollen
        saksliste:
          - {fast: innkalling, rettelser: [Sak 5 kom til.], utfall: behandlet}
          - sak: 5/26
            moeteleder: Liv Ek
            habilitet:
              - navn: Ola Sandvik
                utfall: inhabil
                fratraadte: ja
                begrunnelse: Han eier den.
              - {navn: Kari Moen, utfall: habil}
            utfall: utsatt
            videre_til: raad-2027-m1
            begrunnelse: Det mangler tall.
            oppsummering: Alle ville vente.
            tilfoersel:
              - slag: merknad
                av: [Kari Moen]
                tekst: Dette tar tid.
                kilde: E-post
              - {slag: forbehold, av: [ks, medlemmer], punkt: [1, 2]}
            innspill:
              - av: [Liv Ek]
                tekst: Spør kommunene.
                haandtering:
                  utfall: ikke_tatt_inn
                  dato: 2026-10-05
                  begrunnelse: De er spurt.
              - av: ikke_oppgitt
                tekst: Vent.
            tiltak:
              - {hva: Si fra hjemme, hvem: medlemmer}
              - {hva: Skaffe tall, hvem: sekretariatet, frist: 2026-12-01}
          - sak: 6/26
            habilitet: ingen
            utfall: sendt_tilbake
            videre_til: ny
            begrunnelse: Den er uklar.
        ---
        """,
    "moeter/raad/2026-m3.md": """
        ---
        tid: 2026-11-02/2026-11-13
        type: skriftlig
        fremmoete: {medlemmer: [Kari Moen, Liv Ek]}
        saksliste: [{sak: 5/26, minutter: 10, utfall: behandlet, resultat: droeftet}]
        ---
        """,
    "moeter/raad/2026-m4.md": """
        ---
        tid: 2026-11-20 10:00-12:00
        fremmoete: {medlemmer: [Kari Moen, Liv Ek]}
        saksliste:
          - {sak: 7/26, minutter: 30, utfall: behandlet, vedtak: Hemmelig}
          - {sak: 6/26, minutter: 10, utfall: behandlet, resultat: droeftet}
        ---
        """,
    "saker/raad/2026-05.md": """
        ---
        tittel: Det store løftet
        framlegges_av: [{navn: Stein Ness, virksomhet: ny}]
        tverrsektorielt: ja
        i_rollen: proeve
        gjelder_mandat: raad@2024-01-01
        hovedprosess: portefoelje
        fase: ide
        mandatpunkt: [oppgaver-2, finnes-ikke]
        konsekvens_kommuner: {pris: 4 mill. kroner, konsultasjon: 2026-12-01}
        implementering: [{hva: Drift, hvem: medlemmer}]
        vedlegg:
          - {tittel: Tall, publiseres: ja}
          - {tittel: Kontrakt, skjerming: {hjemmel: offl. § 13, omfang: hele}}
        historikk:
          - dato: 2025
            tekst: Meldt av KS.
        videre_saksprosess: [{hvem: medlemmer, rolle: innspill}, {hvem: sakseier, rolle: beslutning}]
        kilde: Protokollen
        merknad: Papiret er borte.
        ---
        """,
    "saker/raad/2026-06.md": "---\ntittel: Det lille løftet\nkonsekvens_kommuner: ingen\n---\n",
    "saker/raad/2026-07.md": "---\ntittel: {}\n---\n",
}


def unusual(files: Mapping[str, str] = {}) -> Dataset:
    """The council in such a year; one of its cases cannot be read."""
    return load_tree({**SMALL, **UNUSUAL, **files}).dataset


def told(data: Dataset, id_: str) -> str:
    """The sheet as it is shown."""
    return sheet_as_text(vis(data, id_, DAG), Screen(120))


def words(text: str) -> str:
    """The text without its layout."""
    return " ".join(text.split())
