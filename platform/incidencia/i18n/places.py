"""Where sentences stand and where their translations are kept."""

from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
SOURCES = ("platform/incidencia", "consultations", "sessions", "templates")
LOCALE = ROOT / "platform" / "incidencia" / "locale"
CATALOGUES = {"es_MX": LOCALE / "es_MX" / "LC_MESSAGES" / "django.po"}
