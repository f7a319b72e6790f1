"""Files for tests: the least that is truly of its kind, and what only pretends."""

from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from incidencia.files.containers import SAYS

PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"


def upload(name: str, content: bytes) -> SimpleUploadedFile:
    """What a form hands over, under the very name that was sent."""
    file = SimpleUploadedFile("x", content)
    file._name = name
    return file


def picture(form: str, size: tuple[int, int] = (40, 20), mode: str = "RGB", **saving: Any) -> bytes:
    """An image whose left half is red, so that turning it shows."""
    image = Image.new("RGB", size, "white")
    image.paste("red", (0, 0, size[0] // 2, size[1]))
    image = image.convert(mode)
    out = BytesIO()
    image.save(out, form, **saving)
    return out.getvalue()


def with_place(form: str, orientation: int = 1, **saving: Any) -> bytes:
    """An image that says where and with what it was taken."""
    exif = Image.Exif()
    exif[0x0110] = "Telefono Ejemplo"
    exif[0x0112] = orientation
    exif.get_ifd(0x8825).update({1: "N", 2: (19.0, 25.0, 57.0), 3: "W", 4: (99.0, 7.0, 59.0)})
    return picture(form, exif=exif.tobytes(), **saving)


def archive(parts: dict[str, bytes], *, stored: tuple[str, ...] = ("mimetype",)) -> bytes:
    """A ZIP of parts."""
    out = BytesIO()
    with ZipFile(out, "w") as made:
        for name, content in parts.items():
            made.writestr(name, content, ZIP_STORED if name in stored else ZIP_DEFLATED)
    return out.getvalue()


def office(suffix: str, more: dict[str, bytes] | None = None, said: str = "") -> bytes:
    """A document of that suffix; `said` is another type for it to give itself."""
    kind = said or SAYS[suffix]
    if suffix in (".odt", ".ods"):
        parts = {"mimetype": kind.encode(), "content.xml": b"<office:document-content/>"}
    else:
        main = kind if "macroEnabled" in kind else f"{kind}.main+xml"
        types = f'<Types><Override PartName="/word/document.xml" ContentType="{main}"/></Types>'
        parts = {"[Content_Types].xml": types.encode(), "word/document.xml": b"<w:document/>"}
    return archive({**parts, **(more or {})})
