"""What the checker takes for a pronoun or a connective at the head of a sentence. Kept apart from the product's tables."""

PRONOUNS = {
    "en": "he she it they him her his its their them this that these those",
    "de": "er sie es dieser diese dieses diesem diesen sein seine ihr ihre ihm ihnen dies jener jene",
    "fr": "il elle ils elles ce cet cette ces celui-ci celle-ci ceux-ci cela ça son sa ses leur leurs lui eux",
    "es": "él ella ellos ellas esto este esta estos estas eso ese esa esos esas su sus aquello",
    "it": "egli lui lei essi loro questo questa questi queste quello quella ciò",
    "pt": "ele ela eles elas isto isso este esta estes estas esse essa esses essas seu sua seus suas",
    "nl": "hij zij ze dit dat deze die zijn haar hun hem",
    "pl": "on ona ono oni one to ten ta te jego jej ich ci tego temu",
    "cs": "on ona ono oni to ten ta tento tato toto jeho její jejich",
    "uk": "він вона воно вони його її їх їхній це цей ця ці цього",
    "ru": "он она оно они его её ее их это этот эта эти этого",
    "tr": "o bu şu onlar bunlar onun bunun",
    "el": "αυτός αυτή αυτό αυτοί αυτές αυτά εκείνος εκείνη",
    "ar": "هو هي هم هذا هذه ذلك تلك هؤلاء",
    "he": "הוא היא הם הן זה זאת זו אלה",
    "hi": "वह वे यह ये उन्होंने उसने उनका उनकी उनके उसका उसकी उसके",
    "id": "ia dia mereka ini itu",
    "vi": "họ nó",
}
CONNECTIVES = {
    "en": "but|and|however|also|so|yet|then|thus|hence|moreover|furthermore|meanwhile|therefore|nevertheless|nonetheless|"
    "instead|besides|additionally|in addition|as a result|in contrast|by contrast|on the other hand|for example|"
    "for instance|at the same time|in response|after that|the latter|similarly|likewise|otherwise|consequently|or",
    "de": "aber|und|doch|jedoch|allerdings|außerdem|zudem|deshalb|daher|dennoch|trotzdem|dabei|dadurch|danach|dann|"
    "gleichzeitig|stattdessen|hingegen|denn|damit",
    "fr": "mais|et|cependant|toutefois|pourtant|néanmoins|donc|ainsi|de plus|en outre|par ailleurs|en revanche|puis|ensuite",
    "es": "pero|y|sin embargo|no obstante|además|también|por eso|por lo tanto|así|asimismo|en cambio",
    "it": "ma|e|però|tuttavia|inoltre|quindi|dunque|infatti|invece|così",
    "pt": "mas|e|porém|no entanto|além disso|também|portanto|assim|contudo",
    "nl": "maar|en|echter|bovendien|daarom|toch|dus|daarnaast|ook",
    "pl": "ale|i|a|jednak|ponadto|dlatego|więc|natomiast|również|także",
    "cs": "ale|a|však|navíc|proto|tedy|naopak|přesto|také",
    "uk": "але|та|і|а|однак|проте|крім того|тому|водночас|також|натомість|втім",
    "ru": "но|и|а|однако|кроме того|поэтому|также|при этом|тем не менее|в то же время",
    "tr": "ama|ancak|fakat|ve|ayrıca|böylece|bu nedenle",
    "el": "αλλά|και|όμως|ωστόσο|επίσης|επιπλέον",
    "ar": "لكن|ولكن|كما|لذلك|أيضا",
    "he": "אבל|אך|אולם|גם|לכן|בנוסף|עם זאת",
    "hi": "लेकिन|और|इसलिए|हालांकि",
    "id": "tetapi|namun|dan|selain itu|oleh karena itu|tapi",
    "vi": "nhưng|và|tuy nhiên|do đó|vì vậy|ngoài ra|bên cạnh đó|sau đó|đồng thời",
    "zh": "但是|然而|因此|所以|同时|此外|另外|而且|不过|他|她|它|这|那",
    "ja": "しかし|また|さらに|そして|一方|そのため|これ|それ|この|その|彼",
    "ko": "그러나|하지만|또한|그리고|따라서|한편|그는|그녀는|이는|이에",
    "th": "แต่|และ|อย่างไรก็ตาม|นอกจากนี้|ดังนั้น|เขา|เธอ|พวกเขา",
}
# What begins like the above and needs nothing before it: impersonal phrases, times, clauses that explain their pronoun.
HARMLESS = {
    "en": r"it (?:is|was|has|will|would|may|might|remains|seems|appears|emerged|took|became|turned)\b.*\b(?:that|to|whether|how|"
    r"when|who|why|where|first|last|clear|unclear)\b|th(?:is|at|ese|ose) (?:week|month|year|morning|evening|afternoon|"
    r"spring|summer|autumn|fall|winter|season|weekend|monday|tuesday|wednesday|thursday|friday|saturday|sunday)|"
    r"those (?:who|in|with|killed|injured|arrested|living|affected|caught|taking|responsible)\b|so (?:far|many|called)\b|so-called|"
    r"both .* and\b|instead of\b|(?:as|or) else\b|this is (?:a|the) (?:list|story|timeline)",
    "de": r"es (?:gibt|gab|ist|war|geht|bleibt|wird|handelt|regnet|scheint|gilt|sei)\b|diese[sn]? (?:woche|jahr|monat|sommer|winter)|"
    r"damit (?:das|die|der|sie|es)\b|auch (?:in|im|für|die|der|das)\b",
    "fr": r"il (?:n'y|y|est|était|s'agit|faut|faudra|reste|semble|sera)\b|ce(?:tte)? (?:lundi|mardi|mercredi|jeudi|vendredi|samedi|"
    r"dimanche|semaine|année|matin|soir|week-end|mois|été)|c(?:e|')(?: |')?est .* (?:que|qui)\b|ainsi que|leur(?:s)? majest",
    "es": r"est[aeo]s? (?:lunes|martes|miércoles|jueves|viernes|sábado|domingo|semana|año|mes|mañana|tarde|noche)|así como",
    "it": r"quest[aoie] (?:settimana|anno|mese|mattina|sera|estate)|così come",
    "pt": r"est[ea]s? (?:segunda|terça|quarta|quinta|sexta|sábado|domingo|semana|ano|mês)|assim como",
    "nl": r"d(?:it|eze) (?:week|jaar|maand|zomer|winter|weekend)",
    "uk": r"ц(?:ього|ієї) (?:року|тижня|місяця|осені|весни|зими|разу)|то(?:й|му), (?:хто|що)|т[еі], (?:що|хто)|як .*, так і",
    "ru": r"это(?:й|го|т) (?:год|недел|осен|весн|зим|месяц)|т[еоа]т?, (?:что|кто)|так (?:как|называем)",
    "tr": r"bu (?:yıl|hafta|ay|sabah|akşam|sezon)",
    "zh": r"这(?:周|一年|个月)|那不勒斯|同时期",
    "ja": r"この(?:夏|冬|春|秋|日|年)|また(?:は|がる)|一方通行",
    "ko": r"이번",
}
