"""A small council with something closed in every way there is."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from ehelse_cli.public.gate import slipp_ut
from ehelse_cli.public.offentlig import Offentlig
from tests.trees import load_clean

DAG = date(2026, 11, 23)

FILES: Mapping[str, str] = {
    "datasett.yaml": "{eksempel: ja, dag: 2026-11-23, navn: Prøvemodellen, nettadresse: 'https://example.org/raad/'}\n",
    "virksomheter.yaml": """
        hdir: {navn: Helsedirektoratet, kort: Hdir, orgnr: 983544622, sektor: stat}
        ks: {navn: KS, sektor: kommunal}
        lukket-as: {navn: Det lukkede selskapet, merknad: bare nevnt i lukkede saker}
        """,
    "forum/raad.yaml": """
        navn: Rådet for prøver
        kort: Rådet
        enhetskode: RAAD
        sekretariat: hdir
        saksnummer: N/AAAA
        moetenummer: N/AAAA
        faste_saker:
          innkalling: {tittel: Godkjenning av innkalling, minutter: 5, vedtak: Innkallingen godkjennes.}
        praksis: {innkalling: 10 virkedager foer moetet}
        medlemmer_kjent_fra: 2026-01-01
        merknad: Rådets interne merknad
        medlemmer:
          - navn: Anne Lie (Bergen)
            virksomhet: ks
            oppnevnt: {av: ks, dato: 2025-12-01, kilde: et internt brev}
            periode: 2026-01-01/2027-12-31
            permisjon: [2026-02-01/2026-03-01]
            kjoenn: kvinne
            merknad: Ringer helst om morgenen
          - {navn: Ny Person, virksomhet: hdir, periode: 2027-01-01/..}
        stedfortredere:
          - {navn: Ola Dal, virksomhet: ks, for: Anne Lie (Bergen), periode: 2026-01-01}
        """,
    "mandater/raad/2026-01-01.md": """
        ---
        forum: raad
        status: vedtatt
        vedtatt: {dato: 2025-12-01, av: hdir}
        gjelder_fra: 2026-01-01
        sammensetning: {seter: 1, merknad: en merknad om setene}
        ---
        ## Oppgaver

        Rådet gir råd.
        """,
    "mandater/raad/2028-01-01-utkast.md": """
        ---
        forum: raad
        status: utkast
        gjelder_fra: 2028-01-01
        ---
        ## Oppgaver i utkastet
        """,
    "moeter/raad/2026-m1.md": """
        ---
        tid: 2026-09-09 10:00-12:00
        sted: https://moete.example.org/hemmelig-rom
        innkalt: 2026-08-20
        papirer_ute: 2026-08-21
        fremmoete:
          medlemmer: [{navn: Anne Lie (Bergen), merknad: kom rett fra flyet}]
          inviterte: [{navn: Kari Gjest, virksomhet: lukket-as, saker: [2/2026]}]
        saksliste:
          - {fast: innkalling, vedtak: som_foreslaatt, utfall: behandlet}
          - sak: 1/2026
            utfall: behandlet
            vedtak: Rådet støtter prøven.
            merknad: en merknad til punktet
          - {sak: 2/2026, skjerming: {hjemmel: offl. § 23 tredje ledd, omfang: hele}}
        referat: {publisert: 2026-09-20}
        ---
        ## Sak 1/2026

        Alle var enige.
        Se [tallene](../../saker/raad/2026-01/tall.csv) og [de andre](../../saker/raad/2026-01/lukket.csv).
        """,
    "moeter/raad/2026-m2.md": """
        ---
        tid: 2026-12-02 10:00-14:00
        innkalt: 2026-11-16
        papirer_ute: 2026-11-18
        saksliste:
          - {sak: 3/2026, minutter: 30}
          - {sak: 4/2026, minutter: 30, ettersendt: 2026-11-25}
          - {sak: 5/2026, minutter: 30}
        ---
        """,
    "moeter/raad/2027-m1.md": "---\ntid: 2027-03-10\n---\n",
    "saker/raad/2026-01.md": """
        ---
        tittel: Prøve av deling
        sakseiere: [hdir]
        forslag_til_vedtak: Rådet støtter prøven.
        vedlegg:
          - {tittel: Tall, fil: tall.csv, publiseres: ja}
          - {tittel: Andre tall, fil: lukket.csv}
          - {tittel: Anslaget, fil: anslag.csv, skjerming: {hjemmel: offl. § 23 første ledd, omfang: hele}}
          - {tittel: Planen, publiseres: ja, offentlig_fra: 2026-12-24}
        merknad: en merknad til saken
        ---
        Deling prøves i to kommuner.
        """,
    "saker/raad/2026-01/tall.csv": "aar;sum\n2026;12\n",
    "saker/raad/2026-01/lukket.csv": "aar;sum\n2026;13\n",
    "saker/raad/2026-02.md": "---\nskjerming: {hjemmel: offl. § 23 tredje ledd, omfang: hele}\n---\n",
    "saker/raad/2026-03.md": "---\ntittel: Utsatt til jul\noffentlig_fra: 2026-12-24\n---\nTekst som venter.\n",
    "saker/raad/2026-04.md": "---\ntittel: Kommer senere\n---\nTekst som ikke er sendt.\n",
    "saker/raad/2026-05.md": """
        ---
        tittel: Til møtet
        fra_sak: raad-2026-2
        avhengigheter: [{hva: Noe, sak: raad-2026-3}]
        ---
        """,
    "saker/raad/koe/venter.md": "---\ntittel: Venter på nummer\n---\n",
    "aarshjul/2026.yaml": """
        forum: [raad]
        publisert: 2025-12-01
        hendelser: [{tittel: Jul, slag: stengt, dato: 2026-12-24}]
        """,
    "aarshjul/2027.yaml": "forum: [raad]\nhendelser: [{tittel: Upublisert, slag: anker, dato: 2027-01}]\n",
}


def offentlig(endret: Mapping[str, str] = {}, dag: date = DAG) -> Offentlig:
    """What passes the gate of the small tree, with some of its files changed."""
    return slipp_ut(load_clean({**FILES, **endret}), dag)
