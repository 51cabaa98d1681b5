"""The gazetteers of countries on this computer: a folder with a packed file for each.

In: a folder. Out: what lies there, opened; files put there whole or not at all. The folder is
``ALLEGATA_GAZETTEERS``, else one of the user's own data.
"""

import hashlib
import os
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from allegata.gazetteers.packed import PackedGazetteer
from allegata.model.errors import ConfigError, InputError

VARIABLE: Final = "ALLEGATA_GAZETTEERS"
SUFFIX: Final = ".gaz"
_DIGEST: Final = ".sha256"


@dataclass(frozen=True, slots=True)
class InstalledGazetteer:
    """What a person is told of a gazetteer; ``made`` is a day, ``sources`` as in its header."""

    country: str
    path: Path
    made: str
    entries: int
    names: int
    features: Mapping[str, int]
    sources: Sequence[Mapping[str, Any]]  # Any: JSON as parsed
    bytes: int
    digest: str


def usual_folder() -> Path:
    """Return the folder that the environment names, else that of the user's data."""
    named = os.environ.get(VARIABLE)
    if named:
        return Path(named).expanduser()
    data = os.environ.get("XDG_DATA_HOME") or "~/.local/share"
    return Path(data).expanduser() / "allegata" / "gazetteers"


def open_all(folder: Path) -> dict[str, PackedGazetteer]:
    """Return the gazetteers in a folder by country.

    Raises:
        ConfigError: a file there is no gazetteer of this version.
    """
    return {path.stem: _opened(path) for path in sorted(folder.glob(f"??{SUFFIX}"))}


def describe(folder: Path, country: str) -> InstalledGazetteer:
    """Return what is known of a country's gazetteer, its file read and verified as a whole.

    Raises:
        InputError: it is not installed. ConfigError: its file is not what was installed.
    """
    path = _path(folder, country)
    if not path.is_file():
        raise InputError(
            "gazetteer.not_installed",
            f"There is no gazetteer of {country} in {folder}.",
            f"Add it with `allegata gazetteer add {country}`, or see what there is with `allegata "
            "gazetteer list`.",
        )
    gazetteer = _opened(path)
    recorded = path.with_suffix(_DIGEST)
    if not recorded.is_file() or recorded.read_text(encoding="ascii").strip() != gazetteer.digest:
        raise _broken(path)
    features: dict[str, int] = {}
    for entry in gazetteer.entries():
        features[entry.feature] = features.get(entry.feature, 0) + 1
    return InstalledGazetteer(
        country=country,
        path=path,
        made=str(gazetteer.header.get("made", "")),
        entries=sum(features.values()),
        names=gazetteer.count_of_names(),
        features=dict(sorted(features.items())),
        sources=gazetteer.header["sources"],  # type: ignore[arg-type]  # as packed
        bytes=path.stat().st_size,
        digest=gazetteer.digest,
    )


def countries_in(folder: Path) -> tuple[str, ...]:
    """Return which countries have a gazetteer in a folder."""
    return tuple(path.stem for path in sorted(folder.glob(f"??{SUFFIX}")))


def install(folder: Path, country: str, content: bytes) -> None:
    """Put a gazetteer into a folder: written beside, then in place of the old one at once."""
    PackedGazetteer(content)  # refuses what is none before anything is replaced
    folder.mkdir(parents=True, exist_ok=True)
    path = _path(folder, country)
    digest = hashlib.sha256(content).hexdigest()
    _replace(path, content)
    _replace(path.with_suffix(_DIGEST), f"{digest}\n".encode("ascii"))


def remove(folder: Path, country: str) -> None:
    """Remove a country's gazetteer.

    Raises:
        InputError: it is not installed.
    """
    path = _path(folder, country)
    if not path.is_file():
        raise InputError(
            "gazetteer.not_installed",
            f"There is no gazetteer of {country} in {folder}.",
            "See what there is with `allegata gazetteer list`.",
        )
    path.unlink()
    path.with_suffix(_DIGEST).unlink(missing_ok=True)


def _path(folder: Path, country: str) -> Path:
    return folder / f"{country}{SUFFIX}"


def _opened(path: Path) -> PackedGazetteer:
    try:
        return PackedGazetteer.open(path)
    except (ConfigError, ValueError, KeyError) as error:
        raise _broken(path) from error


def _broken(path: Path) -> ConfigError:
    return ConfigError(
        "gazetteer.broken",
        f"{path} is not the gazetteer that was installed: it is broken, or of another version.",
        f"Add it again with `allegata gazetteer add {path.stem}`, or remove it with `allegata "
        f"gazetteer remove {path.stem}`.",
    )


def _replace(path: Path, content: bytes) -> None:
    """Write a file so that it is there whole or not at all."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
