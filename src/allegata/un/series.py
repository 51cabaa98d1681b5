"""The series of United Nations documents: which organs there are, and how their symbols go on.

In: an organ and the parts after it. Out: whether such a series exists, and whether a symbol of it
can be told from a code of another kind where it stands in running text: "S/12" and "A/320" are
rooms and aeroplanes more often than documents of 1946.

>>> is_series("S", ("2017", "684")), is_series("S", ("8", "2017")), is_series("A", ("C.3",))
(True, False, False)
>>> is_told_apart("A", ("71", "1024"), ()), is_told_apart("A", ("9", "11"), ())
(True, False)
"""

import re
from collections.abc import Callable

FIRST_YEAR = 1994  # Council documents carry their year since then; before, a running number
LAST_YEAR = 2099
LAST_SESSION = 120  # the Assembly's sessions; the 120th will be in 2065
FIRST_SESSION = 31  # since 1976 Assembly documents carry their session; before, a running number
FIRST_ECOSOC_YEAR = 1978
FIRST_YEAR_OF_FUNDS = 1960
LEAST_DIGITS = {"S": 3, "CD": 3}  # of a running number in running text
LEAST_DIGITS_ELSEWHERE = 4

_TREATY = frozenset(["C", "SP", "OP", "CSP", "CONF"])
# Organs whose symbols begin with one of these words, whatever follows; None: any word.
_FIRST_WORDS: dict[str, frozenset[str] | None] = {
    **dict.fromkeys(["CRC", "CRPD", "CAT", "CCPR", "CEDAW", "CERD", "CED", "CMW"], _TREATY),
    "ST": None,
    "UNEP": None,
    "ECE": None,
    "HS": None,
    "HSP": None,
    "HRI": frozenset(["GEN", "CORE", "MC", "ICM"]),
    "JIU": frozenset(["REP", "NOTE", "ML"]),
    "FCCC": None,
    "ICCD": None,
    "NPT": None,
    "BWC": None,
    "CCW": None,
    "CTOC": None,
    "CAC": None,
    "AT": frozenset(["DEC"]),
}
_YEAR_FIRST = frozenset(["DP", "UNW", "CEB", "UNDT", "UNAT"])  # or a word
_NUMBER_FIRST = frozenset(["PBC", "SPLOS", "TD"])  # or a word
_RUNNING = frozenset(["S", "A", "E", "T", "CD"])  # a running number may stand alone
JOINED = frozenset(["S", "A", "E", "T", "CD", "ST", "HRI", "CCPR", "CRC", "CAT", "CERD", "DP"])
ORGANS = tuple(
    sorted(
        {*_FIRST_WORDS, *_YEAR_FIRST, *_NUMBER_FIRST, *_RUNNING}, key=lambda one: (-len(one), one)
    )
)
_ALONE = re.compile(r"(?:PV|L|SR|INF|BUR|R|WP|COM|PET|NGO|DC)\.\d+")
_COUNCIL = frozenset(["Agenda", "INF", "NGO", "PET", "PRST", "PV", "SR", "RC", "COM", "NC", "BUR"])
_ASSEMBLY = frozenset(
    re.findall(
        r"\w+",
        "RES DEC PRST INF NGO PET PV SR HRC Agenda BUR PC RC CONF EC SPC DC AC NV CRP WP WGFS CN",
    )
)
_ECOSOC = _ASSEMBLY | frozenset(
    re.findall(
        r"\w+", "RES DEC ESCWA ECA ESCAP ECE ECLAC CEPAL ICEF INCB P AB HLS HLPF FFD NL WG TT GC"
    )
)
_DOTTED = frozenset(
    re.findall(
        r"\w+", "CONF CRP Sub Min CN AC SC WG GC PC PV SR WP C L R NGO INF SS BUR EA COM PET SER"
    )
)
_RESOLUTION = re.compile(r"\d{1,4}(?: \((?:19|20)\d\d\))?")


def is_series(organ: str, parts: tuple[str, ...]) -> bool:
    """Say whether the parts are those of a series of this organ."""
    if not any(character.isdigit() for character in parts[-1]):
        return False
    if organ in _RULES:
        return _RULES[organ](parts)
    if organ in _YEAR_FIRST:
        return parts[0].isalpha() or (len(parts) > 1 and _is_year(parts[0], FIRST_YEAR_OF_FUNDS))
    if organ in _NUMBER_FIRST:
        return len(parts) > 1 or organ != "PBC"
    words = _FIRST_WORDS[organ]
    return len(parts) > 1 and (parts[0] in words if words else not parts[0].isdigit())


def is_told_apart(organ: str, parts: tuple[str, ...], suffixes: tuple[str, ...]) -> bool:
    """Say whether the symbol could hardly be anything else in running text."""
    if suffixes or not all(part.isdigit() for part in parts):
        return True
    if len(parts) == 1:
        return len(parts[0]) >= LEAST_DIGITS.get(organ, LEAST_DIGITS_ELSEWHERE)
    return organ != "A" or int(parts[0]) >= FIRST_SESSION


def _is_of_the_council(parts: tuple[str, ...]) -> bool:
    first = parts[0]
    if first.isdigit():
        if len(parts) == 1:
            return True
        return len(parts) == 2 and parts[1].isdigit() and _is_year(first, FIRST_YEAR)
    if first == "RES":
        return len(parts) == 2 and _RESOLUTION.fullmatch(parts[1]) is not None
    if first == "PRST":
        return len(parts) == 3 and _is_year(parts[1], FIRST_YEAR) and parts[2].isdigit()
    return _are_known(parts, _COUNCIL)


def _is_of_the_assembly(parts: tuple[str, ...]) -> bool:
    first = parts[0]
    if first == "HRC":  # A/HRC/WG.6/40/SYR/1 names the country under review
        return len(parts) > 1
    if first in ("RES", "DEC"):
        return len(parts) > 1 and (len(parts) == 3 or "(" in parts[1])
    if first.isdigit() and len(parts) > 1 and not _goes_on_once(parts, 1, LAST_SESSION):
        return False
    return _are_known(parts, _ASSEMBLY)


def _is_of_ecosoc(parts: tuple[str, ...]) -> bool:
    first = parts[0]
    if first in ("RES", "DEC"):
        return len(parts) > 1
    if (
        first.isdigit()
        and len(parts) > 1
        and not _goes_on_once(parts, FIRST_ECOSOC_YEAR, LAST_YEAR)
    ):
        return False
    # The Committee on Economic, Social and Cultural Rights names countries: E/C.12/SYR/CO/3.
    return first == "C.12" or _are_known(parts, _ECOSOC)


def _is_running_or_worded(parts: tuple[str, ...]) -> bool:
    return len(parts) == 1 or not parts[0].isdigit()


def _goes_on_once(parts: tuple[str, ...], first: int, last: int) -> bool:
    """Say whether a session or year leads, and no third number follows: "8/8/2017" is a date."""
    return first <= int(parts[0]) <= last and not (len(parts) > 2 and parts[1].isdigit())


def _are_known(parts: tuple[str, ...], words: frozenset[str]) -> bool:
    if len(parts) == 1:
        return parts[0].isdigit() or _ALONE.fullmatch(parts[0]) is not None
    return all(_is_known(part, words) for part in parts)


def _is_known(part: str, words: frozenset[str]) -> bool:
    if part.isalpha():
        return part in words
    word, dot, _ = part.partition(".")
    return not dot or not word.isalpha() or word in _DOTTED


def _is_year(part: str, first: int) -> bool:
    return part.isdigit() and len(part) == 4 and first <= int(part) <= LAST_YEAR


_RULES: dict[str, Callable[[tuple[str, ...]], bool]] = {
    "S": _is_of_the_council,
    "A": _is_of_the_assembly,
    "E": _is_of_ecosoc,
    "T": _is_running_or_worded,
    "CD": _is_running_or_worded,
}
