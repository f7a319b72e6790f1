"""Addresses of contributions."""

from django.urls import path

from consultations.moderation.urls import act_patterns
from consultations.modes.comanagement.urls import act_patterns as task_patterns
from consultations.modes.dialogue.urls import sent_patterns as dialogue_patterns
from consultations.modes.opinion.urls import sent_patterns
from consultations.modes.surveillance.urls import checklist_patterns
from consultations.spine import views

urlpatterns = [
    *sent_patterns,
    *dialogue_patterns,
    *act_patterns,
    *task_patterns,
    *checklist_patterns,
    path("<str:reference>/", views.contribution_page, name="contribution_page"),
    path("<str:reference>/seguir/", views.contribution_follow, name="contribution_follow"),
    path("<str:reference>/dejar/", views.contribution_unfollow, name="contribution_unfollow"),
]
