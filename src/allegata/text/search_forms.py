"""The forms under which words are found: one for all the ways in which a word may be written.

In: any text, of a document or of a query. Out: ``SearchForms``, its words in two readings, each
word with the range of the text that it stands in, which is the way back. ``words`` take compounds
apart and leave articles out ("cease-fire" is ``cease fire``, "المستشفى" is ``مستشفي``); ``others``
leave both as they are ("ceasefire"), and are empty where they would say the same. A text is found
where one of its readings holds one of the query's.

Letters lose case, marks and variants (é is e, ё is е, ة is ه; й stays й), digits of every script
are ASCII, "2,130" is ``2130``, and every letter of a script without blanks is a word of its own.

>>> search_forms("Dayr al-Zawr, ٢٬١٣٠ killed").words_text
'dayr zawr 2130 killed'
>>> search_forms("la trêve (cease-fire)").others_text
'la treve ceasefire'
>>> [tuple(word) for word in search_forms("le 5 août").words]
[('le', 0, 2), ('5', 3, 4), ('aout', 5, 9)]
"""

import re
from collections.abc import Iterator, Sequence
from enum import Enum
from typing import NamedTuple

from allegata.text.folding import FOLDING_VERSION, fold
from allegata.text.letters import APOSTROPHES
from allegata.text.search_words import search_words
from allegata.text.stretches import Kind, find_stretches

# Change it with anything here that changes a form: case files then make their search index anew.
FORMS_VERSION = f"1/{FOLDING_VERSION}"

_SHORTEST_STEM = 3
_LONGEST_COMPOUND = 12  # pieces; what is longer is a chain of words, not a word


class Word(NamedTuple):
    """A form, and the range ``start..end`` of the text that it was made of."""

    form: str
    start: int
    end: int


class SearchForms(NamedTuple):
    """A text in two readings; ``others`` is empty where it would be the same as ``words``."""

    words: tuple[Word, ...]
    others: tuple[Word, ...]

    @property
    def words_text(self) -> str:
        """The forms of ``words``, between blanks."""
        return " ".join(word.form for word in self.words)

    @property
    def others_text(self) -> str:
        """The forms of ``others``, between blanks."""
        return " ".join(word.form for word in self.others)


class _Link(Enum):
    """How a piece hangs on the one before it."""

    NONE = 0
    APART = 1  # two words that may be written as one: "cease-fire", "MH17"
    TOGETHER = 2  # one word that may be taken for two: "Ja'afari", "2,130", "civil-⏎ians"


class _Piece(NamedTuple):
    """The shortest stretch that may be a word, and how it hangs on the piece before it."""

    word: Word
    kind: Kind
    link: _Link


def search_forms(text: str) -> SearchForms:
    """Return the words of ``text`` in the forms under which they are found."""
    words: list[Word] = []
    others: list[Word] = []
    for compound in _compounds(text):
        if len(compound) == 1:
            words.append(compound[0].word)
            others.append(compound[0].word)
        else:
            words += _apart(compound)
            others += _whole(compound)
    kept = _without_articles(text, words)
    same = len(kept) == len(others) and all(
        one.form == other.form for one, other in zip(kept, others, strict=True)
    )
    return SearchForms(tuple(kept), () if same else tuple(others))


_NUMERIC = frozenset({Kind.NUMBER, Kind.DIGITS})
_ALONE = frozenset({Kind.UNSPACED, Kind.RAISED})
_HYPHEN = "[-\u058a\u05be\u2010\u2011\ufe63\uff0d]"
_BREAK = r"[ \t]*(?:\r\n?|\n)[ \t]*"
_QUOTE = rf"[{APOSTROPHES}]?"
_A_HYPHEN = re.compile(rf"{_QUOTE}\\?{_HYPHEN}(?:{_BREAK})?{_QUOTE}|\u200c")
_LINE_END = re.compile(r"[\r\n]")
_SOFT_BREAK = re.compile(rf"\u00ad{_BREAK}")
_AN_APOSTROPHE = re.compile(rf"[{APOSTROPHES}]")
_BLANKS = re.compile(rf"[ \u00a0]{{1,2}}{_QUOTE}")
_ARABIC_LETTERS = ("\u0620", "\u06d3")


def _compounds(text: str) -> Iterator[list[_Piece]]:
    """Yield the pieces of ``text``, those that hang together in one list."""
    compound: list[_Piece] = []
    for piece in _pieces(text):
        link = piece.link
        if compound and link is _Link.NONE:
            link = _link(text, compound[-1], piece)
        if link is not _Link.NONE:
            compound.append(piece._replace(link=link))
            continue
        if compound:
            yield compound
        compound = [piece]
    if compound:
        yield compound


def _pieces(text: str) -> Iterator[_Piece]:
    """Yield the pieces of ``text``; within a number and within initials they hang together."""
    for found in find_stretches(text):
        form = fold(text[found.start : found.end])
        if form:  # a lone tatweel has none
            link = _Link.TOGETHER if found.goes_on else _Link.NONE
            yield _Piece(Word(form, found.start, found.end), found.kind, link)


def _link(text: str, one: _Piece, other: _Piece) -> _Link:
    """Return how ``other`` hangs on ``one``, by what stands between them."""
    gap = text[one.word.end : other.word.start]
    kinds = {one.kind, other.kind}
    if gap == " " or kinds & _ALONE or kinds <= _NUMERIC:
        return _Link.NONE
    if not gap or _A_HYPHEN.fullmatch(gap):
        inside = text[one.word.end - 1].islower() and text[other.word.start].islower()
        return _Link.TOGETHER if inside and _LINE_END.search(gap) else _Link.APART
    if _SOFT_BREAK.fullmatch(gap):
        return _Link.TOGETHER
    if _AN_APOSTROPHE.fullmatch(gap):
        if _is_possessive(text, other):
            return _Link.NONE
        small = one.word.form in search_words().elisions and one.link is not _Link.TOGETHER
        return _Link.APART if small else _Link.TOGETHER
    return _Link.NONE


def _is_possessive(text: str, piece: _Piece) -> bool:
    after = text[piece.word.end : piece.word.end + 1]
    return piece.word.form in search_words().possessives and not (after and after in APOSTROPHES)


def _apart(compound: Sequence[_Piece]) -> Iterator[Word]:
    """Yield the words of a compound taken apart: what hangs together is one word."""
    together: list[Word] = []
    for piece in compound:
        if together and piece.link is not _Link.TOGETHER:
            yield _one(together)
            together = []
        together.append(piece.word)
    yield _one(together)


def _whole(compound: Sequence[_Piece]) -> Iterator[Word]:
    """Yield the other reading: one word of what ``_apart`` parts, several of what it joins."""
    words = [piece.word for piece in compound]
    parted = any(piece.link is _Link.APART for piece in compound)
    if parted and len(words) <= _LONGEST_COMPOUND:
        yield _one(words)
    else:
        yield from words


def _one(words: Sequence[Word]) -> Word:
    if len(words) == 1:
        return words[0]
    return Word("".join(word.form for word in words), words[0].start, words[-1].end)


def _without_articles(text: str, words: Sequence[Word]) -> list[Word]:
    """Return the words less Arabic articles, in Arabic or Latin letters."""
    listed = search_words()
    kept: list[Word] = []
    for index, word in enumerate(words):
        form = word.form
        if form in listed.articles and _is_article(text, words, index):
            continue
        if _ARABIC_LETTERS[0] <= form[0] <= _ARABIC_LETTERS[1]:
            form = _stem(form)
        kept.append(word if form is word.form else Word(form, word.start, word.end))
    return kept


def _is_article(text: str, words: Sequence[Word], index: int) -> bool:
    """Say whether a word is the article of the one after it: "az" before "Zawr"."""
    if index + 1 == len(words):
        return False
    listed, word, following = search_words(), words[index], words[index + 1]
    gap = text[word.end : following.start]
    hyphen = _A_HYPHEN.fullmatch(gap) is not None
    letters = listed.romanised.get(word.form)
    if letters is None:
        letters = listed.hyphenated[word.form] if hyphen else None
    if letters is None or not (hyphen or _BLANKS.fullmatch(gap)):
        return False
    return following.form[0].isalpha() and following.form.startswith(letters)


def _stem(form: str) -> str:
    """Return an Arabic word without its article, also where another article is left then."""
    while True:
        for prefix in search_words().arabic:
            if form.startswith(prefix) and len(form) - len(prefix) >= _SHORTEST_STEM:
                form = form[len(prefix) :]
                break
        else:
            return form
