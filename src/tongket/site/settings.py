"""Django's settings, out of the data folder and a few environment variables (docs/site.md lists them)."""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

import fontpkg_ibm_plex_sans
from csp.constants import NONCE, NONE, SELF

from tongket.site.data_folder import open_data_folder
from tongket.site.parent import parent

DATA = open_data_folder(make=not parent())
HERE = Path(__file__).parent
SECRET_KEY = DATA.secret_key
DEBUG = False
ALLOWED_HOSTS = os.environ.get("TONGKET_HOSTS", "*").split(",")
CSRF_TRUSTED_ORIGINS = [host for host in os.environ.get("TONGKET_ORIGINS", "").split(",") if host]
BEHIND_HTTPS = os.environ.get("TONGKET_HTTPS", "") == "1"
DEMO = os.environ.get("TONGKET_DEMO", "") == "1"

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django_htmx",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "allauth.usersessions",
    "axes",
    "csp",
    "django_tasks",
    "django_tasks_db",
    "tongket.site.interface",
    "tongket.site.records",
    "tongket.site.people",
    "tongket.site.jobs",
    "tongket.site.rounds",
    "tongket.site.submissions",
    "tongket.site.documents",
    "tongket.site.rollups",
    "tongket.site.work",
    "tongket.site.api",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "tongket.site.interface.middleware.FullDiskMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "tongket.site.interface.middleware.LanguageMiddleware",
    "tongket.site.interface.plain_text.PlainTextMiddleware",
    "tongket.site.people.middleware.ActorMiddleware",
    "tongket.site.people.middleware.BeginMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "tongket.site.people.middleware.SessionsMiddleware",
    "axes.middleware.AxesMiddleware",
]
ROOT_URLCONF = "tongket.site.urls"
CSRF_FAILURE_VIEW = "tongket.site.people.guard.stale"
WSGI_APPLICATION = "tongket.site.application.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [HERE / "interface" / "templates", HERE / "people" / "templates"],  # before those of allauth
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "tongket.site.interface.context.page",
                "tongket.site.people.kept.context",
                "tongket.site.work.places.places",
            ],
            "builtins": ["tongket.site.interface.templatetags.words", "django.templatetags.static"],
        },
    }
]
if DEMO:
    TEMPLATES[0]["OPTIONS"]["context_processors"].append("tongket.site.demo.province.shown")

SQLITE_OPTIONS = {
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA cache_size=-65536;"
    "PRAGMA mmap_size=268435456; PRAGMA wal_autocheckpoint=16384;",  # pages: the watch writes the log back long before
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
}


def database(address: str) -> dict[str, object]:
    """The settings of one database: PostgreSQL at ``address``, or the embedded one where it is ""."""
    if not address:
        return {
            "ENGINE": "tongket.site.embedded",
            "NAME": DATA.database,
            "OPTIONS": SQLITE_OPTIONS,
            "CONN_MAX_AGE": 60,  # the last connection that is closed writes the whole log back
            "TEST": {"NAME": ":memory:"},
        }
    parts = urlsplit(address)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(parts.hostname or ""),
        "PORT": str(parts.port or ""),
        # A statement that comes again is planned once a connection: that was a third of the server's work.
        "OPTIONS": {"server_side_binding": True, "prepare_threshold": 3, **dict(parse_qsl(parts.query))},
        "CONN_MAX_AGE": 60,
    }


DATABASES = {"default": database(os.environ.get("DATABASE_URL", ""))}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "people.User"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
PASSWORD_HASHERS = [
    "tongket.site.people.passwords.Argon2Hasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",  # of older versions: kept anew when its owner signs in next
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_ADAPTER = "tongket.site.people.adapter.AccountAdapter"
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_SESSION_REMEMBER = True  # for SESSION_COOKIE_AGE, whether the browser is closed or not
# Wrong passwords are counted by axes, so what is left of "login_failed" are the codes of a second factor, by user; a
# whole province may sign in from the one address of its network.
ACCOUNT_RATE_LIMITS = {"login_failed": "10/15m/key", "login": "900/m/ip"}
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = "Tổng kết"
MFA_ADAPTER = "tongket.site.people.adapter.MFAAdapter"
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not BEHIND_HTTPS  # browsers allow it on localhost alone
SOCIALACCOUNT_ADAPTER = "tongket.site.people.adapter.SocialAccountAdapter"
SOCIALACCOUNT_ONLY = False
OIDC = os.environ.get("TONGKET_OIDC_URL", "")  # of the office's sign-on server
SOCIALACCOUNT_PROVIDERS = {
    "openid_connect": {
        "OAUTH_PKCE_ENABLED": True,
        "APPS": [
            {
                "provider_id": "office",
                "name": os.environ.get("TONGKET_OIDC_NAME", "") or urlsplit(OIDC).hostname or "",
                "client_id": os.environ.get("TONGKET_OIDC_CLIENT", ""),
                "secret": os.environ.get("TONGKET_OIDC_SECRET", ""),
                "settings": {"server_url": OIDC},
            }
        ]
        if OIDC
        else [],
    }
}
USERSESSIONS_TRACK_ACTIVITY = True
AXES_FAILURE_LIMIT = 10
AXES_COOLOFF_TIME = 0.25  # hours
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_USERNAME_CALLABLE = "tongket.site.people.adapter.typed_name"
AXES_LOCKOUT_TEMPLATE = "people/locked_out.html"
AXES_RESET_ON_SUCCESS = True
AXES_VERBOSE = False

SESSION_ENGINE = "tongket.site.people.sessions"
SESSION_COOKIE_AGE = 12 * 3600
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = BEHIND_HTTPS
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "SAMEORIGIN"
if BEHIND_HTTPS:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "script-src": [SELF, NONCE],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "object-src": [NONE],
        "base-uri": [SELF],
        "form-action": [SELF, *([f"{urlsplit(OIDC).scheme}://{urlsplit(OIDC).netloc}"] if OIDC else [])],
        "frame-ancestors": [SELF],
    }
}

LANGUAGE_CODE = "vi"
LANGUAGES = [("vi", "Tiếng Việt"), ("en", "English")]
USE_I18N = True
TIME_ZONE = "Asia/Ho_Chi_Minh"
USE_TZ = True
FORMAT_MODULE_PATH = None

STATIC_URL = "/static/"
STATIC_ROOT = DATA.made / "static"
STATICFILES_DIRS = [("fonts", Path(fontpkg_ibm_plex_sans.__file__).parent / "files")]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": DATA.files}},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedStaticFilesStorage"},
}
STATIC_ROOT.mkdir(exist_ok=True)
WHITENOISE_USE_FINDERS = "TONGKET_COLLECTED" not in os.environ  # tongket serve collects them; tests do not
WHITENOISE_MAX_AGE = 3600

MOST_UPLOAD = 50 * 1024 * 1024  # bytes of one file
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 20_000
DATA_UPLOAD_MAX_NUMBER_FILES = 400  # of one request; a folder of more goes up in parts, by a script of the page
FILE_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024
FILE_UPLOAD_TEMP_DIR = DATA.waiting
FILE_UPLOAD_PERMISSIONS = 0o600

EMAIL_BACKEND = (
    "django.core.mail.backends.smtp.EmailBackend"
    if os.environ.get("TONGKET_SMTP_HOST")
    else "django.core.mail.backends.console.EmailBackend"
)
EMAIL_HOST = os.environ.get("TONGKET_SMTP_HOST", "")
EMAIL_PORT = int(os.environ.get("TONGKET_SMTP_PORT", "25"))
EMAIL_HOST_USER = os.environ.get("TONGKET_SMTP_USER", "")
EMAIL_HOST_PASSWORD = os.environ.get("TONGKET_SMTP_PASSWORD", "")
EMAIL_USE_TLS = os.environ.get("TONGKET_SMTP_TLS", "") == "1"
DEFAULT_FROM_EMAIL = os.environ.get("TONGKET_MAIL_FROM", "tongket@localhost")

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": os.environ.get("TONGKET_LOG", "WARNING")},
}
