"""The cascade's tape: a text as a row of classed units, and passes that collapse them.

Each unit has a one-character class, a range of the text and a value. The classes of a row are one
string, so that grammar patterns are ordinary regular expressions over it and a match's positions
are unit numbers. A pass replaces each match by one unit of a new class; what it stands for stays
in its value, with offsets, so nothing found loses its words.

>>> compile_pattern("<NUM> <PEOPLE|MOD>*").pattern == f"{NUM}[{PEOPLE}{MOD}]*"
True
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

# Classes of words (from the lexicon), of chunks (from passes) and of boundaries. The characters
# come from Unicode's private use area, so that no text can ever look like one.
CLASS_NAMES = (
    "WORD", "CAP", "STOP", "COMMA", "PUNCT", "AND", "OR", "OF", "IN", "BY", "TO", "AT", "FROM",
    "ON", "WITH", "THAT", "DET", "POSS", "PRON", "DEM", "BE", "HAVE", "DO", "MODAL", "NOT", "NO",
    "INF", "ADV", "NUM", "ORD", "ART", "QUAL_LOW", "QUAL_OVER", "QUAL_HIGH", "QUAL_UNDER",
    "QUAL_ABOUT", "VAGUE", "MORE", "BETWEEN", "RANGE", "DASH", "SUCH", "PEOPLE", "PMOD",
    "RELATION", "PARTITIVE", "INCLUDING", "SHARE", "STATE", "DEMONYM", "ACTOR", "FRAMING", "LED",
    "HARM", "HARMN", "CASUALTY", "LEAVE", "CLAIMLIFE", "ACT", "ACTN", "USE", "FIREAT", "CARRY",
    "MEANS", "PLATFORM", "TARGET", "TMOD", "DEFINITE", "SAY", "ACCORDING", "DENY", "MASK", "DATE",
    "PLACE", "GROUP", "QTY", "VOICE", "REL", "SYSTEMATIC", "SEPARATE", "NORM", "SAME", "TOLL",
    "REPORTED", "EMPTY", "GO", "WHILE", "NUMBEROF", "REACH", "PERSON", "OTHERS", "ANOTHER", "SOME",
    "ORMORE", "ALONG", "AMONG", "FAMILY", "SELF", "AGED", "NAME", "QUOTE", "THING", "TAKE",
    "LIVES", "GEN", "PARTICLE", "AKA", "TITLE", "ORG", "NOTDONE", "TODEATH", "PREP", "LEADTO",
    "CAMERA", "FATALLY", "MURDERSUICIDE", "FIGURE", "REVISE", "NAMEDAS",
)  # fmt: skip
_CODES = {name: chr(0xE000 + number) for number, name in enumerate(CLASS_NAMES)}

NUM = _CODES["NUM"]
PEOPLE = _CODES["PEOPLE"]
MOD = _CODES["PMOD"]

_NAMES = re.compile(r"<([A-Z_|]+)>")


def code(name: str) -> str:
    """Return the character of a class; an unknown name is a KeyError."""
    return _CODES[name]


def class_name(character: str) -> str:
    """Return the name of a class character."""
    return CLASS_NAMES[ord(character) - 0xE000]


def compile_pattern(source: str) -> re.Pattern[str]:
    """Compile a pattern in which ``<A|B>`` stands for one unit of class A or B."""

    def units(match: re.Match[str]) -> str:
        names = match.group(1).split("|")
        codes = "".join(_CODES["PMOD" if name == "MOD" else name] for name in names)
        return codes if len(names) == 1 else f"[{codes}]"

    return re.compile(re.sub(r"\s+", "", _NAMES.sub(units, source)))


@dataclass(slots=True)
class Units:
    """A row of units over ``text``: ``classes[i]``, ``starts[i]``, ``ends[i]``, ``values[i]``."""

    text: str
    classes: str
    starts: list[int]
    ends: list[int]
    values: list[object]

    def __len__(self) -> int:
        return len(self.classes)

    def words(self, first: int, last: int) -> str:
        """Return the text from unit ``first`` up to, not including, unit ``last``."""
        return self.text[self.starts[first] : self.ends[last - 1]]

    def range(self, first: int, last: int) -> tuple[int, int]:
        """Return the text range of units ``first`` to ``last`` (exclusive)."""
        return self.starts[first], self.ends[last - 1]


Builder = Callable[[Units, re.Match[str]], "object | None"]


def collapse(
    units: Units, pattern: re.Pattern[str], name: str, build: Builder, *, needs: str = ""
) -> Units:
    """Replace each match of ``pattern`` by one unit of class ``name`` with the value built of it.

    A builder that returns None leaves its match as it was. ``needs`` is a class without which
    nothing can match, so that most rows are passed over at once.
    """
    if needs and needs not in units.classes:
        return units
    found: list[tuple[int, int, object]] = []
    for match in pattern.finditer(units.classes):
        if match.end() > match.start():
            value = build(units, match)
            if value is not None:
                found.append((match.start(), match.end(), value))
    return replace(units, [(first, last, name, value) for first, last, value in found])


def replace(units: Units, chunks: list[tuple[int, int, str, object]]) -> Units:
    """Return the row with each ``(first, last, class, value)`` as one unit; chunks are in order."""
    if not chunks:
        return units
    classes: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    values: list[object] = []
    at = 0
    for first, last, name, value in chunks:
        classes.append(units.classes[at:first])
        starts += units.starts[at:first]
        ends += units.ends[at:first]
        values += units.values[at:first]
        classes.append(_CODES[name])
        starts.append(units.starts[first])
        ends.append(units.ends[last - 1])
        values.append(value)
        at = last
    classes.append(units.classes[at:])
    return Units(
        units.text,
        "".join(classes),
        starts + units.starts[at:],
        ends + units.ends[at:],
        values + units.values[at:],
    )
