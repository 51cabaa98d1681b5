"""A coded doubt about data, kept with the data and never smoothed away."""

from dataclasses import dataclass

from allegata.model.span import Span


@dataclass(frozen=True, slots=True)
class Doubt:
    """``code`` is stable (``count.parts_disagree``); ``message`` is plain English for a person."""

    code: str
    message: str
    span: Span | None = None
