"""MOT: the meetings. What each rule is called, and the two about the agenda's place among mandates and papers."""

from collections.abc import Iterator
from datetime import date

from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.finding import Hit, Severity
from ehelse_cli.core.kalender import datotekst
from ehelse_cli.rules.common import formatregel, mandatregel, navn
from ehelse_cli.rules.engine import Rule
from ehelse_cli.rules.mot_beslutning import beslutningsdyktighet_ukjent, ikke_beslutningsdyktig
from ehelse_cli.rules.mot_fremmoete import ikke_medlem, medlem_og_stedfortreder, sete_ikke_nevnt, ukjent_stedfortreder
from ehelse_cli.rules.mot_frister import sen_innkalling, sene_papirer
from ehelse_cli.rules.mot_referat import referat_ikke_godkjent, sent_referat
from ehelse_cli.rules.mot_stedfortreder import mye_stedfortreder


def uten_mandat(data: Dataset, _dag: date) -> Iterator[Hit]:
    """A meeting on a day when no known mandate was in force, though the forum has one."""
    for forum in data.forum:
        vedtatte = [mandat for mandat in data.mandater_for(forum) if not mandat.er_utkast]
        if not vedtatte or any(id_.startswith(f"{forum}@") for id_ in data.broken):
            continue
        for moete in data.moeter_for(forum):
            dagen = moete.tid.dato
            if moete.avlyst is None and data.mandat_for(forum, dagen) is None:
                yield Hit(
                    f"ingen kjente mandater for {navn(data, forum, dagen)} gjaldt {datotekst(dagen)}",
                    data.place(moete.id, "tid"),
                    (moete.id,),
                    label="møtet kan ikke vurderes",
                    help="Legg inn mandatet som gjaldt. Gjaldt det eldste alt da, skriv «gjelder_fra: ukjent» der, og "
                    "«kjent_per» med den første dagen det er kjent.",
                )


def sak_uten_papir(data: Dataset, _dag: date) -> Iterator[Hit]:
    """A numbered line that has neither a paper, a title nor a standing item to say what it is."""
    for forum in data.forum:
        for moete in data.moeter_for(forum):
            for nr, punkt in enumerate(moete.saksliste):
                if punkt.sak is None or punkt.tittel or punkt.fast or punkt.skjerming:
                    continue
                id_ = data.sak_id(forum, punkt.sak)
                if id_ is None or (id_ not in data.saker and id_ not in data.broken):
                    yield Hit(
                        _hvorfor(data, forum, punkt.sak, id_),
                        data.place(moete.id, "saksliste", nr, "sak"),
                        (moete.id, punkt.sak),
                        help="Rett nummeret, legg til saken, eller skriv «tittel» på punktet.",
                    )


def _hvorfor(data: Dataset, forum: str, skrevet: str, id_: str | None) -> str:
    ordning = data.forum[forum].saksnummer
    if id_ is None:
        return f"«{skrevet}» er ikke et saksnummer" + (f" her (de skrives {ordning})" if ordning else "")
    return f"sak {skrevet} står på sakslisten, men har verken papir eller tittel"


MOT_RULES = (
    Rule(mandatregel("MOT501", "ikke-beslutningsdyktig"), "moete", ikke_beslutningsdyktig),
    Rule(mandatregel("MOT502", "beslutningsdyktighet-ukjent", Severity.ADVARSEL), "moete", beslutningsdyktighet_ukjent),
    Rule(formatregel("MOT503", "sete-ikke-nevnt", Severity.ADVARSEL), "moete", sete_ikke_nevnt),
    Rule(mandatregel("MOT504", "sen-innkalling"), "moete", sen_innkalling),
    Rule(mandatregel("MOT505", "sene-papirer"), "moete", sene_papirer),
    Rule(mandatregel("MOT506", "ikke-medlem"), "moete", ikke_medlem),
    Rule(mandatregel("MOT507", "ukjent-stedfortreder", Severity.ADVARSEL), "moete", ukjent_stedfortreder),
    Rule(formatregel("MOT508", "medlem-og-stedfortreder", Severity.ADVARSEL), "moete", medlem_og_stedfortreder),
    Rule(mandatregel("MOT509", "uten-mandat", Severity.ADVARSEL), "moete", uten_mandat),
    Rule(formatregel("MOT510", "sak-uten-papir"), "moete", sak_uten_papir),
    Rule(mandatregel("MOT511", "mye-stedfortreder"), "moete", mye_stedfortreder),
    Rule(mandatregel("MOT512", "sent-referat"), "moete", sent_referat),
    Rule(mandatregel("MOT513", "referat-ikke-godkjent"), "moete", referat_ikke_godkjent),
)
