"""The worker process: ``python -m tongket.site.worker`` does the background work, and ends with ``tongket serve``."""

from __future__ import annotations

import os
import sys
from importlib import import_module

from tongket.errors import TongketError
from tongket.messages import LANGUAGES, use_language

LANGUAGE = "TONGKET_LANG"  # that of the command that started the site, in which its log is written
INTERVAL = 0.2  # seconds between two looks into the queue


def main() -> None:
    """Work until told to end."""
    import django
    from django.conf import settings
    from django.core.management import call_command
    from django.db import DatabaseError

    from tongket.site.data_folder import identity
    from tongket.site.parent import end_with_parent

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tongket.site.settings")
    if os.environ.get(LANGUAGE) in LANGUAGES:
        use_language(os.environ[LANGUAGE])
    end_with_parent()
    try:
        django.setup()
    except TongketError as error:  # a folder that is gone, or of a newer version: a sentence, not a trace
        sys.exit(error.message())
    import_module(settings.ROOT_URLCONF)  # views know the services, and these say what work there is
    try:
        call_command("db_worker", interval=INTERVAL, startup_delay=False, reload=False, verbosity=0)
    except DatabaseError:
        if identity(settings.DATA) is not None:
            raise
        sys.exit(2)  # the data folder is gone: the watch says so, in words


if __name__ == "__main__":
    main()
