"""A model of two councils, a committee below and a council above, with one matter that goes the whole way."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from ehelse_cli.core.dataset import Dataset
from tests.trees import load_clean

DAG = date(2026, 11, 23)

MODELLEN = {
    "datasett.yaml": "dag: 2026-11-23\n",
    "virksomheter.yaml": """
        ks: {navn: KS, sektor: kommunal}
        hod: {navn: Helse- og omsorgsdepartementet, kort: HOD, sektor: stat}
        nhn: {navn: Norsk helsenett, kort: NHN, sektor: stat}
        oslo: {navn: Oslo kommune, sektor: kommunal}
        bergen: {navn: Bergen kommune, sektor: kommunal}
        """,
    "forum/utvalg.yaml": """
        navn: Utvalget
        saksnummer: N/AAAA
        nivaa: utvalg
        overordnet: raad
        medlemmer_kjent_fra: 2026-01-01
        medlemmer:
          - {navn: Ane, virksomhet: nhn, periode: 2026-01-01/..}
        """,
    "forum/raad.yaml": """
        navn: Rådet
        saksnummer: N/AAAA
        nivaa: raad
        overordnet: ingen
        praksis:
          innkalling: 10 virkedager foer moetet
          saksdokumenter: 5 virkedager foer moetet
          referat: 5 virkedager etter moetet
          kommentarer: 5 virkedager etter referat_utkast
          oppfoelging: 6 maaneder etter vedtak
        medlemmer_kjent_fra: 2025-01-01
        medlemmer:
          - {navn: Leder, virksomhet: nhn, rolle: leder, gruppe: staten, periode: 2025-01-01/2028-12-31}
          - {navn: Kari, virksomhet: oslo, gruppe: kommuner, oppnevnt: {av: ks, dato: 2024-11-01}, periode: 2025-01-01}
          - {navn: Ola, virksomhet: bergen, gruppe: kommuner, periode: 2025-01-01/2026-06-30}
          - {navn: Hod, virksomhet: hod, rolle: observatoer, periode: 2025-01-01/..}
          - {navn: Ane, virksomhet: nhn, gruppe: staten, periode: 2025-01-01/2026-12-31, egenskaper: [ikt]}
        stedfortredere:
          - {navn: Vara, virksomhet: oslo, for: Kari, periode: 2025-01-01/2027-12-31}
        """,
    "mandater/raad/2025-01-01.md": """
        ---
        forum: raad
        status: vedtatt
        gjelder_fra: 2025-01-01
        sammensetning:
          leder: {grupper: [staten], sete: blant}
          grupper:
            - {id: kommuner, antall: 2, oppnevnes_av: ks}
            - {id: staten, antall: 2}
        stedfortreder: {ordning: fast, for: medlem, bruk: hoeyst 1 per aar}
        funksjonstid: {varer: 2 aar}
        beslutningsdyktighet:
          teller: [medlem, stedfortreder]
          proeves: hver_sak
          krav: [{id: halv, antall: minst 1/2, av: medlemmer}]
        beslutning: {virkning: raad}
        ---
        ## Formål

        Gi råd.

        ## Oppgaver

        - gi råd om planer
        - følge med

        ## Møter

        - fire i året
        """,
    "moeter/utvalg/2026-m1.md": """
        ---
        tid: 2026-02-02
        innkalt: 2026-01-10
        saksliste:
          - sak: 1/2026
            utfall: behandlet
            resultat: innstilt
            vedtak: Utvalget innstiller på planen.
            videre_til: raad
        ---
        """,
    "moeter/raad/2026-m1.md": """
        ---
        tid: 2026-03-02
        innkalt: 2026-02-10
        papirer_ute: 2026-02-23
        fremmoete:
          medlemmer: [Leder, {navn: Vara, for: Kari}, Ola, Ane]
        saksliste:
          - sak: 1/2026
            utfall: behandlet
            resultat: anbefalt
            vedtak: som_foreslaatt
            innspill:
              - av: [oslo]
                tekst: Det må gå fort.
                haandtering: {utfall: tatt_inn, dato: 2026-03-10}
              - av: [bergen]
                tekst: Det koster.
                haandtering: {utfall: ikke_tatt_inn, dato: 2026-12-10}
            tiltak:
              - {hva: Skrive plan, hvem: nhn, frist: 2026-11-20}
              - {hva: Holde kurs, hvem: ks, frist: 2026-12-31, utfoert: 2026-06-01}
          - {sak: 2/2026, utfall: utsatt}
        referat: {utkast_sendt: 2026-03-06}
        ---
        """,
    "moeter/raad/2026-m2.md": """
        ---
        tid: 2026-09-01
        fremmoete:
          medlemmer: [Leder, {navn: Vara, for: Kari}]
          forfall: [Ane]
        saksliste:
          - sak: 3/2026
            utfall: behandlet
            resultat: anbefalt
            vedtak: Hemmelig råd.
        ---
        """,
    "moeter/raad/2026-m3.md": """
        ---
        tid: 2026-12-02
        innkalt: 2026-11-18
        saksliste:
          - {fast: innkalling}
        ---
        """,
    "moeter/raad/2027-m1.md": "---\ntid: 2027-02-03\n---\n",
    "saker/utvalg/2026-01.md": """
        ---
        tittel: Planen, faglig
        sakstype: innstilling
        sakseiere: [nhn]
        foreslaatt_av: [oslo]
        oppdrag: {av: hod, dokument: Tildelingsbrev, frist: 2026-12-01}
        hovedprosess: strategi
        fase: utredning
        forslag_til_vedtak: Utvalget innstiller på planen.
        videre_saksprosess:
          - {hvem: raad, rolle: raad, naar: 2026-03}
          - {hvem: hod, rolle: beslutning, naar: 2026-06}
        ---
        """,
    "saker/raad/2026-01.md": """
        ---
        fra_sak: utvalg-2026-1
        tittel: Planen
        sakstype: raad
        fase: beslutning
        mandatpunkt: oppgaver-1
        forslag_til_vedtak:
          - Rådet støtter planen.
          - Rådet vil ha penger.
          - Rådet vil ha tid.
        videre_saksprosess:
          - {hvem: ks, rolle: konsultasjon, naar: 2026-04-15}
          - {hvem: hod, rolle: beslutning, naar: 2026-06}
          - {hvem: nhn, rolle: gjennomfoering, naar: 2027}
        konsekvens_kommuner: {pris: 1 mill., innfoering: lite, gevinst: mye, konsultasjon: 2026-04-15}
        implementering:
          - {hva: Drift, hvem: nhn}
        oppfoelging:
          - {av: hod, dato: 2026-05-20, punkt: [1], utfall: fulgt, kilde: Brev}
          - av: hod
            dato: 2026-05-20
            punkt: [2]
            utfall: ikke_fulgt
            begrunnelse: Det er ikke råd.
        ---
        """,
    "saker/raad/2026-02.md": "---\ntittel: Utsatt sak\nsakstype: raad\nsakseiere: [ks]\n---\n",
    "saker/raad/2026-03.md": """
        ---
        tittel: Hemmelig tittel
        sakstype: raad
        sakseiere: [hod]
        skjerming: {omfang: hele, hjemmel: offl. § 23 tredje ledd}
        ---
        """,
    "saker/raad/koe/ny-sak.md": """
        ---
        tittel: Ny sak
        sakstype: [droefting, raad]
        sakseiere: [ks]
        foreslaatt_av: [oslo]
        oensket_moete: raad-2027-m1
        ---
        Noe må skje.
        """,
    "aarshjul/2026.yaml": """
        forum: [utvalg, raad]
        hendelser:
          - {tittel: TBUs notat, slag: frist, dato: 2026-12}
          - {tittel: Formøtet, slag: formoete, hvem: ks, dato: 2026-11-30, foer: [raad-2026-m3]}
        """,
}


def modellen(endret: Mapping[str, str] = MappingProxyType({})) -> Dataset:
    """The model, with some files written otherwise."""
    return load_clean({**MODELLEN, **endret})
