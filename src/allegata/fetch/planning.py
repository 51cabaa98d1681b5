"""What would be fetched for a country, from whom, under what licence: told before it is asked.

>>> [item.file for item in plan("SY")][:2]
['geonames/SY.zip', 'alternatenames/SY.zip']
"""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any
from urllib.parse import urlsplit

from allegata.lang.countries import country_of_code


@dataclass(frozen=True, slots=True)
class Item:
    """A file to fetch: ``follow`` is the key of the JSON at ``url`` that names the file itself."""

    label: str
    title: str
    licence: str
    url: str
    file: str
    follow: str = ""

    @property
    def host(self) -> str:
        """The host that is asked first."""
        return urlsplit(self.url).netloc


def plan(country: str) -> tuple[Item, ...]:
    """Return the files of ``country``, ISO 3166 alpha-2, in the order in which they are fetched."""
    known = country_of_code(country)
    alpha3 = known.alpha3 if known else country
    codes = {"alpha2": country, "alpha3": alpha3, "lower": country.lower()}

    def filled(one: dict[str, str]) -> Item:
        return Item(**{key: value.format(**codes) for key, value in one.items()})

    return tuple(filled(one) for one in _table()["source"])


def hosts() -> frozenset[str]:
    """Return the hosts that may be asked."""
    return frozenset(_table()["hosts"])


@cache
def _table() -> dict[str, Any]:  # Any: TOML as parsed
    path = resources.files("allegata.fetch") / "sources.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))
