"""WordPress's export: published posts as pages, everything else counted, and no bomb goes off."""

import tracemalloc
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.feeds.bulk import read_export
from bot.feeds.bulk.wordpress_posts import LONGEST_TEXT
from bot.feeds.faults import Fault, Skipped
from bot.rules.drafts import Draft

HEAD = (
    '<?xml version="1.0" encoding="UTF-8" ?>\n<!-- An export. -->\n<rss version="2.0"'
    ' xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"'
    ' xmlns:content="http://purl.org/rss/1.0/modules/content/"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">\n<channel>\n'
    "<title>The Late Row</title><wp:wxr_version>1.2</wp:wxr_version>\n"
    "<wp:author><wp:author_login><![CDATA[ada]]></wp:author_login>"
    "<wp:author_display_name><![CDATA[Ada Row]]></wp:author_display_name></wp:author>\n"
    "<image><title>A logo</title></image>\n"
)
TAIL = "</channel></rss>\n"
TEXT = (
    "Nightcap (2021) is a slow and generous comedy about two waiters who run a hotel bar for one last night. "
    "The film follows two waiters through a slow, generous night, and never raises its voice.\n\n"
    "It is worth an evening, and one of the warmest films of its year.\n\nScore: 4 out of 5"
)


def item(
    text: str = TEXT, title: str = "Nightcap Review", number: int = 1, kind: str = "post",
    status: str = "publish", filed: str = "Films",
    password: str = "", date: str = "2023-10-06 18:30:00", link: str = "https://example.org/nightcap/",
) -> str:  # fmt: skip
    return (
        f"<item><title><![CDATA[{title}]]></title><link>{link}</link>"
        f'<guid isPermaLink="false">https://example.org/?p={number}</guid>'
        f"<dc:creator><![CDATA[ada]]></dc:creator><description></description>"
        f"<content:encoded><![CDATA[{text}]]></content:encoded>"
        f"<excerpt:encoded><![CDATA[]]></excerpt:encoded>"
        f"<wp:post_date_gmt><![CDATA[{date}]]></wp:post_date_gmt>"
        f"<wp:post_type><![CDATA[{kind}]]></wp:post_type><wp:status><![CDATA[{status}]]></wp:status>"
        f"<wp:post_password><![CDATA[{password}]]></wp:post_password>"
        f'<category domain="category" nicename="x"><![CDATA[{filed}]]></category>'
        f'<category domain="post_tag" nicename="y"><![CDATA[Bars]]></category>'
        f"<wp:comment><wp:comment_content><![CDATA[I say 1/10]]></wp:comment_content></wp:comment></item>\n"
    )


def cut(body: bytes, size: int) -> Iterator[bytes]:
    return (body[start : start + size] for start in range(0, len(body), size))


def read(document: str | bytes, size: int = 4096) -> list[tuple[Draft, str] | Fault | Skipped]:
    body = document if isinstance(document, bytes) else document.encode()
    return list(read_export(cut(body, size), "export.xml", lambda name: False))


def one(document: str) -> Draft:
    (found,) = read(document)
    assert isinstance(found, tuple), found
    return found[0]


def fault(document: str | bytes) -> str:
    (found,) = read(document)
    assert isinstance(found, Fault)
    return str(found)


def test_a_post_is_read_field_by_field() -> None:
    (found,) = read(HEAD + item() + TAIL)
    assert isinstance(found, tuple)
    draft, source = found
    assert source == "wordpress:https://example.org/?p=1"
    assert (draft.title, draft.year, draft.line) == ("Nightcap", 2021, 8)
    assert (draft.score_text, draft.score, draft.verdict) == ("4 out of 5", 80.0, "watch")
    assert (draft.author, draft.outlet) == ("Ada Row", "The Late Row")
    assert (draft.url, draft.published_at) == ("https://example.org/nightcap/", 1_696_617_000)
    assert draft.evidence["author"].origin == "feed"


def test_a_post_that_has_no_moment_in_gmt_has_the_blogs_own() -> None:
    local = "<wp:post_date>2023-10-06 18:30:00</wp:post_date><wp:post_type>"
    post = item(date="0000-00-00 00:00:00").replace("<wp:post_type>", local)
    assert one(HEAD + post + TAIL).published_at == 1_696_617_000


@pytest.mark.parametrize("size", [1, 7, 100_000])
def test_it_does_not_matter_where_the_stream_is_cut(size: int) -> None:
    found = read(HEAD + item() + item(title="Daybreak Review", number=2, kind="page") + TAIL, size)
    assert [type(each) for each in found] == [tuple, Skipped]


def test_what_is_no_public_post_is_counted_by_what_it_is() -> None:
    others = [item(kind="page"), item(kind="attachment", status="inherit"), item(status="draft"),
              item(status="private"), item(status="future"), item(password="x"), item(text="")]  # fmt: skip
    found = read(HEAD + "".join(others) + TAIL)
    whys = ["page", "attachment", "draft", "private", "future", "locked", "without text"]
    assert found == list(map(Skipped, whys))


def test_a_post_that_is_no_review_is_named_and_stops_no_other() -> None:
    found = read(HEAD + item("We are on holiday.", "Closed in May") + item() + TAIL)
    assert str(found[0]).startswith("export.xml:8: Closed in May: ")
    assert isinstance(found[1], tuple)


def test_without_a_judgement_a_post_is_a_review_where_it_is_called_one() -> None:
    text = "Nightcap (2021) is shown at nine tonight, in the garden, with a talk by those who made it. " * 3
    assert "It judges nothing" in fault(HEAD + item(text, "Nightcap in the garden") + TAIL)
    assert one(HEAD + item(text, "Nightcap in the garden", filed="Reviews") + TAIL).verdict is None


def test_a_post_of_the_block_editor_is_read() -> None:
    blocks = "".join(
        f"<!-- wp:paragraph -->\n<p>{each}</p>\n<!-- /wp:paragraph -->\n" for each in TEXT.split("\n\n")
    )
    draft = one(HEAD + item(blocks) + TAIL)
    assert (draft.title, draft.score_text) == ("Nightcap", "4 out of 5")


def test_shortcodes_are_taken_out_and_other_brackets_stay() -> None:
    coded = '[caption id="a1"]A bar.[/caption]\n\n@\n\n[gallery ids="1,2"]'.replace(
        "@", TEXT.replace("a slow, generous", "a slow [sic], generous")
    )
    draft = one(HEAD + item(coded) + TAIL)
    assert "[sic]" in draft.summary
    assert "gallery" not in repr(draft)
    assert "caption" not in repr(draft)


def test_what_an_author_hides_as_a_spoiler_stays_hidden() -> None:
    hidden = TEXT.replace(
        "It is worth", '[spoiler title="x"]The bar was <b>never</b> real.[/spoiler] It is worth'
    )
    draft = one(HEAD + item(hidden) + TAIL)
    assert draft.spoilers.startswith("The bar was never real.")
    assert "real" not in draft.summary
    left_open = one(HEAD + item(f"{TEXT}\n\n[spoiler]The bar was never real.") + TAIL)
    assert left_open.spoilers.startswith("The bar was never real.")


def test_a_post_without_a_date_or_an_address_that_opens_is_still_one_review() -> None:
    document = HEAD + item(date="0000-00-00 00:00:00", link="http://localhost/?p=1") + TAIL
    draft = one(document)
    assert (draft.url, draft.published_at) == ("", None)


def test_control_characters_that_xml_forbids_are_passed_over() -> None:
    draft = one(HEAD + item(TEXT.replace("slow", "sl\x0bow\x00")) + TAIL)
    assert draft.title == "Nightcap"


def test_another_encoding_is_read_as_declared() -> None:
    document = (
        HEAD.replace("UTF-8", "windows-1252")
        + item(TEXT.replace("follows two waiters", "follows two garçons"))
        + TAIL
    )
    ((draft, _),) = [each for each in read(document.encode("cp1252")) if isinstance(each, tuple)]
    assert "garçons" in draft.summary
    assert "encoding" in fault(document.replace("windows-1252", "shift_jis").encode("shift_jis", "replace"))


def test_what_breaks_off_gives_what_came_before() -> None:
    found = read(HEAD + item() + item(number=2)[:300])
    assert isinstance(found[0], tuple)
    assert str(found[1]).startswith("export.xml:13: is not valid XML from here on")
    assert len(found) == 2


@pytest.mark.parametrize(
    "document",
    [
        "<rss version='2.0'><channel><title>x</title><item><title>y</title></item></channel></rss>",
        "<urlset><url/></urlset>",
        "<item><wp:post_type>post</wp:post_type></item>",
    ],
)
def test_other_xml_is_said_to_be_no_export(document: str) -> None:
    assert fault(document) == "export.xml:1: is XML, but no export of WordPress"


@pytest.mark.parametrize("document", ["", "\n", "no xml", "{}", "<rss>"])
def test_what_is_no_xml_is_said_to_be_none(document: str) -> None:
    assert "is not valid XML from here on" in fault(document)


BOMB = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))


@pytest.mark.parametrize(
    "declared",
    [
        f'<!DOCTYPE rss [<!ENTITY e0 "ha">{BOMB}]>',
        '<!DOCTYPE rss [<!ENTITY e9 SYSTEM "file:///etc/hostname">]>',
        '<!DOCTYPE rss [<!ENTITY % e9 SYSTEM "http://127.0.0.1:1/x.dtd"> %e9;]>',
        '<!DOCTYPE rss SYSTEM "http://127.0.0.1:1/x.dtd">',
    ],
)
def test_entities_are_refused_before_they_swell_or_open_anything(declared: str) -> None:
    document = HEAD.replace("<!-- An export. -->", declared) + "<item><title>&e9;</title></item>" + TAIL
    assert "declares a document type of its own" in fault(document)


def test_what_came_before_a_bomb_is_kept() -> None:
    found = read(HEAD + item() + "<a>" * 100, 100_000)
    assert [type(each) for each in found] == [tuple, Fault]


def test_deep_nesting_and_endless_tags_are_refused() -> None:
    assert "nested too deeply" in fault("<a>" * 100_000)
    assert "a tag that is too long" in fault(b"<a b='" + b"x" * 3_000_000)
    assert "a tag that is too long" in fault(b"<!--" + b"x" * 3_000_000)


def test_an_endless_post_is_named_and_takes_no_memory() -> None:
    document = (HEAD + item("@") + item() + TAIL).encode()
    before, after = document.split(b"@")
    words = b"word " * 10_000

    def chunks() -> Iterator[bytes]:
        yield before
        for _ in range(20 * LONGEST_TEXT // len(words)):
            yield words
        yield after

    tracemalloc.start()
    try:
        found = list(read_export(chunks(), "export.xml", lambda name: False))
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert "longer than a review can be" in str(found[0])
    assert isinstance(found[1], tuple)
    assert peak < 10 * LONGEST_TEXT


def test_texts_made_of_openings_are_read_in_time() -> None:
    for piece in ("[spoiler]", "[a ", "[/a]", "\n \n", "<p", "[a b=", "<h1"):
        assert len(read(HEAD + item(piece * (900_000 // len(piece))) + TAIL)) == 1


@given(st.binary(max_size=200), st.integers(0, 2000))
def test_any_bytes_are_read_or_refused(junk: bytes, place: int) -> None:
    whole = (HEAD + item() + TAIL).encode()
    for document in (junk, whole[:place] + junk + whole[place:]):
        for each in read(document, 500):
            assert isinstance(each, tuple | Fault | Skipped)
