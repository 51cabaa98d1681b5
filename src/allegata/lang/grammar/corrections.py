"""A figure alone, for people told before: "the correct figure is 13", "put the number at four".

In: a sentence and its row, in which no word of harm stands. Out: the number with its range, None
where no such words lead to one.

>>> from allegata.lang.grammar.rows import harm_row
>>> from allegata.lang.pack import load_pack
>>> text = "The correct figure is 13."
>>> figure = find_figure(text, 0, harm_row(text), load_pack("en"))
>>> figure.best, text[slice(*figure.words)]
(13, '13')
"""

from dataclasses import replace

from allegata.lang.grammar.numbers import Quantity
from allegata.lang.grammar.parts import Counted
from allegata.lang.grammar.people import GroupPhrase
from allegata.lang.grammar.phrases import find_phrases
from allegata.lang.grammar.units import Units
from allegata.lang.pack import LanguagePack


def find_figure(sentence: str, start: int, row: Units, pack: LanguagePack) -> Quantity | None:
    """Return the number that the words for a figure lead to, in the sentence at text ``start``."""
    for phrase in find_phrases(sentence, pack, "hedges", "figure"):
        at = start + phrase.end
        for index in range(len(row)):
            if row.starts[index] >= at:
                number = _number(row.values[index])
                if number is not None:
                    return replace(number, words=row.range(index, index + 1))
                break
    return None


def _number(value: object) -> Quantity | None:
    if isinstance(value, Counted):
        value = value.whole
    if isinstance(value, GroupPhrase):  # "reached 21 people" counts them itself
        return None if value.heads else value.quantity
    return value if isinstance(value, Quantity) else None
