"""Several gazetteers as one: the embedded one, and those of single countries that are installed.

In: gazetteers. Out: one that satisfies ``model.ports.Gazetteer``. A country's own gazetteer was
built from the embedded one and more, so for that country it alone is asked.

>>> from allegata.gazetteers.embedded import open_embedded
>>> several = SeveralGazetteers(open_embedded(), {})
>>> several.find("Damascus", country="SY")[0].entry.id
'geonames:170654'
"""

from collections.abc import Mapping, Sequence
from itertools import chain

from allegata.gazetteers.packed import PackedGazetteer
from allegata.model.places import FoundEntry, GazetteerEntry, GazetteerName, NameMatch
from allegata.model.shape import Shape

_NEARNESS = {match: rank for rank, match in enumerate(NameMatch)}


class SeveralGazetteers:
    """The embedded gazetteer and those of countries, by ISO 3166 alpha-2."""

    def __init__(self, embedded: PackedGazetteer, countries: Mapping[str, PackedGazetteer]) -> None:
        """Put ``countries`` before ``embedded``."""
        self._embedded = embedded
        self._countries = dict(sorted(countries.items()))

    @property
    def labels(self) -> tuple[str, ...]:
        """The label of each, for the run's record."""
        return (self._embedded.label, *(one.label for one in self._countries.values()))

    @property
    def label(self) -> str:
        """All labels in one line."""
        return ", ".join(self.labels)

    def find(self, name: str, *, country: str | None = None) -> Sequence[FoundEntry]:
        """Return the entries that ``name`` may mean, the nearest and most populous first."""
        if country is not None:
            return self._countries.get(country, self._embedded).find(name, country=country)
        if not self._countries:
            return self._embedded.find(name)
        elsewhere = (
            one for one in self._embedded.find(name) if one.entry.country not in self._countries
        )
        found = chain(elsewhere, *(one.find(name) for one in self._countries.values()))
        return sorted(
            found,
            key=lambda one: (_NEARNESS[one.match], -(one.entry.population or 0), one.entry.id),
        )

    def entry(self, entry_id: str) -> GazetteerEntry | None:
        """Return the entry of that id, of a country's own gazetteer where it has it."""
        holder = self._holder(entry_id)
        return holder.entry(entry_id) if holder else None

    def names(self, entry_id: str) -> Sequence[GazetteerName]:
        """Return the names of the entry of that id."""
        holder = self._holder(entry_id)
        return holder.names(entry_id) if holder else ()

    def shape(self, entry_id: str) -> Shape | None:
        """Return the outline of the entry of that id."""
        holder = self._holder(entry_id)
        return holder.shape(entry_id) if holder else None

    def units_at(self, lat: float, lon: float) -> Sequence[GazetteerEntry]:
        """Return the units whose outline covers a point, of all gazetteers, the largest first."""
        return [unit for one in self._countries.values() for unit in one.units_at(lat, lon)]

    def _holder(self, entry_id: str) -> PackedGazetteer | None:
        all_of_them = (*self._countries.values(), self._embedded)
        return next((one for one in all_of_them if one.entry(entry_id) is not None), None)
