"""Lists of victims beside a word of harm: whom it takes as its object, and who stands before it.

A list ends with "and" ("a man, his wife and two sons"); commas alone make none, so that "said
Harazi, two people were killed" counts two. What a second verb takes is its own: "killing two men
and a woman was wounded" kills two.
"""

import re
from dataclasses import replace

from allegata.lang.grammar.numbers import Quantity
from allegata.lang.grammar.parts import PHRASE, Counted
from allegata.lang.grammar.people import ONE, PAIR, GroupPhrase
from allegata.lang.grammar.units import Units, code, compile_pattern
from allegata.lang.pack import Entry
from allegata.model.vocabularies import Qualifier

_AND = "<COMMA>{0,2}<AND|ALONG><ADV|QUAL_LOW>*"
_NOT_ITS_OWN = (
    "(?!<COMMA>?<ADV>*<BE|HAVE|MODAL>|<ADV>*<HARM|SAY|DENY|ACT|FIREAT|USE|DO|GO|CARRY|LEAVE>)"
)
_OBJECTS = (
    f"<GROUP>(?:(?:<COMMA>{{1,2}}<GROUP>)*(?:{PHRASE})?{_AND}<GROUP>{_NOT_ITS_OWN})*"
    # "killed a teacher, a student and wounded another"
    # "killed his wife, their two children and himself"
    "(?:(?:<COMMA><GROUP>)+(?=<COMMA>?<AND><ADV>*<HARM|SELF>))?"
)
AFTER_PRONOUN = compile_pattern(
    f"<COMMA>?<AND|ALONG|COMMA><ADV>*(?P<list><GROUP>{_NOT_ITS_OWN}"
    f"(?:(?:<COMMA><GROUP>)*{_AND}<GROUP>{_NOT_ITS_OWN})*)"
)
_SUBJECTS = (
    f"(?:<GROUP>(?:<COMMA>{{1,2}}<GROUP>)*(?:{PHRASE})?<COMMA>{{0,2}}<AND|ALONG|WITH><ADV|QUAL_LOW>*)*"
    "<GROUP>"
)
AUXILIARIES = "<BE|HAVE|MODAL|ADV|DO|REL|COMMA|REPORTED|SAY|TO|DET|QUOTE|MASK>*"

OBJECT = compile_pattern(f"<ADV|EMPTY|DET>*(?P<list>{_OBJECTS})")
# "the capture of a leader and two fighters was confirmed"
_TOLD_OF = f"<GROUP>{_AND}<GROUP>(?=<BE|HAVE><BE|ADV>*<SAY|WORD>)"
# "the shooting death tonight of a boy"
OF_OBJECT = compile_pattern(f"<ADV|DATE>?<OF><EMPTY|DET>*(?P<list>{_TOLD_OF}|{_OBJECTS})")
# "Two shepherds, brothers aged 34 and 29, were killed": an apposition counts nobody anew.
# "Two neighbours who came to their aid were wounded"
_RELATIVE = "<REL>(?!<BE|HAVE>)[^{stop}{harm}]{{1,8}}?(?=<BE>)".format(
    stop=code("STOP"), harm=code("HARM")
)
# "The man, who is linked to other fighters, was detained"
_CLAUSE = "<COMMA><REL>[^{never}]{{1,16}}?<COMMA>(?=<BE|HAVE>)".format(
    never="".join(code(name) for name in ("HARM", "STOP"))
)
_ASIDE = "(?P<aside><COMMA|DASH>[^{never}]{{1,16}}<COMMA|DASH>)".format(
    never="".join(code(name) for name in ("HARM", "STOP", "BE", "SAY", "HAVE", "ACT", "DENY"))
)
# "pursued and killed", "were captured and shot": what was done before
# "was engaged by a patrol and killed"
BY_WHOM = "(?:<BY><DET|ART|ACTOR|PLATFORM|WORD|MOD|TMOD|CAP|GROUP|DEMONYM>{1,5})?"
_FIRST = f"(?:<WORD|ACT|HARM|FIREAT>{BY_WHOM}<COMMA|AND>+<ADV>*)?"
SUBJECT = compile_pattern(
    f"(?P<list>{_SUBJECTS})"
    f"(?:{_CLAUSE}|{_ASIDE}|{_RELATIVE}|<REL><BE|HAVE>+<ADV>*<HARM>|(?:{PHRASE}){{1,2}}|<HARM>(?=<BE|HAVE>))?"
    f"<REL>?{AUXILIARIES}{_FIRST}$"
)
REDUCED = compile_pattern(f"(?P<list>{_SUBJECTS}){_ASIDE}?<COMMA|ADV|DASH|QUOTE|OF>*{_FIRST}$")
# "killed along with four others", "killed in a car together with his son"
_BETWEEN = "".join(code(name) for name in ("GROUP", "HARM", "STOP", "PUNCT", "AND"))
COMPANY = compile_pattern(
    f"(?:<ADV>*<WITH>|[^{_BETWEEN}]{{0,10}}?<ALONG>)<ADV|QUAL_LOW>*(?P<list>{_OBJECTS})"
)
# After these a group is taken by another word, and only the last of a list can be the subject.
_TAKERS = {
    code(name)
    for name in (
        *("HARM", "AT", "ON", "TO", "BY", "FROM", "IN", "OF", "ACT", "FIREAT", "USE", "CLAIMLIFE"),
        *("TOLL", "CARRY", "LEAVE"),
    )
}
_PASSED_OVER = {code(name) for name in ("ADV", "EMPTY", "DET", "QUAL_LOW")}
_NO_PEOPLE = {
    code(name) for name in ("THING", "TARGET", "TMOD", "MEANS", "PLATFORM", "ACTN", "FAMILY", "NUM")
}
_NOUN_NEXT = _NO_PEOPLE | {code("WORD")}
_GROUP, _DET = code("GROUP"), code("DET")
_GEN = code("GEN")
_BODIES_OF = code("HARMN") + code("OF")
_ORD, _TO = code("ORD"), code("TO")
_HARM, _INCLUDING = code("HARM"), code("INCLUDING")
_OF = code("OF")
_OWNED = {code(name) for name in ("TARGET", "THING", "MEANS", "PLATFORM", "TMOD")}
_WITH, _NUMBER_OF = code("WITH"), code("NUMBEROF")
_AFTER_BOTH = {"", *(code(name) for name in ("STOP", "PUNCT", "COMMA", "PARTITIVE"))}
_AFTER_PRONOUN = {
    code(name)
    for name in (
        "AND",
        "COMMA",
        "PUNCT",
        "IN",
        "WHILE",
        "STOP",
        "ON",
        "AT",
        "WITH",
        "ADV",
        "BY",
        "REL",
    )
}


def objects_after(units: Units, pattern: re.Pattern[str], index: int) -> tuple[Counted, ...]:
    """Return the groups that ``pattern`` finds from unit ``index`` on."""
    match = pattern.match(units.classes, index)
    return counted_in(units, match.span("list")) if match else ()


def company_after(units: Units, index: int) -> tuple[Counted, ...]:
    """Return the groups that share the fate of those before: "along with four others"."""
    match = COMPANY.match(units.classes, index)
    if match is None:
        return ()
    found = counted_in(units, match.span("list"))
    if _WITH in units.classes[match.start() : match.start("list")]:
        return found if found and _is_people(found[0].whole) else ()  # not "with two shots"
    return found


def groups_before(units: Units, pattern: re.Pattern[str], index: int) -> tuple[Counted, ...]:
    """Return the groups that ``pattern`` finds to the left; objects of another word stay out."""
    match = pattern.search(units.classes, 0, index)
    if match is None:
        return ()
    first, last = match.span("list")
    if _counts_nobody(units, first, last) or is_of_a_thing(units, first):
        return ()
    if units.classes[first:last].count(_GROUP) > 1 and _is_taken(units, first):
        first = units.classes.rindex(_GROUP, first, last)
    found = counted_in(units, (first, last))
    if match.groupdict().get("aside") and found and found[-1].whole.named:
        # "Harazi, five people, were killed" tells of five, whoever said it
        numbered = counted_in(units, match.span("aside"))
        return tuple(told for told in numbered if told.whole.plural)[:1] or found
    return found


def is_of_a_thing(units: Units, first: int) -> bool:
    """Say whether a thing is the subject: "homes of three farmers", "shares of the 3 miners"."""
    before = units.classes[max(first - 2, 0) : first]
    if before[-1:] == _OF:
        return before[0] in _OWNED
    value = units.values[first]
    within = isinstance(value, Counted) and value.whole.whose
    return within and before[-1:] in _OWNED | {code("CAP"), code("WORD")}


def _counts_nobody(units: Units, first: int, last: int) -> bool:
    """Say whether the groups stand where they tell of nobody harmed here.

    "He was the third teacher to be killed", "bringing to 40 the number of people killed", "the
    bodies of two men were taken to hospital".
    """
    nth = units.classes[last : last + 1] == _TO and _is_nth(units, first, last)
    before = units.classes[max(first - 2, 0) : first]
    return nth or before in (_GROUP + _NUMBER_OF, _BODIES_OF)


def _is_nth(units: Units, first: int, last: int) -> bool:
    """Say whether the group is one of a count: "the third teacher", "the 26th teacher"."""
    value = units.values[last - 1]
    nth = isinstance(value, Counted) and value.whole.nth
    return nth or units.classes[max(first - 1, 0) : first] == _ORD


def counted_in(units: Units, span: tuple[int, int]) -> tuple[Counted, ...]:
    """Return the groups of the units, with what only their place there tells."""
    found = []
    for index in range(*span):
        value = units.values[index]
        if isinstance(value, Counted):
            after = units.classes[index + 1 : index + 2]
            if not value.whole.heads and after in _NO_PEOPLE:
                continue  # "killed three camels"
            if after == _GEN and units.classes[index + 2 : index + 3] in _NO_PEOPLE:
                continue  # "hit the mayor's house"
            found.append(_in_place(units, index, value, after))
    return tuple(found)


def _in_place(units: Units, index: int, counted: Counted, after: str) -> Counted:
    """Make one of a bare noun ("child killed"), known of what "the" or "all" stands before."""
    whole = counted.whole
    described = bool(whole.heads) and len(whole.heads[-1]) < whole.head[1] - whole.head[0]
    if (
        whole.quantity is None
        and not whole.plural
        and (after not in (_NO_PEOPLE if described else _NOUN_NEXT))
    ):
        one = replace(whole, quantity=ONE, quantity_range=whole.head, inferred=True)
        return replace(counted, whole=one)
    if not whole.heads and index and units.classes[index - 1] == _DET:
        return replace(counted, whole=replace(whole, known=True))
    return counted


def _is_people(group: GroupPhrase) -> bool:
    return bool(group.heads) or (group.quantity is not None and group.quantity.additional)


def _is_taken(units: Units, first: int) -> bool:
    at = first - 1
    while at >= 0 and units.classes[at] in _PASSED_OVER:
        at -= 1
    if at >= 0 and units.classes[at] == _INCLUDING:
        # "nine were killed, including two women, and six were wounded"
        return _HARM in units.classes[:at]
    return at >= 0 and units.classes[at] in _TAKERS


def pronoun_at(units: Units, index: int) -> GroupPhrase | None:
    """Return the person for whom "him", "her" or "himself" stands at ``index``, None for others."""
    if index >= len(units):
        return None
    entry = units.values[index]
    if not isinstance(entry, Entry):
        return None
    start, end = units.range(index, index + 1)
    if entry.cls == "SHARE" and entry.text("worth"):
        # "killing many of them"
        quantity = Quantity(
            None, None, None, Qualifier.VAGUE, (start, end), None, entry.text("worth") or ""
        )
        return GroupPhrase(start, end, (start, end), quantity, (start, end), plural=True)
    both = units.values[index + 1] if index + 1 < len(units) else None
    if entry.cls == "PRON" and isinstance(both, Entry) and both.flag("both"):
        quantity = PAIR  # "shot them both"
        end = units.ends[index + 1]
    elif entry.flag("both") and units.classes[index + 1 : index + 2] in _AFTER_BOTH:
        quantity = PAIR  # "killing both", but not "both in the village and outside it"
    elif entry.cls == "SELF" or entry.flag("single") or _is_her(units, index, entry):
        quantity = ONE
    else:
        return None
    return GroupPhrase(
        start=start,
        end=end,
        head=(start, end),
        quantity=quantity,
        quantity_range=(start, end),
        role="perpetrator" if entry.cls == "SELF" else None,
        inferred=True,
        known=True,
        plural=quantity is PAIR,
    )


def _is_her(units: Units, index: int, entry: Entry) -> bool:
    """Say whether "her" is a person and owns nobody that follows."""
    alone = index + 1 >= len(units) or units.classes[index + 1] in _AFTER_PRONOUN
    return entry.cls == "DET" and entry.flag("possessive") and entry.flag("her") and alone
