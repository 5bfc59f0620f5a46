"""The house rules that no linter knows: short files, small classes, ignores that say why, nothing of one machine."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SOURCES = sorted(
    path for folder in ("reader", "tests", "benchmarks", "tools") for path in (ROOT / folder).rglob("*.py")
)
SETTINGS = [ROOT / name for name in ("pyproject.toml", "constraints.txt", "Makefile", ".ci/run")]
IGNORE = re.compile(r"#\s*(noqa|type:\s*ignore)(?P<codes>:?[\w\s,\[\]-]*?)(?P<reason>$|\s+(?:#|-|—)\s.*)")
ELSEWHERE = re.compile(r"index[-_]url|pypi\.org|/(?:home|work)/[a-z]+|/tmp/[a-z]+/")
FUNCTIONS = ast.FunctionDef | ast.AsyncFunctionDef


def named(path: Path) -> str:
    """The path as a test id."""
    return str(path.relative_to(ROOT))


def nodes(path: Path) -> Iterator[ast.AST]:
    """Every node of a module's syntax tree."""
    return ast.walk(ast.parse(path.read_text(encoding="utf-8")))


@pytest.mark.parametrize("path", SOURCES, ids=named)
def test_no_file_is_longer_than_a_person_reads_at_once(path: Path) -> None:
    """A file ends at 250 lines."""
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 250


@pytest.mark.parametrize("path", SOURCES, ids=named)
def test_no_class_swallows_the_rest(path: Path) -> None:
    """A class has at most 20 methods."""
    crowded = [
        node.name
        for node in nodes(path)
        if isinstance(node, ast.ClassDef) and sum(isinstance(part, FUNCTIONS) for part in node.body) > 20
    ]
    assert crowded == []


@pytest.mark.parametrize("path", SOURCES, ids=named)
def test_no_function_outgrows_a_screen(path: Path) -> None:
    """A function has at most 40 lines, its docstring included."""
    long = [
        node.name
        for node in nodes(path)
        if isinstance(node, FUNCTIONS) and node.end_lineno is not None and node.end_lineno - node.lineno + 1 > 40
    ]
    assert long == []


@pytest.mark.parametrize("path", SOURCES, ids=named)
def test_every_ignore_says_why(path: Path) -> None:
    """What silences a checker carries its reason on the line."""
    silent = [
        number
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if (found := IGNORE.search(line)) and not found["reason"].strip()
    ]
    assert silent == []


@pytest.mark.parametrize("path", SOURCES + SETTINGS, ids=named)
def test_nothing_belongs_to_one_machine(path: Path) -> None:
    """No file names a package registry or a folder of somebody's machine."""
    assert ELSEWHERE.findall(path.read_text(encoding="utf-8")) == []
