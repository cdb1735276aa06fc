"""Errors for people: what happened, then what to do."""

from bot.access import Limit
from bot.errors import PersonError
from bot.locale import Translator, mark
from bot.messages.facts import short
from bot.messages.rich import Message, Rich, cut, fill, link
from summarizer.errors import SummarizerError

_SAID = 60  # units of what somebody typed, or of a site

# By the key of a PersonError.
_SENTENCES = {
    "no_feed": mark("There is no feed on {host}. Feeds of such sites often end in /feed or /rss."),
    "no_source": mark(
        "There is nothing to condense in that. Send a link, a text of a few sentences, or a file."
    ),
    "not_admin": mark("Only admins of this group change its settings."),
    "not_admin_channel": mark("Only admins of this channel change its settings."),
    "not_manager": mark("Only admins of that chat change its settings, and you are none of them."),
    "bot_not_admin": mark("I am no admin of that chat. Make me one, then try again."),
    "no_chat": mark("I know no chat {text}. Add me to it first."),
    "no_address": mark("That is not a web address. It looks like https://example.com/feed"),
    "not_following": mark("None of your feeds matches “{text}”. /list shows them with their numbers."),
    "no_feeds": mark("You follow no feeds yet. Add one with /sub example.com"),
    "no_time": mark("“{text}” is not a time of day. Send it like /schedule 08:00, or /schedule off."),
    "no_schedule": mark("You have no digest called “{text}”. /schedule shows all."),
    "too_many_schedules": mark(
        "That would be more than {most} digests. Turn one off with its name, like /schedule morning off."
    ),
    "no_hours": mark("“{text}” is not a span of hours. Send it like /quiet 23:00-07:00, or /quiet off."),
    "no_span": mark("“{text}” is not a span of time. Send it like /catchup 3d or /catchup 12h."),
    "no_delivery": mark("Send the feed and how it comes, like /set 2 instant, /set 2 digest or /set 2 off."),
    "several_feeds": mark("Several of your feeds match “{text}”. /list shows them with their numbers."),
    "no_filter": mark(
        "There is no word in that. Send words like /filter election, !football — at most {most}, or /filter off."
    ),
    "not_muted": mark("Nothing muted matches “{text}”. /mute lists your mutes."),
    "no_why": mark("Reply with /why to a digest, or press Why under a story of it."),
    "no_archive": mark("There is no digest yet to put on a page."),
    "no_zone": mark(
        "I know no time zone “{text}”. Send a city like /timezone Kyiv, or a name like /timezone Europe/Kyiv."
    ),
    "too_large": mark("That file is larger than {megabytes} MB. Send a smaller one, or paste its text."),
    "no_list": mark(
        "Send the OPML file that your reader exports with /import as its caption, or reply /import to it."
    ),
    "large_export": mark("That file is larger than {megabytes} MB, which no export is."),
    "not_export": mark("That is no list of feeds and no file of /export json."),
    "other_export": mark("That file is of version {version}; I read version {known}. Update this bot first."),
    "bad_export": mark("That file is not right at {place}. Export it again, or mend it there."),
    "not_kept": mark("That article is no longer kept. Send its link again."),
    "chat_banned": mark("The owner of this bot shut that chat out."),
    "too_many_feeds": mark(
        "You follow {most} feeds, which is as many as one chat may. Leave one with /unsub."
    ),
    "no_id": mark("“{text}” is not one of Telegram's numbers. Send one like 123456789."),
    "no_person": mark("I know nobody and no chat with the number {text}."),
    "is_operator": mark("{text} is an operator. NUTGRAF_ADMINS says who is."),
    "no_uses": mark("“{text}” is not a number from 1 to {most}. Send it like /invite 5."),
    "empty_feed": mark("The feed {feed} lists nothing yet."),
    "no_broadcast": mark("There is nothing to send in that. Write it behind the command."),
    "no_bullets": mark("“{text}” is not a number from 1 to {most}. Send it like /tldr -n 7 and the link."),
    "no_feed_there": mark(
        "None of your feeds stands in that message. Reply to a feed's news, or send /unsub and its number."
    ),
    "too_many_addresses": mark("Send at most {most} addresses at once, or all of them as an OPML file."),
    "no_length": mark("“{text}” is not a length. Send short, medium, long or a number from 1 to {most}."),
    "no_interval": mark("“{text}” is not a number of minutes from {least} to {most}, nor off."),
    "only_groups": mark("That is for groups; here there is nobody to decide it for."),
    "only_private": mark("Ask me that in our private chat."),
    "no_access": mark("Send /access admins or /access everyone."),
    "no_autosummary": mark("Send /autosummary off, /autosummary button or /autosummary on."),
    "no_topic": mark("Send /topic here in the topic where stories shall come, or /topic off."),
    "no_language": mark("I speak no “{text}”. /lang shows what I speak."),
    "no_share": mark("That list of feeds is no longer shared. Ask who gave you the link for another."),
}

# By the reason of a SummarizerError; the reasons stand in `summarizer.errors`.
_READING = {
    "bad_url": mark("That is not a web address that I can open. It looks like https://example.com/story"),
    "private_address": mark("I only open public web addresses."),
    "too_large": mark("That is larger than I read. Send a smaller page or file."),
    "refused": mark("{site} does not let bots read this page. Paste the text and I will shorten it."),
    "no_such_host": mark("There is no site {site}. Check the address."),
    "no_connection": mark("{site} did not answer. Try again later."),
    "tls": mark("{site} has no valid certificate, so I did not open it."),
    "timeout": mark("{site} did not answer in time. Try again later."),
    "gone": mark("There is no page at that address on {site}. Check the link."),
    "busy": mark("{site} is busy. Try again later."),
    "redirects": mark("{site} sends me in circles. Paste the text and I will shorten it."),
    "bad_response": mark("{site} answered with something that I can't read. Try again later."),
    "challenge": mark("{site} does not let bots read this page. Paste the text and I will shorten it."),
    "consent": mark("{site} shows me only its question about cookies. Paste the text and I will shorten it."),
    "javascript": mark("{site} shows its text only in a browser. Paste the text and I will shorten it."),
    "video": mark("That is a video or a recording, so there is no text to read."),
    "social": mark("{site} shows its posts only to its members. Paste the text and I will shorten it."),
    "no_text": mark("There is no text to read in that."),
    "unsupported": mark("I can read PDF, Word, EPUB, RTF, HTML, Markdown, e-mail and text files."),
    "scanned": mark("The PDF holds pictures of pages, so there is no text to read."),
    "encrypted": mark("That file is locked with a password. Send an unlocked copy, or paste its text."),
    "damaged": mark("That file is damaged. Send another copy, or paste its text."),
    "feed": mark("That is a feed, not an article. /sub with its address follows it."),
    "not_a_feed": mark("There is no feed at that address."),
    "not_opml": mark("That is no list of feeds. Send an OPML file as another reader exports it."),
    "too_heavy": mark("That page is too heavy to read. Paste its text and I will shorten it."),
}

# The same of a page, where it reads otherwise.
_OF_PAGE = {"no_text": mark("There is no text to read on this page.")}


def words(tr: Translator, error: PersonError | SummarizerError) -> Message:
    """The sentence for an error that a person can do something about."""
    if isinstance(error, PersonError):
        said = {
            name: short(value, _SAID) if isinstance(value, str) else value
            for name, value in error.arguments.items()
        }
        return Message(Rich(tr(_SENTENCES[error.key], **said)))
    return Message(Rich(tr(_READING[error.reason], site=_site(tr, error))))


def of_page(tr: Translator, error: SummarizerError, url: str) -> Rich:
    """Why there is nothing to read at an address; the site's name leads there."""
    site = link(_site(tr, error), url)
    return fill(tr, _OF_PAGE.get(error.reason) or _READING[error.reason], site=site)


def _site(tr: Translator, error: SummarizerError) -> str:
    return cut(error.host.removeprefix("www."), _SAID) or tr("The site")


def not_let_in(tr: Translator) -> Message:
    """Somebody whom nobody let in."""
    return Message(Rich(tr("This bot is private. Ask its owner for an invitation.")))


def no_such_invitation(tr: Translator) -> Message:
    """A code that was used up or withdrawn, or that never was."""
    return Message(Rich(tr("This invitation no longer works. Ask the bot's owner for another.")))


def over_quota(tr: Translator, limit: Limit) -> Message:
    """Somebody, a chat or everybody together asked for too much."""
    if limit.whose == "all":
        text = tr.many(
            "I have too much to do. Try again in {number} second.",
            "I have too much to do. Try again in {number} seconds.",
            limit.seconds,
        )
    else:
        text = tr.many(
            "That was {most} in a minute. Try again in {number} second.",
            "That was {most} in a minute. Try again in {number} seconds.",
            limit.seconds,
            most=limit.most,
        )
    return Message(Rich(text))


def our_fault(tr: Translator, code: str) -> Message:
    """A bug: the code stands in the log beside it."""
    return Message(Rich(tr("Something went wrong on my side (code {code}). It has been noted.", code=code)))
