"""Tổng kết: reads, checks and consolidates Vietnamese official reports, and writes the report of the level above.

The public functions are those of :mod:`tongket.road`, loaded when first asked for, so that ``import tongket`` is cheap.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tongket.road import check, consolidate, read, read_each

__version__ = "0.1.0"
__all__ = ["check", "consolidate", "read", "read_each"]


def __getattr__(name: str) -> object:
    if name in __all__:
        from tongket import road

        return getattr(road, name)
    raise AttributeError(f"module 'tongket' has no attribute {name!r}")
