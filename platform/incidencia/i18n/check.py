"""Refuses a catalogue that is not complete: `python -m incidencia.i18n.check`."""

import re
import sys
from collections.abc import Iterator

from babel.messages.catalog import Catalog, Message

from incidencia.i18n.extract import load, sentences
from incidencia.i18n.places import CATALOGUES

# %(name)s, %s and %% of gettext; {name} of str.format.
_HOLES = re.compile(r"%\(\w+\)[sdif]|%[sdif]|\{\w*\}")
_AGAIN = re.compile(r"(.{20,}?)\1+", re.DOTALL)
_BARE_PERCENT = re.compile(r"%(?!\(\w+\)[sdif]|[sdif])")


def faults(code: Catalog, catalogue: Catalog) -> Iterator[str]:
    """Yield one line for every sentence of `code` that `catalogue` misses, leaves empty, guesses or breaks."""
    said = {(message.id, message.context) for message in code if message.id}
    for message in code:
        if message.id:
            fault = _fault(message, catalogue.get(message.id, message.context))
            if fault:
                yield f"{fault}: {_first(message)!r}"
    for message in catalogue:
        if message.id and (message.id, message.context) not in said:
            yield f"no longer said: {_first(message)!r}"


def main() -> int:
    """Print the faults of every catalogue; 1 if there are any."""
    code = sentences()
    lines = [
        f"{locale}: {line}"
        for locale, path in CATALOGUES.items()
        for line in faults(code, load(path, locale) if path.exists() else Catalog(locale=locale))
    ]
    sys.stdout.write("".join(f"{line}\n" for line in lines))
    if lines:
        sys.stdout.write(f"{len(lines)} to mend. `make messages` gathers sentences; then write their msgstr.\n")
    return 1 if lines else 0


def _fault(source: Message, translated: Message | None) -> str:
    if translated is None:
        return "missing"
    if translated.fuzzy:
        return "fuzzy"
    words = _all(translated.string)
    if not words or not all(words) or source.pluralizable != isinstance(translated.string, tuple):
        return "untranslated"
    return _broken(source, words)


def _broken(source: Message, words: tuple[str, ...]) -> str:
    ids = _all(source.id)
    allowed = {hole for text in ids for hole in _HOLES.findall(text)}
    for position, text in enumerate(words):
        if _AGAIN.fullmatch(text) and not any(map(_AGAIN.fullmatch, ids)):
            return "said more than once"
        holes = set(_HOLES.findall(text))
        # The singular may say "one day" without its number; every other form says all that the original says.
        needed = set(_HOLES.findall(ids[-1])) if position or not source.pluralizable else set()
        if not needed <= holes <= allowed:
            return "placeholders differ"
        if source.python_format and _BARE_PERCENT.search(text.replace("%%", "")):
            return "bare percent sign"
    return ""


def _all(text: str | tuple[str, ...] | list[str] | None) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else tuple(text or ())


def _first(message: Message) -> str:
    return _all(message.id)[0]


if __name__ == "__main__":
    raise SystemExit(main())
