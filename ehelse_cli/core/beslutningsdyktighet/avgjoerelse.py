"""From every reading to one verdict."""

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from ehelse_cli.core.beslutningsdyktighet.lesning import Lesning, Spoersmaal, lesninger, spoersmaal
from ehelse_cli.core.beslutningsdyktighet.ordlyd import hva_mangler, regnestykke
from ehelse_cli.core.beslutningsdyktighet.proeve import Proeve
from ehelse_cli.core.beslutningsdyktighet.utregning import Stund, Utregning, stunder_i
from ehelse_cli.core.spraak import oppramsing
from ehelse_cli.core.verdict import Answer, Verdict

STI = "beslutningsdyktighet"


def avgjoer(proeve: Proeve) -> Verdict:
    """Try every reading of the mandate on everything the facts may have been, and see what the answer hangs on.

    Where the facts, if they were known, could give another verdict, they decide; else the reading may.
    """
    if proeve.uforstaatt:
        grunn = proeve.ord.mangler.format(oppramsing([f"«{ord_}»" for ord_ in proeve.uforstaatt]))
        return Verdict(Answer.UKJENT, (grunn,), proeve.uforstaatt, (STI, "krav"), grunn)
    apne = spoersmaal(proeve)
    utregninger = [Utregning(proeve, lesning) for lesning in lesninger(apne)]
    stunder = stunder_i(proeve)
    svar = {stund: {en.lesning: en.utfall(stund) for en in utregninger} for stund in stunder}
    mulige = {frozenset(svar[stund].values()) for stund in stunder}
    if len(mulige) > 1:
        delt = next(en for en in utregninger if len({svar[stund][en.lesning] for stund in stunder}) > 1)
        return _fremmoetet_avgjoer(delt, stunder)
    (enige,) = mulige
    if len(enige) > 1:
        avgjoerende = [ett for ett in apne if any(_endrer_svaret(ett, svar[stund]) for stund in stunder)]
        return _lesningen_avgjoer(utregninger[0], stunder[0], avgjoerende)
    return _sikkert(utregninger[0], stunder[0], ja=True in enige)


def _endrer_svaret(ett: Spoersmaal, svar: Mapping[Lesning, bool]) -> bool:
    """Whether another answer to that one question alone gives another verdict."""
    return any(svar[en] != svar[replace(en, **{ett.noekkel: annet})] for en in svar for annet in ett.svar)


def _sikkert(utregning: Utregning, stund: Stund, *, ja: bool) -> Verdict:
    personer = utregning.oppmoeter(stund)[0]
    linjer = tuple(regnestykke(utregning, personer))
    if ja:
        return Verdict(Answer.JA, linjer, (), (STI,), utregning.proeve.ord.dyktig)
    behov, mangler = hva_mangler(utregning, personer)
    return Verdict(Answer.NEI, linjer, (), (STI, "krav", behov.nr) if behov else (STI,), mangler)


def _fremmoetet_avgjoer(utregning: Utregning, stunder: Sequence[Stund]) -> Verdict:
    oppmoeter = [personer for stund in stunder for personer in utregning.oppmoeter(stund)]
    navn = _ikke_alltid([[person.navn for person in personer] for personer in oppmoeter])
    ord_ = utregning.proeve.ord
    grunn = ord_.var_der.format(oppramsing(navn))
    linjer = (*regnestykke(utregning, oppmoeter[0]), ord_.uvisst.format(grunn))
    return Verdict(Answer.UKJENT, linjer, navn, (STI,), ord_.avhenger.format(grunn))


def _ikke_alltid(oppmoeter: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """The names that are in some of the attendances, but not in all."""
    alle = dict.fromkeys(navn for oppmoete in oppmoeter for navn in oppmoete)
    return tuple(navn for navn in alle if any(navn not in oppmoete for oppmoete in oppmoeter))


def _lesningen_avgjoer(utregning: Utregning, stund: Stund, avgjoerende: Sequence[Spoersmaal]) -> Verdict:
    henger_paa = tuple(ett.noekkel for ett in avgjoerende)
    ukjent = any(ett.ukjent for ett in avgjoerende)
    ord_ = utregning.proeve.ord
    grunn = oppramsing([f"«{noekkel}»" for noekkel in henger_paa])
    linjer = (
        *regnestykke(utregning, utregning.oppmoeter(stund)[0]),
        ord_.svaret_avhenger.format(grunn, ord_.ikke_kjent if ukjent else ord_.ikke_regulert),
    )
    kort = ord_.avhenger.format(oppramsing(henger_paa))
    return Verdict(Answer.UKJENT if ukjent else Answer.IKKE_REGULERT, linjer, henger_paa, (STI,), kort)
