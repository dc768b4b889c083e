"""What the program imports is what its users install: nothing that only the developers' packages hold."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
LOCKS = ("run.txt", "site.txt")
_LOCKED = re.compile(r"(?m)^([A-Za-z0-9._-]+)==")
_OF_OTHERS = frozenset({"pyspark", "pyarrow"})  # asked for by an option of its own, and said so where it is missing


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _statements(node: ast.AST) -> Iterator[ast.AST]:
    """What stands below ``node``, but for what stands within an expression: nothing is imported there."""
    for below in ast.iter_child_nodes(node):
        if not isinstance(below, ast.expr):
            yield below
            yield from _statements(below)


def _imported(path: Path) -> set[str]:
    names: set[str] = set()
    for node in _statements(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names.update(one.name.split(".")[0] for one in node.names)
        elif isinstance(node, ast.ImportFrom) and not node.level and node.module:
            names.add(node.module.split(".")[0])
    return names


def test_every_imported_package_is_installed_for_users() -> None:
    texts = [(ROOT / "requirements" / lock).read_text(encoding="utf-8") for lock in LOCKS]
    locked = {_plain(name) for text in texts for name in _LOCKED.findall(text)}
    held = {module for module, names in packages_distributions().items() if locked & {_plain(one) for one in names}}
    own = {"tongket", *sys.stdlib_module_names, *_OF_OTHERS}
    strange = {
        (str(path.relative_to(ROOT)), name)
        for path in (ROOT / "src").rglob("*.py")
        for name in _imported(path) - own - held
    }
    assert strange == set()
