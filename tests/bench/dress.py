"""What stands around an article on its page: menus, boxes, comments; in the words that pages use."""

from collections.abc import Mapping

WORDS: dict[str, dict[str, str]] = {
    "en": {
        "menu": "Home|World|Business|Science|Culture|Sport|Weather|Sign in|Subscribe",
        "cookies": "We and our 214 partners store cookies on your device to show you advertising that fits your "
        "interests. You can change your choice at any time.|Accept all|Manage choices",
        "byline": "By Harriet Moss|Published Tuesday 3 March 2026, 10:42|4 min read",
        "caption": "A view of the place in spring, taken from the old water tower. Photograph: Iris Vandal/The Courier",
        "newsletter": "Get the Courier in your inbox|Our editors pick the five stories of the day and send them at "
        "seven every morning. No spam, and you can leave with one click.|Your e-mail address|Sign up",
        "related": "More on this subject|Ten photographs that changed how we see the coast|Why the price of bread will "
        "not come down this year|Opinion: what the council should have asked|The quiet return of the night bus",
        "share": "Share on Facebook|Share by e-mail|Copy link|Print",
        "comments": "3 comments|Oldbeard wrote at 11:02: I have lived here for forty years and nobody ever asked us "
        "about any of it.|Kess_77 wrote at 11:15: That is not what the report says, have you read it at all?|Oldbeard "
        "wrote at 11:31: I have, and page nine is the one you should look at again.",
        "popular": "Most read|The baker who went to sea|Storm warning lifted for the whole coast|How we tested twelve "
        "raincoats|A letter from the editor",
        "footer": "About us|Contact|Privacy|Terms of use|© 2026 The Courier. All rights reserved. No part of this page "
        "may be reproduced without written permission.",
    },
    "de": {
        "menu": "Startseite|Politik|Wirtschaft|Wissen|Kultur|Sport|Wetter|Anmelden|Abo",
        "cookies": "Wir und unsere 214 Partner speichern Cookies auf Ihrem Gerät, um Ihnen passende Werbung zu zeigen. "
        "Sie können Ihre Wahl jederzeit ändern.|Alle annehmen|Auswahl verwalten",
        "byline": "Von Hanna Moos|Veröffentlicht am 3. März 2026, 10:42 Uhr|Lesezeit 4 Minuten",
        "caption": "Blick auf den Ort im Frühling, vom alten Wasserturm aus. Foto: Iris Vandal/Der Bote",
        "newsletter": "Der Bote in Ihrem Postfach|Unsere Redaktion wählt die fünf Themen des Tages und schickt sie jeden "
        "Morgen um sieben. Abmelden mit einem Klick.|Ihre E-Mail-Adresse|Anmelden",
        "related": "Mehr zum Thema|Zehn Fotos, die unseren Blick auf die Küste verändert haben|Warum Brot in diesem Jahr "
        "nicht billiger wird|Kommentar: Was der Rat hätte fragen müssen|Die stille Rückkehr des Nachtbusses",
        "share": "Auf Facebook teilen|Per E-Mail senden|Link kopieren|Drucken",
        "comments": "3 Kommentare|Graubart schrieb um 11:02: Ich lebe seit vierzig Jahren hier, und niemand hat uns je "
        "gefragt.|Kess_77 schrieb um 11:15: Das steht so nicht im Bericht, haben Sie ihn gelesen?|Graubart schrieb um "
        "11:31: Habe ich, und Seite neun sollten Sie sich noch einmal ansehen.",
        "popular": "Meistgelesen|Der Bäcker, der zur See fuhr|Sturmwarnung für die ganze Küste aufgehoben|Zwölf "
        "Regenjacken im Vergleich|Ein Brief aus der Redaktion",
        "footer": "Über uns|Kontakt|Datenschutz|AGB|© 2026 Der Bote. Alle Rechte vorbehalten. Nachdruck nur mit "
        "schriftlicher Genehmigung.",
    },
}
# How a page writes each of them: around all, the first piece, any other.
_PLAIN = ("<div>{}</div>", "<p>{}</p>", "<p>{}</p>")
_LINKED = '<li><a href="/more">{}</a></li>'
_SHAPES: Mapping[str, tuple[str, str, str]] = {
    "menu": ('<nav class="menu"><ul>{}</ul></nav>', _LINKED, _LINKED),
    "cookies": ('<div id="cookie-banner" role="dialog">{}</div>', "<p>{}</p>", "<button>{}</button>"),
    "byline": ('<div class="meta">{}</div>', '<span class="author">{}</span> ', "<span>{}</span> "),
    "caption": ('<figure><img src="/view.jpg" alt="">{}</figure>', "<figcaption>{}</figcaption>", ""),
    "newsletter": ('<div class="newsletter-box"><form>{}</form></div>', "<h3>{}</h3>", "<p>{}</p>"),
    "related": ('<aside class="related">{}</aside>', "<h3>{}</h3>", '<p><a href="/more">{}</a></p>'),
    "share": ('<div class="share"><ul>{}</ul></div>', _LINKED, _LINKED),
    "comments": (
        '<section id="comments">{}</section>',
        "<h2>{}</h2>",
        '<div class="comment"><p>{}</p></div>',
    ),
    "popular": ('<div class="sidebar">{}</div>', "<h4>{}</h4>", '<a href="/more">{}</a><br>'),
    "footer": ("<footer>{}</footer>", '<a href="/about">{}</a> ', "<span>{}</span> "),
}


def part(name: str, language: str, *, bare: bool = False) -> str:
    """A piece of clutter; a bare one is made of plain boxes, without a name that gives it away."""
    around, first, other = _PLAIN if bare else _SHAPES[name]
    head, *tail = WORDS[language][name].split("|")
    return around.format(first.format(head) + "".join(other.format(each) for each in tail))
