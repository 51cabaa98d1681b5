"""What a locked process is told of the file that it gets.

>>> Order("convert", "letter.pdf", "application/pdf", Limits()).view is None
True
"""

from dataclasses import dataclass

from allegata.model.document import Box
from allegata.runners.limits import Limits


@dataclass(frozen=True, slots=True)
class View:
    """Which page to show, the whole of it or a part, and how large."""

    page: int
    dpi: int
    box: Box | None = None


@dataclass(frozen=True, slots=True)
class Order:
    """What is said of the file whose bytes follow; ``task`` is ``convert`` or ``show``."""

    task: str
    name: str
    media_type: str
    limits: Limits
    encoding: str | None = None
    view: View | None = None
