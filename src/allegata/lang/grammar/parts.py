"""Wholes and their parts: "nine people, including three children", "seven of those killed".

Parts are never added to their whole (DESIGN §4.2). A share ("most of them women") is composition
and no count.

>>> from allegata.lang.grammar.lexing import lex
>>> from allegata.lang.grammar.numbers import find_quantities
>>> from allegata.lang.grammar.people import find_groups
>>> from allegata.lang.pack import load_pack
>>> text = "nine people, including three children"
>>> units = find_groups(find_quantities(lex(text, [(0, len(text))], load_pack("en").lexicon)))
>>> counted = find_counted(units).values[1]
>>> counted.whole.quantity.best, [part.quantity.best for part in counted.parts]
(9, [3])
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from allegata.lang.grammar.numbers import Quantity
from allegata.lang.grammar.people import ONE, GroupPhrase
from allegata.lang.grammar.units import Units, code, collapse, compile_pattern
from allegata.lang.pack import Entry
from allegata.model.vocabularies import Age, Derivation, Sex, Status


@dataclass(frozen=True, slots=True)
class SharePhrase:
    """ "Most of them women and children": a share of a group, with the groups named."""

    start: int
    end: int
    share: str
    groups: tuple[str, ...]
    group: GroupPhrase | None = None


@dataclass(frozen=True, slots=True)
class Counted:
    """A group with the parts and shares that the same phrase tells of it."""

    whole: GroupPhrase
    parts: tuple[GroupPhrase, ...]
    shares: tuple[SharePhrase, ...]


@dataclass(frozen=True, slots=True)
class PartPhrase:
    """A part of a group told before: "five of those killed were teachers"."""

    start: int
    end: int
    group: GroupPhrase
    derivation: Derivation


# Where, of what, with what: words that may stand between a group and its verb, its parts or the
# next group.
PHRASE = (
    "<COMMA>?<WORD|MOD|ADV>?<IN|AT|ON|FROM|OF|TO|WITH|BY|PREP>"
    "<DET|ART|POSS|MOD|TMOD|CAP|WORD|PLACE|TARGET|PLATFORM|ACTOR|DEMONYM|STATE|DATE|MASK|NUM|EMPTY"
    "|QUOTE|GEN|FAMILY|PARTICLE|ACTN|SAME|FRAMING|QTY|TITLE|RELATION|VOICE|ORG>{1,8}"
)
_PART = "(?:<GROUP|NAME>|<QTY>(?!<PARTITIVE>))"
_NEXT = "<COMMA|AND|ALONG|WITH>+<ADV|QUAL_LOW>*"
_NO_VERB = "(?!<ADV>*<HARM|BE|HAVE>)"
_COUNTED = compile_pattern(
    # "two teachers among up to seven killed": the whole stands behind its part
    # "nine civilians, including six children, among up to 21 killed"
    f"(?P<among>{_PART})(?P<inner><COMMA>?<INCLUDING><ADV|QUAL_LOW>*{_PART}(?:{_NEXT}{_PART})*)?"
    "<COMMA>?<ADV|REPORTED>*<AMONG><ADV|DET>*(?P<of><GROUP|QTY>)"
    # a number before a word that means no people counts nobody: "three generations"
    "|(?P<whole><GROUP|NAME>|<QTY>(?!<WORD|TARGET|TMOD|MEANS|PLATFORM|ACTN|THING|PLACE|NUM>))"
    # "nine people including four women and a boy were killed": no comma, the verb is the whole's
    f"(?P<parts>(?:(?<!<HARM>{_PART})(?:{PHRASE})?<INCLUDING><ADV|QUAL_LOW>*{_PART}(?:{_NEXT}{_PART})*"
    "(?=<COMMA>?<BE|HAVE>))"
    f"|(?:(?:{PHRASE}){{0,2}}<COMMA|ADV>*<INCLUDING><ADV|QUAL_LOW|COMMA>*{_PART}(?:{_NEXT}{_PART}{_NO_VERB})*)"
    f"|(?:<COMMA><ADV>*<QTY><PARTITIVE><BE>?<GROUP|NAME>(?:<COMMA|AND>+<GROUP|NAME>{_NO_VERB})*)"
    # "thirteen people, three civilians among them,"
    "|(?:<COMMA>+<GROUP|QTY><INCLUDING>(?=<COMMA|PUNCT|STOP|IN|BE|HAVE|HARM>|$)))?"
    "(?P<shares><COMMA>*<SHARE><BE>?<GROUP>)?"
)
# "Five relatives, two adults and three children, were killed": the list tells again who they were
_LISTED = compile_pattern(
    "(?P<whole><GROUP|QTY>)<COMMA|DASH>+(?P<list><GROUP|QTY|NAME>(?:<COMMA|AND|ALONG>+<GROUP|QTY|NAME>)*)"
    "(?=<COMMA|DASH|PUNCT|STOP|BE|HAVE|HARM|IN>|$)<COMMA|DASH>?"
)
# "Five people, all women, were killed": the second describes the first
_ALL_OF = compile_pattern(
    "(?P<whole><GROUP>)<COMMA|DASH>(?P<all><GROUP>)(?:<COMMA|DASH>(?=<BE|HAVE>))?"
)
# "one of them was killed"
_SOME_OF = compile_pattern("<QTY><PARTITIVE>(?=<COMMA|ADV|REL>*<BE|HAVE|HARM|FATALLY>)")
# "two of the nine were killed"
_OF_THE_NUMBER = compile_pattern(
    "<OF><DET|DEM><QTY>(?=<BE|HAVE|COMMA|ADV|REL|PUNCT>)"
    "|(?<=<QTY>)<OF><DET|DEM><QTY>(?=<HARM>(?!<BE>))"
)
# "five of the nine killed were women"
_OF_THE_HARMED = compile_pattern(
    "(?P<qty><QTY|NUM>)<OF><DET|DEM><QTY><PEOPLE|GROUP>?<HARM><BE><ADV>*(?P<group><GROUP>)"
)
_PARTITIVE = compile_pattern(
    "(?:(?P<qty><QTY|NUM>)<PARTITIVE>|<PARTITIVE>(?P<later><QTY|NUM>))<BE|ADV|COMMA>*(?P<group><GROUP|NAME>)"
)
# "Seven were children; two were women"
_ONES = compile_pattern(
    "(?<=[{start}])<ADV>*(?P<qty><QTY>)<BE><ADV>*(?P<group><GROUP>)(?!<ADV>*<HARM>)".format(
        start="".join(code(name) for name in ("STOP", "COMMA", "AND", "WHILE"))
    )
)
_ORDINAL = compile_pattern("<DET>(?P<ord><ORD|MORE>)(?:<GROUP>)?<BE><ADV>*(?P<group><GROUP>)")
_GROUP, _QTY, _SHARE, _NAME = (code(name) for name in ("GROUP", "QTY", "SHARE", "NAME"))
_COUNTABLE = (_GROUP, _QTY, _NAME)
_BE, _SELF = code("BE"), code("SELF")
_OF_THEM, _MURDER_SUICIDE = code("PARTITIVE"), code("MURDERSUICIDE")


def find_counted(units: Units) -> Units:
    """Return the row in which each group or bare number, with its parts, is one GROUP unit."""
    units = collapse(units, _SOME_OF, "GROUP", _some_of, needs=_OF_THEM)
    units = collapse(units, _ALL_OF, "GROUP", _all_of)
    listed = collapse(units, _LISTED, "GROUP", _listed)
    return collapse(listed, _COUNTED, "GROUP", _build)


def find_partitives(units: Units) -> Units:
    """Return the row with "of the nine" as words for people told of before."""
    return collapse(
        units, _OF_THE_NUMBER, "PARTITIVE", lambda row, match: row.values[match.end() - 1]
    )


def find_part_phrases(units: Units) -> tuple[tuple[int, int, PartPhrase], ...]:
    """Return the phrases that speak of parts of a group told before, with their unit ranges.

    Call it before :func:`find_counted`, which takes the numbers for wholes.
    """
    found = []
    for pattern, derivation in (
        (_PARTITIVE, Derivation.LITERAL),
        (_OF_THE_HARMED, Derivation.LITERAL),
        (_ONES, Derivation.LITERAL),
        (_ORDINAL, Derivation.ORDINAL),
    ):
        for match in pattern.finditer(units.classes):
            phrase = _part_phrase(units, match, derivation)
            if phrase is not None:
                found.append((*match.span(), phrase))
    found += _doers_among(units)
    return tuple(sorted(found, key=lambda item: item[0]))


def _doers_among(units: Units) -> list[tuple[int, int, PartPhrase]]:
    """Return the one among the dead of a murder-suicide who killed the others.

    Where "himself" is told, that one is counted already.
    """
    found = []
    for index, character in enumerate(units.classes if _SELF not in units.classes else ""):
        if character == _MURDER_SUICIDE:
            words = units.range(index, index + 1)
            doer = GroupPhrase(*words, words, ONE, words, role="perpetrator", inferred=True)
            found.append((index, index + 1, PartPhrase(*words, doer, Derivation.INFERRED)))
    return found


def bare_group(units: Units, index: int) -> GroupPhrase | None:
    """Return the group that a GROUP or QTY unit stands for; a bare number counts nobody by name."""
    value = units.values[index]
    if isinstance(value, GroupPhrase):
        return value
    if not isinstance(value, Quantity):
        return None
    start, end = units.range(index, index + 1)
    return GroupPhrase(
        start=start,
        end=end,
        head=value.more or (end, end),
        quantity=value,
        quantity_range=value.words,
        plural=value.best != 1,
    )


def _build(units: Units, match: re.Match[str]) -> Counted | None:
    if match.group("among"):
        part = bare_group(units, match.start("among"))
        whole = bare_group(units, match.start("of"))
        return Counted(whole, (part, *_inner(units, match)), ()) if part and whole else None
    value = units.values[match.start("whole")]
    if isinstance(value, Counted):
        return value
    whole = bare_group(units, match.start("whole"))
    if whole is None:
        return None
    shares = _shares(units, match)
    return Counted(described_by(whole, shares), _parts(units, match), shares)


def described_by(whole: GroupPhrase, shares: tuple[SharePhrase, ...]) -> GroupPhrase:
    """Return the whole as "all of them children" describes it; other shares describe some of it."""
    for share in shares:
        if share.share == "all" and share.group is not None:
            told = share.group
            whole = replace(
                whole,
                status=told.status if whole.status is Status.UNKNOWN else whole.status,
                age=told.age if whole.age is Age.UNKNOWN else whole.age,
                sex=told.sex if whole.sex is Sex.UNKNOWN else whole.sex,
            )
    return whole


def _inner(units: Units, match: re.Match[str]) -> tuple[GroupPhrase, ...]:
    """Return the parts of a part that say something else: six children of nine civilians."""
    if not match.group("inner"):
        return ()
    groups = (bare_group(units, index) for index in range(*match.span("inner")))
    return tuple(group for group in groups if group is not None and group.status is Status.UNKNOWN)


def _some_of(units: Units, match: re.Match[str]) -> GroupPhrase | None:
    """Read "one of them" as somebody of those told before."""
    counted = bare_group(units, match.start())
    if counted is None:
        return None
    start, end = units.range(*match.span())
    return replace(counted, start=start, end=end, out_of=True)


def _all_of(units: Units, match: re.Match[str]) -> GroupPhrase | None:
    """Join "five people" and "all women"; a group that only may be all of them stays apart."""
    whole, every = units.values[match.start("whole")], units.values[match.start("all")]
    if not isinstance(whole, GroupPhrase) or not isinstance(every, GroupPhrase):
        return None
    if not every.every or every.quantity is not None or not whole.plural:
        return None
    share = SharePhrase(every.start, every.end, "all", every.heads, every)
    return replace(described_by(whole, (share,)), end=units.range(*match.span())[1])


def _listed(units: Units, match: re.Match[str]) -> Counted | None:
    """Read a list as telling again who a number of people were, if it adds up to that number."""
    whole = bare_group(units, match.start("whole"))
    items = [
        group
        for index in range(*match.span("list"))
        if units.classes[index] in _COUNTABLE and (group := bare_group(units, index)) is not None
    ]
    if (
        whole is None
        or whole.quantity is None
        or not whole.plural
        or (whole.owned and whole.inferred)
    ):
        return None  # "his parents, his brother and a neighbour" are four
    if not adds_up(whole, items):
        return None
    if len(items) == 1 and not items[0].heads:
        return None
    return Counted(whole, tuple(items), ())


def adds_up(whole: GroupPhrase, items: Sequence[GroupPhrase]) -> bool:
    """Say whether the numbers of a list make that of a whole of several people."""
    if whole.quantity is None:
        return False
    numbers = [item.quantity.best for item in items if item.quantity is not None]
    known = [number for number in numbers if number is not None]
    number = whole.quantity.best if whole.quantity.best is not None else whole.quantity.low
    return len(known) == len(items) and number == sum(known) and sum(known) >= 2


def _parts(units: Units, match: re.Match[str]) -> tuple[GroupPhrase, ...]:
    if not match.group("parts"):
        return ()
    first, last = match.span("parts")
    groups = [
        group
        for index in range(first, last)
        if units.classes[index] in _COUNTABLE and (group := bare_group(units, index)) is not None
    ]
    if len(groups) >= 2 and not groups[0].heads and groups[1].quantity is None:
        groups = [_joined(groups[0], groups[1]), *groups[2:]]  # "three of them children"
    return tuple(_counted_once(group) for group in groups)


def _counted_once(group: GroupPhrase) -> GroupPhrase:
    """Make one of a bare noun among parts: "including a woman and child"."""
    if group.quantity is not None or group.plural:
        return group
    return replace(group, quantity=ONE, quantity_range=group.head, inferred=True)


def _shares(units: Units, match: re.Match[str]) -> tuple[SharePhrase, ...]:
    if not match.group("shares"):
        return ()
    first, last = match.span("shares")
    while units.classes[first] != _SHARE:
        first += 1
    entry, group = units.values[first], units.values[last - 1]
    if not isinstance(entry, Entry) or not isinstance(group, GroupPhrase):
        return ()
    start, end = units.range(first, last)
    return (SharePhrase(start, end, entry.text("share"), group.heads, group),)


def share_at(units: Units, index: int) -> SharePhrase | None:
    """Return the share that a SHARE unit and the group after it tell, none where none is told."""
    entry = units.values[index]
    after = index + 1
    while after < len(units) and units.classes[after] == _BE:
        after += 1
    told = units.values[after] if after < len(units) else None
    group = told.whole if isinstance(told, Counted) else None
    if not isinstance(entry, Entry) or group is None:
        return None
    start, end = units.range(index, after + 1)
    return SharePhrase(start, end, entry.text("share"), group.heads, group)


def _part_phrase(units: Units, match: re.Match[str], derivation: Derivation) -> PartPhrase | None:
    group = units.values[match.start("group")]
    if not isinstance(group, GroupPhrase):
        return None
    start, end = units.range(*match.span())
    make = _ordinal if derivation is Derivation.ORDINAL else _numbered
    part = make(units, match, group)
    return PartPhrase(start, end, part, derivation) if part is not None else None


def _numbered(units: Units, match: re.Match[str], group: GroupPhrase) -> GroupPhrase | None:
    """Read "five of them were teachers", "of whom one was a child", "seven were children"."""
    told_of = match.groupdict()
    if "later" not in told_of and (group.quantity not in (None, ONE) or not group.heads):
        return None  # "four were the two men's" tells of nobody
    counted = bare_group(units, match.start("qty" if told_of["qty"] else "later"))
    return _joined(counted, group) if counted is not None else None


def _ordinal(units: Units, match: re.Match[str], group: GroupPhrase) -> GroupPhrase | None:
    """Read "the sixth was a boy", "the other was their grandmother" as one person."""
    if group.quantity not in (None, ONE) or group.plural:
        return None
    index = match.start("ord")
    start, end = units.range(*match.span())
    return replace(
        group,
        start=start,
        end=end,
        quantity=ONE,
        quantity_range=units.range(index, index + 1),
        inferred=False,
    )


def _joined(number: GroupPhrase, described: GroupPhrase) -> GroupPhrase:
    """Return the group that takes its number from one phrase and its description from another."""
    return replace(
        described,
        start=number.start,
        quantity=number.quantity,
        quantity_range=number.quantity_range,
        inferred=number.inferred,
    )
