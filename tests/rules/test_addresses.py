"""Web addresses from outside: those that open everywhere are kept, all others are left out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.addresses import LONGEST, web_address


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org",
        "https://example.org/",
        "http://example.org:8080/a/b.html?c=d&e=%20f#g",
        "https://sub.example.co.uk/(a)?q=[1]",
        "https://example.org/@critic/review",
    ],
)
def test_a_plain_address_stays_as_it_is(address: str) -> None:
    assert web_address(address) == address


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        (" https://example.org/a \n", "https://example.org/a"),
        ("HTTPS://Example.ORG/Path", "https://example.org/Path"),
        ("https://example.org/a b", "https://example.org/a%20b"),
        ('https://example.org/<b>"|`\\', "https://example.org/%3Cb%3E%22%7C%60%5C"),
        (
            "https://пример.рф/критика",
            "https://xn--e1afmkfd.xn--p1ai/%D0%BA%D1%80%D0%B8%D1%82%D0%B8%D0%BA%D0%B0",
        ),
        ("https://example.org/\u202egnp", "https://example.org/%E2%80%AEgnp"),
    ],
)
def test_other_letters_are_written_in_plain_ones(written: str, plain: str) -> None:
    assert web_address(written) == plain


@pytest.mark.parametrize(
    "text",
    [
        "",
        "example.org",
        "//example.org/x",
        "javascript:alert(1)",
        "data:text/html,x",
        "tg://user?id=1",
        "ftp://example.org/x",
        "https://",
        "https://localhost/x",
        "https://[::1]/x",
        "https://[bad",
        "https://a..b/",
        "https://user:word@example.org/",
        "https://example.org:99999/",
        "https://exa mple.org/",
        "https://example.org/\ud800",
        "https://example.org/" + "a" * LONGEST,
    ],
)
def test_what_no_platform_opens_is_left_out(text: str) -> None:
    assert web_address(text) == ""


@given(st.one_of(st.text(), st.text().map("https://example.org/".__add__), st.text().map("https://".__add__)))
def test_what_is_kept_is_plain_short_and_stays_the_same(text: str) -> None:
    address = web_address(text)
    assert address.isascii()
    assert len(address) <= LONGEST
    assert not set(address) & set("<>\"'`|\\ \n\t") - {"'"}
    assert web_address(address) == address
