"""The language versions of one document refer to the same documents, at the same places."""

import re
from pathlib import Path

import pytest
from lxml import etree

from allegata.un.references import find_references

BLOCKS = frozenset(
    [
        *("p", "heading", "num", "block", "docTitle", "content", "paragraph", "section", "item"),
        *("preface", "preamble", "body", "tblock", "li", "container", "div", "recital"),
        "authorialNote",
    ]
)
VERSIONS = [
    ("unxml-sc", "S_RES_2564_2021", "S/RES/2564 (2021)", "ar zh en fr ru es de", 9),
    ("unxml-sc", "S_2023_773", "S/2023/773", "ar zh en fr ru es", 11),
    ("unxml-ga", "A_RES_ES-11_1", "A/RES/ES-11/1", "ar zh en fr ru es", 9),
]


def text_of(path: Path) -> str:
    """Return the text of an Akoma Ntoso file, a block on each line; the metadata aside."""
    root = etree.fromstring(path.read_bytes(), etree.XMLParser(recover=True))
    pieces: list[str] = []

    def walk(element: etree._Element) -> None:
        name = str(element.tag).rpartition("}")[2]  # a comment's tag is no name
        if name != "meta" and isinstance(element.tag, str):
            edge = "\n" if name in BLOCKS else ""
            pieces.extend([edge, re.sub(r"\s+", " ", element.text or "")])
            for child in element:
                walk(child)
            pieces.append(edge)
        pieces.append(re.sub(r"\s+", " ", element.tail or ""))

    walk(root)
    return "".join(pieces)


@pytest.mark.shared
@pytest.mark.parametrize(("folder", "name", "own", "languages", "count"), VERSIONS)
def test_every_version_refers_to_the_same(
    shared: Path, folder: str, name: str, own: str, languages: str, count: int
) -> None:
    versions = {}
    for language in languages.split():
        text = text_of(shared / "data" / "un-docs" / folder / f"{name}.{language}.xml")
        found = find_references(text, own_symbol=own)
        versions[language] = {(one.kind, one.symbol) for one in found}
    assert len(versions["en"]) == count
    assert {language for language in versions if versions[language] != versions["en"]} == set()


@pytest.mark.shared
def test_the_provisions_are_the_same_too(shared: Path) -> None:
    versions = {}
    for language in ("ar", "zh", "en", "es", "ru", "de"):  # French says "ladite résolution" once
        path = shared / "data" / "un-docs" / "unxml-sc" / f"S_RES_2564_2021.{language}.xml"
        found = find_references(text_of(path), own_symbol="S/RES/2564 (2021)")
        versions[language] = {one.symbol: set(one.provisions) for one in found}
    assert {language for language in versions if versions[language] != versions["en"]} == set()
