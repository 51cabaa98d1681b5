"""A ZIP archive to the files in it, one at a time and sorted, what cannot be used refused by name.

Nothing is written to a disk, so a name like ``../../x`` can do no harm; it is shown without its
dots. What an archive declares is judged before anything is inflated, and the bytes that all
archives within one input may unpack to are counted together.

>>> import io
>>> packed = io.BytesIO()
>>> with zipfile.ZipFile(packed, "w") as archive:
...     archive.writestr("b/../../two.txt", "Two")
...     archive.writestr("__MACOSX/._two.txt", "x")
>>> [member.name for member in read_archive(packed.getvalue(), "x.zip", Allowance())]
['x.zip/b/two.txt']
"""

import re
import stat
import zipfile
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from allegata.containers.zips import (
    MOST_RATIO,
    CrowdedZipError,
    DamagedZipError,
    is_bomb,
    is_locked,
    is_usual,
    open_zip,
    read_entry,
)
from allegata.model.doubt import Doubt
from allegata.model.errors import InputError
from allegata.model.reading import Refusal
from allegata.text.encoding import detect_encoding

MOST_ENTRIES = 10_000
MOST_DEPTH = 3
_UTF8_NAME = 0x800  # the flag of an entry whose name is UTF-8
_SKIPPED = ("__MACOSX",)  # what macOS packs beside the files; hidden files are skipped too
_DRIVE = re.compile(r"^[A-Za-z]:")
_SAVE = "Unpack it yourself, and give the files in it."


@dataclass(frozen=True, slots=True)
class Member:
    """A file of an archive; ``name`` begins with the archive's."""

    name: str
    content: bytes
    doubts: tuple[Doubt, ...] = ()


@dataclass(slots=True)
class Allowance:
    """How many bytes one input may still unpack to, however deep, and how many one file of it."""

    total: int = 2_000_000_000
    most_bytes: int = 200_000_000


def read_archive(content: bytes, name: str, allowance: Allowance) -> Iterator[Member | Refusal]:
    """Yield each file in the archive, sorted by name, or the reason why it cannot be used.

    Raises:
        InputError: ``acquire.archive.bomb``, ``acquire.archive.damaged`` or
            ``acquire.archive.empty``.
    """
    archive = _opened(content, name)
    entries = _named(archive.infolist())
    declared = sum(entry.file_size for _, entry in entries if not is_bomb(entry))
    if declared > allowance.total:
        raise _bomb(name, "it would unpack to more than an input may")
    if not entries:
        message = f"The archive {name} holds no files (hidden ones are not read)."
        raise InputError("acquire.archive.empty", message, "Check that it is the right one.")
    allowance.total -= declared
    paths = [path for path, _ in entries]
    for shown, (path, entry) in zip(numbered(paths), entries, strict=True):
        yield _member(archive, entry, f"{name}/{shown}", allowance, again=shown != path)


def numbered(names: Sequence[str]) -> list[str]:
    """Return the names, each after the first of its like with a number before its ending.

    >>> numbered(["a.txt", "b", "a.txt", "b", "a.txt"])
    ['a.txt', 'b', 'a (2).txt', 'b (2)', 'a (3).txt']
    """
    seen: Counter[str] = Counter()
    found = []
    for name in names:
        seen[name] += 1
        folder, slash, last = name.rpartition("/")
        stem, dot, ending = last.rpartition(".")
        mark = f" ({seen[name]})" if seen[name] > 1 else ""
        marked = f"{stem}{mark}{dot}{ending}" if stem else f"{last}{mark}"
        found.append(f"{folder}{slash}{marked}")
    return found


def too_deep(name: str) -> Refusal:
    """Return the refusal of an archive within archives within archives."""
    message = f"{name} lies in an archive that lies in others; it is not opened."
    return Refusal(name, None, "acquire.archive.too_deep", message, _SAVE)


def _opened(content: bytes, name: str) -> zipfile.ZipFile:
    try:
        return open_zip(content, most_entries=MOST_ENTRIES)
    except CrowdedZipError as error:
        raise _bomb(name, f"it holds more than {MOST_ENTRIES:,} files") from error
    except DamagedZipError as error:
        raise InputError(
            "acquire.archive.damaged",
            f"{name} is a damaged ZIP archive.",
            "Fetch it again and compare its size, or unpack what can be saved of it.",
        ) from error


def _member(
    archive: zipfile.ZipFile,
    entry: zipfile.ZipInfo,
    name: str,
    allowance: Allowance,
    *,
    again: bool,
) -> Member | Refusal:
    refused = _refusal(entry, name, allowance)
    if refused is not None:
        return refused
    try:
        content = read_entry(archive, entry)
    except DamagedZipError:
        message = f"{name} cannot be unpacked: the archive is damaged there."
        hint = "Fetch the archive again; the other files were read."
        return Refusal(name, None, "acquire.archive.damaged", message, hint)
    if not again:
        return Member(name, content)
    message = "The archive holds several files of this name; this is not the first of them."
    return Member(name, content, (Doubt("acquire.archive.name_twice", message),))


def _refusal(entry: zipfile.ZipInfo, name: str, allowance: Allowance) -> Refusal | None:
    """Return why an entry is not unpacked, None where it is."""
    if is_locked(entry):
        code, message = "acquire.archive.encrypted", f"{name} is locked with a password."
        return Refusal(name, None, code, message, f"{_SAVE} The other files were read.")
    if stat.S_ISLNK(entry.external_attr >> 16):
        message = f"{name} is a link, which is not followed."
        hint = "Give the file that it stands for."
        return Refusal(name, None, "acquire.link_not_followed", message, hint)
    if not is_usual(entry):
        message = f"{name} is packed by a method that is not read."
        return Refusal(name, None, "acquire.archive.method", message, _SAVE)
    if is_bomb(entry):
        code = "acquire.archive.bomb"
        message = f"{name} would unpack to more than {MOST_RATIO} times its size. It was not."
        return Refusal(name, None, code, message, f"Treat it with care. {_SAVE}")
    if entry.file_size > allowance.most_bytes:
        message = f"{name} is larger than {allowance.most_bytes // 1_000_000} MB."
        return Refusal(name, None, "acquire.too_large", message, "Split it into its documents.")
    return None


def _bomb(name: str, how: str) -> InputError:
    message = f"{name} looks like a ZIP bomb: {how}. Nothing of it was unpacked."
    return InputError("acquire.archive.bomb", message, f"Treat it with care. {_SAVE}")


def _named(entries: list[zipfile.ZipInfo]) -> list[tuple[str, zipfile.ZipInfo]]:
    """Return the files with their printable paths, sorted as a folder is; junk is left out."""
    names = _decoded([entry for entry in entries if not entry.is_dir()])
    found = [(_parts(name), entry) for name, entry in names]
    kept = [
        (parts, entry)
        for parts, entry in found
        if parts and not any(part.startswith(".") or part in _SKIPPED for part in parts)
    ]
    kept.sort(key=lambda pair: pair[0])
    return [("/".join(parts), entry) for parts, entry in kept]


def _parts(name: str) -> tuple[str, ...]:
    """Return the steps of a path that lead nowhere but down.

    >>> _parts("C:\\\\a\\\\..\\\\../b/./c.txt"), _parts("/etc/passwd")
    (('a', 'b', 'c.txt'), ('etc', 'passwd'))
    """
    steps = _DRIVE.sub("", name.replace("\\", "/")).split("/")
    shown = ("".join(letter if letter.isprintable() else "_" for letter in step) for step in steps)
    return tuple(step for step in shown if step not in ("", ".", ".."))


def _decoded(entries: list[zipfile.ZipInfo]) -> list[tuple[str, zipfile.ZipInfo]]:
    """Return the entries with their names, which old programs wrote in any encoding.

    Python takes such names for code page 437; all of an archive are judged together.
    """
    raw = {
        entry.filename: entry.filename.encode("cp437")
        for entry in entries
        if not entry.flag_bits & _UTF8_NAME and not entry.filename.isascii()
    }
    if not raw:
        return [(entry.filename, entry) for entry in entries]
    try:
        encoding = detect_encoding(b"\n".join(raw.values())).name
    except InputError:
        encoding = "cp437"
    return [
        (
            raw[entry.filename].decode(encoding, "replace")
            if entry.filename in raw
            else entry.filename,
            entry,
        )
        for entry in entries
    ]
