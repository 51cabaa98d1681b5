"""Bytes of a text to the name of its encoding, and a doubt where it had to be guessed.

Byte order marks and strict UTF-8 settle most texts. UTF-16 without a mark shows itself by its
blanks and line ends. What is left is an old 8-bit (or Chinese double-byte) encoding, which no byte
names: the candidates of the six languages are decoded and the one whose letters look most like
running text is taken, with the doubt ``acquire.encoding_guessed``.

>>> detect_encoding("Три человека погибли.".encode("cp1251")).name
'cp1251'
"""

import codecs
import importlib
import re
import unicodedata
from dataclasses import dataclass

from allegata.model.doubt import Doubt
from allegata.model.errors import InputError

SAMPLE = 1 << 16

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16: its mark starts with the same two bytes
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\x0b\x0c\r\x1a\x1b"))
_MOST_CONTROLS = 0.002  # of a text's bytes: a stray control happens, two in a thousand are data

# The letters that running text is mostly made of, by the encoding that would show them. Measured on
# sentences of our own in ten languages (tests/text/test_encoding.py).
_ARABIC = frozenset("اليمونرتبةعدسفهكقحجىشطأإصضخغ")
_CYRILLIC = frozenset("оеаинтсрвлкмдпуяыьгзбчйхжшюцщіїє")
_CHINESE = frozenset(
    "的一是在不了有和人这中大为上个国我以要他时来用们到作地于出就分对成会可主发年同工也能下过子说"
    "产种面而方后多定行学法所民得经十三之进等部度家电力里如水化高自二理起小物现实加都两当机点从"
    "據稱造成平民死亡受傷另有襲擊日星期這個國來時們說對會為過發後與們軍隊醫院據称伤袭击军队医院"
)
_MARKED_LATIN = frozenset("éèêëàâçîïôùûœñáíóúüãõâäößÉ«»“”‘’–—…¿¡°·€")
_CANDIDATES = (
    ("cp1252", _MARKED_LATIN),  # first: where two decode to the same text, the plainer name wins
    ("cp1256", _ARABIC),
    ("cp1251", _CYRILLIC),
    ("koi8-u", _CYRILLIC),
    ("gb18030", _CHINESE),
    ("big5", _CHINESE),
    ("iso8859-6", _ARABIC),
    ("cp866", _CYRILLIC),
    ("iso8859-5", _CYRILLIC),
)
_CHARSET = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([\w-]{2,40})", re.IGNORECASE)
_NOT_EIGHT_BIT = ["utf_7", "utf_16", "utf_16_be", "utf_16_le", "utf_32", "utf_32_be", "utf_32_le"]
_ENOUGH = 0.35  # mean score of a character beyond ASCII below which we ask charset-normalizer


@dataclass(frozen=True, slots=True)
class Encoding:
    """``name`` is a codec of Python, marks left to the decoder's caller to drop."""

    name: str
    doubts: tuple[Doubt, ...] = ()


def detect_encoding(content: bytes, name: str = "the content") -> Encoding:
    """Return the encoding of a text; ``name`` is for the message of a refusal.

    Raises:
        InputError: ``acquire.binary`` if the bytes are no text in any encoding that we know.
    """
    for mark, codec in _MARKS:
        if content.startswith(mark) and _decodes(content, codec):
            return Encoding(codec)
    if b"\0" in content or (len(content) % 2 == 0 and not _decodes(content, "utf-8")):
        wide = _wide_encoding(content)
        if wide is not None:
            return Encoding(wide, (_guessed(wide),))
    _refuse_controls(content, name)
    if _decodes(content, "utf-8"):
        return Encoding("utf-8")
    if _is_damaged_utf8(content):
        return Encoding("utf-8")  # the converter shows and counts the broken bytes
    said = _said(content)
    if said is not None:
        return Encoding(said)
    guess = _guess(content, name)
    return Encoding(guess, (_guessed(guess),))


def detect_stream_encoding(head: bytes) -> Encoding:
    """Return the encoding of a stream from its first bytes, which may end inside a character."""
    for trim in range(4):
        found = detect_encoding(head[: len(head) - trim])
        if found.name.startswith("utf"):
            break
    return found


def _guessed(name: str) -> Doubt:
    message = (
        f"The text does not say its encoding; it was read as {name}. "
        "Check names and accents, or save the text as UTF-8."
    )
    return Doubt("acquire.encoding_guessed", message)


def _decodes(content: bytes, name: str) -> bool:
    try:
        content.decode(name)
    except UnicodeDecodeError:
        return False
    return True


def _refuse_controls(content: bytes, name: str) -> None:
    found = len(content) - len(content.translate(None, _CONTROLS))
    if b"\0" in content or found > max(1, len(content) * _MOST_CONTROLS):
        raise InputError(
            "acquire.binary",
            f"No text can be read from {name}: it holds control bytes that no text has.",
            "Give the text itself, or a PDF, DOCX, HTML, CSV or JSON Lines file.",
        )


def _wide_encoding(content: bytes) -> str | None:
    """Return utf-16-le or -be if blanks, line ends and letters say so."""
    sample = content[: SAMPLE & ~1]
    best = (0.0, "")
    for name in ("utf-16-le", "utf-16-be"):
        if not _decodes(content, name):
            continue
        text = sample.decode(name, "ignore")
        spacing = sum(text.count(mark) for mark in " \n\r\t\u3001\u3002\uff0c")
        letters = sum(unicodedata.category(char)[0] in "LMNPZ" or char in "\r\n\t" for char in text)
        if letters >= 0.97 * len(text):
            best = max(best, (spacing / max(len(text), 1), name))
    return best[1] if best[0] >= 0.01 else None


def _is_damaged_utf8(content: bytes) -> bool:
    """Say whether this is UTF-8 with few broken bytes: twenty good characters to each bad one."""
    text = content.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    good = len(text) - broken - len(re.findall(r"[\x00-\x7f]", text))
    return good >= 20 * broken


def _said(content: bytes) -> str | None:
    """Return the encoding that a web page names, if it is one and the bytes obey it."""
    found = _CHARSET.search(content[:4096])
    name = found.group(1).decode("ascii") if found else ""
    try:
        return codecs.lookup(name).name if name and _decodes(content, name) else None
    except LookupError:
        return None


def _guess(content: bytes, name: str) -> str:
    first = re.search(rb"[\x80-\xff]", content)
    start = max(0, (first.start() if first else 0) - 200)
    if first and start:  # a double-byte character must not be cut in two: start after ASCII
        start = first.start()
    sample = content[start : start + SAMPLE]
    scores = [
        (_score(sample, codec, usual), -rank) for rank, (codec, usual) in enumerate(_CANDIDATES)
    ]
    best, rank = max(scores)
    if best >= _ENOUGH:
        return _CANDIDATES[-rank][0]
    other = _rare_encoding(sample[:4096])
    if other is None:
        raise InputError(
            "acquire.binary",
            f"No text can be read from {name} in any encoding that is known here.",
            "Save it as UTF-8 text, or give a PDF, DOCX, HTML, CSV or JSON Lines file.",
        )
    return other


def _rare_encoding(sample: bytes) -> str | None:
    """Ask charset-normalizer, which knows the encodings of ninety languages, but not by heart.

    It is asked last: of short sentences in cp1252 and cp1251 it often makes another encoding.
    """
    library = importlib.import_module("charset_normalizer")  # only rarely needed, slow to load
    best = library.from_bytes(sample, cp_exclusion=_NOT_EIGHT_BIT).best()
    return None if best is None else str(best.encoding)


def _score(sample: bytes, name: str, usual: frozenset[str]) -> float:
    """Return how much the decoded sample looks like text: about 1 is sure, below 0.3 is not."""
    decoder = codecs.getincrementaldecoder(name)("strict")
    try:
        text = decoder.decode(sample, final=False)
    except UnicodeDecodeError:
        return -1.0
    beyond = [char for char in text if char > "\x7f"]
    if not beyond:
        return -1.0
    points = sum(1.0 if char in usual else _worth(char) for char in beyond)
    jumbled = len(_JUMBLED.findall(text))
    return (points - 2.0 * jumbled) / len(beyond)


# A capital after a small letter, Latin against another script, four marked Latin letters in a row.
_JUMBLED = re.compile(
    r"[а-яёіїє][А-ЯЁІЇЄ]|[a-zA-Z][\u0400-\u06ff]|[\u0400-\u06ff][a-zA-Z]|[a-zà-ÿ][À-Þ]"
    r"|[À-ÿ]{4}"
)


def _worth(char: str) -> float:
    category = unicodedata.category(char)
    if category in ("Lu", "Lo", "Nd", "Mn", "Po", "Pd", "Pi", "Pf"):
        return 0.2
    return -1.0 if category[0] in "CS" else 0.0
