"""The WSGI application that ``tongket serve`` runs."""

from __future__ import annotations

import gc
import os
import sys

from django.core.wsgi import get_wsgi_application
from django.db import connection
from django.urls import get_resolver

from tongket.site.parent import end_with_parent
from tongket.site.threads import close_with_threads

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tongket.site.settings")
end_with_parent()
application = get_wsgi_application()
close_with_threads()
_ = get_resolver().url_patterns  # loads all pages: else the first visitor of each process waits for it
gc.collect()
gc.freeze()  # what is loaded is never garbage, and a request makes thousands of objects that go without a search
gc.set_threshold(20_000, 20, 20)
if connection.vendor == "sqlite":
    # Who has the turn to write waits for the interpreter after each statement, and all who want to write wait for that.
    # On a server nobody waits for another's turn, and each switch costs time of the processor.
    sys.setswitchinterval(0.0005)
