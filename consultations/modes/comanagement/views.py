"""Tasks of an activity as data, and the tasks of one person in every consultation."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from consultations.activities.views import activity_for
from consultations.moderation.queries import rules_of
from consultations.modes.comanagement import records
from consultations.modes.comanagement.queries import tasks_led_by
from consultations.modes.comanagement.tabular import lines
from incidencia.accounts.requests import SignedInRequest


@require_safe
def task_data(request: HttpRequest, reference: str, place: int) -> StreamingHttpResponse:
    """The tasks of an activity as CSV, in constant memory."""
    activity = activity_for(request, reference, place, "activity_read_sent")
    rows = lines(records.COLUMNS, records.of_activity(activity))
    answer = StreamingHttpResponse(rows, content_type="text/csv; charset=utf-8")
    name = f"{activity.consultation.reference}-{activity.place}-tareas.csv"
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


@login_required
@require_safe
def my_tasks(request: SignedInRequest) -> HttpResponse:
    """The tasks that I lead, or am asked to lead, in every consultation."""
    rows = tasks_led_by(request.user)
    hidden = rules_of([row.task.contribution for row in rows])
    told = [(row, hidden.get(row.task.contribution_id)) for row in rows]
    context = {
        "open_rows": [one for one in told if one[0].is_open],
        "over_rows": [one for one in told if not one[0].is_open],
    }
    return render(request, "consultations/modes/comanagement/my_tasks.html", context)
