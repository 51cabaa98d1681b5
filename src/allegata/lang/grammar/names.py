"""People whom a name stands for: names as groups of one, and names beside the group they belong to.

A run of capitalised words is a name of somebody only where a pattern of harm takes it for one; here
it becomes a NAME unit, and a name beside a description becomes one person with it ("the commander
Nasser Harazi", "Nasser Harazi, a farmer,"). Nobody is counted here.

>>> from allegata.lang.grammar.lexing import lex
>>> from allegata.lang.grammar.people import find_groups
>>> from allegata.lang.pack import load_pack
>>> text = "They killed the commander Nasser Harazi."
>>> units = find_names(find_groups(lex(text, [(0, len(text))], load_pack("en").lexicon)))
>>> [value.named for value in units.values if hasattr(value, "named")]
[True]
"""

import re
from dataclasses import replace

from allegata.lang.grammar.numbers import Quantity
from allegata.lang.grammar.people import ADULT, ONE, GroupPhrase, age_band
from allegata.lang.grammar.units import Units, code, collapse, compile_pattern
from allegata.lang.pack import Entry
from allegata.model.vocabularies import Age, Qualifier, Sex

OLDEST = 110  # years
_ALIAS = "(?:<COMMA>?<AKA><QUOTE|CAP|PLACE|PARTICLE>+<QUOTE|COMMA>?)?"
_AGE = (
    "(?:<COMMA>?<AGED>|<COMMA><MASK><COMMA>"
    # years behind a name: "Nasser Harazi (14) and", "Nasser Harazi, 40, Karim Omar"
    "|<COMMA><QTY>(?:<COMMA>(?=<AND|COMMA|PUNCT|STOP|BE>|$)|(?=<COMMA|AND|PUNCT|STOP|BE>|$)))?"
)
# "Karim Jan" has a month for its last word.
_RUN = (
    "(?:<TITLE>+<CAP|PARTICLE|PLACE>+|<CAP><CAP|PARTICLE|PLACE|DEMONYM>*<CAP|PLACE|DATE>"
    "|<PLACE><PARTICLE>*<CAP><CAP|PARTICLE|PLACE>*)"
)
# A place or an owner has a name too: "in Khan Harazi", "the Harazi house" are nobody.
_PLACING = ("IN", "AT", "FROM", "ON", "OF", "TO", "PREP")
_NAMING = (*_PLACING, "DET", "DEMONYM", "STATE", "ACTOR", "POSS")
_NAME = compile_pattern(
    "(?:(?<![{before}])|(?<=<HARMN><OF>))(?:<ART>?<AGED>)?".format(
        before="".join(code(name) for name in _NAMING)
    )
    + f"{_RUN}(?!<GEN>|<CAP|PEOPLE|PERSON|ACTN|TARGET|ACTOR|FAMILY>){_ALIAS}{_AGE}"
    # one capitalised word that a verb of harm takes as its object: "killing Harazi and two others"
    + f"|(?<=<HARM>)<CAP>(?=<AND>(?!<CAP>)|<COMMA|PUNCT|IN|WHILE|ALONG|WITH|QUOTE|ON>|$){_AGE}"
)
_NAMED, _CAP, _AGED = code("NAME"), code("CAP"), code("AGED")
_DESCRIBED = compile_pattern("(?P<group><GROUP>)<COMMA|QUOTE>?(?P<name><NAME>)<QUOTE>?")
_EXPLAINED = compile_pattern(
    "(?P<name><NAME>)<COMMA>(?P<group><GROUP>)(?:<AND>(?P<too><GROUP>))?(?=<COMMA|PUNCT|REL|IN|AT|STOP|WORD|PREP>|$)<COMMA>?"
)


# "his two sons Karim (13 years old) and Nasser (5)": the names tell who the two are
_LISTED = compile_pattern(
    "(?P<group><GROUP>)<COMMA|QUOTE|DASH>?(?P<names><NAME>(?:<COMMA|AND>+<NAME>)*)"
)


def find_names(units: Units) -> Units:
    """Return the row with names as NAME units, joined to the group that describes the person."""
    units = collapse(units, _NAME, "NAME", _name, needs=_CAP)
    units = collapse(units, _LISTED, "GROUP", _listed, needs=_NAMED)
    units = collapse(units, _DESCRIBED, "GROUP", _described, needs=_NAMED)
    return collapse(units, _EXPLAINED, "GROUP", _explained, needs=_NAMED)


def _name(units: Units, match: re.Match[str]) -> GroupPhrase | None:
    if any(isinstance(e, Entry) and e.cls == "ORG" for e in units.values[slice(*match.span())]):
        return None  # "the Harazi Council" is nobody
    last = units.words(match.end() - 1, match.end())
    if units.classes[match.end() - 1] == code("DATE") and not last.isalpha():
        return None
    if any(isinstance(v, Quantity) and not _is_age(v) for v in units.values[slice(*match.span())]):
        return None
    start, end = units.range(*match.span())
    titles = [e for e in units.values[slice(*match.span())] if isinstance(e, Entry)]
    titled = next((entry for entry in titles if entry.text("sex")), None)
    age = _age_beside(units, match)
    return GroupPhrase(
        start=start,
        end=end,
        head=(start, end),
        quantity=ONE,
        quantity_range=(start, end),
        age=Age(titled.text("age")) if titled and age is Age.UNKNOWN else age,
        sex=Sex(titled.text("sex")) if titled else Sex.UNKNOWN,
        heads=(units.text[start:end],),
        inferred=True,
        named=True,
    )


def _is_age(quantity: Quantity) -> bool:
    """Say whether a bare number may be somebody's years."""
    return quantity.qualifier is Qualifier.STATED and 0 < (quantity.best or 0) < OLDEST


def _age_beside(units: Units, match: re.Match[str]) -> Age:
    """Return the band of the age beside a name: "Karim Harazi (12 years old)", "… (45)"."""
    for index in range(*match.span()):
        words = units.words(index, index + 1)
        if units.classes[index] == _AGED:
            return age_band(words)
        value = units.values[index]
        if isinstance(value, Quantity) and value.best is not None:
            return Age.CHILD if value.best < ADULT else Age.ADULT
        years = re.findall(r"\d+", words)
        if units.values[index] == "age" and len(years) == 1:
            return Age.CHILD if int(years[0]) < ADULT else Age.ADULT
    return Age.UNKNOWN


def _listed(units: Units, match: re.Match[str]) -> GroupPhrase | None:
    """Join several people and their names, where there are no more names than people."""
    group = units.values[match.start("group")]
    names = units.classes.count(_NAMED, *match.span("names"))
    if not isinstance(group, GroupPhrase) or not group.plural or names < 2:
        return None
    _, end = units.range(*match.span())
    if group.quantity is None:  # "his sons, Karim and Nasser": the names count them
        two = Quantity(names, names, names, Qualifier.STATED)
        words = units.range(*match.span("names"))
        return replace(
            group, end=end, quantity=two, quantity_range=words, inferred=True, named=True
        )
    if group.quantity.best is None or names > group.quantity.best:
        return None
    return replace(group, end=end)


def _described(units: Units, match: re.Match[str]) -> GroupPhrase | None:
    """Join "the commander" and the name behind it; names behind several people stay apart."""
    group, name = units.values[match.start("group")], units.values[match.start("name")]
    if not isinstance(group, GroupPhrase) or not isinstance(name, GroupPhrase):
        return None
    return _one(group, name, match, units)


def _explained(units: Units, match: re.Match[str]) -> GroupPhrase | None:
    """Join a name and the description behind it: "Nasser Harazi, a farmer, was killed"."""
    name, group = units.values[match.start("name")], units.values[match.start("group")]
    if not isinstance(group, GroupPhrase) or not isinstance(name, GroupPhrase):
        return None
    if group.owned or not (group.known or group.inferred):
        return None  # "Nasser Harazi, his wife and two sons" are four
    too = units.values[match.start("too")] if match.group("too") else None
    if isinstance(too, GroupPhrase) and (too.plural or too.quantity is not None):
        return None  # "a farmer and resident of the town" is one, "a farmer and a guard" are two
    return _one(group, name, match, units)


def _one(
    group: GroupPhrase, name: GroupPhrase, match: re.Match[str], units: Units
) -> GroupPhrase | None:
    if group.plural or (group.quantity is not None and group.quantity.best not in (1, None)):
        return None
    start, end = units.range(*match.span())
    counted = group.quantity is not None and not group.inferred
    return replace(
        group,
        start=start,
        end=end,
        quantity=group.quantity if counted else ONE,
        quantity_range=group.quantity_range if counted else (name.start, name.end),
        inferred=not counted,
        named=True,
        # "his son Karim (19 years old)" is no child
        age=group.age if name.age is Age.UNKNOWN else name.age,
        sex=name.sex if group.sex is Sex.UNKNOWN else group.sex,
    )
