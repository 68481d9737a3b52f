"""A council as everybody may see it: what it is, its mandates, and who sits in it, with no more of them than that."""

from datetime import date

from msgspec import field

from ehelse_cli.public.felles import Hvem, Verdi


class Medlem(Verdi, frozen=True):
    """One membership. `til` is the last day by the mandate, extensions and early leaving; None: open, or not known."""

    navn: str
    rolle: str
    virksomhet: Hvem | None = None
    gruppe: str | None = None
    fra: date | None = None
    til: date | None = None
    oppnevnt_av: Hvem | None = None
    oppnevnt: date | None = None

    def sitter(self, dag: date) -> bool:
        """Whether the person is a member that day."""
        return (self.fra is None or self.fra <= dag) and (self.til is None or dag <= self.til)


class Stedfortreder(Verdi, frozen=True):
    """One registered substitute, for a member or for a group, in the order called."""

    navn: str
    for_: str
    virksomhet: Hvem | None = None
    nr: int | None = None
    fra: date | None = None
    til: date | None = None

    def sitter(self, dag: date) -> bool:
        """Whether the person is a substitute that day."""
        return (self.fra is None or self.fra <= dag) and (self.til is None or dag <= self.til)


class Mandat(Verdi, frozen=True):
    """One adopted revision. `regler` is its executable head: dotted path → value as written; `tekst` is Markdown."""

    id: str
    forum: str
    fra: date
    maalform: str
    fra_er_kjent: bool = field(default_factory=lambda: True)  # told also when it is so
    til: date | None = None
    vedtatt: date | None = None
    vedtatt_av: Hvem | None = None
    hjemmel: str | None = None
    seter: str | None = None
    regler: tuple[tuple[str, str], ...] = ()
    tekst: str = ""


class Navn(Verdi, frozen=True):
    """A name from a day on; None: from the beginning."""

    navn: str
    fra: date | None = None


class Forum(Verdi, frozen=True):
    """A council, or a body beside the model. Members are unknown before `medlemmer_kjent_fra`."""

    id: str
    navn: str
    maalform: str
    kort: str | None = None
    tidligere_navn: tuple[Navn, ...] = ()
    opprettet: str | None = None
    avviklet: date | None = None
    erstatter: Hvem | None = None
    overordnet: Hvem | None = None
    nivaa: str | None = None
    formaal: str | None = None
    eier: Hvem | None = None
    sekretariat: Hvem | None = None
    enhetskode: str | None = None
    vedtaksord: str | None = None
    medlemmer_kjent_fra: date | None = None
    medlemmer: tuple[Medlem, ...] = ()
    stedfortredere: tuple[Stedfortreder, ...] = ()
    mandater: tuple[Mandat, ...] = ()

    def medlemmer_per(self, dag: date) -> tuple[Medlem, ...]:
        """Those who sit that day, in the file's order."""
        return tuple(rad for rad in self.medlemmer if rad.sitter(dag))

    def mandat_per(self, dag: date) -> Mandat | None:
        """The revision in force that day."""
        gjeldende = [en for en in self.mandater if en.fra <= dag and (en.til is None or dag <= en.til)]
        return gjeldende[-1] if gjeldende else None


class Virksomhet(Verdi, frozen=True):
    """An organisation that something public names."""

    id: str
    navn: str
    kort: str | None = None
    orgnr: str | None = None
    sektor: str | None = None
