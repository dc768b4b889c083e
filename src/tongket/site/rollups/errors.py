"""Errors of consolidation and of its reports."""

from __future__ import annotations

from tongket.errors import TongketError


class RollupError(TongketError):
    """Something of a rollup, chart or report cannot be done."""


class StaleReportError(RollupError):
    """Somebody else changed the report since the page was loaded."""
