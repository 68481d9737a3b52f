"""A council with everything that papers tell of: mandates, members, minutes with every kind of outcome, a year."""

from __future__ import annotations

from collections.abc import Mapping

from tests.render.trees import FILES

_HODE = """
        stedfortreder: {norm: kan, ordning: personlig, antall: 1, for: medlem}
        funksjonstid: {varer: 2 aar}
        beslutning: {virkning: raad, forbehold: [{id: kommunal, grupper: [kommuner, ks], verdi: kan_ikke_forplikte}]}
        moeter: ikke_regulert
        frister: [{id: innkalling, frist: 3 uker foer moetet}, {id: forfall, frist: 48 timer foer moetet}]
        protokoll: {godkjennes: neste_moete}
        offentlighet: ukjent
        habilitet: ikke_regulert
        skriftlig_behandling: ikke_regulert
"""

_QUORUM = (
    "beslutningsdyktighet: {proeves: hver_sak, teller: [medlem, stedfortreder], "
    "krav: [{id: halvparten, antall: minst 1/2, av: seter}]}"
)

COUNCIL: Mapping[str, str] = {
    **{path: FILES[path] for path in ("datasett.yaml", "virksomheter.yaml")},
    "forum/fag.yaml": """
        navn: Fagrådet for prøver
        kort: Fagrådet
        sekretariat: hdir
        saksnummer: N/AAAA
        moetenummer: N/AAAA
        ord: {vedtak: Tilråding}
        faste_saker:
          innkalling: {tittel: Godkjenning av innkalling, sakstype: godkjenning, minutter: 5, vedtak: Den godkjennes.}
          referat: {tittel: Godkjenning av referat, sakstype: godkjenning, minutter: 5, vedtak: Referatet godkjennes.}
        praksis: {kommentarer: 5 virkedager etter referat_utkast}
        medlemmer_kjent_fra: 2026-01-01
        medlemmer:
          - {navn: Grete Sol, virksomhet: hdir, rolle: leder, periode: 2026-01-01}
          - {navn: Anne Lie (Bergen), virksomhet: ks, gruppe: kommuner, periode: 2026-01-01/2026-12-31}
          - {navn: Lars Eide, virksomhet: ks, gruppe: kommuner, periode: 2026-01-01, permisjon: [2026-11-01/2026-12-31]}
          - {navn: Unni Vik, virksomhet: nhn, gruppe: nhn, periode: 2026-01-01}
          - {navn: Ola Berg, virksomhet: dep, rolle: observatoer, periode: 2026-01-01}
        stedfortredere:
          - {navn: Pål Rye, virksomhet: ks, for: Lars Eide, periode: 2026-01-01}
          - {navn: Liv Ek, virksomhet: ks, for: kommuner, nr: 1, periode: 2026-01-01}
        """,
    "mandater/fag/2026-01-01.md": f"""
        ---
        forum: fag
        status: vedtatt
        vedtatt: {{dato: 2025-11-20, av: dep}}
        gjelder_fra: 2026-01-01
        sammensetning:
          punkt: sammensetning
          seter: 5
          leder: {{virksomheter: [hdir], sete: eget}}
          grupper:
            - {{id: kommuner, antall: 3, oppnevnes_av: ks}}
            - {{id: nhn, antall: 1, virksomheter: [nhn]}}
        {_QUORUM}
        {_HODE.strip()}
        ---
        ## Sammensetning

        Fagrådet har fem medlemmer.

        - KS oppnevner tre.
        """,
    "mandater/fag/2027-01-01-utkast.md": f"""
        ---
        forum: fag
        status: utkast
        vedtatt: {{dato: ukjent, av: dep}}
        gjelder_fra: 2027-01-01
        erstatter: fag@2026-01-01
        sammensetning:
          punkt: sammensetning
          seter: 6
          leder: {{virksomheter: [hdir], sete: eget}}
          grupper:
            - {{id: kommuner, antall: 4, oppnevnes_av: ks}}
            - {{id: nhn, antall: 1, virksomheter: [nhn]}}
        {_QUORUM}
        {_HODE.strip()}
        ---
        ## Sammensetning

        Fagrådet har seks medlemmer.

        - KS oppnevner fire.
        """,
    "moeter/fag/2026-m1.md": """
        ---
        tid: [2026-09-09 10.00-15.00, 2026-09-10 09.00-12.00]
        form: hybrid
        sted: Oslo
        innkalt: 2026-08-19
        papirer_ute: 2026-08-20
        fremmoete:
          medlemmer:
            - Grete Sol
            - {navn: Anne Lie (Bergen), digitalt: ja, tom_sak: 1/2026}
            - {navn: Pål Rye, for: Lars Eide}
          observatoerer: [Ola Berg]
          sekretariat: [Randi Lund]
          inviterte: [{navn: Stein Ness, virksomhet: hdir, saker: [1/2026]}]
          forfall: [Unni Vik]
        saksliste:
          - {fast: innkalling, kl: "10:00", utfall: behandlet, vedtak: som_foreslaatt}
          - bolk: Saker til tilråding
          - sak: 1/2026
            kl: "10:05"
            minutter: 15+45
            moeteleder: Anne Lie (Bergen)
            habilitet:
              - navn: Grete Sol
                utfall: inhabil
                fratraadte: ja
                begrunnelse: Har skrevet saken.
            utfall: behandlet
            resultat: anbefalt
            vedtak:
              - Fagrådet anbefaler å starte i 2029.
              - tekst: Kommunene får hjelp.
                forutsetning: Driften er finansiert.
            votering: {for: 2, mot: 1, blankt: 1, leders_dobbeltstemme: ja}
            tilfoersel:
              - {slag: forbehold, av: [ks, kommuner], punkt: [1, 2], kilde: mandatet}
              - slag: dissens
                av: [Pål Rye]
                tekst: Det haster ikke.
              - {slag: merknad, av: [nhn]}
            innspill:
              - av: ikke_oppgitt
                tekst: Opplæring må regnes inn.
                haandtering:
                  utfall: ikke_tatt_inn
                  dato: 2026-10-01
                  begrunnelse: Den er regnet inn.
                  kilde: Notat
            tiltak:
              - {hva: Plan for opplæring, hvem: hdir, frist: 2026-12-01, utfoert: 2026-11-20}
              - {hva: Spre kunnskap}
            oppsummering: Det er enighet om målet.
          - {pause: Lunsj, minutter: 30}
          - {sak: 3/2026, minutter: 10, utfall: behandlet}
          - dag: 2
          - sak: 4/2026
            tittel: Referatsaker
            sakstype: referatsak
            underpunkter: [{tittel: Nytt fra KS}]
            utfall: behandlet
            resultat: tatt_til_orientering
          - sak: 5/2026
            tittel: Ny tjeneste
            sakstype: droefting
            habilitet: ingen
            utfall: utsatt
            videre_til: fag-2026-m2
            begrunnelse: Tallene mangler.
            votering: konsensus
          - {tittel: Eventuelt, sakstype: eventuelt, utfall: behandlet}
        referat: {utkast_sendt: 2026-09-16}
        ---
        Lederen ønsket velkommen.

        ## Sak 1/2026

        Rådet drøftet *saken*.

        ## Sak 3/2026

        hemmelig om sak tre

        ## Eventuelt

        Ingenting.

        ## Takk

        Alle ble takket.
        """,
    "moeter/fag/2026-m2.md": """
        ---
        tid: 2026-12-02 10:00-14:00
        form: fysisk
        innkalt: 2026-11-11
        papirer_ute: 2026-11-12
        saksliste:
          - {fast: innkalling}
          - {fast: referat, gjelder: fag-2026-m1, rettelser: [Det skal stå onsdag.]}
          - {sak: 2/2026, minutter: 30, ettersendt: 2026-11-20}
          - {sak: 3/2026, minutter: 10}
          - {tittel: Eventuelt, sakstype: eventuelt}
        ---
        """,
    "moeter/fag/2026-m3.md": """
        ---
        tid: 2026-10-01/2026-10-08
        type: skriftlig
        fremmoete: {medlemmer: [Grete Sol, Unni Vik], forfall: [Anne Lie (Bergen)]}
        saksliste: [{sak: 2/2026, utfall: behandlet, resultat: tilslutning}]
        referat: {utkast_sendt: 2026-10-09, godkjent: 2026-10-20}
        ---
        """,
    "saker/fag/2026-01.md": """
        ---
        tittel: Deling av prøvesvar
        sakstype: raad
        framlegges_av: [{navn: Stein Ness, virksomhet: hdir}]
        forslag_til_vedtak: Fagrådet anbefaler å starte i 2028.
        ---
        """,
    "saker/fag/2026-02.md": """
        ---
        tittel: Ei sak på nynorsk
        maalform: nn
        sakstype: tilslutning
        oppdatert: [{dato: 2026-11-21, endret: nye tal}]
        forslag_til_vedtak: Fagrådet sluttar seg til planen.
        utredning: {problem: Svara kjem seint., anbefaling: Alternativ 2.}
        vedlegg:
          - {tittel: Tal, fil: tal.csv, publiseres: ja}
          - {tittel: hemmelig avtale, skjerming: {hjemmel: offl. § 13, omfang: hele}}
        ---
        ## Bakgrunn

        Sjå [lenkja](#bakgrunn) og <https://example.org>.
        """,
    "saker/fag/2026-02/tal.csv": "a;b\n1;2\n",
    "saker/fag/2026-03.md": """
        ---
        skjerming: {hjemmel: offl. § 23 tredje ledd, omfang: hele}
        ---
        """,
    "aarshjul/2026.yaml": """
        forum: [fag]
        behandlet: fag-2026-m1
        publisert: 2025-12-01
        hendelser:
          - {tittel: Budsjett, slag: anker, hvem: dep, dato: 2026-10}
          - {tittel: Formøtet, slag: formoete, hvem: ks, dato: 2026-11-25, foer: [fag-2026-m2], trenger_papirer: ja}
          - {tittel: KS, slag: formoete, hvem: ks, dato: 2026-01-13/2026-06-16, hver: 2 uker}
          - {tittel: Ferie, slag: stengt, dato: 2026-07-01/2026-08-14, merknad: alle har fri}
        """,
}
