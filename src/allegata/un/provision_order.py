"""The order of provisions: paragraph 9 before paragraph 10, Chapter VI before Chapter VII.

>>> sorted(["Article 51", "Chapter VII", "Article 2 (4)", "Chapter VI"], key=provision_order)
['Article 2 (4)', 'Article 51', 'Chapter VI', 'Chapter VII']
"""

import re

_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50}
_PIECES = re.compile(r"(?P<number>\d+)|\b(?P<roman>[IVXL]+)\b|(?P<word>[^\dIVXL]+|[IVXL])")


def provision_order(provision: str) -> tuple[tuple[int, str], ...]:
    """Return a key that sorts provisions by word, then by number, Arabic or Roman."""
    pieces = []
    for match in _PIECES.finditer(provision):
        if match["number"]:
            pieces.append((int(match["number"]), ""))
        elif match["roman"]:
            pieces.append((_value(match["roman"]), ""))
        else:
            pieces.append((-1, match["word"]))
    return tuple(pieces)


def _value(roman: str) -> int:
    """Return the number that Roman digits stand for.

    >>> _value("XIV")
    14
    """
    digits = [_ROMAN[letter] for letter in roman]
    return sum(
        -digit if after is not None and digit < after else digit
        for digit, after in zip(digits, [*digits[1:], None], strict=True)
    )
