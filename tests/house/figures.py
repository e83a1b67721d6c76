"""The figures of this house beside their targets. Prints them when run."""

import ast
import re
from collections.abc import Iterable
from functools import cache

from tests.house.plan import TARGETS
from tests.house.reading import Module, functions, imports, modules, templates

ROUTE = re.compile(r"\.(route|get|post)\(")


def quantile(values: Iterable[int], share: float) -> int:
    """The value below which that share of the sorted values lies; 0 for none."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))] if ordered else 0


def lines_of(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """How many lines a function takes, its signature included."""
    return (node.end_lineno or node.lineno) - node.lineno + 1


@cache
def figures() -> dict[str, int]:
    """Every figure that has a target, by its name there."""
    files = {module.where: module.text.count("\n") for module in modules()}
    bodies = [node for module in modules() for node in functions(module.tree)]
    sizes, views = [lines_of(node) for node in bodies], view_sizes(bodies)
    pages = [path.read_text(encoding="utf-8").count("\n") for path in templates()]
    inner = sum(isinstance(node, ast.Import | ast.ImportFrom) for body in bodies for node in ast.walk(body))
    return {
        "file lines, median": quantile(files.values(), 0.5),
        "file lines, 90th": quantile(files.values(), 0.9),
        "files over 300 (word lists apart)": sum(n > 300 for name, n in files.items() if "vocabulary" not in name),
        "function lines, median": quantile(sizes, 0.5),
        "function lines, 90th": quantile(sizes, 0.9),
        "functions over 50": sum(size > 50 for size in sizes),
        "view body, median": quantile(views, 0.5),
        "view body, 90th": quantile(views, 0.9),
        "imports inside functions": inner,
        "largest import knot": knot(),
        "functions without a return type": sum(node.returns is None for node in bodies),
        "template lines, median": quantile(pages, 0.5),
        "template lines, 90th": quantile(pages, 0.9),
    }


def view_sizes(bodies: list[ast.FunctionDef | ast.AsyncFunctionDef]) -> list[int]:
    """The lines of each view's body, its docstring included, its guards and signature not."""
    routed = [node for node in bodies if any(ROUTE.search(ast.unparse(each)) for each in node.decorator_list)]
    return [(node.end_lineno or 0) - node.body[0].lineno + 1 for node in routed]


def knot() -> int:
    """The most files that import each other in a circle."""
    graph = import_graph()
    far = {name: reach(graph, name) for name in graph}
    return max((sum(name in far[other] for other in far[name]) for name in graph), default=0)


def import_graph() -> dict[str, set[str]]:
    """Which file of the package imports which, at its top level."""
    names = {module.name for module in modules()}
    return {module.name: (_targets(module) & names) - {module.name} for module in modules()}


def _targets(module: Module) -> set[str]:
    found = {each.target for each in imports(module)}
    for node in module.tree.body:
        if isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def reach(graph: dict[str, set[str]], start: str) -> set[str]:
    """Every file that `start` imports, however far."""
    seen: set[str] = set()
    waiting = [start]
    while waiting:
        new = graph.get(waiting.pop(), set()) - seen
        seen |= new
        waiting += new
    return seen


if __name__ == "__main__":
    for name, most in TARGETS.items():
        print(f"{name:36}{figures()[name]:>6} / {most}")
