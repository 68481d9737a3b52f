"""Which words the papers have. A word that one of the languages lacks is a type error, not a gap on paper."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct


class Ord(Struct, frozen=True, kw_only=True):
    """Everything a paper says by itself. Texts with `{}` take a value."""

    # both papers
    og: str
    eksempel: str
    eksempel_forklart: str
    utkast: str
    utkast_forklart: str
    unntatt: str
    unntatt_deler: str
    forum: str
    sak: str
    sakstype: str
    sakseier: str
    sakseiere: str
    framlegges_av: str
    vedlegg: str
    ikke_nummerert: str
    uten_tittel: str
    uleselig: str
    tabell: str
    kl: str
    kilde: str
    # the agenda
    saksliste: str
    saker: str
    ingen_saker: str
    moete: str
    tid: str
    skriftlig_frist: str
    svarfrist: str
    vilkaar: str
    sted: str
    form: str
    sekretariat: str
    innkalt: str
    papirer_ute: str
    frister: str
    frist: str
    senest: str
    bestemt_av: str
    mandatet: str
    praksis: str
    fastsatt: str
    dag: str
    minutter: str
    pause: str
    fra_moetet: str
    ettersendt: str
    avlyst: str
    flyttet_fra: str
    flyttet_dato: str
    krevd_av: str
    neste_moete: str
    # the case paper
    saksframlegg: str
    moetedato: str
    ikke_satt: str
    saksnummer: str
    i_rollen: str
    utarbeidet_av: str
    i_samarbeid_med: str
    foreslaatt_av: str
    arkivsak: str
    oppdrag: str
    oppdrag_fra: str
    oppdrag_frist: str
    forslag_til: str
    vedtak: str
    under_forutsetning: str
    spoersmaal: str
    historikk: str
    behandlet_i: str
    uten_utfall: str
    videre_til: str
    konsekvenser: str
    ingen_konsekvenser: str
    videre_saksprosess: str
    avsluttes_her: str
    hvem: str
    rolle: str
    naar: str
    implementering: str
    hva: str
    utredning: str
    aktoerer: str
    avhengigheter: str
    grunnlagsdokumenter: str
    gjelder_naar: str
    side: str
    oppdatert: str
    ingen: str
    ikke_oppgitt: str
    # words for what the files say with a word of the format
    sakstyper: Mapping[str, str]
    former: Mapping[str, str]
    moetetyper: Mapping[str, str]
    frist_hva: Mapping[str, str]
    utfall: Mapping[str, str]
    resultater: Mapping[str, str]
    roller: Mapping[str, str]
    verv: Mapping[str, str]
    kommuner: Mapping[str, str]
    utredning_spoersmaal: Mapping[str, str]
    aktoer_kolonner: Mapping[str, str]
    aktoer_roller: Mapping[str, str]
    # the frame
    intern: str
    intern_forklart: str
    navn: str
    virksomhet: str
    merknad: str
    status: str
    publisert: str
    ukjent: str
    # the notice
    innkalling: str
    innkalling_skriftlig: str
    fra: str
    til: str
    medlemmene_i: str
    papirene_er: str
    meld_forfall: str
    meld_forfall_frist: str
    sendes_til: str
    kopi_til: str
    medlemmer_ukjent: str
    tilleggsinnkalling: str
    tillegg_til: str
    tillegg_uten_dato: str
    tema: str
    hva_er_nytt: str
    ny_utgave: str
    # the minutes
    referattitler: Mapping[str, str]
    referat_ikke_sendt: str
    referat_ikke_foert: str
    referat_publisert: str
    referat_sendt: str
    referat_merknader: str
    referat_merknader_ute: str
    godkjent_skriftlig: str
    godkjent_i_moetet: str
    rettelser: str
    moeteleder: str
    fremmoete: str
    svar: str
    medlemmer: str
    svarte: str
    svarte_ikke: str
    observatoerer: str
    bisittere: str
    inviterte: str
    forfall: str
    ikke_nevnt: str
    fremmoete_ikke_oppgitt: str
    pva: str
    digitalt: str
    fra_kl: str
    til_kl: str
    fom_sak: str
    tom_sak: str
    i_sak: str
    ikke_til_stede: str
    uvisst_til_stede: str
    dyktig: Mapping[str, str]
    dyktig_i_saken: Mapping[str, str]
    habilitet: Mapping[str, str]
    fratraadte: str
    ingen_inhabile: str
    oppsummering: str
    innspill: str
    uten_navn: str
    ingenting_foert: str
    haandtert: Mapping[str, str]
    som_foreslaatt: str
    endret_i_moetet: str
    formler: Mapping[str, str]
    utfall_ord: str
    votering: str
    voteringer: Mapping[str, str]
    stemte_for: str
    stemte_mot: str
    stemte_blankt: str
    dobbeltstemme: str
    tilfoersel: Mapping[str, str]
    fra_hvem: str
    til_punkt: str
    jf: str
    forbehold: Mapping[str, str]
    uten_begrunnelse: str
    tiltaksliste: str
    utfoert: str
    aapen: str
    annet: str
    foert_av: str
    # the pack
    moetepakke: str
    innhold: str
    vedleggene: str
    fil: str
    stoerrelse: str
    sjekksum: str
    sjekksum_forklart: str
    # the mandate
    mandat_for: str
    mandat_utkast: str
    mandatstatus: Mapping[str, str]
    ikrafttredelse: str
    gjelder_fra: Mapping[str, str]
    gjelder_til: str
    kjent_per: str
    vedtatt_av: str
    vedtas_av: str
    dato_ukjent: str
    hjemmel: str
    erstatter: str
    mandatet_som: str
    setene: str
    gruppe: str
    antall: str
    oppnevnes_av: str
    ikke_regulert: str
    ukjent_i_mandatet: str
    taushet: Mapping[str, str]
    mandatblokker: Mapping[str, str]
    # the members
    medlemsliste: str
    per_dag: str
    intet_mandat: str
    seter: str
    besatt: str
    besatt_av: str
    sammensetning: str
    sammensatt: Mapping[str, str]
    avvik: Mapping[str, str]
    ledig: str
    uten_gruppe: str
    verv_ord: str
    rolleord: Mapping[str, str]
    permisjon: str
    periode: str
    slutt_ukjent: str
    stedfortreder: str
    stedfortreder_for: str
    andre_som_moeter: str
    gaar_snart_ut: str
    perioder: str
    perioder_alt: str
    perioder_tekst: str
    # the year
    aarshjul: str
    aarshjul_for: str
    forum_flere: str
    behandlet: str
    kalender: str
    hendelser: Mapping[str, str]
    hva_naar: str
    hver: str
    tidsenheter: Mapping[str, str]
    foer_moetet: str
    trenger_papirer: str
    hjul_baand: str
    hjul_merker: str
    hjul_alt: str
    hjul_tekst: str
    oppmoete: Mapping[str, str]
    oppmoete_i: str
    oppmoete_alt: str
    oppmoete_tekst: str
    # the note on a change
    endringsnotat: str
    endringer_i: str
    fra_mandat: str
    til_mandat: str
    ingen_regelendringer: str
    ingen_kjente_regelendringer: str
    en_regelendring: str
    regelendringer: str
    nivaaer: Mapping[str, str]
    nivaaer_flere: Mapping[str, str]
    nivaaforklaring: Mapping[str, str]
    reglene: str
    regel: str
    foer: str
    etter: str
    endring: str
    punkt: str
    ordlyden: str
    ordlyden_forklart: str
    innledning: str
    blokkslag: Mapping[str, str]
    ikke_sammenlignet: str
    # the foot of a page
    side_av: str
