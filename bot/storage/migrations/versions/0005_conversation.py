"""The conversation: what chats and feeds decide, who may do what, and lists that are shared."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Add columns and tables."""
    for table, column in (
        ("chats", sa.Column("language", sa.Text())),
        ("chats", sa.Column("delivery", sa.Text(), nullable=False, server_default="digest")),
        ("chats", sa.Column("interval", sa.Integer())),
        ("chats", sa.Column("silent", sa.Boolean(), nullable=False, server_default=sa.false())),
        ("chats", sa.Column("preview", sa.Boolean(), nullable=False, server_default=sa.false())),
        ("chats", sa.Column("source", sa.Text(), nullable=False, server_default="page")),
        ("chats", sa.Column("thread", sa.BigInteger())),
        ("chats", sa.Column("access", sa.Text(), nullable=False, server_default="admins")),
        ("chats", sa.Column("autosummary", sa.Text(), nullable=False, server_default="button")),
        ("chats", sa.Column("gone_at", sa.Double())),
        ("subscriptions", sa.Column("name", sa.Text())),
        ("subscriptions", sa.Column("interval", sa.Integer())),
        ("subscriptions", sa.Column("sentences", sa.Integer())),
        ("subscriptions", sa.Column("silent", sa.Boolean())),
        ("subscriptions", sa.Column("preview", sa.Boolean())),
        ("subscriptions", sa.Column("source", sa.Text())),
        ("items", sa.Column("feed_article", sa.BigInteger())),
    ):
        op.add_column(table, column)
    # Chats that the bot could not write to before: their time runs from its last sign of life.
    op.execute("UPDATE chats SET gone_at = (SELECT max(at) FROM beats) WHERE NOT active")
    some = sa.text("delivery = 'instant'")
    op.create_index("ix_chats_instant", "chats", ["id"], sqlite_where=some, postgresql_where=some)
    told = sa.text("feed_article IS NOT NULL")
    op.create_index(
        "ix_items_feed_article", "items", ["feed_article"], sqlite_where=told, postgresql_where=told
    )
    _tables()


def _tables() -> None:
    op.create_table(
        "people",
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("at", sa.Double(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "invites",
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("uses", sa.Integer(), nullable=False),
        sa.Column("at", sa.Double(), nullable=False),
        sa.PrimaryKeyConstraint("code"),
    )
    op.create_table(
        "managers",
        sa.Column("person", sa.BigInteger(), autoincrement=False, nullable=False),
        _chat(),
        sa.PrimaryKeyConstraint("person", "chat"),
    )
    op.create_index("ix_managers_chat", "managers", ["chat"])
    op.create_table(
        "shares",
        sa.Column("code", sa.Text(), nullable=False),
        _chat(),
        sa.Column("at", sa.Double(), nullable=False),
        sa.PrimaryKeyConstraint("code"),
        sa.UniqueConstraint("chat"),
    )
    op.create_table(
        "facts",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("name"),
    )
    op.create_table(
        "former",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), primary_key=True),
        _chat(),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("at", sa.Double(), nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_former_chat", "former", ["chat"])
    op.create_table(
        "asked",
        _chat(),
        sa.Column("article", _ID, sa.ForeignKey("articles.id", ondelete="CASCADE"), nullable=False),
        sa.PrimaryKeyConstraint("chat", "article"),
    )
    op.create_index("ix_asked_article", "asked", ["article"])


def _chat() -> sa.Column[int]:
    return sa.Column("chat", sa.BigInteger(), sa.ForeignKey("chats.id", ondelete="CASCADE"), nullable=False)
