"""An archive or e-mail to the inputs in it, each of which may hold others in its turn.

A ZIP archive and a mailbox are no documents themselves; a mail is, and what is attached to it
follows. Every document remembers the id of what held it. One bad file never stops the rest.

>>> source = SourceFile("sha256:0", "n.txt", b"Two", "text/plain")
>>> [found.name for found in unpack(source, Nest(), lambda member, nest: iter(()))]
['n.txt']
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace

from allegata.model.document import SourceFile
from allegata.model.reading import Refusal
from allegata.stages.acquire.archives import (
    MOST_DEPTH,
    Allowance,
    Member,
    read_archive,
    too_deep,
)
from allegata.stages.acquire.mail_kinds import EML, MBOX
from allegata.stages.acquire.zip_kinds import ZIP

Input = SourceFile | Refusal


@dataclass(frozen=True, slots=True)
class Nest:
    """How deep within one input something lies, and what may still be unpacked of that input."""

    depth: int = 0
    allowance: Allowance = field(default_factory=Allowance)


Read = Callable[[Member, Nest], Iterator[Input]]


def unpack(source: SourceFile, nest: Nest, read: Read) -> Iterator[Input]:
    """Yield the source, or what is in it; ``read`` turns a member into inputs.

    Raises:
        InputError: the archive or mail as a whole cannot be used.
    """
    if source.media_type == EML:
        from allegata.stages.acquire.mail import open_mail  # noqa: PLC0415  (email loads slowly)

        opened = open_mail(source)
        if opened.source is not None:
            yield opened.source
        if opened.refused is not None:
            error = opened.refused
            yield Refusal(source.name, None, error.code, error.message, error.hint)
        yield from _members(source, opened.attachments, nest, read)
    elif source.media_type in (ZIP, MBOX) and nest.depth >= MOST_DEPTH:
        yield too_deep(source.name)
    elif source.media_type == ZIP:
        members = read_archive(source.content, source.name, nest.allowance)
        yield from _members(source, members, nest, read)
    elif source.media_type == MBOX:
        from allegata.stages.acquire.mail import split_mailbox  # noqa: PLC0415

        members = split_mailbox(source.content, source.name)
        yield from _members(source, members, nest, read)
    else:
        yield source


def _members(
    source: SourceFile, members: Iterable[Member | Refusal], nest: Nest, read: Read
) -> Iterator[Input]:
    deeper = replace(nest, depth=nest.depth + 1)
    for member in members:
        if isinstance(member, Refusal):
            yield member
        elif nest.depth >= MOST_DEPTH:
            yield too_deep(member.name)
        else:
            for found in read(member, deeper):
                yield found if isinstance(found, Refusal) else _held(found, source, member)


def _held(found: SourceFile, holder: SourceFile, member: Member) -> SourceFile:
    """Return an input of a member with the id of what held it, the nearest first."""
    if found.provenance.container is not None:
        return found
    provenance = replace(found.provenance, container=holder.id)
    return replace(found, provenance=provenance, doubts=(*member.doubts, *found.doubts))
