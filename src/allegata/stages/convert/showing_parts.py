"""Which part of a page is shown, and how large: within the page, and within measure.

>>> scale_for("n", (600.0, 800.0), Box(-5, 10, 50, 30), 2.0)
(Box(x0=0.0, y0=10, x1=50, y1=30), 2.0)
"""

import math

from allegata.model.document import Box
from allegata.model.errors import InputError

MOST_PIXELS = 12_000_000  # an A4 page at 300 dpi has 9 million
MOST_SIDE = 8000


def scale_for(
    name: str, size: tuple[float, float], box: Box | None, scale: float
) -> tuple[Box, float]:
    """Return the part of a page of this size that is shown, and how many pixels one unit becomes.

    Raises:
        InputError: ``convert.show.no_part``.
    """
    width, height = size
    wanted = box or Box(0.0, 0.0, width, height)
    part = Box(
        max(wanted.x0, 0.0), max(wanted.y0, 0.0), min(wanted.x1, width), min(wanted.y1, height)
    )
    across, down = part.x1 - part.x0, part.y1 - part.y0
    if not (across > 0 and down > 0 and scale > 0 and math.isfinite(across * down * scale)):
        raise InputError(
            "convert.show.no_part",
            f"{name} has nothing at the place that is to be shown.",
            "Show the whole page.",
        )
    most = min(math.sqrt(MOST_PIXELS / (across * down)), MOST_SIDE / max(across, down))
    return part, min(scale, most)


def no_such_page(name: str, number: int, count: int) -> InputError:
    """Return the refusal of a page that the document does not have."""
    return InputError(
        "convert.show.no_page",
        f"{name} has {count} pages, and no page {number}.",
        "Choose one of its pages.",
    )
