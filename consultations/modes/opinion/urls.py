"""Addresses of level III: under /procesos/ what is written to, under /aportaciones/ what was sent and answered."""

from django.urls import path

from consultations.modes.opinion import views, views_sent
from consultations.modes.opinion.admitting import views as admitting
from consultations.modes.opinion.answering import views as answering
from consultations.modes.opinion.answering import views_clock
from consultations.modes.opinion.answering import views_writing as writing
from consultations.modes.opinion.asking import views as asking
from consultations.modes.opinion.concluding import views as concluding
from consultations.modes.opinion.referring import views as referring
from consultations.modes.opinion.reporting import views as reporting

HERE = "<str:reference>/actividades/<int:place>"
ISSUES = "<str:reference>/planteamientos"
QUESTION = f"{HERE}/preguntas/<int:number>"

urlpatterns = [
    path(f"{HERE}/preguntas/", asking.question_new, name="question_new"),
    path(f"{QUESTION}/editar/", asking.question_edit, name="question_edit"),
    path(f"{QUESTION}/quitar/", asking.question_remove, name="question_remove"),
    path(f"{QUESTION}/proponer/", views.submission_new, name="submission_new"),
    path(f"{QUESTION}/borrador/", views.submission_draft, name="submission_draft"),
    path(f"{QUESTION}/revisar/", views.submission_preview, name="submission_preview"),
    path(f"{HERE}/propuestas.csv", views_sent.submission_data, name="submission_data"),
    path(f"{ISSUES}/", views_sent.issue_list, name="issue_list"),
    path(f"{ISSUES}/nuevo/", views.issue_new, name="issue_new"),
    path(f"{ISSUES}/borrador/", views.issue_draft, name="issue_draft"),
    path(f"{ISSUES}/revisar/", views.issue_preview, name="issue_preview"),
    path("<str:reference>/respuestas/", reporting.response_matrix, name="response_matrix"),
    path("<str:reference>/respuestas.csv", reporting.response_matrix_data, name="response_matrix_data"),
    path("<str:reference>/respuestas/mesa/", answering.answer_desk, name="answer_desk"),
    path("<str:reference>/respuestas/asignar/", answering.assignment_make, name="assignment_make"),
    path("<str:reference>/respuestas/nueva/", writing.response_new, name="response_new"),
    path("<str:reference>/respuestas/actos/", answering.responses_act, name="responses_act"),
]

sent_patterns = [
    path("respuestas/<str:reference>/", answering.response_page, name="response_page"),
    path("respuestas/<str:reference>/escribir/", writing.response_edit, name="response_edit"),
    path("respuestas/<str:reference>/sacar/<int:pk>/", writing.response_leave_out, name="response_leave_out"),
    path("respuestas/<str:reference>/leer/", writing.response_read, name="response_read"),
    path("respuestas/<str:reference>/descartar/", writing.response_discard, name="response_discard"),
    path("respuestas/opinion/<int:pk>/", answering.verdict_give, name="verdict_give"),
    path("<str:reference>/inadmitir/", admitting.inadmission_declare, name="inadmission_declare"),
    path("<str:reference>/inadmitida/apelar/", admitting.inadmission_appeal, name="inadmission_appeal"),
    path("<str:reference>/inadmitida/resolver/", admitting.inadmission_decide, name="inadmission_decide"),
    path("<str:reference>/resultado/", concluding.outcome_tell, name="outcome_tell"),
    path("turnos/<int:pk>/devolver/", referring.referral_return, name="referral_return"),
    path("<str:reference>/turnar/", referring.submission_refer, name="submission_refer"),
    path("<str:reference>/plazo/", views_clock.clock_change, name="clock_change"),
    path("<str:reference>/corregir/", views_sent.submission_correct, name="submission_correct"),
    path("<str:reference>/versiones/", views_sent.submission_versions, name="submission_versions"),
    path("<str:reference>/archivos/<int:pk>/", views_sent.submission_file, name="submission_file"),
    path("<str:reference>/acuse.json", views_sent.submission_proof, name="submission_proof"),
    path("<str:reference>/adherirse/", views_sent.submission_sign, name="submission_sign"),
    path("<str:reference>/adhesiones/<int:pk>/retirar/", views_sent.submission_unsign, name="submission_unsign"),
]
