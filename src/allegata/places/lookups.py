"""What a gazetteer knows under a name in any romanisation.

In: a gazetteer, a name. Out: entries, most people first.

>>> from allegata.gazetteers.embedded import open_embedded
>>> [entry.feature for entry in near(open_embedded(), "Hasakah", country="SY")]
['settlement', 'adm1']
"""

from allegata.model.places import GazetteerEntry, NameMatch
from allegata.model.ports import Gazetteer


def near(gazetteer: Gazetteer, name: str, *, country: str | None = None) -> list[GazetteerEntry]:
    """Return the entries of that name in any romanisation, but units below the first level.

    Those are too many to be meant where nobody says so.
    """
    entries = [
        found.entry
        for found in gazetteer.find(name, country=country)
        if found.match is not NameMatch.SKELETON and found.entry.feature not in ("adm2", "adm3")
    ]
    return sorted(entries, key=lambda entry: -(entry.population or 0))
