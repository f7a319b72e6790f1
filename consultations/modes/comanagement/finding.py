"""How views find a task and refuse who may not."""

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest
from django.utils.translation import gettext as _

from consultations.modes.comanagement import queries
from consultations.modes.comanagement.models import Task


def task_for(request: HttpRequest, reference: str, act: str = "") -> Task:
    """Promise the task if the reader may read it. 404 for none; 403 where they may not do `act`."""
    task = queries.found(reference)
    if task is None or not request.user.has_perm("consultations.contribution_view", task.contribution):
        raise Http404(_("There is no contribution %(reference)s.") % {"reference": reference})
    if act and not request.user.has_perm(f"consultations.{act}", task):
        raise PermissionDenied(_WHY[act]())
    return task


_WHY = {
    "task_lead": lambda: _("Only who leads this task for one of the two sides can do that."),
    "task_note": lambda: _("Only members of this process can do that."),
    "lead_name": lambda: _("Only members of this process can do that."),
    "task_withdraw": lambda: _("Only who proposed a task takes it back, and only before it begins."),
}
