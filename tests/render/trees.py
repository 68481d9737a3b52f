"""A small tree with two councils: one that writes bokmål and numbers through the year, one that writes nynorsk."""

from __future__ import annotations

from collections.abc import Mapping

FILES: Mapping[str, str] = {
    "datasett.yaml": "{eksempel: ja, dag: 2026-11-23}\n",
    "virksomheter.yaml": """
        hdir: {navn: Helsedirektoratet, kort: Hdir}
        ks: {navn: KS}
        dep: {navn: Departementet}
        dmp:
          navn:
            - {fra: 2001-01-01, verdi: Legemiddelverket}
            - {fra: 2024-01-01, verdi: Direktoratet for medisinske produkter}
        nhn: {navn: Norsk helsenett}
        """,
    "forum/raad.yaml": """
        navn: [{fra: 2016-01-01, verdi: Styret for prøver}, {fra: 2026-01-01, verdi: Rådet for prøver}]
        sekretariat: hdir
        saksnummer: N/AAAA
        moetenummer: N/AAAA
        ord: {vedtak: Råd}
        faste_saker:
          innkalling: {tittel: Godkjenning av innkalling, sakstype: godkjenning, minutter: 5}
          referat: {tittel: Godkjenning av referat, sakstype: godkjenning, minutter: 5}
          veikart: {tittel: Status på veikartet, sakstype: orientering, nummereres: ja}
        praksis: {innkalling: 10 virkedager foer moetet, saksdokumenter: straks etter innkalling}
        medlemmer:
          - {navn: Anne Lie (Bergen), virksomhet: ks, periode: 2026-01-01}
        """,
    "mandater/raad/2026-01-01.md": """
        ---
        forum: raad
        status: vedtatt
        gjelder_fra: 2026-01-01
        frister:
          - {id: innmelding, frist: 4 uker foer moetet}
          - {id: innkalling, frist: 3 uker foer moetet}
        ---
        """,
    "moeter/raad/2026-m1.md": """
        ---
        tid: 2026-09-09 10:00-12:00
        saksliste:
          - {sak: 1/2026, minutter: 30, utfall: utsatt, videre_til: raad-2026-m2}
        ---
        """,
    "moeter/raad/2026-m2.md": """
        ---
        tid: 2026-12-02 10:00-14:00
        form: hybrid
        sted: Storgata 1, Oslo
        innkalt: 2026-11-11
        papirer_ute: 2026-11-12
        frist_avvik: [{frist: saksdokumenter, dato: 2026-11-18}]
        saksliste:
          - {fast: innkalling}
          - {fast: referat, gjelder: raad-2026-m1}
          - {sak: 2/2026, fast: veikart, minutter: 20}
          - bolk: Saker til råd
          - {sak: 1/2026, minutter: 15+45, ettersendt: 2026-11-25}
          - {sak: 3/2026, minutter: 30}
          - {pause: Lunsj, minutter: 45, kl: "12:00"}
          - bolk: Andre saker
          - sak: 4/2026
            tittel: Korte orienteringer
            sakstype: orientering
            sakseiere: [hdir]
            framlegges_av: [Anne Lie (Bergen)]
            underpunkter:
              - {tittel: Legemidler, framlegges_av: [dmp], minutter: 10}
              - {tittel: Nettet, framlegges_av: [nhn], minutter: 5}
          - {tittel: Eventuelt, sakstype: eventuelt}
        ---
        """,
    "moeter/raad/2027-m1.md": "---\ntid: 2027-03-10\navlyst: 2026-11-20\n---\n",
    "moeter/raad/2027-m2.md": "---\ntid: 2027-03-17\n---\n",
    "saker/raad/2026-01.md": """
        ---
        fra_sak: utval-2026-1
        tittel: Deling av prøvesvar – råd om innføring
        sakstype: [droefting, raad]
        utarbeidet_av: [hdir]
        i_samarbeid_med: [ks, nhn]
        framlegges_av: [{navn: Stein Ness, virksomhet: hdir}]
        datert: {dato: 2026-11-16, sted: Oslo}
        arkivsak: 26/1234
        forslag_til_vedtak:
          - Rådet anbefaler å starte i 2028.
          - tekst: |
              Kommunene får hjelp: først opplæring.

              Deretter drift.
            forutsetning: Driften er finansiert.
        spoersmaal: Er et år nok?
        videre_saksprosess:
          - {hvem: ks, rolle: konsultasjon, naar: 2027-01-20}
          - {hvem: dep, rolle: beslutning, naar: 2027-02}
        implementering: [{hva: Grensesnitt, hvem: nhn, frist: 2027-10-31}]
        vedlegg:
          - {tittel: Beregninger, publiseres: ja}
          - {tittel: Kontrakten, skjerming: {hjemmel: offl. § 13, omfang: hele}}
        historikk:
          - dato: 2025
            tekst: Meldt av KS.
        ---
        ### Bakgrunn

        Prøvesvar deles i dag på *papir*.

        | År | Sum |
        |---|---:|
        | 2027 | 12 |

        ##### Nærmere om tallene

        Se <https://example.org/tall>.
        """,
    "saker/raad/2026-03.md": """
        ---
        skjerming: {hjemmel: offl. § 23 tredje ledd, omfang: hele}
        ---
        """,
    "forum/utval.yaml": """
        navn: Utvalet for prøver
        saksnummer: NNN/AA T
        moetenummer: ingen
        vedleggsnummer: per_moete
        maalform: nn
        faste_saker:
          referat: {tittel: Godkjenning av referat, sakstype: godkjenning}
        """,
    "moeter/utval/2026-06-03.md": """
        ---
        tid: [2026-06-03 10.00-16.00, 2026-06-04 09.00-12.00]
        form: digitalt
        flyttet:
          - opprinnelig: 2026-05-27 10:00-16:00
            dato: 2026-05-04
            begrunnelse: Det kolliderte med eit anna møte
        saksliste:
          - {sak: 1/26, minutter: 60, utfall: behandlet, resultat: innstilt}
          - {pause: Kaffi, minutter: 15}
          - dag: 2
          - {sak: 2/26, minutter: 30, utfall: behandlet}
        ---
        """,
    "saker/utval/2026-01.md": """
        ---
        tittel: Deling av prøvesvar
        sakstype: beslutning
        sakseiere: [hdir, ks]
        foreslaatt_av: [ks]
        oppdrag: {av: dep, dokument: Tildelingsbrev 2026, frist: 2026-12-31}
        konsekvens_kommuner: {pris: 4 mill. kroner i året, konsultasjon: ikke_oppgitt}
        vedlegg: [Grunnlag, Tidsplan]
        ---
        """,
    "saker/utval/2026-02.md": """
        ---
        tittel: Måndagar og laurdagar
        sakstype: orientering
        forslag_til_vedtak: Utvalet tek saka til vitande.
        videre_saksprosess: avsluttes_her
        konsekvens_kommuner: ingen
        vedlegg: [Kalender]
        datert: 2026-05-18
        ---
        ## Bakgrunn

        Tekst på nynorsk.
        """,
}
