"""The shape of the code: one direction, small modules, nothing heavy before it is needed."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[1] / "kg"
MODULES = sorted(path for path in PACKAGE.rglob("*.py") if "__pycache__" not in path.parts)

LAYERS = [
    "errors",
    "model",
    "vocabulary",
    "settings",
    "identifiers",
    "store",
    "ledger",
    "demo",
    "reader",
    "sources",
    "annotate",
    "resolve",
    "graph",
    "check",
    "query",
    "export",
    "evaluate",
    "standoff",
    "report",
    "writing",
    "notebook",
    "serve",
    "push",
    "parallel",
    "pipeline",
    "training",
    "cli",
]
STAGES = {
    "sources",
    "annotate",
    "resolve",
    "graph",
    "check",
    "query",
    "export",
    "evaluate",
    "push",
    "training",
}
"""None imports another; pipeline, notebook, serve and cli stand over them and bring them together."""
FORBIDDEN_NAMES = {"utils", "util", "helpers", "helper", "common", "misc", "base", "manager"}
LONGEST_MODULE = 300
LONGEST_FUNCTION = 50


def imported(path: Path) -> Iterator[str]:
    """The parts of the package that a module imports, wherever in the module."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[1] for alias in node.names if alias.name.startswith("kg."))
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            if (node.module or "").split(".")[0] == "kg":
                parts = (node.module or "").split(".")
                yield from [parts[1]] if len(parts) > 1 else (alias.name for alias in node.names)


def name(path: Path) -> str:
    return str(path.relative_to(PACKAGE))


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_imports_point_down(path: Path) -> None:
    here = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
    if here in ("__init__", "__main__"):
        return
    assert here in LAYERS, f"{here} is in no layer"
    for there in sorted(set(imported(path)) - {here, "__version__"}):
        assert there in LAYERS, f"{here} imports {there}, which is in no layer"
        assert LAYERS.index(there) < LAYERS.index(here), f"{here} imports {there}"
        assert not {here, there} <= STAGES, f"stage {here} imports stage {there}"


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_modules_and_functions_stay_small(path: Path) -> None:
    source = path.read_text("utf-8")
    assert path.stem not in FORBIDDEN_NAMES
    assert source.count("\n") <= LONGEST_MODULE
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef):
            length = (node.end_lineno or 0) - node.lineno + 1
            assert length <= LONGEST_FUNCTION, f"{node.name} has {length} lines"


@pytest.mark.parametrize(
    "statement",
    ["import kg", "import kg.cli", "from kg.cli import cli; cli(['--help'], standalone_mode=False)"],
)
def test_nothing_heavy_is_imported_before_a_command_runs(statement: str) -> None:
    heavy = {"spacy", "rdflib", "pyoxigraph", "pyvis", "networkx", "numpy", "scipy", "pyshacl", "rich"}
    code = f"import sys; {statement}; print(*sorted({heavy!r} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == ""


def test_no_module_imports_itself_in_a_circle() -> None:
    import networkx as nx

    graph = nx.DiGraph()
    known = {".".join(path.with_suffix("").relative_to(PACKAGE.parent).parts): path for path in MODULES}
    for module, path in known.items():
        for node in ast.parse(path.read_text("utf-8")).body:
            if isinstance(node, ast.ImportFrom) and node.module:
                for target in (node.module, *(f"{node.module}.{alias.name}" for alias in node.names)):
                    if target in known:
                        graph.add_edge(module, target)
    assert list(nx.simple_cycles(graph)) == []
