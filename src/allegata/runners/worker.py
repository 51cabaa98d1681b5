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
import signal
import subprocess
import sys
import threading
import unicodedata
from dataclasses import dataclass, replace

from allegata.model.document import Document, Metadata, SourceFile
from allegata.model.doubt import Doubt
from allegata.model.errors import ContractError, InputError
from allegata.model.wire import from_json, to_json
from allegata.runners.confined import Order
from allegata.runners.limits import Limits
from allegata.stages.convert.convert import as_document, convert
from allegata.stages.convert.converted import Converted, check
from allegata.stages.convert.registry import converter_of

LIMITS = Limits()
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


def convert_isolated(source: SourceFile, limits: Limits = LIMITS) -> Document:
    """Return the document that ``source`` holds; plain text and Markdown are read in process.

    Raises:
        InputError: the file cannot be used: ``convert.limit.time``, ``convert.limit.memory``,
            ``convert.crashed``, or the converter's own code such as ``convert.pdf.encrypted``.
    """
    if not converter_of(source).isolated:
        return convert(source)
    answer = _run(source, limits)
    try:
        return as_document(source, _accepted(answer, source))
    except (ValueError, ContractError, RecursionError) as error:
        raise _ended("convert.crashed", source) from error


def _run(source: SourceFile, limits: Limits) -> bytes:
    """Return what the separate process answers."""
    order = Order(source.name, source.media_type, source.encoding, limits)
    command = [sys.executable, "-I", "-m", "allegata.runners.confined"]
    with subprocess.Popen(  # noqa: S603  (our own interpreter and module)
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd="/",
        env={"LC_ALL": "C.UTF-8"},
    ) as process:
        late = threading.Event()

        def _stop() -> None:
            late.set()
            process.kill()

        timer = threading.Timer(limits.wall_seconds, _stop)
        timer.start()
        try:
            answer = _exchange(process, json.dumps(to_json(order)).encode(), source.content, limits)
        finally:
            timer.cancel()
            process.kill()  # it has answered, failed, or said too much
        code = process.wait()
    if len(answer) > limits.output_bytes:
        raise _ended("convert.limit.output", source)
    if not answer:
        raise _ended(_reason(code, late=late.is_set()), source)
    return answer


def _exchange(
    process: "subprocess.Popen[bytes]", order: bytes, content: bytes, limits: Limits
) -> bytes:
    """Send the order and the bytes, then read the answer up to one byte beyond its limit."""
    assert process.stdin is not None
    assert process.stdout is not None
    try:
        process.stdin.write(order + b"\n")
        process.stdin.write(content)
        process.stdin.close()
    except BrokenPipeError:  # it ended before it had read everything
        process.wait()
        return b""
    answer = process.stdout.read(limits.output_bytes + 1)
    if len(answer) <= limits.output_bytes:
        process.wait()
    return answer


def _reason(exit_code: int, *, late: bool) -> str:
    """Return why a process that gave no answer ended."""
    if late or exit_code == -signal.SIGXCPU:
        return "convert.limit.time"
    return "convert.limit.memory" if exit_code == -signal.SIGKILL else "convert.crashed"


def _ended(code: str, source: SourceFile) -> InputError:
    what, hint = _ENDED[code]
    return InputError(code, f"{source.name} {what}.", hint)


def _accepted(answer: bytes, source: SourceFile) -> Converted:
    """Return the converted document of an answer, or raise the refusal that it holds."""
    found = json.loads(answer)
    if not isinstance(found, dict):
        raise ValueError("the answer is no object")
    if "refused" in found:
        raise _refusal(from_json(Refused, found["refused"]), source)
    converted = from_json(Converted, found.get("converted"))
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


def _refusal(refused: Refused, source: SourceFile) -> InputError:
    if refused.code in _ENDED:
        return _ended(refused.code, source)
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
