"""Addresses of training."""

from django.urls import path

from consultations.training import views

TRAINING = "<str:reference>/capacitacion"
ONE = f"{TRAINING}/<int:place>"

urlpatterns = [
    path(f"{TRAINING}/", views.training_list, name="training_list"),
    path(f"{TRAINING}/nueva/", views.training_plan, name="training_plan"),
    path(f"{ONE}/", views.training_page, name="training_page"),
    path(f"{ONE}/cambiar/", views.training_change, name="training_change"),
    path(f"{ONE}/cancelar/", views.training_cancel, name="training_cancel"),
    path(f"{ONE}/asistencia/", views.training_attend, name="training_attend"),
    path(f"{ONE}/asistencia/registrar/", views.training_record, name="training_record"),
    path(f"{ONE}/archivos/<int:pk>/", views.training_file, name="training_file"),
]
