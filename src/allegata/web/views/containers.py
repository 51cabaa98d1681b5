"""What held a document, as JSON: an e-mail, which is a document itself, or an archive.

The name of a file in an archive begins with the archive's.

>>> held_in("box.zip/2031/a.txt"), held_in("mail.eml/box.zip/a.txt"), held_in("a.txt")
('box.zip', 'mail.eml/box.zip', None)
"""

import re
from collections.abc import Mapping

from allegata.app.views import DocumentRow
from allegata.model.wire import Json

_HOLDER = re.compile(r"\.(?:zip|eml|mbox)$", re.IGNORECASE)


def container_view(row: DocumentRow, names: Mapping[str, str]) -> Json:
    """Return what held the document; ``names`` are those of the documents in the case, by id."""
    if row.container is None:
        return None
    known = names.get(row.container)
    return {
        "id": row.container,
        "name": known if known is not None else held_in(row.name),
        "document": known is not None,
    }


def held_in(name: str) -> str | None:
    """Return the part of a file's name that names what held it; None where there is none."""
    folders = name.split("/")[:-1]
    holders = [at for at, folder in enumerate(folders, 1) if _HOLDER.search(folder)]
    return "/".join(folders[: holders[-1]]) if holders else (folders[0] if folders else None)
