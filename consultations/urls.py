"""Addresses of consultations; they stand under /procesos/."""

from django.urls import include, path

from consultations import views
from consultations.call import views as call
from consultations.exchange.urls import shared_patterns
from consultations.members import views as members
from consultations.members import views_inviting as inviting
from consultations.modes.comanagement.urls import mine_patterns
from consultations.punctuality import views as punctuality

urlpatterns = [
    path("", views.consultation_list, name="consultation_list"),
    *mine_patterns,
    *shared_patterns,
    path("puntualidad/", punctuality.punctuality_page, name="punctuality_page"),
    path("nuevo/<int:agency>/", call.consultation_new, name="consultation_new"),
    path("invitacion/<str:token>/", inviting.invitation_accept, name="invitation_accept"),
    path("<str:reference>/", views.consultation_page, name="consultation_page"),
    path("<str:reference>/convocatoria/", views.call_page, name="call_page"),
    path("<str:reference>/integrantes/", members.member_list, name="member_list"),
    path("<str:reference>/participar/", members.apply, name="apply"),
    path("<str:reference>/postulaciones/", members.application_list, name="application_list"),
    path("<str:reference>/postulaciones/<int:pk>/", members.application_page, name="application_page"),
    path("<str:reference>/invitaciones/", inviting.invitation_list, name="invitation_list"),
    path("<str:reference>/invitaciones/nueva/", inviting.invitation_new, name="invitation_new"),
    path("<str:reference>/invitaciones/<int:pk>/retirar/", inviting.invitation_withdraw, name="invitation_withdraw"),
    path("<str:reference>/editar/", call.consultation_edit, name="consultation_edit"),
    path("<str:reference>/publicar/", call.call_publish, name="call_publish"),
    path("<str:reference>/iniciar/", call.operation_start, name="operation_start"),
    path("<str:reference>/encargarse/", call.office_take, name="office_take"),
    path("", include("consultations.activities.urls")),
    path("", include("consultations.members.urls")),
    path("", include("consultations.bylaws.urls")),
    path("", include("consultations.sessionrules.urls")),
    path("", include("consultations.training.urls")),
    path("", include("consultations.exchange.urls")),
    path("", include("consultations.groups.urls")),
    path("", include("consultations.moderation.urls")),
    path("", include("consultations.modes.information.urls")),
    path("", include("consultations.modes.opinion.urls")),
    path("", include("consultations.modes.deliberation.urls")),
    path("", include("consultations.modes.dialogue.urls")),
    path("", include("consultations.modes.comanagement.urls")),
    path("", include("consultations.modes.surveillance.urls")),
    path("", include("consultations.reserves.urls")),
]
