"""What a reader would not take for a bullet, rule by rule."""

import time

import pytest

from summarizer.rules import is_dangling, lines, never, shapes, trim
from summarizer.rules.page_lines import ANYWHERE, ANYWHERE_BEYOND_ENGLISH, OPENINGS

NEVER = {
    "page line": (
        "Sign up for our newsletter and get the valley in your mailbox.",
        "This post contains affiliate links to shops in Orlova.",
        "Free at last: Otto Kern (right) is back in his boat after the flood.",
        "Don't forget to save the recipe in your own book.",
        "I agree to the use of my data for offers of the mill.",
        "Pictured, from left: Ada Quill, Ben Osei and Lena Brandt.",
        "图为周一关闭的大桥。",
        "Read also: Ten things to know.",
        "Read more about the flood in our report.",
        "Subscribe to our newsletter for daily news.",
        "Photo: Ada Quill for the Courier.",
        "We use cookies to improve this site.",
        "Ada Quill contributed to this report.",
        "Already a subscriber? Then log in.",
        "This shop has been compensated by a maker of drinks.",
        "Please share your views in the comments section below.",
        "By clicking the button you accept our terms.",
        "• Click here to see all the pictures from Orlova.",
        "Lesen Sie auch: Die Brücke bleibt zu.",
        "Lire aussi : le pont est fermé depuis lundi.",
        "Lea también: el puente sigue cerrado.",
        "Leggi anche: il ponte resta chiuso.",
        "Leia também: a ponte continua fechada.",
        "Lees ook: de brug blijft dicht tot maandag.",
        "Czytaj też: most nadal jest zamknięty.",
        "Čtěte také: most zůstává zavřený celý rok.",
        "Читайте також: Міст закрито до понеділка.",
        "Нагадаємо, що міст закрили минулого року.",
        "Читайте также: Мост закрыт до понедельника.",
        "Ayrıca okuyun: köprü pazartesiye kadar kapalı.",
        "Xem thêm: cây cầu vẫn đóng cửa.",
        ">> Cây cầu vẫn đóng cửa đến thứ hai.",
        "Baca juga: jembatan tetap ditutup hari ini.",
        "Διαβάστε επίσης: η γέφυρα μένει κλειστή.",
        "اقرأ أيضا: الجسر مغلق حتى الاثنين.",
        "קראו גם: הגשר סגור עד יום שני.",
        "यह भी पढ़ें: पुल सोमवार तक बंद है।",
        "相关阅读：大桥关闭至周一。",
        "関連記事：橋は月曜まで閉鎖される。",
        "관련기사: 다리는 월요일까지 폐쇄된다.",
        "อ่านเพิ่มเติม สะพานปิดถึงวันจันทร์",
    ),
    "heading": (
        "What the cracks mean",
        "The measures in short for all:",
        "Flood in the valley of the Laar",
        "Die Folgen für das Tal",
    ),
    "byline": ("By Ada Quill and Ben Osei", "Von Anna Lindt", "Updated 3:15 pm on Monday, 3 May"),
    "credit": (
        "(Reporting by Ada Quill; editing by Ben Osei)",
        "Ada Quill (@adaquill) 3 May 2026.",
        "Cây cầu bị đóng từ sáng nay - Ảnh: Minh Quân",
        "(Graphic: The water above Orlova since May)",
        "FILE - The bridge over the Laar stands in the mist.",
    ),
    "contact": ("Write to our reporter at ada.quill@courier.example with what you saw.",),
    "reported earlier": (
        "As Ukrnews reported earlier, the bridge was closed.",
        "As the Courier wrote earlier, the bridge was closed.",
        "Earlier, it was reported that the bridge was closed.",
        "Як повідомляв Кур’єр, міст закрили в травні.",
        "Как сообщал ранее Курьер, мост закрыли в мае.",
    ),
    "attribution": (
        "Mayor Lena Brandt said this in a letter to the council.",
        "Ada Quill reported from Orlova, and Ben Osei wrote this story from Sund.",
        "The council did not respond to our questions about the wall.",
        "The ministry declined to comment.",
        "Про це йдеться на сайті ради.",
    ),
    "question": ("Who will pay for the bridge?", "“Who will pay for it?”", "谁来付钱？", "من سيدفع؟"),
    "too short": ("He left.", "1.", "桥梁。"),
    "unfinished": ("and the bridge was closed for a year.", "але міст закрили на рік."),
    "numbers": ("3 12 45 7 2 88 9 101 5 4", "12:30 14.05.2026 100 200"),
}
SENTENCES = (
    "The council read more than forty letters before it decided.",
    "By Tuesday evening the bridge was open again.",
    "Photographs from the scene showed a crack in the pillar.",
    "Source texts in three languages were lost in the fire.",
    "Live music returns to the square in June.",
    "Correction officers found the letter on Monday.",
    "Copyright law protects the songs of the valley for seventy years.",
    "The company reported earlier profits than its rivals had expected for the whole of the year.",
    "The mayor said this is the worst flood in a century.",
    "As many as 400 families left the valley on Monday, the council reported.",
    "Follow-up tests of the water found no lead.",
    "“The bridge will stay closed,” said mayor Lena Brandt.",
    "Disclosure of the letters would harm the valley, the court found.",
    "Terms of the deal between the two banks were not disclosed.",
    "Sponsored by the state, the school in Orlova opened on Monday.",
    "For the latest quarter the mill reported a loss of two million crowns.",
    "To learn more about the cracks, engineers drilled through the wall.",
    "An earlier version of the bill failed in the council by one vote.",
    "Hinter der Mauer liegt, was der Rat seit Mai verschwieg, und was jeder im Tal hätte wissen müssen:",
    "Registrati quattrocento casi nella valle, dice il consiglio.",
    "Boletín oficial de la ciudad publica hoy la lista de los puentes cerrados.",
    "Ảnh hưởng của cơn bão khiến bốn trăm gia đình phải rời thung lũng.",
    "The board declined to comment, but a letter shows that it knew of the cracks.",
    "The mayor said this week would be the last for the old bridge.",
    "In 2026 the valley had 412 houses, 3 schools and 2 mills.",
    "iPhone sales in the valley fell by a third.",
    "Werbung für Tabak wird in Orlova verboten.",
    "大桥将关闭至下周一，市政府表示。",
    "สะพานจะปิดจนถึงวันจันทร์หน้า เทศบาลระบุ",
    "यह पुल सोमवार तक बंद रहेगा, परिषद ने कहा।",
)


@pytest.mark.parametrize(("rule", "line"), [(rule, line) for rule, lines in NEVER.items() for line in lines])
def test_what_is_never_a_bullet_is_known_by_its_rule(rule: str, line: str) -> None:
    assert never.NEVER[rule](line)
    assert not never.is_bullet(line, None, 5, "en")


@pytest.mark.parametrize("sentence", SENTENCES)
def test_sentences_of_a_story_may_be_bullets(sentence: str) -> None:
    assert [rule for rule, holds in never.NEVER.items() if holds(sentence)] == []


def test_every_rule_is_shown() -> None:
    assert NEVER.keys() == never.NEVER.keys()


def test_a_copy_of_the_title_is_known_near_the_top_only() -> None:
    title = "Bridge over the Laar closes on Friday"
    assert never.is_title_copy("Bridge over the Laar closes on Friday.", title, 0, "en")
    assert not never.is_title_copy("Bridge over the Laar closes on Friday.", title, 9, "en")
    assert not never.is_title_copy(
        "Bridge over the Laar closes on Friday for a year of work.", title, 0, "en"
    )
    assert not never.is_title_copy("Anything.", None, 0, "en")


def test_names_are_counted_by_their_capitals() -> None:
    assert shapes.name_share("Mayor Lena Brandt left Orlova.") == pytest.approx(3 / 5)
    assert shapes.name_share("Nobody else left.") == 0


def test_every_phrase_is_found_at_the_head_of_a_line() -> None:
    phrases = [phrase for line in OPENINGS.values() for phrase in line.split("; ")]
    assert [phrase for phrase in phrases if not lines.is_page_line(f"{phrase.capitalize()} .")] == []


def test_every_phrase_is_found_in_the_middle_of_a_line() -> None:
    pairs = [(sign, phrase) for sign, phrases in ANYWHERE for phrase in phrases.split("; ")]
    pairs += [("", phrase) for phrase in ANYWHERE_BEYOND_ENGLISH.split("; ")]
    assert [
        phrase for sign, phrase in pairs if sign not in phrase or not lines.is_page_line(f"A {phrase}.")
    ] == []


HOSTILE = ("a ", "a. ", "@", "a@", "(", "/", "1 ", "\x00", "\ud800", "\u200f", "as a ", "by A ", '"', "", "“")


@pytest.mark.parametrize("part", HOSTILE)
def test_no_rule_minds_a_million_characters(part: str) -> None:
    text = part * 500_000
    started = time.process_time()
    for rule in never.NEVER.values():
        rule(text)
    is_dangling(text, "en")
    trim(text, "en")
    assert time.process_time() - started < 1
