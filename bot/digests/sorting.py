"""Articles to events: what runs in a worker before a digest is composed. Pure and picklable."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from summarizer.types import Article

Numbered = tuple[int, Article]
"""An article with its number."""


@dataclass(frozen=True, slots=True)
class Event:
    """New articles that tell of one thing, by their numbers, the lead first.

    `words` are the key words of its title. Where it was told before, `told_by` are the sites that did, and `news` are
    the numbers and names that are new since.
    """

    articles: tuple[int, ...]
    words: tuple[str, ...] = ()
    was_told: bool = False
    told_by: tuple[str, ...] = ()
    news: tuple[str, ...] = ()


def sort_out(new: Sequence[Numbered], told: Sequence[Numbered]) -> list[Event]:
    """The events of new articles; each article is in exactly one.

    Args:
        new: not yet told.
        told: what the chat was told of late, for which the new ones may be no news.
    """
    # Only workers load what these need.
    from summarizer.stories import group  # noqa: PLC0415
    from summarizer.stories.order import members  # noqa: PLC0415
    from summarizer.stories.signs import key_words, new_facts  # noqa: PLC0415

    numbers = {article.key: number for number, article in new}
    before = {article.key for _, article in told}
    # Without a date: what was told within the week is compared, however long ago it came out.
    undated = [replace(article, published=None) for _, article in told]
    found = []
    for story in group([article for _, article in new], group(undated)):
        fresh = [
            article for article in members(story) if article.key in numbers and article.key not in before
        ]
        if not fresh:
            continue
        old = [article for article in members(story) if article.key in before]
        found.append(
            Event(
                articles=tuple(numbers[article.key] for article in fresh),
                words=key_words(fresh[0]),
                was_told=bool(old),
                told_by=tuple(dict.fromkeys(article.site or "" for article in old)),
                news=new_facts(fresh, old) if old else (),
            )
        )
    return found
