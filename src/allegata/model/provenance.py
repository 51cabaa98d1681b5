"""Evidence: the words that say it. A quote always equals its layer's slice."""

from dataclasses import dataclass

from allegata.model.span import Span


@dataclass(frozen=True, slots=True)
class Evidence:
    """``quote == layer.text[start:end]``, code points; ``page`` from 1, if pages exist."""

    layer: str
    start: int
    end: int
    page: int | None
    quote: str

    @property
    def span(self) -> Span:
        """The range without its words."""
        return Span(self.layer, self.start, self.end)
