"""A half-open range of Unicode code points in one named text layer.

>>> span = Span("t0", 4, 9)
>>> "The eight"[span.start:span.end]
'eight'
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """``layer.text[start:end]`` is the evidence. Offsets count code points, never UTF-16 units."""

    layer: str
    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"a span needs 0 <= start <= end, not {self.start}..{self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def covers(self, other: "Span") -> bool:
        """Say whether ``other`` lies wholly inside this span, in the same layer."""
        return self.layer == other.layer and self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        """Say whether the two share at least one code point of the same layer."""
        return self.layer == other.layer and self.start < other.end and other.start < self.end
