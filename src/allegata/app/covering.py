"""The words of a claim in pieces: its numbers stand out, and names of people stay covered.

In: a quote, its counts and the names that the document holds. Out: pieces in the order of the
words, each with what it is: plain words, a ``count``, or a ``name``. A covered name has no text.

>>> pieces("Ilan Dorrow and 2 others were killed.", numbers=("2",), names=("Ilan Dorrow",))
[('', 'name'), (' and ', ''), ('2', 'count'), (' others were killed.', '')]
"""

import re
from collections.abc import Iterable, Sequence

from allegata.app.views import CaseDocument
from allegata.model.vocabularies import SourceKind
from allegata.model.wire import Json

Piece = tuple[str, str]
PRIVATE = frozenset({SourceKind.WITNESS, SourceKind.AUTHOR})
SHORTEST_NAME = 3  # code points: covering shorter ones would tear up words
A_NAME = "[name]"
WORDS, COUNT, NAME = "", "count", "name"


def names_in(documents: Iterable[CaseDocument]) -> tuple[str, ...]:
    """Return the names of people in documents, the longest first.

    Those who speak for an office are no victims, and who says it has to be seen: the voices of the
    claims and the signatories of a letter are left out.
    """
    named: set[str] = set()
    speak: set[str] = set()
    for shown in documents:
        named |= {person.name for person in shown.mentions.people if person.name is not None}
        speak |= {name.casefold() for name in _speakers(shown)}
    kept = (each for each in named if len(each.strip()) >= SHORTEST_NAME)
    spoken = " | ".join(sorted(speak))
    victims = (name for name in kept if not re.search(_whole(name.casefold()), spoken))
    return tuple(sorted(victims, key=lambda name: (-len(name), name)))


def _speakers(shown: CaseDocument) -> Iterable[str]:
    for item in shown.claims:
        for voice in item.current.attribution.chain:
            if voice.kind not in PRIVATE:
                yield from (voice.source, voice.raw)
    un = shown.document.un if shown.document is not None else None
    yield from (sender.signatory for sender in un.senders if sender.signatory) if un else ()


def pieces(
    quote: str, *, numbers: Sequence[str] = (), names: Iterable[str] = (), covered: bool = True
) -> list[Piece]:
    """Return ``quote`` as pairs of text and kind; ``covered`` names have an empty text.

    ``numbers`` are the words of its counts in their order; each stands out once.
    """
    marks = _names(quote, names)
    at = 0
    for number in numbers:
        found = _number(quote, number, at)
        if found is None or any(start < found[1] and found[0] < end for start, end, _ in marks):
            continue
        marks.append((*found, COUNT))
        at = found[1]
    cut: list[Piece] = []
    position = 0
    for start, end, kind in sorted(marks):
        if start > position:
            cut.append((quote[position:start], WORDS))
        cut.append(("" if covered and kind == NAME else quote[start:end], kind))
        position = end
    if position < len(quote):
        cut.append((quote[position:], WORDS))
    return cut


def covered(text: str, names: Iterable[str]) -> str:
    """Return ``text`` with its names covered by a word that says so.

    >>> covered("Ilan Dorrow was killed.", ("Ilan Dorrow",))
    '[name] was killed.'
    """
    cut = pieces(text, names=names)
    return "".join(A_NAME if kind == NAME else words for words, kind in cut)


def covered_json(value: Json, names: Sequence[str]) -> Json:
    """Return a JSON value with the names in all its texts covered."""
    if isinstance(value, str):
        return covered(value, names)
    if isinstance(value, list):
        return [covered_json(item, names) for item in value]
    if isinstance(value, dict):
        return {key: covered_json(item, names) for key, item in value.items()}
    return value


def covers(quote: str, names: Iterable[str]) -> int:
    """Return how many names stand in ``quote``."""
    return len(_names(quote, names))


def may_hide(text: str, beside: str | None, names: Sequence[str]) -> bool:
    """Say whether a text may hold a name where nobody knows: the same words beside it hold more.

    >>> may_hide("إيلان دورو was killed.", "Ilan Dorrow was killed.", ("Ilan Dorrow",))
    True
    """
    return beside is not None and covers(beside, names) > covers(text, names)


def _names(quote: str, names: Iterable[str]) -> list[tuple[int, int, str]]:
    """Return where names stand, the longer before the shorter that it holds."""
    marks: list[tuple[int, int, str]] = []
    for name in names:
        for match in re.finditer(_whole(name), quote):
            start, end = match.span()
            if all(end <= other[0] or other[1] <= start for other in marks):
                marks.append((start, end, NAME))
    return marks


def _number(quote: str, number: str, at: int) -> tuple[int, int] | None:
    if not number:
        return None
    match = re.compile(_whole(number)).search(quote, at)
    return match.span() if match is not None else None


def _whole(words: str) -> str:
    """Return the pattern of words that are no part of others."""
    return rf"(?<!\w){re.escape(words)}(?!\w)"
