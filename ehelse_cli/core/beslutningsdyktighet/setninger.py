"""The words that the sum behind a verdict is told in, in bokmål and nynorsk; what goes in are names and numbers."""

from collections.abc import Mapping

from msgspec import Struct

from ehelse_cli.core.spraak import Maalform


class Setninger(Struct, frozen=True):
    """Sentences with `{}` where something is filled in; they begin with a small letter and end without a full stop."""

    intet_mandat: str
    intet_mandat_kort: str
    taust: str
    taust_kort: str
    ulest: str
    ulest_kort: str
    kjent_fra: str
    ikke_foert: str
    ikke_kjent_kort: str
    fremmoete: str
    mangler: str
    dyktig: str
    var_der: str
    uvisst: str
    avhenger: str
    svaret_avhenger: str
    ikke_kjent: str
    ikke_regulert: str
    linje: str
    flere_enn_kjent: str
    kreves: str
    kreves_har: str
    forskjellige: str
    medlem: tuple[str, str]
    """One, several."""
    stedfortreder: tuple[str, str]
    telles_ikke: str
    var_ikke_medlem: str
    for_var_ikke_medlem: str
    ingen_stedfortreder: str
    bare_medlemmer: str
    moeter_selv: str
    uten_antall: str
    av: str
    av_ukjent: str
    seter: str
    medlemmer: str


BOKMAAL = Setninger(
    intet_mandat="ingen kjente mandater gjaldt {}",
    intet_mandat_kort="intet mandat",
    taust="mandatet sier ikke når rådet er beslutningsdyktig",
    taust_kort="ikke regulert i mandatet",
    ulest="det er ikke kjent hva mandatet sier",
    ulest_kort="mandatets regel er ikke kjent",
    kjent_fra="medlemmene er kjent fra {}",
    ikke_foert="medlemmene er ikke ført",
    ikke_kjent_kort="medlemmene den dagen er ikke kjent",
    fremmoete="fremmøtet er ikke ført",
    mangler="mandatet har ikke {}, som kravet nevner",
    dyktig="beslutningsdyktig",
    var_der="om {} var der",
    uvisst="det er uvisst {}",
    avhenger="avhenger av {}",
    svaret_avhenger="svaret avhenger av {}, som {}",
    ikke_kjent="ikke er kjent",
    ikke_regulert="mandatet ikke regulerer",
    linje="{} → {} kreves; til stede {}",
    flere_enn_kjent="flere enn det er kjent",
    kreves="{} kreves",
    kreves_har="{} kreves, {} til stede",
    forskjellige="de som kreves, må være forskjellige personer, og da er det for få",
    medlem=("medlem", "medlemmer"),
    stedfortreder=("stedfortreder", "stedfortredere"),
    telles_ikke="{} telles ikke: {}",
    var_ikke_medlem="var ikke medlem den dagen",
    for_var_ikke_medlem="{} var ikke medlem den dagen",
    ingen_stedfortreder="mandatet tillater ingen stedfortreder",
    bare_medlemmer="mandatet teller bare medlemmer",
    moeter_selv="{} møter selv",
    uten_antall="et antall som mandatet ikke gir",
    av="{} av {} {}",
    av_ukjent="{} av et ukjent antall {}",
    seter="seter",
    medlemmer="medlemmer",
)

NYNORSK = Setninger(
    intet_mandat="ingen kjende mandat gjaldt {}",
    intet_mandat_kort="ikkje noko mandat",
    taust="mandatet seier ikkje når rådet er vedtaksført",
    taust_kort="ikkje regulert i mandatet",
    ulest="det er ikkje kjent kva mandatet seier",
    ulest_kort="regelen i mandatet er ikkje kjend",
    kjent_fra="medlemene er kjende frå {}",
    ikke_foert="medlemene er ikkje førte",
    ikke_kjent_kort="medlemene den dagen er ikkje kjende",
    fremmoete="frammøtet er ikkje ført",
    mangler="mandatet har ikkje {}, som kravet nemner",
    dyktig="vedtaksført",
    var_der="om {} var der",
    uvisst="det er uvisst {}",
    avhenger="avheng av {}",
    svaret_avhenger="svaret avheng av {}, som {}",
    ikke_kjent="ikkje er kjent",
    ikke_regulert="mandatet ikkje regulerer",
    linje="{} → {} trengst; til stades {}",
    flere_enn_kjent="fleire enn det er kjent",
    kreves="{} trengst",
    kreves_har="{} trengst, {} til stades",
    forskjellige="dei som trengst, må vere ulike personar, og då er det for få",
    medlem=("medlem", "medlemer"),
    stedfortreder=("varamedlem", "varamedlemer"),
    telles_ikke="{} tel ikkje: {}",
    var_ikke_medlem="var ikkje medlem den dagen",
    for_var_ikke_medlem="{} var ikkje medlem den dagen",
    ingen_stedfortreder="mandatet tillèt ikkje varamedlem",
    bare_medlemmer="mandatet tel berre medlemer",
    moeter_selv="{} møter sjølv",
    uten_antall="eit tal som mandatet ikkje gir",
    av="{} av {} {}",
    av_ukjent="{} av eit ukjent tal {}",
    seter="sete",
    medlemmer="medlemer",
)

SETNINGER: Mapping[Maalform, Setninger] = {"nb": BOKMAAL, "nn": NYNORSK}
