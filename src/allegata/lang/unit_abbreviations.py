"""First-level units by the short forms that texts use: "Ill.", "B.C.", "NSW".

In: a form as written. Out: the units that it may mean, each by country and English name.

>>> units_abbreviated("Ill."), units_abbreviated("Ill"), units_abbreviated("ill")
((('US', 'Illinois'),), (('US', 'Illinois'),), ())
"""

import tomllib
from functools import cache
from importlib import resources


def units_abbreviated(form: str) -> tuple[tuple[str, str], ...]:
    """Return (country, name) of each unit that goes by ``form``; case and inner stops matter."""
    return _table().get(form.rstrip("."), ())


@cache
def _table() -> dict[str, tuple[tuple[str, str], ...]]:
    source = resources.files("allegata.lang") / "packs" / "_shared" / "unit_abbreviations.toml"
    found: dict[str, tuple[tuple[str, str], ...]] = {}
    for country, units in tomllib.loads(source.read_text(encoding="utf-8")).items():
        for name, forms in units.items():
            for form in dict.fromkeys(form.rstrip(".") for form in forms):
                found[form] = (*found.get(form, ()), (country, name))
    return found
