"""A small council with a year of its life, for the sheets."""

from __future__ import annotations

from datetime import date

from ehelse_cli.core.dataset import Dataset
from tests.trees import load_clean

DAG = date(2026, 11, 23)

SMALL = {
    "datasett.yaml": "dag: 2026-11-23\n",
    "virksomheter.yaml": """
        ks: {navn: KS, sektor: kommunal}
        hod: {navn: Helse- og omsorgsdepartementet}
        ny:
          navn: [{fra: 2020-01-01, verdi: Gamle etat}, {fra: 2024-01-01, verdi: Nye etat}]
          kort: NE
          erstatter: [borte]
        borte: {navn: Den borte etaten, avviklet: 2019-12-31}
        alle: {navn: Alle sammen, bestaar_av: [ks, ny]}
        """,
    "forum/raad.yaml": """
        navn: Det lille rådet
        kort: Rådet
        opprettet: 2024
        overordnet: ingen
        nivaa: raad
        saksnummer: NN/AA
        moetenummer: N/AAAA
        faste_saker:
          innkalling: {tittel: Godkjenning av innkalling, minutter: 5, vedtak: Innkallingen godkjennes.}
        medlemmer_kjent_fra: 2024-01-01
        medlemmer:
          - {navn: Kari Moen, virksomhet: ks, gruppe: ks, rolle: leder, periode: 2024-01-01/2027-12-31}
          - {navn: Ola Sandvik, virksomhet: ks, gruppe: ks, periode: 2024-01-01/..}
          - {navn: Liv Ek, virksomhet: ny, periode: 2026-01-01}
        stedfortredere:
          - {navn: Per Dal, virksomhet: ny, for: Liv Ek}
          - {navn: Siri Vik, virksomhet: ks, for: ks, nr: 1}
        """,
    "mandater/raad/2024-01-01.md": """
        ---
        forum: raad
        status: vedtatt
        vedtatt: {dato: 2023-12-01, av: hod, sak: ukjent}
        gjelder_fra: 2024-01-01
        sammensetning:
          punkt: medlemmer
          seter: 4
          leder: {sete: blant, virksomheter: [ks]}
          grupper:
            - {id: ks, antall: 3, oppnevnes_av: {foerst: [ks, hod]}}
            - {id: ny, antall: 1, virksomheter: [ny]}
        stedfortreder: {ordning: personlig, antall: 1, for: medlem}
        funksjonstid: {varer: 2 aar}
        beslutningsdyktighet:
          krav: [{id: flertall, antall: minst 3, av: seter}]
          teller: [medlem, stedfortreder]
          proeves: hver_sak
        beslutning: ikke_regulert
        moeter: {hyppighet: {verdi: 4 per aar, norm: normalt}}
        frister: ikke_regulert
        protokoll: ikke_regulert
        offentlighet: ikke_regulert
        habilitet: ukjent
        skriftlig_behandling: ikke_regulert
        ---
        ## Medlemmer

        Rådet har fire medlemmer.
        """,
    "moeter/raad/2026-m1.md": """
        ---
        tid: ["2026-09-01 10:00-12:00", "2026-09-02 09:00-10:00"]
        form: fysisk
        innkalt: 2026-08-10
        fremmoete:
          medlemmer:
            - Kari Moen
            - {navn: Ola Sandvik, tom_sak: 1/26}
            - {navn: Per Dal, for: Liv Ek}
          sekretariat: [Randi Lund]
        saksliste:
          - {fast: innkalling, utfall: behandlet, vedtak: som_foreslaatt}
          - {sak: 1/26, minutter: 15+45, utfall: behandlet, resultat: anbefalt, vedtak: som_foreslaatt,
             votering: {for: 2, mot: 1, leders_dobbeltstemme: ja}}
          - {pause: Lunsj, minutter: 30, kl: "11:30"}
          - {sak: 2/26, minutter: 20, utfall: behandlet, vedtak: Hemmelig}
          - dag: 2
          - bolk: Andre saker
          - sak: 3/26
            tittel: Korte orienteringer
            minutter: 10
            utfall: utsatt
            videre_til: raad-2027-m1
        ---
        """,
    "moeter/raad/2027-m1.md": "---\ntid: 2027-01-20\nsaksliste: [{sak: 1/26}]\n---\n",
    "moeter/raad/2027-m2.md": "---\ntid: 2027-03-20\navlyst: 2026-11-01\nbegrunnelse: Ingen saker.\n---\n",
    "saker/raad/2026-01.md": """
        ---
        tittel: Felles løft
        sakstype: [droefting, raad]
        sakseiere: [ks]
        oppdrag: {av: hod, dokument: Tildelingsbrev, frist: 2026-12-01}
        forslag_til_vedtak:
          - Rådet støtter alternativ 2.
          - tekst: Arbeidet starter i 2027.
            forutsetning: Det er penger.
        videre_saksprosess:
          - {hvem: hod, rolle: beslutning, naar: 2027-02}
        implementering: [{hva: Drift, hvem: ny, frist: 2027-06-30}]
        oppfoelging:
          - {av: hod, dato: 2026-11-01, punkt: [1], utfall: delvis_fulgt, kilde: Brev}
        ---
        ## Bakgrunn
        """,
    "saker/raad/2026-02.md": "---\nskjerming: {hjemmel: offl. § 14, omfang: hele}\n---\n",
    "saker/raad/koe/senere.md": "---\ntittel: Senere\nvidere_saksprosess: avsluttes_her\n---\n",
}


def small() -> Dataset:
    """The council."""
    return load_clean(SMALL)
