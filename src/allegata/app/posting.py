"""What people put in by hand: a post pasted in, and a translation beside its original."""

from allegata.app.ingest import Intake, take_in
from allegata.app.keeping import layer_digest
from allegata.app.relayering import free_id
from allegata.app.viewing import require_document
from allegata.model.casefile import DocumentStatus, StoredLayer
from allegata.model.document import SourceFile, TextLayer
from allegata.model.errors import InputError
from allegata.model.ids import content_id, short_id
from allegata.model.ledger import EntryKind, canonical
from allegata.model.source import Provenance
from allegata.model.vocabularies import LayerKind


def add_post(
    intake: Intake,
    text: str,
    *,
    provenance: Provenance,
    language: str | None,
    published: str | None,
    name: str,
) -> str:
    """Keep a pasted post as a text original and read it; return its document id.

    The same words at another address, by another author or at another time are another post.

    Raises:
        InputError: the post cannot be read, with the reader's own code.
    """
    content = text.encode("utf-8", "backslashreplace")
    told = [provenance.url, provenance.author, provenance.platform, provenance.posted]
    source = SourceFile(
        id=f"{content_id(content)}.{short_id('post', canonical([*told]))}",
        name=name,
        content=content,
        media_type="text/plain",
        encoding="utf-8",
        language=language,
        published=published,
        provenance=provenance,
    )
    with intake.store.read() as reader:
        known = reader.document(source.id)
    if known is not None and known.status is DocumentStatus.READ:
        return source.id
    if known is not None and known.status is DocumentStatus.FORGOTTEN:
        raise InputError("case.forgotten", "This post was forgotten by a decision.")
    refusal = take_in(intake, source, EntryKind.POST_ADDED)
    if refusal is not None:
        raise InputError(refusal.code, refusal.message, refusal.hint)
    return source.id


def add_translation(  # what the register of translations asks for
    intake: Intake,
    document_id: str,
    *,
    of_layer: str,
    text: str,
    language: str,
    translator: str,
) -> str:
    """Keep a translation as a new layer of the document and return the layer's id.

    It stands beside its original and is not read for claims.
    """
    if not text.strip():
        raise InputError("case.translation_empty", "The translation has no words.")
    at = intake.clock()
    with intake.store.write() as writer:
        require_document(writer, document_id)
        layers = {kept.layer.id: kept.layer for kept in writer.layers(document_id)}
        if of_layer not in layers or layers[of_layer].kind is LayerKind.TRANSLATION:
            raise InputError(
                "case.no_layer",
                f"The document has no original layer {of_layer}.",
                f"It has {', '.join(layers) or 'none'}.",
            )
        layer = TextLayer(
            id=free_id("t1", layers),
            kind=LayerKind.TRANSLATION,
            tool="person",
            text=text,
            language=language,
            of=of_layer,
        )
        writer.put_layer(document_id, StoredLayer(layer, layer.sha256, at, translator))
        writer.append(
            EntryKind.TRANSLATION_ADDED,
            {
                "document": document_id,
                "layers": {layer.id: layer_digest(layer)},
                "of": of_layer,
                "language": language,
                "translator": translator,
            },
            at=at,
            reviewer=intake.reviewer,
            document_id=document_id,
        )
    return layer.id
