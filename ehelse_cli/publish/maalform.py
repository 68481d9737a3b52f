"""The site's own words on a page about a document in nynorsk: the page speaks the language of what it is about.

What stands around every page (menu, way, foot) is bokmål, and so is every page about more than one document.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache

#: What the templates say, and how nynorsk says it. A word that is not here cannot be said on any page.
NYNORSK: Mapping[str, str] = {
    # a case
    "Deler av saken er unntatt offentlighet, {}.": "Delar av saka er unnatekne offentlegheit, {}.",
    "Vedtak": "Vedtak",
    "Hva det ble til": "Kva det vart til",
    "punkt {}": "punkt {}",
    "Styringssignal: {}": "Styringssignal: {}",
    "Forslag til vedtak": "Framlegg til vedtak",
    "Spørsmål til drøfting": "Spørsmål til drøfting",
    "Forutsetning: {}": "Føresetnad: {}",
    "Konsekvenser for kommunene": "Konsekvensar for kommunane",
    "Saken har ingen konsekvenser for kommunene.": "Saka har ingen konsekvensar for kommunane.",
    "Utredning": "Utgreiing",
    "Roller, kostnader og gevinster": "Roller, kostnader og gevinstar",
    "Rolle": "Rolle",
    "Kostnad": "Kostnad",
    "Gevinst": "Gevinst",
    "Risiko": "Risiko",
    "Det saken er avhengig av": "Det saka er avhengig av",
    "Gjennomføring": "Gjennomføring",
    "Det saken bygger på": "Det saka byggjer på",
    "side {}": "side {}",
    "Historikk": "Historikk",
    "Vedlegg": "Vedlegg",
    "Vedlegg {}:": "Vedlegg {}:",
    "Delvis unntatt offentlighet, {}": "Delvis unnateke offentlegheit, {}",
    "Unntatt offentlighet, {}": "Unnateke offentlegheit, {}",
    "Unntatt offentlighet": "Unnateke offentlegheit",
    "Publiseres ikke": "Blir ikkje publisert",
    "Om saken": "Om saka",
    "Sakens gang": "Gangen i saka",
    "er behandlet": "er handsama",
    "skal behandles": "skal handsamast",
    "svarte: {}": "svara: {}",
    "Fakta": "Fakta",
    "Publisert": "Publisert",
    "Oppdatert": "Oppdatert",
    "Sakseier": "Sakseigar",
    "Foreslått av": "Foreslått av",
    "Utarbeidet av": "Utarbeidd av",
    "I samarbeid med": "I samarbeid med",
    "Framlegges av": "Blir lagd fram av",
    "Behandles som": "Blir handsama som",
    "Oppdrag": "Oppdrag",
    "frist {}": "frist {}",
    "Arkivsak": "Arkivsak",
    "Videre": "Vidare",
    "Saken avsluttes her.": "Saka blir avslutta her.",
    "Kilde": "Kjelde",
    # what became of advice
    "Fulgt": "Følgt",
    "Delvis fulgt": "Delvis følgt",
    "Ikke fulgt": "Ikkje følgt",
    "Venter på svar": "Ventar på svar",
    "Videreført": "Vidareført",
    "Avsluttet her": "Avslutta her",
    # minutes
    "Saken ble {}.": "Saka vart {}.",
    "Saken ble {} til {}.": "Saka vart {} til {}.",
    "{} stemte for, {} mot": "{} røysta for, {} mot",
    "{} blankt": "{} blankt",
    "Lederens stemme avgjorde.": "Røysta til leiaren avgjorde.",
    "fra {}": "frå {}",
    "til punkt {}": "til punkt {}",
    "{} var inhabil.": "{} var ugild.",
    "Fratrådte under behandlingen.": "Gjekk frå under handsaminga.",
    "Habiliteten ble vurdert: {} var habil.": "Habiliteten vart vurdert: {} var gild.",
    "Innspill fra medlemmer": "Innspel frå medlemer",
    "Tiltak": "Tiltak",
    "Hva": "Kva",
    "Hvem": "Kven",
    "Frist": "Frist",
    "Utført": "Utført",
    "Åpen": "Open",
    # a meeting
    "Møtet": "Møtet",
    "Møtet er avlyst.": "Møtet er avlyst.",
    "Møtet er flyttet": "Møtet er flytta",
    "bestemt {}": "bestemt {}",
    "Om møtet": "Om møtet",
    "Dag {}": "Dag {}",
    "Tid": "Tid",
    "Sted": "Stad",
    "Form": "Form",
    "Innkalt": "Innkalla",
    "Papirene sendt": "Papira sende",
    "Referatet publisert": "Referatet publisert",
    "Møteleder": "Møteleiar",
    "Legg til i kalender": "Legg til i kalender",
    "Møtet som kalenderfil": "Møtet som kalenderfil",
    "Frister": "Fristar",
    "Saker og vedtak": "Saker og vedtak",
    "Saksliste": "Sakliste",
    "Sak {}": "Sak {}",
    "Sakspapirer ettersendt {}": "Sakspapir ettersende {}",
    "Ikke offentlig ennå": "Ikkje offentleg enno",
    "Sakslisten er ikke sendt ut ennå.": "Saklista er ikkje send ut enno.",
    "Referat": "Referat",
    "Fremmøte": "Frammøte",
    "Medlemmer": "Medlemer",
    "Observatører": "Observatørar",
    "Bisittere": "Bisitjarar",
    "Sekretariat": "Sekretariat",
    "Inviterte": "Inviterte",
    "Forfall": "Forfall",
    "for {}": "for {}",
    "digitalt": "digitalt",
    "fra kl. {}": "frå kl. {}",
    "til kl. {}": "til kl. {}",
    "fra og med sak {}": "frå og med sak {}",
    "til og med sak {}": "til og med sak {}",
    "sak {}": "sak {}",
    # a mandate
    "Gjelder nå": "Gjeld no",
    "Dette mandatet gjelder ikke ennå.": "Dette mandatet gjeld ikkje enno.",
    "Dette mandatet gjelder ikke lenger.": "Dette mandatet gjeld ikkje lenger.",
    "Reglene slik maskiner leser dem": "Reglane slik maskinar les dei",
    "Reglene i mandatet": "Reglane i mandatet",
    "Regel": "Regel",
    "Verdi": "Verdi",
    "Om mandatet": "Om mandatet",
    "Gjelder fra": "Gjeld frå",
    "Kjent per": "Kjend per",
    "Til": "Til",
    "Fra": "Frå",
    "Vedtatt": "Vedteke",
    "Vedtatt av": "Vedteke av",
    "Seter": "Sete",
    "Hjemmel": "Heimel",
    "Hva som er endret": "Kva som er endra",
    "Hva som er endret i mandatet for {}": "Kva som er endra i mandatet for {}",
    "Siden {}": "Sidan {}",
    "Andre utgaver": "Andre utgåver",
    "Mandatet fra {}": "Mandatet frå {}",
    "mandatet fra {}": "mandatet frå {}",
    "Det som er nytt, er merket": "Det som er nytt, er merkt",
    "slik": "slik",
    ", og det som er borte,": ", og det som er borte,",
    "Avsnitt som er flyttet, er merket med hvor de sto.": "Avsnitt som er flytta, er merkte med kvar dei stod.",
    "Ordlyden er den samme.": "Ordlyden er den same.",
    "Innledning": "Innleiing",
    "innledningen": "innleiinga",
    "(uendret)": "(uendra)",
    "Nytt": "Nytt",
    "Borte": "Borte",
    "Nytt: ": "Nytt: ",
    "Fjernet: ": "Fjerna: ",
    "Endret: ": "Endra: ",
    "Flyttet: ": "Flytta: ",
    "satt inn: ": "sett inn: ",
    "strøket: ": "stroke: ",
    "(slutt)": "(slutt)",
    "(flyttet fra {})": "(flytta frå {})",
    # papers
    "Last ned": "Last ned",
    "Innkalling": "Innkalling",
    "Tilleggsinnkalling": "Tilleggsinnkalling",
    "Alle papirene i én fil": "Alle papira i éi fil",
    "Saksframlegg": "Saksframlegg",
    "Mandatet": "Mandatet",
    "Medlemsliste": "Medlemsliste",
    "Årshjul": "Årshjul",
}


@cache
def paa(maalform: str) -> Callable[..., str]:
    """How something is said in the language; what is said with it (`{}`) is put in.

    Raises:
        KeyError: on saying what nynorsk has no words for here, whatever the language.
    """
    ordboken = NYNORSK if maalform == "nn" else dict(zip(NYNORSK, NYNORSK, strict=True))

    def si(ordene: str, *med: object) -> str:
        sagt = ordboken[ordene]
        return sagt.format(*med) if med else sagt

    return si


def vocabulary() -> Iterator[str]:
    """Everything that may be said, in both."""
    yield from NYNORSK
    yield from NYNORSK.values()
