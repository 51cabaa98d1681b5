"""The set ``voices``: who says what, how firmly, and of which incident, in passages of our own.

Figures are on check; those of the read part have the ending ``_read``. Mistakes of the read part
are written with their words into ``bench/out/voices.md``.
"""

from collections import Counter
from pathlib import Path

from allegata.model.document import SourceFile
from allegata.model.ids import content_id
from allegata.model.reading import Reading, Refusal
from allegata.wiring import read
from bench.figures import Figure
from bench.voices.gold import Passage, load_passages
from bench.voices.scoring import Tallies, score

PAGE = Path(__file__).resolve().parents[1] / "out" / "voices.md"


def measure() -> list[Figure]:
    """Read all passages and return the figures of both parts."""
    passages = load_passages()
    figures: list[Figure] = []
    for part, ending in (("check", ""), ("read", "_read")):
        pairs = [(one, read_passage(one)) for one in passages if one.part == part]
        tallies = score(pairs)
        figures += [
            Figure(f"{name}{ending}", round(100 * tallies.right[name] / asked, 1), f"% of {asked}")
            for name, asked in sorted(tallies.asked.items())
        ]
        if part == "read":
            _write_page(tallies, {one.id: one for one in passages})
    return figures


def read_passage(passage: Passage) -> Reading:
    """Return the reading of one passage, as a plain text of its day."""
    content = passage.text.encode()
    source = SourceFile(
        id=content_id(content),
        name=passage.id,
        content=content,
        media_type="text/plain",
        encoding="utf-8",
        language="en",
        published=passage.published,
    )
    reading = read(source)
    if isinstance(reading, Refusal):
        raise TypeError(f"{passage.id} was refused: {reading.code}")
    return reading


def _write_page(tallies: Tallies, passages: dict[str, Passage]) -> None:
    """Write the mistakes, the most frequent kind first, each with its passage."""
    often = Counter(figure for _, figure, _, _ in tallies.mistakes)
    lines = ["# Mistakes on the read part of `voices`", ""]
    for figure, number in often.most_common():
        lines += [f"## {figure}: {number} of {tallies.asked[figure]}", ""]
        lines += [
            f"- {key}: gold «{gold}», read «{read}»".replace("\n", " ")
            for key, name, gold, read in tallies.mistakes
            if name == figure
        ]
        lines.append("")
    wrong = {key for key, *_ in tallies.mistakes}
    for key in sorted(wrong):
        lines += [f"### {key}", "", passages[key].text.strip(), ""]
    PAGE.parent.mkdir(parents=True, exist_ok=True)
    PAGE.write_text("\n".join(lines), encoding="utf-8")
