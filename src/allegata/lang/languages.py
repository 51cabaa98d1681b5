"""Languages by any of their names, as tables and files give them.

>>> language_named("English"), language_named("FRA"), language_named("español")
('en', 'fr', 'es')
>>> language_named("pt-BR"), language_named("Klingon")
('pt', None)
"""

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources

_TAG = re.compile(r"([A-Za-z]{2,3})(?:[-_]\w+)*")


def language_named(name: str) -> str | None:
    """Return the code of a language (ISO 639-1 where there is one), None where none is so called.

    A code that is not in the list is taken as it is: there are more languages than names here.
    """
    wanted = name.strip().casefold()
    if wanted in _names():
        return _names()[wanted]
    tag = _TAG.fullmatch(name.strip())
    return _names().get(tag[1].casefold(), tag[1].lower()) if tag else None


@cache
def _names() -> Mapping[str, str]:
    file = resources.files("allegata.lang") / "packs" / "_shared" / "languages.toml"
    table: Mapping[str, list[str]] = tomllib.loads(file.read_text(encoding="utf-8"))["languages"]
    found = {name.casefold(): code for code, names in table.items() for name in names}
    return found | {code: code for code in table}
