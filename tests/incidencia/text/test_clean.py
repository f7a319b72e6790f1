"""The one sanitiser: whatever is typed, the page stays ours."""

import re
import time
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incidencia.text import clean
from tests.incidencia.text.nasty import HEAVY, NASTY

TAGS = {
    *("p", "br", "hr", "strong", "em", "del", "ins", "a", "code", "pre", "blockquote"),
    *("ul", "ol", "li", "h3", "h4", "h5", "h6", "table", "thead", "tbody", "tr", "th", "td"),
}
ATTRIBUTES = {"a": {"href", "title", "rel"}, "ol": {"start"}, "th": {"scope"}}


class Inspector(HTMLParser):
    """Reads HTML as a browser would and notes what must not be there."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=True)
        self.strange: list[str] = []
        self.feed(source)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in TAGS:
            self.strange.append(tag)
        for name, value in attrs:
            if name not in ATTRIBUTES.get(tag, ()):
                self.strange.append(f"{tag} {name}")
            if name == "href" and not _is_plain(value or ""):
                self.strange.append(f"{tag} {name}={value}")

    def handle_comment(self, data: str) -> None:
        self.strange.append(f"comment {data}")

    def handle_decl(self, decl: str) -> None:
        self.strange.append(f"declaration {decl}")


def _is_plain(address: str) -> bool:
    return address.lower().startswith(("http://", "https://", "mailto:", "#")) or (
        address.startswith("/") and not address.startswith(("//", "/\\"))
    )


@pytest.mark.parametrize("text", NASTY)
def test_nothing_typed_reaches_the_page_as_code(text: str) -> None:
    for shown in (clean.render(text), clean.html(text)):
        assert Inspector(shown).strange == []


@given(st.text(alphabet=st.sampled_from("<>&;:/\"'`()[]!#*_-=|\\ \n\tajsx.@%0\u202e\x00"), max_size=120))
def test_no_mixture_of_signs_becomes_code(text: str) -> None:
    for shown in (clean.render(text), clean.html(text)):
        assert Inspector(shown).strange == []


@given(st.text(max_size=400))
def test_any_text_can_be_rendered_and_excerpted(text: str) -> None:
    clean.render(text)
    assert len(clean.plain(text, 50)) <= 50


@pytest.mark.parametrize("unit", HEAVY)
def test_the_longest_text_is_rendered_in_seconds(unit: str) -> None:
    text = (unit * clean.LONGEST)[: clean.LONGEST]
    while len(text.encode()) > clean.LONGEST:
        text = text[: len(text) // 2]
    start = time.monotonic()
    clean.render(text)
    # A text that makes the machine think for minutes is an attack; the margin is for slow machines.
    assert time.monotonic() - start < 30


@pytest.mark.guideline("G8.II")
def test_a_text_above_the_limit_is_refused_in_plain_words() -> None:
    text = "á" * (clean.LONGEST // 2 + 1)
    for function in (clean.render, clean.html, clean.plain, clean.check_length):
        with pytest.raises(clean.TooLong, match="101"):
            function(text)
    clean.check_length("á" * (clean.LONGEST // 2))


def test_markdown_is_rendered_with_headings_below_those_of_the_page() -> None:
    shown = clean.render("# Uno\n\n**dos** y *tres*\n\n- a\n- b\n\n###### Seis\n\n3. c")
    assert "<h3>Uno</h3>" in shown
    assert "<strong>dos</strong> y <em>tres</em>" in shown
    assert "<li>a</li>" in shown
    assert "<h4>Seis</h4>" in shown, "no level is skipped"
    assert '<ol start="3">' in shown


def test_a_table_has_headers_that_say_what_they_head() -> None:
    shown = clean.render("|a|b|\n|-|:-:|\n|1|2|")
    assert '<th scope="col">a</th>' in shown
    assert "<td>2</td>" in shown
    assert "style" not in shown


def test_addresses_become_links_that_give_no_credit() -> None:
    shown = clean.render("Vea https://example.org/a?b=1&c=2, www.example.org (o [esto](http://example.org/d)).")
    assert shown.count("<a ") == 3
    assert shown.count('rel="nofollow noopener noreferrer"') == 3
    assert 'href="https://example.org/a?b=1&amp;c=2"' in shown
    assert ">www.example.org</a>" in shown


def test_a_link_leads_to_another_site_or_a_page_of_ours() -> None:
    assert 'href="/procesos/"' in clean.render("[ruta](/procesos/)")
    for address in ("//evil.example", "/\\evil.example", "ejemplo", "\\x0bjavascript:alert(1)", "tel:1", "?a=1"):
        assert not re.search(r"href=.(//|[^/])", clean.render(f"[x](<{address}>)"))
        assert "href" not in clean.html(f'<a href="{address}">x</a>')


def test_an_email_and_a_bare_name_are_no_links() -> None:
    assert "<a" not in clean.render("Escriba a ana@example.org o vea ejemplo.org y acta.pdf")


def test_code_keeps_its_addresses_as_text() -> None:
    assert "<a" not in clean.render("`https://example.org`")


def test_an_image_is_not_fetched_from_anywhere() -> None:
    assert "<img" not in clean.render("![x](https://example.org/x.png)")


def test_an_excerpt_is_one_line_of_words_cut_at_a_word() -> None:
    text = "# Título\n\nUno **dos** <tres> & [cuatro](http://example.org)\n\n- cinco\n- seis"
    assert clean.plain(text) == "Título Uno dos <tres> & cuatro cinco seis"
    assert clean.plain(text, 16) == "Título Uno dos…"
    assert clean.plain("palabras", 4) == "pal…"
    assert clean.plain("") == ""


def test_half_a_character_is_shown_as_a_question_mark() -> None:
    assert clean.render("a\ud800b") == "<p>a?b</p>\n"
