"""Errors for people: what happened, then what to do."""

from bot.errors import PersonError
from bot.messages.rich import Message, Rich
from summarizer.errors import SummarizerError

# By the key of a PersonError.
_SENTENCES = {
    "no_feed": "There is no feed on {host}. Feeds of such sites often end in /feed or /rss.",
    "no_source": "There is nothing to condense in that. Send a link, a text of a few sentences, or a file.",
    "not_admin": "Only admins of this group change its settings.",
    "no_address": "That is not a web address. It looks like https://example.com/feed",
    "not_following": "None of your feeds matches “{text}”. /list shows them with their numbers.",
    "no_feeds": "You follow no feeds yet. Add one with /sub example.com",
    "no_time": "“{text}” is not a time of day. Send it like /schedule 08:00, or /schedule off.",
    "no_schedule": "You have no digest called “{text}”. /schedule shows all.",
    "too_many_schedules": "That would be more than {most} digests. Turn one off with its name, like /schedule morning off.",
    "no_hours": "“{text}” is not a span of hours. Send it like /quiet 23:00-07:00, or /quiet off.",
    "no_span": "“{text}” is not a span of time. Send it like /catchup 3d or /catchup 12h.",
    "no_delivery": "Send the feed and how it comes, like /set 2 instant, /set 2 digest or /set 2 off.",
    "several_feeds": "Several of your feeds match “{text}”. /list shows them with their numbers.",
    "no_filter": "There is no word in that. Send words like /filter election, !football — at most {most}, or /filter off.",
    "not_muted": "Nothing muted matches “{text}”. /mute lists your mutes.",
    "no_why": "Reply with /why to a digest, or press Why under a story of it.",
    "no_archive": "There is no digest yet to put on a page.",
    "no_zone": "I know no time zone “{text}”. Send a city like /timezone Kyiv, or a name like /timezone Europe/Kyiv.",
    "too_large": "That file is larger than {megabytes} MB. Send a smaller one, or paste its text.",
    "no_list": "Send the OPML file that your reader exports with /import as its caption, or reply /import to it.",
    "not_kept": "That article is no longer kept. Send its link again.",
}

# By the reason of a SummarizerError; the reasons stand in `summarizer.errors`.
_READING = {
    "bad_url": "That is not a web address that I can open. It looks like https://example.com/story",
    "private_address": "I only open public web addresses.",
    "too_large": "That is larger than I read. Send a smaller page or file.",
    "refused": "{site} does not let bots read this page. Paste the text and I will shorten it.",
    "no_such_host": "There is no site {site}. Check the address.",
    "no_connection": "{site} did not answer. Try again later.",
    "tls": "{site} has no valid certificate, so I did not open it.",
    "timeout": "{site} did not answer in time. Try again later.",
    "gone": "There is no page at that address on {site}. Check the link.",
    "busy": "{site} is busy. Try again later.",
    "redirects": "{site} sends me in circles. Paste the text and I will shorten it.",
    "bad_response": "{site} answered with something that I can't read. Try again later.",
    "challenge": "{site} does not let bots read this page. Paste the text and I will shorten it.",
    "consent": "{site} shows me only its question about cookies. Paste the text and I will shorten it.",
    "javascript": "{site} shows its text only in a browser. Paste the text and I will shorten it.",
    "video": "That is a video or a recording, so there is no text to read.",
    "social": "{site} shows its posts only to its members. Paste the text and I will shorten it.",
    "no_text": "There is no text to read in that.",
    "unsupported": "I can read PDF, Word, EPUB, RTF, HTML, Markdown, e-mail and text files.",
    "scanned": "The PDF holds pictures of pages, so there is no text to read.",
    "encrypted": "That file is locked with a password. Send an unlocked copy, or paste its text.",
    "damaged": "That file is damaged. Send another copy, or paste its text.",
    "feed": "That is a feed, not an article. /sub with its address follows it.",
    "not_a_feed": "There is no feed at that address.",
    "not_opml": "That is no list of feeds. Send an OPML file as another reader exports it.",
    "too_heavy": "That page is too heavy to read. Paste its text and I will shorten it.",
}


def words(error: PersonError | SummarizerError) -> Message:
    """The sentence for an error that a person can do something about."""
    if isinstance(error, PersonError):
        return Message(Rich(_SENTENCES[error.key].format_map(error.arguments)))
    site = error.host.removeprefix("www.") or "The site"
    return Message(Rich(_READING[error.reason].format_map({"site": site})))


def our_fault(code: str) -> Message:
    """A bug: the code stands in the log beside it."""
    return Message(Rich(f"Something went wrong on my side (code {code}). It has been noted."))
