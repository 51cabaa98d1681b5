"""Deterministic identifiers from parts, without a separator that two different tuples could share.

>>> digest("ab", "c") == digest("a", "bc")
False
>>> short_id("claim", "doc", 3)
'c8d20b55ef9ea2f4'
"""

import hashlib


def digest(*parts: str | int | None) -> str:
    """Return the SHA-256 (hex) of the parts, each written with its type and length before it."""
    hasher = hashlib.sha256()
    for part in parts:
        kind = "n" if part is None else "i" if isinstance(part, int) else "s"
        body = b"" if part is None else str(part).encode()
        hasher.update(f"{kind}{len(body)}:".encode())
        hasher.update(body)
    return hasher.hexdigest()


def short_id(*parts: str | int | None) -> str:
    """Return the first 16 hex digits of :func:`digest`: 64 bits, ample within one case file."""
    return digest(*parts)[:16]


def content_id(content: bytes) -> str:
    """Return the identity of an original, ``sha256:`` and the hash of its bytes."""
    return "sha256:" + hashlib.sha256(content).hexdigest()
