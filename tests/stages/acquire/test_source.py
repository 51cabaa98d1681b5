import hashlib

from allegata.stages.acquire.source import Told, acquire


def test_the_identity_of_a_source_is_the_hash_of_its_bytes() -> None:
    content = "Deux blessés.".encode("utf-16")
    source = acquire(content, "note.txt")
    assert source.id == "sha256:" + hashlib.sha256(content).hexdigest()
    assert (source.content, source.encoding) == (content, "utf-16-le")


def test_what_is_told_from_outside_is_kept() -> None:
    told = Told(media_type="md", language="fr", published="2031-05-03", country="XX")
    source = acquire(b"Deux", "note.txt", told)
    assert source.media_type == "text/markdown"
    assert (source.language, source.published, source.country) == ("fr", "2031-05-03", "XX")
