"""Words that are bokmål and never nynorsk, for tests of what we write in nynorsk."""

from __future__ import annotations

import re

_ORD = (
    "ikke|noen|noe|hva|hvem|hvor|hvordan|hvilke|hvilken|hvilket|hver|hvert|bare|mer|være|flere|uten|fra|sier|selv|også|"
    "avhenger|avgjør|avgjøres|kreves|telles|teller|tillater|tillatt|gjelder|regnes|føres|meldes|velges|oppnevnes|foreslås|"
    "fastsettes|endres|endret|fjernet|skjerpet|lempet|innsnevret|flyttet|stede|medlemmer|medlemmene|stedfortreder\\w*|"
    "observatører|seter|antall|måneder|uker|timer|dager|virkedager|leder|lederens|nestleder|nestledere|gruppen|"
    "perioder|regler|møtehyppighet|virksomhet\\w*|beslutningsdyktig\\w*|skriftlig|behandling|varighet|rekkefølge|"
    "egenskap|egenskapen|eget|egen|stillingen|ble|navn|sammensetning"
)
BARE_BOKMAAL = re.compile(rf"\b(?:{_ORD})\b", re.IGNORECASE)


def bokmaal_i(tekst: str) -> list[str]:
    """Each such word in the text."""
    return BARE_BOKMAAL.findall(tekst)
