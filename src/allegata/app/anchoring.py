"""Words found again in another text by themselves and by what stood around them.

>>> from allegata.model.decision import Anchor
>>> text = "Two fell. Two rose."
>>> agreement(Anchor("d", Span("t0", 10, 13), (), "Two", "fell. ", " rose.", ()), text, 10)
12
"""

import re
from typing import Protocol

from allegata.model.decision import CONTEXT
from allegata.model.document import TextLayer
from allegata.model.span import Span


class Anchored(Protocol):
    """What is quoted, and the code points before and after it."""

    @property
    def quote(self) -> str:
        """The words themselves."""
        ...

    @property
    def before(self) -> str:
        """What stood before them."""
        ...

    @property
    def after(self) -> str:
        """What stood after them."""
        ...


def find_again(anchor: Anchored, layer: TextLayer) -> Span | None:
    """Return where the quote stands in ``layer``: the place whose surroundings agree best.

    A quote that stands in several places is found only if one of them agrees better than all
    others.
    """
    if not anchor.quote:
        return None
    scored = sorted(
        (
            (agreement(anchor, layer.text, found.start()), found.start())
            for found in re.finditer(f"(?={re.escape(anchor.quote)})", layer.text)
        ),
        reverse=True,
    )
    if not scored or (len(scored) > 1 and scored[0][0] == scored[1][0]):
        return None
    start = scored[0][1]
    return Span(layer.id, start, start + len(anchor.quote))


def agreement(anchor: Anchored, text: str, start: int) -> int:
    """Return how many code points next to ``start`` agree with the anchor's surroundings."""
    end = start + len(anchor.quote)
    before = text[max(start - CONTEXT, 0) : start]
    return _common(anchor.before[::-1], before[::-1]) + _common(
        anchor.after, text[end : end + CONTEXT]
    )


def around(layer: TextLayer, span: Span) -> tuple[str, str]:
    """Return the code points before and after ``span`` by which it is found again."""
    before = layer.text[max(span.start - CONTEXT, 0) : span.start]
    return before, layer.text[span.end : span.end + CONTEXT]


def _common(one: str, other: str) -> int:
    for index, (left, right) in enumerate(zip(one, other, strict=False)):
        if left != right:
            return index
    return min(len(one), len(other))
