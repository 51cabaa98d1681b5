"""The page of mistakes: what was wrong, where, with the words around it.

It shows words of the documents, so it is written to the ignored folder and never kept in the
repository.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path

from bench.figures import Figure
from bench.undocs.shares import Mistake


def write_page(
    path: Path,
    figures: Sequence[Figure],
    fields: Mapping[str, Mapping[str, tuple[int, int]]],
    mistakes: Sequence[Mistake],
) -> None:
    """Write figures, the fields of each figure, and the mistakes, figure by figure."""
    lines = ["# undocs", "", "| figure | value | |", "|---|---|---|"]
    lines += [f"| {one.name} | {one.value:g} | {one.unit} |" for one in figures]
    for name, table in fields.items():
        lines += ["", f"## Fields of {name}", "", "| field | right | of |", "|---|---|---|"]
        lines += [f"| {field} | {right} | {of} |" for field, (right, of) in table.items() if of]
    for figure in dict.fromkeys(mistake.figure for mistake in mistakes):
        lines += ["", f"## {figure}", ""]
        shown = ""
        for mistake in mistakes:
            if mistake.figure == figure:
                lines += _mistake(mistake, is_new=mistake.around != shown)
                shown = mistake.around
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _mistake(mistake: Mistake, *, is_new: bool) -> list[str]:
    """Return the lines of one mistake; words that were just shown are not shown again."""
    said = f"wanted `{mistake.wanted or 'nothing'}`, got `{mistake.got or 'nothing'}`"
    lines = [f"- **{mistake.file}** {mistake.what}: {said}"]
    if mistake.around and is_new:
        words = (f"  {line}" for line in mistake.around.splitlines() if line.strip())
        lines += ["", "  ```", *words, "  ```", ""]
    return lines
