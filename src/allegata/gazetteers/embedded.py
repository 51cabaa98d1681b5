"""The gazetteer that comes with the program: GeoNames settlements, first-level units, countries.

In: nothing. Out: a ``PackedGazetteer``, ready in milliseconds and without a network.

>>> gazetteer = open_embedded()
>>> found = gazetteer.find("Raqqah", country="SY")
>>> [one.entry.id for one in found if one.entry.feature in ("settlement", "adm1")]
['geonames:172955', 'geonames-adm1:SY.04']
"""

from functools import cache
from importlib import resources

from allegata.gazetteers.packed import PackedGazetteer

_DATA = resources.files("allegata.gazetteers") / "data"


@cache
def open_embedded() -> PackedGazetteer:
    """Return the embedded gazetteer, opened once in a process; its credit stands in NOTICE too."""
    with resources.as_file(_DATA / "embedded.gaz") as path:
        return PackedGazetteer.open(path)
