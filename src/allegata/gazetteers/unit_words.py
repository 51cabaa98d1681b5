"""Names of administrative units without the words that say what they are.

In: a name. Out: it without "Governorate", "محافظة", "Nahiyat" and the like. The words are those
of ``places.type_words``.

>>> bare_name("Tarnel Governorate"), bare_name("محافظة حلب"), bare_name("Nāḩiyat Tarnel")
('Tarnel', 'حلب', 'Tarnel')
>>> bare_name("Governorate")
'Governorate'
"""

import re
from functools import cache

from allegata.places.type_words import alternatives, unit_words


def bare_name(name: str) -> str:
    """Return ``name`` without such words before or behind it; itself where nothing is left."""
    before, behind = _patterns()
    return behind.sub("", before.sub("", name)).strip() or name


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    before, behind = map(alternatives, unit_words())
    return (
        re.compile(rf"^(?:{before})\s+(?=\S)", re.IGNORECASE),
        re.compile(rf"(?<=\S)\s+(?:{behind})$", re.IGNORECASE),
    )
