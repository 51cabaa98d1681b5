"""Letters that mean the same, made one, character for character; and patterns that allow for it.

In: text or an expression. Out: ``FOLDS``, a table for ``str.translate`` under which no offset
moves; ``folded`` and ``stretched``, which make an expression fit the folded text.

The mastheads that forced it: Arabic ones stretch their words (U+0640), French capitals come with
and without accents, Chinese prints full-width digits, and PDFs carry Arabic presentation forms.

>>> "Conseil de Sécurité １２ ٣".translate(FOLDS)
'Conseil de Securite 12 3'
>>> import re
>>> bool(re.fullmatch(stretched("الأمم"), "الأمــم".translate(FOLDS)))
True
"""

import re
import unicodedata
from collections.abc import Mapping

_LAM_ALEF = "\ufefb"  # the ligature is one character, the letters are two
_MARKS = "[\u0640\u064b-\u0652]*"  # the stretching stroke and the vowel signs
_ARABIC = "\u0621-\u063a\u0641-\u064a" + _LAM_ALEF
_PIECE = re.compile(rf"\\.|\[(?:\\.|[^\]\\])*\]|لا|[{_ARABIC}]|.", re.DOTALL)
_QUANTIFIERS = frozenset("?*+{")


def _folds() -> dict[int, str]:
    table = dict.fromkeys(map(ord, "’‘ʼ´`＇"), "'")
    table |= dict.fromkeys(map(ord, "\u00a0\u202f\u3000\u2000\u2001\u2002\u2003\u2009"), " ")
    table |= dict.fromkeys(map(ord, "\u2010\u2011"), "-")
    table |= {ord("،"): ",", ord("؛"): ";"}
    table |= {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F) if code not in table}
    for code in [*range(0xC0, 0x250), *range(0x1E00, 0x1F00), 0x401, 0x451]:
        base = unicodedata.normalize("NFD", chr(code))[0]
        if base != chr(code):
            table[code] = base
    for zero in (0x660, 0x6F0):
        table |= {zero + digit: str(digit) for digit in range(10)}
    arabic = {ord(a): b for a, b in zip("أإآٱىةکیؤئ", "ااااي\u0647كيوي", strict=True)}
    for code in range(0xFB50, 0xFEFD):
        form = unicodedata.normalize("NFKC", chr(code))
        if len(form) == 1 and form != chr(code):
            arabic[code] = arabic.get(ord(form), form)
        elif form[:1] == "ل" and len(form) == 2 and 0xFEF5 <= code <= 0xFEFC:
            arabic[code] = _LAM_ALEF
    arabic.pop(ord(_LAM_ALEF), None)
    return table | arabic


FOLDS: dict[int, str] = _folds()


def folded(shape: str) -> str:
    """Return an expression that fits folded text."""
    return shape.translate(FOLDS).replace("لا", f"(?:لا|{_LAM_ALEF})")


def replaced(text: str, table: Mapping[int, str]) -> str:
    """Return ``text.translate(table)``, faster: most texts hold few characters of a table.

    No character may be both replaced and a replacement.

    >>> replaced("Conseil de Sécurité", FOLDS)
    'Conseil de Securite'
    """
    if text.isascii():
        return text
    for character in set(text):
        form = table.get(ord(character))
        if form is not None:
            text = text.replace(character, form)
    return text


def stretched(shape: str) -> str:
    """Return an expression that fits folded text: marks may follow each Arabic letter."""
    plain = shape.translate(FOLDS)
    if not re.search(f"[{_ARABIC}]", plain):
        return plain
    pieces = _PIECE.findall(plain)
    out: list[str] = []
    for at, piece in enumerate(pieces):
        following = pieces[at + 1] if at + 1 < len(pieces) else ""
        if piece == "لا" and following[:1] not in _QUANTIFIERS:
            out.append(f"(?:ل{_MARKS}ا|{_LAM_ALEF}){_MARKS}")
        elif piece == "لا":
            out.append(f"ل{_MARKS}(?:ا{_MARKS})")
        elif re.fullmatch(f"[{_ARABIC}]", piece):
            out.append(f"(?:{piece}{_MARKS})" if following[:1] in _QUANTIFIERS else piece + _MARKS)
        else:
            out.append(piece)
    return "".join(out)


def unstretched(shape: str) -> str:
    """Return a stretched expression for text without marks, as letters alone.

    >>> unstretched(stretched("(?:ال)?قرار")) == "(?:ال)?قرار"
    True
    """
    bare = shape.replace(_MARKS, "").replace(f"(?:لا|{_LAM_ALEF})", "لا")
    return re.sub(rf"\(\?:([{_ARABIC}])\)(?=[?*+{{])", r"\1", bare)
