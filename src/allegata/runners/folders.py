"""A path to the files it stands for, in a fixed order, without following links around in circles.

>>> [found.code for found in find_files("no such folder/") if isinstance(found, Refusal)]
['acquire.missing']
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from allegata.model.reading import Refusal

_ELSEWHERE = "Name the linked file or folder itself if you want it read."


@dataclass(frozen=True, slots=True)
class Found:
    """A file to read; ``name`` is its path within the folder that was named, printable anywhere."""

    path: Path
    name: str


def find_files(path: str) -> Iterator[Found | Refusal]:
    """Yield the file at ``path``, or every file below that folder, sorted; hidden ones are skipped.

    Links that a person names are followed. Inside a folder, links to folders are not (a loop has
    the code ``acquire.link_loop``), and links to files only where they stay inside the folder.
    """
    start = Path(path)
    name = _printable(start.name or path)
    try:
        if start.is_dir():
            yield from _below(start, name)
        elif start.exists():
            yield Found(start, name)
        else:
            yield _missing(start, name)
    except (OSError, ValueError) as error:  # ValueError: a NUL in the path
        yield unreadable(name, error)


def unreadable(name: str, error: OSError | ValueError) -> Refusal:
    """Return the refusal for an error of the operating system."""
    reason = getattr(error, "strerror", None) or str(error)
    hint = "Check that you may read it and that its disk is there."
    return Refusal(name, None, "acquire.unreadable", f"{name} cannot be read: {reason}.", hint)


def _missing(path: Path, name: str) -> Refusal:
    if path.is_symlink():
        message = f"{name} is a link that leads nowhere."
        return Refusal(name, None, "acquire.missing", message, "Give the file that it stood for.")
    message = f"There is no file or folder {name}."
    return Refusal(name, None, "acquire.missing", message, "Check the path and its spelling.")


def _below(folder: Path, name: str) -> Iterator[Found | Refusal]:
    root = folder.resolve()
    waiting = [folder]
    empty = True
    while waiting:
        path = waiting.pop()
        shown = _printable(path.relative_to(folder).as_posix())
        if path != folder and path.is_symlink():
            found = _link(path, shown, root)
        elif path.is_dir():
            try:
                entries = sorted(item for item in path.iterdir() if not item.name.startswith("."))
            except OSError as error:
                yield unreadable(shown, error)
            else:
                waiting.extend(reversed(entries))
            continue
        elif path.is_file():
            found = Found(path, shown)
        else:
            message = f"{shown} is a device or a pipe, not a file."
            found = Refusal(shown, None, "acquire.not_a_file", message, "Leave it out.")
        empty = False
        yield found
    if empty:
        message = f"The folder {name} holds no files (hidden ones are not read)."
        yield Refusal(
            name, None, "acquire.folder_empty", message, "Check that it is the right one."
        )


def _link(path: Path, name: str, root: Path) -> Found | Refusal:
    """Judge a link found inside a folder."""
    try:
        target = path.resolve(strict=True)
    except RuntimeError:  # Python's word for a link that leads to itself
        return _loop(name)
    except OSError as error:
        return _missing(path, name) if isinstance(error, FileNotFoundError) else _loop(name)
    if target.is_dir():
        if path.absolute().parent.resolve().is_relative_to(target):
            return _loop(name)
        message = f"{name} is a link to a folder, which is not followed."
        return Refusal(name, None, "acquire.link_not_followed", message, _ELSEWHERE)
    if not target.is_relative_to(root) or not target.is_file():
        message = f"{name} is a link that leads out of the folder, which is not followed."
        return Refusal(name, None, "acquire.link_not_followed", message, _ELSEWHERE)
    return Found(path, name)


def _loop(name: str) -> Refusal:
    message = f"{name} is a link that leads back to itself or to a folder that it is in."
    return Refusal(name, None, "acquire.link_loop", message, "Remove the link; the rest was read.")


def _printable(name: str) -> str:
    """Return the name with bytes that are no UTF-8 shown as U+FFFD."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
