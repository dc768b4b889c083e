"""Which checks can tell of a kind of finding, so that a test of one kind need not run them all."""

from __future__ import annotations

import functools
import inspect
import re
import sys

import pytest

from tongket.checking import check
from tongket.checking.kinds import Check
from tongket.model.reports import Report

_TAKEN = re.compile(r"(?m)^ *from (?P<module>tongket\.checking[\w.]*) import (?P<names>\([^)]*\)|.*)")


@functools.cache
def checks_telling(kind: str) -> tuple[Check, ...]:
    """The checks whose module, or one of those that it takes something from, names ``kind``."""
    return tuple(one for one in check.CHECKS if any(f'"{kind}"' in _code(name) for name in _with_taken(one.__module__)))


def is_told(report: Report, kind: str) -> bool:
    """Whether a check tells of ``kind`` at all, before what several of them see is told once."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(check, "CHECKS", checks_telling(kind))
        patched.setattr(check, "each_fault_once", lambda _text, findings: list(findings))
        return any(one.kind == kind for one in check.check_report(report))


@functools.cache
def _with_taken(name: str) -> frozenset[str]:
    """A module and all from which it takes something, over any number of steps."""
    seen, coming = {name}, [name]
    while coming:
        new = _taken_from(coming.pop()) - seen
        seen |= new
        coming += new
    return frozenset(seen)


@functools.cache
def _taken_from(name: str) -> frozenset[str]:
    taken: set[str] = set()
    for found in _TAKEN.finditer(_code(name)):
        parts = (f"{found['module']}.{part}" for part in re.findall(r"\w+", found["names"]))
        taken.update(one for one in (found["module"], *parts) if one in sys.modules)
    return frozenset(taken)


@functools.cache
def _code(name: str) -> str:
    return inspect.getsource(sys.modules[name])
