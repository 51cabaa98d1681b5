"""The hash of the front end's source, kept beside its build so that a test can compare the two.

In: this folder. Out: one SHA-256 over the path and bytes of every source file, as hex.
``--write`` stores it with the build; without it, the hash is printed.
"""

import hashlib
import sys
from pathlib import Path

FRONTEND = Path(__file__).resolve().parent
HASH_FILE = FRONTEND.parent / "src" / "allegata" / "web" / "static" / "dist" / "source.sha256"
SOURCES = ("*.json", "*.ts", "*.js", "*.html", "public/**/*", "src/**/*")


def source_files(folder: Path = FRONTEND) -> list[Path]:
    """Return the files that the build is made of, sorted by their path."""
    found = {path for pattern in SOURCES for path in folder.glob(pattern) if path.is_file()}
    return sorted(found, key=lambda path: path.relative_to(folder).as_posix())


def source_hash(folder: Path = FRONTEND) -> str:
    """Return the hash; it does not depend on the machine, the clock or line endings."""
    hasher = hashlib.sha256()
    for path in source_files(folder):
        content = path.read_bytes().replace(b"\r\n", b"\n")
        hasher.update(f"{path.relative_to(folder).as_posix()} {len(content)}\n".encode())
        hasher.update(content)
    return hasher.hexdigest()


def main() -> None:
    """Print the hash, or store it with the build."""
    if "--write" in sys.argv[1:]:
        HASH_FILE.write_text(source_hash() + "\n")
    else:
        sys.stdout.write(source_hash() + "\n")


if __name__ == "__main__":
    main()
