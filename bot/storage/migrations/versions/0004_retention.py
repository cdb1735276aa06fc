"""Ways to what is old, and from an article to what points to it: without them forgetting reads whole tables."""

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
    some = sa.text("text != ''")
    op.create_index("ix_articles_texts", "articles", ["read_at"], sqlite_where=some, postgresql_where=some)
