"""Hiding what breaks a published rule: a tombstone with rule and date, one appeal, a public log."""
