"""The built front end, read once at start: a handful of small files with fixed names."""

from dataclasses import dataclass
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import PurePosixPath

from allegata.model.errors import ConfigError

MEDIA_TYPES = {
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".svg": "image/svg+xml",
    ".json": "application/json",
}
PAGE = "index.html"


@dataclass(frozen=True, slots=True)
class Asset:
    """One file of the build."""

    content: bytes
    media_type: str


def load_assets(folder: Traversable | None = None) -> dict[str, Asset]:
    """Return the files of the build by name; what has no known type is not served.

    Raises:
        ConfigError: the build is missing.
    """
    folder = folder or resources.files("allegata.web").joinpath("static", "dist")
    found = {}
    for item in sorted(folder.iterdir(), key=lambda each: each.name) if folder.is_dir() else ():
        media_type = MEDIA_TYPES.get(PurePosixPath(item.name).suffix)
        if media_type is not None and item.is_file():
            found[item.name] = Asset(item.read_bytes(), media_type)
    if PAGE not in found:
        raise ConfigError(
            "web.no_build",
            "The workbench's page is missing from this installation.",
            "Install Allegata again, or run `npm run build` in frontend/.",
        )
    return found
