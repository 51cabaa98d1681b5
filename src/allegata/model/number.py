"""What a person read in the picture of a number that OCR had read.

>>> seen = NumberSeen("sha256:00", Span("t0", 4, 6), "٢٣", "قتل ", " مدنيا", "23", "r1", "2031")
>>> seen.taken_back
False
"""

from dataclasses import dataclass

from allegata.model.span import Span

NUMBER_UNSEEN = "count.number_unseen"  # the doubt of a count whose number nobody has looked at
NUMBER_DIFFERS = "count.number_differs"  # and of one that is not what was seen


@dataclass(frozen=True, slots=True)
class NumberSeen:
    """``quote`` is what OCR read at ``span``, between ``before`` and ``after``.

    ``value`` is what the person typed: digits, "" where they saw no number there, None where they
    take back what was said of this number before.
    """

    document: str
    span: Span
    quote: str
    before: str
    after: str
    value: str | None
    reviewer: str
    at: str

    @property
    def taken_back(self) -> bool:
        """Say whether the number is to be looked at again."""
        return self.value is None
