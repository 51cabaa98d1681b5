"""Places told by others: "20 km north of Zuhur", "between Zuhur and Corun", "on the road to".

In: a text and the spans of the places named in it. Out: ``Relation``s, each with its anchors by
their numbers. The words are of ``relations.toml`` and ``directions.toml``.

>>> text = "20 km north of Zuhur, on the road from Zuhur to Corun"
>>> for one in find_relations(text, [(15, 20), (39, 44), (48, 53)]):
...     print(one.kind, one.anchors, one.side, one.distance_km)
offset (0,) N 20.0
along (1, 2)  None
"""

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Final

from allegata.places.directions import side_named, side_words
from allegata.places.type_words import alternatives, joints

OFFSET, BETWEEN, ALONG, NEAR = "offset", "between", "along", "near"
KM_A_MILE: Final = 1.609
_REACH: Final = 60  # characters before a place in which a relation leads to it


@dataclass(frozen=True, slots=True)
class Relation:
    """How a place is told by one or two others, its ``anchors`` by their numbers.

    ``kind``: offset, between, along, near. ``side`` (N to NW) and ``distance_km`` are an offset's;
    the distance is None in "north of".
    """

    kind: str
    anchors: tuple[int, ...]
    side: str = ""
    distance_km: float | None = None


def find_relations(text: str, spans: Sequence[tuple[int, int]]) -> Iterator[Relation]:
    """Yield the relations that lead to the places at ``spans``, which are in order."""
    patterns = _patterns()
    for number, (start, end) in enumerate(spans):
        window = max(0, start - _REACH), start
        for kind, lead, joint in patterns.pairs:
            following = spans[number + 1] if number + 1 < len(spans) else None
            if following is None or lead.search(text, *window) is None:
                continue
            if joint.fullmatch(text, end, following[0]) is not None:
                yield Relation(kind, (number, number + 1))
                break
        else:
            offset = patterns.offset.search(text, *window)
            if offset is not None:
                yield Relation(OFFSET, (number,), side_named(offset["side"]), _km(offset))
            elif patterns.near.search(text, *window) is not None:
                yield Relation(NEAR, (number,))


def _km(match: re.Match[str]) -> float | None:
    """Return the distance of an offset in kilometres, None where it tells none."""
    if match["many"] is None:
        return None
    many = float(match["many"].replace(",", "."))
    return round(many * KM_A_MILE, 1) if match["unit"].lower() in _patterns().miles else many


@dataclass(frozen=True, slots=True)
class _Patterns:
    """Patterns that end where a place starts; of the pairs also what joins its two places."""

    offset: re.Pattern[str]
    near: re.Pattern[str]
    pairs: tuple[tuple[str, re.Pattern[str], re.Pattern[str]], ...]
    miles: frozenset[str]


@cache
def _patterns() -> _Patterns:
    source = resources.files("allegata.lang") / "packs" / "_shared" / "relations.toml"
    table = tomllib.loads(source.read_text(encoding="utf-8"))
    offset = table[OFFSET]
    units, glue, of = (
        alternatives(forms)
        for forms in (offset["km"] + offset["miles"], offset["glue"], offset["of"])
    )
    article = rf"(?:(?:{alternatives(joints('articles'))})\s+)?"
    told = rf"(?P<many>\d{{1,3}}(?:[.,]\d)?)\s*(?P<unit>{units})\s+(?:(?:{glue})\s*)?"
    # "north Zuhur" is a side of it, "20 km north Zuhur" is beyond
    beyond = rf"(?<![\w-])(?:{told})?(?P<side>{side_words()})\s+(?:(?:{of})\s*)(?:{article})\Z"
    return _Patterns(
        offset=re.compile(beyond, re.IGNORECASE),
        near=re.compile(rf"(?<!\w)(?:{alternatives(table[NEAR]['forms'])})\s+{article}\Z", re.I),
        pairs=tuple(
            (
                kind,
                re.compile(rf"(?<!\w)(?:{alternatives(table[kind]['forms'])})\s+{article}\Z", re.I),
                re.compile(rf"\s+(?:{alternatives(table[kind]['joints'])})\s+{article}", re.I),
            )
            for kind in (ALONG, BETWEEN)
        ),
        miles=frozenset(offset["miles"]),
    )
