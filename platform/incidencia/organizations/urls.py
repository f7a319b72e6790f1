"""Addresses of organizations and agencies; they stand under /organizaciones/."""

from django.urls import path

from incidencia.organizations import views, views_accrediting, views_founding

urlpatterns = [
    path("", views.organization_list, name="organization_list"),
    path("registrar/", views.organization_register, name="organization_register"),
    path("<int:pk>/", views.organization_page, name="organization_page"),
    path("<int:pk>/editar/", views.organization_edit, name="organization_edit"),
    path("<int:pk>/acreditar/", views_accrediting.representation_offer, name="representation_offer"),
    path("acreditaciones/<int:pk>/retirar/", views_accrediting.accreditation_withdraw, name="accreditation_withdraw"),
    path("acreditaciones/<str:token>/", views_accrediting.accreditation_page, name="accreditation_page"),
    path("representaciones/<int:pk>/terminar/", views_accrediting.representation_end, name="representation_end"),
    path("dependencias/", views_founding.agency_list, name="agency_list"),
    path("dependencias/fundar/", views_founding.agency_found, name="agency_found"),
    path("dependencias/<int:pk>/", views_founding.agency_page, name="agency_page"),
    path("dependencias/<int:pk>/coordinacion/", views_founding.coordinator_name, name="coordinator_name"),
    path("dependencias/coordinacion/<int:pk>/terminar/", views_founding.coordinator_end, name="coordinator_end"),
]
