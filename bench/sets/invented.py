"""The set ``invented``: documents that state no casualty count, and how many are given one.

Texts are in our own words (``bench/data/invented``), filled and bent always in the same way; with
the development data at hand also those articles of the read part of the place sets that hold no
word of harm at all. A count is invented where its claim says that something happened: counts of
what is planned, threatened or only supposed belong to no incident and are measured apart.
"""

import hashlib
import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import cast

from lxml import etree

from allegata.model.claim import Claim
from allegata.model.count import Count
from allegata.model.vocabularies import Modality, Stage
from bench.figures import Figure
from bench.parts import hash_of, part_of
from bench.reading import read_text
from bench.scorer import SHARED

DATA = Path(__file__).resolve().parents[1] / "data" / "invented"
PAGE = Path(__file__).resolve().parents[1] / "out" / "invented.txt"
FILLS = 6
_SLOT = re.compile(r"\{(\w+)\}")
_HARM = re.compile(
    r"kill|dead|death|d(?:ied|ies|ying)\b|\bdie\b|fatal|murder|slay|slain|execut|assassin|massacre|wound"
    r"|injur|hurt|casualt|victim|toll|bod(?:y|ies)\b|corpse|shot|shoot|gun|bomb|attack|explo|blast"
    r"|crash|accident|drown|fire|burn|arrest|detain|captur|custod|prison|jail|kidnap|abduct|hostage"
    r"|missing|displac|flee|fled|evacuat|homeless|refugee|rape|tortur|assault|surviv|rescue|trapped"
    r"|lives|life|lost|fell|hit\b|struck|stab|beat|martyr|perish|remains|suicide|hospital",
    re.IGNORECASE,
)
_NOISE = str.maketrans({"l": "1", "O": "0", "S": "5", "e": "c", "h": "b"})


@dataclass(frozen=True, slots=True)
class Made:
    """A document; ``unnumbered``: it says that people were harmed, and not how many."""

    key: str
    text: str
    unnumbered: bool = False

    def invents(self, count: Count) -> bool:
        """Say whether a count read from it was invented."""
        bare = count.low is None and count.best is None and count.high is None
        return not (self.unnumbered and bare)


def measure() -> list[Figure]:
    """Read every document; return how many of a thousand were given a count."""
    ours, theirs = list(documents()), list(harmless_articles())
    failed = [(made, counts) for made in (*ours, *theirs) if (counts := invented_in(made))]
    supposed = [made for made in ours if invented_in(made, happened=False)]
    _write(failed)
    own = sum(1 for made, _ in failed if not made.key.startswith("article"))
    per_thousand = [
        Figure("per_thousand", round(1000 * own / len(ours), 2), "documents"),
        Figure("supposed_per_thousand", round(1000 * len(supposed) / len(ours), 2), "documents"),
    ]
    if theirs:
        share = round(1000 * (len(failed) - own) / len(theirs), 2)
        per_thousand.append(Figure("articles_per_thousand", share, "documents"))
    return [
        *per_thousand,
        Figure("documents", len(ours), "documents"),
        Figure("articles", len(theirs), "documents"),
    ]


def invented_in(made: Made, *, happened: bool = True) -> list[Count]:
    """Return the counts that a document was given by claims of what happened, or of the rest."""
    claims = read_text(made.key, made.text).claims
    return [
        count
        for claim in claims
        if _is_told_as_done(claim) is happened
        for count in claim.counts
        if made.invents(count)
    ]


def _is_told_as_done(claim: Claim) -> bool:
    real = claim.attribution.modality in (Modality.STATED, Modality.POSSIBLE)
    return real and claim.stage is Stage.ACCOMPLISHED


def _write(failed: Sequence[tuple[Made, list[Count]]]) -> None:
    """Write the documents that were given a count into the ignored folder."""
    PAGE.parent.mkdir(parents=True, exist_ok=True)
    lines = [
        f"{made.key}: {', '.join(f'{count.outcome.value} {count.raw!r}' for count in counts)}\n"
        f"    {' / '.join(made.text.split(chr(10)))[:600]}\n"
        for made, counts in failed
    ]
    PAGE.write_text("".join(lines), encoding="utf-8")


@dataclass(frozen=True, slots=True)
class Skeleton:
    """A text with slots, and where it stands."""

    theme: str
    number: int
    text: str
    unnumbered: bool

    def filled(self, turn: int) -> str:
        """Return the text with its slots filled, the same way for the same turn."""
        taken = iter(range(99))

        def word(match: re.Match[str]) -> str:
            choices = slots()[match[1]]
            key = f"{self.theme}/{self.number}/{turn}/{next(taken)}"
            return choices[int(hash_of(key), 16) % len(choices)]

        return _SLOT.sub(word, self.text)


@cache
def slots() -> Mapping[str, list[str]]:
    """Return what each slot may be filled with."""
    table = tomllib.loads((DATA / "slots.toml").read_text(encoding="utf-8"))
    return cast("Mapping[str, list[str]]", table)


@cache
def skeletons() -> tuple[Skeleton, ...]:
    """Return all skeletons, theme by theme."""
    found = []
    for path in sorted(DATA.glob("*.toml")):
        table = tomllib.loads(path.read_text(encoding="utf-8"))
        unnumbered = bool(table.get("unnumbered"))
        texts = table.get("texts", [])
        found += [Skeleton(path.stem, n, text, unnumbered) for n, text in enumerate(texts)]
    return tuple(found)


def documents() -> Iterator[Made]:
    """Yield every document: each skeleton plain, and in other shapes, some joined to others."""
    every = skeletons()
    for place, skeleton in enumerate(every):
        for turn in range(FILLS):
            key = f"{skeleton.theme}-{skeleton.number}-{turn}"
            others: list[Skeleton] = []
            if turn in (1, 5):
                at = int(hash_of(key), 16)
                others = [every[(place + 1 + at + step * 37) % len(every)] for step in range(turn)]
            told = [skeleton.filled(turn), *(other.filled(turn) for other in others)]
            text = _shaped("\n\n".join(told) if turn == 1 else " ".join(told), turn)
            unnumbered = any(one.unnumbered for one in (skeleton, *others))
            yield Made(key, text, unnumbered)


def _shaped(text: str, turn: int) -> str:
    """Return the text plain, in capitals, with noise, or without stops and broken off."""
    if turn == 2:
        return text.upper()
    if turn == 3:
        letters = enumerate(text)
        return "".join(c.translate(_NOISE) if _takes_noise(text, at) else c for at, c in letters)
    if turn == 4:
        bare = text.replace(".", "").replace(",", "")
        return bare[: len(bare) * 4 // 5]
    return text


def _takes_noise(text: str, at: int) -> bool:
    return hashlib.sha1(f"{at}/{text[:9]}".encode()).digest()[0] < 20  # noqa: S324


def harmless_articles() -> Iterator[Made]:
    """Yield the read articles of the place sets in which no word of harm stands."""
    for path in sorted((SHARED / "data" / "geoparsing").glob("*.dev-even.xml")):
        for article in etree.parse(path).getroot().iter("article"):
            key = f"{path.name.partition('.')[0]}/{article.get('docid')}"
            text = article.findtext("text") or ""
            digest = hash_of(article.get("docid"))
            if digest[0] <= "5" and part_of(digest) == "read" and not _HARM.search(text):
                yield Made(f"article/{key}", text)
