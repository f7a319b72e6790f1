#!/usr/bin/env python
"""Django's command line, usable before the project is installed."""
import os
import sys
from pathlib import Path

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "incidencia.settings")
    # Appended, never first: the folder `platform/` must not shadow the standard library.
    sys.path.append(str(Path(__file__).resolve().parent / "platform"))
    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)
