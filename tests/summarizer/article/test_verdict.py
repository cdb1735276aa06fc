"""Pages that are no article, or not all of one, as sites send them."""

import pytest

from summarizer.article.html import read_html
from summarizer.errors import NotReadable
from summarizer.types import Outcome

FACT = "The ferry to Orlova sails again from Monday, as divers have cleared the last of the chains from the bay. "
STORY = "".join(f"<p>{FACT}Day {day} of the works cost {day * 7} thousand.</p>" for day in range(1, 12))
ADDRESS = "https://courier.example/2026/03/ferry-sails-again"
MENU = "".join(f'<a href="/{name}">{name}</a> ' for name in ("news", "sport", "weather", "letters") * 4)


def page(body: str, title: str = "The ferry sails again", menu: str = MENU) -> bytes:
    return f"<html><head><title>{title}</title></head><body>{menu}{body}</body></html>".encode()


def described(text: str) -> str:
    return f'<meta property="og:description" content="{text}">'


REFUSED = {
    "a challenge": (
        page("<h1>Checking your browser</h1><p>This takes a few seconds. Ray ID 77.</p>", "Just a moment..."),
        "challenge",
        Outcome.BLOCKED,
    ),
    "a challenge without a title": (
        page("<p>Please complete the security check to access courier.example from this network.</p>", ""),
        "challenge",
        Outcome.BLOCKED,
    ),
    "a page that is gone": (
        page(
            f"<h1>Page not found</h1><p>Perhaps one of these helps.</p>{MENU * 3}", "Page not found | Courier"
        ),
        "gone",
        Outcome.UNREACHABLE,
    ),
    "a page that is gone, in German": (
        page(
            "<h1>Seite nicht gefunden</h1><p>Diese Adresse gibt es beim Boten leider nicht mehr.</p>", "Bote"
        ),
        "gone",
        Outcome.UNREACHABLE,
    ),
    "a consent wall": (
        page(
            "<div><h2>We value your privacy</h2><p>We and our 842 partners store and/or access information on a "
            "device, such as cookies, and process personal data for personalised ads and content.</p><p>You may "
            "accept all or manage preferences. Some vendors rely on legitimate interest.</p></div>"
        ),
        "consent",
        Outcome.NOT_ARTICLE,
    ),
    "a consent wall in French": (
        page(
            "<p>Avec votre accord, nos partenaires et nous utilisons des cookies pour stocker et consulter vos "
            "données personnelles comme votre visite sur ce site.</p><p>Vous pouvez tout accepter ou tout refuser, "
            "ou retirer votre consentement dans notre politique de confidentialité.</p>"
        ),
        "consent",
        Outcome.NOT_ARTICLE,
    ),
    "an app": (
        page('<div id="__next"></div><script src="/app.js"></script>'),
        "javascript",
        Outcome.NOT_ARTICLE,
    ),
    "an app that asks for a script": (
        page("<p>JavaScript is not available. Please enable JavaScript in this browser to continue.</p>"),
        "javascript",
        Outcome.NOT_ARTICLE,
    ),
}


@pytest.mark.parametrize("kind", REFUSED)
def test_what_is_no_article_is_named(kind: str) -> None:
    data, reason, outcome = REFUSED[kind]
    with pytest.raises(NotReadable) as caught:
        read_html(data, ADDRESS)
    assert (caught.value.reason, caught.value.outcome) == (reason, outcome)


@pytest.mark.parametrize(
    ("address", "reason"),
    [("https://www.youtube.com/watch?v=77", "video"), ("https://x.com/quill/status/77", "social")],
)
def test_videos_and_posts_are_named_by_their_site(address: str, reason: str) -> None:
    with pytest.raises(NotReadable) as caught:
        read_html(page("<p>Log in</p>"), address)
    assert caught.value.reason == reason


@pytest.mark.parametrize("kind", ["an app", "a consent wall"])
def test_a_page_that_describes_itself_gives_that_much(kind: str) -> None:
    data = REFUSED[kind][0].replace(b"</title>", b"</title>" + described(FACT).encode())
    article = read_html(data, ADDRESS)
    assert (article.text, article.outcome) == (FACT.strip(), Outcome.PARTIAL)


def test_a_page_that_is_gone_is_not_described() -> None:
    data = REFUSED["a page that is gone"][0].replace(b"</title>", b"</title>" + described(FACT).encode())
    with pytest.raises(NotReadable):
        read_html(data, ADDRESS)


@pytest.mark.parametrize(
    "wall",
    [
        "Subscribe to continue reading this story.",
        "Already a subscriber? Log in.",
        "Jetzt weiterlesen mit dem Boten.",
        "Réservé aux abonnés.",
        "Чтобы читать дальше, оформите подписку.",
    ],
)
def test_what_stands_before_a_wall_is_partial(wall: str) -> None:
    article = read_html(page(f"<article><h1>The ferry</h1><p>{FACT}</p><p>{wall}</p></article>"), ADDRESS)
    assert article.outcome is Outcome.PARTIAL
    assert FACT.strip() in article.text


def test_a_home_page_keeps_its_text_and_is_called_a_list() -> None:
    teasers = "".join(
        f'<div><h3><a href="/{n}">Day {n}: council of Orlova meets about the ferry</a></h3>'
        f"<p>The {n}th meeting in a row ended without a vote on the pier.</p></div>"
        for n in range(40)
    )
    article = read_html(page(f"<main>{teasers}</main>", "Orlova Courier"), "https://courier.example/")
    assert article.outcome is Outcome.NOT_ARTICLE
    assert "without a vote" in article.text


@pytest.mark.parametrize(
    "data",
    [
        page(f"<article>{STORY}</article>"),
        page(f"<article>{STORY}</article>", "404 nights at sea: the ferry that was not found"),
        page(f"<article>{STORY}</article>", "Just a moment in history"),
        page(f"<article>{STORY}<p>Our partners use cookies. Subscribe to continue reading.</p></article>"),
        page(f"<article><p>{FACT}</p><p>The site now asks for consent to cookies.</p></article>", menu=""),
        page(f'<article><p>{FACT * 2}</p></article><div id="app"></div>', menu=""),
    ],
)
def test_an_article_is_no_trouble(data: bytes) -> None:
    assert read_html(data, ADDRESS).outcome is Outcome.OK


def test_an_article_on_a_social_site_is_one() -> None:
    assert read_html(page(f"<article>{STORY}</article>"), "https://www.linkedin.com/pulse/ferry").text
