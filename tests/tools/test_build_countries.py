"""The compiled table of countries is what its sources say."""

import importlib.util
from pathlib import Path

TOOL = Path(__file__).resolve().parents[2] / "tools" / "build_countries.py"


def test_the_compiled_file_matches_its_sources() -> None:
    spec = importlib.util.spec_from_file_location("build_countries", TOOL)
    assert spec is not None
    assert spec.loader is not None
    tool = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(tool)
    written = (tool.SHARED_PACK / "countries.json").read_text(encoding="utf-8")
    assert tool.compiled() == written
