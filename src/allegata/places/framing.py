"""What a text asks where a mention is already known: the name without its type words.

In: a text, a span of it that is a place, a gazetteer, the words of its language. Out: an ``Ask``.

>>> from allegata.gazetteers.embedded import open_embedded
>>> from allegata.places.words import load_place_words
>>> known = open_embedded(), load_place_words("en")
>>> ask_at("in Corun district", 3, 8, *known)
Ask(start=3, end=8, names=('Corun',), kind='admin', is_framed=True)
>>> ask_at("in Corun district", 3, 17, *known).names, ask_at("Mexico City", 0, 11, *known).names
(('Corun',), ('Mexico City',))
>>> ask_at("the town of Corun", 12, 17, *known).kind
'settlement'
"""

from allegata.lang.countries import country_named
from allegata.model.places import NameMatch, PlaceMention
from allegata.model.ports import Gazetteer
from allegata.places.asking import Ask
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
        is_whole = any(found.match is NameMatch.EXACT for found in gazetteer.find(raw))
        return Ask(start, end, (raw if is_whole else name,), kind, is_framed=True)
    after = words.after.match(text, end)
    kind = words.kinds[after[1].lower()] if after is not None else None
    if kind is None:
        before = words.before.found_before(text, start)
        kind = words.kinds[words.type_of_lead[before]] if before is not None else None
    if kind is None or kind in _STAY_OUTSIDE:
        return Ask(start, end, (raw,))
    return Ask(start, end, (raw,), kind, is_framed=True)


def ask_of(mention: PlaceMention) -> Ask:
    """Return what a mention asks whose name is already told apart from its type words."""
    name = mention.name or mention.raw
    is_framed = mention.raw != name
    return Ask(mention.span.start, mention.span.end, (name,), mention.kind, is_framed)
