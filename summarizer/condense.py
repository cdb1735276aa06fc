"""An article to bullets: which of its sentences may be one, and how many there is room for."""

from summarizer import rules
from summarizer.language.detect import detect
from summarizer.language.tokenize import Span, Tokenizer, paragraph_spans
from summarizer.language.words import count_words, stop_words
from summarizer.limits import LIMITS
from summarizer.methods import method
from summarizer.methods.pick import Candidate, Room, pick, thinned
from summarizer.rules.clauses import beginning
from summarizer.rules.pronouns import points_nowhere
from summarizer.rules.speech import in_speech
from summarizer.types import Article, Bullet, Options, Outcome, Summary

SHORT_WORDS = 80  # twenty seconds of reading: a summary would save nothing
SHORT_SENTENCES = 4  # below it there is nothing to choose from
SHARE = 0.4  # of the article's words that a summary may have


def summarize(article: Article, options: Options | None = None) -> Summary:
    """The article's best sentences, word for word, in its order.

    At most `options.sentences`, `options.words` and two fifths of the article's words, but always one bullet. What
    has fewer than 80 words, or 4 sentences and 160 words, is `short`: its paragraphs are the bullets, unless they are
    more than `options.words`. A partial article stays `partial`.

    Raises:
        UnknownMethod: `options.method` is the name of no method.
    """
    options = options or Options()
    chosen = method(options.method)
    language = options.language or article.language or detect(article.text)
    paragraphs = paragraph_spans(article)
    sentences = _sentences(article, paragraphs, language)
    before = sum(count_words(article.text[start:end]) for start, end in paragraphs)
    few = sum(map(len, sentences)) < SHORT_SENTENCES
    short = before < SHORT_WORDS or (few and before < 2 * SHORT_WORDS)
    if short and (options.words is None or before <= options.words):
        spans = paragraphs
    else:
        candidates = _candidates(article, sentences, language)
        room = _room(before, options)
        able = thinned(candidates, chosen.most_sentences)
        summarizer = chosen.make(language, article.title)
        spans = pick(able, summarizer, article.title, language, room) or [
            _shortest(candidates, room.words, language)
        ]
    bullets = tuple(Bullet(article.text[start:end], ((start, end),), article.key) for start, end in spans)
    return Summary(
        article=article,
        bullets=bullets,
        method=options.method,
        language=language,
        outcome=Outcome.SHORT if short and article.outcome is Outcome.OK else article.outcome,
        words_before=before,
        words_after=sum(count_words(bullet.text) for bullet in bullets),
    )


def _sentences(article: Article, paragraphs: list[Span], language: str | None) -> list[list[Span]]:
    """The sentences of each paragraph, in code points of the article's text."""
    tokenizer = Tokenizer(language)
    return [
        [(first + start, first + end) for start, end in tokenizer.spans(article.text[first:last])]
        for first, last in paragraphs
    ]


def _room(before: int, options: Options) -> Room:
    share = max(1, int(SHARE * before))
    words = share if options.words is None else min(share, options.words)
    return Room(max(1, min(options.sentences, LIMITS.bullets)), words, budget=options.words is not None)


def _candidates(article: Article, sentences: list[list[Span]], language: str | None) -> list[Candidate]:
    """The sentences that a reader would accept, trimmed, each text once; all of them when there would be none."""
    found: dict[str, Candidate] = {}
    fit: list[Candidate] = []
    number = -1
    for place, spans in enumerate(sentences):
        texts = [article.text[start:end] for start, end in spans]
        for (start, _), text, spoken in zip(spans, texts, in_speech(texts), strict=True):
            number += 1
            first, last = rules.trim(text, language)
            run = text[first:last]
            if run in found:
                continue
            leans = spoken or (rules.is_dangling if number else points_nowhere)(run, language)
            found[run] = Candidate(run, start + first, number, place, leans)
            if rules.is_bullet(run, article.title, number, language):
                fit.append(found[run])
    return fit or list(found.values())


def _shortest(candidates: list[Candidate], words: int, language: str | None) -> Span:
    """The shortest sentence; its beginning, where that too is longer than there is room for."""
    best = min(candidates, key=lambda each: len(each.text))
    return best.start, best.start + beginning(best.text, words, stop_words(language))
