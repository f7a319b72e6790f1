"""Addresses of sessions, their rooms and their minutes."""

from django.urls import include, path

from sessions.views import acts, chat, plan, prepare, questions, room, screens, sound, statements, stays, text

urlpatterns = [
    path("", include("sessions.minutes.urls")),
    path("sesiones/", plan.session_list, name="session_list"),
    path("sesiones/<str:reference>/", plan.session_page, name="session_page"),
    path("sesiones/<str:reference>/calendario.ics", plan.session_calendar, name="session_calendar"),
    path("sesiones/<str:reference>/documentos/<int:pk>/", plan.paper_page, name="paper_page"),
    path("sesiones/<str:reference>/", include("sessions.before.urls")),
    path("sesiones/<str:reference>/", include("sessions.after.urls")),
    path("sesiones/<str:reference>/", include("sessions.rehearsal.urls")),
    path("sesiones/<str:reference>/", include("sessions.silence.urls")),
    path("sesiones/<str:reference>/preparar/", prepare.session_prepare, name="session_prepare"),
    path("sesiones/<str:reference>/convocar/", prepare.session_convene, name="session_convene"),
    path("sesiones/<str:reference>/mover/", prepare.session_reschedule, name="session_reschedule"),
    path("sesiones/<str:reference>/cancelar/", prepare.session_cancel, name="session_cancel"),
    path("sesiones/<str:reference>/presencia/", stays.session_stays, name="session_stays"),
    path("sesiones/<str:reference>/sala/", room.room, name="room"),
    path("sesiones/<str:reference>/sala/desde/", room.room_since, name="room_since"),
    path("sesiones/<str:reference>/sala/boleto/", room.room_ticket, name="room_ticket"),
    path("sesiones/<str:reference>/sala/lugar/", room.room_place, name="room_place"),
    path("sesiones/<str:reference>/sala/guion/", screens.room_script, name="room_script"),
    path("sesiones/<str:reference>/sala/pantalla/", screens.room_projector, name="room_projector"),
    path("sesiones/<str:reference>/sala/pantalla/desde/", screens.projector_since, name="projector_since"),
    path("sesiones/<str:reference>/sala/pantalla/boleto/", screens.projector_ticket, name="projector_ticket"),
    path("sesiones/<str:reference>/sala/texto/", text.room_text, name="room_text"),
    path("sesiones/<str:reference>/sala/actos/", acts.act_list, name="act_list"),
    path("sesiones/<str:reference>/sala/actos/<str:name>/", acts.act, name="act"),
    path("sesiones/<str:reference>/sala/preguntas/", questions.room_questions, name="room_questions"),
    path("sesiones/<str:reference>/sala/", include("sessions.hall.urls")),
    path("sesiones/<str:reference>/sala/pronunciamientos/", statements.room_statements, name="room_statements"),
    path("sesiones/<str:reference>/sala/no-escucho/", sound.room_no_sound, name="room_no_sound"),
    path("sesiones/<str:reference>/sala/no-escuchan/", sound.room_unheard, name="room_unheard"),
    path("sesiones/<str:reference>/sala/chat/", chat.room_chat, name="room_chat"),
    path("sesiones/<str:reference>/sala/chat/<int:pk>/ocultar/", chat.chat_hide, name="chat_hide"),
]
