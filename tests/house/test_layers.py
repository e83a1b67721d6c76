"""Each file imports only from above and from the left."""

import ast
from itertools import pairwise

from tests.house import plan
from tests.house.reading import PACKAGE, ROOT, Module, functions, imports, inside, layer_of, modules, room_of


def test_every_file_has_a_name_the_plan_knows() -> None:
    """Name a new file as its neighbours do, or add the name to tests/house/plan.py and say why."""
    strangers = [module.where for module in modules() if layer_of(module.name) is None]

    assert not strangers, "\n".join(strangers)


def test_the_file_of_a_room_itself_stays_empty() -> None:
    rooms = [module for module in modules() if layer_of(module.name) == 0]

    full = [module.where for module in rooms if any(not isinstance(node, ast.Expr) for node in module.tree.body)]

    assert not full, "\n".join(full)


def test_every_import_comes_from_a_layer_above() -> None:
    wrong = [
        f"{module.where}:{line} imports {target}"
        for module in modules()
        for target, line in _house_imports(module)
        if not _may_import(module.name, target)
    ]

    assert not wrong, "\n".join(wrong)


def _house_imports(module: Module) -> list[tuple[str, int]]:
    return [(each.target, each.line) for each in imports(module) if inside(each.target)]


def _may_import(here: str, there: str) -> bool:
    mine, other = layer_of(here), layer_of(there)
    if mine is None or other is None:  # other tests report files without a place
        return True
    if other not in plan.MAY_IMPORT[mine or 1]:
        return _is_model_for_annotation(mine, other)
    if mine == other and mine in (7, 8):
        return room_of(here) == room_of(there)
    return True


def _is_model_for_annotation(mine: int, other: int) -> bool:
    """Views and forms may name models; another test sees that they only annotate with them."""
    return mine in (7, 8) and other == 3


def test_views_and_forms_name_models_only_in_annotations() -> None:
    wrong = [
        f"{module.where}:{name.lineno} uses {name.id}"
        for module in modules()
        if layer_of(module.name) in (7, 8) and (models := _model_names(module))
        for name in _names_outside_annotations(module.tree)
        if name.id in models
    ]

    assert not wrong, "\n".join(wrong)


def _model_names(module: Module) -> set[str]:
    found = set()
    for node in ast.walk(module.tree):
        if isinstance(node, ast.ImportFrom) and inside(node.module or "") and layer_of(node.module or "") == 3:
            found |= {alias.asname or alias.name for alias in node.names}
    return found


def _names_outside_annotations(tree: ast.AST) -> list[ast.Name]:
    marked: set[int] = set()
    for node in ast.walk(tree):
        for annotation in (getattr(node, "annotation", None), getattr(node, "returns", None)):
            if isinstance(annotation, ast.AST):
                marked |= {id(inner) for inner in ast.walk(annotation)}
    return [node for node in ast.walk(tree) if isinstance(node, ast.Name) and id(node) not in marked]


def test_lower_layers_of_a_room_import_only_from_rooms_on_their_left() -> None:
    wrong = [
        f"{module.where}:{line} imports {target}"
        for module in modules()
        if room_of(module.name) and (layer_of(module.name) or 9) <= 5
        for target, line in _house_imports(module)
        if room_of(target) and plan.ROOMS.index(room_of(target)) > plan.ROOMS.index(room_of(module.name))
    ]

    assert not wrong, "\n".join(wrong)


def test_nobody_imports_the_application_itself() -> None:
    wrong = [
        f"{module.where}:{line}"
        for module in modules()
        for target, line in _house_imports(module)
        if target == PACKAGE or (target.count(".") == 1 and layer_of(target) is None)
    ]

    assert not wrong, "\n".join(wrong)


def test_packages_from_outside_stay_in_their_layers() -> None:
    wrong = [
        f"{module.where}:{each.line} imports {each.target}"
        for module in modules()
        for each in imports(module)
        if not inside(each.target) and not _may_name(module, each.target.partition(".")[0])
    ]

    assert not wrong, "\n".join(wrong)


def _may_name(module: Module, package: str) -> bool:
    if package in plan.FOREIGN_ALLOWED.get(module.name, set()):
        return True
    layer = layer_of(module.name)
    if layer is None:
        return True
    if layer <= 1:
        return package in plan.STANDARD
    return package not in plan.FOREIGN_BANNED.get(layer, set())


def test_no_function_imports_anything() -> None:
    wrong = [
        f"{module.where}:{node.lineno}"
        for module in modules()
        for function in functions(module.tree)
        for node in ast.walk(function)
        if isinstance(node, ast.Import | ast.ImportFrom)
    ]

    assert not wrong, "\n".join(wrong)


def test_views_and_forms_leave_the_database_to_queries() -> None:
    wrong = [
        f"{module.where}:{node.lineno}"
        for module in modules()
        if layer_of(module.name) in (7, 8)
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Attribute | ast.Call) and _touches_database(node)
    ]

    assert not wrong, "\n".join(wrong)


def _touches_database(node: ast.Attribute | ast.Call) -> bool:
    if isinstance(node, ast.Attribute):
        return node.attr == "session" and isinstance(node.value, ast.Name) and node.value.id == "db"
    return isinstance(node.func, ast.Name) and node.func.id == "select"


def test_only_transaction_and_web_end_a_transaction() -> None:
    wrong = [
        f"{module.where}:{node.lineno} calls {node.func.attr}"
        for module in modules()
        if layer_of(module.name) not in (6, None) and module.name != f"{PACKAGE}.extensions"
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
        if node.func.attr in ("commit", "rollback")
    ]

    assert not wrong, "\n".join(wrong)


def test_operations_take_keywords_and_an_actor() -> None:
    wrong = [
        f"{module.where}:{function.lineno} {function.name}"
        for module in modules()
        if module.parts[1:2] == ["operations"]
        for function in module.tree.body
        if isinstance(function, ast.FunctionDef) and not function.name.startswith(("_", "refuse_"))
        if function.name not in plan.PARTS
        if function.args.args or not _names_its_actor(function)
    ]

    assert not wrong, "\n".join(wrong)


def _names_its_actor(function: ast.FunctionDef) -> bool:
    names = {argument.arg for argument in function.args.kwonlyargs}
    return "actor" in names or function.name in plan.BEFORE_SIGN_IN


def test_only_the_clock_asks_the_system_for_the_time() -> None:
    wrong = [
        f"{module.where}:{node.lineno}"
        for module in modules()
        if module.name != f"{PACKAGE}.clock"
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Attribute) and node.attr in ("now", "today", "utcnow")
        if isinstance(node.value, ast.Name) and node.value.id in ("datetime", "date")
    ]

    assert not wrong, "\n".join(wrong)


def test_rules_are_told_the_day_and_never_ask_for_it() -> None:
    wrong = [
        f"{module.where}:{node.lineno}"
        for module in modules()
        if layer_of(module.name) == 2
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Import | ast.ImportFrom) and _takes_the_clock(node)
    ]

    assert not wrong, "\n".join(wrong)


def _takes_the_clock(node: ast.Import | ast.ImportFrom) -> bool:
    names = {alias.name for alias in node.names}
    if isinstance(node, ast.ImportFrom) and node.module == f"{PACKAGE}.clock":
        return not names <= {"CHINA", "day_of"}
    return bool(names & {"clock", f"{PACKAGE}.clock"})


def test_migrations_are_numbered_and_import_nothing_of_the_house() -> None:
    versions = sorted((ROOT / "migrations" / "versions").glob("*.py"))
    numbers = [int(path.name[:4]) for path in versions]
    taken = [path.name for path in versions if PACKAGE in path.read_text(encoding="utf-8")]

    assert all(second == first + 1 for first, second in pairwise(numbers))
    assert not taken, "\n".join(taken)
