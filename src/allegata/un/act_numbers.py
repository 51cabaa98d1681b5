"""The numbers of resolutions and decisions, by their shape, and the symbols that they make.

In: cleared text and the place where a number may stand. Out: an ``ActNumber``; with the organ that
the words around name, its symbols. The shape says much: "2253 (2015)" is the Security Council's,
"46/182" the General Assembly's or the Human Rights Council's, "1996/31" the Economic and Social
Council's, "377 (V)" one of a session before 1976.

>>> number = number_at("70/234 A and B of 2015", 0)
>>> number.end, symbols_of(number, "A")
(14, ('A/RES/70/234A', 'A/RES/70/234B'))
>>> symbols_of(number_at("22/23", 0), "A/HRC"), symbols_of(number_at("46/182", 0), "other")
(('A/HRC/RES/22/23',), ())
"""

import re
from dataclasses import dataclass
from functools import cache

from allegata.un.council_years import is_of_year
from allegata.un.lookup import alternatives, literals
from allegata.un.provision_words import joint, roman
from allegata.un.words import all_words

FIRST_NUMBERED_SESSION = 31  # the Assembly's; before, the session is a Roman numeral in brackets
LAST_SESSION = 120
LEAST_DECISION = 301  # the Assembly numbers its decisions from 301, 401 or 501 in each session

_YEAR = r"(?:19|20)\d{2}"
_END = r"(?![^\W\u2e80-\u9fff])"  # no letter or digit follows, Chinese signs aside
_COUNCIL = re.compile(
    rf"(\d{{1,4}})\s{{0,3}}[(\[)]\s?({_YEAR})(?:\s?[)\](]|(?P<slip>[1lI|}}!](?=[,;.\s])))"
)
_COUNCIL_STROKE = re.compile(rf"(\d{{2,4}})/({_YEAR})(?!/){_END}")
_SESSION = re.compile(r"(\d{1,4})\s?/\s?(\d{1,4})(?![\d/])")
_SPECIAL = re.compile(r"(E?S)-\s?(\d{1,2})\s?/\s?(\d{1,4})(?![\d/])")
_ROMAN = re.compile(
    r"(\d{1,4})(?:\s?([A-Z]))?\s{0,3}\(\s?(?:(E?S)\s?-\s?)?([IVXLХІ]+)\s?\)(?:\s?([A-Z])(?!\w))?"
)
_BARE = re.compile(rf"(\d{{2,4}})(?!/|[.,]\d|\s{{0,3}}\(\d){_END}")
_LETTER = re.compile(rf"[A-Z]{_END}")
_BROKEN = re.compile(rf"(\d{{2}})[1lI|](\d{{2,3}}){_END}")
_LONE_LETTERS = "AIEOYÀ"  # words of one letter in some language: "resolution 70/1 A new …"
_CYRILLIC_ROMAN = str.maketrans("ХІ", "XI")


@dataclass(frozen=True, slots=True)
class ActNumber:
    """A number at ``start..end``.

    ``shape``: council ("2253 (2015)"), session ("46/182"), special ("ES-11/1"), roman ("377 (V)")
    or bare. ``first`` stands before the stroke or bracket, ``second`` after it. ``series`` is "ES"
    or "S" of a special session. ``repaired``: a bracket was read as a digit.
    """

    start: int
    end: int
    shape: str
    first: str
    second: str = ""
    letters: tuple[str, ...] = ()
    series: str = ""
    repaired: bool = False

    @property
    def vouched(self) -> bool | None:
        """Whether number and year belong together in the Council's series; None if unknown."""
        return is_of_year(int(self.first), int(self.second)) if self.shape == "council" else None

    @property
    def by_year(self) -> bool:
        """Whether a year stands before the stroke: "1996/31"."""
        return self.shape == "session" and re.fullmatch(_YEAR, self.first) is not None


def number_at(text: str, at: int) -> ActNumber | None:
    """Return the number of a resolution or decision that stands at ``at``."""
    for reader in (_council, _special, _roman, _session):
        found = reader(text, at)
        if found is not None:
            return found
    match = _BARE.match(text, at)
    return ActNumber(at, match.end(), "bare", match[1]) if match else None


def broken_at(text: str, at: int) -> ActNumber | None:
    """Return the Assembly's number there whose stroke a machine read as a digit: "43120".

    No number of the Assembly has five digits.
    """
    match = _BROKEN.match(text, at)
    if match is None or not FIRST_NUMBERED_SESSION <= int(match[1]) <= LAST_SESSION:
        return None
    return ActNumber(at, match.end(), "session", match[1], match[2], repaired=True)


def symbols_of(number: ActNumber, organ: str, *, decision: bool = False) -> tuple[str, ...]:
    """Return the symbols that the number makes as an act of ``organ``, one for each letter."""
    series = _series(number, organ, "DEC" if decision else "RES")
    if series is None:
        return ()
    if number.shape == "council":
        return (f"{series}/{number.first} ({number.second})",)
    if number.shape == "bare":
        return (f"{series}/{number.first}",)
    if number.shape == "roman":
        body = f"{series}/{number.first}({number.second})"
    else:
        session = f"{number.series}-{number.first}" if number.series else number.first
        body = f"{series}/{session}/{number.second}"
    return tuple(body + letter for letter in number.letters or ("",))


def _series(number: ActNumber, organ: str, act: str) -> str | None:
    """Return the beginning of the symbol; None where no organ has such a number."""
    if organ == "other":
        return None
    if number.shape in ("council", "bare"):
        return "S/RES" if act == "RES" and organ == "S" else None
    if number.by_year:
        commission = organ in ("E/CN.4", "commission")
        return f"E/CN.4/{act}" if commission else f"E/{act}" if organ == "E" else None
    if number.shape == "roman":
        return {"E": f"E/{act}", "A": f"A/{act}"}.get(organ)
    if organ not in ("A", "A/HRC"):
        return None
    return f"{organ}/{act}"


def _council(text: str, at: int) -> ActNumber | None:
    match = _COUNCIL.match(text, at)
    if match is not None:
        found = ActNumber(
            at, match.end(), "council", match[1], match[2], repaired=match["slip"] is not None
        )
        # "749 (19921, in": a slip of the reading machine where the year fits the number.
        return found if not found.repaired or found.vouched else None
    match = _council_of_year().match(text, at) or _COUNCIL_STROKE.match(text, at)
    if match is None:
        return None
    found = ActNumber(at, match.end(), "council", match[1], match[2])
    return found if found.vouched else None


def _special(text: str, at: int) -> ActNumber | None:
    match = _SPECIAL.match(text, at)
    if match is not None:
        return _lettered(
            text, match.end(), ActNumber(at, 0, "special", match[2], match[3], series=match[1])
        )
    for series, shape in _local_sessions():
        match = re.compile(rf"{shape}\s?-\s?(\d{{1,2}})/(\d{{1,4}})(?![\d/])").match(text, at)
        if match is not None and series:
            return ActNumber(at, match.end(), "special", match[1], match[2], series=series)
    return None


def _session(text: str, at: int) -> ActNumber | None:
    match = _SESSION.match(text, at)
    if match is None:
        return None
    return _lettered(text, match.end(), ActNumber(at, 0, "session", match[1], match[2]))


def _roman(text: str, at: int) -> ActNumber | None:
    match = _ROMAN.match(text, at)
    if match is not None:
        series = f"{match[3]}-" if match[3] else ""
        session = series + match[4].translate(_CYRILLIC_ROMAN)
        letter = match[2] or match[5]
        return ActNumber(
            at, match.end(), "roman", match[1], session, letters=(letter,) if letter else ()
        )
    return _local_roman(text, at)


def _local_roman(text: str, at: int) -> ActNumber | None:
    """Return "377 ألف (د-5)": the session in the letters and figures of another script."""
    lead = re.compile(r"(\d{1,4})\s*").match(text, at)
    if lead is None or not _local_sessions():
        return None
    letter, end = _letter_at(text, lead.end())
    for series, shape in _local_sessions():
        match = re.compile(rf"\s*\(\s?{shape}\s?-\s?(\d{{1,2}})\s?\)").match(text, end)
        if match is not None:
            session = (f"{series}-" if series else "") + roman(int(match[1]))
            letters = (letter,) if letter else ()
            return ActNumber(at, match.end(), "roman", lead[1], session, letters=letters)
    return None


def _lettered(text: str, end: int, number: ActNumber) -> ActNumber | None:
    """Return the number with the letters of its parts: "A and B", "A-C"."""
    letters: list[str] = []
    gap = re.compile(r"\s?").match(text, end)
    at = gap.end() if gap else end
    while True:
        letter, letter_end = _letter_at(text, at)
        if not letter:
            break
        letters.append(letter)
        end = letter_end
        dash = re.compile(r"\s?[-\u2013]\s?(?=[A-Z](?!\w))").match(text, end)
        if dash is not None:
            last = text[dash.end()]
            letters += [chr(code) for code in range(ord(letter) + 1, ord(last) + 1)]
            end = dash.end() + 1
        between = joint().match(text, end)
        if between is None:
            break
        at = between.end()
    if not letters and re.compile(_END).match(text, end) is None:
        return None
    return ActNumber(
        number.start, end, number.shape, number.first, number.second, tuple(letters), number.series
    )


def _letter_at(text: str, at: int) -> tuple[str, int]:
    """Return the Latin letter of a part of a resolution, and where it ends; "" where none is."""
    match = _LETTER.match(text, at)
    if match is not None:
        lone = match.group() in _LONE_LETTERS and _lower_word().match(text, match.end())
        return (
            ("", at)
            if lone or text[match.end() : match.end() + 1] in ("'", "/")
            else (match.group(), match.end())
        )
    for letter, word in _part_letters():
        if text.startswith(word, at) and not text[at + len(word) : at + len(word) + 1].isalnum():
            return letter, at + len(word)
    return "", at


@cache
def _lower_word() -> re.Pattern[str]:
    """Return what makes a lone letter a word: "A new …", not "A of 20 December"."""
    return re.compile(
        rf"\s+(?!{alternatives('references.masks.after', 'references.date_lead')})[a-zà-ÿ]"
    )


@cache
def _council_of_year() -> re.Pattern[str]:
    return re.compile(
        rf"(\d{{2,4}})\)?(?:\s+|\s*\(\s?){alternatives('references.year_link')}\s+({_YEAR})(?!\d)\)?"
    )


@cache
def _part_letters() -> tuple[tuple[str, str], ...]:
    return tuple(
        (letter, literals(word))
        for words in all_words()
        for letter, word in words.table("references.part_letters").items()
    )


@cache
def _local_sessions() -> tuple[tuple[str, str], ...]:
    """Return (series, expression) of sessions in other scripts, the longest first."""
    series = {"emergency_special": "ES", "special": "S", "regular": ""}
    rows = [
        (series[name], literals(shape).replace(" ?", r"\s?"))
        for words in all_words()
        for name, shape in words.table("references.sessions").items()
    ]
    return tuple(sorted(rows, key=lambda row: -len(row[1])))
