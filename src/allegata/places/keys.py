"""Keys under which the spellings of one place's name meet.

In: a name as written, in any script. Out: a key, compared with ``==``. Three keys, each looser than
the one before, so that a match can say how far it had to reach:

* ``plain_key``: case, diacritics, apostrophes, hyphens, Arabic letter forms;
* ``name_key``: besides, articles and the romanisations of Arabic ("Dayr al-Zawr", "Deir ez-Zor");
* ``skeleton_key``: the consonants alone, the same for Latin, Arabic and Cyrillic script.

>>> name_key("Ar Raqqah") == name_key("al-Raqqa") == name_key("Raqqah")
True
>>> name_key("Dayr al-Zawr") == name_key("Deir ez-Zor") == name_key("Deir Ezzor")
True
>>> skeleton_key("دير الزور") == skeleton_key("Dayr az Zawr")
True
>>> skeleton_key("Эль-Маядин") == skeleton_key("Al Mayādīn")
True
>>> plain_key("Al Ḩasakah")
'al hasakah'
"""

import re
import unicodedata
from functools import lru_cache

from allegata.text.letters import APOSTROPHES, ARABIC, LATIN

_APOSTROPHES = re.compile(f"[{APOSTROPHES}.]")
_NOT_WORD = re.compile(r"[\W_]+")
_FOLDS = str.maketrans({**LATIN, **ARABIC, "ګ": "ك", "گ": "ك", "ء": None})
_ARABIC = re.compile("[\u0620-\u064a]")
_ARABIC_ARTICLE = re.compile(r"\b(?:ال)(?=\w{2})")

# The l of the article becomes the sun letter that follows: "ar-Raqqah", "ash-Sharqi", "ez-Zor".
_ARTICLE = re.compile(
    r"\b(?:[aeu]l|[aeu](?:(?=\w+ sh)sh|(?=\w+ th)th|(?=\w+ dh)dh|([dnrstzl])(?= \1))) (?=\w{2})"
)
_JOINED_ARTICLE = re.compile(r"(?<= )[ae](?:sh(?=sh)|([dnrstz])(?=\1))(?=\w{3})")  # "Deir Ezzor"
_ROMANISATIONS = tuple(
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        (r"\b(?:abou|albu|bu)\b", "abu"),
        (r"\bt[ae]l+\b", "tal"),
        (r"dj", "j"),
        (r"tch", "ch"),
        (r"q", "k"),
        (r"(?:ay|ai|ei|ey)(?![aeiou])", "e"),
        (r"(?:aw|au|ow|ou|oo|o)(?![aeiou])", "u"),
        (r"ee|iy+|i?yy+", "i"),
        (r"(?<=\w\w)(?:ah|eh|e|at|et|i[ae]h?)\b", "a"),  # the feminine ending, however written
        (r"(\w)\1+", r"\1"),
    )
)

_LATIN_CONSONANTS = tuple(
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        (r"\b(?:abou|albu|abu)\b", "bu"), (r"tch|sh|ch", "š"),
        (r"kh", "h"), (r"gh", "g"), (r"dh", "z"), (r"th", "t"), (r"dj", "j"),
        (r"ph", "f"), (r"[qc]", "k"), (r"p", "b"), (r"[vw]", "w"),
        # letters are doubled in Latin only, so this comes before the vowels go
        (r"(?<=\w)(?:[aei]h?|at|et)\b", ""), (r"(\w)\1+", r"\1"), (r"[aeiouyw]", ""),
    )
)  # fmt: skip
_ARABIC_CONSONANTS = str.maketrans(
    {
        "ب": "b", "ت": "t", "ث": "t", "ج": "j", "ح": "h", "خ": "h", "د": "d", "ذ": "z", "ر": "r",
        "ز": "z", "س": "s", "ش": "š", "ص": "s", "ض": "d", "ط": "t", "ظ": "z", "غ": "g", "ف": "f",
        "ق": "k", "ك": "k", "ل": "l", "م": "m", "ن": "n", "ه": "h", "پ": "b", "چ": "š", "ژ": "j",
        "ا": None, "و": None, "ي": None, "ع": None, "ئ": None, "ؤ": None,
    }
)  # fmt: skip
# As Russian and Ukrainian write the letters of other scripts, and as Latin writes theirs.
_CYRILLIC = str.maketrans(
    {
        "а": "a", "б": "b", "в": "v", "г": "g", "ґ": "g", "д": "d", "е": "e", "є": "e", "ж": "j",
        "з": "z", "и": "i", "і": "i", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p",
        "р": "r", "с": "s", "т": "t", "у": "u", "ў": "u", "ф": "f", "х": "kh", "ц": "ts",
        "ч": "ch", "ш": "sh", "щ": "sh", "ъ": None, "ы": "y", "ь": None, "э": "e", "ю": "yu",
        "я": "ya",
    }
)  # fmt: skip


@lru_cache(maxsize=1 << 15)
def plain_key(name: str) -> str:
    """Return ``name`` without case, diacritics, apostrophes, hyphens and Arabic letter variants."""
    decomposed = unicodedata.normalize("NFKD", _APOSTROPHES.sub("", name)).casefold()
    bare = "".join(c for c in decomposed if not unicodedata.combining(c)).translate(_FOLDS)
    words = _NOT_WORD.sub(" ", bare).strip()
    return _ARABIC_ARTICLE.sub("", words) if _ARABIC.search(words) else words


def name_key(name: str) -> str:
    """Return the key shared by the usual romanisations of one name; "" where nothing is left."""
    key = plain_key(name)
    while True:
        folded = _romanised(key)
        if folded == key:
            return key
        key = folded


def skeleton_key(name: str) -> str:
    """Return the consonants of ``name``, one key for Latin, Arabic and Cyrillic script.

    Short skeletons fit many places: ask for three letters or more before trusting one.
    """
    words = without_article(plain_key(name).translate(_CYRILLIC))
    if _ARABIC.search(words):
        words = re.sub(r"(?<=\w\w)ه\b", "", words)
        return words.translate(_ARABIC_CONSONANTS).replace(" ", "")
    for pattern, replacement in _LATIN_CONSONANTS:
        words = pattern.sub(replacement, words)
    return words.replace(" ", "")


def without_article(key: str) -> str:
    """Return a plain key without the Arabic articles in it, as Latin letters write them."""
    return _JOINED_ARTICLE.sub("", _ARTICLE.sub("", key))


def _romanised(key: str) -> str:
    """Return ``key`` after one round of dropping articles and folding romanisations."""
    key = without_article(key)
    for pattern, replacement in _ROMANISATIONS:
        key = pattern.sub(replacement, key)
    return key.strip()
