"""One item of a public set judged field by field, for pages of errors and for labels.

In: an item and what was answered. Out: each field with gold and answer, whether they agree, and
what a disagreement costs. The scorers are not ours and give the figures; this says which items
they come from, in the plainest terms: equal or not.

>>> judged = Judged("killed_low", 4, 9)
>>> judged.right, judged.cost
(False, 1.0)
>>> Judged("date", "2011-01-10", None).cost
1.0
"""

import math
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import cast

from allegata.model.claim import Claim
from allegata.model.reading import Reading
from bench.parts import Item
from bench.reading import principal
from bench.sets import airwars, dronestream, isaf, msa

Answer = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Judged:
    """One field of one item: what gold says and what was answered."""

    field: str
    gold: object
    given: object

    @property
    def right(self) -> bool:
        """Say whether the answer is gold's."""
        return self.gold == self.given

    @property
    def cost(self) -> float:
        """Return what the field costs: doublings between two numbers, one for anything else."""
        if self.right:
            return 0.0
        if isinstance(self.gold, int) and isinstance(self.given, int):
            return max(abs(math.log2((self.given + 1) / (self.gold + 1))), 0.5)
        return 1.0


@dataclass(frozen=True, slots=True)
class Judge:
    """How a set's items are read, answered and judged; its rule of tallies and codebook table."""

    key: Callable[[Item], str]
    text: str
    read: Callable[[Item], Reading]
    answer: Callable[[Reading], Answer]
    fields: Callable[[Item, Answer], Iterator[Judged]]
    rule: str
    table: str
    whole: bool = False  # the text is of one case, whatever incidents it is read as

    def claims(self, reading: Reading) -> list[Claim]:
        """Return the claims that gold is about: of the main incident, or of all."""
        if self.whole:
            return [claim for claim in reading.claims if claim.incident is not None]
        main = principal(reading)
        told = set(main.claims) if main is not None else set()
        return [claim for claim in reading.claims if claim.id in told]

    def texts(self, items: list[Item]) -> list[Item]:
        """Return the items that have a text."""
        return [item for item in items if str(item[self.text]).strip()]


def _isaf(item: Item, given: Answer) -> Iterator[Judged]:
    gold = cast("Mapping[str, object]", item["gold"])
    yield Judged("killed", gold["min_killed"], given.get("killed"))
    yield Judged("captured", gold["min_captured"], given.get("captured"))
    yield Judged("date", gold["start_date"], given.get("date"))
    provinces = cast("list[str]", given.get("provinces") or [])
    letters = sorted("".join(filter(str.isalpha, name.lower())) for name in provinces)
    yield Judged("province", sorted(cast("list[str]", gold["province"])), letters)
    yield Judged("airstrike", gold["airstrike"], bool(given.get("airstrike")))


def _airwars(item: Item, given: Answer) -> Iterator[Judged]:
    told = cast("Mapping[str, object]", item["killed_by_category"] or {})
    yield from _ends("killed", item["killed"], given.get("killed"))
    yield from _ends("injured", item["injured"], given.get("injured"))
    for group in ("children", "women", "men"):
        ends = _ends(group, told.get(group), given.get(f"killed_{group}"))
        yield from (one for one in ends if one.field.endswith("low"))
    if item["date_start"] is not None:
        yield Judged("date", item["date_start"], given.get("date_start"))


def _dronestream(item: Item, given: Answer) -> Iterator[Judged]:
    low, high = (_number(item[name]) for name in ("deaths_min", "deaths_max"))
    yield from _ends("killed", [low, high], given.get("killed"))
    told = cast("Mapping[str, object]", item["tbij"] or {})
    yield from _ends("injured", told.get("injured"), given.get("injured"))


def _msa(item: Item, given: Answer) -> Iterator[Judged]:
    names = {
        "civilians_killed": "Number of Civilian Fatalities",
        "civilians_injured": "Number of Civilian Injured",
    }
    for field, column in names.items():
        gold = _number(item[column])
        if gold is not None:
            yield Judged(field, gold, given.get(field))


def _ends(field: str, gold: object, given: object) -> Iterator[Judged]:
    """Yield both ends of a range that gold has."""
    ends = given if isinstance(given, list) else [None, None]
    if isinstance(gold, list):
        for name, wanted, got in zip(("low", "high"), gold, ends, strict=True):
            if wanted is not None:
                yield Judged(f"{field}_{name}", wanted, got)


def _number(value: object) -> int | None:
    text = str(value).strip()
    return int(text) if text.isdigit() else None


JUDGES = {
    "isaf": Judge(
        lambda item: str(item["id"]),
        "text",
        isaf.read_item,
        isaf.answer,
        _isaf,
        isaf.RULE,
        isaf.TABLE,
    ),
    "airwars": Judge(
        lambda item: str(item["id"]),
        "text",
        airwars.read_item,
        airwars.answer,
        _airwars,
        airwars.RULE,
        airwars.TABLE,
    ),
    "msa": Judge(
        lambda item: str(item["CaseID"]),
        "Description",
        msa.read_item,
        msa.answer,
        _msa,
        msa.RULE,
        msa.TABLE,
        whole=True,
    ),
    "dronestream": Judge(
        lambda item: str(item["_id"]),
        "bij_summary_short",
        dronestream.read_item,
        dronestream.answer,
        _dronestream,
        dronestream.RULE,
        dronestream.TABLE,
    ),
}
