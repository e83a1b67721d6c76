"""The tests of the decision rules, run with one mistake in one rule: python -m tests.drills.mutant MODULE PLACE.

Knows nothing of the application, so that the wrong rule is the first one that anything imports.
"""

import ast
import importlib.abc
import sys
from collections.abc import Iterator
from importlib.machinery import ModuleSpec
from pathlib import Path
from types import CodeType, ModuleType

ROOT = Path(__file__).parents[2]
RULES = ROOT / "villagegov/elections/rules"
#: Pure tests of these rules; the quick ones first.
TESTS = ("decide_oracles", "decide_position", "decide_poll", "chain", "margins", "decide_properties", "chain_walks")
COMPARED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
}
ADDED: dict[type[ast.operator], type[ast.operator]] = {ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Add}
JOINED: dict[type[ast.boolop], type[ast.boolop]] = {ast.And: ast.Or, ast.Or: ast.And}


def tree_of(module: str) -> ast.Module:
    """The module as written."""
    return ast.parse((RULES / f"{module}.py").read_text(encoding="utf-8"))


def places_in(module: str) -> list[tuple[ast.AST, int]]:
    """Every node that can be changed, and which of its parts."""
    return list(_places(tree_of(module)))


def _places(tree: ast.Module) -> Iterator[tuple[ast.AST, int]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Compare):
            yield from ((node, part) for part, sign in enumerate(node.ops) if type(sign) in COMPARED)
        elif (
            (isinstance(node, ast.BinOp) and type(node.op) in ADDED)
            or isinstance(node, ast.BoolOp)
            or (isinstance(node, ast.Constant) and isinstance(node.value, int))
        ):
            yield node, 0


def change(node: ast.AST, part: int) -> None:
    """Make the mistake."""
    if isinstance(node, ast.Compare):
        node.ops[part] = COMPARED[type(node.ops[part])]()
    elif isinstance(node, ast.BinOp):
        node.op = ADDED[type(node.op)]()
    elif isinstance(node, ast.BoolOp):
        node.op = JOINED[type(node.op)]()
    elif isinstance(node, ast.Constant) and isinstance(node.value, int):
        node.value = not node.value if isinstance(node.value, bool) else node.value + 1


class _Wrong(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Gives the module with the mistake to whoever imports it first."""

    def __init__(self, name: str, code: CodeType) -> None:
        self.name, self.code = name, code

    def find_spec(self, name: str, _path: object, _target: object = None) -> ModuleSpec | None:
        return ModuleSpec(name, self) if name == self.name else None

    def exec_module(self, module: ModuleType) -> None:
        exec(self.code, module.__dict__)  # noqa: S102 # our own module


def main(module: str, place: str) -> int:
    """Run the tests with the mistake in: 0 when none notices."""
    tree = tree_of(module)
    node, part = list(_places(tree))[int(place)]
    change(node, part)
    name = f"villagegov.elections.rules.{module}"
    code = compile(tree, str(RULES / f"{module}.py"), "exec")
    sys.meta_path.insert(0, _Wrong(name, code))
    import pytest  # noqa: PLC0415 # after the mistake is in place

    files = [f"tests/elections/test_{one}.py" for one in TESTS]
    return int(pytest.main(["-x", "-q", "--noconftest", "-p", "no:cacheprovider", *files]))


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:3]))
