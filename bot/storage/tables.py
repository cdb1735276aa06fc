"""The schema, once, for SQLite and PostgreSQL. A change here comes with a migration."""

from datetime import UTC, datetime

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Dialect,
    Double,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
    false,
    text,
    true,
)


class Instant(TypeDecorator[datetime]):
    """A UTC moment, kept as seconds since 1970: it compares and sorts alike in every database."""

    impl = Double
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> float | None:
        """Aware datetime in, seconds out."""
        del dialect
        return None if value is None else value.timestamp()

    def process_result_value(self, value: float | None, dialect: Dialect) -> datetime | None:
        """Seconds in, aware datetime out."""
        del dialect
        return None if value is None else datetime.fromtimestamp(value, UTC)


metadata = MetaData()
# What some indexes hold. A query that is to find its way by one says the same in words: values that are bound won't do.
INSTANT = text("delivery = 'instant'")
OPEN_DIGEST = text("state NOT IN ('sent', 'empty', 'failed')")
Id = BigInteger().with_variant(Integer, "sqlite")  # SQLite numbers rows by itself only in an INTEGER key

chats = Table(
    "chats",
    metadata,
    Column("id", BigInteger, primary_key=True, autoincrement=False),
    Column("kind", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("active", Boolean, nullable=False),
    Column("timezone", Text),
    Column("sentences", Integer, nullable=False),
    Column("quiet", Text),  # 23:00-07:00
    Column("paused_until", Instant),
    Column("language", Text),
    Column("delivery", Text, nullable=False, server_default="digest"),
    Column("interval", Integer),
    Column("silent", Boolean, nullable=False, server_default=false()),
    Column("preview", Boolean, nullable=False, server_default=false()),
    Column("source", Text, nullable=False, server_default="page"),
    Column("thread", BigInteger),
    Column("access", Text, nullable=False, server_default="admins"),
    Column("autosummary", Text, nullable=False, server_default="button"),
    Column("gone_at", Instant),  # since when the bot can't write to it
    Index("ix_chats_instant", "id", sqlite_where=INSTANT, postgresql_where=INSTANT),
)

feeds = Table(
    "feeds",
    metadata,
    Column("id", Id, primary_key=True),
    Column("url", Text, nullable=False, unique=True),
    Column("title", Text, nullable=False),
    Column("etag", Text),
    Column("modified", Text),
    Column("checked_at", Instant),
    Column("listed_at", Instant),  # when it last gave its list: 304 gives none
    Column("next_check_at", Instant, nullable=False),
    Column("failures", Integer, nullable=False),
    Column("failing_since", Instant),
    Column("trouble", Text),
    Column("paused", Boolean, nullable=False, server_default=false()),
    Column("pace", Double),
    Column("ttl", Integer),
    Column("skip_hours", Text),
    Column("skip_days", Text),
    Column("moved_to", Text),
    Column("moves", Integer, nullable=False, server_default="0"),
    Index("ix_feeds_next_check_at", "next_check_at"),
)

subscriptions = Table(
    "subscriptions",
    metadata,
    Column("chat", ForeignKey("chats.id", ondelete="CASCADE"), primary_key=True),
    Column("feed", ForeignKey("feeds.id", ondelete="CASCADE"), primary_key=True),
    Column("since", Instant, nullable=False),
    Column(
        "since_item", BigInteger, nullable=False, server_default="0"
    ),  # the feed's last item before: a clock may jump
    Column("tags", Text, nullable=False, server_default="[]"),
    Column("delivery", Text, nullable=False, server_default="digest"),  # or `default`: as the chat has it
    Column("paused_until", Instant),
    Column("name", Text),
    Column("interval", Integer),
    Column("sentences", Integer),
    Column("silent", Boolean),
    Column("preview", Boolean),
    Column("source", Text),
    Column("told", Text),  # the last trouble of the feed that the chat was told of: failing, paused
    Index("ix_subscriptions_feed", "feed"),
    Index(
        "ix_subscriptions_instant",
        "chat",
        "feed",
        sqlite_where=INSTANT,
        postgresql_where=INSTANT,
    ),
)

# Feeds that a chat has left, with what it had decided of them: for a while that can be undone.
former = Table(
    "former",
    metadata,
    Column("id", Id, primary_key=True),
    Column("chat", ForeignKey("chats.id", ondelete="CASCADE"), nullable=False),
    Column("url", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("body", Text, nullable=False),
    Column("at", Instant, nullable=False),
    Index("ix_former_chat", "chat"),
    sqlite_autoincrement=True,  # a key under an old message must never name another feed
)

# What was read, once for every chat.
articles = Table(
    "articles",
    metadata,
    Column("id", Id, primary_key=True),
    Column("key", Text, nullable=False, unique=True),
    Column("url", Text),
    Column("title", Text),
    Column("site", Text),
    Column("author", Text),
    Column("published", Instant),
    Column("language", Text),
    Column("text", Text, nullable=False),
    Column("blocks", Text, nullable=False),
    Column("outcome", Text, nullable=False),
    Column("read_at", Instant, nullable=False),
    Index("ix_articles_read_at", "read_at"),
    Index(
        "ix_articles_texts",
        "read_at",
        sqlite_where=Column("text") != "",
        postgresql_where=Column("text") != "",
    ),
)

summaries = Table(
    "summaries",
    metadata,
    Column("article", ForeignKey("articles.id", ondelete="CASCADE"), primary_key=True),
    Column("method", Text, primary_key=True),
    Column("sentences", Integer, primary_key=True, autoincrement=False),
    Column("body", Text, nullable=False),
)

# What a feed lists. `ready_at` is set when the article was read, or when it was given up.
items = Table(
    "items",
    metadata,
    Column("id", Id, primary_key=True),
    Column("feed", ForeignKey("feeds.id", ondelete="CASCADE"), nullable=False),
    Column("guid", Text, nullable=False),
    Column("url", Text),
    Column("title", Text),
    Column("text", Text),
    Column("published", Instant),
    Column("found_at", Instant, nullable=False),
    Column("seen_at", Instant),  # when the feed still listed it, to about a week
    Column("author", Text),
    Column("wanted", Boolean, nullable=False),
    Column("tries", Integer, nullable=False),
    Column("retry_at", Instant),
    Column("ready_at", Instant),
    Column("article", ForeignKey("articles.id", ondelete="SET NULL")),
    # what the feed itself says of it, for readers who want that and not the page
    Column("feed_article", BigInteger),
    UniqueConstraint("feed", "guid"),
    Index("ix_items_feed_ready_at", "feed", "ready_at"),
    Index("ix_items_article", "article"),
    Index(
        "ix_items_feed_article",
        "feed_article",
        sqlite_where=text("feed_article IS NOT NULL"),
        postgresql_where=text("feed_article IS NOT NULL"),
    ),
    Index("ix_items_found_at", "found_at"),
    Index(
        "ix_items_open",
        "id",
        sqlite_where=text("ready_at IS NULL AND wanted = 1"),
        postgresql_where=text("ready_at IS NULL AND wanted"),
    ),
)

# The few items that were there before a chat subscribed and count as new all the same.
first_items = Table(
    "first_items",
    metadata,
    Column("chat", ForeignKey("chats.id", ondelete="CASCADE"), primary_key=True),
    Column("item", ForeignKey("items.id", ondelete="CASCADE"), primary_key=True),
    Index("ix_first_items_item", "item"),
)

schedules = Table(
    "schedules",
    metadata,
    Column("id", Id, primary_key=True),
    Column("chat", ForeignKey("chats.id", ondelete="CASCADE"), nullable=False),
    Column("name", Text, nullable=False, server_default=""),
    Column("at", Text, nullable=False),
    Column("weekdays", Text, nullable=False, server_default="0 1 2 3 4 5 6"),
    Column("tags", Text, nullable=False, server_default="[]"),
    Column("most", Integer),
    Column("minutes", Integer),
    Column("sentences", Integer),
    Column("thread", BigInteger),
    Column("next_at", Instant, nullable=False),
    Column("next_slot", Text, nullable=False),
    Index("ix_schedules_next_at", "next_at"),
    Index("ix_schedules_chat", "chat"),
)

digests = Table(
    "digests",
    metadata,
    Column("id", Id, primary_key=True),
    Column("chat", ForeignKey("chats.id", ondelete="CASCADE"), nullable=False),
    Column("kind", Text, nullable=False),
    Column("key", Text, nullable=False),
    Column("schedule", Integer),
    Column("state", Text, nullable=False),
    Column("due_at", Instant, nullable=False),
    Column("lease", Instant),
    Column("tries", Integer, nullable=False, server_default="0"),
    Column("thread", BigInteger),
    Column("parts", Text, nullable=False),
    Column("sent_parts", Integer, nullable=False),
    Column("noticed", Boolean, nullable=False),
    UniqueConstraint("chat", "kind", "key"),
    Index("ix_digests_due_at", "due_at"),
    Index("ix_digests_open", "state", sqlite_where=OPEN_DIGEST, postgresql_where=OPEN_DIGEST),
)

digest_items = Table(
    "digest_items",
    metadata,
    Column("chat", ForeignKey("chats.id", ondelete="CASCADE"), primary_key=True),
    Column("digest", ForeignKey("digests.id", ondelete="CASCADE"), primary_key=True),
    Column("article", ForeignKey("articles.id", ondelete="CASCADE"), primary_key=True),
    Column(
        "shown", Boolean, nullable=False, server_default=true()
    ),  # false: a filter or an earlier telling kept it out
    Index("ix_digest_items_chat_article", "chat", "article"),
    Index("ix_digest_items_digest", "digest"),
    Index("ix_digest_items_article", "article"),
)

# What stands in a digest, by its number there, as `Story.dump` gives it.
stories = Table(
    "stories",
    metadata,
    Column("digest", ForeignKey("digests.id", ondelete="CASCADE"), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("body", Text, nullable=False),
)

# Words that a chat keeps, drops or has muted for a time; of one feed or of all.
filters = Table(
    "filters",
    metadata,
    Column("id", Id, primary_key=True),
    Column("chat", ForeignKey("chats.id", ondelete="CASCADE"), nullable=False),
    Column("feed", ForeignKey("feeds.id", ondelete="CASCADE")),
    Column("kind", Text, nullable=False),
    Column("words", Text, nullable=False),
    Column("until", Instant),
    Index("ix_filters_chat", "chat"),
)

# What somebody in a chat thought of a story; what is learnt of it is worked out anew each time.
votes = Table(
    "votes",
    metadata,
    Column("chat", ForeignKey("chats.id", ondelete="CASCADE"), primary_key=True),
    Column("person", BigInteger, primary_key=True, autoincrement=False),
    Column("article", ForeignKey("articles.id", ondelete="CASCADE"), primary_key=True),
    Column("value", Integer, nullable=False),
    Column("signs", Text, nullable=False),
    Column("at", Instant, nullable=False),
    Index("ix_votes_article", "article"),
)

saved = Table(
    "saved",
    metadata,
    Column("chat", ForeignKey("chats.id", ondelete="CASCADE"), primary_key=True),
    Column("article", ForeignKey("articles.id", ondelete="CASCADE"), primary_key=True),
    Column("at", Instant, nullable=False),
    Index("ix_saved_article", "article"),
)

# What a chat asked for by itself, links as well as texts and files: it goes with the chat, unless another has it too.
asked = Table(
    "asked",
    metadata,
    Column("chat", ForeignKey("chats.id", ondelete="CASCADE"), primary_key=True),
    Column("article", ForeignKey("articles.id", ondelete="CASCADE"), primary_key=True),
    Index("ix_asked_article", "article"),
)

# People whom an operator let in or shut out.
people = Table(
    "people",
    metadata,
    Column("id", BigInteger, primary_key=True, autoincrement=False),
    Column("status", Text, nullable=False),  # allowed, banned
    Column("at", Instant, nullable=False),
)

# Codes that let people in, so many times.
invites = Table(
    "invites",
    metadata,
    Column("code", Text, primary_key=True),
    Column("uses", Integer, nullable=False),
    Column("at", Instant, nullable=False),
)

# Who manages which chat from a private one; that they may is asked anew at each change.
managers = Table(
    "managers",
    metadata,
    Column("person", BigInteger, primary_key=True, autoincrement=False),
    Column("chat", ForeignKey("chats.id", ondelete="CASCADE"), primary_key=True),
    Index("ix_managers_chat", "chat"),
)

# Lists of feeds that are shared by a link.
shares = Table(
    "shares",
    metadata,
    Column("code", Text, primary_key=True),
    Column("chat", ForeignKey("chats.id", ondelete="CASCADE"), nullable=False, unique=True),
    Column("at", Instant, nullable=False),
)

# What was published, so that it is not published anew at each start.
facts = Table(
    "facts",
    metadata,
    Column("name", Text, primary_key=True),
    Column("value", Text, nullable=False),
)

# Updates that were received and not yet answered.
updates = Table(
    "updates",
    metadata,
    Column("id", BigInteger, primary_key=True, autoincrement=False),
    Column("body", Text, nullable=False),
    Column("tries", Integer, nullable=False),
    Column("state", Text, nullable=False),
    Column("received_at", Instant, nullable=False),
)

# When the process last did what it lives for: `poll` and `sweep`.
beats = Table(
    "beats",
    metadata,
    Column("name", Text, primary_key=True),
    Column("at", Instant, nullable=False),
)
