"""Whether a sentence can be read without the one before it."""

import pytest

from summarizer.rules import is_dangling

LEANING = {
    "en": (
        "He left on Monday.",
        "“It is late,” one said.",
        "However, nobody came to the bridge.",
        "Its wall has cracks.",
        "This decision was a mistake.",
        "But the bridge stayed closed.",
        "The latter paid for it.",
        "According to him, nobody came.",
        "“The bridge is a ruin,” he said.",
        "“The bridge is a ruin.”",
        "In response, the council closed it.",
    ),
    "de": (
        "Er ging am Montag.",
        "Diese Entscheidung war falsch.",
        "Das sagte die Polizei am Montag.",
        "Zudem fehlt Geld.",
    ),
    "fr": (
        "Il est parti lundi.",
        "Cette décision était une erreur.",
        "C'est une erreur.",
        "En revanche, le pont reste fermé.",
    ),
    "es": ("Esta decisión fue un error.", "Sin embargo, el puente sigue cerrado.", "Su esposa se fue."),
    "it": ("Questa decisione era un errore.", "Tuttavia il ponte resta chiuso."),
    "pt": ("Essa decisão foi um erro.", "No entanto, a ponte continua fechada."),
    "nl": ("Hij vertrok maandag.", "Deze beslissing was een fout."),
    "pl": ("To był błąd.", "Jego żona wyjechała.", "Ponadto brakuje pieniędzy."),
    "cs": ("Jeho žena odjela.", "Navíc chybí peníze."),
    "uk": ("Він пішов у понеділок.", "Однак міст закрито.", "За його словами, грошей немає."),
    "ru": ("Он ушёл в понедельник.", "Однако мост закрыт.", "По его словам, денег нет."),
    "tr": ("Bu karar bir hataydı.", "Ancak köprü kapalı."),
    "el": ("Αυτή η απόφαση ήταν λάθος.", "Ωστόσο η γέφυρα μένει κλειστή."),
    "ar": ("هذا القرار خطأ.", "لكن الجسر مغلق."),
    "he": ("הוא עזב ביום שני.", "אבל הגשר סגור."),
    "hi": ("उन्होंने कहा कि पुल बंद है।", "लेकिन पुल बंद है।"),
    "vi": ("Tuy nhiên, cây cầu vẫn đóng.", "Điều này là một sai lầm."),
    "id": ("Namun, jembatan tetap ditutup.", "Dia pergi pada hari Senin."),
    "zh": ("他周一离开了。", "但是大桥关闭了。"),
    "ja": ("しかし橋は閉鎖されている。", "この決定は誤りだった。"),
    "ko": ("그러나 다리는 폐쇄됐다.", "그는 월요일에 떠났다."),
    "th": ("เขาออกไปเมื่อวันจันทร์", "แต่สะพานปิด"),
}
STANDING = {
    "en": (
        "Hebrides ferries stop.",
        "Soviet maps show it.",
        "The bridge is closed.",
        "It is not clear whether the bridge will open.",
        "It was the first time that the valley was cleared.",
        "There are four hundred beds in the school.",
        "This week the bridge opens again.",
        "Those who left the valley may return.",
        "Both Orlova and Sund were cleared.",
        "So-called night trains return.",
        "Another 20 people were hurt.",
        "“The bridge will stay closed,” said mayor Lena Brandt.",
        "“We were afraid,” farmer Otto Kern said.",
    ),
    "de": (
        "Die Polizei sucht Zeugen.",
        "Es gibt in Orlova keine Brücke mehr.",
        "Diese Woche öffnet die Brücke.",
    ),
    "fr": ("Il y a quatre cents lits dans l'école.", "Ce lundi, le pont rouvre.", "Les ponts sont fermés."),
    "es": ("Este lunes el puente reabre.", "Los puentes siguen cerrados."),
    "uk": ("Міст закрито.", "Цього року міст не відкриють.", "Такси подорожчали."),
    "ru": ("Мост закрыт.", "Ивановский мост закрыт."),
    "tr": ("Bu yıl köprü açılmayacak.", "Orlova'da köprü kapalı."),
    "zh": ("大桥周一关闭。",),
    "ko": ("이번 주 다리가 다시 열린다.", "그리스 다리가 폐쇄됐다."),
    "xx": ("He left.",),
}


@pytest.mark.parametrize(
    ("language", "line"), [(code, line) for code, lines in LEANING.items() for line in lines]
)
def test_a_sentence_that_leans_is_known_by_how_it_begins(language: str, line: str) -> None:
    assert is_dangling(line, language)


@pytest.mark.parametrize(
    ("language", "line"), [(code, line) for code, lines in STANDING.items() for line in lines]
)
def test_a_sentence_that_stands_by_itself_is_left_in_peace(language: str, line: str) -> None:
    assert not is_dangling(line, language)
