# ruff: noqa: RUF001 - letters and signs of many scripts are what this is about
"""Phrases by which a line is known for what it is, in the languages that we have looked at."""

import re

# Lines that belong to the page and not to the story: links to other pages, credits, notes, consent. One a line.
_PAGE_LINES = r"""
^\W*(?:read|see|watch|listen|learn|find out|discover)\s+(?:also|more|next|now|too|our|the full|below|:)
^\W*(?:also read|related|more on this|more stories|more from|click (?:here|to|on)|scroll (?:down|to))\b
^\W*(?:tap (?:here|to)|sign up|subscribe|follow us|(?:share|like) (?:it|this)|join (?:us|our)|support (?:us|our)|donate)\b
^\W*(?:advertisement|sponsored|recommended|don['’]t miss|you (?:may|might) also|most read|trending|newsletter)\b
^\W*follow (?:@|[\w .]{2,40} on (?:twitter|x|facebook|telegram|instagram|youtube))
^\W*(?:photo(?:s|graph)?|image|picture|video|source|credit|caption|by)\s*(?:credits?|source)?\s*[:|]
^\W*(?:editor['’]s note|correction|updated?|published|posted|last (?:updated|modified)|tags?|topics?)\s*[:|]
^\W*(?:copyright|©|for more (?:information|news|stories))
\ball rights reserved\b|\bcontributed to this (?:report|story|article)\b|\bthe post .{3,200} appeared first on\b
\bthis (?:article|story) (?:was|has been) (?:originally|first|updated|amended|corrected)\b
\b(?:we|this (?:web)?site|our (?:partners|site)) (?:and our partners )?uses? cookies\b|\baccept (?:all )?cookies\b
\b(?:cookie|privacy) (?:policy|settings|preferences)\b|\bterms of (?:use|service)\b
\b(?:please )?enable javascript\b|\bdisable your ad ?blocker\b|\balready a (?:subscriber|member)\b
\bto continue reading\b|\bsubscribers? only\b|\blog in to\b
^as [\w .’'-]{2,40} (?:reported|wrote|informed|noted)(?: earlier| previously|,)
^(?:earlier|previously),? (?:it was reported|[\w .’'-]{2,30} (?:reported|wrote))
\b(?:reported|wrote) earlier\b.{0,20}$
^(?:by|from) (?-i:[A-Z])[\w.'-]+(?: (?-i:[A-Z])[\w.'-]+){1,3}(?:,? for [\w ]+)?\.?$
^(?:exclusive|breaking(?: news)?|opinion|analysis|live|watch)\W*$
^\W*(?:читайте (?:также|ещ[её]|по теме)|читать также|смотрите также|подписывайтесь|подпишитесь)
^\W*(?:фото|источник|видео|джерело|відео)\s*:
^\W*(?:напомним|как (?:ранее )?(?:сообщал|писал)|ранее (?:сообщал|мы писали))
^\W*(?:читайте (?:також|ще)|читати також|дивіться також|підписуйтесь|підпишіться)
^\W*(?:нагадаємо|як (?:раніше )?(?:повідомля|писа)|раніше (?:повідомля|ми писали))
^\W*(?:lire aussi|[àa] lire aussi|voir aussi|abonnez-vous|cr[ée]dits? photo|lesen sie (?:auch|mehr))
^\W*(?:mehr zum thema|auch interessant|leer tambi[ée]n|lea tambi[ée]n|te puede interesar|leggi anche)
^\W*(?:leia (?:tamb[ée]m|mais)|lees ook|czytaj (?:też|także|również)|čtěte také|xem thêm|đọc thêm)
"""
BOILERPLATE = re.compile("|".join(_PAGE_LINES.split("\n")[1:-1]), re.IGNORECASE)
# Who said it, without what: the fact stood in the sentence before.
ATTRIBUTION = re.compile(
    r"\b(?:said|stated|announced|reported|wrote|noted|told) (?:this|so|it|about (?:this|it))\b"
    r"|\b(?:об этом|про це) (?:сообща|заяв|рассказ|повідом|розпов)",
    re.IGNORECASE,
)
# Words at the head of a sentence that lean on the one before.
LEANING = {
    "en": r"he|she|it|they|him|his|her|hers|its|their|this|that|these|those|but|and|so|also|however|meanwhile|moreover|"
    r"furthermore|in addition|additionally|besides|therefore|thus|hence|nevertheless|nonetheless|still|then|yet|instead|"
    r"or|because|such|both|another|others|the (?:latter|former)|on the other hand|"
    r"for (?:example|instance)|as a result|in response|in (?:turn|contrast|particular)|according to (?:him|her|them)|"
    r"at the same time|after that|since then|similarly|likewise|otherwise|nor|as such|that['’]s|it['’]s|"
    r"he['’]s|she['’]s|they['’]re",
    "de": r"er|sie|es|dies|dieser|diese|dieses|aber|und|auch|doch|jedoch|außerdem|zudem|dabei|damit|deshalb|daher|"
    r"dennoch|trotzdem|allerdings|denn|dann|dort|sein|seine|ihr|ihre|gleichzeitig|so",
    "fr": r"il|elle|ils|elles|ce|cet|cette|ces|cela|ça|c['’]est|mais|et|aussi|cependant|pourtant|donc|ainsi|de plus|"
    r"en outre|par ailleurs|toutefois|néanmoins|son|sa|ses|leur|leurs|en effet|puis|celui-ci|celle-ci|ceux-ci",
    "es": r"él|ella|ellos|ellas|esto|este|esta|estos|estas|ese|esa|eso|pero|y|además|también|sin embargo|no obstante|"
    r"por (?:eso|lo tanto|otra parte)|así|su|sus|asimismo|en cambio|mientras tanto",
    "it": r"egli|lui|lei|essi|loro|questo|questa|questi|queste|ciò|ma|e|però|inoltre|anche|tuttavia|quindi|così|"
    r"il suo|la sua|infatti|invece|poi",
    "pt": r"ele|ela|eles|elas|isto|isso|este|esta|esse|essa|mas|e|além disso|também|no entanto|porém|portanto|assim|"
    r"seu|sua|contudo|entretanto",
    "nl": r"hij|zij|ze|het|dit|dat|deze|die|maar|en|ook|echter|bovendien|daarom|toch|dus|zijn|haar|hun|daarnaast",
    "pl": r"on|ona|ono|oni|one|to|ten|ta|te|ale|i|a|też|także|jednak|ponadto|dlatego|więc|jego|jej|ich|natomiast",
    "ru": r"он|она|оно|они|его|её|ее|их|это|этот|эта|эти|но|а|и|также|однако|кроме того|при этом|поэтому|тем не менее|"
    r"в то же время|по его словам|по её словам|по ее словам|между тем|так|затем|вместе с тем",
    "uk": r"він|вона|воно|вони|його|її|їх|це|цей|ця|ці|але|та|і|й|а|також|однак|проте|крім того|при цьому|тому|"
    r"водночас|за його словами|за її словами|тим часом|так|потім|разом з тим",
}
