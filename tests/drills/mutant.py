"""One mistake in one decision rule: where one can be made, and making it."""

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
RULES = ROOT / "villagegov/elections/rules"
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
    decorators = {id(part) for part in _decorations(tree)}
    for node in ast.walk(tree):
        if id(node) in decorators:
            continue
        if isinstance(node, ast.Compare):
            yield from ((node, part) for part, sign in enumerate(node.ops) if type(sign) in COMPARED)
        elif (
            (isinstance(node, ast.BinOp) and type(node.op) in ADDED)
            or isinstance(node, ast.BoolOp)
            or (isinstance(node, ast.Constant) and isinstance(node.value, int))
        ):
            yield node, 0


def _decorations(tree: ast.Module) -> Iterator[ast.AST]:
    """What stands after an @: `frozen` and `kw_only` forbid ways of writing a program, which mypy checks."""
    for node in ast.walk(tree):
        for decorator in getattr(node, "decorator_list", ()):
            yield from ast.walk(decorator)


def changed(module: str, place: int) -> tuple[ast.Module, str]:
    """The module with the mistake, and the statement it was made in."""
    tree = tree_of(module)
    node, part = list(_places(tree))[place]
    change(node, part)
    parents = {child: parent for parent in ast.walk(tree) for child in ast.iter_child_nodes(parent)}
    around = node
    while not isinstance(around, ast.stmt):
        around = parents[around]
    return tree, ast.unparse(around).splitlines()[0]


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
