"""Which articles are copies of each other: of one key, one address or one text."""

from collections.abc import Iterator, Sequence

from summarizer.types import Article


def copies(articles: Sequence[Article]) -> list[list[int]]:
    """The places of all articles, copies together; a copy of a copy is a copy."""
    parent = list(range(len(articles)))
    seen: dict[tuple[str, str], int] = {}
    for place, article in enumerate(articles):
        for mark in _marks(article):
            parent[_root(parent, place)] = _root(parent, seen.setdefault(mark, place))
    together: dict[int, list[int]] = {}
    for place in range(len(articles)):
        together.setdefault(_root(parent, place), []).append(place)
    return list(together.values())


def _marks(article: Article) -> Iterator[tuple[str, str]]:
    """What two articles share only as copies; an empty text says nothing."""
    named = (("key", article.key), ("url", article.url), ("text", article.text.strip()))
    return ((name, value) for name, value in named if value)


def _root(parent: list[int], place: int) -> int:
    while parent[place] != place:
        parent[place] = parent[parent[place]]
        place = parent[place]
    return place
