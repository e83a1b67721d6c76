"""The tests of the decision rules with one mistake after the other: python -m tests.drills.mutant_tests MODULE:PLACE …

All but the rules is imported once; each mistake has a process of its own, in which the rules are imported anew.
"""

import importlib.abc
import os
import signal
import sys
import traceback
from importlib.machinery import ModuleSpec
from types import CodeType, ModuleType

import hypothesis.stateful
import pytest

import villagegov.elections.rules
from tests.drills.mutant import ROOT, RULES, changed

#: Pure tests of these rules; the quick ones first, those that try figures at random last.
TESTS = (
    "decide_oracles",
    "decide_position",
    "decide_poll",
    "decide_edges",
    "chain",
    "margins",
    "decide_properties",
    "chain_walks",
)
#: Parts of pytest that only take time here: what failed is not shown, and no figures are kept.
WITHOUT = ("cacheprovider", "unraisableexception", "threadexception")
#: A place that stands for the rules as they are.
NOWHERE = "nowhere"
#: Tests that a mistake sends round in circles are stopped, and count as a notice.
LONGEST_SECONDS = 60
BROKEN = 99


class _Wrong(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Gives the module with the mistake to whoever imports it first."""

    def __init__(self, name: str, code: CodeType) -> None:
        self.name, self.code = name, code

    def find_spec(self, name: str, _path: object, _target: object = None) -> ModuleSpec | None:
        return ModuleSpec(name, self) if name == self.name else None

    def exec_module(self, module: ModuleType) -> None:
        exec(self.code, module.__dict__)  # noqa: S102 # our own module


def main(*mistakes: str) -> None:
    """Say of each mistake whether the tests noticed it: 1 or 0."""
    settings = hypothesis.settings(
        derandomize=True,  # the same figures every time
        database=None,
        deadline=None,
        phases=[hypothesis.Phase.explicit, hypothesis.Phase.generate],  # one failure is enough, it need not be small
        suppress_health_check=list(hypothesis.HealthCheck),
    )
    hypothesis.settings.register_profile("drill", settings)
    hypothesis.settings.load_profile("drill")
    for mistake in mistakes:
        print(mistake, int(_is_noticed(*mistake.split(":"))), flush=True)


def _is_noticed(module: str, place: str) -> bool:
    child = os.fork()
    if child == 0:
        code = BROKEN
        try:
            signal.alarm(LONGEST_SECONDS)
            os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
            code = _tested(module, place)
        except BaseException:  # whatever happens, the child must not go on as its parent
            traceback.print_exc()
        os._exit(code)
    _child, status = os.waitpid(child, 0)
    if os.WIFEXITED(status) and os.WEXITSTATUS(status) == BROKEN:
        raise RuntimeError(f"{module}:{place}")
    return status != 0


def _tested(module: str, place: str) -> int:
    """Run the tests with the mistake in: 0 when none notices."""
    rules = villagegov.elections.rules.__name__
    for name in [name for name in sys.modules if name.startswith(rules)]:
        del sys.modules[name]
    if place != NOWHERE:
        tree, _where = changed(module, int(place))
        code = compile(tree, str(RULES / f"{module}.py"), "exec")
        sys.meta_path.insert(0, _Wrong(f"{rules}.{module}", code))
    files = [str(ROOT / f"tests/elections/test_{one}.py") for one in TESTS]
    os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"
    without = [word for plugin in WITHOUT for word in ("-p", f"no:{plugin}")]
    return int(pytest.main(["-x", "-q", "--noconftest", "--tb=no", *without, *files]))


if __name__ == "__main__":
    main(*sys.argv[1:])
