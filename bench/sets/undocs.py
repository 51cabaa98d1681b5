"""The set ``undocs``: real documents of the United Nations against what a person read in them.

Data are the 79 files of ``shared/data/un-docs``, which stand beside the repository; the gold is in
``bench/data/undocs``. ``--only text`` leaves out the files that need OCR, ``--only scans`` the
others. What was wrong is told with its words in ``bench/out/undocs.md``, which is never committed.
"""

import hashlib
import os
from collections.abc import Sequence
from pathlib import Path

from bench.figures import Figure, data_of
from bench.files import DataMissingError
from bench.undocs import scoring
from bench.undocs.gold import GoldDocument, load_documents
from bench.undocs.page import write_page
from bench.undocs.reading import observe

REPOSITORY = Path(__file__).resolve().parents[2]
SHARED = Path(os.environ.get("ALLEGATA_SHARED", REPOSITORY.parent / "shared"))
PAGE = REPOSITORY / "bench" / "out" / "undocs.md"
TEXT, SCANS = scoring.TEXT, scoring.SCANS


def measure(only: str | None = None) -> list[Figure]:
    """Read the files and return the figures; ``only`` is "text", "scans" or None for all.

    Raises:
        DataMissingError: the data do not stand beside the repository.
        ValueError: they are not the files that the gold was made for.
    """
    folder = SHARED / "data" / "un-docs"
    if not folder.is_dir():
        raise DataMissingError(f"needs the development data at {folder}")
    golds = load_documents()
    digest = digest_of(golds, folder)
    if digest != data_of("undocs"):
        raise ValueError(f"the files at {folder} are not those of the gold (digest {digest})")
    golds = tuple(gold for gold in golds if only is None or gold.is_scan == (only == SCANS))
    items = [scoring.Item(*pair) for pair in zip(golds, observe(golds, folder), strict=True)]
    scored = scoring.score(items)
    write_page(PAGE, scored.figures, scoring.field_tables(items), scored.mistakes)
    return scored.figures


def digest_of(golds: Sequence[GoldDocument], folder: Path) -> str:
    """Return one digest over the bytes of all files of the gold."""
    whole = hashlib.sha256()
    for gold in golds:
        whole.update(gold.file.encode())
        whole.update(hashlib.sha256((folder / gold.file).read_bytes()).digest())
    return whole.hexdigest()[:16]
