"""A range of people with an open end, or the difference of two.

>>> Range(5, None).is_told, Range(None, None).is_told
(True, False)
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Range:
    """The least and the most, None where it is open. A difference may be below zero."""

    low: int | None
    high: int | None

    @property
    def is_told(self) -> bool:
        """Whether any number is known."""
        return self.low is not None or self.high is not None
