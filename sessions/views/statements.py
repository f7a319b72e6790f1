"""The written statements of a session, word for word, for whoever may hear its room."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from sessions.views.room import entered
from sessions.wording.words import name_of, titled


@never_cache
@require_safe
def room_statements(request: HttpRequest, reference: str) -> HttpResponse:
    """Each with when it was received, from whom, and its hash."""
    session, room, _seat, audience = entered(request, reference)
    if audience is None:
        raise PermissionDenied
    items = {i.plan.id: titled(i.plan) for i in room.items}
    told = [(s, name_of(room, s.seat), items.get(s.item, "")) for s in room.statements]
    return render(request, "sessions/room_statements.html", {"session": session, "statements": told})
