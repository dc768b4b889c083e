"""What stands in a programme's files before anything is made of it: texts, lists and mappings that know their place.

A YAML file and a sheet of a workbook become the same nodes, so one reader serves both. Nothing is constructed: '07' and
'2026-11' stay what was written. Files are bounded in size and depth, and anchors are refused: a small file must not
unfold into a large one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from tongket.errors import ProgrammeError
from tongket.messages import N_

MOST_CHARACTERS = 4 << 20
MOST_DEPTH = 20
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a node stands. ``line`` is a line of the file; in a workbook it counts the rows of all sheets, a hundred
    thousand each. ``where`` is how messages say it: 'programme.yaml:12', 'ct-06.xlsx, Chỉ tiêu!D14'.
    """

    file: str
    line: int
    where: str


@dataclass(frozen=True, slots=True)
class TextNode:
    """A scalar as written. ``is_plain``: without quotes, so that '~' and 'null' mean nothing."""

    spot: Spot
    value: str
    is_plain: bool = True

    @property
    def is_empty(self) -> bool:
        """Whether nothing is written there."""
        return self.value == "" or (self.is_plain and self.value in ("~", "null"))


@dataclass(frozen=True, slots=True)
class ListNode:
    """A sequence."""

    spot: Spot
    items: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class MapNode:
    """A mapping, its keys in order; a key that is no text has the name ""."""

    spot: Spot
    pairs: tuple[tuple[TextNode, Node], ...]


Node = TextNode | ListNode | MapNode


def yaml_node(name: str, text: str) -> MapNode:
    """The top mapping of a YAML file; ``name`` is how the file is called in messages.

    Raises:
        ProgrammeError: the file is empty or no mapping, too large or too deep, holds anchors, or is not YAML at all.
    """
    if len(text) > MOST_CHARACTERS:
        raise ProgrammeError(
            N_("The file holds more than {limit} characters."),
            N_("Divide it into several files of one folder."),
            where=name,
            limit=MOST_CHARACTERS,
        )
    try:
        node = _document(name, yaml.parse(text, Loader=_LOADER))
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        raise ProgrammeError(
            N_("This line breaks the rules of YAML: {problem}."),
            N_("Check the indentation (spaces, no tabs), and put texts that hold ': ' or '#' in quotes."),
            where=f"{name}:{mark.line + 1}" if mark is not None else name,
            problem=getattr(error, "problem", None) or str(error).splitlines()[0],
        ) from error
    if not isinstance(node, MapNode):
        raise ProgrammeError(
            N_("The file holds no 'key: value' lines."),
            N_("Start from the example in docs/programmes.md."),
            where=node.spot.where if node else f"{name}:1",
        )
    return node


def _document(name: str, events: Iterator[Any]) -> Node | None:
    node: Node | None = None
    for event in events:
        if isinstance(event, yaml.NodeEvent):
            if node is not None:
                raise ProgrammeError(
                    N_("The file holds two documents, divided by '---'."),
                    N_("Put each into a file of its own."),
                    where=_spot(name, event).where,
                )
            node = _node(name, event, events, 0)
    return node


def _node(name: str, event: Any, events: Iterator[Any], depth: int) -> Node:
    """The node that ``event`` begins; takes what belongs to it from ``events``."""
    spot = _spot(name, event)
    if getattr(event, "anchor", None):
        raise ProgrammeError(
            N_("Anchors and aliases ('&' and '*') are not used in these files."),
            N_("Write the value out in both places."),
            where=spot.where,
        )
    if depth > MOST_DEPTH:
        raise ProgrammeError(
            N_("The entries lie more than {limit} deep in one another."),
            N_("Check the indentation and the brackets."),
            where=spot.where,
            limit=MOST_DEPTH,
        )
    if isinstance(event, yaml.ScalarEvent):
        return TextNode(spot, str(event.value), event.style is None)
    items: list[Node] = []
    for inner in events:
        if isinstance(inner, yaml.CollectionEndEvent):
            break
        items.append(_node(name, inner, events, depth + 1))
    if isinstance(event, yaml.SequenceStartEvent):
        return ListNode(spot, tuple(items))
    keys = (one if isinstance(one, TextNode) else TextNode(one.spot, "") for one in items[0::2])
    return MapNode(spot, tuple(zip(keys, items[1::2], strict=True)))


def _spot(name: str, event: Any) -> Spot:
    line = event.start_mark.line + 1
    return Spot(name, line, f"{name}:{line}")
