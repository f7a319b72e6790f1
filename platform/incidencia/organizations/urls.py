"""Addresses of organizations and agencies; they stand under /organizaciones/."""

from django.urls import path

from incidencia.organizations import views, views_accrediting, views_founding, views_networks
from incidencia.organizations.verification import views as verification
from incidencia.organizations.verification import views_vouching as vouching

urlpatterns = [
    path("", views.organization_list, name="organization_list"),
    path("registrar/", views.organization_register, name="organization_register"),
    path("<int:pk>/", views.organization_page, name="organization_page"),
    path("<int:pk>/editar/", views.organization_edit, name="organization_edit"),
    path("<int:pk>/acreditar/", views_accrediting.representation_offer, name="representation_offer"),
    path("acreditaciones/<int:pk>/retirar/", views_accrediting.accreditation_withdraw, name="accreditation_withdraw"),
    path("acreditaciones/<str:token>/", views_accrediting.accreditation_page, name="accreditation_page"),
    path("representaciones/<int:pk>/terminar/", views_accrediting.representation_end, name="representation_end"),
    path("<int:pk>/verificar/<str:matter>/", verification.verification_ask, name="verification_ask"),
    path("verificaciones/", verification.verification_desk, name="verification_desk"),
    path("verificaciones/<int:pk>/", verification.verification_page, name="verification_page"),
    path("verificaciones/<int:pk>/retirar/", verification.verification_withdraw, name="verification_withdraw"),
    path("verificaciones/<int:pk>/apelar/", verification.verification_appeal, name="verification_appeal"),
    path("verificaciones/<int:pk>/avales/", vouching.voucher_ask, name="voucher_ask"),
    path("pruebas/<int:pk>/", verification.proof_download, name="proof_download"),
    path("avales/<int:pk>/", vouching.voucher_give, name="voucher_give"),
    path("avales/<int:pk>/declinar/", vouching.voucher_refuse, name="voucher_refuse"),
    path("<int:pk>/red/", views_networks.network_members, name="network_members"),
    path("redes/<int:pk>/", views_networks.affiliation_page, name="affiliation_page"),
    path("redes/<int:pk>/terminar/", views_networks.affiliation_end, name="affiliation_end"),
    path("dependencias/", views_founding.agency_list, name="agency_list"),
    path("dependencias/fundar/", views_founding.agency_found, name="agency_found"),
    path("dependencias/<int:pk>/", views_founding.agency_page, name="agency_page"),
    path("dependencias/<int:pk>/coordinacion/", views_founding.coordinator_name, name="coordinator_name"),
    path("dependencias/coordinacion/<int:pk>/terminar/", views_founding.coordinator_end, name="coordinator_end"),
]
