"""Images: read once, turned upright, written anew without anything but their points."""

import struct
import zlib
from io import BytesIO
from typing import Any

from django.utils.translation import gettext as _
from PIL import Image, ImageCms, ImageOps

from incidencia.web.refusals import Refused

MOST_POINTS = 40_000_000  # about 160 MB of memory while it is written anew
_BROKEN = (OSError, SyntaxError, ValueError, EOFError, OverflowError, struct.error, zlib.error, MemoryError)
_SAVING: dict[str, dict[str, Any]] = {
    "JPEG": {"quality": 90, "optimize": True},
    "PNG": {"optimize": False},
    "WEBP": {"quality": 90, "method": 4},
}


def keep_jpeg(content: bytes) -> bytes:
    """Promise the picture without its metadata. Raises Refused."""
    return _anew(content, "JPEG")


def keep_png(content: bytes) -> bytes:
    """Promise the picture without its metadata. Raises Refused."""
    return _anew(content, "PNG")


def keep_webp(content: bytes) -> bytes:
    """Promise the picture without its metadata. Raises Refused."""
    return _anew(content, "WEBP")


def _anew(content: bytes, form: str) -> bytes:
    """Place, device and author lie in chunks of their own; writing only the points leaves all of them behind."""
    try:
        with Image.open(BytesIO(content), formats=(form,)) as image:
            _refuse_too_many_points(image)
            _refuse_moving(image, form)
            return _written(_plain(ImageOps.exif_transpose(image)), form)
    except Image.DecompressionBombError as bomb:
        raise _too_many_points() from bomb
    except _BROKEN as error:
        raise Refused(
            "damaged",
            _("The image can't be read: it is damaged or incomplete."),
            advice=_("Open it on your device, save it again and choose it again."),
        ) from error


def _refuse_too_many_points(image: Image.Image) -> None:
    if image.width * image.height > MOST_POINTS:
        raise _too_many_points()


def _too_many_points() -> Refused:
    said = _("The image has too many points: more than %(most)s million.") % {"most": MOST_POINTS // 1_000_000}
    return Refused("too_many_points", said, advice=_("Make it smaller and choose it again."))


def _refuse_moving(image: Image.Image, form: str) -> None:
    # A JPEG of several pictures is a telephone's: the first one is the photograph.
    if form != "JPEG" and getattr(image, "n_frames", 1) > 1:
        raise Refused(
            "moving", _("Moving images are not accepted."), advice=_("Save one still picture and choose that.")
        )


def _plain(image: Image.Image) -> Image.Image:
    """The points in a form every browser knows, in the common colours: a profile may name its owner's screen."""
    profile = image.info.get("icc_profile")
    if profile and image.mode in ("RGB", "CMYK"):
        image = _in_common_colours(image, profile)
    if image.has_transparency_data:
        image = image.convert("RGBA")
    elif image.mode not in ("L", "RGB", "I;16"):
        image = image.convert("L" if image.mode == "1" else "RGB")
    image.info = {}
    return image


def _in_common_colours(image: Image.Image, profile: bytes) -> Image.Image:
    try:
        source, common = ImageCms.ImageCmsProfile(BytesIO(profile)), ImageCms.createProfile("sRGB")
        return ImageCms.profileToProfile(image, source, common, outputMode="RGB") or image
    except (ImageCms.PyCMSError, *_BROKEN):
        return image


def _written(image: Image.Image, form: str) -> bytes:
    out = BytesIO()
    image.save(out, form, exif=b"", **_SAVING[form])
    return out.getvalue()
