"""An article to bullets: which of its sentences may be one, and how many there is room for."""

import re

from summarizer.language.detect import detect
from summarizer.language.tokenize import Span, Tokenizer, paragraph_spans
from summarizer.language.words import count_words
from summarizer.limits import LIMITS
from summarizer.methods import method, rules
from summarizer.methods.pick import Candidate, Room, pick, thinned
from summarizer.types import Article, Bullet, Options, Outcome, Summary

SHORT_WORDS = 80  # twenty seconds of reading: a summary would save nothing
SHORT_SENTENCES = 4  # below it there is nothing to choose from
SHARE = 0.4  # of the article's words that a summary may have


def summarize(article: Article, options: Options | None = None) -> Summary:
    """The article's best sentences, word for word, in its order.

    At most `options.sentences`, `options.words` and two fifths of the article's words, but always one bullet. What
    has fewer than 80 words or 4 sentences is `short`: its paragraphs are the bullets, unless they are more than
    `options.words`. A partial article stays `partial`.

    Raises:
        UnknownMethod: `options.method` is the name of no method.
    """
    options = options or Options()
    chosen = method(options.method)
    language = options.language or article.language or detect(article.text)
    paragraphs = paragraph_spans(article)
    sentences = _sentences(article, paragraphs, language)
    before = sum(count_words(article.text[start:end]) for start, end in paragraphs)
    short = before < SHORT_WORDS or sum(map(len, sentences)) < SHORT_SENTENCES
    if short and (options.words is None or before <= options.words):
        spans = paragraphs
    else:
        candidates = _candidates(article, sentences, language)
        summarizer = chosen.make(language, article.title)
        able = thinned(list(candidates), chosen.most_sentences)
        best = pick(able, summarizer, article.title, language, _room(before, options))
        spans = [candidates[each] for each in best] or [_shortest(article, candidates, options.words)]
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
    return Room(bullets=max(1, min(options.sentences, LIMITS.bullets)), words=words)


def _candidates(article: Article, sentences: list[list[Span]], language: str | None) -> dict[Candidate, Span]:
    """The sentences that a reader would accept, each text once; all of them when there would be none."""
    found: dict[str, tuple[Candidate, Span]] = {}
    places = [(place, span) for place, spans in enumerate(sentences) for span in spans]
    for number, (place, span) in enumerate(places):
        text = article.text[slice(*span)]
        leans = number > 0 and rules.is_dangling(text, language)
        found.setdefault(text, (Candidate(text, number, place, leans), span))
    fit = [
        pair for text, pair in found.items() if rules.is_bullet(text, article.title, pair[0].number, language)
    ]
    return dict(fit or found.values())


def _shortest(article: Article, candidates: dict[Candidate, Span], words: int | None) -> Span:
    """The shortest sentence; its beginning, up to a clause, where it is longer than was asked for."""
    start, end = min(candidates.values(), key=lambda span: span[1] - span[0])
    ends = [start + found.end() for found in re.finditer(r"\S+", article.text[start:end])]
    if words is None or len(ends) <= words:
        return start, end
    end = ends[max(1, words) - 1]
    clause = max(article.text.rfind(mark, start, end) for mark in ",;:")
    return start, (clause if clause > start else end)
