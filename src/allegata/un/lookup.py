"""Words found fast: a plain search for the letters that every form shares, then the expression.

In: names of word lists in ``un/words``. Out: a ``Finder`` of all their words in every language. A
whole document is searched for hundreds of words, so an expression is tried only where its stem
stands: the longest run of plain letters in it ("resoluci" of "resoluci(?:ón|ones)").

>>> from allegata.un.clearing import clear
>>> finder = finder_of("references.resolution")
>>> [match.group() for match in finder.find(clear("Résolutions, irresolution, القرارين"))]
['Resolutions', 'القرارين']
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property

from allegata.un.clearing import Cleared
from allegata.un.folding import unstretched
from allegata.un.words import Words, all_words, spaced

_UNSPACED = "\u2e80"  # scripts from here on set no blanks between words
_LEADING_GROUP = re.compile(r"\(\?:(?P<inner>[^()]*)\)(?P<optional>\??)(?![*+{])")
_THREE = 3
_PREFIX = 8  # letters of a word before its stem: Arabic writes "and in the" there


@dataclass(frozen=True)
class Finder:
    """Words of one or more lists, by stem; the group of a match that is not None is the list's.

    An expression is compiled when a text first holds its stem: most texts speak one language.
    """

    shapes: tuple[tuple[str, str], ...]

    def find(self, cleared: Cleared) -> Iterator[re.Match[str]]:
        """Yield the words of the text, in order; of two that overlap, the first and longest."""
        found: dict[int, re.Match[str]] = {}
        for index in self._standing(cleared):
            stem, shape = self.shapes[index]
            compiled = _compiled(shape)
            for start in _starts(cleared.low, stem):
                match = compiled.match(cleared.text, start)
                if match and (start not in found or found[start].end() < match.end()):
                    found[start] = match
        end = 0
        for start in sorted(found):
            if start >= end:
                yield found[start]
                end = found[start].end()

    def _standing(self, cleared: Cleared) -> list[int]:
        """Return which stems stand in the text, in order; most are passed over by their letters."""
        low = cleared.low
        letters = self._by_letter.keys() & cleared.letters
        near = [index for letter in letters for index in self._by_letter[letter]]
        for three in self._by_three.keys() & cleared.threes:
            near += self._by_three[three]
        return sorted(index for index in near if self.shapes[index][0] in low)

    @cached_property
    def _by_three(self) -> dict[str, list[int]]:
        """The places of the words by the first three letters of their stems."""
        return self._grouped(
            _THREE, [at for at, (s, _) in enumerate(self.shapes) if len(s) >= _THREE]
        )

    @cached_property
    def _by_letter(self) -> dict[str, list[int]]:
        """The places of the words whose stems are shorter, by their first letter."""
        return self._grouped(1, [at for at, (s, _) in enumerate(self.shapes) if len(s) < _THREE])

    def _grouped(self, letters: int, indices: list[int]) -> dict[str, list[int]]:
        grouped: dict[str, list[int]] = {}
        for index in indices:
            grouped.setdefault(self.shapes[index][0][:letters], []).append(index)
        return grouped


def _starts(low: str, stem: str) -> Iterator[int]:
    """Yield where a word may begin that holds ``stem``: at the first letter of the run it is in."""
    spaced_script = stem[0] < _UNSPACED
    at = low.find(stem)
    while at >= 0:
        first = at
        while spaced_script and first > 0 and at - first < _PREFIX and low[first - 1].isalpha():
            first -= 1
        yield first
        at = low.find(stem, at + 1)


@cache
def _compiled(shape: str) -> re.Pattern[str]:
    return re.compile(shape)


@cache
def finder_of(*names: str) -> Finder:
    """Return the finder of the named lists, in all languages; the last part names its group."""
    by_stem: dict[str, dict[str, list[tuple[str, Words]]]] = {}
    for name in names:
        for words in all_words():
            forms = (form for word in words.all(name) for form in led_by_letters(unstretched(word)))
            for word in forms:
                groups = by_stem.setdefault(stem_of(word), {})
                groups.setdefault(name.rpartition(".")[2], []).append((word, words))
    shapes = []
    for stem, groups in sorted(by_stem.items()):
        parts = [f"(?P<{group}>{_longest_first(words)})" for group, words in groups.items()]
        shapes.append((stem, "|".join(parts)))
    return Finder(tuple(shapes))


@cache
def alternatives(*names: str) -> str:
    """Return one expression for the words of the lists in every language, longest first.

    Case is ignored, words are whole where the language sets blanks between them, and Arabic letters
    that are written in several ways match in all of them.
    """
    return _longest_first(
        [
            (unstretched(word), words)
            for name in names
            for words in all_words()
            for word in words.all(name)
        ]
    )


def _longest_first(several: list[tuple[str, Words]]) -> str:
    ordered = sorted(several, key=lambda pair: (-_length(pair[0]), pair[0], pair[1].language))
    unique = dict.fromkeys(_bounded(word, words) for word, words in ordered)
    return f"(?i:{'|'.join(unique)})" if unique else "(?!)"


@cache
def attached(name: str) -> str:
    """Return one expression for words that are written in one with the next: "و", "和"."""
    words = {literals(word) for words in all_words() for word in words.all(name)}
    return f"(?:{'|'.join(sorted(words, key=lambda word: (-len(word), word)))})"


@cache
def link_words(*names: str) -> frozenset[str]:
    """Return plain words of lists, such as those that link a place to its document: "of", "the"."""
    return frozenset(
        literals(word) for name in names for words in all_words() for word in words.all(name)
    )


def literals(word: str) -> str:
    """Return a word of a file that is no expression, as cleared text writes it."""
    return unstretched(word)


def led_by_letters(word: str) -> tuple[str, ...]:
    """Return expressions that together match what ``word`` does, and each begin with letters.

    An optional group without a blank is left in place: Arabic writes "and the" before a noun.

    >>> led_by_letters("(?:National|City) Assembly")
    ('National Assembly', 'City Assembly')
    >>> led_by_letters("(?:UN )?Council")
    ('UN Council', 'Council')
    """
    match = _LEADING_GROUP.match(word)
    if match is None:
        return (word,)
    rest = word[match.end() :]
    if match["optional"] and " " not in match["inner"]:
        return (word,)
    heads = [*match["inner"].split("|"), *([""] if match["optional"] else [])]
    return tuple(form for head in heads for form in led_by_letters(head + rest))


def stem_of(word: str) -> str:
    """Return the longest run of letters in the first word of every form of an expression.

    >>> stem_of("resoluci(?:ón|ones) previas"), stem_of("paras?\\\\.?")
    ('resoluci', 'para')
    """
    runs = [""]
    depth = at = 0
    while at < len(word):
        letter = word[at]
        step = 2 if letter == "\\" else 1
        literal = word[at + 1] if step == 2 else letter
        follows = word[at + step : at + step + 1]
        if step == 1 and letter in "([":
            depth += 1
        elif step == 1 and letter in ")]":
            depth -= 1
        elif depth == 0 and step == 1 and letter == "|":
            raise ValueError(f"{word!r}: give each word as an entry of its own")
        elif depth == 0 and letter == " ":
            break
        elif depth == 0:
            plain = (step == 1 and (letter.isalpha() or letter in "'-№°º")) or (
                step == 2 and not literal.isalnum()
            )
            if plain and follows not in tuple("?*{"):
                runs[-1] += literal
                at += step
                continue
        if runs[-1]:
            runs.append("")
        at += step
    longest = max(runs, key=len)
    if not longest:
        raise ValueError(f"{word!r}: its first word has no letter that every form of it has")
    return longest.lower()


def _length(word: str) -> int:
    """Return how long an expression is, what must not follow it aside."""
    return len(word.partition("(?!")[0])


def _bounded(word: str, words: Words) -> str:
    shape = f"(?:{spaced(word)})"
    if not words.bounded:
        return shape
    return rf"(?<!\w){shape}" if word.endswith("'") else rf"(?<!\w){shape}(?![^\W\d_])"
