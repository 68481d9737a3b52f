"""Which columns there are: what their headings may say, and what each is called here."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from ehelse_cli.importer.text_of import one_line

_ASIDE = re.compile(r"\([^)]*\)")
_SIGNS = re.compile(r"[^\w ]")


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its key, what the template calls it, and what else people call it."""

    key: str
    title: str
    also: tuple[str, ...] = ()


@dataclass(frozen=True)  # with slots nothing can be kept
class Form:
    """The columns of one kind of list. `needed`: one of these makes a row of headings out of a row.

    `said_already`: a heading that says once more, in words, what another column says.
    """

    kind: str
    columns: tuple[Column, ...]
    needed: frozenset[str]
    said_already: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def by_heading(self) -> Mapping[str, str]:
        """Heading, made plain → key."""
        return {
            plain_heading(name): one.key
            for one in self.columns
            for name in (one.key.replace("_", " "), one.title, *one.also)
        }

    @cached_property
    def titles(self) -> Mapping[str, str]:
        """Key → what the template calls it."""
        return {one.key: one.title for one in self.columns}

    def key(self, heading: str) -> str | None:
        """The column that the heading means."""
        return self.by_heading.get(plain_heading(heading))

    def judge(self, rows: Sequence[Sequence[str]]) -> int:
        """The most headings that any of the rows has."""
        return max((len({self.key(said) for said in row} - {None}) for row in rows), default=0)


def plain_heading(heading: str) -> str:
    """`«Fra og med» (dd.mm.åååå) *:` → `fra og med`; full stops are nothing, `-`, `/` and `_` are blanks."""
    text = _ASIDE.sub(" ", heading).replace(".", "").replace("_", " ").replace("-", " ").replace("/", " ")
    return one_line(_SIGNS.sub(" ", text)).casefold()


MEDLEMMER = Form(
    "medlemmer",
    (
        Column("navn", "Navn", ("Medlem", "Fullt navn", "Representant", "Deltaker", "Navn på medlem")),
        Column("fornavn", "Fornavn"),
        Column("etternavn", "Etternavn"),
        Column(
            "virksomhet", "Virksomhet", ("Organisasjon", "Arbeidsgiver", "Arbeidssted", "Etat", "Kommune", "Verksemd")
        ),
        Column("orgnr", "Orgnr", ("Org nr", "Organisasjonsnummer", "Organisasjonsnr")),
        Column("gruppe", "Gruppe", ("Representerer", "Sete")),
        Column("rolle", "Rolle", ("Verv", "Funksjon")),
        Column("fra", "Fra", ("Fra og med", "FOM", "Fra dato", "Fra dag", "Start", "Startdato", "Medlem fra", "Frå")),
        Column(
            "til", "Til", ("Til og med", "TOM", "Til dato", "Slutt", "Sluttdato", "Går ut", "Utløper", "Medlem til")
        ),
        Column("periode", "Periode", ("Funksjonstid", "Funksjonsperiode", "Oppnevningsperiode")),
        Column("oppnevnt_av", "Oppnevnt av", ("Utnevnt av", "Oppnevner")),
        Column("oppnevnt", "Oppnevnt", ("Oppnevnt dato", "Dato for oppnevning", "Oppnevningsdato", "Når")),
        Column("fratraadt", "Fratrådt", ("Fratredelse", "Gikk ut", "Sluttet")),
        Column("egenskaper", "Egenskaper", ("Bakgrunn", "Kompetanse")),
        Column("stillingsnivaa", "Nivå", ("Stillingsnivå",)),
        Column("kjoenn", "Kjønn"),
        Column("vara_for", "Vara for", ("Stedfortreder for", "Varamedlem for", "Varamann for", "For medlem")),
        Column("nr", "Nr", ("Nummer", "Rekkefølge")),
        Column(
            "stedfortreder", "Stedfortreder", ("Vara", "Varamedlem", "Varamann", "Personlig vara", "Stedfortredere")
        ),
    ),
    frozenset({"navn", "etternavn"}),
    {"oppnevnelse": "oppnevnt"},  # in the overview of members
)

FREMMOETE = Form(
    "fremmoete",
    (
        Column("navn", "Navn", ("Medlem", "Fullt navn", "Representant", "Deltaker", "Deltakar", "Deltager")),
        Column("fornavn", "Fornavn"),
        Column("etternavn", "Etternavn"),
        Column(
            "virksomhet",
            "Virksomhet",
            ("Organisasjon", "Arbeidsgiver", "Arbeidssted", "Etat", "Kommune", "Verksemd", "Fra"),
        ),
        Column("orgnr", "Orgnr", ("Org nr", "Organisasjonsnummer", "Organisasjonsnr")),
        Column("rolle", "Rolle", ("Funksjon", "Deltar som", "Verv")),
        Column(
            "moette", "Møtte", ("Oppmøte", "Fremmøte", "Frammøte", "Status", "Til stede", "Tilstede", "Deltok", "Møtt")
        ),
        Column("forfall", "Forfall", ("Fravær", "Frafall", "Meldt forfall")),
        Column(
            "vara_moette",
            "Vara som møtte",
            ("Vara møtte", "Møtte i stedet", "Stedfortreder som møtte", "Stedfortreder møtte"),
        ),
        Column("vara_for", "Vara for", ("Stedfortreder for", "Varamedlem for", "For", "Møtte for", "I stedet for")),
        Column("stedfortreder", "Stedfortreder", ("Vara", "Varamedlem", "Personlig vara")),
        Column("fra_kl", "Fra kl", ("Kom", "Kom kl", "Fra klokken")),
        Column("til_kl", "Til kl", ("Gikk", "Gikk kl", "Til klokken")),
        Column("fom_sak", "Fra og med sak", ("Fra sak", "Kom til sak")),
        Column("tom_sak", "Til og med sak", ("Til sak", "Gikk etter sak")),
        Column("moeter", "Antall møter", ("Møter",)),
        Column("form", "Deltok digitalt", ("Digitalt", "Digital", "Teams")),
    ),
    frozenset({"navn", "etternavn", "virksomhet"}),
)

FORMS: Mapping[str, Form] = {one.kind: one for one in (MEDLEMMER, FREMMOETE)}

#: What is never kept in git, whatever the sheet says (format rule 10).
PRIVATE = frozenset(
    map(
        plain_heading,
        (
            *("E-post", "Epost", "E-postadresse", "Epostadresse", "Mail", "E-mail", "Telefon", "Tlf", "Mobil"),
            *("Mobilnummer", "Telefonnummer", "Fødselsnummer", "Personnummer", "Fødselsdato", "Født", "Fødselsår"),
            *("Adresse", "Privatadresse", "Årsak", "Grunn", "Fraværsgrunn", "Forfallsgrunn", "Begrunnelse"),
            *("Allergi", "Allergier", "Kontonummer", "Diagnose"),
        ),
    )
)
