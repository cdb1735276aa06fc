"""Pages with the article that stands on them: some of our own, and those of the folder."""

import html
import json
import lzma
from collections.abc import Iterator
from dataclasses import dataclass

from tests.bench.data import folder, split
from tests.bench.dress import part
from tests.quality.corpus import Sample, samples


@dataclass(frozen=True, slots=True)
class Page:
    """A page as a server sends it, in UTF-8, and the text of its article."""

    id: str
    kind: str
    html: bytes
    gold: str
    url: str

    @property
    def text(self) -> str:
        """For those that do not read bytes."""
        return self.html.decode("utf-8", "replace")


# Around the article: before its title, under it, behind its end; and between its paragraphs. "-" makes boxes nameless.
_SHELLS = {
    "article": ("<main><article><h1>{title}</h1>{under}{body}</article></main>", "<p>{}</p>"),
    "boxes": (
        '<div class="wrap"><div class="story-body"><h1>{title}</h1>{under}{body}</div></div>',
        "<p>{}</p>",
    ),
    "nameless": ("<div><div><h2>{title}</h2>{under}<div>{body}</div></div></div>", "<p>{}</p>"),
    "table": ("<table><tr><td><h1>{title}</h1>{under}{body}</td></tr></table>", "<p>{}</p>"),
    "breaks": ('<div class="text"><h1>{title}</h1>{under}{body}</div>', "{}<br><br>"),
}
# Article, shell, clutter between the paragraphs, clutter behind the article, what becomes of some paragraphs.
_OWN = (
    ("battery-plant", "article", "caption newsletter", "comments footer", "quote"),
    ("bridge-flood", "boxes", "related", "share popular footer", ""),
    ("crow-memory", "nameless", "caption", "comments footer", "list quote"),
    ("goalkeeper-ban", "table", "", "popular footer", "quote"),
    ("hail-orchards", "breaks", "newsletter", "related footer", ""),
    ("rain-barrel", "article", "related", "comments popular footer", "list"),
    ("salt-road", "boxes", "caption newsletter related", "share comments footer", "quote"),
    ("waiting-rooms", "boxes", "caption", "comments comments footer", "list"),
    ("moor-fund", "article", "newsletter", "share comments footer", "quote"),
    ("schule-heizung", "boxes", "caption related", "popular comments footer", "list"),
    ("zug-streik", "nameless", "newsletter", "comments footer", ""),
    ("woelfe-weide", "breaks", "", "related comments footer", "quote"),
)


def own() -> list[Page]:
    """Our own articles without their traps, each in another dress."""
    known = {sample.slug: sample for sample in samples()}
    return [_page(known[slug], *how) for slug, *how in _OWN]


def foreign() -> list[Page]:
    """The pages of the folder whose article is known in full."""
    root = folder()
    index = root / "pages" / "index.json" if root else None
    rows = json.loads(index.read_text("utf-8")) if index and index.exists() else []
    return [
        Page(
            id=row["file"],
            kind=row["page_type"],
            html=lzma.decompress((index.parent / row["file"]).read_bytes()),
            gold=row["expected_text"],
            url=row.get("url") or "https://example.org/page",
        )
        for row in rows
        if index and "expected_text" in row
    ]


def _page(sample: Sample, shell: str, within: str, behind: str, forms: str) -> Page:
    paragraphs = [each for each in sample.text.split("\n\n") if not each.startswith(sample.traps)]
    around, paragraph = _SHELLS[shell]
    bare, language = shell == "nameless", sample.language
    written = [paragraph.format(html.escape(each)) for each in paragraphs]
    for place, form in enumerate(forms.split(), start=2):
        written[place] = _formed(form, paragraphs[place], language)
    for place, name in enumerate(within.split(), start=1):
        written[2 * place - 1] += part(name, language, bare=bare)
    title, under = html.escape(sample.title), part("byline", language, bare=bare)
    parts = (
        *(part(name, language, bare=bare) for name in ("cookies", "menu")),
        around.format(title=title, under=under, body="".join(written)),
        *(part(name, language, bare=bare) for name in behind.split()),
    )
    head = f"<head><meta charset=utf-8><title>{title} - The Courier</title></head>"
    whole = f'<!doctype html><html lang="{language}">{head}<body>{"".join(parts)}</body></html>'
    url = f"https://courier.example/2026/03/{sample.slug}"
    return Page(sample.slug, "article", whole.encode(), "\n\n".join(paragraphs), url)


def _formed(form: str, paragraph: str, language: str) -> str:
    """A paragraph as a quotation or as a list of its sentences."""
    if form == "quote":
        return f"<blockquote><p>{html.escape(paragraph)}</p></blockquote>"
    return f"<ul>{''.join(_items(paragraph, language))}</ul>"


def _items(paragraph: str, language: str) -> Iterator[str]:
    yield from (f"<li>{html.escape(sentence)}</li>" for sentence in split(paragraph, language))
