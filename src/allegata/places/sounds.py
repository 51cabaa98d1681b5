"""Keys under which a name in Chinese characters meets the same name in Latin or Arabic letters.

Chinese writes foreign names by their sound, as near as its syllables come: it knows no r beside l
and no voiced beside voiceless. So the key keeps the consonants by kind alone, and of a short name,
which would fit many, the vowels too.

>>> sound_key("荷台达") == sound_key("Al Ḩudaydah")
True
>>> sound_key("布查") == sound_key("Bucha") != sound_key("Bocha")
True
>>> sound_key("مدينة")
''
"""

import json
import re
from functools import cache, lru_cache
from importlib import resources
from typing import Final

from allegata.places.keys import plain_key, without_article

LEAST: Final = 3  # consonants that tell a name without its vowels
_HAN = re.compile("[\u3400-\u9fff]")
_LATIN = re.compile(r"[a-z ]+")
# Kinds of consonants, in the order in which they are tried; w and y are no more than vowels.
_KINDS: Final = tuple(
    (re.compile(pattern), kind)
    for pattern, kind in (
        (r"ng(?![aeiou])", "N"), (r"tch|ch|dj|zh|[jq]", "J"), (r"sh|ts|dz|dh|[szcx]", "S"),
        (r"kh", "H"),
        (r"gh", "K"), (r"ph|[fv]", "F"), (r"th|[dt]", "T"), (r"[bp]", "B"), (r"[gk]", "K"),
        (r"h(?=[aeiouyw])", "H"), (r"h", ""), (r"[lr]", "L"), (r"n", "N"),
        (r"m", "M"), (r"[wy]", ""),
    )
)  # fmt: skip


def is_han(name: str) -> bool:
    """Say whether a name is written in Chinese characters."""
    return _HAN.search(name) is not None


@lru_cache(maxsize=1 << 12)
def sound_key(name: str) -> str:
    """Return the key of a name's sound; "" of a script that it cannot be told of."""
    words = _spoken(name) if is_han(name) else without_article(plain_key(name))
    if not words or not _LATIN.fullmatch(words):
        return ""
    kept = words
    for pattern, kind in _KINDS:
        kept = pattern.sub(kind, kept)
    kept = re.sub(r"([A-Z])\1+", r"\1", kept.replace(" ", ""))
    bare = re.sub(r"[a-z]+", "", kept)
    return bare if len(bare) >= LEAST else re.sub(r"([a-z])[a-z]*", r"\1", kept)


def _spoken(name: str) -> str:
    """Return how a name in Chinese characters sounds; "" where one of them is not known."""
    syllables = [_syllables().get(character, "") for character in plain_key(name).replace(" ", "")]
    return "".join(syllables) if all(syllables) else ""


@cache
def _syllables() -> dict[str, str]:
    text = resources.files("allegata.places").joinpath("han_sounds.json").read_text("utf-8")
    return {
        character: syllable
        for syllable, characters in json.loads(text).items()
        for character in characters
    }
