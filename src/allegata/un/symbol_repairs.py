"""What optical reading makes of a symbol, undone where it is safe, character for character.

In: the text from where a symbol may begin. Out: the same with letters read for digits put right,
at the same offsets. In any text "S/2400O" and "Add.l" can mean one thing only. In text that is
known to come from a scan, "$/25124", "8/23106" and "A/44/661J" are taken as well.

>>> repaired("S/2400O and Add.l"), repaired("S/24900/Rev.I", scanned=True)
('S/24000 and Add.l', 'S/24900/Rev.1')
>>> repaired("$/25085/Ada.1 of", scanned=True), repaired("A/44/661J,", scanned=True)
('S/25085/Add.1 of', 'A/44/661 ,')
"""

import re
from functools import partial

_TOKEN = re.compile(r"\S+(?:[ ]?(?:\n|(?<=/)[ ])\S+)?")
_NUMBER = re.compile(r"(?<=[/.])[\dOoQlI|]{1,5}(?![\w|])")
_AS_DIGITS = str.maketrans("OoQlI|", "000111")
_AFTER_SUFFIX = re.compile(r"(?i:Add|Corr|Rev|Amend)\.$")
_LETTERED = ("RES/", "DEC/")  # parts of Assembly resolutions are letters: "A/RES/46/182I"
_SLIPS = (
    (re.compile(r"^[$§8s5](?=[/|]\d)"), "S"),
    (re.compile(r"^[4А](?=/\d\d/\d)"), "A"),  # Cyrillic А too
    (re.compile(r"^Е(?=/\d)"), "E"),  # Cyrillic Е
    (re.compile(r"(?<=^[SAE])[|](?=\d)"), "/"),
    (re.compile(r"(?<=/)(?:Ad[aoc]|A[cod]d|Adl)(?=[.,]\d)", re.IGNORECASE), "Add"),
    (re.compile(r"(?<=/)(?:Rov|Kev|Rey|Reu)(?=[.,]\d)", re.IGNORECASE), "Rev"),
    (re.compile(r"(?<=/)(?:Cort|Corc|Con)(?=[.,]\d)", re.IGNORECASE), "Corr"),
    (re.compile(r"(?<=(?i:/add|/rev)),(?=\d)"), "."),
    (re.compile(r"(?<=(?i:/corr)),(?=\d)"), "."),
    (re.compile(r"(?<=/\d{3})[J\]}](?=\W|$)|(?<=/\d{5})[J\]}](?=\W|$)"), " "),
)


def repaired(text: str, *, scanned: bool = False) -> str:
    """Return ``text`` with its first token put right where only one symbol can be meant."""
    token = _TOKEN.match(text)
    if token is None:
        return text
    words = token.group()
    if scanned:
        for shape, letters in _SLIPS:
            words = shape.sub(partial(_same_length, letters), words)
    words = _NUMBER.sub(partial(_number, words), words)
    return words + text[token.end() :]


def _number(token: str, match: re.Match[str]) -> str:
    """Return a number with its letters as digits, if most of it is digits or it ends a suffix."""
    raw = match.group()
    before = token[: match.start()]
    digits = sum(character.isdecimal() for character in raw)
    if any(word in before for word in _LETTERED) and not _AFTER_SUFFIX.search(before):
        return raw
    if 2 * digits > len(raw) or _AFTER_SUFFIX.search(before):
        return raw.translate(_AS_DIGITS)
    return raw


def _same_length(letters: str, match: re.Match[str]) -> str:
    return letters if len(letters) == len(match.group()) else match.group()
