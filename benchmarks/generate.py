"""Writes a data tree with so many cases, the same bytes every time: councils, mandates, members, meetings, papers.

    python -m benchmarks.generate 1000 /tmp/tree

Each council has some 250 cases on 32 meetings over four years, 18 seats with one change of members, two mandate
revisions and a handful of substitutes; a bigger tree has more councils. The tree is one without errors.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from random import Random

LAST_YEAR = 2026
SECOND_TERM = date(2025, 1, 1)  # the seats are filled anew, and the mandate is revised
CASES_PER_FORUM = 250
CASES_PER_MEETING = 8
MONTHS = (1, 2, 3, 5, 6, 9, 10, 11)  # a meeting on the second Wednesday of each

FIRST_NAMES = """
Anne Berit Cecilie Dag Eirik Frode Grete Hilde Inger Jonas Kari Lars Marit Nils Ola Per Randi Siri Tor Unni
Vidar Wenche Yngve Åse Bjørn Camilla Espen Guro Håkon Ingrid Jorunn Knut Liv Mona Odd Pål Ragnhild Stein Tora Øyvind
"""
LAST_NAMES = """
Aune Berg Bakken Dahl Eide Foss Granlund Haugen Iversen Jensen Kvam Lunde Moen Nyvik Opdal Rud Ruud Rye Sandvik Sem
Ski Solheim Strand Tangen Ulvik Vangen Vik Ødegård Åsen Lie Nordby Myhre Hagen Brekke Lien Solli Moe Holm Dale Sæther
"""
PEOPLE = tuple(f"{first} {last}" for first in FIRST_NAMES.split() for last in LAST_NAMES.split())
SUBJECTS = (
    "Deling av legemiddelopplysninger",
    "Felles grunnmur for digitale tjenester",
    "Pasientens journaldokumenter",
    "Digital hjemmeoppfølging",
    "Kritisk informasjon om pasienter",
    "Helsefaglig terminologi",
    "Elektronisk meldingsutveksling",
    "Sikker tilgang på tvers av virksomheter",
    "Digitale behandlingsplaner",
    "Porteføljen for neste år",
)
PURPOSES = (
    "råd om innføring",
    "status og videre arbeid",
    "valg av løsning",
    "prioritering",
    "grunnlag for anskaffelse",
)
SENTENCES = (
    "Arbeidet berører kommuner, sykehus og fastleger, og forutsetter at de tar løsningen i bruk i samme takt.",
    "Gevinstene kommer i andre virksomheter enn de som bærer kostnadene.",
    "Utprøvingen har vist at de ansatte bruker mindre tid på å lete etter opplysninger.",
    "Flere av leverandørene må endre sine systemer før innføringen kan starte.",
    "Personvernet er vurdert, og vurderingen er lagt ved i arkivet.",
    "Det gjenstår å avklare hvem som skal forvalte løsningen etter prosjektets slutt.",
    "Alternativene er sammenlignet på kostnad, risiko og tid, og forskjellene er små.",
    "Kommunene ber om forutsigbarhet i prisene før de binder seg.",
)
# The groups of every council, and in each the organisation of every seat.
GROUPS = {
    "kommuner": ("bergen", "kristiansand", "oslo", "tromsoe", "trondheim"),
    "ks": ("ks",),
    "rhf": ("helse-midt-norge", "helse-nord", "helse-soer-oest", "helse-vest"),
    "stat": ("helsedirektoratet", "fhi", "digdir"),
    "brukere": ("pasientforeningen", "brukerforeningen"),
    "fag": ("legeforeningen", "nsf"),
}
ORGANISATIONS = """\
bergen: {navn: Bergen kommune, sektor: kommunal}
brukerforeningen: {navn: Brukerforeningen, sektor: organisasjon}
digdir: {navn: Digitaliseringsdirektoratet, kort: Digdir, sektor: stat}
fhi: {navn: Folkehelseinstituttet, kort: FHI, sektor: stat}
helse-midt-norge: {navn: Helse Midt-Norge RHF, sektor: spesialisthelsetjeneste}
helse-nord: {navn: Helse Nord RHF, sektor: spesialisthelsetjeneste}
helse-soer-oest: {navn: Helse Sør-Øst RHF, sektor: spesialisthelsetjeneste}
helse-vest: {navn: Helse Vest RHF, sektor: spesialisthelsetjeneste}
helsedirektoratet: {navn: Helsedirektoratet, sektor: stat}
hod: {navn: Helse- og omsorgsdepartementet, kort: HOD, sektor: stat}
kristiansand: {navn: Kristiansand kommune, sektor: kommunal}
ks: {navn: KS, sektor: kommunal}
legeforeningen: {navn: Den norske legeforening, sektor: organisasjon}
nsf: {navn: Norsk Sykepleierforbund, kort: NSF, sektor: organisasjon}
oslo: {navn: Oslo kommune, sektor: kommunal}
pasientforeningen: {navn: Pasientforeningen, sektor: organisasjon}
tromsoe: {navn: Tromsø kommune, sektor: kommunal}
trondheim: {navn: Trondheim kommune, sektor: kommunal}
"""
MANDATE = """\
---
forum: {forum}
status: vedtatt
vedtatt: {{dato: {adopted}, av: helsedirektoratet, sak: brev {adopted}}}
gjelder_fra: {start}
sammensetning:
  punkt: sammensetning
  seter: 18
  oppnevnes_av: helsedirektoratet
  leder: {{virksomheter: [helsedirektoratet], sete: eget}}
  nestledere: ingen
  grupper:
{groups}
  krav: []
  observatoerer: ingen
stedfortreder: {{norm: kan, ordning: fast, antall: 1, for: medlem, arver_verv: nei, punkt: sammensetning}}
funksjonstid: {{varer: 4 aar, flere_perioder: hoeyst 3 paa_rad, punkt: funksjonstid}}
beslutningsdyktighet:
  punkt: moeter
  teller: [medlem, stedfortreder]
  proeves: hver_sak
  krav: [{{id: halvparten, antall: minst 1/2, av: medlemmer}}]
beslutning: {{virkning: raad, til: [helsedirektoratet], avgjoeres_ved: konsensus, punkt: oppgaver}}
moeter: {{hyppighet: minst {yearly} per aar, ekstra: ikke_regulert, punkt: moeter}}
frister:
  - {{id: innkalling, frist: 10 virkedager foer moetet, punkt: moeter}}
  - {{id: saksdokumenter, frist: 10 virkedager foer moetet, punkt: moeter}}
  - {{id: referat, frist: 10 virkedager etter moetet, punkt: moeter}}
protokoll: {{godkjennes: neste_moete, publiseres: ja, punkt: moeter}}
offentlighet: ikke_regulert
habilitet: ikke_regulert
skriftlig_behandling: ikke_regulert
sekretariat: {{virksomheter: [helsedirektoratet], punkt: moeter}}
---
# Mandat

## Sammensetning

Rådet har 18 medlemmer. Lederen kommer fra Helsedirektoratet. Hvert medlem kan ha én fast stedfortreder.

## Oppgaver

1. Rådet gir råd om strategi, portefølje og forvaltning.
2. Rådet følger opp rådene det har gitt.

Rådet endrer ikke styringslinjene fra Stortinget, regjeringen og departementene.

## Møter

Rådet møtes minst {yearly} ganger i året. Innkalling og saksdokumenter sendes ti virkedager før møtet, og referatet ti
virkedager etter. Rådet er beslutningsdyktig når minst halvparten er til stede. Referatet godkjennes i neste møte.

## Funksjonstid

Medlemmene oppnevnes for fire år og kan oppnevnes på nytt.
"""


RESULTS = {"orientering": "tatt_til_orientering", "droefting": "droeftet", "tilslutning": "tilslutning"}


@dataclass(frozen=True, slots=True)
class Seat:
    """A seat and its holder from a day on; the leader's own seat belongs to no group."""

    group: str
    organisation: str
    name: str
    since: date


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting of a council: the one of its year that has this number, with so many cases after those before it."""

    forum: str
    day: date
    number: int
    first_case: int
    cases: int

    @property
    def id(self) -> str:
        """As other files name it."""
        return f"{self.forum}-{self.day.year}-m{self.number}"

    def numbers(self) -> range:
        """The numbers of its cases."""
        return range(self.first_case, self.first_case + self.cases)


def main() -> None:
    """Write the tree that the command line asks for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("cases", type=int)
    parser.add_argument("folder", type=Path, help="the folder that gets data/")
    options = parser.parse_args()
    print(f"{write(options.cases, options.folder)} documents in {options.folder / 'data'}")


def write(cases: int, folder: Path) -> int:
    """Write a tree of so many cases below ``folder``; the number of its documents."""
    documents = dict(tree(cases))
    for path, text in documents.items():
        target = folder / "data" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8", newline="\n")
    return len(documents)


def write_pack(cases: int, folder: Path) -> str:
    """Write a tree with one council and a meeting to come with so many cases, each with a paper; the meeting's id."""
    forum = "raad-01"
    documents = {"datasett.yaml": f"eksempel: ja\ndag: {LAST_YEAR}-12-31\n", "virksomheter.yaml": ORGANISATIONS}
    documents |= dict(council(forum, cases, Random("pack")))
    papers = sorted(path for path in documents if path.startswith("saker/"))
    numbers = [f"{int(path[-5:-3])}/{path.split('/')[2][:4]}" for path in papers]
    lines = [f"  - {{sak: {number}, minutter: 10+5}}" for number in numbers]
    sent = f"innkalt: {LAST_YEAR}-12-16\npapirer_ute: {LAST_YEAR}-12-16\n"
    head = f"---\ntid: {LAST_YEAR + 1}-01-13 10:00-15:00\n{sent}saksliste:\n  - {{fast: innkalling}}\n"
    documents[f"moeter/{forum}/{LAST_YEAR + 1}-m1.md"] = head + "\n".join(lines) + "\n---\n"
    for path, text in documents.items():
        target = folder / "data" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8", newline="\n")
    return f"{forum}-{LAST_YEAR + 1}-m1"


def tree(cases: int) -> Iterator[tuple[str, str]]:
    """Every file of a tree of so many cases: its path below data/, and its text."""
    yield "datasett.yaml", f"eksempel: ja\ndag: {LAST_YEAR}-12-31\n"
    yield "virksomheter.yaml", ORGANISATIONS
    councils = max(2, cases // CASES_PER_FORUM)
    for index in range(councils):
        share = cases // councils + (index < cases % councils)
        yield from council(f"raad-{index + 1:02}", share, Random(f"council {index}"))


def council(forum: str, cases: int, random: Random) -> Iterator[tuple[str, str]]:
    """The files of one council."""
    meetings = calendar(forum, cases)
    start = date(meetings[0].day.year, 1, 1)
    terms = [start, SECOND_TERM] if start < SECOND_TERM else [start]
    written: set[tuple[int, int]] = set()
    seats = filled(terms, random)
    yield f"forum/{forum}.yaml", forum_file(forum, start, terms, seats)
    for term in terms:
        yield f"mandater/{forum}/{term}.md", mandate(forum, term)
    for before, meeting in zip([None, *meetings], meetings, strict=False):
        present = [seat for seat in seats if seat.since == max(term for term in terms if term <= meeting.day)]
        yield f"moeter/{forum}/{meeting.day.year}-m{meeting.number}.md", minutes(meeting, before, present, random)
        for number in meeting.numbers():
            yield f"saker/{forum}/{meeting.day.year}-{number:02}.md", paper(meeting, number, written, random)
            written.add((meeting.day.year, number))


def calendar(forum: str, cases: int) -> list[Meeting]:
    """As many meetings as the cases need, the last of them in November of the last year."""
    count = -(-cases // CASES_PER_MEETING)
    years = -(-count // len(MONTHS))
    days = [(year, number) for year in range(LAST_YEAR - years + 1, LAST_YEAR + 1) for number in range(1, 9)]
    meetings: list[Meeting] = []
    for index, (year, number) in enumerate(days[-count:]):
        same_year = [meeting for meeting in meetings if meeting.day.year == year]
        load = min(CASES_PER_MEETING, cases - index * CASES_PER_MEETING)
        day = second_wednesday(year, MONTHS[number - 1])
        meetings.append(Meeting(forum, day, len(same_year) + 1, 1 + sum(one.cases for one in same_year), load))
    return meetings


def second_wednesday(year: int, month: int) -> date:
    """A day that is never a holiday."""
    eighth = date(year, month, 8)
    return eighth + timedelta(days=(2 - eighth.weekday()) % 7)


def filled(terms: Sequence[date], random: Random) -> list[Seat]:
    """Every seat in every term; a third of the holders go on."""
    places = [("", "helsedirektoratet"), *((group, place) for group, all_ in GROUPS.items() for place in all_)]
    names = random.sample(PEOPLE, 2 * len(places))
    seats = [Seat(*place, name, terms[0]) for place, name in zip(places, names, strict=False)]
    for term in terms[1:]:
        newcomers = names[len(places) :]
        seats += [
            Seat(*place, names[index] if index % 3 == 0 else newcomers[index], term)
            for index, place in enumerate(places)
        ]
    return seats


def forum_file(forum: str, start: date, terms: Sequence[date], seats: Sequence[Seat]) -> str:
    """The council and its members, substitutes included."""
    number = forum.removeprefix("raad-")
    lines = [
        f"navn: Råd {number} for digital samhandling",
        f"kort: Råd {number}",
        f"opprettet: {start}",
        "overordnet: ingen",
        "nivaa: raad",
        "sekretariat: helsedirektoratet",
        "saksnummer: N/AAAA",
        "moetenummer: N/AAAA",
        "maalform: nb",
        "faste_saker:",
        "  innkalling: {tittel: Godkjenning av innkalling og dagsorden, sakstype: godkjenning, naar: hvert_moete}",
        "  referat: {tittel: Godkjenning av referat, sakstype: godkjenning, naar: hvert_moete}",
        "medlemmer:",
        *(member(seat, terms) for seat in seats),
        "stedfortredere:",
        *(substitute(seat, terms) for seat in seats if has_substitute(seat)),
    ]
    return "\n".join(lines) + "\n"


def member(seat: Seat, terms: Sequence[date]) -> str:
    """A row of the member list."""
    place = f"gruppe: {seat.group}" if seat.group else "rolle: leder"
    return f"  - {{navn: {seat.name}, virksomhet: {seat.organisation}, {place}, periode: {term(seat, terms)}}}"


def substitute(seat: Seat, terms: Sequence[date]) -> str:
    """A row of the list of substitutes."""
    return (
        f"  - {{navn: {deputy(seat)}, virksomhet: {seat.organisation}, for: {seat.name}, periode: {term(seat, terms)}}}"
    )


def deputy(seat: Seat) -> str:
    """The name of a seat's substitute: one that no member has."""
    first, last = seat.name.split()
    return f"{first} {last}-{LAST_NAMES.split()[len(seat.organisation)]}"


def has_substitute(seat: Seat) -> bool:
    """Some of the groups use them."""
    return seat.group in {"kommuner", "rhf"}


def term(seat: Seat, terms: Sequence[date]) -> str:
    """A first term ends the day before the second; the last runs its length."""
    later = [day for day in terms if day > seat.since]
    return f"{seat.since}/{later[0] - timedelta(days=1)}" if later else str(seat.since)


def mandate(forum: str, start: date) -> str:
    """A revision; the second asks for more meetings than the first."""
    groups = "\n".join(
        f"    - {{id: {group}, antall: {len(places)}, virksomheter: [{', '.join(places)}]}}"
        for group, places in GROUPS.items()
    )
    yearly = 5 if start >= SECOND_TERM else 4
    return MANDATE.format(forum=forum, start=start, adopted=start - timedelta(days=30), groups=groups, yearly=yearly)


def approval(of: str) -> str:
    """The standing item that approves the minutes of a meeting, named by its id or its day."""
    return f"  - {{fast: referat, gjelder: {of}, utfall: behandlet, vedtak: som_foreslaatt}}"


def minutes(meeting: Meeting, before: Meeting | None, seats: Sequence[Seat], random: Random) -> str:
    """A meeting that has been held: who was there, and what came of each case."""
    day = meeting.day
    absent = random.sample([seat for seat in seats if seat.group], 3)
    lines = [
        "---",
        f"tid: {day} 10:00-15:00",
        "form: digitalt",
        f"innkalt: {day - timedelta(days=21)}",
        f"papirer_ute: {day - timedelta(days=21)}",
        "fremmoete:",
        "  medlemmer:",
        *attendance(seats, absent),
        f"  forfall: [{', '.join(seat.name for seat in absent)}]",
        "saksliste:",
        "  - {fast: innkalling, utfall: behandlet, vedtak: som_foreslaatt}",
        approval(before.id if before else str(day - timedelta(days=90))),
        *(line for number in meeting.numbers() for line in treated(meeting, number, random)),
        f"referat: {{utkast_sendt: {day + timedelta(days=7)}, publisert: {day + timedelta(days=30)}}}",
        "---",
        *(line for number in meeting.numbers() for line in account(meeting, number, random)),
    ]
    return "\n".join(lines).rstrip("\n") + "\n"


def attendance(seats: Sequence[Seat], absent: Sequence[Seat]) -> Iterator[str]:
    """Those who met, and the substitutes of those who did not."""
    for seat in seats:
        if seat not in absent:
            yield f"    - {seat.name}"
        elif has_substitute(seat):
            yield f"    - {{navn: {deputy(seat)}, for: {seat.name}}}"


def treated(meeting: Meeting, number: int, random: Random) -> Iterator[str]:
    """A case on the agenda, with its outcome."""
    yield f"  - sak: {number}/{meeting.day.year}"
    yield f"    minutter: {random.choice((10, 15, 20))}+{random.choice((10, 15, 20))}"
    yield "    utfall: behandlet"
    yield f"    resultat: {RESULTS[kind_of(meeting, number)]}"
    yield "    vedtak:"
    yield f"      - {random.choice(SENTENCES)}"
    if number % 3 == 0:
        yield "    tiltak:"
        yield f"      - {{hva: Notat om sak {number}, hvem: helsedirektoratet, frist: {LAST_YEAR + 1}-03-01}}"


def account(meeting: Meeting, number: int, random: Random) -> Iterator[str]:
    """What was said about a case."""
    yield from (f"## Sak {number}/{meeting.day.year}", "", *prose(random, 3), "")


def kind_of(meeting: Meeting, number: int) -> str:
    """Papers and minutes agree on the kind of a case without having met."""
    return tuple(RESULTS)[(meeting.number + number) % len(RESULTS)]


def paper(meeting: Meeting, number: int, written: set[tuple[int, int]], random: Random) -> str:
    """The paper for a case; every tenth goes on with the one of the same number the year before."""
    earlier = (meeting.day.year - 1, number)
    owners = random.sample(("helsedirektoratet", "ks", "helse-vest", "helse-nord", "fhi"), 2)
    lines = [
        "---",
        *([f"fra_sak: [{meeting.forum}-{earlier[0]}-{number}]"] if number % 10 == 0 and earlier in written else []),
        f"tittel: {random.choice(SUBJECTS)} – {random.choice(PURPOSES)}",
        f"sakstype: {kind_of(meeting, number)}",
        f"sakseiere: [{', '.join(owners)}]",
        f"foreslaatt_av: [{owners[0]}]",
        "utarbeidet_av: [helsedirektoratet]",
        f"framlegges_av: [{{navn: {random.choice(PEOPLE)}, virksomhet: {owners[0]}}}]",
        f"datert: {{dato: {meeting.day - timedelta(days=22)}, sted: Oslo}}",
        f"arkivsak: {meeting.day.year % 100}/{random.randint(1000, 9999)}",
        f"hovedprosess: {random.choice(('strategi', 'portefoelje', 'forvaltning'))}",
        "mandatpunkt: oppgaver-1",
        f"fase: {random.choice(('ide', 'utredning', 'beslutning'))}",
        "forslag_til_vedtak:",
        *(f"  - {sentence}" for sentence in random.sample(SENTENCES, 2)),
        "videre_saksprosess:",
        "  - {hvem: ks, rolle: konsultasjon, naar: 2027-01-20}",
        "  - {hvem: hod, rolle: beslutning, naar: 2027-02}",
        "konsekvens_kommuner:",
        f"  pris: {random.randint(2, 40)} mill. kroner i året",
        f"  innfoering: {random.randint(20, 90)} mill. kroner i alt",
        f"  gevinst: {random.choice(SENTENCES)}",
        "  grunnlag: Notat fra sekretariatet",
        "  konsultasjon: ingen",
        "vedlegg: [{tittel: Beregninger}, {tittel: Innspill fra virksomhetene}]",
        "---",
        *(
            line
            for title in ("Bakgrunn", "Vurdering", "Videre arbeid")
            for line in (f"## {title}", "", *prose(random, 2), "")
        ),
    ]
    return "\n".join(lines).rstrip("\n") + "\n"


def prose(random: Random, sentences: int) -> list[str]:
    """A paragraph, one sentence a line."""
    return random.sample(SENTENCES, sentences)


if __name__ == "__main__":
    main()
