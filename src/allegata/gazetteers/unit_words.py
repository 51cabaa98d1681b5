"""Names of administrative units without the words that say what they are.

In: a name. Out: it without "Governorate", "محافظة", "Nahiyat" and the like. The words are data:
``data/unit_words.toml``.

>>> bare_name("Tarnel Governorate"), bare_name("محافظة حلب"), bare_name("Nāḩiyat Tarnel")
('Tarnel', 'حلب', 'Tarnel')
>>> bare_name("Governorate")
'Governorate'
"""

import re
import tomllib
from functools import cache
from importlib import resources


def bare_name(name: str) -> str:
    """Return ``name`` without such words before or behind it; itself where nothing is left."""
    before, behind = _patterns()
    return behind.sub("", before.sub("", name)).strip() or name


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    path = resources.files("allegata.gazetteers") / "data" / "unit_words.toml"
    entries = tomllib.loads(path.read_text(encoding="utf-8"))["entry"]

    def alternatives(place: str) -> str:
        words = {word for entry in entries if entry["stands"] == place for word in entry["forms"]}
        return "|".join(re.escape(word) for word in sorted(words, key=lambda w: (-len(w), w)))

    return (
        re.compile(rf"^(?:{alternatives('before')})\s+(?=\S)", re.IGNORECASE),
        re.compile(rf"(?<=\S)\s+(?:{alternatives('behind')})$", re.IGNORECASE),
    )
