"""Generators of hostile documents, by kind; all bytes are made here."""

import gzip
import io
import json
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from functools import partial

MB = 2**20
GIGABYTE = 1024 * MB

Make = Callable[[], bytes]

# --- web pages

_OPEN = b"<html><head><title>t</title></head><body><article>"


def _page(*parts: bytes) -> bytes:
    return _OPEN + b"".join(parts)


def _each(template: str, count: int, head: bytes = _OPEN, tail: bytes = b"") -> Make:
    return lambda: head + "".join(template.format(number) for number in range(count)).encode() + tail


def _nested(opening: bytes, closing: bytes, count: int) -> Make:
    return lambda: _OPEN + opening * count + b"words in the depth" + closing * count


def _meta(name: str, sign: str, count: int) -> str:
    return f'<meta name="{name}" property="og:{name}" content="{sign * count}">'


def _brackets(sign: str, count: int = 80_000) -> bytes:
    """Metadata that is nothing but brackets: regular expressions look for their ends."""
    metas = "".join(_meta(name, sign, count) for name in ("title", "author", "date"))
    text = "<p>Some honest words stand on this page, and a few more of them follow here.</p>" * 9
    return f"<html><head>{metas}</head><body><article>{text}</article></body></html>".encode()


_TIME = "<time datetime='2024-01-02'>x</time> 12/03/2023 "
_PARAGRAPH = "<p>Paragraph number {} holds a few plain words, which is enough for it to be kept.</p>"

PAGES: Mapping[str, Make] = {
    "one text of 10 MB": lambda: _page(b"<p>", b"word " * (2 * MB), b"</p></article>"),
    "one text of 4.9 MB": lambda: _page(b"<p>", b"word " * (980 * 1024), b"</p></article>"),
    "one word of 10 MB": lambda: _page(b"<p>", b"a" * 10 * MB),
    "one word of 4.9 MB": lambda: _page(b"<p>", b"a" * 4_900_000),
    "100,000 nested divs": _nested(b"<div>", b"</div>", 100_000),
    "70,000 nested divs": _nested(b"<div>", b"</div>", 70_000),
    "100,000 nested bolds": _nested(b"<b>", b"</b>", 100_000),
    "70,000 nested bolds": _nested(b"<b>", b"</b>", 70_000),
    "20,000 nested tables": _nested(b"<table><tr><td>", b"", 20_000),
    "20,000 nested lists": _nested(b"<ul><li>", b"", 20_000),
    "20,000 nested quotes": _nested(b"<blockquote><p>", b"", 20_000),
    "20,000 nested forms": _nested(b"<form><font>", b"", 20_000),
    "300,000 open paragraphs": lambda: _page(b"<p>some words of text" * 300_000),
    "149,000 open paragraphs": lambda: _page(b"<p>some words of text" * 149_000),
    "100,000 links": _each('<a href="/a/{0}">link {0}</a> ', 100_000),
    "74,000 links": _each('<a href="/a/{0}">link {0}</a> ', 74_000),
    "100,000 attributes": _each("a{}=1 ", 100_000, _OPEN + b"<p ", b">x</p>"),
    "10,000 attributes": _each("a{}=1 ", 10_000, _OPEN + b"<p ", b">x</p>"),
    "999 attributes on each of 900 tags": lambda: (
        _OPEN + (b"<p " + b" ".join(b"a%d" % number for number in range(999)) + b">word</p>") * 900
    ),
    "an attribute of 9 MB": lambda: _page(b'<p title="', b"a" * 9 * MB, b'">x</p>'),
    "an attribute of 4.9 MB": lambda: _page(b'<p title="', b"a" * 4_900_000, b'">x</p>'),
    "an address of 4.9 MB": lambda: _page(b'<p>word</p><a href="', b"{" * 4_900_000, b'">x</a>'),
    "200,000 comments": lambda: _page(b"<!-- c -->" * 200_000, b"<p>x</p>"),
    "149,000 comments": lambda: _page(b"<!-- c -->" * 149_000, b"<p>x</p>"),
    "a comment without end": lambda: _page(b"<!-- ", b"a" * 4_900_000),
    "a million entities": lambda: _page(b"<p>", b"&amp;" * 900_000, b"</p>"),
    "a million unknown entities": lambda: _page(b"<p>", b"&x" * 2_000_000, b"</p>"),
    "a million brackets": lambda: _page(b"<" * 1_000_000),
    "149,000 brackets": lambda: _page(b"<" * 149_000),
    "50,000 paragraphs": _each(_PARAGRAPH, 50_000),
    "one paragraph 50,000 times": lambda: _page(
        b"<p>The same sentence stands here again and again.</p>" * 50_000
    ),
    "200,000 spans": lambda: _page(b"<p>", b"<span>w</span> " * 200_000),
    "74,000 spans": lambda: _page(b"<p>", b"<span>w</span> " * 74_000),
    "500,000 line ends": lambda: _page(b"<p>", b"line<br>" * 500_000),
    "149,000 line ends": lambda: _page(b"<p>", b"line<br>" * 149_000),
    "149,000 table cells": lambda: _page(b"<table><tr>", b"<td>cell" * 149_000),
    "149,000 list items": lambda: _page(b"<ul>", b"<li>an item" * 149_000),
    "149,000 headings": lambda: _page(b"<h2>a heading" * 149_000),
    "100,000 deep JSON-LD": lambda: (
        b'<script type="application/ld+json">'
        + b'{"a":' * 100_000
        + b"1"
        + b"}" * 100_000
        + b"</script><p>text"
    ),
    "JSON-LD of 4.9 MB": lambda: (
        b'<script type="application/ld+json">['
        + b'{"@type":"Article","author":"{{{"},' * 130_000
        + b"1]</script>"
    ),
    "100,000 titles": _each('<meta property="og:title" content="t{}">', 100_000, b"<html><head>", b"<p>text"),
    "50,000 dates": lambda: _page(_TIME.encode() * 50_000),
    "two million digits": lambda: _page(b"<p>", b"20" * 1_000_000),
    "NULs": lambda: _page(b"<p>a\0b" * 149_000),
    "UTF-16 that says UTF-8": lambda: b"<meta charset=utf-8>" + ("<p>привет мир</p>" * 9000).encode("utf-16"),
    "UTF-7": lambda: b"<meta charset=utf-7><p>+ADw-script+AD4-alert(1)+ADw-/script+AD4-</p>",
    "an unknown charset": lambda: b'<meta charset="\xff\xfe-nope"><p>' + b"text " * 1000,
    "bytes of no charset": lambda: _OPEN + b"<p>" + bytes(range(128, 256)) * 8000,
    "brackets { as metadata": lambda: _brackets("{"),
    "brackets ( as metadata": lambda: _brackets("("),
    "brackets [ as metadata": lambda: _brackets("["),
    "brackets < as metadata": lambda: _brackets("<"),
    "tags <a as metadata": lambda: _brackets("<a", 40_000),
}

# --- feeds


def _rss(items: bytes, before: bytes = b"") -> bytes:
    head = b'<rss version="2.0"><channel><title>t</title><link>http://news.example.org/</link>'
    return b'<?xml version="1.0"?>' + before + head + items + b"</channel></rss>"


def _items(*parts: bytes) -> bytes:
    return _rss(b"<item>" + b"".join(parts) + b"</item>")


def _laughs(levels: int = 10) -> bytes:
    lines = [b'<!ENTITY l0 "lol">']
    lines += [b'<!ENTITY l%d "%s">' % (level, b"&l%d;" % (level - 1) * 10) for level in range(1, levels)]
    doctype = b"<!DOCTYPE lolz [" + b"".join(lines) + b"]>"
    return _rss(b"<item><title>&l%d;</title></item>" % (levels - 1), doctype)


def _quadratic() -> bytes:
    doctype = b'<!DOCTYPE x [<!ENTITY a "' + b"A" * 100_000 + b'">]>'
    return _rss(b"<item><title>" + b"&a;" * 20_000 + b"</title></item>", doctype)


def _outside(doctype: str, title: str = "a") -> Callable[[str], bytes]:
    """A feed that points at an address, which stands where {} is."""
    return lambda where: _rss(f"<item><title>{title}</title></item>".encode(), doctype.format(where).encode())


def _include(where: str) -> bytes:
    space = "http://www.w3.org/2001/XInclude"
    return _rss(f'<item><x:include xmlns:x="{space}" parse="text" href="{where}"/></item>'.encode())


# Feeds that would have their reader open an address or a file.
POINTING: Mapping[str, Callable[[str], bytes]] = {
    "an entity": _outside('<!DOCTYPE x [<!ENTITY x SYSTEM "{}">]>', "&x;"),
    "a parameter entity": _outside('<!DOCTYPE x [<!ENTITY % p SYSTEM "{}"> %p;]>'),
    "a DTD": _outside('<!DOCTYPE rss SYSTEM "{}">'),
    "a style sheet": _outside('<?xml-stylesheet type="text/xsl" href="{}"?>'),
    "an XInclude": _include,
    "a body that is only an address": str.encode,
}


def _many(template: str, count: int) -> Make:
    return lambda: _rss("".join(template.format(number) for number in range(count)).encode())


_ITEM = "<item><title>t{0}</title><link>http://a.example.org/{0}</link><guid>{0}</guid></item>"

FEEDS: Mapping[str, Make] = {
    "a billion laughs": _laughs,
    "an entity of 100 kB 20,000 times": _quadratic,
    "100,000 deep": lambda: _items(b"<a>" * 100_000, b"x", b"</a>" * 100_000),
    "100,000 items": _many(_ITEM, 100_000),
    "50,000 items": _many(_ITEM, 50_000),
    "a title of 10 MB": lambda: _items(b"<title>", b"a" * 10 * MB, b"</title>"),
    "a title of 4.9 MB": lambda: _items(b"<title>", b"a" * 4_900_000, b"</title>"),
    "a text of 4.9 MB of tags": lambda: _items(b"<description>", b"&lt;b&gt;" * 544_000, b"</description>"),
    "a text of 4.9 MB of open tags": lambda: _items(b"<description>", b"&lt;b " * 810_000, b"</description>"),
    "a text of comments": lambda: _items(b"<description>", b"&lt;!--" * 690_000, b"</description>"),
    "a text of scripts": lambda: _items(b"<description>", b"&lt;script&gt;" * 370_000, b"</description>"),
    "a text of nested divs": lambda: _items(
        b"<description><![CDATA[", b"<div>" * 900_000, b"]]></description>"
    ),
    "500 texts of 9 kB of brackets": _many(
        "<item><guid>{}</guid><description>" + "&lt;" * 2200 + "</description></item>", 500
    ),
    "50,000 attributes": lambda: _rss(
        b"<item " + b" ".join(b'a%d="1"' % number for number in range(50_000)) + b"><title>t</title></item>"
    ),
    "20,000 namespaces": lambda: _rss(
        b"<item " + b" ".join(b'xmlns:n%d="u%d"' % (number, number) for number in range(20_000)) + b"/>"
    ),
    "4,900 attributes on each of 60 tags": lambda: _rss(
        (b"<item " + b" ".join(b'a%d="1"' % number for number in range(4900)) + b"/>") * 60
    ),
    "dates of 500 digits": _many("<item><guid>{}</guid><pubDate>" + "1" * 500 + "</pubDate></item>", 2000),
    "a date of 4.9 MB": lambda: _items(b"<title>t</title><pubDate>", b"1 " * 2_450_000, b"</pubDate>"),
    "two million brackets": lambda: b"<rss><channel><item><title>" + b"<" * 2 * MB,
    "two million ampersands": lambda: b"<rss><channel><item><title>" + b"&" * 2 * MB + b"</title></item>",
    "4.9 million spaces in a tag": lambda: b"<rss" + b" " * 4_900_000 + b"><channel/></rss>",
    "UTF-32": lambda: _rss(b"<item><title>x</title></item>").decode().encode("utf-32"),
    "a million declared encodings": lambda: b"<?xml " + b'encoding="x" ' * 370_000 + b"?>",
    "JSON 100,000 deep": lambda: b'{"items":' + b"[" * 100_000,
    "JSON of one number of 4.9 MB": lambda: b'{"items": ' + b"1" * 4_900_000 + b"}",
    "JSON of 100,000 items": lambda: json.dumps(
        {"items": [{"id": number} for number in range(100_000)]}
    ).encode(),
    "JSON of one item of 4.9 MB": lambda: json.dumps(
        {"items": [{"id": "1", "content_html": "<div" * 1_200_000}]}
    ).encode(),
    "JSON of lone surrogates": lambda: (
        b'{"items": [{"id": "\\ud83d", "title": "\\udc00", "content_text": "\\ud83d"}]}'
    ),
    "XML of lone surrogates": lambda: _items(b"<title>&#xD83D; &#55357; \xed\xa0\xbd</title>"),
    "XML of NULs and controls": lambda: _items(b"<title>&#0; &#1; \x00\x01</title><guid>a\x00b</guid>"),
    "JSON that is no feed": lambda: b'{"items": [null, 1, "x", [], {"id": [], "url": {}, "authors": [1]}]}',
    "nothing": lambda: b"",
    "NULs": lambda: bytes(4 * MB),
}

# --- PDF

_FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
_CATALOG = b"<< /Type /Catalog /Pages 2 0 R >>"
_KIDS = b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
_LEAF = (
    b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R /Resources"
    b" << /Font << /F1 5 0 R >> /XObject << /A 6 0 R >> >> >>"
)
_FORM = (
    b"<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /A %d 0 R >>"
    b" /Font << /F1 5 0 R >> >> /Length %d >>\nstream\n%s\nendstream"
)


def _pdf(parts: Mapping[int, bytes], trailer: bytes = b"") -> bytes:
    out, places = io.BytesIO(b"%PDF-1.7\n"), dict[int, int]()
    out.seek(0, io.SEEK_END)
    for number, body in parts.items():
        places[number] = out.tell()
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, body))
    start, count = out.tell(), max(parts) + 1
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % count)
    out.writelines(b"%010d 00000 n \n" % places.get(number, 0) for number in range(1, count))
    out.write(b"trailer\n<< /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF" % (count, trailer, start))
    return out.getvalue()


def _stream(data: bytes, filters: bytes = b"/FlateDecode") -> bytes:
    return b"<< /Length %d /Filter %s >>\nstream\n%s\nendstream" % (len(data), filters, data)


def _pdf_of(stream: bytes, kids: bytes = _KIDS, catalog: bytes = _CATALOG, **more: bytes) -> bytes:
    """A document of one page, or of the `kids` that are given; `more` holds further objects, as o6."""
    parts = {1: catalog, 2: kids, 3: _LEAF, 4: stream, 5: _FONT}
    return _pdf(parts | {int(name[1:]): body for name, body in more.items()})


def _shown(operators: bytes) -> bytes:
    return _stream(zlib.compress(b"BT /F1 1 Tf " + operators + b" ET", 9))


def _blanks(size: int = GIGABYTE) -> bytes:
    packer, block = zlib.compressobj(9), b" " * MB
    return b"".join([*(packer.compress(block) for _ in range(size // MB)), packer.flush()])


def _forms(levels: int = 28) -> bytes:
    """Each form shows the next one twice."""
    show = b"/A Do /A Do "
    forms = {f"o{6 + level}": _FORM % (7 + level, len(show), show) for level in range(levels)}
    text = b"BT /F1 1 Tf (a) Tj ET"
    forms[f"o{6 + levels}"] = _FORM % (6, len(text), text)
    return _pdf_of(_stream(zlib.compress(show)), **forms)


def _form_loop() -> bytes:
    show = b"/A Do /A Do "
    return _pdf_of(_stream(zlib.compress(b"/A Do")), o6=_FORM % (6, len(show), show))


def _many_pages(count: int = 5000) -> bytes:
    kids = b"<< /Type /Pages /Kids [" + b"3 0 R " * count + b"] /Count %d >>" % count
    return _pdf_of(_shown(b"(abcdefgh) Tj " * 2000), kids)


def _prev_loop() -> bytes:
    whole = _pdf_of(_shown(b"(Hello) Tj"))
    return whole.replace(b"/Root 1 0 R  >>", b"/Root 1 0 R /Prev %d >>" % whole.rindex(b"xref\n0"))


_DEEP = 200_000
PDFS: Mapping[str, Make] = {
    "a page": lambda: _pdf_of(_shown(b"(Hello world) Tj")),
    "1 GiB of Flate": lambda: _pdf_of(_stream(_blanks())),
    "1 GiB of Flate in Flate": lambda: _pdf_of(
        _stream(zlib.compress(_blanks(), 9), b"[/FlateDecode /FlateDecode]")
    ),
    "3 MB of run lengths": lambda: _pdf_of(_stream(b"\x81 " * (3 * MB // 2) + b"\x80", b"/RunLengthDecode")),
    "LZW of nothing": lambda: _pdf_of(_stream(b"\x80" + b"\x40\x20" * MB, b"/LZWDecode")),
    "4 MB of ASCII85": lambda: _pdf_of(_stream(b"z" * 4 * MB + b"~>", b"/ASCII85Decode")),
    "a million operators": lambda: _pdf_of(_shown(b"(a) Tj " * 1_000_000)),
    "an operator of a million operands": lambda: _pdf_of(_shown(b"1 " * 1_000_000 + b"Tj")),
    "a million open saves": lambda: _pdf_of(_shown(b"q " * 1_000_000)),
    "5,000 pages of one stream": _many_pages,
    "kids that are their own parents": lambda: _pdf_of(
        _shown(b""), b"<< /Type /Pages /Kids [2 0 R 3 0 R] /Count 999999999 >>"
    ),
    "200,000 nested arrays": lambda: _pdf_of(
        _shown(b""), catalog=b"<< /Type /Catalog /Pages 2 0 R /X " + b"[" * _DEEP + b"]" * _DEEP + b" >>"
    ),
    "200,000 nested dictionaries": lambda: _pdf_of(
        _shown(b""),
        catalog=b"<< /Type /Catalog /Pages 2 0 R /X " + b"<< /A " * _DEEP + b">> " * _DEEP + b" >>",
    ),
    "nested arrays in a page": lambda: _pdf_of(_shown(b"[" * _DEEP + b" TJ")),
    "a table that leads to itself": _prev_loop,
    "a form that shows itself": _form_loop,
    "28 forms that each show the next twice": _forms,
    "cut short": lambda: _pdf_of(_shown(b"(Hello) Tj"))[:200],
    "no objects": lambda: b"%PDF-1.7\n" + b"a" * 4 * MB,
    "a million objects that are none": lambda: b"%PDF-1.7\n" + b"1 0 obj\n" * 500_000,
    "encrypted by nobody": lambda: _pdf({1: _CATALOG, 2: _KIDS}, b"/Encrypt << /Filter /None /V 99 >>"),
}

# --- archives: DOCX, EPUB

_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_RELS_TYPE = "application/vnd.openxmlformats-package.relationships+xml"
_DOCX = {
    "[Content_Types].xml": f'<Types xmlns="{_TYPES}"><Default Extension="rels" ContentType="{_RELS_TYPE}"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_MAIN}"/></Types>',
    "_rels/.rels": f'<Relationships xmlns="{_RELATIONS}"><Relationship Id="r1" Type="{_OFFICE}"'
    ' Target="word/document.xml"/></Relationships>',
}
_CONTAINER = (
    '<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="c.opf" media-type="application/oebps-package+xml"/></rootfiles></container>'
)


def _zip(parts: Mapping[str, str | bytes | Iterator[bytes]]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, body in parts.items():
            with archive.open(name, "w", force_zip64=True) as part:
                for piece in (body,) if isinstance(body, str | bytes) else body:
                    part.write(piece.encode() if isinstance(piece, str) else piece)
    return out.getvalue()


def _docx(pieces: Iterator[bytes], before: bytes = b"") -> bytes:
    def body() -> Iterator[bytes]:
        yield before + f'<w:document xmlns:w="{_WORD}"><w:body>'.encode()
        yield from pieces
        yield b"</w:body></w:document>"

    return _zip({**_DOCX, "word/document.xml": body()})


def _of_text(pieces: Iterator[bytes]) -> bytes:
    def wrapped() -> Iterator[bytes]:
        yield b"<w:p><w:r><w:t>"
        yield from pieces
        yield b"</w:t></w:r></w:p>"

    return _docx(wrapped())


def _epub(chapters: Mapping[str, str | bytes | Iterator[bytes]], listed: int) -> bytes:
    """A book whose first chapter is listed so many times."""
    items = "".join(
        f'<item id="i{number}" href="{name}" media-type="application/xhtml+xml"/>'
        for number, name in enumerate(chapters)
    )
    spine = '<itemref idref="i0"/>' * listed
    package = (
        '<package xmlns="http://www.idpf.org/2007/opf" version="3.0">'
        f"<manifest>{items}</manifest><spine>{spine}</spine></package>"
    )
    return _zip(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": _CONTAINER,
            "c.opf": package,
            **chapters,
        }
    )


def _repeated(piece: bytes, count: int) -> Iterator[bytes]:
    return (piece for _ in range(count))


def _zips_in_zips(levels: int = 4) -> bytes:
    body = bytes(10 * MB)
    for level in range(levels):
        body = _zip({f"{level}-{number}.zip": body for number in range(10)})
    return body


def _overlap(count: int = 1000, size: int = 10 * MB) -> bytes:
    """A directory of many entries that all point at one file."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    data = packer.compress(bytes(size)) + packer.flush()
    facts = (20, 0, 8, 0, 0, zlib.crc32(bytes(size)), len(data), size)
    local = struct.pack("<IHHHHHIIIHH", 0x04034B50, *facts, 1, 0) + b"a" + data
    names = [b"%d" % number for number in range(count)]
    tail = (0, 0, 0, 0, 0, 0)
    listed = b"".join(
        struct.pack("<IHHHHHHIIIHHHHHII", 0x02014B50, 20, *facts, len(name), *tail) + name for name in names
    )
    return (
        local + listed + struct.pack("<IHHHHIIH", 0x06054B50, 0, 0, count, count, len(listed), len(local), 0)
    )


_RUN = b"<w:p><w:r><w:t>word</w:t></w:r></w:p>"
DOCX: Mapping[str, Make] = {
    "a page": lambda: _of_text(iter([b"Hello world. This is a page."])),
    "1 GiB of one letter": lambda: _of_text(_repeated(b"a" * MB, 1024)),
    "15 MB of one letter": lambda: _of_text(_repeated(b"a" * MB, 15)),
    "15 MB of paragraphs": lambda: _docx(_repeated(_RUN * 1000, 400)),
    "100,000 nested tables": lambda: _docx(_repeated(b"<w:tbl><w:tr><w:tc>" * 1000, 100)),
    "a billion laughs": lambda: _docx(
        iter([b"<w:p><w:r><w:t>&l9;</w:t></w:r></w:p>"]), _laughs().split(b"<rss", 1)[0]
    ),
    "50,000 attributes": lambda: _docx(
        iter([b"<w:p " + b" ".join(b'a%d="1"' % number for number in range(50_000)) + b"/>"])
    ),
    "a document that is not there": lambda: _zip(_DOCX),
    "1,000 entries of one file": _overlap,
    "zips in zips": _zips_in_zips,
    "20,000 empty entries": lambda: _zip({f"{number}": b"" for number in range(20_000)}),
    "a directory without a file": lambda: b"PK\x03\x04" + bytes(4 * MB),
    "cut short": lambda: _of_text(iter([b"Hello world."]))[:-40],
}
EPUBS: Mapping[str, Make] = {
    "a book": lambda: _epub({"a.xhtml": "<html><body><p>Hello world. This is a book.</p></body></html>"}, 1),
    "a chapter of 1 GiB": lambda: _epub({"a.xhtml": _repeated(b"<p>word" * 150_000, 1024)}, 1),
    "a chapter of 10 MB listed 10,000 times": lambda: _epub(
        {"a.xhtml": _repeated(b"word " * 200_000, 10)}, 10_000
    ),
    "2,000 chapters": lambda: _epub(
        {f"{number}.xhtml": f"<p>Chapter {number} is short.</p>" for number in range(2000)}, 2000
    ),
    "a chapter outside": lambda: _epub({"../../etc/passwd": "<p>Hello</p>"}, 1),
    "a package that is a bomb": lambda: _zip(
        {"mimetype": "application/epub+zip", "META-INF/container.xml": _CONTAINER, "c.opf": _laughs()}
    ),
    "zips in zips": _zips_in_zips,
}

# --- rich text, mail, and files that lie about what they are


RTFS: Mapping[str, Make] = {
    "a page": lambda: b"{\\rtf1 Hello world. This is a page.}",
    "a million open groups": lambda: b"{\\rtf1 " + b"{" * 1_000_000,
    "a million closed groups": lambda: b"{\\rtf1 " + b"{a}" * 1_000_000 + b"}",
    "half a million words of control": lambda: b"{\\rtf1 " + b"\\par\\b " * 500_000 + b"}",
    "half a million letters by number": lambda: b"{\\rtf1 " + b"\\u8364?" * 500_000 + b"}",
    "a picture of 4.5 MB": lambda: b"{\\rtf1 {\\pict\\bin4500000 " + b"0" * 4_500_000 + b"}}",
    "a number of 4 MB": lambda: b"{\\rtf1 \\u" + b"9" * 4_000_000 + b" x}",
    "4 MB of backslashes": lambda: b"{\\rtf1 " + b"\\" * 4_000_000,
}


def _parts(count: int) -> bytes:
    """Mail of so many parts, each within the one before."""
    opened = b"".join(
        b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(count)
    )
    return b"Subject: x\nMIME-Version: 1.0\n" + opened + b"\nHello"


def _parts_beside(count: int) -> bytes:
    head = b"Subject: x\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n"
    return head + b"--b\nContent-Type: text/plain\n\nHello world.\n" * count + b"--b--\n"


MAILS: Mapping[str, Make] = {
    "a letter": lambda: b"From: a@example.org\nSubject: x\n\nHello world. This is a letter.\n",
    "10,000 nested parts": lambda: _parts(10_000),
    "900 nested parts": lambda: _parts(900),
    "100,000 parts": lambda: _parts_beside(100_000),
    "100,000 headers": lambda: b"".join(b"X-%d: y\n" % number for number in range(100_000)) + b"\nHello",
    "a subject of 4 MB": lambda: b"Subject: " + b"=?utf-8?q?a?= " * 280_000 + b"\n\nHello",
    "an address of 4 MB": lambda: b"From: " + b"(" * 4_000_000 + b"\n\nHello",
    "5,000 nested letters": lambda: b"Content-Type: message/rfc822\n\n" * 5000 + b"Subject: x\n\nHello",
    "4 MB of broken Base64": lambda: (
        b"Subject: x\nContent-Transfer-Encoding: base64\n\n" + b"=A=" * 1_300_000
    ),
    "a page of 149,000 line ends": lambda: (
        b"Subject: x\nContent-Type: text/html\n\n<p>" + b"line<br>" * 149_000
    ),
}


def _gzip() -> bytes:
    return gzip.compress(bytes(64 * MB), 9)


# A name, what its sender says it is, and its bytes.
LIARS: Mapping[str, tuple[str, str | None, Make]] = {
    "gzip as text": ("a.txt", "text/plain", _gzip),
    "a PDF as a page": ("a.html", "text/html", PDFS["a million operators"]),
    "a page as a PDF": ("a.pdf", "application/pdf", PAGES["50,000 paragraphs"]),
    "a zip as text": ("a.txt", None, _overlap),
    "text as a zip": ("a.docx", None, lambda: b"word " * MB),
    "no name and no kind": ("", None, lambda: bytes(range(256)) * 4096),
    "a name of 4 MB": ("a" * 4_000_000 + ".txt", None, lambda: b"Hello world."),
    "UTF-16 of half a letter": ("a.txt", None, lambda: b"\xff\xfe" + b"\x00\xd8" * 500_000),
    "bytes of no charset": ("a.txt", None, lambda: bytes(range(128, 256)) * 30_000),
    "4.9 MB of mixed charsets": ("a.txt", None, lambda: ("grüße " * 200_000).encode("latin-1") * 4),
}

# --- plain texts: one pattern again and again, for splitters of sentences and regular expressions

_PATTERNS = """
a|.|. |A.|A. |1|1.|1-|1/|1 |2024|2024 |12:|(|()|[|[1]|"|'|'a |<|<a|&|a@|a.b|-|_|*|**a|!|?!|... |||| |http://|www.|%2|/
Mr. |e.g. |Aa |a) |i. |January |Jan 1 |word |This is a sentence. |{|:|;a|a, |#|$1,000|a.m. |Ph.D|“|” |» |— |–|。|」|？
""".replace("\n", "|")  # noqa: RUF001 - signs of many scripts are meant
_SIGNS = {
    "blanks": " ",
    "tabs and line ends": " \n",
    "carriage returns": "\r",
    "line ends": "\n",
    "empty lines": "a\n\n",
    "NULs": "\0",
    "emoji": "😀",
    "an accent for every letter": "e\u0301",
    "accents": "\u0301",
    "zero-width blanks": "\u200b",
    "direction signs": "\u202e",
    "no-break blanks": "\u00a0",
    "Chinese": "漢",
    "Thai": "ก",
    "Arabic": "ع",
    "lone surrogates": "\ud83d",
    "dashes and blanks": "- ",
    "Markdown links": "[a](b)",
    "Markdown rules": "---\n",
    "Markdown fences": "```\n",
    "Markdown quotes": "> ",
    "Markdown headings": "# a\n",
    "Markdown lists": "- a\n",
    "underlined headings": "a\n=\n",
}
_REPEATED: Mapping[str, str] = {ascii(sign)[1:-1]: sign for sign in _PATTERNS.split("|") if sign} | _SIGNS

# --- what may stand in a sentence or a title

_UNICODE: Mapping[str, str] = {
    "500 accents on a letter": "Z" + "".join(chr(0x300 + number % 80) for number in range(500)) + "algo",
    "a name that turns around": "photo_\u202egpj.exe",
    "open isolates": "\u2066\u2067\u2068" * 200 + "x",
    "zero-width signs": "a\u200b\u200c\u200d\u2060\ufeffb" * 300,
    "4,096 emoji": "😀" * 4096,
    "families": "👨\u200d👩\u200d👧\u200d👦" * 600,
    "flags": "🇺🇦" * 1100,
    "a lone surrogate": "a\ud83db",
    "control signs": "".join(map(chr, range(32))),
    "tags": "🏴" + "".join(chr(0xE0000 + ord(letter)) for letter in "gbeng") + "\U000e007f",
    "Hangul fillers": "\u3164" * 100,
    "blank Braille": "\u2800" * 100,
    "private signs": "\ue000" * 100,
    "no characters": "\ufffe\uffff",
    "line separators": "a\u2028b\u2029c",
    "hearts": "❤\ufe0f" * 100,
    "HTML": "<b>x</b><a href='tg://user?id=1'>y</a>",
    "entities": "&lt;b&gt; &amp;amp; &#60;script&#62;",
    "4,096 ampersands": "&" * 4096,
    "a command": "/start@EvilBot @durov #tag $USD +15555550100",
    "Markdown": "*_`[x](http://evil.example)`_*",
    "addresses": "evil.example t.me/evil tg://resolve?domain=x",
    "500 line ends": "\n" * 500,
    "one word of 9,000 letters": "abcdefghi" * 1000,
}

TEXT_CHARS = 1_000_000
_LINE = "The town of Lesk spent {1} crowns {0} on its old bridge in {0} May, the council said."


def _again(sign: str) -> bytes:
    return (sign * (TEXT_CHARS // len(sign) + 1))[:TEXT_CHARS].encode("utf-8", "surrogatepass")


def _within(sign: str) -> bytes:
    """Sentences that hold the sign, below a heading that is nothing else."""
    lines = "\n\n".join(_LINE.format(sign, number) for number in range(30))
    return f"# {sign}\n\n{lines}".encode("utf-8", "surrogatepass")


TEXTS: Mapping[str, Make] = {name: partial(_again, sign) for name, sign in _REPEATED.items()}
SIGNS: Mapping[str, Make] = {name: partial(_within, sign) for name, sign in _UNICODE.items()}
