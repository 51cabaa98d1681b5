"""The entries of a country by how their names sound, for names in Chinese characters.

In: entries with their names. Out: those one of whose names has the sound of another. No list of
names in Chinese has the villages; the table is made when a document first asks for one.

>>> town = GazetteerEntry("x:1", "Al Mayādīn", "SY", "settlement", 35.0, 40.4, 44_000, None, None)
>>> [entry.id for entry in by_sound([(town, [town.name])])[sound_key("迈亚丁")]]
['x:1']
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from allegata.model.places import GazetteerEntry
from allegata.places.sounds import is_han, sound_key

_FEATURES = frozenset({"settlement", "adm1", "adm2", "adm3"})


def by_sound(
    entries: Iterable[tuple[GazetteerEntry, Iterable[str]]],
) -> Mapping[str, tuple[GazetteerEntry, ...]]:
    """Return settlements and units by the keys of their names' sounds, most people first."""
    found: dict[str, list[GazetteerEntry]] = defaultdict(list)
    for entry, names in entries:
        if entry.feature in _FEATURES:
            for key in sorted({sound_key(name) for name in names if not is_han(name)} - {""}):
                found[key].append(entry)
    return {
        key: tuple(sorted(held, key=lambda one: (-(one.population or 0), one.id)))
        for key, held in found.items()
    }
