"""The character NUL in an address."""

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db


@pytest.mark.engine
@pytest.mark.parametrize("path", ["/sesiones/MEC%00/", "/procesos/%00/", "/r/%00", "/en/sesiones/a%00b/acta/"])
def test_an_address_with_nul_is_not_found(path: str) -> None:
    assert Client().get(path).status_code == 404
