"""What a text asks where a mention is already known: the name without its type words.

In: a text, a span of it that is a place, a gazetteer, the words of its language. Out: an ``Ask``.

>>> from allegata.gazetteers.embedded import open_embedded
>>> from allegata.places.words import load_place_words
>>> known = open_embedded(), load_place_words("en")
>>> ask_at("in Corun district", 3, 8, *known)
Ask(start=3, end=8, names=('Corun',), kind='district', is_framed=True)
>>> ask_at("in Corun district", 3, 17, *known).names, ask_at("Mexico City", 0, 11, *known).names
(('Corun',), ('Mexico City',))
>>> ask_at("the town of Corun", 12, 17, *known).kind
'settlement'
"""

from allegata.lang.countries import country_named
from allegata.model.places import NameMatch, PlaceMention
from allegata.model.ports import Gazetteer
from allegata.places.asking import Ask
from allegata.places.type_words import kind_before, kind_said
from allegata.places.words import PlaceWords

_STAY_OUTSIDE = frozenset({"facility", "region"})  # "the Corun hospital": Corun is the town


def ask_at(text: str, start: int, end: int, gazetteer: Gazetteer, words: PlaceWords) -> Ask:
    """Return what ``text`` asks at ``start..end``: type words inside and beside the span count."""
    raw = text[start:end]
    if country_named(raw) is not None:
        return Ask(start, end, (raw,))  # "the U.S. District Court"
    name, _, last = raw.rpartition(" ")
    kind = words.kinds.get(last.lower())
    if name and kind is not None:
        kind = kind_said(last) or kind
        is_whole = any(found.match is NameMatch.EXACT for found in gazetteer.find(raw))
        return Ask(start, end, (raw if is_whole else name,), kind, is_framed=True)
    after = words.after.match(text, end)
    word = after[1].lower() if after is not None else ""
    if not word:
        before = words.before.found_before(text, start)
        word = words.type_of_lead[before] if before is not None else ""
    if not word or words.kinds[word] in _STAY_OUTSIDE:
        return Ask(start, end, (raw,))
    kind = kind_said(word) or words.kinds[word]
    return Ask(start, end, (raw,), kind, is_framed=True)


def ask_of(mention: PlaceMention, text: str) -> Ask:
    """Return what a mention of ``text`` asks whose name is already told apart from its type words.

    A type word that leads to it ("village of") stands before it in the text.
    """
    name, (start, end) = mention.name or mention.raw, (mention.span.start, mention.span.end)
    if mention.raw != name:
        said = kind_said(mention.raw.replace(name, "", 1))
        return Ask(start, end, (name,), said or mention.kind, is_framed=True)
    led = kind_before(text, start)
    return Ask(start, end, (name,), led or mention.kind, is_framed=bool(led))
