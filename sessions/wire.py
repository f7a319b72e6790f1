"""Events, commands and rooms ↔ plain JSON values. Pure; driven by the types of the dataclasses themselves.

What is stored is `{"type": "FloorGiven", "v": 1, …fields}`. A field that was added later has a default
and may be absent; a rename needs a row in `UPCAST`.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from functools import cache
from types import MappingProxyType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from sessions.core import events

VERSION = 1
UPCAST: dict[tuple[str, int], Callable[[dict[str, Any]], dict[str, Any]]] = {}
Builder = Callable[[Any], Any]
BY_NAME: dict[str, type] = {t.__name__: t for t in get_args(events.Event)}


def canonical(value: Any) -> bytes:
    """The one way to write a value: sorted keys, no spaces, UTF-8 (the subset of RFC 8785 we use: no fractions)."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def plain(value: Any) -> Any:
    """A dataclass or a value of our types as plain JSON values."""
    if is_dataclass(value) and not isinstance(value, type):
        return {f.name: plain(getattr(value, f.name)) for f in fields(value)}
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, timedelta):
        return value // timedelta(microseconds=1)
    if isinstance(value, Mapping):
        # Pairs: PostgreSQL does not keep the order of an object's keys, and the order of seats is on screen.
        return [[k, plain(v)] for k, v in value.items()]
    if isinstance(value, frozenset):
        return sorted(plain(v) for v in value)
    if isinstance(value, tuple | list):
        return [plain(v) for v in value]
    return value


def event_out(event: events.Event) -> dict[str, Any]:
    """What is stored of an event."""
    return {"type": type(event).__name__, "v": VERSION, **plain(event)}


def event_in(stored: Mapping[str, Any]) -> events.Event:
    """The event that was stored. Raises KeyError for a type nobody knows."""
    data = dict(stored)
    name, version = data.pop("type"), data.pop("v")
    while (step := UPCAST.get((name, version))) is not None:
        data, version = step(data), version + 1
    made: events.Event = build(BY_NAME[name], data)
    return made


def build(kind: Any, value: Any) -> Any:
    """A value of the annotated type `kind` from plain JSON values."""
    return _builder(kind)(value)


@cache
def _builder(kind: Any) -> Builder:
    """How values of a type are made: worked out once, since a log has thousands of them."""
    origin = get_origin(kind)
    if origin in (Union, UnionType):
        some = _builder(next(k for k in get_args(kind) if k is not type(None)))
        return lambda value: None if value is None else some(value)
    if origin in (tuple, frozenset):
        one = _builder(get_args(kind)[0])
        return lambda value: origin(map(one, value))
    if origin is Mapping or (isinstance(origin, type) and issubclass(origin, Mapping)):
        held = _builder(get_args(kind)[1])
        return lambda value: MappingProxyType({k: held(v) for k, v in value})
    return _dataclass(kind) if is_dataclass(kind) else _scalar(kind)


def _scalar(kind: Any) -> Builder:
    if kind is datetime:
        return datetime.fromisoformat
    if kind is date:
        return date.fromisoformat
    if kind is timedelta:
        return lambda value: timedelta(microseconds=value)
    return kind if isinstance(kind, type) and issubclass(kind, StrEnum) else _as_it_is


def _as_it_is(value: Any) -> Any:
    return value


def _dataclass(kind: Any) -> Builder:
    hints = _hints(kind)
    parts = [
        (f.name, _builder(hints[f.name]), f.default is MISSING and f.default_factory is MISSING) for f in fields(kind)
    ]

    def made(value: Mapping[str, Any]) -> Any:
        return kind(**{name: part(value[name]) for name, part, required in parts if required or name in value})

    return made


@cache
def _hints(kind: Any) -> dict[str, Any]:
    return get_type_hints(kind)
