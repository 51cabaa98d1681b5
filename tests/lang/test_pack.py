"""Every word of the English pack has an example that needs it."""

import pytest

from allegata.lang.grammar.lexing import class_name, lex
from allegata.lang.pack import LEXICON_FILES, Table, load_pack, rows, words
from allegata.model.errors import ConfigError

PACK = load_pack("en")
ENTRIES = [
    pytest.param(entry, id=f"{name[:-5]}-{entry['class']}-{number}")
    for name in LEXICON_FILES
    for number, entry in enumerate(rows(PACK.table(name[:-5]), "entry"))
]


def forms_of(entry: Table) -> set[str]:
    values = entry.get("values", {})
    assert isinstance(values, dict)
    told = (*words(entry), *words(entry, "one"), *words(entry, "verb"), *values)
    return {form.lower() for form in told}


@pytest.mark.parametrize("entry", ENTRIES)
def test_the_example_of_an_entry_is_read_with_its_class(entry: Table) -> None:
    example = str(entry["example"])
    units = lex(example, [(0, len(example))], PACK.lexicon)
    found = {
        (class_name(code), example[start:end].lower())
        for code, start, end in zip(units.classes, units.starts, units.ends, strict=True)
    }
    forms = forms_of(entry)
    also = {"PEOPLE": "PERSON", "ORG": "CAP"}.get(str(entry["class"]))
    classes = {entry["class"], also}
    assert any(cls in classes and form in forms for cls, form in found), found


def test_an_unknown_language_is_refused_with_the_known_ones() -> None:
    with pytest.raises(ConfigError) as raised:
        load_pack("xx")
    assert raised.value.code == "pack.unknown"
    assert "en" in raised.value.hint


def test_the_longest_term_wins() -> None:
    length, entries = PACK.lexicon.at(["war", "crimes", "and"], 0)
    assert (length, entries[0].text("label")) == (2, "war crimes")
