"""A summary as a message."""

import re
import unicodedata

from bot.locale import Translator
from bot.messages.facts import day, duration, host, short
from bot.messages.rich import Button, Message, Rich, Rows, bold, clean, italic, join, link, quote
from bot.messages.split import MAX_UNITS
from summarizer.article.verdict import OPENING_WORDS
from summarizer.types import Bullet, Outcome, Summary

# Bullets stand plain up to here; the rest folds away.
PLAIN_BULLETS = 3
# What "Shorter" and "Longer" step through.
LENGTHS = (3, 5, 8, 12)
_SITE = 24  # units of a site on a key: a narrow screen shows hardly more
# What Telegram lets a key open; another address would have the whole message refused.
_OPENS = re.compile(
    r"https?://[^\s/@:?#]+\.[^\s/@:?#]{2,}(?::\d+)?(?:[/?#]\S*)?|https?://[\d.]+(?::\d+)?/\S*"
)
_MOST_OPENS = 1024
# Where a text from right to left would turn the line that it begins (Unicode TR9, isolates).
_ISOLATE, _END = "\u2068", "\u2069"


def summary(
    tr: Translator, made: Summary, article: int, sentences: int, *, saved: bool = False, follow: bool = True
) -> Message:
    """The answer to a link, a text or a file.

    Args:
        tr: the language of the chat that gets it.
        made: the summary.
        article: the number under which the article is kept, for the keys.
        sentences: how many bullets were asked for.
        saved: whether the chat has saved it.
        follow: whether to offer to follow its site.
    """
    head = heading(tr, made)
    keys = _keys(tr, made, article, sentences, saved=saved, follow=follow)
    if made.outcome is Outcome.SHORT:
        short = tr.many(
            "This is already short ({number} word).",
            "This is already short ({number} words).",
            made.words_before,
        )
        paragraphs = [bullet.text for bullet in made.bullets] or made.article.text.splitlines()
        return Message(join("\n\n", [head, italic(short), *map(clean, paragraphs)]), keys)
    note = _note(tr, made)
    bullets = made.bullets
    while len(body := join("\n\n", [head, note, _bullets(bullets)])) > MAX_UNITS and len(bullets) > 1:
        bullets = bullets[:-1]
    return Message(body, keys)


def heading(tr: Translator, made: Summary) -> Rich:
    """What was condensed: its title, and the facts beside it."""
    return join("\n", [_title(made), _facts(tr, made)])


def _title(made: Summary) -> Rich:
    title = clean(made.article.title or "")
    return bold(link(title, made.article.url)) if title else Rich()


def _facts(tr: Translator, made: Summary) -> str:
    article = made.article
    site = _aside(tr, clean(article.site or "") or clean(host(article.url)))
    facts = [site, day(tr, article.published) if article.published else ""]
    if made.outcome is not Outcome.SHORT:
        before, after = duration(tr, made.words_before), duration(tr, made.words_after)
        facts.append(tr("{before} → {after}", before=before, after=after))
    return " · ".join(filter(None, facts))


def _aside(tr: Translator, text: str) -> str:
    """A foreign text that begins a line without giving it its own direction."""
    turns = any(unicodedata.bidirectional(char) in {"R", "AL"} for char in text)
    return f"{_ISOLATE}{text}{_END}" if turns and not tr.is_rtl else tr.isolated(text)


def _note(tr: Translator, made: Summary) -> Rich:
    """What a person should know before the bullets."""
    if _is_walled(made):
        return italic(tr("Only the opening of this article is free to read. Here is what it says."))
    if made.outcome is Outcome.PARTIAL:
        text = tr.many(
            "Only the first {number} word was readable.",
            "Only the first {number} words were readable.",
            made.words_before,
        )
        return italic(text)
    if made.outcome is Outcome.NOT_ARTICLE:
        return italic(tr("This looks like a list of articles. Follow it, or send one of its links."))
    return Rich()


def _is_walled(made: Summary) -> bool:
    """Whether a page shows only what stands before its wall; a file, or what a feed says, has none."""
    page = made.article.url and made.article.site
    return made.outcome is Outcome.PARTIAL and bool(page) and made.words_before < OPENING_WORDS


def _bullets(bullets: tuple[Bullet, ...]) -> Rich:
    plain = join("\n\n", [_line(bullet) for bullet in bullets[:PLAIN_BULLETS]])
    return join("\n\n", [plain, quote(join("\n\n", [_line(bullet) for bullet in bullets[PLAIN_BULLETS:]]))])


def _line(bullet: Bullet) -> str:
    return f"• {clean(bullet.text)}"


def _keys(tr: Translator, made: Summary, article: int, sentences: int, *, saved: bool, follow: bool) -> Rows:
    """All keys, two to a row."""
    at, url = f"{article}:{sentences}", made.article.url or ""
    keys = []
    if made.outcome is not Outcome.SHORT:
        keys += _length_keys(tr, article, sentences, len(made.bullets))
        keys.append(Button(tr("In context"), f"ctx:{at}"))
    keys.append(Button(tr("Saved") if saved else tr("Save"), f"keep:{at}"))
    if url and follow:
        keys.append(Button(_follow(tr, made), f"follow:{article}"))
    if len(url) <= _MOST_OPENS and _OPENS.fullmatch(url):
        keys.append(Button(tr("Open"), url=url))
    return tuple(tuple(keys[start : start + 2]) for start in range(0, len(keys), 2))


def _follow(tr: Translator, made: Summary) -> str:
    if made.outcome is Outcome.NOT_ARTICLE:
        return tr("Follow")  # the line above says what
    return tr("Follow {site}", site=short("", _SITE, made.article.url))


def _length_keys(tr: Translator, article: int, sentences: int, got: int) -> list[Button]:
    """Shorter and Longer, where there is a shorter or a longer one."""
    shorter = [length for length in LENGTHS if length < min(sentences, got)]
    longer = [length for length in LENGTHS if length > sentences]
    keys = []
    if shorter:
        keys.append(Button(tr("Shorter"), f"sum:{article}:{shorter[-1]}"))
    if longer and got >= sentences:
        keys.append(Button(tr("Longer"), f"sum:{article}:{longer[0]}"))
    return keys
