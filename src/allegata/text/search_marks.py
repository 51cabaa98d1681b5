"""Where in a text the words stand that were looked for, so that they can be marked.

In: a text and terms. Out: ranges of the text in order, none of which overlap; the words of each
are a form of a term.

>>> from allegata.text.search_query import parse_query
>>> text = "The clinics of Dayr az-Zawr"
>>> marks = find_marks(text, parse_query("clin* dayr-zawr").terms)
>>> [text[start:end] for start, end in marks]
['clinics', 'Dayr az-Zawr']
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from allegata.model.search import Phrase, SearchTerm
from allegata.text.search_forms import Word, search_forms


def find_marks(text: str, terms: Iterable[SearchTerm]) -> tuple[tuple[int, int], ...]:
    """Return the ranges of ``text`` to mark; of ranges that overlap, the first and longest."""
    forms = search_forms(text)
    found: set[tuple[int, int]] = set()
    terms = list(terms)
    for words in (forms.words, forms.others):
        starts = _by_form(words)
        for term in terms:
            for phrase in term.phrases:
                found.update(_find(words, starts, phrase, prefix=term.prefix))
    marks: list[tuple[int, int]] = []
    for start, end in sorted(found, key=lambda mark: (mark[0], -mark[1])):
        if not marks or start >= marks[-1][1]:
            marks.append((start, end))
    return tuple(marks)


def _by_form(words: Sequence[Word]) -> Mapping[str, Sequence[int]]:
    starts: defaultdict[str, list[int]] = defaultdict(list)
    for index, word in enumerate(words):
        starts[word.form].append(index)
    return starts


def _find(
    words: Sequence[Word], starts: Mapping[str, Sequence[int]], phrase: Phrase, *, prefix: bool
) -> Iterator[tuple[int, int]]:
    """Yield where ``phrase`` stands among ``words``."""
    alone = prefix and len(phrase) == 1
    for first in range(len(words)) if alone else starts.get(phrase[0], ()):
        stretch = words[first : first + len(phrase)]
        if len(stretch) == len(phrase) and _agree(stretch, phrase, prefix=prefix):
            yield stretch[0].start, stretch[-1].end


def _agree(stretch: Sequence[Word], phrase: Phrase, *, prefix: bool) -> bool:
    *before, last = stretch
    if any(word.form != form for word, form in zip(before, phrase, strict=False)):
        return False
    return last.form.startswith(phrase[-1]) if prefix else last.form == phrase[-1]
