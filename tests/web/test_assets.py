"""The committed build is the build of the committed source, and asks nothing of another host."""

import importlib.util
import re
from pathlib import Path

import pytest

from allegata.model.errors import ConfigError
from allegata.web.assets import load_assets

FRONTEND = Path(__file__).resolve().parents[2] / "frontend"
NAMESPACES = {b"http://www.w3.org/2000/svg", b"http://www.w3.org/1999/xhtml"} | {
    b"http://www.w3.org/1998/Math/MathML",
    b"http://www.w3.org/1999/xlink",
    b"http://www.w3.org/XML/1998/namespace",
    b"http://www.w3.org/2000/xmlns/",
}


def test_the_build_is_of_the_source_beside_it() -> None:
    spec = importlib.util.spec_from_file_location("source_hash", FRONTEND / "source_hash.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    stored = module.HASH_FILE.read_text().strip()
    assert stored == module.source_hash(), "run `npm run build` in frontend/"


def test_the_build_names_no_other_host() -> None:
    for name, asset in load_assets().items():
        addresses = set(re.findall(rb"https?://[^\s\"'`)]+", asset.content)) - NAMESPACES
        allowed = {address for address in addresses if b"svelte.dev/e/" in address}
        assert addresses == allowed, name


def test_the_page_holds_no_script_or_style_of_its_own() -> None:
    page = load_assets()["index.html"].content.decode()
    assert re.findall(r"<script[^>]*>([^<]*)</script>", page) == [""]
    assert "<style" not in page
    assert "style=" not in page


def test_the_lock_file_names_no_registry() -> None:
    assert '"resolved"' not in (FRONTEND / "package-lock.json").read_text()


def test_a_missing_build_is_told_at_start(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="page is missing"):
        load_assets(tmp_path)
