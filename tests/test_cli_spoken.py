"""Helps and wrong usages of every command: no English word of click's stands in what is said in Vietnamese."""

from __future__ import annotations

import gettext
import re
from collections.abc import Iterator

import click
import pytest
from click.testing import CliRunner

from tongket.cli.commands import _speak, cli

ENGLISH = re.compile(
    r"\b(usage|options?|arguments?|commands?|error|try|missing|required|show|did you|one of|requires|valid|values?|"
    r"unexpected|extra|range|directory|integer|float|exit|default|aborted|no such|does not|got)\b",
    re.IGNORECASE,
)
_OURS = re.compile(
    r"--?[a-z][\w-]*|'[^']*'|^ {2}[a-z]+(?= {2})|(?<=: )cli [a-z ]*|«[^»]*»|\[[a-z]+(?:\|[a-z]+)+\]", re.MULTILINE
)
"""What is typed as it stands in every language: options and their values, quoted words, names of commands."""


@pytest.fixture(autouse=True)
def _domain_as_before(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("LANGUAGE", "")
    monkeypatch.setenv("TONGKET_LANG", "vi")
    before = gettext.textdomain()
    yield
    gettext.textdomain(before)


def _commands(
    one: click.Command = cli, path: tuple[str, ...] = (), above: click.Context | None = None
) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    yield path, one
    if isinstance(one, click.Group):
        context = click.Context(one, parent=above)
        for name in one.list_commands(context):
            inner = one.get_command(context, name)
            assert inner is not None
            yield from _commands(inner, (*path, name), context)


COMMANDS = dict(_commands())
PATHS = [pytest.param(path, id=" ".join(path) or "tongket") for path in COMMANDS]


def wrong_usages(command: click.Command) -> Iterator[list[str]]:
    """Ways to mistype ``command`` that it refuses before it does anything."""
    yield from (["--lagn", "vi"], ["-Z"], ["--lang", "xx"], ["--help=1"])
    for option in command.params:
        if not isinstance(option, click.Option) or option.name in {"version", "help"}:
            continue
        if option.is_flag:
            yield [f"{option.opts[-1]}=x"]
            continue
        yield [option.opts[-1]]
        if not isinstance(option.type, click.Path | type(click.STRING)):
            yield [f"{option.opts[-1]}=x", *["x"] * sum(one.required for one in command.params)]
    if not isinstance(command, click.Group):
        yield from ([], ["--lang", "vi", *"abcdefgh"])


def said(path: tuple[str, ...], arguments: list[str]) -> str:
    return CliRunner().invoke(cli, [*path, *arguments]).output


@pytest.mark.parametrize("path", PATHS)
def test_help_is_vietnamese_through_and_through(path: tuple[str, ...]) -> None:
    _speak(["--lang", "vi"])
    help_ = said(path, ["--help"])
    assert "Cách dùng" in help_
    assert ENGLISH.findall(_OURS.sub("", help_)) == []


def test_help_follows_the_language_from_one_call_to_the_next() -> None:
    _speak(["--lang", "vi"])
    assert "Show this message and exit." in said(("read",), ["--lang", "en", "--help"])
    assert ENGLISH.findall(_OURS.sub("", said(("read",), ["--lang", "vi", "--help"]))) == []


@pytest.mark.parametrize("path", PATHS)
def test_wrong_usage_is_said_in_vietnamese(path: tuple[str, ...]) -> None:
    _speak(["--lang", "vi"])
    for arguments in wrong_usages(COMMANDS[path]):
        output = said(path, arguments)
        if "Cách dùng" in output:  # else it was taken, and the command itself spoke
            assert (arguments, ENGLISH.findall(_OURS.sub("", output))) == (arguments, [])


@pytest.mark.parametrize(
    ("arguments", "vietnamese", "english"),
    [
        (["units", "show"], "'MÃ|TÊN'", "Missing argument 'ID|TEXT'"),
        (["documents", "find", "a", "b", "c"], "Thừa các tham số: b c.", "Got unexpected extra arguments (b c)"),
        (["documents", "find", "a", "b"], "Thừa tham số: b.", "Got unexpected extra argument (b)"),
        (["consolidate", "a", "--explain", "x"], "cần 2 giá trị", "requires 2 arguments"),
        (["--lagn"], "Có phải là '--lang' không?", "Did you mean '--lang'?"),
        (["units", "find", "a", "--lagn"], "Có phải là một trong", "(Did you mean one of: '--lang', '--on'?)"),
        (["facts", "check", "a", "--z", "x"], "'x' chưa phải là số", "'x' is not a number"),
        (["facts", "check", "a", "--points", "2"], "số nguyên từ 3", "not a whole number from 3 upwards"),
        (["facts", "check", "a", "--points", "x"], "số nguyên từ 3", "not a whole number from 3 upwards"),
        (["consolidate", "a", "--view", "x"], "không có lựa chọn 'x'", "'x' is not one of"),
        (["read", "a", "--json=x"], "không kèm giá trị", "does not take a value"),
    ],
)
def test_wrong_usage_is_said_in_the_language_in_use(arguments: list[str], vietnamese: str, english: str) -> None:
    for lang, words in (("vi", vietnamese), ("en", english)):
        _speak(["--lang", lang])
        done = CliRunner().invoke(cli, arguments, env={"TONGKET_LANG": lang})
        assert (done.exit_code, words in done.output) == (2, True), done.output


@pytest.mark.parametrize(
    "arguments",
    [["serve", "--lang", "en", "--hst", "x"], ["check", "--lang=en", "--format", "x"], ["check", "--lang", "en"]],
    ids=" ".join,
)
def test_a_language_asked_for_behind_the_command_holds_for_the_whole_refusal(arguments: list[str]) -> None:
    _speak(arguments)
    refused = CliRunner().invoke(cli, arguments).output
    assert refused.startswith("Usage: ")
    assert [letter for letter in refused if letter.isalpha() and not letter.isascii()] == []
