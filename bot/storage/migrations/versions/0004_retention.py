"""Ways to what is old, to what points to an article, and to what is open: without them whole tables are read."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

_INDEXES = (
    ("ix_articles_read_at", "articles", "read_at"),
    ("ix_items_found_at", "items", "found_at"),
    ("ix_items_article", "items", "article"),
    ("ix_first_items_item", "first_items", "item"),
    ("ix_digests_due_at", "digests", "due_at"),
    ("ix_digest_items_article", "digest_items", "article"),
    ("ix_votes_article", "votes", "article"),
    ("ix_saved_article", "saved", "article"),
)


def upgrade() -> None:
    """Add indexes."""
    for name, table, column in _INDEXES:
        op.create_index(name, table, [column])
    _some("ix_articles_texts", "articles", ["read_at"], "text != ''")
    op.drop_index("ix_items_open", "items")
    _some("ix_items_open", "items", ["id"], "ready_at IS NULL AND wanted", "ready_at IS NULL AND wanted = 1")
    _some("ix_subscriptions_instant", "subscriptions", ["chat", "feed"], "delivery = 'instant'")


def _some(name: str, table: str, columns: list[str], rows: str, rows_in_sqlite: str | None = None) -> None:
    """An index of some rows; SQLite has numbers for true and false."""
    here, there = sa.text(rows_in_sqlite or rows), sa.text(rows)
    op.create_index(name, table, columns, sqlite_where=here, postgresql_where=there)
