"""The public library of lessons; writing one, putting it there, taking it out."""

from urllib.parse import urlencode

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from consultations.exchange import queries, services
from consultations.exchange.forms import DeclineForm, LessonForm, LibraryForm
from consultations.exchange.models import Lesson
from consultations.exchange.parts import PARTS
from consultations.finding import consultation_for, seen_other
from consultations.spine.acting import typed
from incidencia.accounts.requests import SignedInRequest
from incidencia.text import clean
from incidencia.web.refusals import Refused

get_and_post = require_http_methods(["GET", "POST"])
PER_PAGE = 20


@require_safe
def lesson_list(request: HttpRequest) -> HttpResponse:
    """What processes learned, found by words without accents, language and process."""
    form = LibraryForm(request.GET)
    asked = form.asked()
    page = Paginator(queries.library(asked["q"], asked["language"], asked["process"]), PER_PAGE).get_page(
        request.GET.get("page")
    )
    query = urlencode({name: value for name, value in asked.items() if value})
    context = {"form": form, "page": page, "rows": list(page), "asked": any(asked.values()), "query": query}
    return render(request, "consultations/exchange/lesson_list.html", context)


@require_safe
def lesson_page(request: HttpRequest, pk: int) -> HttpResponse:
    """A lesson in its four parts, by whom, from which process."""
    lesson = lesson_for(request, pk)
    user = request.user
    context = {
        "lesson": lesson, "consultation": lesson.consultation,
        "parts": [(label, clean.render(getattr(lesson, name))) for name, label in PARTS.items()],
        "may_publish": user.has_perm("consultations.lesson_publish", lesson),
        "may_decline": user.has_perm("consultations.lesson_decline", lesson),
        "may_offer": lesson.is_in_library and user.has_perm("consultations.share_offer", lesson.consultation),
    }  # fmt: skip
    return render(request, "consultations/exchange/lesson_page.html", context)


@login_required
@get_and_post
def lesson_new(request: SignedInRequest, reference: str) -> HttpResponse:
    """Write what this process learned."""
    consultation = consultation_for(request, reference, "consultation_view")
    if not request.user.has_perm("consultations.lesson_write", consultation):
        raise PermissionDenied(_("Members of a process, and who convenes it, share what is theirs."))
    form = LessonForm(typed(request), speaker=request.user)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        try:
            made = services.lesson_write(
                consultation=consultation, words=data, by=request.user, speaking_as=form.choice, key=data["key"]
            )
        except Refused as refusal:
            refusal.as_error(form)
        else:
            said = (
                _("The lesson is in the library.")
                if made.is_in_library
                else _("Written: the coordination of your process puts it in the library, or says why not.")
            )
            messages.success(request, said)
            return seen_other("lesson_page", made.pk)
    status = 422 if request.method == "POST" else 200
    return render(
        request, "consultations/exchange/lesson_new.html", {"consultation": consultation, "form": form}, status=status
    )


@login_required
@require_POST
def lesson_publish(request: SignedInRequest, pk: int) -> HttpResponse:
    """Put a member's lesson in the library."""
    lesson = lesson_for(request, pk)
    try:
        services.lesson_publish(lesson=lesson, by=request.user)
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("The lesson is in the library."))
    return seen_other("lesson_page", lesson.pk)


@login_required
@get_and_post
def lesson_decline(request: SignedInRequest, pk: int) -> HttpResponse:
    """Not put it in the library, or take one's own out, with a reason."""
    lesson = lesson_for(request, pk, "lesson_decline")
    form = DeclineForm(typed(request))
    if request.method == "POST" and form.is_valid():
        try:
            services.lesson_decline(lesson=lesson, reason=form.cleaned_data["reason"], by=request.user)
        except Refused as refusal:
            refusal.as_error(form)
        else:
            messages.success(request, _("Done: it is not in the library."))
            return seen_other("lesson_page", lesson.pk)
    context = {"lesson": lesson, "consultation": lesson.consultation, "form": form}
    status = 422 if request.method == "POST" else 200
    return render(request, "consultations/exchange/lesson_decline.html", context, status=status)


def lesson_for(request: HttpRequest, pk: int, act: str = "lesson_view") -> Lesson:
    """Promise a lesson if the reader may do `act`. 404 where they may not read it; 403 with the reason."""
    lesson = queries.lesson_found(pk)
    if lesson is None or not request.user.has_perm("consultations.lesson_view", lesson):
        raise Http404(_("There is no such lesson."))
    if not request.user.has_perm(f"consultations.{act}", lesson):
        raise PermissionDenied(_("Whoever convenes the process decides that, once."))
    return lesson
