"""Languages by their names."""

from incidencia.text.languages import LANGUAGES

_NAMES = dict(LANGUAGES)


def tongue(code: str) -> str:
    """The name of a language; its code where we know none."""
    return str(_NAMES.get(code, code))
