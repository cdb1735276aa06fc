"""Every cap on what strangers may send, in one place, with where the figure comes from."""

from dataclasses import dataclass

MIB = 2**20


@dataclass(frozen=True, slots=True)
class Limits:
    """How much of anything is read; times are in seconds, sizes in bytes unless a name says otherwise.

    Figures with a measurement beside them were measured with hostile input on one slow core; the others are
    judgement, on the generous side of what pages of news need.
    """

    # one address
    url_chars: int = 2048  # what browsers and servers agree on
    redirects: int = 5
    dns_seconds: float = 5.0
    connect_seconds: float = 5.0
    read_seconds: float = 10.0  # silence between two pieces of an answer
    total_seconds: float = 20.0  # a person waits for it
    answers: int = 8  # addresses of one name that are looked at; any bad one blocks the name
    dials: int = 3  # of which are tried
    connections: int = 400  # at once; 300 that hang must leave room for the others
    per_host: int = 2  # polite: what one reader's browser opens

    # one answer
    body_bytes: int = 5 * MIB  # as sent
    wire_bytes: int = 6 * MIB  # with headers, early hints and chunk borders
    decoded_bytes: int = 10 * MIB  # after gzip or deflate
    ratio: int = 100  # decoded to sent; judgement: zeros pack a thousandfold, text far less
    ratio_floor: int = MIB  # the ratio counts past this size
    chunks: int = 20_000  # a chunk of one byte costs 7 µs of the event loop
    headers: int = 100
    header_bytes: int = 32 * 1024

    # one page: time of an HTML parser grows with elements, and with the square of attributes
    html_bytes: int = 5 * MIB
    html_elements: int = 150_000  # "<" characters
    html_tag_bytes: int = 64 * 1024

    # one document
    pdf_pages: int = 50  # judgement: a long report; the rest is left out and the person is told
    zip_bytes: int = 20 * MIB  # unpacked: a book of 1,500 pages without its pictures is 4 MiB
    zip_files: int = 2000  # judgement: a book has a file a chapter and one a picture
    docx_elements: int = 1_000_000  # "<" characters: as empty paragraphs they take 5 s
    rtf_bytes: int = 2 * MIB  # without pictures; its parser takes 0.8 s a MiB
    mail_parts: int = 1000  # each in the one before would need as many stack frames

    # one text
    text_chars: int = 2_000_000
    title_chars: int = 300
    author_chars: int = 120
    bullets: int = 12  # more is no summary
    ranked_sentences: int = 300  # ranking is quadratic: 1,000 sentences take LexRank 6.5 s
    sentence_words: int = 60  # of which a ranking method looks at

    # one feed
    feed_bytes: int = 5 * MIB
    feed_entries: int = 500
    entry_chars: int = 50_000
    feed_tag_bytes: int = 64 * 1024
    opml_bytes: int = 2 * MIB
    opml_feeds: int = 2000


LIMITS = Limits()
