"""Digests of stories: what a chat decides about them, and what it was told."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Add columns and tables; what chats were sent before can be searched, too."""
    _columns()
    _tables()
    op.execute(
        "UPDATE subscriptions SET since_item = COALESCE((SELECT MAX(items.id) FROM items"
        " WHERE items.feed = subscriptions.feed AND items.found_at <= subscriptions.since), 0)"
    )
    if op.get_bind().dialect.name == "sqlite":
        op.execute(
            "CREATE VIRTUAL TABLE article_words USING fts5(title, body, tokenize='unicode61 remove_diacritics 2')"
        )


def _columns() -> None:
    for table, column in (
        ("chats", sa.Column("quiet", sa.Text())),
        ("chats", sa.Column("paused_until", sa.Double())),
        ("feeds", sa.Column("listed_at", sa.Double())),
        ("subscriptions", sa.Column("since_item", sa.BigInteger(), nullable=False, server_default="0")),
        ("subscriptions", sa.Column("delivery", sa.Text(), nullable=False, server_default="digest")),
        ("subscriptions", sa.Column("paused_until", sa.Double())),
        ("items", sa.Column("seen_at", sa.Double())),
        ("items", sa.Column("author", sa.Text())),
        ("schedules", sa.Column("name", sa.Text(), nullable=False, server_default="")),
        ("schedules", sa.Column("weekdays", sa.Text(), nullable=False, server_default="0 1 2 3 4 5 6")),
        ("schedules", sa.Column("tags", sa.Text(), nullable=False, server_default="[]")),
        ("schedules", sa.Column("most", sa.Integer())),
        ("schedules", sa.Column("minutes", sa.Integer())),
        ("schedules", sa.Column("sentences", sa.Integer())),
        ("schedules", sa.Column("thread", sa.BigInteger())),
        ("digests", sa.Column("lease", sa.Double())),
        ("digests", sa.Column("tries", sa.Integer(), nullable=False, server_default="0")),
        ("digests", sa.Column("thread", sa.BigInteger())),
        ("digest_items", sa.Column("shown", sa.Boolean(), nullable=False, server_default=sa.true())),
    ):
        op.add_column(table, column)
    op.execute("ALTER TABLE digests DROP COLUMN retry_at")
    op.create_index("ix_digest_items_digest", "digest_items", ["digest"])


def _tables() -> None:
    op.create_table(
        "stories",
        sa.Column("digest", _ID, sa.ForeignKey("digests.id", ondelete="CASCADE"), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("digest", "number"),
    )
    op.create_table(
        "filters",
        sa.Column("id", _ID, primary_key=True),
        _chat(),
        sa.Column("feed", _ID, sa.ForeignKey("feeds.id", ondelete="CASCADE")),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("until", sa.Double()),
    )
    op.create_index("ix_filters_chat", "filters", ["chat"])
    op.create_table(
        "votes",
        _chat(),
        sa.Column("person", sa.BigInteger(), autoincrement=False, nullable=False),
        _article(),
        sa.Column("value", sa.Integer(), nullable=False),
        sa.Column("signs", sa.Text(), nullable=False),
        sa.Column("at", sa.Double(), nullable=False),
        sa.PrimaryKeyConstraint("chat", "person", "article"),
    )
    op.create_table(
        "saved",
        _chat(),
        _article(),
        sa.Column("at", sa.Double(), nullable=False),
        sa.PrimaryKeyConstraint("chat", "article"),
    )


def _chat() -> sa.Column[int]:
    return sa.Column("chat", sa.BigInteger(), sa.ForeignKey("chats.id", ondelete="CASCADE"), nullable=False)


def _article() -> sa.Column[int]:
    return sa.Column("article", _ID, sa.ForeignKey("articles.id", ondelete="CASCADE"), nullable=False)
