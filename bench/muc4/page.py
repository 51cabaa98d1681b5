"""The page of MUC-4's worst errors: development texts alone, gold against given by slot.

In: a folder. Out: an HTML page in it, the most costly texts first, above them where the fillers
that were not given stand in the reading. The texts name victims: the page is never committed, and
no text but those of DEV is ever opened.
"""

import html
import importlib
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from allegata.model.happening import EventMention
from allegata.model.reading import Reading
from bench.files import write_predictions
from bench.muc4.texts import read_texts
from bench.reading import read_text
from bench.scorer import SHARED
from bench.sets.muc4 import templates_of

READ = "DEV"
SHOWN = 120
_ROLES = {  # slots whose fillers stand in the text, and the role of a mention that fills them
    "perp-ind-id": "agents",
    "perp-org-id": "agents",
    "phys-tgt-id": "objects",
    "hum-tgt-name": "objects",
    "hum-tgt-desc": "objects",
    "inc-instr-id": "means",
}
_STYLE = (
    "body{font:15px/1.5 sans-serif;max-width:70em;margin:2em auto}pre{white-space:pre-wrap;"
    "font:inherit;background:#f6f6f4;padding:1em}mark.event{background:#ffe08a}"
    "mark.agents{background:#f6b8b8}mark.objects{background:#cfe3ff}mark.means{background:#d8d0f0}"
    "td,th{text-align:left;vertical-align:top;padding:0 1em 0 0}tr.wrong{color:#a00}"
)


@dataclass
class Judged:
    """One template beside its key: by slot what is gold, what is given, what it cost."""

    slots: list[tuple[str, str, str, float]] = field(default_factory=list)

    @property
    def cost(self) -> float:
        """Return what all its slots cost, in fillers."""
        return sum(cost for *_, cost in self.slots)


@dataclass
class Text:
    """One text as it was read, with its templates judged."""

    number: str
    text: str
    reading: Reading
    judged: list[Judged] = field(default_factory=list)
    missing: list[tuple[str, str]] = field(default_factory=list)  # slot, where the filler stands

    @property
    def cost(self) -> float:
        """Return what all its templates cost."""
        return sum(one.cost for one in self.judged)


def judge_texts() -> list[Text]:
    """Return the texts of DEV, read and judged, the most costly first."""
    data = SHARED / "data" / "muc4"
    texts = {n: Text(n, t, read_text(n, t)) for n, t in read_texts(data) if n.startswith(READ)}
    formats, scorer = _scorer()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "P.jsonl"
        write_predictions(
            ({"docid": n, "templates": templates_of(t.reading)} for n, t in texts.items()), path
        )
        given = formats.read_responses(path)
    keys = [
        template
        for path in sorted((data / "corpora" / READ.lower()).glob("key-*"))
        for template in formats.read_templates(path)
    ]

    def trace(key: Any, response: Any, scores: Any) -> None:
        told = texts.get((key or response).doc)
        if told is not None:
            told.judged.append(_judged(key, response, scores))
            told.missing += _missing(key, response, scores, told)

    scorer.official(keys, given, trace=trace)
    return sorted(texts.values(), key=lambda one: (-one.cost, one.number))


def _scorer() -> tuple[Any, Any]:
    tools = str(SHARED / "tools")
    if tools not in sys.path:
        sys.path.insert(0, tools)
    return importlib.import_module("muc4_format"), importlib.import_module("score_muc4")


def _judged(key: Any, response: Any, scores: Any) -> Judged:
    judged = Judged()
    for slot, tally in scores.items():
        gold, given = (_fills(one, slot) for one in (key, response))
        if gold or given:
            cost = tally.mis + tally.spu + tally.inc + tally.par / 2
            judged.slots.append((slot, gold, given, cost))
    return judged


def _fills(template: Any, slot: str) -> str:
    if template is None:
        return ""
    return "; ".join(
        ("?" if fill.optional else "") + " / ".join(_alternative(one) for one in fill.alts)
        for fill in template.slots.get(slot, [])
    )


def _alternative(one: Any) -> str:
    values = ", ".join(str(value) for value in one.values)
    return f"{values} ({', '.join(one.tags)})" if one.tags else values


def _missing(key: Any, response: Any, scores: Any, told: Text) -> Iterator[tuple[str, str]]:
    """Yield the slot of each required filler that was not given, and where the reading has it."""
    for slot, role in _ROLES.items():
        if key is None or not scores[slot].mis + scores[slot].inc:
            continue
        given = {
            v
            for fill in (response.slots.get(slot, []) if response else [])
            for one in fill.alts
            for v in one.values
        }
        for fill in key.slots.get(slot, []):
            names = {value for one in fill.alts for value in one.values}
            if not fill.optional and not names & given:
                yield slot, "no template" if response is None else _stands(names, role, told)


def _stands(names: set[str], role: str, told: Text) -> str:
    for event in told.reading.mentions.events:
        for other in ("agents", "objects", "means", "involved"):
            said = {" ".join(one.raw.upper().split()) for one in getattr(event, other)}
            if any(name in words for name in names for words in said):
                return "in the role, not given" if other == role else f"among {other}"
    return "beside an event" if _beside(names, told) else "elsewhere"


def _beside(names: set[str], told: Text) -> bool:
    for event in told.reading.mentions.events:
        sentence = " ".join(told.text[event.sentence.start : event.sentence.end].upper().split())
        if any(name in sentence for name in names):
            return True
    return False


def write_page(texts: list[Text], out: Path) -> str:
    """Write the page; return a line that says so."""
    out.mkdir(parents=True, exist_ok=True)
    (out / "muc4.errors.html").write_text("\n".join(_page(texts)) + "\n", encoding="utf-8")
    wrong = sum(1 for one in texts if one.cost)
    return f"muc4.errors.html: {wrong} of {len(texts)} texts of {READ} have errors"


def _page(texts: list[Text]) -> Iterator[str]:
    yield f"<!doctype html><meta charset=utf-8><title>muc4</title><style>{_STYLE}</style>"
    yield "<h1>muc4: the worst errors of development texts</h1><p>Not to be published or committed."
    yield " Marked: yellow words of events, red agents, blue objects, violet means.</p>"
    yield "<table><tr><th>slot</th><th>where a filler not given stands</th><th></th></tr>"
    for (slot, where), count in sorted(Counter(m for one in texts for m in one.missing).items()):
        yield f"<tr><td>{slot}</td><td>{where}</td><td>{count}</td></tr>"
    yield "</table>"
    for one in texts[:SHOWN]:
        yield f"<h2>{one.number} <small>cost {one.cost:.1f}</small></h2>"
        for judged in one.judged:
            yield "<table><tr><th>slot</th><th>gold</th><th>given</th></tr>"
            for slot, gold, given, cost in judged.slots:
                mark = " class=wrong" if cost else ""
                cells = "".join(f"<td>{html.escape(v)}</td>" for v in (gold, given))
                yield f"<tr{mark}><td>{slot}</td>{cells}</tr>"
            yield "</table>"
        yield f"<pre>{_marked(one)}</pre>"


def _marked(told: Text) -> str:
    """Return the text as HTML with the words of events and their participants marked."""
    parts, at = [], 0
    for start, end, kind, title in sorted(_marks(told.reading.mentions.events)):
        if start >= at:
            words = html.escape(told.text[start:end])
            parts.append(html.escape(told.text[at:start]))
            parts.append(f"<mark class={kind} title='{html.escape(title)}'>{words}</mark>")
            at = end
    return "".join([*parts, html.escape(told.text[at:])])


def _marks(events: tuple[EventMention, ...]) -> Iterator[tuple[int, int, str, str]]:
    for event in events:
        yield event.span.start, event.span.end, "event", f"{event.event.value} {event.stage.value}"
        for role in ("agents", "objects", "means"):
            for one in getattr(event, role):
                yield one.span.start, one.span.end, role, f"{one.kind} {one.person or ''}"
