"""The layers hold: imports go downward only, and drivers stay in the stores."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
LAYERS = ("ontology", "graph", "ingest", "api")
FROM_GRAPH = {"graph.model", "graph.extraction", "graph.errors", "graph.ids"}
DRIVERS = {"ladybug", "neo4j"}
ALLOWED_TOP = {*LAYERS, "notebooks", "tests", "pyproject.toml", "docker-compose.yml", "Makefile", "LICENSE"}
ALLOWED_TOP |= {"README.md", "README.vi.md", "CHANGELOG.md", "CONTRIBUTING.md"}
MODULES = sorted(path for layer in LAYERS for path in (ROOT / layer).rglob("*.py"))


def imports(path):
    """Full names of the modules that the file imports, `from x import y` as x."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_module_imports_only_downward(path):
    layer = path.relative_to(ROOT).parts[0]
    for name in imports(path):
        top = name.split(".")[0]
        if top in LAYERS:
            assert LAYERS.index(top) <= LAYERS.index(layer), name
        assert top not in {"notebooks", "tests"}, name
        if layer == "ingest" and top == "graph":
            assert name in FROM_GRAPH, name
        if top in DRIVERS:
            assert path.is_relative_to(ROOT / "graph" / "stores"), name


def test_top_level_names_are_the_fixed_ones():
    listed = {path.name for path in ROOT.iterdir() if not path.name.startswith((".", "workspace"))}
    assert {n for n in listed if not n.endswith(".egg-info")} <= ALLOWED_TOP


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_file_is_longer_than_four_hundred_lines(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 400


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_function_is_longer_than_forty_lines(path):
    functions = (ast.FunctionDef, ast.AsyncFunctionDef)
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, functions):
            assert node.end_lineno - node.lineno < 40, node.name
