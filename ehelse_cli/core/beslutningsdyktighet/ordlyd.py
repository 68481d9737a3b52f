"""The sum behind a verdict in plain Norwegian."""

from collections.abc import Iterator, Sequence

from ehelse_cli.core.beslutningsdyktighet.person import Person
from ehelse_cli.core.beslutningsdyktighet.setninger import Setninger
from ehelse_cli.core.beslutningsdyktighet.utregning import Behov, Utregning


def regnestykke(utregning: Utregning, personer: Sequence[Person]) -> Iterator[str]:
    """One line for each thing needed, and one for each substitute who does not count."""
    ord_ = utregning.proeve.ord
    for behov in utregning.behov:
        navn = _navn(utregning, behov)
        kreves = ord_.flere_enn_kjent if behov.antall is None else behov.antall
        der = _medlemmer_og_varaer(utregning.de_som_teller(behov, personer), ord_)
        yield f"{navn and f'{navn}: '}{ord_.linje.format(behov.grunnlag, kreves, der)}"
    yield from _ikke_talt(utregning, {person.navn for person in personer})


def hva_mangler(utregning: Utregning, personer: Sequence[Person]) -> tuple[Behov | None, str]:
    """The first thing there is too little of, and how much; None when only all of it together is too much."""
    ord_ = utregning.proeve.ord
    for behov in utregning.behov:
        har = len(utregning.de_som_teller(behov, personer))
        if behov.antall is None:
            return behov, ord_.kreves.format(behov.grunnlag)
        if har < behov.antall:
            navn = _navn(utregning, behov)
            return behov, f"{ord_.kreves_har.format(behov.antall, har)}{navn and f' ({navn})'}"
    return None, ord_.forskjellige


def _navn(utregning: Utregning, behov: Behov) -> str:
    """Which of the needs it is, where the mandate has more than one."""
    return behov.verdi or (behov.krav.id if len(utregning.proeve.krav) > 1 else "")


def _medlemmer_og_varaer(personer: Sequence[Person], ord_: Setninger) -> str:
    varaer = sum(person.for_ is not None for person in personer)
    medlemmer = len(personer) - varaer
    tekst = f"{medlemmer} {ord_.medlem[medlemmer != 1]}"
    return tekst if not varaer else f"{tekst} + {varaer} {ord_.stedfortreder[varaer != 1]}"


def _ikke_talt(utregning: Utregning, talt: set[str]) -> Iterator[str]:
    """Who came among the members and does not count, and why."""
    bok, ord_ = utregning.proeve.bok, utregning.proeve.ord
    seter = {bok.navn(rad.medlem.navn): rad for rad in (*bok.register.medlemmer, *bok.register.uten_sete)}
    for rad in bok.fremmoete.medlemmer:
        sete = seter.get(bok.navn(rad.for_ or rad.navn))
        if sete is None:
            hvorfor = ord_.for_var_ikke_medlem.format(rad.for_) if rad.for_ else ord_.var_ikke_medlem
            yield ord_.telles_ikke.format(rad.navn, hvorfor)
        elif rad.for_ is not None and bok.forbudt(sete):
            yield ord_.telles_ikke.format(rad.navn, ord_.ingen_stedfortreder)
        elif rad.for_ is not None and utregning.proeve.regel.teller == ("medlem",):
            yield ord_.telles_ikke.format(rad.navn, ord_.bare_medlemmer)
        elif rad.for_ is not None and bok.navn(rad.for_) in talt and bok.navn(rad.navn) not in talt:
            yield ord_.telles_ikke.format(rad.navn, ord_.moeter_selv.format(rad.for_))
