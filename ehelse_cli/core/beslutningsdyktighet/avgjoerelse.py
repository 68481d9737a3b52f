"""From every reading to one verdict."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from ehelse_cli.core.beslutningsdyktighet.lesning import Lesning, Spoersmaal, lesninger, spoersmaal
from ehelse_cli.core.beslutningsdyktighet.ordlyd import hva_mangler, oppramsing, regnestykke
from ehelse_cli.core.beslutningsdyktighet.proeve import Proeve
from ehelse_cli.core.beslutningsdyktighet.utregning import Utregning
from ehelse_cli.core.verdict import Answer, Verdict

STI = "beslutningsdyktighet"


def avgjoer(proeve: Proeve) -> Verdict:
    """Try every reading, and see what the answer hangs on."""
    apne = spoersmaal(proeve)
    utfall = {lesning: Utregning(proeve, lesning).utfall for lesning in lesninger(apne)}
    svar = frozenset().union(*utfall.values())
    if len(svar) == 1:
        return _sikkert(Utregning(proeve, next(iter(utfall))), ja=True in svar)
    delte = [lesning for lesning, mulige in utfall.items() if len(mulige) > 1]
    if delte:
        return _fremmoetet_avgjoer(Utregning(proeve, delte[0]))
    return _lesningen_avgjoer(Utregning(proeve, next(iter(utfall))), _avgjoerende(apne, utfall))


def _avgjoerende(apne: Sequence[Spoersmaal], utfall: Mapping[Lesning, frozenset[bool]]) -> tuple[Spoersmaal, ...]:
    """The questions where another answer to that one alone gives another verdict."""
    return tuple(
        ett
        for ett in apne
        if any(utfall[en] != utfall[replace(en, **{ett.noekkel: svar})] for en in utfall for svar in ett.svar)
    )


def _sikkert(utregning: Utregning, *, ja: bool) -> Verdict:
    personer = next(utregning.oppmoeter())
    linjer = tuple(regnestykke(utregning, personer))
    if ja:
        return Verdict(Answer.JA, linjer, (), (STI,), "beslutningsdyktig")
    behov, mangler = hva_mangler(utregning, personer)
    return Verdict(Answer.NEI, linjer, (), (STI, "krav", behov.nr) if behov else (STI,), mangler)


def _fremmoetet_avgjoer(utregning: Utregning) -> Verdict:
    oppmoeter = tuple(utregning.oppmoeter())
    navn = _ikke_alltid([[person.navn for person in personer] for personer in oppmoeter])
    grunn = f"om {oppramsing(navn)} var der"
    linjer = (*regnestykke(utregning, oppmoeter[0]), f"det er uvisst {grunn}")
    return Verdict(Answer.UKJENT, linjer, navn, (STI,), f"avhenger av {grunn}")


def _ikke_alltid(oppmoeter: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """The names that are in some of the attendances, but not in all."""
    alle = dict.fromkeys(navn for oppmoete in oppmoeter for navn in oppmoete)
    return tuple(navn for navn in alle if any(navn not in oppmoete for oppmoete in oppmoeter))


def _lesningen_avgjoer(utregning: Utregning, avgjoer_: Sequence[Spoersmaal]) -> Verdict:
    henger_paa = tuple(ett.noekkel for ett in avgjoer_)
    ukjent = any(ett.ukjent for ett in avgjoer_)
    grunn = f"svaret avhenger av {oppramsing([f'«{noekkel}»' for noekkel in henger_paa])}"
    linjer = (
        *regnestykke(utregning, next(utregning.oppmoeter())),
        f"{grunn}, som {'ikke er kjent' if ukjent else 'mandatet ikke regulerer'}",
    )
    kort = f"avhenger av {oppramsing(henger_paa)}"
    return Verdict(Answer.UKJENT if ukjent else Answer.IKKE_REGULERT, linjer, henger_paa, (STI,), kort)
