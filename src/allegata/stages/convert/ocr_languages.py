"""Which languages an OCR engine should look for: told from outside, by script, or narrowed.

In: a told language, the engine's report on the script, or words that were read. Out: the engine's
language codes, best first. English goes with the scripts in whose United Nations documents the
masthead is English.

>>> languages_of_script("Cyrillic")
('rus', 'eng')
>>> languages_told("ar")
('ara', 'eng')
"""

import re
from dataclasses import dataclass

LATIN = ("eng", "fra", "spa")
_BY_LANGUAGE = {
    "en": ("eng",),
    "fr": ("fra",),
    "es": ("spa",),
    "ru": ("rus", "eng"),
    "zh": ("chi_sim", "eng"),
    "ar": ("ara", "eng"),
    "de": ("deu",),
    "fa": ("fas", "eng"),
    "he": ("heb", "eng"),
    "it": ("ita",),
    "ja": ("jpn", "eng"),
    "ko": ("kor", "eng"),
    "pt": ("por",),
    "sr": ("srp", "eng"),
    "tr": ("tur",),
    "uk": ("ukr", "eng"),
    "ur": ("urd", "eng"),
}
_BY_SCRIPT = {
    "Latin": LATIN,
    "Cyrillic": ("rus", "eng"),
    "Han": ("chi_sim", "eng"),
    "HanS": ("chi_sim", "eng"),
    "HanT": ("chi_tra", "eng"),
    "Arabic": ("ara", "eng"),
    "Hebrew": ("heb", "eng"),
    "Greek": ("ell", "eng"),
    "Japanese": ("jpn", "eng"),
    "Korean": ("kor", "eng"),
    "Hangul": ("kor", "eng"),
    "Devanagari": ("hin", "eng"),
    "Bengali": ("ben", "eng"),
    "Thai": ("tha", "eng"),
    "Armenian": ("hye", "eng"),
    "Georgian": ("kat", "eng"),
    "Ethiopic": ("amh", "eng"),
    "Khmer": ("khm", "eng"),
    "Myanmar": ("mya", "eng"),
}
SCRIPTS_TO_TRY = ("Latin", "Cyrillic", "Arabic", "Han")  # where the engine cannot tell scripts

_SCRIPT = re.compile(r"^Script: (\w{1,20})$", re.MULTILINE)
_SCRIPT_SURE = re.compile(r"^Script confidence: (\d{1,6}(?:\.\d+)?)$", re.MULTILINE)
_TURN = re.compile(r"^Rotate: (0|90|180|270)$", re.MULTILINE)
_TURN_SURE = re.compile(r"^Orientation confidence: (\d{1,6}(?:\.\d+)?)$", re.MULTILINE)
_SURE_OF_SCRIPT = 1.0
_SURE_OF_TURN = 2.0


@dataclass(frozen=True, slots=True)
class Look:
    """What the engine says of a picture: its script, and by how many degrees to turn it."""

    script: str | None = None
    turn: int = 0


def parse_look(report: str) -> Look:
    """Return what a report on script and orientation says, as far as it is sure.

    >>> parse_look("Rotate: 90\\nOrientation confidence: 7.5\\nScript: Arabic\\n")
    Look(script=None, turn=90)
    """
    script, turn = _SCRIPT.search(report), _TURN.search(report)
    script_sure = _number(_SCRIPT_SURE, report) >= _SURE_OF_SCRIPT
    turn_sure = _number(_TURN_SURE, report) >= _SURE_OF_TURN
    return Look(
        script[1] if script and script_sure else None, int(turn[1]) if turn and turn_sure else 0
    )


def languages_told(language: str) -> tuple[str, ...]:
    """Return what to look for in a document whose language (ISO 639-1) is told; empty: unknown."""
    return _BY_LANGUAGE.get(language, ())


def languages_of_script(script: str | None) -> tuple[str, ...]:
    """Return what to look for in a script; one that is not known here is read as Latin."""
    return _BY_SCRIPT.get(script or "Latin", LATIN)


def _number(pattern: re.Pattern[str], report: str) -> float:
    found = pattern.search(report)
    return float(found[1]) if found else 0.0
