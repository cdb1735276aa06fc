"""The judge of the bullets, judged."""

import pytest

from tests.quality.checker import findings, is_span

TITLE = "Bridge over the Laar closes on Friday"
BAD = {
    "caption": ["Photo: Ben Osei", "The bridge at dawn, Getty Images.", "Foto: Ben Osei/Kurier"],
    "byline": ["By Ada Quill", "Von Anna Lindt"],
    "dateline": ["SUND (Reuters) - The bridge is closed to lorries.", "Sund (CNN)The bridge is closed."],
    "cookie": [
        "We use cookies to make this site better.",
        "Wir verwenden Cookies, um diese Seite zu verbessern.",
    ],
    "newsletter": ["Sign up for our newsletter here.", "Subscribe to our channel for daily news."],
    "read_also": [
        "Read also: Ten bridges.",
        "Lire aussi : dix ponts à voir.",
        "Читайте також: Десять мостів.",
        "相关阅读：十座桥。",
    ],
    "reported_earlier": ["As the Courier reported earlier, it is closed.", "Нагадаємо, торік міст закрили."],
    "follow": ["Follow us for more stories.", "All rights reserved."],
    "attribution": ["She said this in a comment to the Courier.", "Про це вона сказала в коментарі."],
    "number": ["12.", "1 000 000"],
    "heading": ["What the cracks mean", "Was die Sperrung bedeutet"],
    "title_copy": ["Bridge over the Laar closes on Friday."],
    "question": ["Who will pay for it?", "谁来付钱？"],
    "lower_case_start": ["and the bridge was closed for a year."],
    "dangling_pronoun": [
        "He left on Monday.",
        "Diese Entscheidung war falsch.",
        "Cette décision était fausse.",
        "Він пішов.",
    ],
    "dangling_connective": [
        "However, nobody came.",
        "Однак ніхто не прийшов.",
        "但是大桥关闭了。",
        "Zudem fehlt das Geld.",
    ],
}
GOOD = [
    ("en", "The bridge over the Laar will stay closed to lorries until October."),
    ("en", "It is not clear whether the bridge will open in October."),
    ("en", "This week the bridge opens again for cars."),
    ("en", "Those who live on the left bank take the ferry."),
    ("en", "“We were afraid,” farmer Otto Kern said on Monday."),
    ("en", "Photographers came to see the bridge before it was closed."),
    ("en", "By Tuesday the bridge had been cleared of snow."),
    ("en", "iPhone sales fell by a third in the valley."),
    ("de", "Die Brücke bleibt bis zum Herbst für Lastwagen gesperrt."),
    ("de", "Es gibt in Orlova keine zweite Brücke."),
    ("fr", "Il y a quatre cents lits dans l'école."),
    ("fr", "Ce lundi, le pont a rouvert pour les piétons."),
    ("uk", "Цього року міст не відкриють."),
    ("ru", "Мост закрыли до октября."),
    ("zh", "拉河大桥将对卡车关闭至十月。"),
    ("ar", "ارتفع منسوب المياه في سد أورلوفا مترين."),
]
LANGUAGES = {"Diese": "de", "Cette": "fr", "Він": "uk", "Однак": "uk", "但是": "zh", "Zudem": "de"}


@pytest.mark.parametrize(
    ("name", "bullet"), [(name, bullet) for name, bullets in BAD.items() for bullet in bullets]
)
def test_what_is_wrong_is_named(name: str, bullet: str) -> None:
    language = next((code for head, code in LANGUAGES.items() if bullet.startswith(head)), "en")
    assert name in findings(bullet, TITLE, language)


@pytest.mark.parametrize(("language", "bullet"), GOOD)
def test_what_is_right_is_left_in_peace(language: str, bullet: str) -> None:
    assert findings(bullet, TITLE, language) == []


def test_a_pronoun_behind_its_noun_is_no_fault() -> None:
    assert findings("He left on Monday.", TITLE, "en", before="Mayor Roth gave up.") == []


def test_a_span_stands_in_the_text_but_for_blanks() -> None:
    assert is_span("One  two.", "Zero. One\ntwo. Three.")
    assert not is_span("One three.", "Zero. One\ntwo. Three.")
