"""What is known of how a feed behaves, and what its readers were told."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Add the columns; feeds that are known already are well."""
    with op.batch_alter_table("feeds") as feeds:
        feeds.add_column(sa.Column("failing_since", sa.Double(), nullable=True))
        feeds.add_column(sa.Column("trouble", sa.Text(), nullable=True))
        feeds.add_column(sa.Column("paused", sa.Boolean(), nullable=False, server_default=sa.false()))
        feeds.add_column(sa.Column("pace", sa.Double(), nullable=True))
        feeds.add_column(sa.Column("ttl", sa.Integer(), nullable=True))
        feeds.add_column(sa.Column("skip_hours", sa.Text(), nullable=True))
        feeds.add_column(sa.Column("skip_days", sa.Text(), nullable=True))
        feeds.add_column(sa.Column("moved_to", sa.Text(), nullable=True))
        feeds.add_column(sa.Column("moves", sa.Integer(), nullable=False, server_default="0"))
    with op.batch_alter_table("subscriptions") as subscriptions:
        subscriptions.add_column(sa.Column("tags", sa.Text(), nullable=False, server_default="[]"))
        subscriptions.add_column(sa.Column("told", sa.Text(), nullable=True))
