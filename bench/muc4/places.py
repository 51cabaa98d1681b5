"""Where an incident happened, in the notation of this set: ``COUNTRY: PLACE (TYPE)``.

The names and types are the official list that every site had in 1992, with the country in which
each lies. It is read where it lies, among the set's task documents beside the repository. Which
words of a text are places of an incident is read off the sentences that tell of it.

>>> list(areas_in("HARAZIA: NORTHLAND (STATE?): DAR SALAM (CITY) *xyz* VALIDATED"))
[['HARAZIA', 'NORTHLAND (STATE)', 'DAR SALAM (CITY)']]
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from allegata.lang.alternation import alternation
from bench.files import DataMissingError
from bench.scorer import SHARED

_LISTS = "containing-areas*"  # in every part of the task documents
# what stands behind a place is who noted it, and of which message
_NOTED = re.compile(r"\s+(?:\*|VALIDATED|--|(?i:message\b)|mod\b)")
_COUNTRY = re.compile(r"[A-Z]+(?: [A-Z]+)*")
_STEP = re.compile(r"[^:()]*[^:() ] \([A-Z][A-Z -]*\)")
HOME = (
    *("EL SALVADOR", "GUATEMALA", "HONDURAS", "ARGENTINA", "BOLIVIA", "CHILE", "COLOMBIA"),
    *("ECUADOR", "PERU"),
)
_COUNTRIES = frozenset((*HOME, "PANAMA", "NICARAGUA", "MEXICO"))
_DEMONYMS = {
    "SALVADORAN": "EL SALVADOR",
    "GUATEMALAN": "GUATEMALA",
    "HONDURAN": "HONDURAS",
    "ARGENTINE": "ARGENTINA",
    "BOLIVIAN": "BOLIVIA",
    "CHILEAN": "CHILE",
    "COLOMBIAN": "COLOMBIA",
    "ECUADORAN": "ECUADOR",
    "PERUVIAN": "PERU",
    "PANAMANIAN": "PANAMA",
    "NICARAGUAN": "NICARAGUA",
}
# From the widest to the narrowest; a town lies in a department, a quarter in a town.
_RANKS = (
    ("REGION", "OFFICIAL REGION", "AREA", "ZONE"),
    ("DEPARTMENT", "STATE", "INTENDANCY", "COMMISSARIAT"),
    ("PROVINCE", "COUNTY"),
    ("MUNICIPALITY", "DISTRICT", "JURISDICTION"),
    ("CITY", "TOWN", "PORT", "VILLAGE", "HAMLET", "CANTON", "CORREGIMIENTO"),
    ("NEIGHBORHOOD", "SUBURB", "SECTOR", "UNIVERSITY", "AIRPORT", "SCHOOL", "FARM"),
)
_RANK = {"": 4} | {kind: rank for rank, kinds in enumerate(_RANKS) for kind in kinds}
_TYPES = {"CAPITAL": "CITY"}
_LEAD = re.compile(
    r"(?:\b(?:IN|NEAR|AT|FROM|TO|OF|OUTSIDE|INSIDE|BETWEEN|TOWARD|THROUGHOUT|AROUND|DOWNTOWN|"
    r"NORTHERN|SOUTHERN|EASTERN|WESTERN|CENTRAL|CITY OF|TOWN OF|AND)\s+(?:THE\s+)?|,\s+|\()$"
)
_AWAY = re.compile(
    r"\bKM\b[^.,]{0,25}\b(?:OF|FROM)\s+(?:THE\s+)?$"
)  # "40 KM NORTH OF" is elsewhere
_NO_PLACE = re.compile(r"\s+(?:CARTEL|STREETS?|AVENUES?|BATTALION|BRIGADE)\b")
_CAPITAL = re.compile(
    r"\b(?:THIS|THE|(?:SALVADORAN|GUATEMALAN|PERUVIAN|COLOMBIAN)) CAPITAL\b(?! OF)"
)
_CAPITALS = {
    "EL SALVADOR": "SAN SALVADOR",
    "GUATEMALA": "GUATEMALA CITY",
    "HONDURAS": "TEGUCIGALPA",
    "ARGENTINA": "BUENOS AIRES",
    "BOLIVIA": "LA PAZ",
    "CHILE": "SANTIAGO",
    "COLOMBIA": "BOGOTA",
    "ECUADOR": "QUITO",
    "PERU": "LIMA",
}
_KIND_AFTER = re.compile(
    r"\s+(?P<kind>DEPARTMENT|PROVINCE|CITY|TOWN|MUNICIPALITY|NEIGHBORHOOD|REGION|DISTRICT|CANTON|"
    r"VILLAGE|UNIVERSITY|AIRPORT|JURISDICTION)\b"
)


@dataclass(frozen=True, slots=True)
class Named:
    """A name of the list at ``start..end`` of a text."""

    start: int
    end: int
    name: str


@dataclass
class Ground:
    """A list of places: for each name the countries and types that it has there.

    ``lines`` are as the task documents write them.
    """

    lines: Sequence[str]
    kinds: dict[str, list[tuple[str, str]]] = field(default_factory=lambda: defaultdict(list))
    inside: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    def __post_init__(self) -> None:
        for country, *chain in sorted(each for line in self.lines for each in areas_in(line)):
            names = [step.rpartition(" (")[0] for step in chain]
            kind = chain[-1].rpartition(" (")[2].rstrip(")")
            if (country, kind) not in self.kinds[names[-1]]:
                self.kinds[names[-1]].append((country, kind))
            if len(names) > 1:
                self.inside[names[-1]].add(names[-2])
        self.pattern = re.compile(rf"\b(?:{alternation(name for name in self.kinds)})\b")

    def find(self, text: str) -> list[Named]:
        """Return the names that stand where a place would: after "in", "near", a comma."""
        found = []
        for match in self.pattern.finditer(text):
            name = " ".join(match.group().split())
            before = " ".join(text[max(0, match.start() - 45) : match.start()].split()) + " "
            if _AWAY.search(before) or _NO_PLACE.match(text, match.end()):
                continue
            told = _KIND_AFTER.match(text, match.end())
            if name in _COUNTRIES and not told:
                continue  # a department of that name says so
            if told or _LEAD.search(before):
                found.append(Named(match.start(), match.end(), name))
        return found

    def capital(self, text: str, country: str) -> list[Named]:
        """Return where a text speaks of the capital without its name."""
        name = _CAPITALS.get(country, "")
        return [Named(*m.span(), name) for m in _CAPITAL.finditer(text)] if name else []

    def countries(self, name: str) -> set[str]:
        """Return the countries in which the list has the name."""
        return {country for country, _ in self.kinds.get(name, ())}

    def nested(self, names: set[str], others: set[str]) -> bool:
        """Say whether one place of either lies in one of the other: a quarter, its town."""
        pairs = ((one, other) for one in names for other in others)
        return any(a in self.inside.get(b, ()) or b in self.inside.get(a, ()) for a, b in pairs)

    def kind(self, name: str, country: str, told: str = "") -> str:
        """Return the type of a name in a country: the one told, or the most settled."""
        kinds = [kind for land, kind in self.kinds.get(name, ()) if land == country]
        if told in kinds:
            return told
        for wanted in ("CITY", "TOWN", "DEPARTMENT", "MUNICIPALITY", "NEIGHBORHOOD"):
            if wanted in kinds:
                return wanted
        return kinds[0] if kinds else told

    def location(self, names: Sequence[tuple[str, str]], country: str) -> str:
        """Return the notation of places, with the type told of each, from wide to narrow."""
        chain: dict[int, str] = {}
        for name, told in names:
            if name in self.kinds and country not in self.countries(name):
                continue
            kind = self.kind(name, country, told)
            chain.setdefault(_RANK.get(kind, len(_RANKS)), f"{name} ({kind})" if kind else name)
        return ": ".join([country, *(chain[rank] for rank in sorted(chain))])


@cache
def ground() -> Ground:
    """Return the list of places of the task documents.

    Raises:
        DataMissingError: they are not beside the repository.
    """
    files = sorted((SHARED / "data" / "muc4" / "taskdoc").rglob(_LISTS))
    if not files:
        raise DataMissingError(f"needs the task documents of muc4 at {SHARED}")
    return Ground([one for f in files for one in f.read_text(encoding="latin-1").splitlines()])


def areas_in(line: str) -> Iterator[list[str]]:
    """Yield the country, the areas and the place of a line, nothing where it names none."""
    told = _NOTED.split(line.replace("?", "").strip())[0].strip()
    country, *chain = told.split(": ")
    steps = [step.strip() for step in chain]
    if _COUNTRY.fullmatch(country) and steps and all(map(_STEP.fullmatch, steps)):
        yield [country, *steps]


def named_kind(text: str, place: Named) -> str:
    """Return the type that the text itself tells of a place: "USULUTAN DEPARTMENT"."""
    match = _KIND_AFTER.match(text, place.end)
    return match["kind"] if match else ""


def country_of(text: str, dateline_end: int) -> str:
    """Return the country that a text is about: its dateline's, or what it names most."""
    votes: Counter[str] = Counter()
    for country in (*HOME, "PANAMA", "NICARAGUA"):
        votes[country] += len(re.findall(rf"\b{country}\b", text))
    for demonym, country in _DEMONYMS.items():
        votes[country] += text.count(demonym)
    for match in ground().pattern.finditer(text[:dateline_end]):
        for country in ground().countries(" ".join(match.group().split())):
            votes[country] += 4 if country in HOME else 0
    for place in ground().find(text[dateline_end:]):
        countries = ground().countries(place.name)
        if len(countries) == 1:
            votes[next(iter(countries))] += 1
    best = votes.most_common(1)
    return best[0][0] if best and best[0][1] else "EL SALVADOR"
