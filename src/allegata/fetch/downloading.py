"""Files from the network into a folder, whole or to be gone on with.

In: an address, the file it goes to. Out: what became of it. A file that is there already is asked
for only if it changed (ETag, Last-Modified); one that broke off goes on where it stopped, if the
server still has the same file. Only listed hosts are asked, and redirects to others refused.
"""

import json
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Set
from dataclasses import asdict, dataclass, field
from http.client import HTTPException, HTTPMessage
from pathlib import Path
from typing import IO, Any, Final
from urllib.parse import urljoin, urlsplit

from allegata import __version__
from allegata.fetch.planning import Item, hosts

LARGEST: Final = 1 << 30  # bytes; the largest file known has 200 MB
TIMEOUT: Final = 30.0  # seconds without a byte
TRIES: Final = 4
_CHUNK: Final = 1 << 16
_SMALL: Final = 1 << 20  # bytes of an answer that only names the file
_PARTIAL: Final = 206
_UNCHANGED: Final = 304
_RANGE_REFUSED: Final = 416
_WORTH_ANOTHER_TRY: Final = frozenset({408, 425, 429, 500, 502, 503, 504})


@dataclass(frozen=True, slots=True)
class Fetched:
    """What became of an item; ``state`` is new, unchanged or failed, ``reason`` why it failed."""

    item: Item
    state: str
    bytes: int = 0
    reason: str = ""


@dataclass(frozen=True, slots=True)
class _Stamp:
    """What tells whether a server still has the same file."""

    url: str
    etag: str = ""
    modified: str = ""


@dataclass(frozen=True, slots=True)
class Fetcher:
    """Fetches items into a folder.

    ``mirror`` is an address under which all hosts' files lie, ``MIRROR/HOST/PATH``, for a server of
    one's own; then it alone is asked. ``pause`` waits so many seconds between tries.
    """

    folder: Path
    mirror: str = ""
    pause: Callable[[float], None] = field(default=time.sleep)
    timeout: float = TIMEOUT

    def fetch(self, item: Item) -> Fetched:
        """Fetch one item; what fails is told and raises nothing."""
        reason = ""
        for attempt in range(TRIES):
            if attempt:
                self.pause(2.0**attempt)
            try:
                url = self._named(item) if item.follow else item.url
                return self._download(item, url)
            except urllib.error.HTTPError as error:
                reason = f"{error.code} {error.reason}"
                if error.code not in _WORTH_ANOTHER_TRY:
                    break
            except (OSError, HTTPException) as error:
                reason = str(error) or type(error).__name__
            except (ValueError, KeyError) as error:
                reason = str(error)
                break
        return Fetched(item, "failed", reason=reason)

    def _named(self, item: Item) -> str:
        """Return the address that the JSON at an item's address names."""
        with self._open(item.url, {}) as answer:
            told = json.loads(answer.read(_SMALL))
        return urljoin(item.url, str(told[item.follow]))

    def _download(self, item: Item, url: str) -> Fetched:
        path = self.folder / item.file
        part, note = path.with_name(f"{path.name}.part"), path.with_name(f"{path.name}.from")
        path.parent.mkdir(parents=True, exist_ok=True)
        stamp = _read_stamp(note)
        known = stamp is not None and stamp.url == url
        asked: dict[str, str] = {}
        begun = part.stat().st_size if part.exists() and known else 0
        if begun and stamp and (stamp.etag or stamp.modified):
            asked = {"Range": f"bytes={begun}-", "If-Range": stamp.etag or stamp.modified}
        elif path.exists() and known and stamp:
            begun = 0
            asked = {"If-None-Match": stamp.etag} if stamp.etag else {}
            asked |= {"If-Modified-Since": stamp.modified} if stamp.modified else {}
        try:
            with self._open(url, asked) as answer:
                self._take(answer, url, part, note, begun)
        except urllib.error.HTTPError as error:
            if error.code == _UNCHANGED:
                return Fetched(item, "unchanged", path.stat().st_size)
            if error.code == _RANGE_REFUSED:
                part.unlink(missing_ok=True)
                raise ConnectionError("the server has another file by now") from error
            raise
        part.replace(path)
        return Fetched(item, "new", path.stat().st_size)

    def _take(
        self, answer: Any, url: str, part: Path, note: Path, begun: int
    ) -> None:  # Any: urllib
        """Write an answer (Any: urllib's) to the part file, behind what is there if it goes on."""
        goes_on = begun > 0 and answer.status == _PARTIAL
        size = begun if goes_on else 0
        told = answer.headers.get("Content-Length")
        whole = size + int(told) if told else None
        stamp = _Stamp(url, answer.headers.get("ETag", ""), answer.headers.get("Last-Modified", ""))
        note.write_text(json.dumps(asdict(stamp)), encoding="utf-8")
        with part.open("ab" if goes_on else "wb") as file:
            while chunk := answer.read(_CHUNK):
                size += len(chunk)
                if size > LARGEST:
                    raise ValueError(f"more than {LARGEST} bytes")
                file.write(chunk)
        if whole is not None and size < whole:
            raise ConnectionError(f"only {size} of {whole} bytes came")

    def _open(self, url: str, asked: dict[str, str]) -> Any:  # Any: urllib's answer
        request = urllib.request.Request(  # noqa: S310  # hosts and schemes are checked right here
            self._address(url), headers={"User-Agent": f"allegata/{__version__}", **asked}
        )
        opener = urllib.request.build_opener(_Redirects(self._allowed()))
        return opener.open(request, timeout=self.timeout)

    def _address(self, url: str) -> str:
        parts = urlsplit(url)
        if parts.scheme != "https" or parts.netloc not in hosts():
            raise ValueError(f"{parts.netloc or url} is no host that may be asked")
        return f"{self.mirror.rstrip('/')}/{parts.netloc}{parts.path}" if self.mirror else url

    def _allowed(self) -> Set[str]:
        return {urlsplit(self.mirror).netloc} if self.mirror else hosts()


class _Redirects(urllib.request.HTTPRedirectHandler):
    """Follows redirects to hosts that may be asked, and never from https to http."""

    def __init__(self, allowed: Set[str]) -> None:
        self._allowed = allowed

    def redirect_request(  # as the library calls it
        self,
        req: urllib.request.Request,
        fp: IO[bytes],
        code: int,
        msg: str,
        headers: HTTPMessage,
        newurl: str,
    ) -> urllib.request.Request | None:
        """Return the request to follow with; ValueError where it leads to another host."""
        parts = urlsplit(newurl)
        if parts.netloc not in self._allowed or parts.scheme != urlsplit(req.full_url).scheme:
            raise ValueError(f"it was led on to {parts.netloc}, which is no host that may be asked")
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def _read_stamp(note: Path) -> _Stamp | None:
    try:
        return _Stamp(**json.loads(note.read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return None
