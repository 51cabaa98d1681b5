"""The gazetteer that comes with the program: GeoNames settlements, first-level units, countries.

In: nothing. Out: an ``EmbeddedGazetteer``, ready in milliseconds and without a network.

>>> gazetteer = open_embedded()
>>> [entry.id for entry in gazetteer.lookup("Raqqah", country="SY")]
['geonames:172955', 'geonames-adm1:SY.04']
"""

from functools import cache
from importlib import resources

from allegata.gazetteers.packed import PackedGazetteer

_DATA = resources.files("allegata.gazetteers") / "data"


class EmbeddedGazetteer(PackedGazetteer):
    """The packed gazetteer inside the package; its credit is in ``header`` and in NOTICE."""

    def __init__(self) -> None:
        """Read the file of the package."""
        super().__init__((_DATA / "embedded.gaz").read_bytes())


@cache
def open_embedded() -> EmbeddedGazetteer:
    """Return the embedded gazetteer, read once in a process."""
    return EmbeddedGazetteer()
