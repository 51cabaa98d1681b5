r"""Many words as one expression that costs little: alternatives that share a beginning share it.

In: words and phrases in small letters. Out: an expression for any of them, longest first, in which
a blank stands for any white space. ``re`` tries alternatives one after the other; shared beginnings
make that a walk down a tree instead. Match against ``fold_text``, which changes no offset.

>>> alternation(["may", "march", "the day"])
'(?:ma(?:rch|y)|the\\s+day)'
>>> import re
>>> re.match(alternation(["two", "twofold"]), "twofold").group()
'twofold'
"""

import re
from collections.abc import Iterable
from functools import lru_cache

_END = ""  # the key of a node at which a word may end
_SPACE = " "
_FOLDING = str.maketrans(
    {"\u2019": "'", "\u2018": "'", "\u02bf": "'", "\u2010": "-", "\u2011": "-"}
)
_Node = dict[str, "_Node"]


@lru_cache(maxsize=512)  # a sentence is asked about many times in a row
def fold_text(text: str) -> str:
    """Return ``text`` in small letters with one kind of apostrophe and hyphen, as long as it was.

    A letter whose small form is two characters stays as it is.

    >>> fold_text("Sha‘fah İ")
    "sha'fah İ"
    """
    small = text.lower()
    if len(small) != len(text):
        small = "".join(c if len(s := c.lower()) != 1 else s for c in text)
    return small.translate(_FOLDING)


def alternation(words: Iterable[str]) -> str:
    """Return an expression for any of ``words``, the longest that fits; none match nowhere."""
    root: _Node = {}
    for word in words:
        node = root
        for character in _SPACE.join(word.split()):
            node = node.setdefault(character, {})
        node[_END] = {}
    return _expression(root) if root else "(?!)"


def _expression(node: _Node) -> str:
    """Return what may follow at ``node``; a word that goes on is tried before one that ends."""
    branches = [
        _literal(character) + _expression(after) if after.keys() != {_END} else _literal(character)
        for character, after in sorted(node.items())
        if character != _END
    ]
    if not branches:
        return ""
    joined = branches[0] if len(branches) == 1 and _END not in node else f"(?:{'|'.join(branches)})"
    return f"{joined}?" if _END in node else joined


def _literal(character: str) -> str:
    return r"\s+" if character == _SPACE else re.escape(character)
