"""The sets ``lgl`` and ``trnews``: news in English, of which every toponym has a point.

Input is the text of an article with no country told; with ``gold`` the spans of its toponyms too.
Output is the format of the scorer: spans with the points that the product gives them.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path

from allegata.gazetteers.embedded import open_embedded
from allegata.model.places import Place
from allegata.places.asking import Ask
from allegata.places.associated import find_associated
from allegata.places.framing import ask_at
from allegata.places.lines import find_lines
from allegata.places.phrases import FoundPlace, find_places
from allegata.places.resolver import resolve
from allegata.places.type_words import kind_said
from allegata.places.words import load_place_words
from bench.places.articles import Article, articles, file_of

LANGUAGE = "en"
_LEVELS = ("country", "adm1", "adm2", "adm3")
GOLD, END_TO_END = "gold", "e2e"
MODES = (GOLD, END_TO_END)
FILES = {"lgl": "lgl*.xml", "trnews": "TR-News*.xml"}


def predict(data: Path, pattern: str, *, mode: str) -> Iterator[dict[str, object]]:
    """Yield a prediction for each article of the file in ``data`` whose name fits ``pattern``."""
    for article in articles(file_of(data, pattern)):
        answered = answers(article, mode=mode)
        toponyms = [
            {
                "start": ask.start,
                "end": ask.end,
                "lat": None if place is None else place.lat,
                "lon": None if place is None else place.lon,
            }
            for ask, place in answered
        ]
        yield {"docid": article.id, "toponyms": toponyms}


def answers(article: Article, *, mode: str) -> list[tuple[Ask, Place | None]]:
    """Return the places of an article, of the toponyms told or those that are found."""
    asks = list(told(article) if mode == GOLD else _found(article.text))
    resolved = resolve(article.text, asks, open_embedded())
    return [(ask, one.place) for ask, one in zip(asks, resolved, strict=True)]


def level_of(place: Place) -> str:
    """Return what a place is, in the words that ``bench.places.articles`` has for gold."""
    precision = place.precision.value
    return precision if precision in _LEVELS else "place"


def told(article: Article) -> Iterator[Ask]:
    """Yield what is asked at each toponym; the scorer takes a span once."""
    words = load_place_words(LANGUAGE)
    for start, end in sorted({(one.start, one.end) for one in article.toponyms}):
        yield ask_at(article.text, start, end, open_embedded(), words)


def _found(text: str) -> Sequence[Ask]:
    """Return what is asked at each place that is found in the text."""
    words, gazetteer = load_place_words(LANGUAGE), open_embedded()
    lines = find_lines(text, words)
    found = [
        place
        for place in find_places(text, gazetteer, words)
        if all(place.end <= line.start or line.end <= place.start for line in lines)
    ]
    found += lines
    associated = find_associated(text, found, gazetteer, words)
    return [_as_marked(place) for place in sorted((*found, *associated), key=lambda one: one.start)]


def _as_marked(place: FoundPlace) -> Ask:
    """Return a place as these sets mark it: without a type word, unless that has a capital.

    "the Corun area" is marked "Corun", and so is "Corun High School"; "Corun County" is whole.
    """
    is_led = place.raw.startswith((f"{place.name} ", f"{place.name}'s "))
    behind = place.raw[len(place.name) :] if is_led else ""
    is_whole = place.kind in ("admin", "region") and behind.strip()[:1].isupper()
    end = place.end if is_whole or not behind else place.start + len(place.name)
    is_framed = place.raw != place.name
    kind = kind_said(behind) or place.kind
    return Ask(place.start, end, (place.name,), kind, is_framed=is_framed)
