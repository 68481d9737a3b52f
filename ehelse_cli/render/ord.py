"""The words of the papers, in bokmål and nynorsk. A word that one of them lacks is a type error, not a gap on paper."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ehelse_cli.core.spraak import Maalform


@dataclass(frozen=True, slots=True, kw_only=True)
class Ord:
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
    tidsbruk: str
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
    konsekvens: str
    virkning: str
    ingen_konsekvenser: str
    videre_saksprosess: str
    avsluttes_her: str
    nr: str
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


BOKMAAL = Ord(
    og="og",
    eksempel="Eksempeldata",
    eksempel_forklart="Personer, møter og vedtak kan være funnet på.",
    utkast="UTKAST",
    utkast_forklart="Ikke ferdig, og ikke til å vise til.",
    unntatt="unntatt offentlighet",
    unntatt_deler="Deler av saken er unntatt offentlighet ({})",
    forum="Forum",
    sak="Sak",
    sakstype="Sakstype",
    sakseier="Sakseier",
    sakseiere="Sakseiere",
    framlegges_av="Framlegges av",
    vedlegg="Vedlegg",
    ikke_nummerert="ikke nummerert",
    uten_tittel="(tittel mangler)",
    uleselig="kan ikke leses",
    tabell="Tabell",
    kl="kl. {}",
    kilde="Kilde",
    saksliste="Saksliste",
    saker="Saker",
    ingen_saker="Sakslisten er ikke satt opp ennå.",
    moete="møte",
    tid="Tid",
    skriftlig_frist="Skriftlig behandling {}",
    svarfrist="Svarfrist",
    vilkaar="Vilkår i mandatet",
    sted="Sted",
    form="Møteform",
    sekretariat="Sekretariat",
    innkalt="Innkalt",
    papirer_ute="Sakspapirer sendt",
    frister="Frister før møtet",
    frist="Frist",
    senest="Senest",
    bestemt_av="Bestemt av",
    mandatet="Mandatet",
    praksis="Sekretariatets praksis",
    fastsatt="Fastsatt for dette møtet",
    dag="DAG",
    minutter="min",
    tidsbruk="Tidsbruk",
    pause="pause",
    fra_moetet="{tittel} fra {dato}",
    ettersendt="Sakspapirer ettersendt {}",
    avlyst="Møtet er avlyst",
    flyttet_fra="Møtet er flyttet fra {}",
    flyttet_dato="Bestemt {}",
    krevd_av="Krevd av",
    neste_moete="Neste møte",
    saksframlegg="Saksframlegg",
    moetedato="Møtedato",
    ikke_satt="ikke satt",
    saksnummer="Saksnummer",
    i_rollen="Behandles som",
    utarbeidet_av="Utarbeidet av",
    i_samarbeid_med="I samarbeid med",
    foreslaatt_av="Foreslått av",
    arkivsak="Arkivsak",
    oppdrag="Oppdrag",
    oppdrag_fra="{dokument} fra {av}",
    oppdrag_frist="frist {}",
    forslag_til="Forslag til {}",
    vedtak="vedtak",
    under_forutsetning="Forutsetning: {}",
    spoersmaal="Spørsmål til drøfting",
    historikk="Historikk",
    behandlet_i="{forum}, sak {nummer}",
    uten_utfall="utfallet er ikke registrert",
    videre_til="{} til {}",
    konsekvenser="Konsekvenser for kommunene",
    konsekvens="Konsekvens",
    virkning="Beskrivelse",
    ingen_konsekvenser="Saken har ingen konsekvenser for kommunene.",
    videre_saksprosess="Videre saksprosess",
    avsluttes_her="Saken avsluttes her.",
    nr="Nr.",
    hvem="Hvem",
    rolle="Rolle",
    naar="Når",
    implementering="Implementering",
    hva="Hva",
    utredning="Utredning",
    aktoerer="Roller, kostnader og gevinster",
    avhengigheter="Det saken er avhengig av",
    grunnlagsdokumenter="Det saken bygger på",
    gjelder_naar="gjelder {}",
    side="side {}",
    oppdatert="Oppdatert",
    ingen="ingen",
    ikke_oppgitt="ikke oppgitt",
    sakstyper={
        "godkjenning": "godkjenning",
        "orientering": "orientering",
        "droefting": "drøfting",
        "behandling": "behandling",
        "innspill": "innspill",
        "raad": "råd",
        "tilslutning": "tilslutning",
        "innstilling": "innstilling",
        "beslutning": "beslutning",
        "valg": "valg",
        "referatsak": "referatsak",
        "delegert": "delegert sak",
        "eventuelt": "eventuelt",
    },
    former={"fysisk": "fysisk møte", "digitalt": "digitalt møte", "hybrid": "fysisk møte med digital deltakelse"},
    moetetyper={"ordinaert": "møte", "ekstraordinaert": "ekstraordinært møte", "skriftlig": "skriftlig behandling"},
    frist_hva={
        "innkalling": "Innkalling",
        "saksliste": "Saksliste",
        "saksdokumenter": "Saksdokumenter",
        "innmelding": "Innmelding av saker",
        "forfall": "Melding om forfall",
        "referat": "Referat",
        "kommentarer": "Kommentarer til referatet",
        "moeteplan": "Møteplan",
        "aarshjul": "Årshjul",
    },
    utfall={
        "behandlet": "behandlet",
        "utsatt": "utsatt",
        "sendt_tilbake": "sendt tilbake",
        "oversendt": "oversendt",
        "trukket": "trukket",
    },
    resultater={
        "tilslutning": "fikk tilslutning",
        "godkjent": "godkjent",
        "tatt_til_orientering": "tatt til orientering",
        "droeftet": "drøftet",
        "anbefalt": "anbefalt",
        "ikke_anbefalt": "ikke anbefalt",
        "innstilt": "innstilling gitt",
        "besluttet": "besluttet",
        "valgt": "valg gjennomført",
    },
    roller={
        "innspill": "gir innspill",
        "innstilling": "innstiller",
        "raad": "gir råd",
        "hoering": "høring",
        "konsultasjon": "konsultasjon",
        "beslutning": "beslutter",
        "orientering": "blir orientert",
        "gjennomfoering": "gjennomfører",
        "oppfoelging": "følger opp",
    },
    verv={
        "alle_medlemmer": "alle medlemmene",
        "egen_virksomhet": "egen virksomhet",
        "leder": "lederen",
        "medlemmer": "medlemmene",
        "moetet": "møtet",
        "nestleder": "nestlederen",
        "observatoerer": "observatørene",
        "raadet": "rådet",
        "sakseier": "sakseieren",
        "sekretariatet": "sekretariatet",
        "stedfortredere": "stedfortrederne",
    },
    kommuner={
        "pris": "Pris",
        "innfoering": "Innføring",
        "gevinst": "Gevinst",
        "innfoeringstakt": "Innføringstakt",
        "avslutning": "Avslutning av dagens løsninger",
        "risiko": "Risiko",
        "grunnlag": "Grunnlag",
        "konsultasjon": "Konsultasjon",
    },
    utredning_spoersmaal={
        "problem": "Hva er problemet, og hva vil vi oppnå?",
        "tiltak": "Hvilke tiltak er relevante?",
        "prinsipielt": "Hvilke prinsipielle spørsmål reiser tiltakene?",
        "virkninger": "Hva er virkningene, hvor varige er de, og hvem blir berørt?",
        "anbefaling": "Hvilket tiltak anbefales, og hvorfor?",
        "gjennomfoering": "Hva er forutsetningene for en vellykket gjennomføring?",
    },
    aktoer_kolonner={
        "hvem": "Hvem",
        "rolle": "Rolle",
        "kostnad": "Kostnad",
        "gevinst": "Gevinst",
        "risiko": "Risiko",
        "avtale": "Avtale",
    },
    aktoer_roller={
        "eier": "eier",
        "premissgiver": "premissgiver",
        "bestiller": "bestiller",
        "kunde": "kunde",
        "leverandoer": "leverandør",
        "bruker": "bruker",
    },
)

NYNORSK = Ord(
    og="og",
    eksempel="Eksempeldata",
    eksempel_forklart="Personar, møte og vedtak kan vere dikta opp.",
    utkast="UTKAST",
    utkast_forklart="Ikkje ferdig, og ikkje til å vise til.",
    unntatt="unnateke offentlegheit",
    unntatt_deler="Delar av saka er unnatekne offentlegheit ({})",
    forum="Forum",
    sak="Sak",
    sakstype="Sakstype",
    sakseier="Sakseigar",
    sakseiere="Sakseigarar",
    framlegges_av="Blir lagd fram av",
    vedlegg="Vedlegg",
    ikke_nummerert="ikkje nummerert",
    uten_tittel="(tittel manglar)",
    uleselig="kan ikkje lesast",
    tabell="Tabell",
    kl="kl. {}",
    kilde="Kjelde",
    saksliste="Sakliste",
    saker="Saker",
    ingen_saker="Saklista er ikkje sett opp enno.",
    moete="møte",
    tid="Tid",
    skriftlig_frist="Skriftleg handsaming {}",
    svarfrist="Svarfrist",
    vilkaar="Vilkår i mandatet",
    sted="Stad",
    form="Møteform",
    sekretariat="Sekretariat",
    innkalt="Innkalla",
    papirer_ute="Sakspapir sende",
    frister="Fristar før møtet",
    frist="Frist",
    senest="Seinast",
    bestemt_av="Fastsett av",
    mandatet="Mandatet",
    praksis="Praksisen til sekretariatet",
    fastsatt="Fastsett for dette møtet",
    dag="DAG",
    minutter="min",
    tidsbruk="Tidsbruk",
    pause="pause",
    fra_moetet="{tittel} frå {dato}",
    ettersendt="Sakspapir ettersende {}",
    avlyst="Møtet er avlyst",
    flyttet_fra="Møtet er flytta frå {}",
    flyttet_dato="Fastsett {}",
    krevd_av="Kravd av",
    neste_moete="Neste møte",
    saksframlegg="Saksframlegg",
    moetedato="Møtedato",
    ikke_satt="ikkje sett",
    saksnummer="Saksnummer",
    i_rollen="Blir handsama som",
    utarbeidet_av="Utarbeidd av",
    i_samarbeid_med="I samarbeid med",
    foreslaatt_av="Foreslått av",
    arkivsak="Arkivsak",
    oppdrag="Oppdrag",
    oppdrag_fra="{dokument} frå {av}",
    oppdrag_frist="frist {}",
    forslag_til="Framlegg til {}",
    vedtak="vedtak",
    under_forutsetning="Føresetnad: {}",
    spoersmaal="Spørsmål til drøfting",
    historikk="Historikk",
    behandlet_i="{forum}, sak {nummer}",
    uten_utfall="utfallet er ikkje registrert",
    videre_til="{} til {}",
    konsekvenser="Konsekvensar for kommunane",
    konsekvens="Konsekvens",
    virkning="Skildring",
    ingen_konsekvenser="Saka har ingen konsekvensar for kommunane.",
    videre_saksprosess="Vidare saksprosess",
    avsluttes_her="Saka blir avslutta her.",
    nr="Nr.",
    hvem="Kven",
    rolle="Rolle",
    naar="Når",
    implementering="Implementering",
    hva="Kva",
    utredning="Utgreiing",
    aktoerer="Roller, kostnader og gevinstar",
    avhengigheter="Det saka er avhengig av",
    grunnlagsdokumenter="Det saka byggjer på",
    gjelder_naar="gjeld {}",
    side="side {}",
    oppdatert="Oppdatert",
    ingen="ingen",
    ikke_oppgitt="ikkje oppgitt",
    sakstyper={
        "godkjenning": "godkjenning",
        "orientering": "orientering",
        "droefting": "drøfting",
        "behandling": "handsaming",
        "innspill": "innspel",
        "raad": "råd",
        "tilslutning": "tilslutning",
        "innstilling": "tilråding",
        "beslutning": "avgjerd",
        "valg": "val",
        "referatsak": "referatsak",
        "delegert": "delegert sak",
        "eventuelt": "eventuelt",
    },
    former={"fysisk": "fysisk møte", "digitalt": "digitalt møte", "hybrid": "fysisk møte med digital deltaking"},
    moetetyper={"ordinaert": "møte", "ekstraordinaert": "ekstraordinært møte", "skriftlig": "skriftleg handsaming"},
    frist_hva={
        "innkalling": "Innkalling",
        "saksliste": "Sakliste",
        "saksdokumenter": "Saksdokument",
        "innmelding": "Innmelding av saker",
        "forfall": "Melding om forfall",
        "referat": "Referat",
        "kommentarer": "Kommentarar til referatet",
        "moeteplan": "Møteplan",
        "aarshjul": "Årshjul",
    },
    utfall={
        "behandlet": "handsama",
        "utsatt": "utsett",
        "sendt_tilbake": "send tilbake",
        "oversendt": "oversend",
        "trukket": "trekt",
    },
    resultater={
        "tilslutning": "fekk tilslutning",
        "godkjent": "godkjend",
        "tatt_til_orientering": "teken til orientering",
        "droeftet": "drøfta",
        "anbefalt": "tilrådd",
        "ikke_anbefalt": "ikkje tilrådd",
        "innstilt": "tilråding gitt",
        "besluttet": "avgjord",
        "valgt": "val gjennomført",
    },
    roller={
        "innspill": "gir innspel",
        "innstilling": "gir tilråding",
        "raad": "gir råd",
        "hoering": "høyring",
        "konsultasjon": "konsultasjon",
        "beslutning": "avgjer",
        "orientering": "blir orientert",
        "gjennomfoering": "gjennomfører",
        "oppfoelging": "følgjer opp",
    },
    verv={
        "alle_medlemmer": "alle medlemene",
        "egen_virksomhet": "eiga verksemd",
        "leder": "leiaren",
        "medlemmer": "medlemene",
        "moetet": "møtet",
        "nestleder": "nestleiaren",
        "observatoerer": "observatørane",
        "raadet": "rådet",
        "sakseier": "sakseigaren",
        "sekretariatet": "sekretariatet",
        "stedfortredere": "varamedlemene",
    },
    kommuner={
        "pris": "Pris",
        "innfoering": "Innføring",
        "gevinst": "Gevinst",
        "innfoeringstakt": "Innføringstakt",
        "avslutning": "Avslutning av løysingane i dag",
        "risiko": "Risiko",
        "grunnlag": "Grunnlag",
        "konsultasjon": "Konsultasjon",
    },
    utredning_spoersmaal={
        "problem": "Kva er problemet, og kva vil vi oppnå?",
        "tiltak": "Kva tiltak er relevante?",
        "prinsipielt": "Kva prinsipielle spørsmål reiser tiltaka?",
        "virkninger": "Kva er verknadene, kor varige er dei, og kven blir råka?",
        "anbefaling": "Kva tiltak blir tilrådd, og kvifor?",
        "gjennomfoering": "Kva er føresetnadene for ei vellykka gjennomføring?",
    },
    aktoer_kolonner={
        "hvem": "Kven",
        "rolle": "Rolle",
        "kostnad": "Kostnad",
        "gevinst": "Gevinst",
        "risiko": "Risiko",
        "avtale": "Avtale",
    },
    aktoer_roller={
        "eier": "eigar",
        "premissgiver": "premissgivar",
        "bestiller": "bestillar",
        "kunde": "kunde",
        "leverandoer": "leverandør",
        "bruker": "brukar",
    },
)

ORD: Mapping[Maalform, Ord] = {"nb": BOKMAAL, "nn": NYNORSK}
