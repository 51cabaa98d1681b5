"""SPECIMEN tables of a recorder's own, and a case file whose stand-in linker knows their towns."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from tests.app import linkkit
from tests.store.casekit import parse_number, read, source_of, ticking

from allegata.app.case import Case
from allegata.app.importing import Sheet
from allegata.app.linked import Linker
from allegata.app.mapping import TableMapping, parse_mapping
from allegata.model.linking import Account, LinkDecision, Partition
from allegata.model.source import Provenance
from allegata.store.case_store import create, open_store

MAPPING = """
of = "incidents"
table = "mine"
date_formats = ["%d.%m.%Y"]

[columns]
id = "code"
aliases = "former"
date = "day"
date_end = "until"
place = "town"
country = "land"
lat = "lat"
lon = "lon"
event = "kind"
url = "links"

[values.event]
shells = "shelling"

[[figures]]
outcome = "killed"
low = "least"
high = "most"

[[figures]]
outcome = "injured"
best = "hurt"
"""
HEADS = ("code", "former", "day", "until", "town", "land", "lat", "lon", "kind", "least", "most",
         "hurt", "links")  # fmt: skip
LETTER = (
    "SPECIMEN. Shells fell on Tarnel: 4 people were killed and 9 people were injured. "
    "The day after, 12 people were killed in Brisk."
)
SOURCE = "https://example.org/tarnel"


def mapping(text: str = MAPPING) -> TableMapping:
    """The mapping of the table."""
    return parse_mapping(text, "mine.toml")


def row(**told: str) -> dict[str, str]:
    """A row of the table; what is not told is empty."""
    return {head: told.get(head, "") for head in HEADS}


TARNEL = row(code="M1", former="M0", day="05.04.2031", town="Tarnel", lat="10", lon="20",
             kind="shells", least="4", most="6", hurt="9", links=SOURCE)  # fmt: skip
OSTER = row(code="M2", day="07.04.2031", town="Oster", least="1", most="1")


def sheet(*rows: dict[str, str] | str) -> Sheet:
    """The table as a file has it."""
    return Sheet("mine", "0" * 64, HEADS, rows or (TARNEL, OSTER))


def link(accounts: Sequence[Account], decisions: Sequence[LinkDecision]) -> Partition:
    """Link a row of a list to the accounts of its town."""
    told = [
        replace(each, cites=(each.grounds[0].name if each.grounds else "",)) if each.roll else each
        for each in accounts
    ]
    return linkkit.link(told, decisions)


def own_case(folder: Path) -> Case:
    """A case with one letter, from the address that the first row names."""
    clock = ticking()
    is_new = not folder.exists()
    if is_new:
        create(folder, at=clock(), reviewer="r1")
    store = open_store(folder, at=clock())
    linker = Linker(linkkit.accounts, link)
    case = Case(store, read=read, clock=clock, parse_number=parse_number, linker=linker)
    if is_new:
        letter = replace(
            source_of("letter.txt", LETTER),
            provenance=Provenance(url="http://www.example.org/tarnel/#top"),
            published="2031-04-08",
        )
        case.add([letter], reviewer="r1")
    return case
