"""A DOCX as a package: the XML parts of a ZIP, with bombs refused before anything is inflated.

The caps look only at what the archive declares; reading stops at the declared size, so an archive
that lies is found damaged. XML with a DTD is refused whole: Office never writes one, and entities
are how XML is made to explode or to fetch files.
"""

import posixpath
import zipfile

from lxml import etree

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
from allegata.model.errors import InputError

MOST_ENTRIES = 5_000
MOST_BYTES = 500_000_000
# "Strict" files of Word name the same elements by another address.
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_USUAL = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_DAMAGED = "Fetch it again and compare its size; if it opens in Word, save it anew."


class Package:
    """The parts of one file, by name, such as ``word/document.xml``."""

    def __init__(self, content: bytes, name: str) -> None:
        """Open the archive and judge what it declares.

        Raises:
            InputError: ``convert.docx.bomb``, ``convert.docx.damaged``, ``convert.docx.encrypted``.
        """
        self._name = name
        try:
            self._archive = open_zip(content, most_entries=MOST_ENTRIES)
        except CrowdedZipError as error:
            raise self._bomb(f"it holds more than {MOST_ENTRIES} files") from error
        except DamagedZipError as error:
            raise self._damaged("it is no whole ZIP archive") from error
        self._judge(self._archive.infolist())
        self._names = frozenset(self._archive.namelist())

    def part(self, name: str) -> etree._Element | None:
        """Return the root of an XML part, or None if there is no such part.

        Raises:
            InputError: ``convert.docx.damaged``, ``convert.docx.entities``.
        """
        if name not in self._names:
            return None
        try:
            return parse_xml(read_entry(self._archive, name).replace(_STRICT, _USUAL))
        except DamagedZipError as error:
            raise self._damaged(f"its part {name} cannot be unpacked") from error
        except etree.XMLSyntaxError as error:
            raise self._damaged(f"its part {name} is no XML") from error
        except ForbiddenXmlError as error:
            raise InputError(
                "convert.docx.entities",
                f"{self._name} declares a DTD in {name}, as no Office program does: it may be "
                "made to do harm.",
                "Treat it with care. Open it elsewhere and save it anew as DOCX or PDF.",
            ) from error

    def related(self, part: str) -> dict[str, tuple[str, str]]:
        """Return what a part points to inside the package: id to (kind, name of the other part)."""
        folder, base = posixpath.split(part)
        root = self.part(posixpath.join(folder, "_rels", base + ".rels"))
        found: dict[str, tuple[str, str]] = {}
        for link in root if root is not None else ():
            target = link.get("Target", "")
            if link.get("TargetMode") == "External" or not target:
                continue
            path = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            found[link.get("Id", "")] = (link.get("Type", "").rpartition("/")[2], path)
        return found

    def _judge(self, entries: list[zipfile.ZipInfo]) -> None:
        if sum(entry.file_size for entry in entries) > MOST_BYTES:
            raise self._bomb(f"it would unpack to more than {MOST_BYTES // 1_000_000} MB")
        for entry in entries:
            if is_bomb(entry):
                raise self._bomb(f"a part of it would unpack to {MOST_RATIO} times its size")
            if not is_usual(entry):
                raise self._damaged("it is packed in a way that Office never uses")
            if is_locked(entry):
                raise InputError(
                    "convert.docx.encrypted",
                    f"{self._name} is locked with a password.",
                    "Open it with its password and save a copy without one.",
                )

    def _bomb(self, how: str) -> InputError:
        return InputError(
            "convert.docx.bomb",
            f"{self._name} looks like a ZIP bomb: {how}. Nothing of it was unpacked.",
            "Treat it with care. If you trust it, open it in Word and save it as PDF.",
        )

    def _damaged(self, how: str) -> InputError:
        return InputError(
            "convert.docx.damaged", f"{self._name} is a damaged DOCX: {how}.", _DAMAGED
        )


class ForbiddenXmlError(Exception):
    """XML that declares a DTD."""


def parse_xml(content: bytes, *, mend: bool = False) -> etree._Element:
    """Return the root of XML that has no DTD; nothing is fetched and no entity is replaced.

    With ``mend`` broken markup gives a tree too, which may lack text: compare it with the file.

    Raises:
        ForbiddenXmlError: it declares a DTD.
        lxml.etree.XMLSyntaxError: it is no XML.
        ValueError: nothing in it could be mended.
    """
    if b"<!DOCTYPE" in content[:4096]:  # before the parser sees an entity at all
        raise ForbiddenXmlError
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
        recover=mend,
    )
    root = etree.fromstring(content, parser)
    if root is None:  # nothing in it could be mended
        raise ValueError("no element was found")
    if root.getroottree().docinfo.internalDTD is not None:
        raise ForbiddenXmlError
    return root
