"""A feed is no article, whatever its server calls it."""

import pytest

from summarizer.article.documents import read_document
from summarizer.errors import NotReadable
from summarizer.types import File

XML = '<?xml version="1.0"?>\n<!-- made by hand -->\n'


@pytest.mark.parametrize(
    "text",
    [
        XML + "<rss version='2.0'><channel><title>Quill</title></channel></rss>",
        "\n" + XML + "<feed xmlns='http://www.w3.org/2005/Atom'></feed>",
        XML + "<!DOCTYPE rdf><rdf:RDF xmlns='http://purl.org/rss/1.0/'></rdf:RDF>",
        '{"version": "https://jsonfeed.org/version/1.1", "title": "Quill", "items": []}',
    ],
)
@pytest.mark.parametrize("mime", ["text/html", "application/xml", "application/octet-stream", None])
def test_a_feed_is_named_as_one(text: str, mime: str | None) -> None:
    with pytest.raises(NotReadable) as caught:
        read_document(File("feed", mime, text.encode()))
    assert caught.value.reason == "feed"


def test_a_page_that_speaks_of_feeds_is_none() -> None:
    body = "<p>The tag <code>&lt;rss&gt;</code> begins each feed, and the council of Orlova has one for its minutes.</p>"
    page = f"<!doctype html><html><head><title>On feeds</title></head><body>{body * 3}</body></html>"
    assert "council of Orlova" in read_document(File("feed", "text/html", page.encode())).text
