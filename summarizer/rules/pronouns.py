"""Whether a text's first sentence speaks of somebody who was not named yet."""

import re

from summarizer.rules.dangling import is_dangling

# Pronouns and demonstratives that point back to somebody or something; German "sie" may also be "you", "es" is often
# nobody. A connective does no harm where nothing stands before it.
_POINTING = {
    "en": "he she it they him her his its their this these those that",
    "de": "er dieser diese dieses diesen diesem ihr ihre ihren ihrem sein seine seinen ihm ihn ihnen",
    "fr": "il elle ils elles ce cet cette ces cela ça son sa ses leur leurs lui celui-ci celle-ci c'est",
    "es": "él ella ellos ellas esto este esta estos estas ese esa eso esos esas su sus",
    "it": "egli lui lei essi loro questo questa questi queste ciò quello quella",
    "pt": "ele ela eles elas isto isso este esta estes estas esse essa esses essas seu sua seus suas",
    "nl": "hij zij ze dit dat deze die zijn haar hun",
    "pl": "on ona ono oni one to ten ta te jego jej ich",
    "cs": "on ona ono oni to ten ta tento tato toto jeho její jejich",
    "ru": "он она оно они его её ее их это этот эта эти",
    "uk": "він вона воно вони його її їх їхній їхня їхні це цей ця ці",
    "tr": "o bu şu onlar bunlar",
}
_FIRST = re.compile(r"[\W_]*([\w'-]+)")


def points_nowhere(sentence: str, language: str | None) -> bool:
    """Whether a first sentence opens with a pronoun that nothing before it explains."""
    first = _FIRST.match(sentence[:60].replace("’", "'"))
    word = first[1].lower() if first else ""
    return bool({word, word.split("'")[0]} & _pointing(language)) and is_dangling(sentence, language)


def _pointing(language: str | None) -> set[str]:
    return set(_POINTING.get(language or "en", "").split())
