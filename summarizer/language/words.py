"""Words, stop words and stems of a language."""

import pkgutil
import re
from collections.abc import Callable
from functools import cache, lru_cache

# A run of letters with inner apostrophes and hyphens, or a number with its separators.
WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d+(?:[.,]\d+)*")
# Scripts without spaces: each pair of neighbours stands for a word, as is usual in searching them.
_UNSPACED = re.compile(r"[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]+")

# Names by which sumy calls its stop words and stemmers.
SUMY_NAMES = {
    "ar": "arabic",
    "cs": "czech",
    "da": "danish",
    "de": "german",
    "el": "greek",
    "en": "english",
    "es": "spanish",
    "fi": "finnish",
    "fr": "french",
    "he": "hebrew",
    "hu": "hungarian",
    "it": "italian",
    "ja": "japanese",
    "ko": "korean",
    "nl": "dutch",
    "no": "norwegian",
    "pl": "polish",
    "pt": "portuguese",
    "ro": "romanian",
    "ru": "russian",
    "sk": "slovak",
    "sv": "swedish",
    "th": "thai",
    "uk": "ukrainian",
    "zh": "chinese",
}
# Languages whose stop words sumy does not have: the commonest function words, by hand.
_OWN = {
    "nl": "de het een en van ik te dat die in is niet zijn op aan met als voor er maar om hij dan zou of wat wij we "
    "door over ze bij ook tot je mij uit der daar naar heb hoe heeft hebben deze u want nog zal me zij nu geen omdat "
    "iets worden toch al waren veel meer doen toen moet ben zonder kan hun dus alles onder ja werd wordt wie",
    "ru": "и в во не что он на я с со как а то все она так его но да ты к у же вы за бы по только ее мне было вот от "
    "меня еще нет о из ему теперь когда даже ну если уже или ни быть был него до вас опять вам ведь там потом себя "
    "ничего ей может они тут где есть надо ней для мы тебя их чем была сам чтоб без будто чего раз тоже себе под "
    "будет тогда кто этот того потому этого какой совсем ним здесь этом один почти мой тем чтобы были куда зачем "
    "всех можно при об хоть после над больше тот через эти нас про них какая много эту моя свою этой перед том "
    "такой им более всегда конечно всю между это также который которые которая",
    "tr": "ve bir bu da de için ile çok daha gibi en ama olarak olan kadar sonra ne o mi her ki ya veya ben biz siz "
    "onlar şu hem ise değil var yok oldu olduğu göre bunu önce tarafından diye ancak bile hiç nasıl neden",
    "vi": "và của là có được cho không người một trong những với các đã này khi để ở cũng như từ đến về ra tại vào "
    "nhiều năm ông sẽ theo trên bị sau phải hay đó nhưng lại còn mà thì làm",
    "sv": "och att det i en jag hon som han på den med var sig för så till är men ett om hade de av icke mig du henne "
    "då sin nu har inte hans honom skulle hennes där min man ej vid kunde något från ut när efter upp vi dem vara",
    "da": "og i jeg det at en den til er som på de med han af for ikke der var mig sig men et har om vi min havde ham "
    "hun nu over da fra du ud sin dem os op man hans hvor eller hvad skal selv her alle vil blev kunne ind når",
    "no": "og i jeg det at en et den til er som på de med han av ikke der så var meg seg men har om vi min mitt ha "
    "hadde hun nå over da ved fra du ut sin dem oss opp man kan hans hvor eller hva skal selv her alle vil bli ble",
    "fi": "ja on ei että se hän oli mutta ovat joka kun niin kuin myös sen ole tai jos hänen ollut mukaan sitä tämä "
    "jo vain vielä mitä olla nyt sekä jonka ne he siitä jotka kanssa",
    "hu": "a az és hogy nem is egy ez meg csak de volt már van ha el mint még azt sem vagy ki fel lesz kell itt ezt "
    "lehet után szerint majd én ő mi ti ők nagyon minden",
    "ro": "și de la în a nu că o cu pe mai din un care este sunt pentru au fost prin ca se al sau dar fi după iar "
    "acest această fost cele lui ei am are",
    "id": "yang di dan itu dengan untuk tidak ini dari dalam akan pada juga saya ke karena tersebut bisa ada mereka "
    "lebih telah atau saat oleh sudah kami kita para sebagai",
}


def words(text: str) -> list[str]:
    """The words of a text, in its own letters and order."""
    if _UNSPACED.search(text):
        text = _UNSPACED.sub(lambda run: " " + " ".join(_pairs(run[0])) + " ", text)
    return WORD.findall(text)


def count_words(text: str) -> int:
    """How many words a reader would count: what stands between spaces, or two characters where there are none."""
    return len(_UNSPACED.sub(lambda run: " a" * ((len(run[0]) + 1) // 2) + " ", text).split())


@cache
def stop_words(language: str | None) -> frozenset[str]:
    """A language's function words in small letters; none for a language that is not known."""
    own = _OWN.get(language or "")
    if own:
        return frozenset(own.split())
    name = SUMY_NAMES.get(language or "")
    try:
        data = pkgutil.get_data("sumy", f"data/stopwords/{name}.txt") if name else None
    except OSError:
        data = None
    return frozenset((data or b"").decode("utf-8").lower().split())


@cache
def stemmer(language: str | None) -> Callable[[str], str]:
    """What brings the forms of a word together; only small letters for a language that is not known."""
    name = SUMY_NAMES.get(language or "")
    if name is None:
        return str.lower
    from sumy.nlp.stemmers import Stemmer  # noqa: PLC0415

    try:
        stem = lru_cache(maxsize=100_000)(Stemmer(name))
    except LookupError:
        return str.lower
    return lambda word: stem(word) if word.isalpha() else word.lower()  # some warn about numbers


def _pairs(run: str) -> list[str]:
    return [run[i : i + 2] for i in range(max(1, len(run) - 1))]
