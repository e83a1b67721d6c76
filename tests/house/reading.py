"""Reads the house as text and syntax trees; nothing is imported."""

import ast
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tests.house import plan

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = "villagegov"


@dataclass(frozen=True, eq=False)
class Module:
    """One file of the package."""

    path: Path
    name: str
    text: str
    tree: ast.Module

    @property
    def parts(self) -> list[str]:
        """The dotted name without the package: `["elections", "rules", "count"]`."""
        return self.name.split(".")[1:]

    @property
    def where(self) -> str:
        """The path from the root, for messages."""
        return self.path.relative_to(ROOT).as_posix()


@dataclass(frozen=True)
class Import:
    """One name taken from another file of the package, or from outside."""

    target: str
    line: int


@cache
def modules() -> tuple[Module, ...]:
    """Every Python file of the package."""
    return tuple(_module(path) for path in sorted((ROOT / PACKAGE).rglob("*.py")))


def _module(path: Path) -> Module:
    dotted = ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
    text = path.read_text(encoding="utf-8")
    return Module(path, dotted, text, ast.parse(text))


@cache
def templates() -> tuple[Path, ...]:
    """Every page and component."""
    return tuple(sorted((ROOT / "templates").rglob("*.html")))


@cache
def kept_files() -> tuple[Path, ...]:
    """What the repository keeps or is about to keep: tracked, or new and not ignored."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, check=True, text=True).stdout
    paths = (ROOT / name for name in listed.split("\0") if name)
    return tuple(path for path in paths if path.is_file())


def functions(tree: ast.AST) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Every function and method, nested ones too."""
    return (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


def imports(module: Module) -> list[Import]:
    """Every import in the file, those under TYPE_CHECKING included, each by its full name."""
    found: list[Import] = []
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Import):
            found += [Import(alias.name, node.lineno) for alias in node.names]
        if isinstance(node, ast.ImportFrom):
            base = _base(module, node)
            found += [Import(_full(base, alias.name), node.lineno) for alias in node.names]
    return found


def _base(module: Module, node: ast.ImportFrom) -> str:
    if not node.level:
        return node.module or ""
    package = module.name.split(".")
    if module.path.name != "__init__.py":
        package.pop()
    above = package[: len(package) - node.level + 1]
    return ".".join([*above, *([node.module] if node.module else [])])


def _full(base: str, name: str) -> str:
    """`from villagegov.elections import queries` names a file; `from villagegov.clock import now` names its content."""
    parts = base.split(".")
    opens = parts == [PACKAGE] or (len(parts) == 2 and parts[0] == PACKAGE and parts[1] in plan.ROOMS)
    return f"{base}.{name}" if opens else base


def inside(name: str) -> bool:
    """Whether a dotted name belongs to the package."""
    return name == PACKAGE or name.startswith(PACKAGE + ".")


def room_of(name: str) -> str:
    """The room of a dotted name, "" for files beside the rooms."""
    parts = name.split(".")
    return parts[1] if len(parts) > 1 and parts[1] in plan.ROOMS else ""


def layer_of(name: str) -> int | None:
    """The layer of a dotted name; None for a name the plan does not know, 0 for a room's own `__init__`."""
    parts = name.split(".")
    if parts == [PACKAGE]:
        return 9
    room = room_of(name)
    if not room:
        return plan.ROOT_FILES.get(parts[1])
    if len(parts) == 2:
        return 0
    own = plan.OWN_FILES.get(room, {})
    return own.get(parts[2], plan.ROOM_FILES.get(parts[2]))
