"""What a gazetteer knows under a name, by how near the spelling is and by the size of the unit.

In: a gazetteer, a name. Out: entries, most people first.

>>> from allegata.gazetteers.embedded import open_embedded
>>> [entry.feature for entry in near(open_embedded(), "Hasakah", country="SY")]
['settlement', 'adm1']
>>> [entry.feature for entry in near(open_embedded(), "Hasakah", country="SY", districts=True)]
['adm2']
"""

from allegata.model.places import GazetteerEntry, NameMatch
from allegata.model.ports import Gazetteer


def near(
    gazetteer: Gazetteer, name: str, *, country: str | None = None, districts: bool = False
) -> list[GazetteerEntry]:
    """Return the entries of that name in any romanisation; of the second level with ``districts``.

    Units of the second level are too many to be meant where nobody says so.
    """
    return _chosen(gazetteer, name, country, is_near=True, districts=districts)


def alike(
    gazetteer: Gazetteer, name: str, *, country: str, districts: bool = False
) -> list[GazetteerEntry]:
    """Return the entries of that name, or where there are none, those of its consonants."""
    return _chosen(gazetteer, name, country, is_near=True, districts=districts) or _chosen(
        gazetteer, name, country, is_near=False, districts=districts
    )


def _chosen(
    gazetteer: Gazetteer, name: str, country: str | None, *, is_near: bool, districts: bool
) -> list[GazetteerEntry]:
    entries = [
        found.entry
        for found in gazetteer.find(name, country=country)
        if (found.match is not NameMatch.SKELETON) == is_near
        and (found.entry.feature in ("adm2", "adm3")) == districts
    ]
    return sorted(entries, key=lambda entry: -(entry.population or 0))
