"""How sentences begin that only look as if they leaned on the one before. Matched at their head, in small letters."""

# "It is hard to say", but "It is likely to close": what is judged may be done, what is said is a clause.
_JUDGED = (
    "important|possible|impossible|necessary|difficult|hard|harder|easy|easier|essential|vital|crucial|time|worth|"
    "common|illegal|legal|safe|wise|too early|too late|better|best|fair|normal|unusual|mistake|shame|pity|relief|"
    "challenge|matter of"
)
_SAID = (
    "clear|unclear|known|unknown|likely|unlikely|reported|believed|understood|thought|expected|hoped|feared|estimated|"
    "alleged|claimed|revealed|announced|confirmed|agreed|decided|true|rare|certain|obvious|evident|told|considered|"
    "assumed|recommended|found|shown|suggested|demonstrated|argued|proposed|concluded|observed|discovered|noteworthy"
)
_IT_IS = (
    "it(?:'s| (?:is|was|has been|had been|will be|would be|remains|remained|may be|might be|could be|became)) "
    r"(?:\w+ ){0,4}?"
)
STANDING = {
    "en": (
        rf"{_IT_IS}(?:{_JUDGED})\b(?: \w+){{0,3}}? (?:to|for|that|if|when)\b",
        rf"{_IT_IS}(?:{_JUDGED}|{_SAID})\b(?: \w+){{0,3}}? (?:that|whether|how|why|when|where|who|what|if)\b",
        r"it(?:'s| (?:is|was|will be|would be|marks|marked)) (?:\w+ ){0,2}(?:first|second|third|last|only) time\b",
        r"it (?:is|was) (?:not )?(?:until|in|on|at|during|because|after|only|here|there) .{2,60} (?:that|when|where)\b",
        (
            r"it (?:emerged|turned out|seems|appears|appeared|seemed|transpired|follows|comes as no|takes .{1,50} to|"
            r"took .{1,50} (?:to|before|until|for)|remains (?:unclear|unknown|to be))\b"
        ),
        (
            r"(?:(?:in|on|at|by|until|for|of|with|from) )?(?:this|these) (?:\w+ )?(?:week|month|year|morning|evening|"
            r"afternoon|spring|summer|autumn|fall|winter|season|weekend|days|monday|tuesday|wednesday|thursday|friday|"
            r"saturday|sunday|decade|century)\b"
        ),
        r"(?:to|of|for|by|with|from) those (?:who|in|with)\b",
        (
            r"those (?:who|whose|in|with|without|killed|injured|wounded|living|working|aged|under|over|affected|arrested|"
            r"seeking|caught|taking|responsible|convicted|found|looking|most)\b"
        ),
        r"that (?:the|a|an|is why)\b.{3,120} (?:is|was|has|does|did|may|came)\b",
        (
            r"both (?!(?:were|are|have|had|was|will|can|could|would|of (?:them|these|those|his|her|their)|men were|sides)\b)"
            r"(?:of |in |the |at |for ){0,2}[\w'-]+(?: [\w'-]+){0,2} and\b"
        ),
        r"either .{1,60}? or\b|neither .{1,60}? nor\b",
        r"such as\b|so far\b|so many\b|so much\b",
        (
            r"(?:here|there)(?:'s| (?:is|are|was|were|will|has|have|had|may|could|can|would|must|should|appear|seem|remain|"
            r"came|comes)\b)"
        ),
        r"another [a-z]+ (?:people|person|man|woman)\b|another \d",
        r"(?:earlier|later|previously) (?:this|in|on|today|stud|report|version|attempt|unknown|unseen|secret|classified)",
        r"in fact\b(?!,)|because of (?!this|that|it\b|these|those|him|her|them)|because [a-z]+ .{5,120},",
        (
            r"(?:in response|in addition|in contrast|similarly|as an alternative|in answer) (?:to|with) (?!this|that|it\b|"
            r"these|those|him|her|them|all (?:this|that))"
        ),
        r"(?:as a (?:result|consequence)|instead|on top|regardless|for fear) of (?!this|that|it\b|these|those|all this)",
        r"besides (?!this|that|these|those)\w|elsewhere (?:in|on)\b",
        r"(?:his|her|their) (?:majest|excellenc|holiness|royal highness)|above all (?!this|these|that)\w",
        r"the two (?:koreas|largest|biggest|main|most|top|leading|richest|poorest)\b|the three (?:main|largest|biggest)\b",
        r"of those (?:who|in|with)|among those (?:who|killed|arrested)",
        r"(?:finally|elsewhere|indeed|still|hence)\b(?!,)",
        r"whereas .{5,120},|in this (?:country|state|age)\b",
    ),
    "de": (
        (
            r"es (?:gibt|gab|gebe|regnet|schneit|geht um|ging um|kam zu|kommt zu|handelt sich um|fehlt|fehlen|bleibt dabei|"
            r"ist (?:das|der|die) (?:erste|letzte|größte))\b"
        ),
        r"es (?:ist|war|bleibt|sei|scheint|gilt|wird|wurde)\b.{0,80}\b(?:dass|ob|zu|wie|wann|wer|unklar)\b",
        (
            r"(?:(?:in|an|seit|bis|auf) )?(?:diese|dieses|diesen|dieser|diesem) (?:woche|jahr|monat|sommer|winter|frühling|"
            r"frühjahr|herbst|wochenende|saison|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|tagen|morgen|abend)"
        ),
        r"auch (?:in|im|bei|der|die|das|für|am|auf)\b|damit .{3,90},|so (?:genannt|viele|viel|lange|weit|wie)|sowohl\b",
        r"ihre? (?:majestät|exzellenz)|beide .{1,30} und\b|dort, wo\b|hier (?:sind|ist|finden)\b|darüber hinaus\b(?!,)",
        r"dafür,? dass|dazu gehören (?:unter|vor)|seitdem .{5,100},|entsprechend (?:der|dem|den)",
    ),
    "fr": (
        (
            r"il (?:y a|y avait|y aura|y aurait|faut|faudra|faudrait|fallait|pleut|neige|reste|existe|fait|a fait|fera|"
            r"manque|suffit|n'y a|ne faut|va falloir|vaut mieux|semble que|paraît)\b"
        ),
        (
            r"il (?:n')?(?:est|était|sera|serait|semble|a été|avait été)(?: (?:pas|très|plus|désormais|encore|donc|aussi|toujours|"
            r"peu|bien|trop|parfois|également)){0,2} (?:possible|probable|impossible|nécessaire|important|difficile|facile|"
            r"interdit|prévu|clair|vrai|rare|temps|urgent|essentiel|indispensable|conseillé|recommandé|question|évident|"
            r"certain|tôt|tard|inutile|utile|normal|illégal|décidé|demandé|à noter|exclu|hors de question|fréquent|"
            r"obligatoire|permis|acquis|logique|minuit|midi|\d)"
        ),
        (
            r"(?:(?:de|dès|à|en) )?ce(?:tte)? (?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|matin|soir|week-end|"
            r"semaine|année|mois|été|hiver|nuit|\d)"
        ),
        r"c'est (?!une? |ce |cela|ça )(?:[\w'-]+ ){1,6}?(?:que|qui|qu'|où)|ainsi que|aussi (?:bien|étonnant|surprenant)",
        (
            r"ce (?:qui|que|qu')\b.{2,80}(?:,|c'est)|de plus en plus|tel(?:le)?s? (?:que|qu'|est|sont|était)|ces derni(?:ers|ères) "
            r"(?:jours|semaines|mois|années|heures)|son excellence|leurs majestés|or (?:noir|massif)|et si\b|mais où\b"
        ),
        r"à l'inverse d|au contraire d|enfin \w+é|celui qui|celle qui|ceux qui|celles qui",
    ),
    "es": (
        (
            r"(?:(?:en|desde|hasta|de|para) )?est[eaos]+ (?:lunes|martes|miércoles|jueves|viernes|sábado|domingo|semana|año|mes|"
            r"mañana|tarde|noche|fin de semana|verano|invierno|otoño|primavera|temporada|siglo|\d)"
        ),
        (
            r"así (?:como|lo (?:informó|anunció|confirmó))|tanto .{1,60} como|(?:después|luego) de (?!ello|eso|esto)|"
            r"(?:después|luego) de que|tal (?:como|y como)|su (?:majestad|santidad|excelencia)|"
            r"además de (?!ello|eso|esto)|al mismo tiempo que|debido a (?!ello|eso|esto)"
        ),
    ),
    "it": (
        (
            r"(?:(?:in|da|per|di|a) )?quest[aoie] (?:mattina|mattino|sera|settimana|anno|mese|pomeriggio|notte|estate|inverno|"
            r"primavera|autunno|lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica|weekend|stagione|ultim)"
        ),
        r"così come\b|quell[oaie] (?:che|di chi)\b|tale da\b|anche (?:se|quando)\b.{3,120},",
    ),
    "pt": (
        (
            r"n?est[ea]s? (?:segunda|terça|quarta|quinta|sexta|sábado|domingo|semana|ano|mês|manhã|tarde|noite|fim|verão|"
            r"inverno|temporada|\d)"
        ),
        (
            r"depois d[eao]s? (?!isso|isto)|assim (?:como|que)\b|além d[eao]s? (?!isso|isto)|"
            r"tal (?:como|qual)"
        ),
    ),
    "nl": (
        (
            r"(?:(?:in|op|tot|van) )?(?:deze|dit) (?:week|maand|zomer|winter|ochtend|middag|avond|herfst|lente|voorjaar|najaar|"
            r"jaar|weekend|weekeinde|seizoen|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag)"
        ),
        (
            r"zo'n\b|zowel\b|die dag|het is (?:\w+ )?(?:onduidelijk|duidelijk|mogelijk|niet bekend|de eerste keer|belangrijk)|"
            r"het gaat om \d|zoals\b|daar waar|hier in\b"
        ),
    ),
    "pl": (
        (
            r"(?:w|do|od) ty(?:m|ch) (?:roku|tygodniu|miesiącu|sezonie|dniach)|tak zwan|tak jak\b|to (?:pierwsz|najwięk|właśnie)|"
            r"i? ?tak, |ci,? którzy|ten,? kto|to,? (?:co|że)\b|te(?:n|go|j) (?:tydzień|rok|lata|roku|zimy|wiosny|jesieni|nocy)"
        ),
    ),
    "cs": (
        (
            r"(?:v )?t(?:ento|omto|outo|éto|uto) (?:týden|týdnu|rok|roce|měsíc|měsíci|zimu|léto|sezon)|to, (?:že|co|jak)\b|a to\b|"
            r"ten, kdo|ti, kdo|ti, kteří|také (?:v|na|u|podle)\b"
        ),
    ),
    "ru": (
        (
            r"так (?:называем|как\b|же, как)|то, (?:что|как)\b|те, кто\b|тот, кто\b|тех, кто|тем, кто|и (?:в|на) .{1,40} и\b|"
            r"также (?:в|на)\b|как .{1,40}, так и|там, где|тогда, когда|такие .{2,30}, как|такой .{2,30}, как|"
            r"(?:в|на|с|до|к) эт(?:ом|от|у|ого|ой|ому|их) (?:год|день|дни|недел|раз|месяц|сезон|выходн|дня)|"
            r"эт(?:им|ой|ого|от|а|о) (?:летом|утром|осенью|весной|зимой|ночью|года|год|лето|зима|недел)|их (?:величеств)|"
            r"для того,? чтобы|после того,? как|до того,? как|из-за того,? что|при этом (?:в|на) \d"
        ),
    ),
    "uk": (
        (
            r"так зван|так як\b|те, (?:що|як)\b|ті, (?:хто|що)\b|той, (?:хто|що)\b|тих, хто|тим, хто|там, де|тоді, коли|"
            r"(?:до )?ц(?:ього|ьому|ей|им|ими|их) (?:рок|тижн|місяц|дня|дні|днями|разу|раз|ранку|літ|сезон|вихідн|вечор)|"
            r"(?:у|в|на) ц(?:ьому|ей|ю|ій|их) (?:рок|тижн|місяц|день|дні|сезон|недiл|неділ|вихідн)|"
            r"ціє[їю] (?:осені|весни|зими|ночі|неділі|середи|п'ятниці|суботи|осінн|ночі|зимою)|тому, (?:що|хто)|"
            r"для того,? щоб|після того,? як|до того,? як|через те,? що|як .{1,40}, так і|та(?:кож у|кож в|кож на)\b|"
            r"такі .{2,30}, як|такий .{2,30}, як"
        ),
    ),
    "tr": (
        (
            r"bu (?:yıl|hafta|ay|sabah|akşam|gün|sezon|kez|yaz|kış|gece|pazar|salı|cuma|bahar|sonbahar)\b|o (?:zaman|kadar)\b|"
            r"şu ana kadar|daha sonra \d|daha sonraki"
        ),
    ),
    "el": (
        (
            r"αυτ(?:ή|ήν|ό|ές|όν)(?: την?| το)? (?:εβδομάδα|χρονιά|στιγμή|μήνα|καλοκαίρι|χειμώνα|χρόνο|φορά)|"
            r"έτσι (?:ώστε|όπως)|και (?:οι|τα|το|η|ο) .{1,40} και\b"
        ),
    ),
    "ar": (
        r"(?:وقال|وأشار|وأوضح|وتابع|وذكر|وأكد|وأضاف|وقالت|وأضافت|وأشارت|وأكدت|وأوضحت)ت? (?!إن|أن|إنه|إنها|لل|في |إلى|قائلا)\S",
        r"(?:وكان|وكانت)ت? (?!هذه|هذا|قد|هناك)\S|هذا (?:العام|الأسبوع|الشهر|الصيف|الموسم)|هذه (?:السنة|الليلة)",
    ),
    "he": (r"זו הפעם|זה (?:עתה|השבוע)|גם (?:ב|ה|ל)|כך (?:נמסר|דווח|פורסם|עולה)",),
    "zh": (
        (
            r"这(?:周|个月|一年|天|是.{0,10}首次|些年|几年|次)|其中国|此次|该(?:国|市|州|公司)?(?=.{0,2}(?:表示|宣布))|那么多|同时期|"
            r"那不勒斯|那曲|但丁|但泽|他信|他泊|此前|这是.{0,12}(?:首次|第一次)"
        ),
    ),
    "ja": (
        (
            r"この(?:夏|冬|春|秋|日|週|年|ほど)|同(?:時に|様|じ|意|性|盟|士|僚|級|志|窓|居)|また(?:は|がる|ぐ)|ただ(?:いま|の)|"
            r"ここ(?:数|\d|一|二|三|十)|なお(?:す|る|み)|一方(?:的|通行)"
        ),
    ),
    "ko": (
        (
            r"이번 ?(?:주|달|해|여름|겨울|주말|시즌|학기|봄|가을)|그(?:리스|룹|래미|래픽|린|랜드)|또래|"
            r"이(?:어폰|란|라크|집트|스라엘|탈리아|에스|들립)|앞서(?:가|간)|그 ?해"
        ),
    ),
    "hi": (r"इस (?:साल|सप्ताह|महीने|हफ्ते|हफ़्ते|वर्ष|बार|समय|सीजन)|इन दिनों|ऐसे में जब|और भी",),
    "vi": (
        (
            r"đây là lần đầu|theo ông (?!này)\w|trước đó \d|sau đó \d|họ (?:nguyễn|trần|lê|phạm|hoàng|vũ|đặng)\b|"
            r"như vậy, (?:tính|sau|kể|với)|cả hai (?:nước|miền|phía)"
        ),
    ),
    "id": (r"ini (?:kali|adalah kali) pertama|lalu lintas|bahkan \d",),
    "th": (
        (
            r"เขา(?:ใหญ่|ค้อ|เขียว|พระ|ชะ|สก|หลัก|ดิน)|แต่(?:ละ|ง|เดิม|แรก)|มัน(?:ฝรั่ง|สำปะหลัง|เทศ|ส์)|ส่วน(?:แบ่ง|ใหญ่|ลด|ประกอบ|ราชการ)|"
            r"โดยสาร|โดยรวม|ด้าน(?:บน|ใน|นอก)"
        ),
    ),
}
