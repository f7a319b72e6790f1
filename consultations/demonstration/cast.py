"""Fifteen invented people, six invented organizations, one invented agency."""

from dataclasses import dataclass

from incidencia.organizations.categories import Category
from incidencia.organizations.states import State

PASSWORD = "incidencia-de-muestra"
MAIL = "demo.example"


@dataclass(frozen=True, slots=True)
class Body:
    """An organization of the demonstration."""

    key: str
    name: str
    acronym: str
    category: Category
    state: State
    about: str
    is_network: bool = False


@dataclass(frozen=True, slots=True)
class Someone:
    """A person of the demonstration; `can_try_es`/`_en` say what the account shows, empty for extras."""

    key: str
    name: str
    body: str = ""
    capacity: str = ""
    language: str = "es-mx"
    can_try_es: str = ""
    can_try_en: str = ""

    @property
    def email(self) -> str:
        return f"{self.key}@{MAIL}"


AGENCY = {
    "name_es": "Oficina de Enlace para Asuntos Multilaterales",
    "name_en": "Liaison Office for Multilateral Affairs",
    "acronym": "OEAM",
}
COORDINATOR_RANK = "Dirección General"

BODIES = (
    Body(
        "cuidar", "Red Cuidar del Valle, A. C.", "RCV", Category.CSO, State("CMX"),
        "Acompaña a personas que reciben cuidados paliativos y a sus familias.", True,
    ),
    Body(
        "agua", "Centro Agua Clara, A. C.", "CAC", Category.CSO, State("OAX"),
        "Trabaja con comunidades costeras en la vigilancia de lagunas y manglares.",
    ),
    Body(
        "jovenes", "Jóvenes por la Vida Digna, A. C.", "JVD", Category.CSO, State("JAL"),
        "Prevención y escucha entre pares en barrios y escuelas.",
    ),
    Body(
        "reforma", "Reforma y Salud, A. C.", "RyS", Category.CSO, State("NLE"),
        "Estudia la política de drogas y propone alternativas con evidencia.",
    ),
    Body(
        "frontera", "Grupo de Apoyo Frontera Norte", "GAFN", Category.PEER_SUPPORT, State("BCN"),
        "Personas usuarias y sus familias que se apoyan entre sí.",
    ),
    Body(
        "istmo", "Asamblea de Pescadoras del Istmo", "API", Category.INDIGENOUS, State("OAX"),
        "Comunidad pesquera ikoots que cuida sus aguas según sus propias normas.",
    ),
)  # fmt: skip

PEOPLE = (
    Someone(
        "alba", "Alba Ruiz Tovar", capacity="Secretaría técnica",
        can_try_es="coordina: prepara procesos y sesiones, opera la sala por instrucción de la presidencia",
        can_try_en="coordinates: prepares consultations and sessions, operates the room on the chair's instruction",
    ),
    Someone(
        "dora", "Dora Ibarra Sáenz", capacity="Presidencia de las sesiones",
        can_try_es="preside la sesión, con facultades para acordar",
        can_try_en="chairs the session, empowered to agree",
    ),
    Someone("elias", "Elías Montes Roa", capacity="Enlace de salud global",
            can_try_es="vicepreside; personal del servicio público", can_try_en="vice-chair; public official"),
    Someone("ximena", "Ximena Cárdenas Lira", capacity="Enlace de derechos humanos"),
    Someone("teo", "Teodoro Anaya Prado", capacity="Enlace de medio ambiente"),
    Someone(
        "bruno", "Bruno Luna Cota", "cuidar", "Representante",
        can_try_es="integrante: pide la palabra, objeta, formula reserva, confirma lo que dijo en el acta",
        can_try_en="member: asks for the floor, objects, enters reservations, confirms their own words",
    ),
    Someone("nadia", "Nadia Cruz Toledo", "agua", "Directora"),
    Someone("gael", "Gael Ríos Peña", "jovenes", "Coordinador de incidencia",
            can_try_es="integrante de la sociedad civil", can_try_en="civil society member"),
    Someone("irene", "Irene Solís Vega", "reforma", "Investigadora"),
    Someone("marta", "Marta Quiroz Leal", "frontera", "Vocera"),
    Someone("juana", "Juana Ordaz Gijón", "istmo", "Autoridad comunitaria"),
    Someone("pablo", "Pablo Nieto Arce", capacity="Académico invitado"),
    Someone(
        "fatima", "Fátima Sol Rentería", capacity="Observadora",
        can_try_es="observa la sesión, sin voto", can_try_en="observes the session, without a vote",
    ),
    Someone("rita", "Rita Bravo Salas", "cuidar", "Suplente"),
    Someone(
        "carmen", "Carmen Vidal Osorio",
        can_try_es="aún no participa: puede postularse a la convocatoria abierta",
        can_try_en="does not take part yet: may apply to the open call",
    ),
)  # fmt: skip
