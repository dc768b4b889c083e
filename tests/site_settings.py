"""The site's settings for tests: a data folder of the run's own, and nothing of the machine's environment.

``TONGKET_TEST_DATABASE`` names a PostgreSQL server on which to run them; without it they run on SQLite.
"""

import os
import tempfile

_FOLDER = tempfile.TemporaryDirectory(prefix="tongket-site-", ignore_cleanup_errors=True)
_DATABASE = os.environ.get("TONGKET_TEST_DATABASE", "")
os.environ["TONGKET_DATA"] = _FOLDER.name
for _name in [name for name in os.environ if name.startswith("TONGKET_") and name != "TONGKET_DATA"]:
    del os.environ[_name]
os.environ.pop("DATABASE_URL", None)

from tongket.site.settings import *  # noqa: E402, F403 - the folder must be named before the settings are read
from tongket.site.settings import database  # noqa: E402

DATABASES = {"default": database(_DATABASE)}

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # a fast one: tests sign in often
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}  # no worker beside the tests
