"""Who a part or a whole document is by, as its own title or signature says.

In: the reading view, and where the part's text begins and ends. Out: the author in a normal name
(alpha-3 of a state, the code of an office of the house, else the words as printed), the kind of
source it is, and the day that the part gives itself. An annex is by its own author; who transmits
it vouches for nothing in it.

>>> text = "Statement by the Ministry of Foreign Affairs of Chad, dated 3 May 2031\\n\\nWe saw."
>>> found = authorship(text, 0, len(text))
>>> found.author.name, found.author.kind, found.dated
('TCD', 'state', '2031-05-03')
"""

import re
from dataclasses import dataclass
from functools import cache

from allegata.un.days import find_days
from allegata.un.senders import OF_NO_STATE, FoundSender
from allegata.un.signatures import FoundSignature, find_signatures
from allegata.un.states import state_at_end, state_named, states_named
from allegata.un.titles import Title, title_at
from allegata.un.words import Words, all_words, expression, plain, spaced

TITLE_LENGTH = 500
MOST_TITLE_LINES = 4
LONGEST_NAME = 160
_SKIP = re.compile(r"[\s*†]+|\[[^\]\n]{2,80}\][ \t]*")
_SENTENCE_END = re.compile(r"[.!?。](?:\s|$)")
_PLACE_AND_DAY = re.compile(r"^[ \t]*[^\W\d_][\w .'-]{2,30},[ \t]*(?:the |le |el )?$", re.MULTILINE)
_BODY = "international_organisation"
_NAMES = {  # offices and organs of the house, as voices are called in every language
    "secretary_general": "Secretary-General of the United Nations",
    "president_of_the_security_council": "President of the Security Council",
    "president_of_the_general_assembly": "President of the General Assembly",
    "president_of_the_economic_and_social_council": "President of the Economic and Social Council",
    "president_of_the_human_rights_council": "President of the Human Rights Council",
    "security_council": "Security Council",
    "general_assembly": "General Assembly",
    "human_rights_council": "Human Rights Council",
    "economic_and_social_council": "Economic and Social Council",
    "secretariat": "Secretariat of the United Nations",
}


@dataclass(frozen=True, slots=True)
class Author:
    """An author named at ``start..end``; ``kind`` is a source kind, ``name`` its normal name."""

    name: str
    kind: str  # state, international_organisation, unknown
    start: int
    end: int

    @property
    def is_joint(self) -> bool:
        """Whether several states are the one author."""
        return ", " in self.name and self.kind == "state"

    @property
    def called(self) -> str:
        """What the author is called where it speaks: the house's offices by their full names."""
        return _NAMES.get(self.name, self.name)


@dataclass(frozen=True, slots=True)
class Authorship:
    """What a part says of itself; ``body_start`` is past its title, ``signatures`` are its own."""

    author: Author | None
    dated: str | None
    title: Title | None
    body_start: int
    signatures: tuple[FoundSignature, ...]


def authorship(text: str, start: int, end: int) -> Authorship:
    """Return what the part at ``start..end``, less its heading, says of its author and day."""
    start = _text_start(text, start, end)
    signatures = tuple(_moved(one, start) for one in find_signatures(text[start:end]))
    title = title_at(text[:end], start)
    if title is not None:
        author = author_of_senders(title.senders)
        return Authorship(author, title.dated, title, title.end, signatures)
    title_end = _title_end(text, start, end)
    author = _titled(text, start, title_end) or _author_who_signs(signatures)
    dated = _day_in_title(text, start, title_end) or _day_at_the_end(text, start, end)
    return Authorship(author, dated, None, start, signatures)


def author_of_senders(senders: tuple[FoundSender, ...]) -> Author | None:
    """Return the author that a letter's senders are: one state, or one office."""
    if not senders:
        return None
    first = senders[0]
    states = [sender.state for sender in senders if sender.state]
    if len(states) == len(senders):
        names = ", ".join(dict.fromkeys(states))
        return Author(names, "state", first.start, senders[-1].end)
    if len(senders) > 1:
        return None
    if first.office in _NAMES:
        return office(first.office, first.start, first.end)
    if first.principal and (first.office in OF_NO_STATE or first.office == "permanent_observer"):
        return Author(" ".join(first.principal.split()), _BODY, first.start, first.end)
    return None  # the office of an unknown state speaks for nobody who is known


def office(name: str, start: int, end: int) -> Author:
    """Return an organ or office of the house as an author."""
    return Author(name, _BODY, start, end)


def _text_start(text: str, start: int, end: int) -> int:
    while start < end and (match := _SKIP.match(text, start, end)):
        start = match.end()
    return start


def _title_end(text: str, start: int, end: int) -> int:
    """Return where the part's title ends: short lines before the first blank one."""
    blank = re.compile(r"\n[ \t]*\n").search(text, start, end)
    stop = min(blank.start() if blank else end, start + TITLE_LENGTH)
    lines = text[start:stop].splitlines(keepends=True)[:MOST_TITLE_LINES]
    return start + len("".join(lines))


def _titled(text: str, start: int, end: int) -> Author | None:
    """Return the author that a part's title names; a paragraph is no title."""
    if _SENTENCE_END.search(plain(text[start:end])):
        return None
    return author_in_title(text, start, end)


def author_in_title(text: str, start: int, end: int) -> Author | None:
    """Return the author in "Statement by the Ministry of Defence of X": a state, or its words."""
    readable = plain(text[start:end])
    for words in all_words():
        author = _author_before(readable, start, words)
        if author is not None:
            return author
        led = _leads(words.language).match(readable)
        if led is None:
            continue
        first = start + led.end()
        name = _up_to_more(readable[led.end() :], words.language)
        code = _house(name)
        if code is not None:
            return office(code, first, first + len(name))
        state = _state_of(name, words)
        if state is not None:
            return Author(state, "state", first, first + len(name))
        bare = " ".join(text[first : first + len(name)].split())
        if bare and bare[0].isupper() and len(bare) <= LONGEST_NAME:
            return Author(bare, "unknown", first, first + len(name))
    return None


def sponsors_in_title(title: str, start: int) -> Author | None:
    """Return the states in "Chad and Mali: draft resolution" as the one author they are."""
    names, colon, _ = plain(title).rpartition(":")
    for words in all_words() if colon else ():
        states = states_named(names, words)
        if states:
            return Author(", ".join(states), "state", start, start + len(names))
    return None


def _state_of(name: str, words: Words) -> str | None:
    """Return the state that a name is, or whose organ it is: "the Ministry of Defence of X"."""
    states = states_named(name, words)
    if len(states) == 1:
        return states[0]
    organs = expression(words.all("letter.authors.organs_of_state"))
    if re.match(organs, name, re.IGNORECASE) is None:
        return None
    return state_at_end(f" {name}", words)


def _author_before(readable: str, start: int, words: Words) -> Author | None:
    """Return the author in a title that its noun ends, as in Chinese: "乍得外交部声明"."""
    line = readable.partition("\n")[0]
    for noun in words.all("letter.authors.before"):
        match = re.search(rf"(?:{noun})\s*$", line)
        if match is None:
            continue
        name = line[: match.start()].strip()
        code = _house(name)
        if code is not None:
            return office(code, start, start + len(name))
        for length in range(len(name), 1, -1):
            state = state_named(name[:length], words)
            if state is not None:
                return Author(state, "state", start, start + len(name))
    return None


def _up_to_more(name: str, language: str) -> str:
    """Return the name without what follows it: "on …", "dated …", "addressed to …"."""
    stop = _more(language).search(name)
    return (name[: stop.start()] if stop else name).rstrip(" ,;:*\n")


def _house(name: str) -> str | None:
    """Return the code of an office or organ of the house that a name begins with."""
    for words in all_words():
        for code, word in words.table("letter.authors.house").items():
            # Two letters may be an article that optical reading spelt: "OF THB SECRETARY-GENERAL".
            if re.match(rf"(?:th\w )?(?:{spaced(word)})(?!\w)", name, re.IGNORECASE):
                return code
    return None


def _author_who_signs(signatures: tuple[FoundSignature, ...]) -> Author | None:
    """Return the author that the last signature names: of a state, of the house, or a person."""
    for one in reversed(signatures):
        if one.state is not None:
            return Author(one.state, "state", one.start, one.end)
        if one.office in _NAMES:
            return office(one.office, one.start, one.end)
    return None


def _day_in_title(text: str, start: int, end: int) -> str | None:
    days = [day for day in find_days(text[start:end]) if day.iso]
    readable = plain(text[start:end])
    for day in days:
        if _dated().search(readable[: day.start]):
            return day.iso
    return None


def _day_at_the_end(text: str, start: int, end: int) -> str | None:
    """Return the day in "Damascus, 3 May 2031", on a line of its own in the part's last lines."""
    tail = max(start, end - TITLE_LENGTH)
    for day in find_days(text[tail:end]):
        line_start = text.rfind("\n", 0, tail + day.start) + 1
        line_end = text.find("\n", tail + day.end)
        rest = text[tail + day.end : line_end if line_end >= 0 else end].strip(" .*")
        lead = text[line_start : tail + day.start]
        if day.iso and not rest and _PLACE_AND_DAY.match(lead):
            return day.iso
    return None


def _moved(block: FoundSignature, by: int) -> FoundSignature:
    return FoundSignature(
        block.start + by, block.end + by, block.name, block.title, block.state, block.office
    )


@cache
def _leads(language: str) -> re.Pattern[str]:
    words = next(one for one in all_words() if one.language == language)
    return re.compile(expression(words.all("letter.authors.lead")), re.IGNORECASE)


@cache
def _more(language: str) -> re.Pattern[str]:
    words = next(one for one in all_words() if one.language == language)
    return re.compile(expression(words.all("letter.authors.more")), re.IGNORECASE)


@cache
def _dated() -> re.Pattern[str]:
    names = ("letter.title.dated", "letter.title.dated_short", "letter.authors.on")
    shapes = [word for words in all_words() for name in names for word in words.all(name)]
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(spaced, shapes))})\s*$", re.IGNORECASE)
