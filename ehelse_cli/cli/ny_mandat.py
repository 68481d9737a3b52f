"""`ehelse ny mandat`: a draft of the next revision."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from ehelse_cli.cli.asking import on_terminal
from ehelse_cli.cli.editing import Likevel, Plan, Proev, edit
from ehelse_cli.cli.errors import UsageError
from ehelse_cli.cli.overview import ForumId

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ehelse_cli.cli.opening import Opened
    from ehelse_cli.load.edit.edits import Desk

HELP = """Lag et utkast til nytt mandat, likt det som gjelder nå; til det første, et der ingenting er regulert ennå.

Til det første kan det sies hva mandatet sier; i en terminal blir du spurt. «ikke_regulert» og «ukjent» er svar.

Rett i utkastet etterpå. `ehelse mandat diff` viser hva som er endret, og `ehelse mandat plan` hva det fører til. \
`ehelse mandat vedta` fører at det er vedtatt."""

EXAMPLE = """ehelse ny mandat nehr 2028-01-01 --proev
ehelse ny mandat programstyrer 2027-01-01 --seter 7 --funksjonstid "2 aar" --virkning raad --til hod --proev"""

Fra = Annotated[str, typer.Argument(metavar="DATO", help="Dagen det skal gjelde fra.")]


Seter = Annotated[str | None, typer.Option("--seter", metavar="TALL", help="Antall seter, med leder.")]
OppnevnesAv = Annotated[str | None, typer.Option("--oppnevnes-av", metavar="HVEM", help="Hvem som oppnevner.")]
Gruppe = Annotated[
    list[str] | None, typer.Option("--gruppe", metavar="ID=ANTALL", help="En gruppe av seter; kan gjentas.")
]
Stedfortreder = Annotated[
    str | None,
    typer.Option("--stedfortreder", metavar="forbudt|fast|personlig|nummerert|felles", help="Hvilken ordning."),
]
Funksjonstid = Annotated[
    str | None,
    typer.Option("--funksjonstid", metavar="TEKST", help="Perioden, for eksempel «2 aar»."),
]
Dyktig = Annotated[
    str | None,
    typer.Option("--beslutningsdyktig", metavar="TEKST", help="Av setene, for eksempel «minst 1/2»."),
]
Virkning = Annotated[str | None, typer.Option("--virkning", metavar="raad|innstilling|bindende", help="Hva vedtak er.")]
Til = Annotated[str | None, typer.Option("--til", metavar="HVEM", help="Hvem vedtakene gis til.")]
Moeter = Annotated[str | None, typer.Option("--moeter", metavar="TEKST", help="Hvor ofte, for eksempel «4 per aar».")]
Frist = Annotated[
    list[str] | None,
    typer.Option("--frist", metavar="HVA=FRIST", help="For eksempel «innkalling=2 uker foer moetet»; kan gjentas."),
]
Protokoll = Annotated[
    str | None,
    typer.Option("--protokoll", metavar="neste_moete|slutten_av_moetet|skriftlig", help="Når det godkjennes."),
]
Offentlighet = Annotated[str | None, typer.Option("--offentlighet", metavar="aapne|lukkede", help="Om møtene er åpne.")]
Sekretariat = Annotated[
    list[str] | None, typer.Option("--sekretariat", metavar="VIRKSOMHET", help="Hvem som er sekretariat; kan gjentas.")
]


def run(  # noqa: PLR0917 (typer passes by name)
    ctx: typer.Context,
    forum: ForumId,
    fra: Fra,
    seter: Seter = None,
    oppnevnes_av: OppnevnesAv = None,
    gruppe: Gruppe = None,
    stedfortreder: Stedfortreder = None,
    funksjonstid: Funksjonstid = None,
    beslutningsdyktig: Dyktig = None,
    virkning: Virkning = None,
    til: Til = None,
    moeter: Moeter = None,
    frist: Frist = None,
    protokoll: Protokoll = None,
    offentlighet: Offentlighet = None,
    sekretariat: Sekretariat = None,
    proev: Proev = False,
    likevel: Likevel = None,
) -> int:
    """Copy the revision in force, as a draft; without one, say what is known of the first."""
    from ehelse_cli.cli.first_mandate import QUESTIONS, asked
    from ehelse_cli.cli.questions import seen

    given = (
        seter, oppnevnes_av, gruppe, stedfortreder, funksjonstid, beslutningsdyktig, virkning, til, moeter, frist,
        protokoll, offentlighet, sekretariat,
    )  # fmt: skip
    said: Mapping[str, Sequence[str]] = {
        question.name: [one] if isinstance(one, str) else one
        for question, one in zip(QUESTIONS, given, strict=True)
        if one
    }
    if on_terminal() and (opened := seen(ctx)) and not opened.data.mandater_for(forum):
        said = asked(said, forum)
    return edit(ctx, lambda opened, desk: _plan(opened, desk, forum, fra, said), proev=proev, likevel=likevel)


def _plan(opened: Opened, desk: Desk, forum: str, fra: str, said: Mapping[str, Sequence[str]]) -> Plan:
    from ehelse_cli.cli.first_mandate import head_of, text
    from ehelse_cli.cli.overview import the_forum
    from ehelse_cli.cli.targets import data_path, the_day
    from ehelse_cli.load.edit.change import Change, Put, Remove

    eier = the_forum(opened, forum)
    dagen = the_day("DATO", fra, opened.dag)
    mandat = opened.data.mandat_for(eier.id, opened.dag)
    new = f"mandater/{eier.id}/{dagen.isoformat()}-utkast.md"
    if mandat is None:
        if known := opened.data.mandater_for(eier.id):
            raise UsageError(f"ingen av mandatene for {eier.id} gjelder denne dagen", f"Det siste er {known[-1].id}.")
        # It says what it says: a draft in which the seats do not add up is there to be worked on.
        return Plan(desk.create(new, text(eier.id, dagen.isoformat(), head_of(said))), tells=("MAN",))
    if said:
        raise UsageError(
            f"{eier.id} har et mandat: det nye blir likt det", f"Lag utkastet uten --{next(iter(said))}, og rett i det."
        )
    if mandat.fra is not None and dagen <= mandat.fra:
        raise UsageError(f"{fra} er ikke etter {mandat.id}, som gjelder nå")
    old = data_path(opened, mandat.id)
    head = desk.head(old)
    gone = [key for key in ("vedtatt", "kjent_per", "gjelder_til") if key in head]
    changes: list[Change] = [Put(("status",), "utkast"), Put(("gjelder_fra",), dagen.isoformat())]
    changes += [Remove((key,)) for key in gone]
    return Plan(desk.create(new, desk.text(old)).change(new, *changes))
