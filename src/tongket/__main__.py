"""``python -m tongket`` is the command ``tongket``."""

from tongket.cli import main

main()
