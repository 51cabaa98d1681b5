"""Do two readers of a PDF agree on the numbers of a page?

The first reader is PDFium, the second pdfminer, which tells where each glyph stands. Where the
script is not Latin, or the first reader's letters look odd, both are asked.

>>> from allegata.model.document import Box
>>> from allegata.stages.convert.printed import PrintedLine
>>> line = PrintedLine(1, "27 killed", Box(0, 0, 60, 10), 10.0)
>>> glyphs = [Glyph(char, Box(5.0 * n, 0, 5.0 * n + 5, 10), 10.0) for n, char in enumerate("72")]
>>> same_digits([line], glyphs), same_digits([line], [])
(True, False)
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence

from allegata.stages.convert.pdf_rtl import Glyph
from allegata.stages.convert.printed import PrintedLine

_LATIN = re.compile("[A-Za-z\u00aa\u00ba\u00c0-\u024f\u1e00-\u1eff\ufb00-\ufb06]")
_MOST_OTHER = 0.15  # of the letters: names and quotations in another script


def is_latin(text: str) -> bool:
    """Say whether most letters are Latin, or there are none.

    >>> is_latin("Distr.: General 8 May 2031"), is_latin("安全理事会 Distr.: General")
    (True, False)
    """
    letters = sum(1 for char in text if char.isalpha())
    return letters - len(_LATIN.findall(text)) <= _MOST_OTHER * letters


def same_digits(lines: Iterable[PrintedLine], glyphs: Sequence[Glyph]) -> bool:
    """Say whether both readers see the same digits, each as often.

    Where a number begins and ends depends on blanks, which neither reader is told.
    """
    first = Counter(digit for line in lines for digit in _digits(line.text))
    return first == Counter(digit for glyph in glyphs for digit in _digits(glyph.text))


def _digits(text: str) -> Iterable[int]:
    return (unicodedata.decimal(char) for char in text if char.isdecimal())
