"""What a person types into the search box, as a question to the index.

Words stand for themselves, all of them wanted; ``"words between marks"`` follow each other;
``-word`` keeps documents with it out; ``OR`` between two words takes either; ``begin*`` takes every
word that begins so. ``language:ar``, ``kind:ocr``, ``symbol:S/2031/12`` and ``doc:name`` narrow the
search down. Anything else is taken as words: no text is a wrong query.

>>> question = parse_query('"Dayr al-Zawr" clinic OR hospi* -drill language:ar')
>>> [[term.phrases for term in group] for group in question.wanted][0]
[(('dayr', 'zawr'), ('dayr', 'alzawr'))]
>>> [(term.typed, term.prefix) for term in question.wanted[1]]
[('clinic', False), ('hospi', True)]
>>> question.unwanted[0].typed, sorted(question.languages)
('drill', ['ar'])
"""

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from allegata.model.errors import InputError
from allegata.model.search import Phrase, SearchQuestion, SearchTerm
from allegata.model.vocabularies import LayerKind
from allegata.text.search_forms import search_forms

LONGEST_QUERY = 1_000  # code points
MOST_TERMS = 40
_MOST_PHRASES = 16  # of one term, where several of its letters are written in several ways
_QUOTES = str.maketrans(dict.fromkeys("“”„‟«»「」『』＂", '"'))
_ITEM = re.compile(
    r"(?:(?P<minus>-+(?=\S))|(?P<field>language|kind|symbol|doc):)?"
    r'(?:"(?P<quoted>[^"]*)(?:"|$)|(?P<bare>[^\s"]+))',
    re.IGNORECASE,
)
_EITHER = frozenset({"OR", "|"})
_BOTH = "AND"
# The seat of a hamza is written in several ways: "مسؤول" and "مسئول".
_SEATED = re.compile("(?<=\\w)[ؤئء](?=\\w)")
_SEATS = "ويءا"
_MOST_SEATS = 2


@dataclass(frozen=True, slots=True)
class _Item:
    """A stretch of the query between blanks or quotation marks."""

    words: str
    quoted: bool
    minus: bool
    field: str | None


def parse_query(query: str) -> SearchQuestion:
    """Return what ``query`` asks.

    Raises:
        InputError: it is too long, or it names a kind of layer that there is not.
    """
    if len(query) > LONGEST_QUERY:
        raise _too_long()
    wanted: list[list[SearchTerm]] = []
    unwanted: list[SearchTerm] = []
    narrowed: dict[str, list[str]] = {"language": [], "kind": [], "symbol": [], "doc": []}
    either = False
    for item in _without_articles(list(_items(query))):
        if not item.quoted and not item.minus and item.words in _EITHER | {_BOTH}:
            either = item.words in _EITHER
            continue
        if item.field is not None:
            narrowed[item.field].append(item.words.strip())
        elif (term := _term(item)) is not None:
            if item.minus:
                unwanted.append(term)
            elif either and wanted:
                wanted[-1].append(term)
            else:
                wanted.append([term])
        either = False
    if sum(map(len, wanted)) + len(unwanted) > MOST_TERMS:
        raise _too_long()
    return SearchQuestion(
        wanted=tuple(map(tuple, wanted)),
        unwanted=tuple(unwanted),
        languages=frozenset(map(str.lower, narrowed["language"])),
        kinds=frozenset(_kind(kind) for kind in narrowed["kind"]),
        symbols=tuple(narrowed["symbol"]),
        names=tuple(narrowed["doc"]),
    )


def _items(query: str) -> Iterator[_Item]:
    for found in _ITEM.finditer(query.translate(_QUOTES)):
        quoted = found["quoted"] is not None
        field = found["field"].lower() if found["field"] else None
        words = found["quoted"] if quoted else found["bare"]
        yield _Item(words, quoted, found["minus"] is not None, field)


def _without_articles(items: Sequence[_Item]) -> Iterator[_Item]:
    """Yield the items less articles that stand alone before their word: "al" of "al Zawr"."""
    for index, item in enumerate(items):
        if index + 1 == len(items) or not _is_article(item, items[index + 1]):
            yield item


def _is_article(item: _Item, following: _Item) -> bool:
    if not (_is_plain(item) and _is_plain(following)):
        return False
    one, other = item.words, following.words
    return bool(search_forms(one).words) and (
        search_forms(f"{one} {other}").words_text == search_forms(other).words_text
    )


def _is_plain(item: _Item) -> bool:
    operator = item.words in _EITHER | {_BOTH}
    return not (item.quoted or item.minus or item.field or operator)


def _term(item: _Item) -> SearchTerm | None:
    """Return a term, None where nothing in it can be looked for ("…", "☠")."""
    typed = item.words.rstrip("*")
    prefix = typed != item.words
    phrases: dict[Phrase, None] = {}
    for spelling in _spellings(typed):
        forms = search_forms(spelling)
        for words in (forms.words, forms.others):
            if words:
                phrases[tuple(word.form for word in words)] = None
    return SearchTerm(typed.strip(), tuple(phrases), prefix) if phrases else None


def _spellings(typed: str) -> Iterator[str]:
    """Yield ``typed``, and it with each hamza that has a seat on each of the seats."""
    yield typed
    seats = [found.start() for found in _SEATED.finditer(typed)][:_MOST_SEATS]
    if seats:
        for letters in itertools.islice(
            itertools.product(_SEATS, repeat=len(seats)), _MOST_PHRASES
        ):
            spelling = list(typed)
            for seat, letter in zip(seats, letters, strict=True):
                spelling[seat] = letter
            yield "".join(spelling)


def _kind(kind: str) -> str:
    kinds = {each.value for each in LayerKind}
    if kind.lower() not in kinds:
        raise InputError(
            "search.no_kind",
            f"There are no texts of the kind {kind[:40]!r}.",
            f"Give one of {', '.join(sorted(kinds))} after kind: or put the words between marks.",
        )
    return kind.lower()


def _too_long() -> InputError:
    return InputError(
        "search.too_long",
        f"A search takes up to {LONGEST_QUERY} letters and {MOST_TERMS} words.",
        "Look for the rarest of the words.",
    )
