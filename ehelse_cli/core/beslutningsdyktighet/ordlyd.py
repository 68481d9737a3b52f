"""The sum behind a verdict in plain Norwegian."""

from collections.abc import Iterator, Sequence

from ehelse_cli.core.beslutningsdyktighet.person import Person
from ehelse_cli.core.beslutningsdyktighet.utregning import Behov, Utregning


def regnestykke(utregning: Utregning, personer: Sequence[Person]) -> Iterator[str]:
    """One line for each thing needed, and one for each substitute who does not count."""
    for behov in utregning.behov:
        navn = _navn(utregning, behov)
        kreves = "flere enn det er kjent" if behov.antall is None else behov.antall
        teller = utregning.de_som_teller(behov, personer)
        yield f"{navn and f'{navn}: '}{behov.grunnlag} → {kreves} kreves; til stede {_medlemmer_og_varaer(teller)}"
    yield from _ikke_talt(utregning, {person.navn for person in personer})


def hva_mangler(utregning: Utregning, personer: Sequence[Person]) -> tuple[Behov | None, str]:
    """The first thing there is too little of, and how much; None when only all of it together is too much."""
    for behov in utregning.behov:
        har = len(utregning.de_som_teller(behov, personer))
        if behov.antall is None:
            return behov, f"{behov.grunnlag} kreves"
        if har < behov.antall:
            navn = _navn(utregning, behov)
            return behov, f"{behov.antall} kreves, {har} til stede{navn and f' ({navn})'}"
    return None, "de som kreves, må være forskjellige personer, og da er det for få"


def oppramsing(ord_: Sequence[str]) -> str:
    """«a», «a og b», «a, b og c»."""
    return " og ".join(filter(None, (", ".join(ord_[:-1]), *ord_[-1:])))


def _navn(utregning: Utregning, behov: Behov) -> str:
    """Which of the needs it is, where the mandate has more than one."""
    return behov.verdi or (behov.krav.id if len(utregning.proeve.krav) > 1 else "")


def _medlemmer_og_varaer(personer: Sequence[Person]) -> str:
    varaer = sum(person.for_ is not None for person in personer)
    medlemmer = len(personer) - varaer
    tekst = f"{medlemmer} {'medlem' if medlemmer == 1 else 'medlemmer'}"
    return tekst if not varaer else f"{tekst} + {varaer} {'stedfortreder' if varaer == 1 else 'stedfortredere'}"


def _ikke_talt(utregning: Utregning, talt: set[str]) -> Iterator[str]:
    """Who came among the members and does not count, and why."""
    bok = utregning.proeve.bok
    seter = {bok.navn(rad.medlem.navn): rad for rad in (*bok.register.medlemmer, *bok.register.uten_sete)}
    for rad in bok.fremmoete.medlemmer:
        sete = seter.get(bok.navn(rad.for_ or rad.navn))
        if sete is None:
            yield f"{rad.navn} telles ikke: {f'{rad.for_} var' if rad.for_ else 'var'} ikke medlem den dagen"
        elif rad.for_ is not None and bok.forbudt(sete):
            yield f"{rad.navn} telles ikke: mandatet tillater ingen stedfortreder"
        elif rad.for_ is not None and utregning.proeve.regel.teller == ("medlem",):
            yield f"{rad.navn} telles ikke: mandatet teller bare medlemmer"
        elif rad.for_ is not None and bok.navn(rad.for_) in talt and bok.navn(rad.navn) not in talt:
            yield f"{rad.navn} telles ikke: {rad.for_} møter selv"
