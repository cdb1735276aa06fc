"""The first schema."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Make every table."""
    op.create_table(
        "articles",
        sa.Column("id", _ID, nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("url", sa.Text(), nullable=True),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("site", sa.Text(), nullable=True),
        sa.Column("author", sa.Text(), nullable=True),
        sa.Column("published", sa.Double(), nullable=True),
        sa.Column("language", sa.Text(), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("blocks", sa.Text(), nullable=False),
        sa.Column("outcome", sa.Text(), nullable=False),
        sa.Column("read_at", sa.Double(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("key"),
    )
    op.create_table(
        "beats",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("at", sa.Double(), nullable=False),
        sa.PrimaryKeyConstraint("name"),
    )
    op.create_table(
        "chats",
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("timezone", sa.Text(), nullable=True),
        sa.Column("sentences", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "feeds",
        sa.Column("id", _ID, nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("etag", sa.Text(), nullable=True),
        sa.Column("modified", sa.Text(), nullable=True),
        sa.Column("checked_at", sa.Double(), nullable=True),
        sa.Column("next_check_at", sa.Double(), nullable=False),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("url"),
    )
    op.create_index("ix_feeds_next_check_at", "feeds", ["next_check_at"], unique=False)
    op.create_table(
        "updates",
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("received_at", sa.Double(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "digests",
        sa.Column("id", _ID, nullable=False),
        sa.Column("chat", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("schedule", sa.Integer(), nullable=True),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("due_at", sa.Double(), nullable=False),
        sa.Column("retry_at", sa.Double(), nullable=True),
        sa.Column("parts", sa.Text(), nullable=False),
        sa.Column("sent_parts", sa.Integer(), nullable=False),
        sa.Column("noticed", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["chat"], ["chats.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("chat", "kind", "key"),
    )
    op.create_index(
        "ix_digests_open",
        "digests",
        ["state"],
        unique=False,
        sqlite_where=sa.text("(state NOT IN ('sent', 'empty', 'failed'))"),
        postgresql_where=sa.text("(state NOT IN ('sent', 'empty', 'failed'))"),
    )
    op.create_table(
        "items",
        sa.Column("id", _ID, nullable=False),
        sa.Column("feed", _ID, nullable=False),
        sa.Column("guid", sa.Text(), nullable=False),
        sa.Column("url", sa.Text(), nullable=True),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("text", sa.Text(), nullable=True),
        sa.Column("published", sa.Double(), nullable=True),
        sa.Column("found_at", sa.Double(), nullable=False),
        sa.Column("wanted", sa.Boolean(), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("retry_at", sa.Double(), nullable=True),
        sa.Column("ready_at", sa.Double(), nullable=True),
        sa.Column("article", _ID, nullable=True),
        sa.ForeignKeyConstraint(["article"], ["articles.id"], ondelete="SET NULL"),
        sa.ForeignKeyConstraint(["feed"], ["feeds.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("feed", "guid"),
    )
    op.create_index("ix_items_feed_ready_at", "items", ["feed", "ready_at"], unique=False)
    op.create_index(
        "ix_items_open",
        "items",
        ["retry_at"],
        unique=False,
        sqlite_where=sa.text("ready_at IS NULL"),
        postgresql_where=sa.text("ready_at IS NULL"),
    )
    op.create_table(
        "schedules",
        sa.Column("id", _ID, nullable=False),
        sa.Column("chat", sa.BigInteger(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("next_at", sa.Double(), nullable=False),
        sa.Column("next_slot", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["chat"], ["chats.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_schedules_chat", "schedules", ["chat"], unique=False)
    op.create_index("ix_schedules_next_at", "schedules", ["next_at"], unique=False)
    op.create_table(
        "subscriptions",
        sa.Column("chat", sa.BigInteger(), nullable=False),
        sa.Column("feed", _ID, nullable=False),
        sa.Column("since", sa.Double(), nullable=False),
        sa.ForeignKeyConstraint(["chat"], ["chats.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["feed"], ["feeds.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("chat", "feed"),
    )
    op.create_index("ix_subscriptions_feed", "subscriptions", ["feed"], unique=False)
    op.create_table(
        "summaries",
        sa.Column("article", _ID, nullable=False),
        sa.Column("method", sa.Text(), nullable=False),
        sa.Column("sentences", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["article"], ["articles.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("article", "method", "sentences"),
    )
    op.create_table(
        "digest_items",
        sa.Column("chat", sa.BigInteger(), nullable=False),
        sa.Column("digest", _ID, nullable=False),
        sa.Column("article", _ID, nullable=False),
        sa.ForeignKeyConstraint(["article"], ["articles.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["chat"], ["chats.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["digest"], ["digests.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("chat", "digest", "article"),
    )
    op.create_index("ix_digest_items_chat_article", "digest_items", ["chat", "article"], unique=False)
    op.create_table(
        "first_items",
        sa.Column("chat", sa.BigInteger(), nullable=False),
        sa.Column("item", _ID, nullable=False),
        sa.ForeignKeyConstraint(["chat"], ["chats.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["item"], ["items.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("chat", "item"),
    )
