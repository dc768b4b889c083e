"""The command line: thin skins over the library."""

from tongket.cli.commands import main

__all__ = ["main"]
