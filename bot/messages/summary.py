"""A summary as a message."""

from bot.messages.facts import count, day, duration, host
from bot.messages.rich import Button, Message, Rich, Rows, bold, clean, italic, join, link, quote
from bot.messages.split import MAX_UNITS
from summarizer.types import Bullet, Outcome, Summary

# Bullets stand plain up to here; the rest folds away.
PLAIN_BULLETS = 3
# What "Shorter" and "Longer" step through.
LENGTHS = (3, 5, 8, 12)


def summary(made: Summary, article: int, sentences: int) -> Message:
    """The answer to a link, a text or a file.

    Args:
        made: the summary.
        article: the number under which the article is kept, for the keys.
        sentences: how many bullets were asked for.
    """
    head = join("\n", [_title(made), _facts(made)])
    if made.outcome is Outcome.SHORT:
        short = f"This is already short ({count(made.words_before, 'word', 'words')})."
        text = join("\n\n", [bullet.text for bullet in made.bullets] or [made.article.text])
        return Message(join("\n\n", [head, italic(short), text]))
    note = _note(made)
    bullets = made.bullets
    while len(body := join("\n\n", [head, note, _bullets(bullets)])) > MAX_UNITS and len(bullets) > 1:
        bullets = bullets[:-1]
    follow = Button("Follow", f"follow:{article}") if _is_list(made) else None
    return Message(
        body, (*length_keys(article, sentences, len(made.bullets)), *(((follow,),) if follow else ()))
    )


def _is_list(made: Summary) -> bool:
    return made.outcome is Outcome.NOT_ARTICLE and made.article.url is not None


def _title(made: Summary) -> Rich:
    title = clean(made.article.title or "")
    return bold(link(title, made.article.url)) if title else Rich()


def _facts(made: Summary) -> str:
    article = made.article
    facts = [clean(article.site or host(article.url)), day(article.published) if article.published else ""]
    if made.outcome is not Outcome.SHORT:
        facts.append(f"{duration(made.words_before)} → {duration(made.words_after)}")
    return " · ".join(filter(None, facts))


def _note(made: Summary) -> Rich:
    """What a person should know before the bullets."""
    if made.outcome is Outcome.PARTIAL:
        return italic(f"Only the first {count(made.words_before, 'word', 'words')} were readable.")
    if made.outcome is Outcome.NOT_ARTICLE:
        return italic("This looks like a list of articles. Follow it, or send one of its links.")
    return Rich()


def _bullets(bullets: tuple[Bullet, ...]) -> Rich:
    plain = join("\n\n", [_line(bullet) for bullet in bullets[:PLAIN_BULLETS]])
    return join("\n\n", [plain, quote(join("\n\n", [_line(bullet) for bullet in bullets[PLAIN_BULLETS:]]))])


def _line(bullet: Bullet) -> str:
    return f"• {' '.join(bullet.text.split())}"


def length_keys(article: int, sentences: int, got: int) -> Rows:
    """Shorter and Longer, where there is a shorter or a longer one."""
    shorter = [length for length in LENGTHS if length < min(sentences, got)]
    longer = [length for length in LENGTHS if length > sentences]
    keys = []
    if shorter:
        keys.append(Button("Shorter", f"sum:{article}:{shorter[-1]}"))
    if longer and got >= sentences:
        keys.append(Button("Longer", f"sum:{article}:{longer[0]}"))
    return (tuple(keys),) if keys else ()
