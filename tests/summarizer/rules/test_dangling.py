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
        "It's a ruin.",
        "It is expected to open in May.",
        "It is the latest in a row of floods.",
        "That week the valley was cleared.",
        "In addition to this, the bridge was closed.",
        "Both men were held and questioned for a day.",
        "With them came four hundred families.",
        "For his part, the mayor said nothing.",
        "The bridge is a ruin and nobody cares.”",
        "“The bridge is a ruin, and nobody in the council cares.",
    ),
    "de": (
        "Er ging am Montag.",
        "Diese Entscheidung war falsch.",
        "Das sagte die Polizei am Montag.",
        "Zudem fehlt Geld.",
        "Das galt auch für die Brücke.",
        "Das bestätigte Lena Brandt am Montag.",
        "Mit diesem Geld wird die Brücke gebaut.",
        "„Die Brücke ist eine Ruine“, sagte er am Montag.",
    ),
    "fr": (
        "Il est parti lundi.",
        "Cette décision était une erreur.",
        "C'est une erreur.",
        "C'est une erreur que personne ne comprend.",
        "Il est accusé de vol.",
        "Il s'agit d'un pont du siècle dernier.",
        "« Le pont est une ruine », a-t-il déclaré lundi.",
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
        "It's unclear when the bridge will open.",
        "It is hard to say who will pay for the bridge.",
        "There's no money for the bridge in Orlova.",
        "Instead of a bridge, the valley gets a ferry.",
        "In addition to the bridge, two roads were closed.",
        "In response to the flood, the council closed the bridge.",
        "Elsewhere in the valley, two roads were closed.",
        "Because of the flood, two roads were closed.",
        "The former mayor of Orlova paid for the bridge.",
        "These days nobody crosses the bridge.",
        'The wall has a crack of 6" and nobody knew.',
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
        "Das Haus am Fluss ist leer.",
        "Das neue Haus am Fluss ist leer.",
        "Das in Orlova gebaute Schiff sank am Montag.",
        "In diesem Jahr bleibt die Brücke zu.",
        "„Die Brücke ist eine Ruine“, sagte Lena Brandt.",
    ),
    "it": ("Quest'anno il ponte resta chiuso.", "Questa settimana il ponte riapre."),
    "pt": ("Depois da chuva, a ponte fechou.", "Nesta segunda a ponte reabre.", "Já são 300 casas vazias."),
    "nl": ("Dit jaar blijft de brug dicht.", "Zowel Orlova als Sund zit zonder stroom."),
    "pl": ("W tym roku most pozostanie zamknięty.", "Most jest zamknięty."),
    "cs": ("Tento týden se most otevře.", "Most je zavřený."),
    "el": ("Αυτή την εβδομάδα η γέφυρα ανοίγει.", "Η γέφυρα μένει κλειστή."),
    "ar": ("وقال رئيس البلدية إن الجسر مغلق.", "هذا العام يبقى الجسر مغلقا."),
    "he": ("הגשר סגור עד יום שני.",),
    "hi": ("इस साल पुल बंद रहेगा।", "पुल बंद है।"),
    "vi": ("Theo ông Minh, cây cầu vẫn đóng.", "Ông Minh nói cây cầu vẫn đóng."),
    "id": ("Jembatan tetap ditutup.",),
    "ja": ("同性婚を認める法案が可決された。", "この夏、橋が開通する。"),
    "th": ("เขาใหญ่ปิดถนนสามวัน", "แต่ละบ้านได้รับเงิน"),
    "fr": (
        "De plus en plus de familles quittent la vallée.",
        "Il est possible que le pont rouvre en mai.",
        "C'est Lena Brandt qui a fermé le pont.",
        "Il y a quatre cents lits dans l'école.",
        "Ce lundi, le pont rouvre.",
        "Les ponts sont fermés.",
    ),
    "es": ("Este lunes el puente reabre.", "Los puentes siguen cerrados.", "Después de la lluvia, cerró."),
    "uk": (
        "Міст закрито.",
        "Цього року міст не відкриють.",
        "Для того, щоб відкрити міст, потрібні гроші.",
        "Такси подорожчали.",
    ),
    "ru": ("Мост закрыт.", "Ивановский мост закрыт."),
    "tr": ("Bu yıl köprü açılmayacak.", "Orlova'da köprü kapalı."),
    "zh": ("大桥周一关闭。", "那不勒斯的大桥关闭。"),
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
