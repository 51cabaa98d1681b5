"""The set ``muc4``: newswire on Latin America, mostly in capitals, and templates of its incidents.

Input are the texts as they are, with their datelines; nothing else is told. Output is the JSON
Lines form of the scorer: a line for each text, a template for each incident that counts. What
counts, and how it is noted, is this set's codebook and lies in ``bench/muc4``.
"""

from collections.abc import Iterator
from pathlib import Path

from allegata.model.reading import Reading
from bench.muc4.incidents import Told
from bench.muc4.relevance import counted_in
from bench.muc4.roles import roles
from bench.muc4.template import Template
from bench.muc4.texts import read_texts
from bench.reading import read_text

# Of "the tragic incident" alone the task asks no template: somebody or something must be told of.
_CONTENT = ("hum-tgt-name", "hum-tgt-desc", "phys-tgt-id", "perp-ind-id", "perp-org-id")


def predict(data: Path, parts: tuple[str, ...] = ("DEV", "TST")) -> Iterator[dict[str, object]]:
    """Yield the templates of each text under ``data`` whose number begins with one of ``parts``."""
    for number, text in read_texts(data):
        if number.startswith(parts):
            yield {"docid": number, "templates": templates_of(read_text(number, text))}


def templates_of(reading: Reading) -> list[Template]:
    """Return the templates of one text that was read."""
    return list(_templates(reading))


def _templates(reading: Reading) -> Iterator[Template]:
    for told in counted_in(reading):
        template = {**_incident(told), **roles(reading, told)}
        if any(template.get(slot) for slot in _CONTENT):
            yield template


def _incident(told: Told) -> Template:
    return {
        "inc-type": [told.kind],
        "inc-stage": [told.stage],
        "inc-date": [told.date] if told.date is not None else [],
        "inc-loc": [told.location],
    }
