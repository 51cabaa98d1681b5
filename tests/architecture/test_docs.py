"""The docs list what the code has (codes, nouns, decisions), and their links lead somewhere."""

import ast
import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.core import TyperGroup
from typer.main import get_command

from allegata.cli.main import app

REPOSITORY = Path(__file__).resolve().parents[2]
SOURCE = REPOSITORY / "src" / "allegata"
DOCS = REPOSITORY / "docs"
PAGES = sorted(
    [
        *REPOSITORY.glob("*.md"),
        *DOCS.rglob("*.md"),
        REPOSITORY / "examples" / "README.md",
    ]
)
CODE = re.compile(r"[a-z]+(?:\.[a-z][a-z0-9_]*)+")
FILES = (".db", ".lock", ".toml", ".json", ".txt", ".md", ".pdf", ".csv", ".html")
CARRIERS = {  # calls whose code stands in them as a literal
    "AllegataError",
    "ConfigError",
    "InputError",
    "TemporaryError",
    "StoreError",
    "ContractError",
    "Doubt",
    "Refusal",
    "Problem",
}


def listed_codes() -> set[str]:
    """The codes in the first column of the tables of errors.md."""
    rows = re.findall(r"^\| (`.*?`) \|", (DOCS / "reference/errors.md").read_text("utf-8"), re.M)
    return {code for cell in rows for code in re.findall(r"`([^`]+)`", cell)}


def families() -> set[str]:
    """The first words of the listed codes."""
    return {code.split(".")[0] for code in listed_codes()}


def trees() -> Iterator[tuple[Path, ast.Module]]:
    """Every module of the product."""
    for path in sorted(SOURCE.rglob("*.py")):
        yield path, ast.parse(path.read_text(encoding="utf-8"))


def _called(call: ast.Call) -> str:
    """The name of what is called."""
    return str(getattr(call.func, "attr", getattr(call.func, "id", "")))


def literal_codes(node: ast.AST) -> Iterator[str]:
    """The string literals within ``node`` that look like codes; columns and rule names are none."""
    others: set[int] = set()
    for call in ast.walk(node):
        if isinstance(call, ast.Call):
            columns = call.args if _called(call) == "ForeignKey" else []
            rules = [keyword.value for keyword in call.keywords if keyword.arg == "rule"]
            others.update(id(value) for value in (*columns, *rules))
    for found in ast.walk(node):
        if (
            isinstance(found, ast.Constant)
            and isinstance(found.value, str)
            and CODE.fullmatch(found.value)
            and not found.value.endswith(FILES)
            and id(found) not in others
        ):
            yield found.value


def codes_carried() -> set[str]:
    """The codes that stand as a direct argument of an error, doubt or refusal."""
    codes: set[str] = set()
    for _, tree in trees():
        for call in ast.walk(tree):
            if not isinstance(call, ast.Call):
                continue
            if _called(call) in CARRIERS:
                values = [*call.args, *(keyword.value for keyword in call.keywords)]
                direct = [value for value in values if isinstance(value, ast.Constant)]
                codes.update(code for value in direct for code in literal_codes(value))
    return codes


def codes_of_known_families() -> set[str]:
    """All literals that begin like a listed code, wherever they stand."""
    known = families()
    return {
        code for _, tree in trees() for code in literal_codes(tree) if code.split(".")[0] in known
    }


def test_every_code_in_the_source_is_explained() -> None:
    found = codes_carried() | codes_of_known_families()
    assert "acquire.missing" in found  # the search finds something
    assert sorted(found - listed_codes()) == []


def test_no_explained_code_is_gone_from_the_source() -> None:
    assert sorted(listed_codes() - codes_of_known_families()) == []


def test_the_glossary_names_every_class_of_the_model() -> None:
    glossary = (DOCS / "glossary.md").read_text(encoding="utf-8")
    classes = {
        node.name
        for path, tree in trees()
        if path.parent.name == "model"
        for node in tree.body
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_")
    }
    assert "Claim" in classes
    assert sorted(name for name in classes if f"`{name}`" not in glossary) == []


def test_the_walk_names_every_package() -> None:
    walk = (DOCS / "explain/architecture.md").read_text(encoding="utf-8")
    packages = {path.parent.name for path in SOURCE.glob("*/__init__.py")}
    stages = {f"stages/{path.parent.name}" for path in SOURCE.glob("stages/*/__init__.py")}
    named = set(re.findall(r"`([\w/]+)`", walk))
    assert sorted((packages - {"stages"} | stages) - named) == []


def test_every_decision_stands_in_the_list_of_decisions() -> None:
    index = (DOCS / "decisions/README.md").read_text(encoding="utf-8")
    records = sorted(path.name for path in (DOCS / "decisions").glob("0*.md"))
    assert len(records) >= 8
    assert [name for name in records if f"({name})" not in index] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(REPOSITORY)))
def test_links_within_the_repository_lead_somewhere(page: Path) -> None:
    text = re.sub(r"^( {4}|```).*$", "", page.read_text(encoding="utf-8"), flags=re.M)
    targets = re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", text)
    local = [target for target in targets if "://" not in target and target != "…"]
    assert [target for target in local if not (page.parent / target).exists()] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(REPOSITORY)))
def test_paths_named_in_the_docs_exist(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    roots = "src|docs|tests|tools|examples|bench|frontend"
    named = re.findall(rf"`((?:{roots})/[\w./-]+)`", text)
    shorthand = re.findall(r"`((?:app|stages|lang|places|un|store|web|model)/[\w./-]+)`", text)
    missing = [name for name in named if not (REPOSITORY / name).exists()]
    missing += [name for name in shorthand if not (SOURCE / name).exists()]
    assert missing == []


def _options() -> dict[str, set[str]]:
    """The options of every command, by its words, such as `source add`."""
    group = get_command(app)
    assert isinstance(group, TyperGroup)
    found: dict[str, set[str]] = {}
    for name, command in group.commands.items():
        subs = command.commands if isinstance(command, TyperGroup) else {}
        named = {f"{name} {each}": sub for each, sub in subs.items()} or {name: command}
        for words, each in named.items():
            found[words] = {"--help"} | {
                option
                for parameter in each.params
                for option in (*parameter.opts, *parameter.secondary_opts)
            }
    return found


def _lines_with_commands(text: str) -> Iterator[list[str]]:
    """The words of each `allegata …` in code blocks and inline code, without the program's name."""
    blocks = re.findall(r"^    (.*)$", text, flags=re.M)
    inline = re.findall(r"`(allegata [^`]+)`", text)
    for line in [*blocks, *inline]:
        for part in line.split(" | "):
            if part.startswith("allegata "):
                yield shlex.split(part, comments=True)[1:]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(REPOSITORY)))
def test_commands_in_the_docs_exist_with_their_options(page: Path) -> None:
    options = _options()
    wrong = []
    for words in _lines_with_commands(page.read_text(encoding="utf-8")):
        named = [word for word in words if not word.startswith("-")]
        is_group = named[:1] in (["source"], ["gazetteer"], ["victims"])
        name = " ".join(named[:2]) if is_group else "".join(named[:1])
        given = {word for word in words if word.startswith("-") and word != "-"}
        if name != "COMMAND" and (name not in options or not given <= options[name]):
            wrong.append(" ".join(words))
    assert wrong == []


def test_every_command_stands_in_the_reference() -> None:
    reference = (DOCS / "reference/commands.md").read_text(encoding="utf-8")
    commands = _options()
    assert "read" in commands
    assert [name for name in commands if f"| `allegata {name}" not in reference] == []
