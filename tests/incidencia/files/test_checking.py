"""What can be attached is told by its content, never by its name."""

import struct
import zlib
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from django.utils import translation
from PIL import Image

from incidencia.files import containers, images
from incidencia.files.checking import Checked, check
from incidencia.files.kinds import KINDS
from incidencia.web.refusals import Refused
from tests.incidencia.files.made import PDF, archive, office, picture, upload, with_place

TRUE = {
    "nota.pdf": PDF,
    "foto.jpg": picture("JPEG"),
    "foto.jpeg": picture("JPEG"),
    "foto.jfif": picture("JPEG"),
    "FOTO.PNG": picture("PNG"),
    "foto.webp": picture("WEBP"),
    "nota.txt": "Propuesta número 1: agua\n".encode(),
    "datos.csv": "año;valor\n2026;3\n".encode(),
    **{f"oficio{suffix}": office(suffix) for suffix in (".odt", ".ods", ".docx", ".xlsx")},
}
EXE = b"MZ\x90\x00\x03\x00\x00\x00" + bytes(300)
HTML = b"<!DOCTYPE html><html><script>alert(1)</script></html>"
SVG = b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'


def refusal(name: str, content: bytes) -> Refused:
    with pytest.raises(Refused) as caught:
        check(upload(name, content))
    return caught.value


def opened(file: Checked) -> Image.Image:
    return Image.open(BytesIO(file.content))


@pytest.mark.parametrize("name", TRUE)
def test_what_is_what_it_says_is_accepted(name: str) -> None:
    checked = check(upload(name, TRUE[name]))
    assert checked.name == name.lower().replace("foto.png", "FOTO.png")
    assert checked.kind in KINDS
    assert checked.name.endswith(checked.kind.suffixes)


def test_every_kind_is_shown() -> None:
    assert {check(upload(name, content)).kind for name, content in TRUE.items()} == set(KINDS)


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("virus.exe", EXE, "wrong_kind"),
        ("virus.pdf", EXE, "lies"),
        ("virus.txt", EXE, "lies"),
        ("virus.docx", EXE, "lies"),
        ("pagina.html", HTML, "wrong_kind"),
        ("pagina.png", HTML, "lies"),
        ("pagina.pdf", HTML, "lies"),
        ("pagina.txt", HTML, "two_things"),
        ("pagina.csv", b"\n  <ScRiPt>alert(1)</script>", "two_things"),
        ("dibujo.svg", SVG, "wrong_kind"),
        ("dibujo.png", SVG, "lies"),
        ("dibujo.txt", SVG, "two_things"),
        ("guion.txt", b"#!/bin/sh\nrm -rf /\n", "two_things"),
        ("foto.png", picture("JPEG"), "lies"),
        ("foto.jpg", PDF, "lies"),
        ("nota.pdf", picture("PNG"), "lies"),
        ("nota.txt", PDF, "two_things"),
        ("oficio.odt", office(".docx"), "lies"),
        ("oficio.docx", office(".xlsx"), "lies"),
        ("oficio.docx", archive({"a.txt": b"a"}), "lies"),
        ("oficio.odt", archive({"mimetype": b"application/epub+zip"}), "lies"),
        ("archivo.zip", archive({"a.txt": b"a"}), "wrong_kind"),
        ("sin nombre", PDF, "wrong_kind"),
        (".pdf", b"hola", "lies"),
    ],
)
def test_what_lies_is_refused(name: str, content: bytes, code: str) -> None:
    assert refusal(name, content).code == code


def test_a_refusal_says_what_is_inside_and_what_to_do() -> None:
    with translation.override("en"):
        refused = refusal("foto.png", picture("JPEG"))
    assert str(refused.message) == "foto.png: It ends in .png, but inside it is JPEG."
    assert ".jpg" in str(refused.advice)
    assert refused.rule


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("dos.pdf", PDF[:-6] + archive({"a.class": b"a"}) + b"%%EOF", "two_things"),
        ("dos.pdf", b"%PDF-1.4\n<script>alert(1)</script>\n%%EOF", "two_things"),
        ("dos.docx", EXE + office(".docx"), "lies"),
        ("dos.odt", archive({"mimetype": b"application/vnd.oasis.opendocument.text", "%PDF-1.4": b""}), "damaged"),
    ],
)
def test_two_things_in_one_are_refused(name: str, content: bytes, code: str) -> None:
    assert refusal(name, content).code == code


def test_what_hides_behind_an_image_is_left_behind() -> None:
    two = picture("JPEG") + archive({"a.class": b"a"}) + b"<?php system($_GET['c']); ?>"
    kept = check(upload("foto.jpg", two)).content
    assert b"php" not in kept
    assert b"PK\x03\x04" not in kept


@pytest.mark.parametrize("content", [b"", b" \n\t ", b"\0" * 50, b"\xef\xbb\xbf\n"])
@pytest.mark.parametrize("name", ["nota.txt", "nota.pdf"])
def test_an_empty_file_is_refused(name: str, content: bytes) -> None:
    assert refusal(name, content).code == "empty"


def test_a_file_above_the_limit_is_refused_and_says_both_numbers(settings: Any) -> None:
    settings.ATTACHMENT_MB = 1
    refused = refusal("nota.pdf", PDF + b" " * 1_000_000 + b"%%EOF")
    assert refused.code == "too_large"
    assert "2 MB" in str(refused.message)
    assert "1 MB" in str(refused.message)


@pytest.mark.parametrize("content", [PDF[:-6], b"%PDF-", b"%PDF-1.4 cut"])
def test_half_a_pdf_is_refused(content: bytes) -> None:
    assert refusal("nota.pdf", content).code == "damaged"


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_half_an_image_is_refused(form: str) -> None:
    content = picture(form, (300, 300))
    assert refusal(f"foto.{form.lower()}", content[: len(content) // 2]).code == "damaged"


def test_half_a_document_is_refused() -> None:
    assert refusal("oficio.docx", office(".docx")[:-40]).code == "damaged"
    spoiled = office(".docx").replace(b"word/document.xml", b"word/document.xmX", 1)
    assert refusal("oficio.docx", spoiled).code == "damaged"


# --- Documents ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("oficio.docx", office(".docx", {"word/vbaProject.bin": b"x"})),
        ("oficio.docx", office(".docx", said="application/vnd.ms-word.document.macroEnabled.main+xml")),
        ("hoja.xlsx", office(".xlsx", {"xl/macrosheets/sheet1.xml": b"x"})),
        ("oficio.odt", office(".odt", {"Basic/Standard/Module1.xml": b"x"})),
        ("oficio.ods", office(".ods", {"Scripts/python/a.py": b"x"})),
    ],
)
def test_macros_are_refused(name: str, content: bytes) -> None:
    assert refusal(name, content).code == "macros"


@pytest.mark.parametrize("name", ["oficio.docm", "hoja.xlsm", "oficio.doc", "hoja.xls"])
def test_kinds_that_carry_macros_are_refused_by_name(name: str) -> None:
    assert refusal(name, office(".docx")).code == "wrong_kind"


def test_a_document_that_grows_without_measure_is_refused() -> None:
    parts = {f"word/media/{n}.xml": bytes(10_000_000) for n in range(21)}
    bomb = office(".docx", parts)
    assert len(bomb) < 1_000_000
    assert refusal("oficio.docx", bomb).code == "expands"


def test_a_document_that_hides_how_large_it_is_is_refused() -> None:
    content = bytearray(office(".docx", {"word/big.xml": bytes(1_000_000)}))
    told = struct.pack("<I", 1_000_000)
    assert told in content
    assert refusal("oficio.docx", bytes(content).replace(told, struct.pack("<I", 10))).code == "damaged"


def test_a_document_of_too_many_parts_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(containers, "MOST_PARTS", 20)
    parts = {f"word/{n}.xml": b"" for n in range(30)}
    assert refusal("oficio.docx", office(".docx", parts)).code == "expands"


def test_a_document_with_a_password_is_refused() -> None:
    content = bytearray(office(".docx"))
    for sign, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = 0
        while (start := content.find(sign, start)) >= 0:
            content[start + at] |= 1
            start += 4
    assert refusal("oficio.docx", bytes(content)).code == "locked"


def test_ways_out_of_the_folder_are_refused() -> None:
    assert refusal("oficio.docx", office(".docx", {"../../etc/passwd": b"x"})).code == "damaged"


def test_a_document_is_kept_byte_by_byte() -> None:
    content = office(".docx")
    assert check(upload("oficio.docx", content)).content == content
    with ZipFile(BytesIO(content)) as kept:
        assert kept.testzip() is None


def test_a_text_of_windows_is_kept_in_utf_8() -> None:
    assert check(upload("nota.txt", "año – “niñez”".encode("cp1252"))).content.decode() == "año – “niñez”"
    assert check(upload("nota.txt", b"\xef\xbb\xbf" + "año".encode())).content == "año".encode()


# --- Images -------------------------------------------------------------------------------------


@pytest.mark.guideline("G8.VI")
@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_an_image_loses_the_place_and_the_device(form: str) -> None:
    content = with_place(form)
    assert Image.open(BytesIO(content)).getexif().get_ifd(0x8825)
    assert b"Telefono" in content
    kept = check(upload(f"foto.{form.lower()}", content))
    assert b"Telefono" not in kept.content
    with opened(kept) as image:
        assert dict(image.getexif()) == {}
        assert image.getexif().get_ifd(0x8825) == {}
        assert not {"exif", "xmp", "icc_profile", "comment", "photoshop"} & set(image.info)


def test_texts_hidden_in_a_png_are_left_behind() -> None:
    content = picture("PNG")
    text = b"tEXtAuthor\0Alba Ruiz, 19.43 N 99.13 W"
    chunk = struct.pack(">I", len(text) - 4) + text + struct.pack(">I", zlib.crc32(text))
    end = content.index(b"IEND") - 4
    kept = check(upload("foto.png", content[:end] + chunk + content[end:])).content
    assert b"Alba" not in kept
    assert b"tEXt" not in kept


def test_xmp_and_comments_are_left_behind() -> None:
    xmp = b"<x:xmpmeta>Alba Ruiz</x:xmpmeta>"
    for form in ("JPEG", "WEBP"):
        content = picture(form, xmp=xmp)
        assert b"Alba" in content
        assert b"Alba" not in check(upload(f"foto.{form.lower()}", content)).content
    assert b"Alba" not in check(upload("foto.jpg", picture("JPEG", comment=b"Alba Ruiz"))).content


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_an_image_is_turned_upright_before_it_forgets_how_it_was_held(form: str) -> None:
    kept = check(upload(f"foto.{form.lower()}", with_place(form, orientation=6)))
    with opened(kept) as image:
        assert image.size == (20, 40)
        upper, lower = image.convert("RGB").getpixel((10, 5)), image.convert("RGB").getpixel((10, 35))
    assert upper[1] < 60 < 200 < lower[1]  # red above, white below


@pytest.mark.parametrize("mode", ["L", "P", "1", "RGBA", "LA"])
def test_images_of_every_mode_are_kept(mode: str) -> None:
    with opened(check(upload("foto.png", picture("PNG", mode=mode)))) as image:
        assert image.mode in ("L", "RGB", "RGBA")


def test_an_image_for_print_is_kept_in_common_colours() -> None:
    with opened(check(upload("foto.jpg", picture("JPEG", mode="CMYK")))) as image:
        assert image.mode == "RGB"


def test_what_is_clear_stays_clear() -> None:
    image = Image.new("RGBA", (4, 4), (255, 0, 0, 0))
    out = BytesIO()
    image.save(out, "PNG")
    with opened(check(upload("foto.png", out.getvalue()))) as kept:
        assert kept.getpixel((0, 0))[3] == 0


def test_an_image_with_too_many_points_is_refused_before_it_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(images, "MOST_POINTS", 99)
    assert refusal("foto.png", picture("PNG", (10, 10))).code == "too_many_points"


def test_an_image_that_claims_to_be_immense_is_refused() -> None:
    head = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0)
    chunk = struct.pack(">I", 13) + b"IHDR" + head + struct.pack(">I", zlib.crc32(b"IHDR" + head))
    assert refusal("foto.png", picture("PNG")[:8] + chunk + picture("PNG")[33:]).code == "too_many_points"


def test_a_moving_image_is_refused() -> None:
    frames = [Image.new("RGB", (9, 9), colour) for colour in ("red", "blue")]
    out = BytesIO()
    frames[0].save(out, "WEBP", save_all=True, append_images=frames[1:])
    assert refusal("foto.webp", out.getvalue()).code == "moving"
