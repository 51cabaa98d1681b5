"""What a converter makes of a source file: layers, blocks, pages and doubts.

The document's identity and what was told of it come from the source file, so a converter (and a
process that runs one on a hostile file) says only what it read. ``check`` holds its laws.

>>> check(Converted((TextLayer("t0", LayerKind.NATIVE, "plain@1", "Two", (Region(0, 3),)),)))
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass, field

from allegata.model.document import Block, Metadata, Region, TextLayer
from allegata.model.doubt import Doubt
from allegata.model.errors import ContractError
from allegata.model.vocabularies import LayerKind

BLOCK_KINDS = frozenset(
    ("heading", "paragraph", "list_item", "cell", "footnote", "caption", "quote", "furniture")
)


@dataclass(frozen=True, slots=True)
class Converted:
    """``pages`` is None where the format has none."""

    layers: tuple[TextLayer, ...]
    blocks: tuple[Block, ...] = ()
    pages: int | None = None
    doubts: tuple[Doubt, ...] = ()
    metadata: Metadata = field(default_factory=Metadata)


def native(tool: str, text: str, regions: tuple[Region, ...]) -> TextLayer:
    """Return the first layer, ``t0``, of a document."""
    return TextLayer("t0", LayerKind.NATIVE, tool, text, regions)


def check(converted: Converted) -> None:
    """Hold the laws: regions and blocks lie in their layer, sorted, and do not overlap.

    Raises:
        ContractError: ``convert.contract``, naming the first thing that does not hold.
    """
    if not converted.layers or converted.layers[0].id != "t0":
        raise _broken("the first layer is not t0")
    lengths = {layer.id: len(layer.text) for layer in converted.layers}
    if len(lengths) != len(converted.layers):
        raise _broken("two layers have one id")
    for layer in converted.layers:
        _check_order(((r.start, r.end) for r in layer.regions), len(layer.text), "region")
        for region in layer.regions:
            _check_region(region, converted.pages)
    for layer_id, length in lengths.items():
        ranges = [(b.start, b.end) for b in converted.blocks if b.layer == layer_id]
        _check_order(ranges, length, "block")
    for block in converted.blocks:
        if block.layer not in lengths or block.kind not in BLOCK_KINDS:
            raise _broken(f"{block} is in no layer or of no known kind")
    for start in converted.metadata.annexes:
        if not 0 <= start < lengths["t0"]:
            raise _broken(f"an annex begins at {start}, outside the first layer")
    for doubt in converted.doubts:
        if doubt.span and doubt.span.end > lengths.get(doubt.span.layer, -1):
            raise _broken(f"the doubt {doubt.code} points outside its layer")


def _check_order(ranges: Iterable[tuple[int, int]], length: int, what: str) -> None:
    at = 0
    for start, end in ranges:
        if not at <= start < end <= length:
            raise _broken(f"the {what} {start}..{end} is empty, out of order or out of the layer")
        at = end


def _check_region(region: Region, pages: int | None) -> None:
    if region.page is not None and not 1 <= region.page <= (pages or 0):
        raise _broken(f"page {region.page} of {pages}")
    if region.box is not None:
        box = region.box
        if not all(map(math.isfinite, (box.x0, box.y0, box.x1, box.y1))):
            raise _broken(f"{box} is no rectangle")


def _broken(what: str) -> ContractError:
    return ContractError("convert.contract", f"The converter broke its promise: {what}.")
