"""Reading posts by address, writing, correcting and hiding them."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from consultations.moderation import services as moderation
from consultations.moderation.forms import HideForm
from consultations.moderation.models import Rule
from consultations.moderation.queries import hidden_parts
from consultations.modes.dialogue import queries
from consultations.modes.dialogue.models import Thread
from consultations.modes.dialogue.posting import correcting, writing
from consultations.modes.dialogue.posting.content import paragraphs_of
from consultations.modes.dialogue.posting.forms import PostCorrectForm, PostForm
from consultations.modes.dialogue.standing import voices_in
from consultations.modes.dialogue.views import keyed, post_for, thread_for
from consultations.rules import is_official_of
from consultations.spine.acting import act_on, typed
from incidencia.accounts.requests import SignedInRequest
from incidencia.text import clean

get_and_post = require_http_methods(["GET", "POST"])


@require_safe
def post_list(request: HttpRequest, reference: str) -> HttpResponse:
    """Fifty posts that end with the number `hasta`: the older ones of a long thread."""
    thread = _readable(request, reference)
    until = min(_number(request.GET.get("hasta", "")) or thread.last, thread.last)
    viewer = request.user if request.user.is_authenticated else None
    official = viewer is not None and is_official_of(viewer, thread.contribution.consultation)
    posts = queries.posts_until(thread, until)
    context = {
        "thread": thread, "contribution": thread.contribution, "consultation": thread.contribution.consultation,
        "said": queries.said_in(
            posts, queries.asked_in(thread), hidden_parts(thread.contribution), viewer, official=official
        ),
        "older": posts[0].number - 1 if posts else 0, "first": posts[0].number if posts else 0, "until": until,
        "newer": until + queries.PER_PAGE if until + queries.PER_PAGE < thread.last else 0,
    }  # fmt: skip
    return render(request, "consultations/modes/dialogue/posting/post_list.html", context)


@require_safe
def post_page(request: HttpRequest, reference: str, number: int) -> HttpResponse:
    """The permanent address of a post: leads to the page it stands on, at the post."""
    thread = _readable(request, reference)
    if not 0 < number <= thread.last:
        raise Http404(_("There is no post %(n)s in this thread.") % {"n": number})
    if number > thread.last - queries.PER_PAGE:
        address = reverse("contribution_page", args=[thread.contribution.reference])
    else:
        middle = number + queries.PER_PAGE // 2
        address = (
            f"{reverse('post_list', args=[thread.contribution.reference])}?hasta={max(middle, queries.PER_PAGE)}"
        )
    return HttpResponseRedirect(f"{address}#i{number}")


@login_required
@get_and_post
def post_new(request: SignedInRequest, reference: str) -> HttpResponse:
    """Write a post: quote paragraphs of another one, answer each question in its own field."""
    thread = thread_for(
        request, reference, "thread_write",
        _("Only the parties of this thread and the officials of its process write in it."),
    )  # fmt: skip
    consultation = thread.contribution.consultation
    official = is_official_of(request.user, consultation)
    quoted = _quoted(request, thread)
    # A question that was answered while somebody typed keeps its field: what was typed is refused, not lost.
    typed_to = {_number(name.removeprefix("answer_")) for name in request.POST if request.POST[name].strip()}
    form = PostForm(
        typed(request), open_ones=queries.open_questions(thread, typed_to) if official else [], official=official,
        quoted=quoted, voices=[] if official else voices_in(thread, request.user),
    )  # fmt: skip
    shown = keyed(request)
    return act_on(
        request, thread.contribution, form, "consultations/modes/dialogue/posting/post_new.html",
        done=_("Your post stands in the thread, and the other side has a letter."),
        act=lambda _data: writing.post_write(
            thread=thread, words=form.words, by=request.user, speaking_as=form.choice, key=shown["key"]
        ),
        thread=thread, official=official, quoted=quoted[0][0] if quoted else 0, **shown,
    )  # fmt: skip


@login_required
@get_and_post
def post_correct(request: SignedInRequest, reference: str, number: int) -> HttpResponse:
    """Write the next version of an own post."""
    post = post_for(request, reference, number)
    if not request.user.has_perm("consultations.post_correct", post):
        raise PermissionDenied(_("Only its author corrects a post."))
    form = PostCorrectForm(typed(request), post=post, initial={"base": post.current, "text": post.text})
    return act_on(
        request, post.thread.contribution, form, "consultations/modes/dialogue/posting/post_correct.html",
        done=_("The new version stands; the earlier one stays readable."),
        act=lambda data: correcting.post_correct(
            post=post, base=data["base"], text=data["text"], questions=form.typed("question_"),
            answers=form.typed("answer_"), by=request.user,
        ),
        post=post,
    )  # fmt: skip


@require_safe
def post_versions(request: HttpRequest, reference: str, number: int) -> HttpResponse:
    """Every version of a post, the latest first."""
    post = post_for(request, reference, number)
    context: dict[str, Any] = {
        "post": post, "contribution": post.thread.contribution, "consultation": post.thread.contribution.consultation,
        "versions": [
            (one, clean.render(one.text), _told(one.questions), _told(one.answers))
            for one in post.versions.order_by("-number")
        ],
    }  # fmt: skip
    return render(request, "consultations/modes/dialogue/posting/post_versions.html", context)


@login_required
@get_and_post
def post_hide(request: SignedInRequest, reference: str, number: int) -> HttpResponse:
    """Hide one post that breaks a rule; the quotes of it vanish too."""
    post = post_for(request, reference, number)
    if not request.user.has_perm("consultations.post_hide", post):
        raise PermissionDenied(_("Only the officials of this process hide what breaks a rule."))
    contribution = post.thread.contribution
    return act_on(
        request, contribution, HideForm(typed(request)), "consultations/modes/dialogue/posting/post_hide.html",
        done=_("It is hidden. Its author has a letter with the rule and the reason, and can appeal once."),
        act=lambda data: moderation.contribution_hide(
            contribution=contribution, rule=Rule(data["rule"]), reason=data["reason"], by=request.user, part=number,
            part_author=post.author,
        ),
        post=post,
    )  # fmt: skip


def _readable(request: HttpRequest, reference: str) -> Thread:
    thread = thread_for(request, reference)
    if not request.user.has_perm("consultations.contribution_words", thread.contribution):
        raise Http404(_("It is hidden by moderation; its page says under which rule."))
    return thread


def _quoted(request: SignedInRequest, thread: Thread) -> list[tuple[int, int, str]]:
    number = _number(request.GET.get("cita", ""))
    post = queries.post_of(thread, number) if number else None
    if post is None or queries.is_hidden(post):
        return []
    return [(number, n, words) for n, words in enumerate(paragraphs_of(post))]


def _told(words: dict[str, str]) -> list[tuple[str, Any]]:
    return [(number, clean.render(text)) for number, text in sorted(words.items(), key=lambda pair: int(pair[0]))]


def _number(typed_in: str) -> int:
    return int(typed_in) if typed_in.isascii() and typed_in.isdecimal() and len(typed_in) < 10 else 0
