"""Pictures of pages and of words, made from the original each time and kept nowhere.

>>> with_margin(Box(100.0, 40.0, 130.0, 52.0))
Box(x0=76.0, y0=28.0, x1=154.0, y1=64.0)
"""

from dataclasses import dataclass

from allegata.app.rereading import source_again
from allegata.app.viewing import require_document
from allegata.model.casefile import StoredDocument
from allegata.model.document import Box, Region
from allegata.model.errors import ContractError, InputError
from allegata.model.ports import Renderer
from allegata.model.span import Span
from allegata.model.store_port import CaseStore

_PNG = b"\x89PNG\r\n\x1a\n"
_SHARP = 300  # dots per inch of a picture of words
_MARGIN = 1.0  # above and below, of a line's height: the lines around are seen in part
_SIDE_MARGIN = 2.0  # left and right: the words beside it are seen


@dataclass(frozen=True, slots=True)
class Camera:
    """Where originals are and how pages of them are pictured."""

    store: CaseStore
    render: Renderer | None

    def page(self, document_id: str, page: int) -> bytes:
        """Return a page as PNG.

        Raises:
            InputError: the document has no such page, or none that can be pictured.
        """
        stored = self._stored(document_id)
        if stored.summary.pages is None or not 1 <= page <= stored.summary.pages:
            raise _no_picture(f"{stored.name} has no page {page} to show.")
        return self._picture(stored, page, None)

    def words(self, document_id: str, span: Span) -> bytes:
        """Return the words of ``span`` as PNG, with a margin around them.

        Raises:
            InputError: it is not known where on a page they stand.
        """
        stored = self._stored(document_id)
        with self.store.read() as reader:
            layers = {kept.layer.id: kept.layer for kept in reader.layers(document_id)}
        layer = layers.get(span.layer)
        inside = layer is not None and span.end <= len(layer.text)
        regions = layer.regions_of(span) if layer is not None and inside else ()
        placed = [region for region in regions if region.page is not None and region.box]
        if not placed or placed[0].page is None:
            raise _no_picture("It is not known where on a page these words stand.")
        page = placed[0].page
        return self._picture(stored, page, with_margin(_around(placed, page)), dpi=_SHARP)

    def _stored(self, document_id: str) -> StoredDocument:
        with self.store.read() as reader:
            return require_document(reader, document_id)

    def _picture(
        self, stored: StoredDocument, page: int, box: Box | None, *, dpi: int = 150
    ) -> bytes:
        if self.render is None:
            raise _no_picture("Pages cannot be pictured here.")
        png = self.render(source_again(self.store, stored), page, box=box, dpi=dpi)
        if not png.startswith(_PNG):
            raise ContractError("case.no_png", f"The picture of page {page} is no PNG.")
        return png


def with_margin(box: Box) -> Box:
    """Return ``box`` with about a line's height around it, not beyond the top left corner."""
    line = box.y1 - box.y0
    return Box(
        x0=max(box.x0 - _SIDE_MARGIN * line, 0.0),
        y0=max(box.y0 - _MARGIN * line, 0.0),
        x1=box.x1 + _SIDE_MARGIN * line,
        y1=box.y1 + _MARGIN * line,
    )


def _around(regions: list[Region], page: int) -> Box:
    """Return the smallest box around those regions that stand on ``page``."""
    boxes = [region.box for region in regions if region.page == page and region.box is not None]
    return Box(
        min(box.x0 for box in boxes),
        min(box.y0 for box in boxes),
        max(box.x1 for box in boxes),
        max(box.y1 for box in boxes),
    )


def _no_picture(message: str) -> InputError:
    return InputError("case.no_picture", message, "Scans, images and PDF files have pictures.")
