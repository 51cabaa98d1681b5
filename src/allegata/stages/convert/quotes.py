"""Passages that quote another text: a doubt for the document that holds them.

>>> [doubt.code for doubt in quoted_doubt([Block("t0", 3, 9, "quote")])]
['convert.quoted_text']
"""

from collections.abc import Sequence

from allegata.model.document import Block
from allegata.model.doubt import Doubt
from allegata.model.span import Span


def quoted_doubt(blocks: Sequence[Block]) -> tuple[Doubt, ...]:
    """Return a doubt, with the first place, if any block is quoted."""
    quoted = [block for block in blocks if block.kind == "quote"]
    if not quoted:
        return ()
    message = (
        f"{len(quoted)} passages are set off as quoted from another text; "
        "what they say is not the author's own word."
    )
    first = quoted[0]
    return (Doubt("convert.quoted_text", message, Span(first.layer, first.start, first.end)),)
