"""The page of a place set's errors: read items alone, with their texts.

In: a set's name. Out: an HTML page in the ignored folder, the farthest errors first: each article
with its toponyms marked and every wrong one beside gold, with the reasons that were given; of names
in a table a row for each. The page holds words of the sets and is never committed.
"""

import html
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from allegata.model.places import Place
from allegata.places.geodesy import distance_km
from bench.places.articles import Article, articles, file_of, part_of_place
from bench.places.gate import FOLDER, SYRIA, syria
from bench.places.names import read_names
from bench.scorer import SHARED
from bench.sets import airwars_syria, toponyms

FAR_KM = {SYRIA: 25.0, **dict.fromkeys(toponyms.FILES, 161.0)}
UNKNOWN_KM = 20_000.0  # what an answer costs that is not given
_STYLE = (
    "body{font:15px/1.5 sans-serif;max-width:70em;margin:2em auto}pre{white-space:pre-wrap;"
    "font:inherit;background:#f6f6f4;padding:1em}mark{background:#cfe3ff}"
    "mark.wrong{background:#ffb3a7}td,th{text-align:left;padding:0 1em 0 0}"
)


@dataclass(frozen=True, slots=True)
class Error:
    """A name answered too far away, or not at all; ``start`` and ``end`` in the item's text."""

    start: int
    end: int
    words: str
    gold: tuple[float, float]
    given: Place | None
    km: float


def write_page(name: str, out: Path) -> str:
    """Write the page of a set; return a line that says so."""
    out.mkdir(parents=True, exist_ok=True)
    items = list(_names() if name == SYRIA else _articles(name))
    items.sort(key=lambda item: -sum(error.km for error in item[2]))
    wrong = [item for item in items if item[2]]
    body = "\n".join(_page(name, wrong))
    (out / f"{name}.errors.html").write_text(body + "\n", encoding="utf-8")
    return f"{name}.errors.html: {len(wrong)} of {len(items)} read items have errors"


Item = tuple[str, str, list[Error]]


def _articles(name: str) -> Iterator[Item]:
    for article in articles(file_of(SHARED / "data" / FOLDER, toponyms.FILES[name])):
        if part_of_place(article.id) == "read":
            yield article.id, article.text, _errors_of(article, FAR_KM[name])


def _errors_of(article: Article, far_km: float) -> list[Error]:
    answered = toponyms.answers(article, mode=toponyms.GOLD)
    given = {(ask.start, ask.end): place for ask, place in answered}
    found = []
    for one in article.toponyms:
        place = given[one.start, one.end]
        if one.point is not None and (km := _km(one.point, place)) > far_km:
            words = article.text[one.start : one.end]
            found.append(Error(one.start, one.end, words, one.point, place, km))
    return found


def _names() -> Iterator[Item]:
    gazetteer = syria(SHARED / "data" / "gazetteers")
    for item in read_names(SHARED / "data" / FOLDER):
        if part_of_place(item.id) == "read" and item.point is not None:
            place = airwars_syria.resolved(item, gazetteer).place
            km = _km(item.point, place)
            words = f"{item.english} ({item.arabic})"
            error = Error(0, len(words), words, item.point, place, km)
            yield item.id, words, [error] if km > FAR_KM[SYRIA] else []


def _km(gold: tuple[float, float], place: Place | None) -> float:
    return UNKNOWN_KM if place is None else distance_km(gold, (place.lat, place.lon))


def _page(name: str, items: Sequence[Item]) -> Iterator[str]:
    yield f"<!doctype html><meta charset=utf-8><title>{name}</title><style>{_STYLE}</style>"
    yield f"<h1>{name}: the errors of read items</h1>"
    yield "<p>Not to be published or committed.</p>"
    for key, text, errors in items:
        yield f"<h2>{key}</h2><table><tr><th>words</th><th>gold</th><th>given</th><th>km</th></tr>"
        for error in errors:
            cells = (error.words, str(error.gold), _told(error.given), f"{error.km:.0f}")
            yield "<tr>" + "".join(f"<td>{html.escape(cell)}</td>" for cell in cells) + "</tr>"
        yield f"</table><pre>{marked(text, errors)}</pre>"


def marked(text: str, errors: Sequence[Error]) -> str:
    """Return a text as HTML with the wrong names marked."""
    parts, at = [], 0
    for error in sorted(errors, key=lambda one: one.start):
        if error.start >= at:
            parts.append(html.escape(text[at : error.start]))
            words = html.escape(text[error.start : error.end])
            parts.append(f"<mark class=wrong>{words}</mark>")
            at = error.end
    return "".join((*parts, html.escape(text[at:])))


def _told(place: Place | None) -> str:
    """Return an answer in a line."""
    if place is None:
        return "-"
    where = ", ".join(one for one in (place.admin1 and place.admin1.name, place.country) if one)
    reasons = "; ".join(place.reasons)
    return f"{place.name}, {where} {place.precision} {place.score:g} {place.method}: {reasons}"
