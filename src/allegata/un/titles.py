"""The title of a letter or note verbale: its kind, its date, who sends it and to whom.

In: the place in a reading view where a title may begin. Out: the title in parts, or None.
Official titles keep to a few words in each language, in different orders: English says the sender
before the addressees, French and Spanish after them, Russian right after the kind.

>>> title = title_at("Letter dated 6 May 2031 from the Permanent Representative of Chad to the "
...     "United Nations addressed to the President of the Security Council", 0)
>>> title.kind, title.dated, title.senders[0].state, title.addressees
('letter', '2031-05-06', 'TCD', ('president_of_the_security_council',))
"""

import dataclasses
import re
from dataclasses import dataclass
from functools import cache

from allegata.lang.countries import country_named
from allegata.un.days import FoundDay, find_days
from allegata.un.words import Words, all_words, expression, plain, spaced

LONGEST_TITLE = 900
_SEPARATOR = re.compile(r"\s*(?:,|;)\s*(?:and\s+|et\s+|y\s+|и\s+)?|\s+(?:and|et|y|e|и)\s+")
_ARTICLES = 30  # characters that may stand between "from" and the office: "the Acting …"


@dataclass(frozen=True, slots=True)
class FoundSender:
    """A sender at ``start..end``: ``office`` code, ``state`` alpha-3 if it is of one."""

    start: int
    end: int
    office: str
    state: str | None
    raw: str
    signatory: str | None = None
    title: str | None = None


@dataclass(frozen=True, slots=True)
class Title:
    """A title at ``start..end`` in ``language``; ``dated`` is an ISO day or None."""

    start: int
    end: int
    language: str
    kind: str
    dated: str | None
    senders: tuple[FoundSender, ...]
    addressees: tuple[str, ...]


def title_at(text: str, start: int) -> Title | None:
    """Return the title that begins at ``start``, in whatever language, if one does."""
    readable = plain(text)
    for words in all_words():
        for kind, shape in _kinds(words):
            match = shape.match(readable, start)
            if match:
                title = _title(readable, start, match.end(), kind, words)
                return None if title is None else _as_written(title, text)
    return None


def _as_written(title: Title, text: str) -> Title:
    """Return the title with its senders' words as ``text`` writes them, apostrophes and all."""
    senders = tuple(
        dataclasses.replace(sender, raw=text[sender.start : sender.end]) for sender in title.senders
    )
    return dataclasses.replace(title, senders=senders)


def _title(text: str, start: int, kind_end: int, kind: str, words: Words) -> Title | None:
    """Read the rest of a title whose kind ends at ``kind_end``."""
    blank_line = re.compile(r"\n\s*\n").search(text, start)
    limit = min(blank_line.start() if blank_line else len(text), start + LONGEST_TITLE)
    addressees, addressed, addressees_end = _addressees(text, kind_end, limit, words)
    day = _dated(text, kind_end, limit, words)
    senders = _senders(text, kind_end, limit, (addressed, addressees_end), words)
    if not senders and (not addressees or day is None):
        return None
    ends = [kind_end, addressees_end if addressees else 0, day.end if day else 0]
    end = max(*ends, *(sender.end for sender in senders))
    return Title(start, end, words.language, kind, day.iso if day else None, senders, addressees)


def _dated(text: str, start: int, limit: int, words: Words) -> FoundDay | None:
    """Return the first day that the word for "dated" leads in."""
    lead = re.compile(rf"(?<!\w){expression(words.all('letter.title.dated'))}\s*$", re.IGNORECASE)
    for day in find_days(text[:limit]):
        if day.start >= start and lead.search(text, start, day.start):
            return day
    return None


def _addressees(
    text: str, start: int, limit: int, words: Words
) -> tuple[tuple[str, ...], int, int]:
    """Return the codes of the addressees, and where "addressed to …" begins and ends."""
    marker = _bounded(words.all("letter.title.addressee")).search(text, start, limit)
    if marker is None:
        return (), limit, limit
    joint = re.compile(rf"\s*{expression(words.all('letter.title.joint'))}\s*", re.IGNORECASE)
    codes: list[str] = []
    at = end = marker.end()
    while True:
        at += len(text[at:limit]) - len(text[at:limit].lstrip())
        found = _coded_at(text, at, words, "letter.addressees")
        if found is None:
            return tuple(codes), marker.start(), end
        codes.append(found[0])
        end = found[1]
        between = joint.match(text, end, limit)
        at = between.end() if between else end


def _senders(
    text: str, start: int, limit: int, addressed: tuple[int, int], words: Words
) -> tuple[FoundSender, ...]:
    """Return the senders: an office led in by "from", of one state or of several."""
    office = _office(text, start, limit, addressed, words)
    if office is None:
        return ()
    code, began, office_end = office
    stop = addressed[0] if addressed[0] > office_end else limit
    to_the_un = _bounded(words.all("letter.title.to_the_un")).search(text, office_end, stop)
    state_end, end = to_the_un.span() if to_the_un else (stop, stop)
    if to_the_un is None:  # nothing but the line closes "par le Représentant de …"
        line_end = text.find("\n", office_end, stop)
        state_end = end = line_end if line_end >= 0 else stop
    end = began + len(text[began:end].rstrip(" \n\t*,"))
    raw = text[began:end]
    states = states_named(text[office_end:state_end], words) or (None,)
    return tuple(FoundSender(began, end, code, state, raw) for state in states)


def _office(
    text: str, start: int, limit: int, addressed: tuple[int, int], words: Words
) -> tuple[str, int, int] | None:
    """Return the office's code, where the sender's words begin, and where the office ends."""
    markers = words.all("letter.title.sender")
    begins = [start]
    if markers:
        begins = [match.end() for match in _bounded(markers).finditer(text, start, limit)]
    for begin in begins:
        if addressed[0] <= begin < addressed[1]:
            continue
        found = [
            (match.start(), -match.end(), code)
            for code, shape in _table(words, "letter.offices")
            if (match := shape.search(text, begin, min(limit, begin + 120)))
        ]
        if found and min(found)[0] - begin <= _ARTICLES:
            _, negative_end, code = min(found)
            began = begin + len(text[begin:limit]) - len(text[begin:limit].lstrip())
            return code, began, -negative_end
    return None


def states_named(text: str, words: Words) -> tuple[str, ...]:
    """Return the alpha-3 codes of the states that ``text`` is a list of; () where one is none."""
    of = re.compile(rf"\s*{expression(words.all('letter.title.of'))}\s*", re.IGNORECASE)
    match = of.match(text) if words.all("letter.title.of") else None
    pieces: list[str] = []  # names and the separators between them: "Bosnia and Herzegovina" too
    at = match.end() if match else 0
    for separator in _SEPARATOR.finditer(text, at):
        pieces += [text[at : separator.start()], separator.group()]
        at = separator.end()
    pieces.append(text[at:])
    codes: list[str] = []
    while pieces:
        for taken in range(len(pieces) | 1, 0, -2):
            name = "".join(pieces[:taken])
            led = of.match(name) if words.all("letter.title.of") else None
            code = _state(name[led.end() if led else 0 :], words)
            if code is not None:
                codes.append(code)
                pieces = pieces[taken + 1 :]
                break
        else:
            return ()
    return tuple(codes)


def _state(name: str, words: Words) -> str | None:
    """Return the alpha-3 code of one state; Russian writes it in the genitive after an office."""
    bare = " ".join(name.split()).strip(" ,.*")
    country = country_named(bare, demonyms=False) if bare else None
    if country is not None:
        return country.alpha3
    for key, names in words.values.items():
        if key.startswith("states.") and bare.casefold() in {one.casefold() for one in names}:
            return key.removeprefix("states.")
    return None


def _coded_at(text: str, at: int, words: Words, table: str) -> tuple[str, int] | None:
    for code, shape in _table(words, table):
        match = shape.match(text, at)
        if match:
            return code, match.end()
    return None


@cache
def _bounded(alternatives: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){expression(alternatives)}(?!\w)", re.IGNORECASE)


def _table(words: Words, name: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return _compiled(words.language, tuple(words.table(name).items()))


@cache
def _compiled(
    language: str,  # noqa: ARG001  # part of the key of the cache
    rows: tuple[tuple[str, str], ...],
) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple(
        (code, re.compile(rf"(?<!\w)(?:{spaced(word)})(?!\w)", re.IGNORECASE))
        for code, word in rows
    )


def _kinds(words: Words) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return the kinds, each only before a title's next word: "letter dated", not "letter"."""
    following = [
        *words.all("letter.title.dated"),
        *words.all("letter.title.sender"),
        *words.all("letter.title.addressee"),
        *([] if words.all("letter.title.sender") else words.table("letter.offices").values()),
    ]
    return _compiled(
        words.language,
        tuple(
            (code, rf"{word},?(?=\s+{expression(following)}(?!\w))")
            for code, word in words.table("letter.kinds").items()
        ),
    )
