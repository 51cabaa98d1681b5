"""The network is opened in one place: ``allegata.fetch``, which only a person's command reaches."""

import ast
from pathlib import Path

SOURCE = Path(__file__).resolve().parents[2] / "src" / "allegata"
OPENS_THE_NETWORK = {
    *("urllib.request", "http.client", "ftplib", "smtplib", "ssl", "xmlrpc.client", "telnetlib"),
    *("httpx", "requests", "aiohttp", "urllib3"),
}


def imported(path: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return names


def test_only_fetch_imports_what_opens_the_network() -> None:
    opening = {
        path.relative_to(SOURCE).parts[0]
        for path in SOURCE.rglob("*.py")
        if imported(path) & OPENS_THE_NETWORK
    }
    assert opening == {"fetch"}


def test_nothing_but_the_wiring_reaches_fetch() -> None:
    reaching = {
        path.relative_to(SOURCE).as_posix()
        for path in SOURCE.rglob("*.py")
        if any(name.startswith("allegata.fetch") for name in imported(path))
        and path.relative_to(SOURCE).parts[0] != "fetch"
    }
    assert reaching <= {"wiring.py", "cli/gazetteer.py"}
