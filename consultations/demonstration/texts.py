"""What is published and sent in the demonstration. All of it is invented."""

INFORMATION = {
    "title_es": "Información para preparar la posición",
    "title_en": "Information to prepare the position",
    "about_es": "Documentos de la Asamblea, resúmenes en lenguaje llano y fechas de las reuniones.",
    "about_en": "Documents of the Assembly, summaries in plain words and dates of the meetings.",
    "promise_es": "Cada documento llega con un resumen en lenguaje llano. Lo que se corrige dice por qué, y la versión "
    "anterior se conserva.",
    "promise_en": "Each document comes with a summary in plain words. What is corrected says why, and the earlier "
    "version is kept.",
    "promised_by": "Dirección General de Asuntos Multilaterales, Alba Ruiz Tovar",
}

PROPOSALS = {
    "title_es": "Propuestas sobre el borrador de posición",
    "title_en": "Proposals on the draft position",
    "about_es": "Tres preguntas sobre los párrafos que el país presentará al comité.",
    "about_en": "Three questions on the paragraphs that the country will table in the committee.",
    "promise_es": "Cada propuesta recibe una respuesta con su sentido y sus razones. Lo que se adopta se escribe en la "
    "posición, y después de la reunión se dice qué se defendió y qué se obtuvo.",
    "promise_en": "Each proposal gets a response with its disposition and its reasons. What is adopted is written into "
    "the position, and after the meeting it is said what was defended and what was obtained.",
    "promised_by": "Dirección General de Asuntos Multilaterales, Dora Ibarra Sáenz",
}

YOUTH = {
    "title_es": "Participación de juventudes en la delegación",
    "title_en": "Young people in the delegation",
    "about_es": "Cómo deben participar las juventudes antes, durante y después del período extraordinario.",
    "about_en": "How young people should take part before, during and after the special session.",
    "promise_es": "Las propuestas se contestan una por una y se llevan a la tercera reunión de seguimiento.",
    "promise_en": "Proposals are answered one by one and taken to the third follow-up meeting.",
    "promised_by": "Dirección General de Asuntos Multilaterales, Elías Montes Roa",
}

# kind, title_es, title_en, summary_es, summary_en, body_es
ITEMS = (
    (
        "notice", "Así se preparará la posición del país", "How the country's position will be prepared",
        "De aquí a la Asamblea habrá tres reuniones, dos consultas de propuestas y un documento final. Aquí se publica "
        "cada paso antes de que ocurra.",
        "Before the Assembly there are three meetings, two calls for proposals and a final document. Each step is "
        "published here before it happens.",
        "La oficina publica en este espacio **cada documento** que recibe del comité preparatorio y cada versión de la "
        "posición del país.\n\n- Primera reunión: diagnóstico y borrador.\n- Segunda reunión: párrafos en discusión.\n"
        "- Tercera reunión: lectura final.",
    ),
    (
        "document", "Borrador cero de la declaración, en español", "Zero draft of the declaration, in Spanish",
        "Es el primer texto que discutirá la Asamblea. Tiene 34 párrafos; los que tocan al país son el 4, el 6 y el 19. "
        "La traducción no es oficial.",
        "It is the first text the Assembly will discuss. It has 34 paragraphs; those that concern the country are 4, "
        "6 and 19. The translation is not official.",
        "## Párrafos que tocan al país\n\n4. Acceso a medicamentos sujetos a fiscalización para el alivio del dolor.\n\n"
        "6. Reducción de riesgos y daños como parte de la salud pública.\n\n19. Participación de las juventudes.",
    ),
    (
        "position", "Posición del país, revisión 2", "Position of the country, revision 2",
        "Recoge cuatro de las propuestas recibidas. El párrafo 6 nombra ya a los servicios comunitarios; el 19 queda "
        "abierto hasta la tercera reunión.",
        "It takes in four of the proposals received. Paragraph 6 now names community services; paragraph 19 stays open "
        "until the third meeting.",
        "El país **promueve** el acceso a medicamentos controlados para el dolor y los cuidados paliativos.\n\n"
        "El país **reconoce** la reducción de riesgos y daños, con servicios comunitarios, como parte de la salud "
        "pública.",
    ),
)  # fmt: skip

MEETING = (
    "Período extraordinario de sesiones de la Asamblea", "Special session of the Assembly",
    "Tres días de debate y una declaración. La delegación puede llevar hasta cinco personas de organizaciones.",
    "Three days of debate and a declaration. The delegation may take up to five people from organizations.",
)

RESERVED = (
    "Líneas de negociación sobre el párrafo 19", "Negotiating lines on paragraph 19",
    "Artículo 113, fracción II: su publicación afectaría una negociación internacional en curso",
    "Comité de Transparencia de la oficina, acta 7",
)

RESERVED_BODY = (
    "Márgenes con los que la delegación negocia el párrafo 19 y orden en que cede. Solo para quienes negocian."
)

QUESTIONS = (
    (
        "¿Qué debe decir la posición sobre el acceso a medicamentos para el dolor (párrafo 4)?",
        "What should the position say on access to pain medicines (paragraph 4)?",
        "Cuatro de cada diez hospitales generales no tienen receta electrónica para estos medicamentos. El párrafo 4 "
        "del borrador pide a los países quitar trabas sin decir cuáles.",
        "Four in ten general hospitals have no electronic prescription for these medicines. Paragraph 4 of the draft "
        "asks countries to remove obstacles without saying which.",
        "La redacción del párrafo 4 que el país presenta al comité.",
        "The wording of paragraph 4 that the country tables in the committee.",
    ),
    (
        "¿Cómo debe nombrar el país la reducción de riesgos y daños (párrafo 6)?",
        "How should the country name the reduction of risks and harms (paragraph 6)?",
        "El borrador usa «medidas pertinentes». Varios países piden nombrar los servicios; otros piden quitar la frase.",
        "The draft says “relevant measures”. Several countries ask that services be named; others that the phrase go.",
        "La redacción del párrafo 6 y la línea de negociación del país.",
        "The wording of paragraph 6 and the country's negotiating line.",
    ),
    (
        "¿Qué compromiso de seguimiento debe proponer el país?",
        "What commitment of follow-up should the country propose?",
        "El texto no dice cómo se medirá lo acordado ni quién informará.",
        "The text does not say how what is agreed will be measured or who will report.",
        "La propuesta de párrafo final.", "The proposal for the final paragraph.",
    ),
)  # fmt: skip

YOUTH_QUESTION = (
    "¿Cómo deben participar las juventudes en la preparación y en la delegación?",
    "How should young people take part in the preparation and in the delegation?",
    "En el período anterior una sola persona joven integró la delegación y se supo una semana antes.",
    "At the last session a single young person was in the delegation, and it was known one week before.",
    "El perfil de la convocatoria para la delegación oficial.", "The profile of the call for the official delegation.",
)  # fmt: skip

# who, question (1 to 3), position, title, text
SENT = (
    ("bruno", 1, "changes", "Nombrar la receta electrónica y el abasto rural",
     "Pedimos que el párrafo 4 nombre dos trabas concretas: la falta de **receta electrónica** y el desabasto en "
     "clínicas rurales. Sin nombrarlas, cada país dirá que ya cumple."),
    ("nadia", 1, "changes", "Que se incluya a las clínicas de las costas",
     "En las comunidades de la costa el medicamento llega cada tres meses. El párrafo debe hablar de abasto continuo."),
    ("marta", 1, "for", "Que no haga falta viajar a la capital por una receta",
     "Las familias de la frontera viajan nueve horas por una receta. Proponemos que se acepte la receta a distancia."),
    ("irene", 2, "changes", "Decir «servicios comunitarios de reducción de daños»",
     "La expresión «medidas pertinentes» no obliga a nada. Con «servicios comunitarios de reducción de daños» el texto "
     "coincide con la ley general y con lo que ya se hace en cuatro estados."),
    ("gael", 2, "for", "Nombrar el análisis de sustancias",
     "El análisis de sustancias en centros de escucha salva vidas entre jóvenes. Pedimos que se nombre."),
    ("marta", 2, "changes", "Incluir a quienes usan drogas en el diseño de los servicios",
     "Los servicios que se diseñan sin quienes los usan se quedan vacíos. Pedimos que el párrafo diga «con su "
     "participación»."),
    ("juana", 2, "against", "No comprometer a las comunidades sin consulta",
     "Nada de este párrafo debe aplicarse en territorio indígena sin el acuerdo de nuestra asamblea."),
    ("irene", 3, "for", "Informe público cada dos años",
     "Proponemos un informe público cada dos años, con los mismos indicadores para todos los países."),
    ("bruno", 3, "changes", "Que el informe lo presenten también las organizaciones",
     "El informe de gobierno debe acompañarse de uno de las organizaciones, presentado en la misma sesión."),
    ("gael", 3, "changes", "Indicadores por edad",
     "Sin datos por edad no se ve lo que ocurre con las juventudes. Pedimos que cada indicador se publique por edad."),
)  # fmt: skip

YOUTH_SENT = (
    ("gael", "changes", "Dos lugares y una suplencia, elegidos por las propias juventudes",
     "Proponemos dos lugares para personas de 18 a 29 años, elegidas por organizaciones juveniles, y que se sepa con "
     "dos meses de anticipación."),
    ("bruno", "for", "Apoyo para viaje y cuidados",
     "Sin apoyo de viaje y de cuidados solo van quienes pueden pagarlo."),
)  # fmt: skip

RAISED = (
    "carmen", "Nadie ha preguntado por las personas privadas de la libertad",
    "El borrador no menciona a las personas en reclusión, que son de las que menos medicamentos reciben. Pido que se "
    "incluya el tema en la próxima reunión.",
)  # fmt: skip

# which of SENT (their places, from 0), disposition, reasons, what changed
ANSWERS = (
    ((0, 1), "in_part",
     "Se adopta nombrar la receta electrónica, porque depende de una norma que el país ya publicó y puede defender. No se "
     "adopta nombrar el abasto rural en este párrafo: el comité decidió tratarlo en el párrafo 11, y ahí se llevará.",
     "Párrafo 4, revisión 2: «incluida la receta electrónica»."),
    ((3,), "adopted",
     "La expresión propuesta coincide con la ley general y ya cuenta con presupuesto en cuatro estados; el país puede "
     "sostenerla ante el comité.",
     "Párrafo 6, revisión 2: «con servicios comunitarios»."),
    ((4,), "deferred",
     "El análisis de sustancias está en revisión en la norma sanitaria. Se retoma cuando se publique la norma, prevista "
     "para el segundo semestre, y se avisará por este medio.",
     ""),
    ((6,), "covered",
     "El borrador ya dice en su párrafo 2 que nada se aplica en territorio indígena sin consulta previa; el país "
     "defiende ese párrafo sin cambios.",
     ""),
)  # fmt: skip
