"""Django's settings, in pages, no logic. What a deployment may choose is in `env.py`."""

import os

import environ
from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

from incidencia import env as _env
from incidencia import wiring as _wiring

ENV = _env.read(os.environ)
_env.make_room(ENV.data_dir)
ROOT = _env.ROOT

# --- Where we are -------------------------------------------------------------------------------
DEBUG = ENV.debug
SECRET_KEY = ENV.secret_key
ALLOWED_HOSTS = list(ENV.allowed_hosts)
BASE_URL = ENV.base_url
CSRF_TRUSTED_ORIGINS = [BASE_URL]
ROOT_URLCONF = "incidencia.urls"
ASGI_APPLICATION = "incidencia.asgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

INSTALLED_APPS = [
    "incidencia.web",
    "incidencia.accounts",
    "incidencia.organizations",
    "incidencia.mail",
    "incidencia.references",
    "incidencia.deadlines",
    "incidencia.files",
    "incidencia.i18n",
    "consultations",
    "sessions",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.forms",
    "allauth",
    "allauth.account",
    "channels",
    "csp",
    "django_htmx",
    "django_tasks",
    "django_tasks_db",
    "rules.apps.AutodiscoverRulesConfig",
    "template_partials",
]

MIDDLEWARE = [
    "incidencia.web.measure.MeasureMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "incidencia.accounts.middleware.PrivacyNoticeMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "incidencia.web.limits.LimitsMiddleware",
    "incidencia.web.nul.NulMiddleware",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [ROOT / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "incidencia.web.context.shell",
            ],
            "builtins": [
                "django.templatetags.i18n",
                "django.templatetags.static",
                "incidencia.web.templatetags.ui",
                "incidencia.deadlines.templatetags.clocks",
            ],
        },
    }
]

# --- Data ---------------------------------------------------------------------------------------
DATABASES = {"default": environ.Env.db_url_config(ENV.database_url)}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # Immediate: a writer waits for its turn instead of failing half-way. FULL: an acknowledged act
    # survives a power cut. Files stay open between requests.
    DATABASES["default"]["ENGINE"] = "incidencia.sqlite3"
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;",
    }
else:
    DATABASES["default"]["CONN_MAX_AGE"] = 0
    DATABASES["default"]["OPTIONS"] = {"pool": {"min_size": 2, "max_size": 12}}
ATOMIC_REQUESTS = False

CACHES = {
    "default": (
        {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": ENV.redis_url}
        if ENV.redis_url
        else {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}
    )
}
# Channel layers are doorbells between processes, never storage (docs/decisions).
CHANNEL_LAYERS = {
    "default": (
        {"BACKEND": "channels_redis.pubsub.RedisPubSubChannelLayer", "CONFIG": {"hosts": [ENV.redis_url]}}
        if ENV.redis_url
        else {"BACKEND": "channels.layers.InMemoryChannelLayer"}
    )
}
TASKS = {
    "default": {
        "BACKEND": (
            "django_tasks_db.DatabaseBackend"
            if ENV.tasks == "database"
            else "django_tasks.backends.immediate.ImmediateBackend"
        )
    }
}
MEDIA_ROOT = ENV.data_dir / "media"
MEDIA_URL = "/media/"
FILE_UPLOAD_PERMISSIONS = 0o640
ATTACHMENT_MB = ENV.attachment_mb
DATA_UPLOAD_MAX_MEMORY_SIZE = 2_500_000

# --- Languages ----------------------------------------------------------------------------------
LANGUAGE_CODE = "es-mx"
LANGUAGES = [("es-mx", _("Spanish")), ("en", _("English"))]
LOCALE_PATHS = [ROOT / "platform" / "incidencia" / "locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "UTC"
DEFAULT_ZONE = "America/Mexico_City"
DEADLINE_NEAR = 3  # business days left from which a deadline is near
VERIFICATION_DAYS = 10  # business days in which the desk decides on an organization (A8)

# --- People -------------------------------------------------------------------------------------
AUTH_USER_MODEL = "accounts.Person"
AUTHENTICATION_BACKENDS = [
    "rules.permissions.ObjectPermissionBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 10},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "home"
ACCOUNT_ADAPTER = "incidencia.accounts.adapter.Adapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "optional" if DEBUG else "mandatory"
ACCOUNT_UNIQUE_EMAIL = True
ACCOUNT_CHANGE_EMAIL = True  # one address per person: a new one replaces the old when it is confirmed
ACCOUNT_REAUTHENTICATION_REQUIRED = True
ACCOUNT_LOGIN_ON_EMAIL_CONFIRMATION = True
ACCOUNT_LOGOUT_REDIRECT_URL = "home"
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_FORMS = {
    "login": "incidencia.accounts.forms.LoginForm",
    "signup": "incidencia.accounts.forms.SignupForm",
    "add_email": "incidencia.accounts.forms.AddEmailForm",
    "change_password": "incidencia.accounts.forms.ChangePasswordForm",
    "set_password": "incidencia.accounts.forms.SetPasswordForm",
    "reset_password": "incidencia.accounts.forms.ResetPasswordForm",
    "reset_password_from_key": "incidencia.accounts.forms.ResetPasswordKeyForm",
    "reauthenticate": "incidencia.accounts.forms.ReauthenticateForm",
}
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_PRESERVE_USERNAME_CASING = False
ALLAUTH_TRUSTED_PROXY_COUNT = ENV.trusted_proxies  # whose word is taken for the address that limits count
OWN_DATA = _wiring.OWN_DATA
REFERENCES = _wiring.REFERENCES
AFTER_SESSION = _wiring.AFTER_SESSION
AFTER_CONVENING = _wiring.AFTER_CONVENING
BESIDE_SESSION = _wiring.BESIDE_SESSION
RULES_OF_SERIES = _wiring.RULES_OF_SERIES
CLOSED_DAYS = _wiring.CLOSED_DAYS

# --- Mail ---------------------------------------------------------------------------------------
vars().update({k: v for k, v in environ.Env.email_url_config(ENV.email_url).items() if k.isupper()})
EMAIL_TIMEOUT = 20
DEFAULT_FROM_EMAIL = SERVER_EMAIL = ENV.default_from
if DEBUG:
    EMAIL_BACKEND = "incidencia.mail.page.PageBackend"

# --- What a browser may do ----------------------------------------------------------------------
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = BASE_URL.startswith("https://")
SECURE_SSL_REDIRECT = False
SECURE_HSTS_SECONDS = 31_536_000 if BASE_URL.startswith("https://") and not DEBUG else 0
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "incidencia.web.errors.csrf_failed"
if ENV.trusted_proxies:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

# --- Files of the pages -------------------------------------------------------------------------
STATIC_URL = "/static/"
STATIC_ROOT = ENV.data_dir / "static"
STATICFILES_DIRS = [ROOT / "platform" / "incidencia" / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "incidencia.web.hashing.HashedNames"},
}
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

# --- What is written down -----------------------------------------------------------------------
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}},
    "filters": {"redacting": {"()": "incidencia.web.redacting.Redacting"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line", "filters": ["redacting"]}},
    "root": {"handlers": ["console"], "level": ENV.log_level},
    "loggers": {
        "django.db.backends": {"level": "WARNING"},
        "django.request": {"level": "ERROR"},
        "httpx": {"level": "WARNING"},
        # A dead Redis is told once by the hub; the layer itself would tell it every second.
        "channels_redis.pubsub": {"level": "CRITICAL"},
        "django_tasks": {"level": "WARNING"},
    },
}
