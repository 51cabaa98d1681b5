"""A source file to a document, hostile formats in a separate, locked and limited process.

PDF, DOCX and HTML can attack their parsers. Each file gets a fresh process that has its bytes on a
pipe and nothing else: no path, no network, little memory and time (``confinement``). What comes
back is treated as hostile too: limited in length, decoded by the model's types, checked against
the laws of a document, its messages cut and cleaned.

>>> convert_isolated(SourceFile("x", "n.txt", b"Two", "text/plain", language="en")).layer("t0").text
'Two'
"""

import json
import re
import unicodedata
from dataclasses import dataclass, replace

from allegata.model.document import Document, Metadata, SourceFile
from allegata.model.doubt import Doubt
from allegata.model.errors import ContractError, InputError
from allegata.model.wire import from_json
from allegata.runners.frames import Frame
from allegata.runners.limits import Limits, limits_for
from allegata.runners.locked import LockedError, ask
from allegata.runners.ocr import Ocr
from allegata.runners.ocr_engine import find_engine
from allegata.runners.orders import Order
from allegata.stages.convert.convert import as_document, convert
from allegata.stages.convert.converted import Converted, check
from allegata.stages.convert.registry import converter_of

_CODE = re.compile(r"convert\.[a-z0-9_.]{1,60}")
_LONGEST_MESSAGE = 400


@dataclass(frozen=True, slots=True)
class Refused:
    """Why the separate process refused the file, in its own words: not to be trusted."""

    code: str
    message: str
    hint: str


_ENDED = {
    "convert.limit.time": (
        "took too long to read and was stopped",
        "Open it and save or print it anew as PDF, or give its text.",
    ),
    "convert.limit.memory": (
        "needs more memory than a document should and was stopped",
        "Open it and save or print it anew as PDF, or give its text.",
    ),
    "convert.limit.output": (
        "holds more text than one document can",
        "Split it into its documents.",
    ),
    "convert.crashed": (
        "made its reader fail; it may be damaged, or made to do harm",
        "Treat it with care. Open it elsewhere and save or print it anew as PDF.",
    ),
}


def convert_isolated(source: SourceFile, limits: Limits | None = None) -> Document:
    """Return the document that ``source`` holds; plain text and Markdown are read in process.

    Raises:
        InputError: the file cannot be used: ``convert.limit.time``, ``convert.limit.memory``,
            ``convert.crashed``, or the converter's own code such as ``convert.pdf.encrypted``.
    """
    if not converter_of(source).isolated:
        return convert(source)
    answer = _run(source, limits or limits_for(len(source.content)))
    try:
        return as_document(source, _accepted(answer, source))
    except (ValueError, ContractError, RecursionError) as error:
        raise ended("convert.crashed", source) from error


def _run(source: SourceFile, limits: Limits) -> Frame:
    """Return what the separate process answers."""

    def make_ocr() -> Ocr:
        return Ocr(find_engine(), language=source.language)

    order = Order("convert", source.name, source.media_type, limits, source.encoding)
    pictures = converter_of(source).may_be_pictures
    try:
        return ask(order, source.content, make_ocr if pictures else None)
    except LockedError as error:
        raise ended(error.code, source) from error


def ended(code: str, source: SourceFile) -> InputError:
    """Return the refusal of a file whose process ended without an answer."""
    what, hint = _ENDED[code]
    return InputError(code, f"{source.name} {what}.", hint)


def _accepted(answer: Frame, source: SourceFile) -> Converted:
    """Return the converted document of an answer, or raise the refusal that it holds."""
    found = json.loads(answer.body)
    if answer.kind == "refused":
        raise refusal_in(answer, source)
    if answer.kind != "converted":
        raise ValueError("the answer is of no known kind")
    converted = from_json(Converted, found)
    check(converted)
    layers = tuple(replace(layer, tool=_clean(layer.tool)) for layer in converted.layers)
    doubts = tuple(
        Doubt(_clean(doubt.code), _clean(doubt.message), doubt.span) for doubt in converted.doubts
    )
    metadata = _cleaned(converted.metadata)
    return replace(converted, layers=layers, doubts=doubts, metadata=metadata)


def _cleaned(metadata: Metadata) -> Metadata:
    def shown(value: str | None) -> str | None:
        return value and _clean(value)

    return replace(
        metadata,
        symbol=shown(metadata.symbol),
        issued=shown(metadata.issued),
        language=shown(metadata.language),
        published=shown(metadata.published),
        publisher=shown(metadata.publisher),
        author=shown(metadata.author),
        url=shown(metadata.url),
    )


def refusal_in(answer: Frame, source: SourceFile) -> InputError:
    """Return the refusal that an answer holds.

    Raises:
        ValueError: it holds none that is known.
    """
    return _refusal(from_json(Refused, json.loads(answer.body)), source)


def _refusal(refused: Refused, source: SourceFile) -> InputError:
    if refused.code in _ENDED:
        return ended(refused.code, source)
    if not _CODE.fullmatch(refused.code):
        raise ValueError("the answer has no known code")
    return InputError(refused.code, _clean(refused.message), _clean(refused.hint))


def _clean(message: str) -> str:
    """Return a message cut short and without characters that could disguise it.

    >>> _clean("safe\\u202e:\\x1b[1m ok")
    'safe:[1m ok'
    """
    kept = (char for char in message if unicodedata.category(char)[0] not in "CZ" or char == " ")
    return "".join(kept)[:_LONGEST_MESSAGE]
