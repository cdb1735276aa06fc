"""Which of what is new goes into a digest, and how. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.storage.items import NewItem

# Stories told with their bullets; more is no digest.
MAX_STORIES = 12


@dataclass(frozen=True, slots=True)
class Selection:
    """What a digest holds: items told in full, items named in a line."""

    stories: tuple[NewItem, ...]
    quiet: tuple[NewItem, ...]

    @property
    def articles(self) -> tuple[int, ...]:
        """Every article that the digest brings, and that is not new afterwards."""
        return tuple(item.article for item in (*self.stories, *self.quiet))


def compose(new: Sequence[NewItem], most: int = MAX_STORIES) -> Selection:
    """Choose from what is new, the newest first; an article that several feeds list is told once.

    Each feed's newest gets its turn before any feed's second, so that a busy feed does not drown a quiet one.
    """
    once = {item.article: item for item in reversed(new)}
    ordered = sorted(
        once.values(), key=lambda item: (item.published or item.ready_at, -item.id), reverse=True
    )
    turns: dict[int, int] = {}
    seen: dict[str, int] = {}
    for item in ordered:
        turns[item.id] = seen[item.source] = seen.get(item.source, -1) + 1
    fair = sorted(ordered, key=lambda item: turns[item.id])
    chosen = {item.id for item in fair[:most]}
    return Selection(
        tuple(item for item in ordered if item.id in chosen),
        tuple(item for item in ordered if item.id not in chosen),
    )
