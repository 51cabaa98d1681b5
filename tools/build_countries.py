"""Compile ``countries.toml`` and names of CLDR into the ``countries.json`` that the package reads.

In: ``src/allegata/lang/packs/_shared/countries.toml`` (ours) and Babel (CLDR names in six
languages). Out: ``countries.json`` beside it, the same bytes on every run with the same Babel.

    uv run python tools/build_countries.py            # write
    uv run python tools/build_countries.py --check    # fail if what is written differs
"""

import json
import sys
import tomllib
from pathlib import Path

from babel import Locale

from allegata.lang.countries import fold_country_name, is_abbreviation

SHARED_PACK = Path(__file__).resolve().parents[1] / "src/allegata/lang/packs/_shared"
LANGUAGES = ("en", "fr", "es", "ru", "zh_Hans", "ar")

Table = dict[str, str | list[str]]


def compiled() -> str:
    """Return the content of ``countries.json``."""
    tables: dict[str, Table] = tomllib.loads(
        (SHARED_PACK / "countries.toml").read_text(encoding="utf-8")
    )
    locales = [Locale.parse(language) for language in LANGUAGES]
    rows = [_row(alpha2, table, locales) for alpha2, table in sorted(tables.items())]
    names, abbreviations, demonyms = _keys(rows)
    lines = ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
    parts = [f'"countries": [\n{lines}\n]']
    for label, keys in (("names", names), ("abbreviations", abbreviations), ("demonyms", demonyms)):
        parts.append(f'"{label}": {json.dumps(keys, ensure_ascii=False, sort_keys=True)}')
    return "{" + ",\n".join(parts) + "}\n"


Row = tuple[str, str, str, str, list[str], list[str]]


def _row(alpha2: str, table: Table, locales: list[Locale]) -> Row:
    """Return one country as it is written: codes, names, demonyms, all names in order met."""
    short = [str(locale.territories[alpha2]) for locale in locales]
    name = str(table.get("name") or _spelt_out(short[0]))
    official = str(table.get("official") or name)
    known = [name, official, *short, *map(_spelt_out, short), *_list(table, "aliases")]
    return (
        alpha2,
        str(table["alpha3"]),
        name,
        official,
        _list(table, "demonyms"),
        list(dict.fromkeys(known)),
    )


def _list(table: Table, key: str) -> list[str]:
    """Return a list of the table, empty where it has none."""
    value = table.get(key, [])
    return [value] if isinstance(value, str) else value


def _spelt_out(name: str) -> str:
    """Return a CLDR name with its ampersand and "St." in words."""
    return name.replace(" & ", " and ").replace("St. ", "Saint ")


def _keys(rows: list[Row]) -> tuple[dict[str, str], dict[str, str], dict[str, str]]:
    """Return what each folded name, abbreviation and demonym means; a clash is an error."""
    names: dict[str, str] = {}
    abbreviations: dict[str, str] = {}
    demonyms: dict[str, str] = {}
    for alpha2, _, _, _, people, known in rows:
        for name in known:
            if is_abbreviation(name):
                _enter(abbreviations, name.replace(".", "").replace(" ", ""), alpha2)
            else:
                _enter(names, fold_country_name(name), alpha2)
        for person in people:
            for form in (person, _plural(person)):
                _enter(demonyms, fold_country_name(form), alpha2)
    return names, abbreviations, demonyms


def _plural(demonym: str) -> str:
    """Return the plural of a demonym; those in -ese, -ish and the like have none of their own."""
    if demonym.endswith(("chman", "shman")):
        return demonym.removesuffix("man") + "men"
    return demonym if demonym.endswith(("ese", "sh", "ch", "s", "ss")) else f"{demonym}s"


def _enter(keys: dict[str, str], key: str, alpha2: str) -> None:
    """Enter a key, refusing one that two countries share."""
    if keys.setdefault(key, alpha2) != alpha2:
        message = f"'{key}' names both {keys[key]} and {alpha2}: settle it in countries.toml"
        raise ValueError(message)


def main(arguments: list[str]) -> int:
    """Write the file, or with ``--check`` compare it."""
    target = SHARED_PACK / "countries.json"
    content = compiled()
    if "--check" in arguments:
        return 0 if target.read_text(encoding="utf-8") == content else 1
    target.write_text(content, encoding="utf-8")
    print(f"{target.name}: {len(content.encode())} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
