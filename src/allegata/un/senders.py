"""Who sends a letter, as its title says: an office, of one state or of several.

In: the stretch of a title that names the senders, in the words of one language. Out: one sender for
each state; where an office serves no state, whom it serves in the title's own words.

>>> from allegata.un.words import words_of
>>> text = "the Permanent Representative of Chad and the Chargé d'affaires a.i. of the Permanent "
>>> text += "Mission of Mali to the United Nations"
>>> [(one.office, one.state) for one in senders_in(text, 0, len(text), words_of("en"))]
[('permanent_representative', 'TCD'), ('charge_daffaires', 'MLI')]
"""

import re
from dataclasses import dataclass
from functools import cache

from allegata.un.states import of_shape, state_at_end, states_named
from allegata.un.words import Words, expression, plain, spaced, words_of

FARTHEST_OFFICE = 30  # characters before the office: "the Acting …"
LONGEST_PRINCIPAL = 240
OTHER = "other"
OF_NO_STATE = frozenset(
    {
        "secretary_general",
        "president_of_the_security_council",
        "president_of_the_general_assembly",
        "president_of_the_economic_and_social_council",
        "president_of_the_human_rights_council",
        "chair",
        "under_secretary_general",
        "special_representative",
        "high_commissioner",
        "panel_of_experts",
        "director_general",
        "prosecutor",
        "office_of_legal_affairs",
    }
)
_NAMED_WHOLE = OF_NO_STATE - {
    "secretary_general",
    "president_of_the_security_council",
    "president_of_the_general_assembly",
    "chair",
}
# Offices of parties, tribunals and committees have these names too: "Head of delegation of the
# Opposition, First Deputy Chairman of the Movement of Chad" is not the State's.
_NAME_FOLLOWS = frozenset({"president", "prime_minister", "representatives", "head_of_delegation"})
_EDGES = " \n\t*,;、"


@dataclass(frozen=True, slots=True)
class FoundSender:
    """A sender at ``start..end``: ``office`` code, ``state`` alpha-3 if it is of one.

    ``principal`` is whom an office of no state serves, as printed: "the League of Arab States".
    """

    start: int
    end: int
    office: str
    state: str | None
    raw: str
    signatory: str | None = None
    title: str | None = None
    principal: str | None = None


@dataclass(frozen=True, slots=True)
class _Office:
    start: int
    end: int
    code: str


def senders_in(text: str, start: int, end: int, words: Words) -> tuple[FoundSender, ...]:
    """Return the senders named in ``text[start:end]``; () where no known office stands there."""
    text = plain(text)
    offices = _offices(text, start, end, words)
    if not offices:
        return ()
    found: list[FoundSender] = []
    for at, office in enumerate(offices):
        following = offices[at + 1].start if at + 1 < len(offices) else end
        before = offices[at - 1].end if at else start
        names = (office.end, following) if words.bounded else (before, office.start)
        first, last = (start if not at else office.start), following
        if not words.bounded:
            first, last = before, office.end if at + 1 < len(offices) else end
        bounds = _stripped(text, first, _last_of_group(text, first, last, words))
        listed = _parted(words.language).sub("", text[slice(*names)])
        found += _group(text, bounds, office, listed, words)
    return tuple(found)


def other_sender(text: str, start: int, end: int, words: Words) -> tuple[FoundSender, ...]:
    """Return a sender whose office is not known here, its words kept."""
    first, last = _stripped(plain(text), start, end)
    if last - first < FARTHEST_OFFICE // 10 or last - first > LONGEST_PRINCIPAL:
        return ()
    raw = text[first:last]
    organs = rf"(?:\w{{1,4}}\s+)?{expression(words.all('letter.authors.organs_of_state'))}"
    is_of_state = re.match(organs, plain(raw), re.IGNORECASE) is not None
    return (
        FoundSender(first, last, OTHER, state_at_end(raw, words) if is_of_state else None, raw),
    )


def first_office_end(text: str, start: int, end: int, words: Words) -> int | None:
    """Return where the first office named in ``text[start:end]`` ends."""
    offices = _offices(plain(text), start, end, words)
    return offices[0].end if offices else None


def _group(
    text: str, bounds: tuple[int, int], office: _Office, names: str, words: Words
) -> list[FoundSender]:
    names = _to_the_un(words.language).sub(" ", _capacity(words.language).split(names)[0])
    states: tuple[str | None, ...] = ()
    if office.code not in OF_NO_STATE:
        states = states_named(names, words)
        if not states and office.code not in _NAME_FOLLOWS:
            one = state_at_end(names, words)
            states = (one,) if one else ()
    start, end = bounds
    principal = None if states else _principal(names, words)
    if office.code in _NAMED_WHOLE:
        principal = _principal(text[office.start : end], words)
    return [
        FoundSender(start, end, office.code, state, text[start:end], principal=principal)
        for state in states or (None,)
    ]


def _principal(names: str, words: Words) -> str | None:
    """Return whom the office serves: the words after it, less what leads them in."""
    bare = " ".join(names.split()).strip(_EDGES)
    led = of_shape(words.language).match(bare)
    if led and words.bounded:
        bare = bare[led.end() :].strip()
    return bare if 2 < len(bare) <= LONGEST_PRINCIPAL else None


def _offices(text: str, start: int, end: int, words: Words) -> list[_Office]:
    """Return the offices in order: the first near the start, others each after a separator."""
    found = [
        _Office(*match.span(), code)
        for code, shape in _shapes(words.language)
        for match in shape.finditer(text, start, end)
    ]
    found.sort(key=lambda office: (office.start, -office.end))
    kept: list[_Office] = []
    for office in found:
        if kept and office.start < kept[-1].end:
            continue
        if not kept:
            if words.bounded and office.start - start > FARTHEST_OFFICE:
                return []
            kept.append(office)
        elif not words.bounded or _is_parted(text, kept[-1].end, office.start, words):
            between = _parted(words.language).sub("", text[kept[-1].end : office.start])
            if words.bounded and not between.strip(_EDGES):
                # "the Prime Minister and Minister for Foreign Affairs of X" is one sender
                kept[-1] = _Office(kept[-1].start, office.end, kept[-1].code)
            else:
                kept.append(office)
    return kept


def _is_parted(text: str, start: int, end: int, words: Words) -> bool:
    """Say whether a separator stands before the office at ``end``, or is run into its word."""
    if any(text.startswith(prefix, end) for prefix in words.all("letter.list_prefix")):
        return True
    return _parted(words.language).search(text, start, end) is not None


def _last_of_group(text: str, start: int, end: int, words: Words) -> int:
    """Return where a group's words end, without the "and the" that leads to the next."""
    match = _parted(words.language).search(text, start, end)
    return match.start() if match and match.end() == end else end


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    words = text[start:end]
    start += len(words) - len(words.lstrip(_EDGES))
    return start, start + len(words.strip(_EDGES))


@cache
def _shapes(language: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    words = words_of(language)
    prefix = (
        expression(words.all("letter.list_prefix")) + "?" if words.all("letter.list_prefix") else ""
    )
    return tuple(
        (code, re.compile(words.bound(spaced(word), before=rf"(?<!\w){prefix}"), re.IGNORECASE))
        for code, word in words.table("letter.offices").items()
        if word
    )


@cache
def _parted(language: str) -> re.Pattern[str]:
    """Return "and the" before an office: a separator and an article at most."""
    words = words_of(language)
    joint = expression(words.all("letter.list_joint"))
    if not words.bounded:
        return re.compile(rf"(?:[,、;]|{joint})\s*$")
    again = expression([*words.all("letter.title.sender"), *words.all("letter.articles")])
    return re.compile(
        rf"(?:\s*[,;]\s*(?:{joint}\s+)?|\s+{joint}\s+)(?:{again}\s*){{0,2}}$", re.IGNORECASE
    )


@cache
def _to_the_un(language: str) -> re.Pattern[str]:
    words = words_of(language)
    return re.compile(words.bound(expression(words.all("letter.title.to_the_un"))), re.IGNORECASE)


@cache
def _capacity(language: str) -> re.Pattern[str]:
    words = words_of(language)
    return re.compile(expression(words.all("letter.title.capacity")), re.IGNORECASE)
