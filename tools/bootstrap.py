"""Get what a fresh machine lacks: uv, and the Debian packages of the browser and OCR tests.

Runs on the system's Python with nothing installed. ``uv`` goes into ``.tools`` (Debian's Python
refuses a plain ``pip install``); packages are installed where apt-get and the rights are there,
and otherwise named, so that the tests that need them can say why they are skipped.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

TOOLS = Path(".tools")
BINARIES = {"chromium": "chromium", "tesseract": "tesseract-ocr"}
TESSERACT_LANGUAGES = ("ara", "chi-sim", "eng", "fra", "rus", "spa")
FONTS = "fonts-noto-core"  # Arabic in screenshots


def install_uv() -> int:
    """Put uv into ``.tools/bin`` with pip; return pip's exit status."""
    command = [sys.executable, "-m", "pip", "install", "--quiet", "--target", str(TOOLS), "uv"]
    return subprocess.run(command, check=False).returncode


def missing_packages() -> list[str]:
    """Return the Debian packages whose programs or language files are not there."""
    missing = [package for binary, package in BINARIES.items() if shutil.which(binary) is None]
    known = ""
    if shutil.which("tesseract"):
        listing = ["tesseract", "--list-langs"]
        known = subprocess.run(listing, capture_output=True, text=True, check=False).stdout
    missing += [
        f"tesseract-ocr-{language}"
        for language in TESSERACT_LANGUAGES
        if language.replace("-", "_") not in known.split()
    ]
    if missing and not Path("/usr/share/fonts/truetype/noto").is_dir():
        missing.append(FONTS)
    return missing


def install_packages() -> int:
    """Install what is missing if this may be done; never fail for it, the tests say what lacks."""
    missing = missing_packages()
    if not missing:
        return 0
    may = shutil.which("apt-get") is not None and os.geteuid() == 0
    if not may:
        print(f"not installed (needs apt-get and root): {' '.join(missing)}")
        return 0
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (
        ["apt-get", "update", "-qq"],
        ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *missing],
    ):
        done = subprocess.run(command, env=environment, check=False, stdout=subprocess.DEVNULL)
        if done.returncode:
            print(f"could not install {' '.join(missing)}; the tests that need them are skipped")
            return 0
    return 0


if __name__ == "__main__":
    sys.exit(install_uv() if sys.argv[1:] == ["uv"] else install_packages())
