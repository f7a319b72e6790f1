"""How the views of level II find a thread; its proof and its data."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, JsonResponse, StreamingHttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from consultations.activities.views import activity_for
from consultations.modes.dialogue import queries, records
from consultations.modes.dialogue.concluding.proof import proof_of
from consultations.modes.dialogue.models import Post, Thread
from consultations.tabular import table
from incidencia.web.keys import key_of


def thread_for(request: HttpRequest, reference: str, act: str = "", why: str = "") -> Thread:
    """Promise the thread if the reader may read it. 404 for none; 403 with `why` where they may not do `act`."""
    thread = queries.whole(reference)
    if thread is None or not request.user.has_perm("consultations.contribution_view", thread.contribution):
        raise Http404(_("There is no contribution %(reference)s.") % {"reference": reference})
    if act and not request.user.has_perm(f"consultations.{act}", thread):
        raise PermissionDenied(why)
    return thread


def post_for(request: HttpRequest, reference: str, number: int) -> Post:
    """Promise a post whose words the reader may read. 404 for none, and for what moderation hides from them."""
    thread = thread_for(request, reference)
    if not request.user.has_perm("consultations.contribution_words", thread.contribution):
        raise Http404(_("Its words are not for you to read; its page says why."))
    post = queries.post_of(thread, number)
    if post is None:
        raise Http404(_("There is no post %(n)s in this thread.") % {"n": number})
    if queries.is_hidden(post) and not request.user.has_perm("consultations.post_words", post):
        raise Http404(_("It is hidden by moderation; its page says under which rule."))
    return post


def keyed(request: HttpRequest) -> dict[str, Any]:
    """Promise the key of the form on the page: the same one until it is done, so that it is done once."""
    return {"key": key_of(request)}


@require_safe
def thread_proof(request: HttpRequest, reference: str) -> JsonResponse:
    """The thread as JSON, with what each hash was made of, to recount it."""
    thread = thread_for(request, reference)
    whole = request.user.has_perm("consultations.contribution_words", thread.contribution)
    plain = {"sort_keys": True, "separators": (",", ":"), "ensure_ascii": False}
    answer = JsonResponse(proof_of(thread, words=whole), json_dumps_params=plain)
    answer["Content-Disposition"] = f'attachment; filename="{thread.contribution.reference}.json"'
    return answer


@require_safe
def thread_data(request: HttpRequest, reference: str, place: int) -> StreamingHttpResponse:
    """The posts of an activity as CSV, in constant memory."""
    activity = activity_for(request, reference, place, "activity_read_sent")
    rows = table(records.COLUMNS, records.of_activity(activity))
    answer = StreamingHttpResponse(rows, content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{activity.consultation.reference}-{activity.place}.csv"'
    return answer
