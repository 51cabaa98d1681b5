"""The page of the worst errors of a public set: read items alone, with their texts.

In: a set's name. Out: an HTML page in the ignored folder, the most costly items first, each with
its text, the words of every count marked, every field beside gold, and why counts were left out of
the tally; above them which items were gained and which lost since the last accepted run. The texts
name victims: the page is never committed. Check items are never opened (``gate.items_of``).
"""

import html
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from allegata.model.count import Count
from allegata.model.incident import Tally
from allegata.model.reading import Reading
from allegata.stages.resolve.tallies import tally
from bench.gate import items_of
from bench.judging import JUDGES, Judged
from bench.reading import counts_in

SHOWN = 60
_STYLE = (
    "body{font:15px/1.5 sans-serif;max-width:60em;margin:2em auto}pre{white-space:pre-wrap;"
    "font:inherit;background:#f6f6f4;padding:1em}mark{background:#ffe08a}mark.out{background:#ddd}"
    "mark.other{background:#cfe3ff}td,th{text-align:left;padding:0 1em 0 0}tr.wrong{color:#a00}"
)


@dataclass(frozen=True, slots=True)
class Item:
    """One item as it was read: its text, its reading with the tallies of
    the main incident under the set's rule, every field judged."""

    key: str
    text: str
    reading: Reading
    tallies: tuple[Tally, ...]
    fields: tuple[Judged, ...]

    @property
    def cost(self) -> float:
        """Return what all its fields cost."""
        return sum(judged.cost for judged in self.fields)

    @property
    def right(self) -> list[str]:
        """Return the fields that are right."""
        return [judged.field for judged in self.fields if judged.right]


def judge_items(name: str) -> list[Item]:
    """Return the read items of a set, read and judged, the most costly first."""
    judge = JUDGES[name]
    found = []
    for item in judge.texts(items_of(name)):
        reading = judge.read(item)
        fields = tuple(judge.fields(item, judge.answer(reading)))
        tallies = tally(judge.claims(reading), rule=judge.rule, table=judge.table)
        found.append(Item(judge.key(item), str(item[judge.text]), reading, tallies, fields))
    return sorted(found, key=lambda item: (-item.cost, item.key))


def write_page(name: str, items: Sequence[Item], out: Path) -> str:
    """Write the page of a set and what was right in this run; return a line that says so."""
    out.mkdir(parents=True, exist_ok=True)
    changes = compare(_saved(out / f"{name}.accepted.json"), items)
    body = "\n".join(_page(name, items, changes))
    (out / f"{name}.errors.html").write_text(body + "\n", encoding="utf-8")
    right = {item.key: item.right for item in items}
    (out / f"{name}.last.json").write_text(json.dumps(right, indent=1) + "\n", encoding="utf-8")
    gained, lost = (sum(map(len, told.values())) for told in changes)
    wrong = sum(1 for item in items if item.cost)
    page = f"{name}.errors.html: {wrong} of {len(items)} read items have errors"
    return f"{page}; fields gained {gained}, lost {lost} since the last accepted run"


def accept(name: str, out: Path) -> None:
    """Make the last run the accepted one, against which later runs are compared."""
    (out / f"{name}.last.json").replace(out / f"{name}.accepted.json")


Fields = dict[str, list[str]]


def compare(before: Mapping[str, Sequence[str]], items: Sequence[Item]) -> tuple[Fields, Fields]:
    """Return the fields of each item that became right, and those that became wrong."""
    gained: Fields = {}
    lost: Fields = {}
    for item in items:
        if item.key not in before:
            continue
        old = set(before[item.key])
        for judged in item.fields:
            if judged.right and judged.field not in old:
                gained.setdefault(item.key, []).append(judged.field)
            if not judged.right and judged.field in old:
                lost.setdefault(item.key, []).append(judged.field)
    return gained, lost


def _saved(path: Path) -> Mapping[str, Sequence[str]]:
    if not path.is_file():
        return {}
    saved: dict[str, list[str]] = json.loads(path.read_text(encoding="utf-8"))
    return saved


def _page(name: str, items: Sequence[Item], changes: tuple[Fields, Fields]) -> Iterator[str]:
    yield f"<!doctype html><meta charset=utf-8><title>{name}</title><style>{_STYLE}</style>"
    yield f"<h1>{name}: the worst errors of read items</h1>"
    yield "<p>Not to be published or committed. Marked: yellow counts are used in a tally of the "
    yield "main incident, grey ones left out, blue ones belong elsewhere.</p>"
    yield from _shares(items)
    shown = [item for item in items if item.cost][:SHOWN]
    known = {item.key for item in shown}
    for title, told in zip(("Gained", "Lost"), changes, strict=True):
        yield f"<h2>{title} since the last accepted run</h2><ul>"
        for key, fields in told.items():
            link = f"<a href='#{key}'>{key}</a>" if key in known else key
            yield f"<li>{link}: {', '.join(fields)}</li>"
        yield "</ul>"
    for item in shown:
        yield from _item(item)


def _shares(items: Sequence[Item]) -> Iterator[str]:
    fields: dict[str, list[bool]] = {}
    for item in items:
        for judged in item.fields:
            fields.setdefault(judged.field, []).append(judged.right)
    yield "<table><tr><th>field</th><th>right</th><th>of</th></tr>"
    for field, told in fields.items():
        yield f"<tr><td>{field}</td><td>{sum(told)}</td><td>{len(told)}</td></tr>"
    yield "</table>"


def _item(item: Item) -> Iterator[str]:
    yield f"<h2 id='{item.key}'>{item.key} <small>cost {item.cost:.1f}</small></h2>"
    yield "<table><tr><th>field</th><th>gold</th><th>given</th></tr>"
    for judged in item.fields:
        mark = "" if judged.right else " class=wrong"
        values = "".join(f"<td>{html.escape(str(v))}</td>" for v in (judged.gold, judged.given))
        yield f"<tr{mark}><td>{judged.field}</td>{values}</tr>"
    yield "</table>"
    yield f"<pre>{marked(item)}</pre><ul>"
    for made in item.tallies:
        for left in made.left_out:
            yield f"<li>{made.outcome.value} {left.count}: {html.escape(left.reason)}</li>"
    yield "</ul>"


def marked(item: Item) -> str:
    """Return the text as HTML with the words of each count marked."""
    parts, at = [], 0
    for count, kind in _kinds(item):
        span = count.span
        if span.start < at:
            continue
        told = f"{count.id} {count.outcome.value} {count.low}–{count.high}"
        words = html.escape(item.text[span.start : span.end])
        parts.append(html.escape(item.text[at : span.start]))
        parts.append(f"<mark class='{kind}' title='{told}'>{words}<sub>{count.id}</sub></mark>")
        at = span.end
    return "".join([*parts, html.escape(item.text[at:])])


def _kinds(item: Item) -> list[tuple[Count, str]]:
    """Return the counts in order of the text, each "used", "out" or "other"."""
    used = {count for made in item.tallies for count in made.used}
    out = {left.count for made in item.tallies for left in made.left_out}
    found = [
        (count, "used" if count.id in used else "out" if count.id in out else "other")
        for count in counts_in(item.reading)
    ]
    return sorted(found, key=lambda told: told[0].span.start)
