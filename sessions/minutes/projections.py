"""What pages search and list of minutes, written with the stream: state, dates, folded words."""

from incidencia.text.fold import fold
from sessions.minutes.document import Minutes as Document
from sessions.minutes.work import Work, passage
from sessions.models import Minutes


def project(row: Minutes, document: Document, work: Work) -> None:
    """Bring the row to the document and the work on it, and save it."""
    row.state, row.seq = work.state.value, work.seq
    row.circulated_at, row.approved_at, row.published_at = work.circulated_at, work.approved_at, work.published_at
    row.search = fold(" ".join(_words(document, work)))
    row.save()


def _words(document: Document, work: Work) -> list[str]:
    """Titles, people, organizations, what was said, agreed and reserved: as the minutes show them now."""
    who = document.identity
    said = [who.reference, who.title_es, who.title_en, who.host_es, who.host_en, who.reason]
    said += [part for a in document.attendance for part in (a.who.name, a.who.organization)]
    for item in document.items:
        said += [item.title_es, item.title_en]
        for name in (item.id, f"{item.id}.outcome", *(t.id for t in item.turns)):
            now = passage(document, work, name)
            said.append(now.text if now else "")
        said += [p.text for p in item.proposals]
        said += [words for v in item.votes for words in (v.question, *(x.text for x in v.explanations))]
        said += [t.question for t in item.temperatures]
        said += [words for q in item.questions for words in (q.text, q.answer.text if q.answer else "")]
        said += [x.text for x in item.conflicts]
        said += [m.reason for m in item.motions] + [r.reason for r in item.replies]
        said += [words for x in item.experts for words in (x.name, x.topic)]
    said += [words for s in document.statements for words in (s.title, s.text)]
    said += [words for r in work.received for words in (r.title, r.text)]
    for agreement in document.agreements:
        said += [agreement.reference, agreement.text, *(r.text for r in agreement.reservations)]
        said += [text.text for p in agreement.positions for text in (p.said, p.written) if text]
        said += [word for part in agreement.parts for word in (part.who, part.what, part.criterion)]
    return said
