"""Words, stop words and stems of many languages."""

import pytest

from summarizer.language.words import stemmer, stop_words, words

LANGUAGES = [
    "en",
    "de",
    "fr",
    "es",
    "it",
    "pt",
    "nl",
    "pl",
    "cs",
    "uk",
    "ru",
    "tr",
    "el",
    "ar",
    "he",
    "hi",
    "vi",
    "id",
    "zh",
    "ja",
    "ko",
    "th",
]

# Forms of one word, and a word that only looks like them.
FORMS = {
    "en": (("bridge", "bridges"), "bribe"),
    "de": (("Brücke", "Brücken"), "Bruder"),
    "fr": (("pont", "ponts"), "poste"),
    "es": (("puente", "puentes"), "puerta"),
    "it": (("ponte", "ponti"), "porto"),
    "pt": (("ponte", "pontes"), "porto"),
    "nl": (("brug", "bruggen"), "broer"),
    "pl": (("most", "mostu", "mostem"), "miasto"),
    "cs": (("město", "města", "městem"), "místo"),
    "uk": (("рада", "раду", "ради", "радою", "раді"), "рідний"),
    "ru": (("совет", "совета", "советом"), "совесть"),
    "tr": (("köprü", "köprüler"), "kürek"),
    "el": (("γέφυρα", "γέφυρες"), "γεύμα"),
    "ar": (("كتاب", "الكتاب"), "مكتبة"),
    "he": (("גשר", "הגשר", "גשרים"), "שלום"),
    "hi": (("किताब", "किताबें"), "पुल"),
    "id": (("buku", "bukunya"), "bulan"),
    "ko": (("다리는", "다리를", "다리가"), "바다"),
    "ja": (("地震の", "地震は"), "地図"),
}


@pytest.mark.parametrize("language", FORMS)
def test_forms_of_a_word_meet_and_other_words_do_not(language: str) -> None:
    forms, other = FORMS[language]
    stem = stemmer(language)
    assert len({stem(form) for form in forms}) == 1
    assert stem(other) != stem(forms[0])


@pytest.mark.parametrize(
    "forms", ["школа школи школу школою", "село села селу", "депутат депутати депутатів"]
)
def test_a_ukrainian_noun_is_not_cut_like_a_verb(forms: str) -> None:
    assert len({stemmer("uk")(form) for form in forms.split()}) == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_function_words_and_stems(language: str) -> None:
    assert len(stop_words(language)) > 30
    assert stemmer(language)("Ärgernis")


def test_a_language_that_nobody_knows_has_words_as_they_are() -> None:
    assert stop_words("xx") == stop_words(None) == frozenset()
    assert stemmer("xx")("Bridges") == "bridges"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("市议会周一关闭了大桥", {"议会", "周一", "关闭", "大桥"}),
        ("市議会は月曜日に橋を閉鎖した", {"市議会は", "閉鎖した"}),
        ("สภาเมืองปิดสะพาน", {"ปิด", "สะพาน"}),
        ("परिषद ने सोमवार को पुल", {"परिषद", "सोमवार", "पुल"}),
        ("ပြည်သူ", {"သူ"}),
    ],
)
def test_words_are_found_where_there_are_no_spaces_or_odd_signs(text: str, found: set[str]) -> None:
    assert found <= set(words(text))
