"""The two consultations: follow-up meetings towards a special session, and a consultation before a conference."""

HEALTH = {
    "title_es": "Hacia el período extraordinario de sesiones sobre salud y drogas",
    "title_en": "Towards the special session on health and drugs",
    "purpose_es": "Construir, con las organizaciones, la posición que el país llevará a la Asamblea: informar, reunir "
    "propuestas, discutirlas y dar seguimiento a lo acordado.",
    "purpose_en": "To build, with the organizations, the position the country will take to the Assembly: inform, "
    "gather proposals, discuss them and follow up what was agreed.",
    "call_es": "Se convoca a organizaciones y personas con experiencia en salud, derechos humanos y política de "
    "drogas a integrarse a las reuniones de seguimiento previas al período extraordinario de sesiones. "
    "Las reuniones son mensuales, en sala y en línea; también se puede participar por teléfono.",
    "call_en": "Organizations and people with experience in health, human rights and drug policy are called to join "
    "the follow-up meetings before the special session. They are held each month, in a hall and on line; one may "
    "also take part by telephone.",
    "profile_es": "Organizaciones y personas con experiencia comprobable en salud pública, cuidados, prevención o "
    "política de drogas.",
    "profile_en": "Organizations and people with proven experience in public health, care, prevention or drug policy.",
    "affected": "Personas que requieren medicamentos para el dolor y no los encuentran; personas usuarias de drogas "
    "y sus familias; juventudes de barrios donde la oferta de salud es escasa.",
    "absent": "Personas privadas de la libertad y comunidades rurales sin servicios de salud cercanos.",
    "outreach": "Visitas acordadas con organizaciones que trabajan en reclusión, y participación por teléfono.",
    "legal_basis": "Atribuciones de la oficina para preparar con la sociedad civil la participación del país en "
    "reuniones multilaterales.",
    "problem": "La posición del país se ha preparado con poca antelación y sin registro de qué propuestas se "
    "recogieron. Las organizaciones no saben qué ocurrió con lo que plantearon.",
    "benefits": "Una posición que recoge experiencia directa, con respuesta razonada a cada planteamiento y "
    "seguimiento público de los acuerdos.",
    "human_rights": "El acceso a medicamentos y a servicios de salud sin discriminación afecta de manera desigual a "
    "personas en pobreza; las sesiones reservan tiempo para quienes hablan por primera vez.",
    "gender": "Los cuidados recaen sobre todo en mujeres; se pide a cada organización procurar paridad en quienes la "
    "representan y se publica el equilibrio de voces.",
}

OCEANS = {
    "title_es": "Océanos y costas: hacia la conferencia de las partes",
    "title_en": "Oceans and coasts: towards the conference of the parties",
    "purpose_es": "Reunir lo que las comunidades costeras y las organizaciones piden que el país defienda sobre "
    "océanos, lagunas y manglares en la próxima conferencia de las partes.",
    "purpose_en": "To gather what coastal communities and organizations ask the country to defend on oceans, lagoons "
    "and mangroves at the next conference of the parties.",
    "call_es": "Se convoca a comunidades, organizaciones, academia y personas interesadas en océanos y costas. "
    "No se requiere escritura pública a las comunidades indígenas: basta la carta de la autoridad que ellas "
    "reconocen.",
    "call_en": "Communities, organizations, academia and people concerned with oceans and coasts are called. "
    "Indigenous communities need no deed: a letter of the authority they recognize is enough.",
    "profile_es": "Comunidades costeras, organizaciones y personas con experiencia en conservación, pesca o derecho "
    "del mar.",
    "profile_en": "Coastal communities, organizations and people with experience in conservation, fishing or the law "
    "of the sea.",
    "affected": "Comunidades pesqueras, personas prestadoras de servicios de playa, población de zonas bajas.",
    "absent": "Pesca ribereña no organizada y trabajadoras de la primera transformación del pescado.",
    "outreach": "Avisos por radio comunitaria y reuniones en dos puertos, con traducción al ombeayiüts.",
    "legal_basis": "Atribuciones de la oficina para preparar con la sociedad civil la participación del país en "
    "reuniones multilaterales.",
    "problem": "Los compromisos internacionales se negocian sin quienes viven de las costas.",
    "benefits": "Una posición con experiencia local y con comunidades que conocen qué se defendió en su nombre.",
    "human_rights": "Las comunidades indígenas participan con sus propias autoridades y en su lengua cuando lo piden.",
    "gender": "El trabajo de las mujeres en la pesca es poco visible; se busca activamente su participación.",
}

REQUIREMENTS = (
    ("Experiencia comprobable en el tema, con al menos una actividad en los últimos tres años.",
     "Proven experience in the subject, with at least one activity in the last three years."),
    ("Carta de la organización que nombra a quien hablará por ella.",
     "A letter of the organization naming who will speak for it."),
)  # fmt: skip

LEVELS_HEALTH = {
    "I": ("Sin información común no hay propuestas comparables.", "Without shared information proposals do not compare."),
    "II": ("Quienes negocian contestan pregunta por pregunta, en público.", "Those who negotiate answer question by question, in public."),
    "III": ("Se piden propuestas escritas sobre textos concretos.", "Written proposals on concrete texts are asked for."),
    "IV": ("La posición se acuerda en sesión, de viva voz.", "The position is agreed in session, in person."),
    "V": ("Lo acordado se hace entre ambas partes, con fecha.", "What is agreed is done by both sides, with a date."),
    "VI": ("Las organizaciones comprueban lo que se decide.", "The organizations check what is decided."),
}
LEVELS_OCEANS = {
    "I": ("Los textos de negociación circulan con su resumen.", "Negotiating texts circulate with a summary."),
    "II": ("Las comunidades preguntan y la autoridad contesta.", "Communities ask and the authority answers."),
    "IV": ("Una sesión por región reúne lo planteado.", "One session for each region gathers what was raised."),
}
