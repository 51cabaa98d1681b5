"""A locked process that becomes the OCR engine: ``python -I -m allegata.runners.ocr_launcher``.

Arguments: a JSON object (the limits, the folders that may be read), then the program and its
arguments. The engine gets a picture on standard input and nothing else: it can open the system's
programs, libraries and its language data, and no other file, no connection, and start no process.
"""

import json
import os
import sys
from dataclasses import dataclass

from allegata.model.wire import from_json
from allegata.runners.confinement import confine_to_run
from allegata.runners.limits import Limits


@dataclass(frozen=True, slots=True)
class Permit:
    """What the program may use: limits, and the paths below which it may read and run.

    It ends when ``parent``, the process that waits for it, ends.
    """

    limits: Limits
    readable: tuple[str, ...]
    parent: int


def main() -> None:
    """Lock this process and become the program."""
    permit = from_json(Permit, json.loads(sys.argv[1]))
    confine_to_run(permit.readable, permit.limits, parent=permit.parent)
    os.execv(sys.argv[2], sys.argv[2:])  # noqa: S606  (that is what it is for)


if __name__ == "__main__":
    main()
