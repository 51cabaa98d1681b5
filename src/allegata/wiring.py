"""The composition root: builds what the edges use from the parts inside.

Everything heavy is imported when first used, so that ``allegata read`` starts fast.
"""

import datetime as dt
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from allegata.model.document import SourceFile
from allegata.model.errors import InputError
from allegata.model.reading import Mentions, Reading, Refusal, Run

if TYPE_CHECKING:
    from allegata.app.case import Case
    from allegata.app.exporting import Exporter

DEFAULT_REVIEWER = "reviewer-1"


def now() -> str:
    """Return the time, ISO 8601 in UTC, to the second."""
    return dt.datetime.now(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def read(source: SourceFile) -> Reading | Refusal:
    """Return the reading of one source, or why it was refused."""
    from allegata import __version__  # noqa: PLC0415
    from allegata.runners.worker import convert_isolated  # noqa: PLC0415

    try:
        document = convert_isolated(source)
    except InputError as error:
        return Refusal(source.name, source.row_id, error.code, error.message, error.hint)
    run = Run(__version__, codebook="", packs="", model=None, gazetteers=())
    return Reading(run, document, Mentions(), (), ())


def new_case(path: Path, *, reviewer: str = DEFAULT_REVIEWER) -> "Case":
    """Make a case file at ``path`` and open it for writing."""
    from allegata.store.case_store import create  # noqa: PLC0415

    create(path, at=now(), reviewer=reviewer)
    return open_case(path)


def open_case(path: Path, *, read_only: bool = False) -> "Case":
    """Open the case file at ``path``; for writing unless ``read_only``."""
    from allegata.app.case import Case  # noqa: PLC0415
    from allegata.store.case_store import open_store  # noqa: PLC0415

    store = open_store(path, at=now(), read_only=read_only)
    return Case(store, read=read, clock=now, exporters=exporters())


def exporters() -> "Mapping[str, Exporter]":
    """Return the export formats by name."""
    from allegata.export.csv_counts import write_csv  # noqa: PLC0415
    from allegata.export.jsonl_claims import write_jsonl  # noqa: PLC0415

    return {"csv": write_csv, "jsonl": write_jsonl}
