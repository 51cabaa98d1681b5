"""Groups of people: who is counted, with status, age, sex, role and relation as the words say.

Units in, units out: "nine civilians from one family" becomes one GROUP unit. Hedges, nations and
organisations may stand before the head ("three alleged Haqqani militants"), and a noun of people
too ("civilian residents"). Several heads under one number ("12 women and children") are one group
whose age and sex stay unknown; without a number each head is a group of its own ("his wife and
daughter"), but for kinds of people in the plural ("women and children").

>>> from allegata.lang.grammar.lexing import lex
>>> from allegata.lang.grammar.numbers import find_quantities
>>> from allegata.lang.pack import load_pack
>>> text = "nine civilians from one family"
>>> units = find_groups(find_quantities(lex(text, [(0, len(text))], load_pack("en").lexicon)))
>>> phrase = units.values[1]
>>> (phrase.quantity.best, phrase.status, phrase.relation)
(9, <Status.CIVILIAN: 'civilian'>, 'family')
"""

import re
from dataclasses import dataclass, replace

from allegata.lang.grammar.numbers import Quantity
from allegata.lang.grammar.units import Units, code, collapse, compile_pattern
from allegata.lang.pack import Entry
from allegata.model.vocabularies import Age, Qualifier, Sex, Status

ONE = Quantity(1, 1, 1, Qualifier.STATED)
PAIR = Quantity(2, 2, 2, Qualifier.STATED)
NONE = Quantity(0, 0, 0, Qualifier.STATED)
ADULT = 18  # years


@dataclass(frozen=True, slots=True)
class GroupPhrase:
    """A group as written, at ``start..end``; ``head`` is the range without the number.

    ``quantity`` is None for "the children"; ``quantity_range`` holds the number's words.
    ``inferred`` says that no number stands there, but "a", "his" or a name makes it one;
    ``known`` that the words take the group for known ("the two men"); ``out_of`` that it is
    some of a larger group ("two of the men"); ``plural`` that several are meant; ``named`` that a
    name stands for it; ``owned`` that somebody's are meant ("his wife"), and ``owner`` the sex that
    "his" or "her" tells of who has them; ``every`` that all are meant ("all women"); ``nth`` that
    it is one of a count ("the 26th teacher"); ``whose`` that it begins with "of", and says whose a
    thing is ("of Harazi's sons"). ``harmed`` is a word of harm inside it, and where ("four injured
    adults").
    """

    start: int
    end: int
    head: tuple[int, int]
    quantity: Quantity | None
    quantity_range: tuple[int, int]
    status: Status = Status.UNKNOWN
    age: Age = Age.UNKNOWN
    sex: Sex = Sex.UNKNOWN
    role: str | None = None
    relation: str | None = None
    heads: tuple[str, ...] = ()
    inferred: bool = False
    known: bool = False
    out_of: bool = False
    plural: bool = False
    named: bool = False
    owned: bool = False
    owner: Sex = Sex.UNKNOWN
    every: bool = False
    nth: bool = False
    whose: bool = False
    harmed: tuple[Entry, tuple[int, int]] | None = None


# What may stand between a number or article and a word for people.
_MODS = (
    (
        "(?P<mods>(?:<MOD|DEMONYM|STATE|EMPTY|ADV|FRAMING|MORE|ACTOR|CAP|PLACE|PARTICLE|AGED|MASK|QUOTE|OTHERS>"
        "|<PEOPLE|PERSON>(?=<MOD|DEMONYM|QUOTE|CAP|PLACE>{0,2}<PEOPLE|PERSON>)"
        # "a British-Lebanese militant"
        "|(?<=[{nation}])<DASH>(?=<DEMONYM>)){0,8}"
        # "a logistics officer", "the Harazi network leader": a word that no lexicon knows
        "(?:(?<=[{led}])<WORD>{1,2}(?=<PEOPLE|PERSON>)|<COMMA><CAP><COMMA>(?=<PEOPLE|PERSON>))?)"
    )
    .replace("{nation}", code("DEMONYM") + code("STATE"))
    .replace(
        "{led}",
        "".join(
            code(name)
            for name in ("QTY", "PMOD", "DEMONYM", "ART", "DET", "CAP", "STATE", "ACTOR", "GEN")
        ),
    )
)
_TAIL = (
    "(?P<tail><COMMA>?<RELATION>"
    "|<OF|FROM><DET|POSS|DEM|QTY>?"
    "<CAP|PLACE|PARTICLE|ACTOR|DEMONYM|STATE|MOD|EMPTY|AGED|PUNCT|QUOTE|TITLE|WORD|AND>{0,7}<FAMILY>"
    "|<OF|FROM><DET|POSS>?(?:<CAP|PLACE|PARTICLE|ACTOR|DEMONYM|STATE>{1,5}))?"
)
_GROUP = compile_pattern(
    "(?P<det><DET|ART|DEM|POSS|SAME>)?(?P<qty><QTY|NO>)?"
    # "seven of the men", "two of the five men", "one of Harazi's sons"
    "(?P<of><OF>(?:(?:<DET|DEM|POSS>){1,2}<QTY>?|(?=<CAP|PLACE|PARTICLE>{1,4}<GEN>)))?"
    # "his former wife's sister", "Nasser Harazi's driver"
    "(?P<owner><CAP|PLACE|PARTICLE|PERSON|PEOPLE|DEMONYM|STATE|MOD|ACTOR|WORD>{1,5}<GEN>(?P<theirs><QTY>)?)?"
    # "four injured adults", "the two wounded men"
    "(?:(?<=[{led}])<ADV>?(?P<harmed><HARM>)(?=<MOD|DEMONYM|ADV|AGED|CAP|STATE|ACTOR|PARTICLE>*<PEOPLE|PERSON>))?".replace(
        "{led}", "".join(code(name) for name in ("QTY", "DET", "ART", "POSS"))
    )
    # "detained the targeted commander"
    + "(?:(?<=<HARM|PARTITIVE|INCLUDING|AND>[{the}])<ACT>"
    "(?=<MOD|DEMONYM|CAP|STATE|ACTOR>{{0,3}}<PEOPLE|PERSON>))?".format(
        the="".join(code(name) for name in ("DET", "ART", "POSS"))
    )
    + _MODS
    + "(?P<heads>"
    # one head, or several under one number; "women and children" without any
    "<PEOPLE>(?:(?:<COMMA><PEOPLE>)*<COMMA>?<AND|OR><MOD>*<PEOPLE>)?"
    "|<PERSON>|<OTHERS>"
    # "two Palestinians", "an American": who is named by a nation alone
    "|(?<=[{numbered}])<DEMONYM>(?=[{after}]|$))".format(
        numbered=code("QTY") + code("ART") + code("PMOD") + code("AGED") + code("OF"),
        after="".join(
            code(name)
            for name in (
                *("HARM", "BE", "HAVE", "AND", "COMMA", "PUNCT", "IN", "REL", "WHILE", "ALONG"),
                *("STOP", "BY", "ON", "AT", "INCLUDING", "ADV", "WITH", "LEAVE"),
            )
        ),
    )
    + _TAIL
)
# "a mother of five" is one person
_PARENT = compile_pattern(
    "(?P<who><PERSON|PEOPLE>)(?:<OF><QTY>(?!<MOD|DEMONYM|PEOPLE|PERSON|WORD|CAP|PLACE|NUM>)|<MASK>)"
)
# "none of the passengers", "his family"
_NONE_OF = compile_pattern("(?P<none><GROUP|NO>)<OF|PARTITIVE>?(?P<of><GROUP>)")
_THEIRS = compile_pattern(
    "(?P<whose><DET|POSS>)<MOD>?(?P<kin><FAMILY>)(?!<GEN|OF|WORD|CAP|TARGET>)"
)
# "a 22-year-old", "a family of six"
_AGED = compile_pattern(
    "(?P<det><ART|DET|QTY>)<DEMONYM|STATE>?(?P<head><AGED>)(?!<WORD|CAP|PEOPLE>)"
)
_FAMILY = compile_pattern(
    "(?P<det><ART|DET>)<CAP|MOD|DEMONYM|EMPTY|WORD>{0,4}(?P<head><FAMILY>)<OF>(?P<qty><QTY>)"
    "(?P<heads><PEOPLE|PERSON>)?"
)
_PEOPLE = (code("PEOPLE"), code("PERSON"), code("OTHERS"), code("DEMONYM"))
_ANYBODY = frozenset(_PEOPLE)
_PERSON, _AGE, _KIN = code("PERSON"), code("AGED"), code("FAMILY")
_OBJECTS = {code(name) for name in ("TARGET", "TMOD", "MEANS", "PLATFORM", "ACTN")}


def find_groups(units: Units) -> Units:
    """Return the row with every group of people collapsed to a GROUP unit."""
    units = collapse(units, _PARENT, "PERSON", _parent)
    units = collapse(units, _FAMILY, "GROUP", _family, needs=_KIN)
    if not _ANYBODY.isdisjoint(units.classes):
        units = collapse(units, _GROUP, "GROUP", _build)
    units = collapse(units, _AGED, "GROUP", _aged, needs=_AGE)
    units = collapse(units, _NONE_OF, "GROUP", _none_of)
    return collapse(units, _THEIRS, "GROUP", _theirs, needs=_KIN)


def _parent(units: Units, match: re.Match[str]) -> object | None:
    """Read "a mother of five" as a mother, whose children are no victims."""
    entry = units.values[match.start("who")]
    masked = units.values[match.end() - 1]
    is_parent = isinstance(entry, Entry) and entry.flag("parent")
    return entry if is_parent and (masked == "age" or isinstance(masked, Quantity)) else None


def _none_of(units: Units, match: re.Match[str]) -> GroupPhrase | None:
    """Read "none of the passengers" as no one."""
    none, group = units.values[match.start("none")], units.values[match.start("of")]
    if not isinstance(group, GroupPhrase) or not (
        (isinstance(none, GroupPhrase) and none.quantity is NONE)
        or (isinstance(none, Entry) and match.end() - match.start() > 2)
    ):
        return None
    words = units.range(match.start(), match.start() + 1)
    start, end = units.range(*match.span())
    return replace(group, start=start, end=end, quantity=NONE, quantity_range=words)


def _theirs(units: Units, match: re.Match[str]) -> GroupPhrase | None:
    """Read "his family" as people of whom nobody says how many."""
    whose = units.values[match.start("whose")]
    if not isinstance(whose, Entry) or not whose.flag("possessive"):
        return None
    start, end = units.range(*match.span())
    head = units.range(*match.span("kin"))
    return GroupPhrase(
        *(start, end, head, None, (0, 0)),
        relation="family",
        heads=("family",),
        plural=True,
        owned=True,
    )


def _build(units: Units, match: re.Match[str]) -> GroupPhrase | None:
    start, end = units.range(*match.span())
    first, last = match.span("heads")
    heads = [
        entry
        for index in range(first, last)
        if units.classes[index] in _PEOPLE and isinstance(entry := units.values[index], Entry)
    ]
    mods = [
        entry
        for index in range(*match.span("mods"))
        if isinstance(entry := units.values[index], Entry)
    ]
    plural = not (last - first == 1 and _is_one(units, first))
    det = units.values[match.start("det")] if match.group("det") else None
    det = det if isinstance(det, Entry) else None
    head = units.range(min(match.start("mods"), first), last)
    quantity, quantity_range, inferred = _quantity(units, match, heads, det, plural=plural)
    harmed = _harmed(units, match)
    if match.group("harmed") and harmed is None:
        return None
    age = _years(units, match) or Age(_agreed(heads, "age", all_heads=True) or "unknown")
    described = [*mods, *heads]
    return GroupPhrase(
        start=start,
        end=end,
        head=head,
        quantity=quantity,
        quantity_range=quantity_range,
        status=Status(_agreed(described, "status") or "unknown"),
        age=age,
        sex=Sex(_agreed(described, "sex", all_heads=len(heads) > 1) or "unknown"),
        role=_agreed(heads, "role"),
        relation=_relation(units, match, described),
        heads=tuple(entry.lemma for entry in heads) or (units.words(first, last).lower(),),
        inferred=inferred,
        known=det is not None and det.cls in ("DET", "DEM", "SAME") and not det.flag("possessive"),
        out_of=match.group("qty") is not None and _is_some_of(units, match),
        plural=plural,
        owned=match.group("owner") is not None or (det is not None and det.flag("possessive")),
        owner=Sex(det.text("owner", "unknown")) if det is not None else Sex.UNKNOWN,
        every=det is not None and det.flag("every"),
        nth="ordinal" in units.values[match.start("mods") : match.end("mods")],
        whose=match.start() == match.start("of"),
        harmed=harmed,
    )


def _is_some_of(units: Units, match: re.Match[str]) -> bool:
    """Say whether "two of the men" is meant; "two of his men" tells of them for the first time."""
    if not match.group("of"):
        return False
    last = match.end("of") - 1
    at = last - 1 if isinstance(units.values[last], Quantity) else last  # "two of the six men"
    entry = units.values[at]
    return isinstance(entry, Entry) and not entry.flag("possessive")


def _harmed(units: Units, match: re.Match[str]) -> tuple[Entry, tuple[int, int]] | None:
    """Return the participle that says what was done to the group, none for an active verb."""
    if not match.group("harmed"):
        return None
    index = match.start("harmed")
    entry = units.values[index]
    if not isinstance(entry, Entry) or entry.form not in ("past", "participle", ""):
        return None
    return entry, units.range(index, index + 1)


def _years(units: Units, match: re.Match[str]) -> Age | None:
    """Return the band of an age before the head ("a 15-year-old girl"), None where none stands."""
    for index in range(*match.span("mods")):
        if units.classes[index] == _AGE:
            return age_band(units.words(index, index + 1))
    return None


def age_band(words: str) -> Age:
    """Return the band of an age in words: "15-year-old", "three-month-old".

    >>> age_band("15-year-old").value, age_band("40 years old").value
    ('child', 'adult')
    """
    number = re.match(r"\d+", words)
    if "year" not in words.lower():
        return Age.INFANT
    if number is None:
        return (
            Age.ADULT
            if re.match(r"(?i)twenty|thirty|forty|fifty|sixty|seventy", words)
            else Age.CHILD
        )
    return Age.CHILD if int(number.group()) < ADULT else Age.ADULT


def _is_one(units: Units, index: int) -> bool:
    if units.classes[index] == _PERSON:
        return True
    return units.classes[index] == code("DEMONYM") and not units.words(index, index + 1).endswith(
        "s"
    )


def _quantity(
    units: Units, match: re.Match[str], heads: list[Entry], det: Entry | None, *, plural: bool
) -> tuple[Quantity | None, tuple[int, int], bool]:
    """Return the number, its words, and whether it is only inferred."""
    whole = units.range(match.start(), match.end("heads"))
    # "two sons", "the couple's two sons", "of the nine people"
    places = [match.start(name) for name in ("qty", "theirs") if match.group(name)]
    if match.group("of") and isinstance(units.values[match.end("of") - 1], Quantity):
        places.append(match.end("of") - 1)
    if places:
        return (*_told(units, places[0]), False)
    if heads and heads[0].flag("zero"):
        return NONE, units.range(match.start("heads"), match.start("heads") + 1), False
    if det is not None and det.flag("both") and plural:
        return PAIR, units.range(match.start("det"), match.start("det") + 1), True
    if plural:
        pair = len(heads) == 1 and heads[0].flag("pair") and det is not None
        return (PAIR, whole, True) if pair else (None, (0, 0), False)
    if det is not None and det.cls == "ART":
        return ONE, units.range(match.start("det"), match.start("det") + 1), True
    one = (det is not None or match.group("owner")) and not _is_adjective(units, match.end())
    return (ONE, whole, True) if one else (None, (0, 0), False)


def _told(units: Units, index: int) -> tuple[Quantity, tuple[int, int]]:
    """Return the number that the unit tells, or none for "no", with its words."""
    value = units.values[index]
    if isinstance(value, Quantity):
        return value, value.words
    return NONE, units.range(index, index + 1)


def _is_adjective(units: Units, after: int) -> bool:
    """Say whether a noun of people only describes what follows: "the civilian homes"."""
    return after < len(units) and units.classes[after] in _OBJECTS


def _relation(units: Units, match: re.Match[str], described: list[Entry]) -> str | None:
    if match.group("tail"):
        told = units.values[match.end("tail") - 1]
        if isinstance(told, Entry) and told.cls in ("RELATION", "FAMILY"):
            return told.text("relation") or "family"
    return _agreed(described, "relation")


def _aged(units: Units, match: re.Match[str]) -> GroupPhrase | None:
    """Read "a 22-year-old", who is one person with an age and nothing more."""
    start, end = units.range(*match.span())
    index = match.start("det")
    value = units.values[index]
    quantity = value if isinstance(value, Quantity) else ONE
    return GroupPhrase(
        start=start,
        end=end,
        head=units.range(match.start("head"), match.end("head")),
        quantity=quantity,
        quantity_range=value.words
        if isinstance(value, Quantity)
        else units.range(index, index + 1),
        inferred=not isinstance(value, Quantity),
        age=age_band(units.words(match.start("head"), match.end("head"))),
        heads=(units.words(match.start("head"), match.end("head")).lower(),),
        plural=quantity is not ONE,
    )


def _family(units: Units, match: re.Match[str]) -> GroupPhrase | None:
    """Read "a family of six", which is six people."""
    value = units.values[match.start("qty")]
    if not isinstance(value, Quantity):
        return None
    start, end = units.range(*match.span())
    return GroupPhrase(
        start=start,
        end=end,
        head=units.range(match.start("head"), match.end("head")),
        quantity=value,
        quantity_range=value.words,
        relation="family",
        heads=("family",),
        plural=True,
    )


def _agreed(entries: list[Entry], key: str, *, all_heads: bool = False) -> str | None:
    """Return what the entries say of ``key`` where they do not contradict each other."""
    said = {entry.text(key) for entry in entries if entry.text(key)}
    if all_heads and any(not entry.text(key) for entry in entries):
        return None
    return said.pop() if len(said) == 1 else None
