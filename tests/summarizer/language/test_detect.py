"""Which language a text is in."""

import pytest

from summarizer.language.detect import detect, known_code

TEXTS = {
    "en": "The council said on Monday that the bridge would stay closed until the repairs are done.",
    "de": "Der Rat sagte am Montag, dass die Brücke bis zum Ende der Arbeiten nicht geöffnet wird.",
    "fr": "Le conseil a dit lundi que le pont resterait fermé jusqu'à la fin des travaux dans la ville.",
    "es": "El consejo dijo el lunes que el puente seguirá cerrado hasta que se terminen las obras.",
    "it": "Il consiglio ha detto lunedì che il ponte resterà chiuso fino alla fine dei lavori.",
    "pt": "O conselho disse na segunda-feira que a ponte vai ficar fechada até ao fim das obras, mas não para todos.",
    "nl": "De raad zei maandag dat de brug dicht blijft tot het werk klaar is en er geen gevaar meer is.",
    "pl": "Rada powiedziała w poniedziałek, że most będzie zamknięty, aż się skończą prace, które są w toku.",
    "cs": "Rada v pondělí řekla, že most bude zavřený, než se práce dokončí, a že to nebude trvat dlouho.",
    "uk": "Рада повідомила в понеділок, що міст буде закрито до кінця робіт, які ще тривають.",
    "ru": "Совет сообщил в понедельник, что мост будет закрыт до конца работ, которые ещё продолжаются.",
    "tr": "Meclis pazartesi günü köprünün çalışmalar bitene kadar kapalı olacağını ve bunun için çok beklenmeyeceğini söyledi.",
    "vi": "Hội đồng cho biết hôm thứ Hai rằng cây cầu sẽ đóng cửa cho đến khi việc sửa chữa hoàn tất.",
    "el": "Το συμβούλιο είπε τη Δευτέρα ότι η γέφυρα θα μείνει κλειστή.",
    "ar": "قال المجلس يوم الاثنين إن الجسر سيبقى مغلقا حتى انتهاء الأعمال.",
    "he": "המועצה אמרה ביום שני כי הגשר יישאר סגור עד סיום העבודות.",
    "hi": "परिषद ने सोमवार को कहा कि काम पूरा होने तक पुल बंद रहेगा।",
    "zh": "市议会周一表示，在维修完成之前，这座桥将继续关闭。",
    "ja": "市議会は月曜日、工事が終わるまで橋を閉鎖すると発表した。",
    "ko": "시의회는 월요일에 공사가 끝날 때까지 다리를 폐쇄한다고 밝혔다.",
    "th": "สภาเมืองกล่าวเมื่อวันจันทร์ว่าสะพานจะปิดจนกว่าการซ่อมแซมจะเสร็จสิ้น",
}


@pytest.mark.parametrize("language", TEXTS)
def test_a_sentence_of_news_is_told(language: str) -> None:
    assert detect(TEXTS[language]) == language


@pytest.mark.parametrize("text", ["", "12 345", "Xyzzy plugh", "Vellmar Orsk Laar", "🙂"])
def test_what_is_not_sure_is_not_said(text: str) -> None:
    assert detect(text) is None


def test_a_tag_is_two_letters() -> None:
    assert [known_code(tag) for tag in ("en-US", "pt_BR", " UK ", "eng", "", None)] == [
        "en",
        "pt",
        "uk",
        None,
        None,
        None,
    ]
