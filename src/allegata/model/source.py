"""Who speaks (Source) and where a document came from (Provenance)."""

from dataclasses import dataclass

from allegata.model.vocabularies import Sensitivity, SourceKind
from allegata.model.wire import added


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where a document came from. Times are ISO 8601 in UTC; unknown is None.

    ``container`` is the id (``sha256:…``) of the archive or e-mail that held it.
    """

    url: str | None = None
    archive_url: str | None = None
    publisher: str | None = None
    author: str | None = None
    platform: str | None = None
    posted: str | None = None
    collected: str | None = None
    collector: str | None = None
    tool: str | None = None
    container: str | None = added(None)


@dataclass(frozen=True, slots=True)
class Source:
    """An entry of the case file's register of sources.

    ``alias`` is the protected working name, ``published_as`` the only name that may leave the case
    file. ``camp`` groups parties that speak for one side, so that two organs of it count once.
    """

    id: str
    name: str
    kind: SourceKind = SourceKind.UNKNOWN
    party: str | None = None
    camp: str | None = None
    first_hand: bool | None = None
    reliability: str | None = None
    alias: str | None = None
    published_as: str | None = None
    sensitivity: Sensitivity = Sensitivity.RESTRICTED
    may_publish: bool = False
