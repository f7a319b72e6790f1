"""A package, because `tests/sessions` would otherwise shadow the real package `sessions`."""
