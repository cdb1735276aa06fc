"""In which order articles and stories are told."""

import math
from datetime import UTC

from summarizer.links import host_of
from summarizer.types import Article, Story

Age = tuple[float, str, str, str]


def members(story: Story) -> tuple[Article, ...]:
    """All articles of a story, its lead first."""
    return (story.lead, *story.others)


def age(article: Article) -> Age:
    """What articles are sorted by: the earliest first, those of no known time last."""
    time = seconds(article)
    return math.inf if time is None else time, article.key, article.title or "", article.text


def rank(story: Story) -> tuple[int, float, Age]:
    """What stories are sorted by: those of most sources first, then the newest."""
    sources = {_source(article) for article in members(story)}
    times = [time for time in map(seconds, members(story)) if time is not None]
    return -len(sources), -max(times, default=-math.inf), age(story.lead)


def seconds(article: Article) -> float | None:
    """When the article was published; times are UTC, whether they say so or not."""
    when = article.published
    return (when if when.tzinfo else when.replace(tzinfo=UTC)).timestamp() if when else None


def _source(article: Article) -> str:
    return host_of(article.url or "") or article.site or article.key or article.text
