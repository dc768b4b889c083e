"""Which checks can tell of a kind of finding, so that a test of one kind need not run them all."""

from __future__ import annotations

import functools
import inspect
import re
import sys
from collections.abc import Iterable

import pytest

from tongket.checking import check, said_once
from tongket.checking.kinds import Check
from tongket.model.findings import Finding
from tongket.model.reports import Report

_TAKEN = re.compile(r"(?m)^ *from (?P<module>tongket\.checking[\w.]*) import (?P<names>\([^)]*\)|.*)")


@functools.cache
def checks_telling(kind: str) -> tuple[Check, ...]:
    """The checks whose module, or one of those that it takes something from, names ``kind``."""
    return tuple(one for one in check.CHECKS if any(f'"{kind}"' in _code(name) for name in _with_taken(one.__module__)))


def told(report: Report, kind: str) -> list[Finding]:
    """The findings of ``kind`` that ``check_report`` gives, by all checks only where another's finding may hide one."""
    own = {one: _asked_once(one) for one in checks_telling(kind)}
    seen: list[Finding] = []

    def once(text: str, findings: Iterable[Finding]) -> list[Finding]:
        seen.extend(findings)
        return said_once.each_fault_once(text, seen)

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(check, "each_fault_once", once)
        patched.setattr(check, "CHECKS", tuple(own.values()))
        found = check.check_report(report)
    if any(one.kind == kind and may_be_hidden(one) for one in seen):
        with pytest.MonkeyPatch.context() as patched:
            patched.setattr(check, "CHECKS", tuple(own.get(one, one) for one in check.CHECKS))
            found = check.check_report(report)
    return [one for one in found if one.kind == kind]


def may_be_hidden(finding: Finding) -> bool:
    """Whether a finding of another kind may tell what this one tells, which then is not said."""
    name = (finding.kind, finding.case)
    return finding.kind in said_once._OF_WORDS or finding.case == "text" or name in said_once._FOLLOWS


def _asked_once(one: Check) -> Check:
    """The check with what it found of the one report that it is asked about."""
    kept: list[list[Finding]] = []

    def found(report: Report) -> list[Finding]:
        if not kept:
            kept.append(list(one(report)))
        return kept[0]

    return found


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
