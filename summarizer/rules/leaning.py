"""How sentences begin that lean on the one before: pronouns, demonstratives, connectives; and what only looks so."""

# One phrase a comma; small letters. A phrase must be followed by the end of a word.
LEANING = {
    "en": "he, she, it, they, him, his, her, hers, its, their, theirs, this, that, these, those, but, and, so, also, "
    "however, meanwhile, moreover, furthermore, in addition, additionally, besides, therefore, thus, hence, "
    "nevertheless, nonetheless, then, yet, instead, or, because, such, both, another, others, the latter, "
    "on the other hand, on the contrary, on top of that, for example, for instance, as a result, in response, in turn, "
    "in contrast, by contrast, in particular, in other words, in fact, indeed, in this, in that, of these, of those, "
    "according to him, according to her, according to them, at the same time, at that time, at this, after that, "
    "after this, before that, since then, by then, until then, from there, similarly, likewise, otherwise, nor, "
    "as such, that's, it's, he's, she's, they're, he'd, she'd, they'd, he'll, she'll, they'll, for this, for that, "
    "to this, to that, with this, with that, despite this, despite that, because of this, because of that, "
    "even so, what is more, what's more, that said, the same, neither, either, as for, here, there, some of them, "
    "most of them, many of them, one of them, all of them, none of them, none of this, all of this, all this, all that, "
    "earlier, previously, afterwards, afterward, later, subsequently, accordingly, consequently, conversely, "
    "the two, the three, the pair, the duo, the trio",
    "de": "er, sie, es, dies, dieser, diese, dieses, diesen, diesem, aber, und, auch, doch, jedoch, außerdem, zudem, "
    "dabei, damit, deshalb, daher, dennoch, trotzdem, allerdings, denn, dann, dort, sein, seine, seinen, seiner, ihr, "
    "ihre, ihren, ihrem, ihrer, gleichzeitig, zugleich, so, darum, dadurch, davon, dazu, daran, darauf, darin, "
    "daraufhin, danach, zuvor, hinzu, ferner, ebenso, ebenfalls, stattdessen, hingegen, dagegen, somit, folglich, "
    "demnach, ihm, ihn, ihnen, beide, solche, jene, jener, jenes, hier, oder, sondern, das sagte, das ist, das war, "
    "das sei, das bedeutet, das heißt, das hat, das wird, das gilt, letztere, letzterer",
    "fr": "il, elle, ils, elles, ce, cet, cette, ces, cela, ceci, ça, c'est, c'était, mais, et, aussi, cependant, "
    "pourtant, donc, ainsi, de plus, en outre, par ailleurs, toutefois, néanmoins, son, sa, ses, leur, leurs, "
    "en effet, puis, celui-ci, celle-ci, ceux-ci, celles-ci, celui-là, ensuite, enfin, or, car, lui, eux, "
    "en revanche, au contraire, par conséquent, en conséquence, de même, à l'inverse, d'autres, l'autre, tous deux, "
    "dans le même temps, dans ce contexte, pour cela, à cet égard, selon lui, selon elle, selon eux, d'après lui, "
    "ce dernier, cette dernière, ces derniers, une telle, un tel, là, y compris",
    "es": "él, ella, ellos, ellas, esto, este, esta, estos, estas, ese, esa, eso, esos, esas, aquel, aquella, pero, y, "
    "además, también, sin embargo, no obstante, por eso, por ello, por lo tanto, por otra parte, por otro lado, así, "
    "su, sus, asimismo, en cambio, mientras tanto, entonces, luego, después, aun así, ambos, ambas, dicho, dicha, "
    "dichos, dichas, por ejemplo, en consecuencia, según él, según ella, al mismo tiempo, a su vez, tal, tales, o",
    "it": "egli, lui, lei, essi, esse, loro, questo, questa, questi, queste, ciò, quello, quella, ma, e, ed, però, "
    "inoltre, anche, tuttavia, quindi, così, il suo, la sua, i suoi, le sue, infatti, invece, poi, dunque, intanto, "
    "al contrario, per esempio, ad esempio, nel frattempo, secondo lui, secondo lei, entrambi, entrambe, tale, tali",
    "pt": "ele, ela, eles, elas, isto, isso, este, esta, estes, estas, esse, essa, esses, essas, aquele, aquela, mas, "
    "e, além disso, também, no entanto, porém, portanto, assim, seu, sua, seus, suas, contudo, entretanto, todavia, "
    "então, depois, ambos, ambas, por isso, por exemplo, segundo ele, segundo ela, ao mesmo tempo, já, tal, tais",
    "nl": "hij, zij, ze, het is, het was, het gaat, dit, dat, deze, die, maar, en, ook, echter, bovendien, daarom, "
    "toch, dus, zijn, haar, hun, daarnaast, daarmee, daarbij, daardoor, daarna, vervolgens, hierdoor, volgens hem, "
    "volgens haar, tegelijkertijd, zo, bijvoorbeeld, beide, zulke, want, of, hem",
    "pl": "on, ona, ono, oni, one, to, ten, ta, te, tego, tej, tym, ale, i, a, też, także, również, jednak, ponadto, "
    "dlatego, więc, jego, jej, ich, natomiast, poza tym, oprócz tego, tymczasem, potem, następnie, z kolei, jednocześnie, "
    "wtedy, tak, dodatkowo, z drugiej strony, według niego, jemu, mu, obaj, obie, lecz, zatem, w związku z tym, ci, taki, "
    "taka, takie",
    "cs": "on, ona, ono, oni, to, ten, ta, tento, tato, toto, tyto, tito, ale, a, také, však, navíc, proto, tedy, jeho, "
    "její, jejich, naopak, přesto, poté, pak, zároveň, tím, podle něj, podle ní, kromě toho, oba, obě, takový, taková",
    "ru": "он, она, оно, они, его, её, ее, их, им, ей, ему, это, этот, эта, эти, этого, этому, этой, этом, этим, но, "
    "а, и, также, однако, кроме того, помимо этого, при этом, поэтому, тем не менее, в то же время, по его словам, "
    "по её словам, по ее словам, по их словам, между тем, так, затем, потом, вместе с тем, там, тогда, то есть, "
    "в свою очередь, в частности, например, таким образом, в результате, к тому же, более того, зато, тот, та, те, "
    "оба, обе, такой, такая, такие, или, для этого, из-за этого, после этого, до этого, с другой стороны",
    "uk": "він, вона, воно, вони, його, її, їх, їхній, їхня, їхні, йому, їй, їм, це, цей, ця, ці, цього, цьому, цієї, "
    "цим, але, та, і, й, а, також, однак, проте, крім того, окрім того, окрім цього, крім цього, при цьому, тому, "
    "водночас, за його словами, за її словами, за їхніми словами, тим часом, так, потім, разом з тим, там, тоді, "
    "тобто, натомість, зокрема, наприклад, таким чином, у результаті, до того ж, більше того, зате, той, ті, обидва, "
    "обидві, такий, така, такі, або, для цього, через це, після цього, до цього, з іншого боку, утім, втім, у свою чергу, "
    "своєю чергою, отже",
    "tr": "o, bu, şu, onlar, bunlar, ancak, ama, fakat, ayrıca, bunun, bunu, buna, böylece, bu nedenle, ve, onun, "
    "onların, öte yandan, aynı zamanda, dolayısıyla, üstelik, bununla birlikte, buna karşın, buna rağmen, yine de",
    "el": "αυτός, αυτή, αυτό, αυτοί, αυτές, αυτά, όμως, αλλά, και, επίσης, ωστόσο, επιπλέον, έτσι, όπως, επομένως, "
    "παράλληλα, εκείνος, εκείνη, τότε, στη συνέχεια, σύμφωνα με τον ίδιο, ο ίδιος, η ίδια",
    "ar": "هو, هي, هم, هذا, هذه, ذلك, تلك, هؤلاء, لكن, ولكن, كما, وأضاف, وقال, وأشار, وأوضح, وتابع, وذكر, وأكد, لذلك, أيضا, "
    "وهو, وهي, وكان, وكانت, وهذا, وهذه, وذلك, إلا أن, غير أن",
    "he": "הוא, היא, הם, הן, זה, זאת, זו, אלה, אבל, אך, אולם, גם, לכן, בנוסף, עם זאת, כך, לדבריו, לדבריה, לדבריהם, "
    "במקביל, לאחר מכן, מנגד",
    "hi": "वह, वे, यह, ये, उन्होंने, उसने, उनका, उनकी, उनके, उसका, उसकी, उसके, इसका, इसकी, इसके, लेकिन, और, इसलिए, हालांकि, "
    "इस, उस, इन, उन, साथ ही, मगर, परंतु, किंतु, इससे, उससे, इसमें",
    "vi": "ông ấy, bà ấy, anh ấy, cô ấy, anh này, ông này, bà này, cô này, người này, điều này, việc này, họ, nó, tuy nhiên, "
    "nhưng, và, do đó, vì vậy, vì thế, do vậy, ngoài ra, bên cạnh đó, đồng thời, trong khi đó, trước đó, sau đó, từ đó, "
    "theo đó, khi đó, mặt khác, hơn nữa, thêm vào đó, trong đó, đó là, đây là, đây cũng, đó cũng, hậu quả, ngược lại, "
    "tương tự, ông cũng, bà cũng, cũng theo",
    "id": "ia, dia, mereka, beliau, ini, itu, hal ini, hal itu, hal tersebut, namun, tetapi, tapi, dan, selain itu, "
    "sementara itu, oleh karena itu, karena itu, kemudian, lalu, meski demikian, namun demikian, akibatnya, menurutnya, "
    "di sisi lain, bahkan, sebelumnya, setelah itu",
    "zh": "他, 她, 它, 他们, 她们, 它们, 这, 那, 此, 但, 但是, 然而, 不过, 因此, 所以, 同时, 另外, 此外, 而且, 其中, 对此, 并且, 于是, "
    "之后, 随后, 与此同时, 该",
    "ja": "彼は, 彼が, 彼女は, 彼女が, 彼らは, これ, それ, この, その, しかし, だが, また, さらに, そして, 一方, そのため, このため, "
    "なお, ただ, つまり, 同氏, 同社, 同, その後, それでも, ところが, したがって, 例えば, これに対し",
    "ko": "그는, 그녀는, 그들은, 그의, 그가, 이는, 이에, 이어, 또, 또한, 하지만, 그러나, 그리고, 따라서, 한편, 이것은, 이로, 이를, 이후, "
    "특히, 다만, 반면, 그런데, 이런, 이러한, 그런, 그러한, 이번",
    "th": "เขา, เธอ, พวกเขา, มัน, แต่, และ, อย่างไรก็ตาม, นอกจากนี้, ดังนั้น, ทั้งนี้, นี่, นั่น, ขณะเดียวกัน, ส่วน, โดย, ซึ่ง, "
    "จากนั้น, หลังจากนั้น, ด้าน",
}

# What begins like the above and stands by itself. Regular expressions, each matched at the head of the sentence.
STANDING = {
    "en": (
        (
            r"it (?:is|was|has been|had been|will be|would be|remains|remained|seems|appears|emerged|became|took|turned out|"
            r"may be|might be|could be)\b.{0,60}\b(?:that|whether|to|how|why|when|where|who|first|last|latest|unclear|clear)\b"
        ),
        (
            r"(?:this|that|these|those) (?:week|month|year|morning|evening|afternoon|spring|summer|autumn|fall|winter|"
            r"season|weekend|monday|tuesday|wednesday|thursday|friday|saturday|sunday|decade|century)"
        ),
        r"those (?:who|in|with|killed|injured|living|working|aged|under|over|affected|arrested|seeking|caught|taking)\b",
        r"both (?:of )?(?:the )?\w+ and\b|both .{1,60}? and\b",
        r"either .{1,60}? or\b|neither .{1,60}? nor\b",
        r"such as\b|so far\b|so-called\b|so many\b|here (?:is|are)\b|there (?:is|are|was|were|will|has|have|had|may|could)\b",
        r"another [a-z]+ (?:people|person|man|woman)\b|another \d",
        r"earlier (?:this|in|on|today|that)\b|later (?:this|in|on|today)\b|in fact\b(?!,)",
        r"because of (?!this|that)|because [a-z]+ .{5,120},",
        r"the (?:two|three) (?:countries|sides|governments|koreas|leaders) (?!also|then)",
    ),
    "de": (
        r"es (?:gibt|gab|regnet|schneit|ist (?:das|der|die) (?:erste|letzte|größte)|geht um|handelt sich um)\b",
        r"es (?:ist|war|bleibt|sei|scheint|gilt|wird)\b.{0,80}\b(?:dass|ob|zu|wie|wann|wer|unklar)\b",
        r"(?:diese|dieses|diesen|dieser) (?:woche|jahr|monat|sommer|winter|frühling|herbst|wochenende|saison)",
        r"auch (?:in|im|bei|der|die|das|für|am|auf)\b|damit .{3,90},|so (?:genannt|viele|lange)|sowohl\b",
        r"ihre? (?:majestät|exzellenz)|beide .{1,30} und\b|dort, wo\b|hier (?:sind|ist|finden)\b",
    ),
    "fr": (
        r"il (?:y a|y avait|s'agit d|s'agissait d|faut|faudra|faudrait|pleut|neige|reste|existe)\b",
        r"il (?:est|était|sera|serait|semble|apparaît) .{0,60}(?:que|qu'|de|d')\b",
        r"ce(?:tte)? (?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|matin|soir|week-end|semaine|année|mois|été|hiver)",
        r"c'est (?:\w+ ){1,12}?(?:que|qui|qu')|aussi bien|ainsi que|lui-même|ce (?:qui|que|sont|n'est)\b.{0,80}(?:c'est|que)",
        r"son excellence|leurs majestés|or (?:noir|massif)",
    ),
    "es": (
        (
            r"est(?:e|a|os|as) (?:lunes|martes|miércoles|jueves|viernes|sábado|domingo|semana|año|mes|mañana|tarde|noche|"
            r"fin de semana|verano|invierno|otoño|primavera)"
        ),
        r"así (?:como|lo (?:informó|anunció|confirmó))|tanto .{1,60} como|después de (?!ello|eso|esto)|luego de (?!ello|eso)|y\s*$",
    ),
    "it": (
        r"quest(?:a|o|i|e) (?:mattina|sera|settimana|anno|mese|pomeriggio|notte|estate|inverno)",
        r"così come\b",
    ),
    "pt": (
        r"n?est[ea]s? (?:segunda|terça|quarta|quinta|sexta|sábado|domingo|semana|ano|mês|manhã|tarde|noite)",
        r"depois d[eao] |assim como\b|assim que\b|já .{1,30}(?:milh|mil)\b",
    ),
    "nl": (
        r"deze (?:week|maand|zomer|winter|ochtend|avond)|dit (?:jaar|weekend|weekeinde|seizoen)",
        r"zo'n\b|zowel\b|die dag",
    ),
    "pl": (
        r"w tym (?:roku|tygodniu|miesiącu)|tak zwan|tak jak\b|to (?:pierwsz|najwięk|właśnie)|i? ?tak, ",
        r"te(?:n|go) (?:tydzień|rok|lata|roku)",
    ),
    "cs": (r"tento (?:týden|rok|měsíc)|to, (?:že|co)\b|a to\b",),
    "ru": (
        r"так называем|так как\b|то, (?:что|как)\b|те, кто\b|тот, кто\b|и (?:в|на) .{1,40} и\b|также (?:в|на)\b|как .{1,40}, так и",
        r"в эт(?:ом|от|у) (?:году|день|неделю|раз)|этим (?:летом|утром)|этой (?:осенью|весной|зимой|ночью)|их (?:величеств)",
    ),
    "uk": (
        (
            r"так звани|так як\b|те, (?:що|як)\b|ті, хто\b|той, хто\b|цього (?:року|тижня|місяця|дня|разу|ранку|літа)|"
            r"цієї (?:осені|весни|зими|ночі|неділі|середи|п'ятниці|суботи)|тому, (?:що|хто)"
        ),
    ),
    "tr": (r"bu (?:yıl|hafta|ay|sabah|akşam|gün|sezon|kez|yaz|kış)\b|o (?:zaman|kadar)\b",),
    "zh": (r"这(?:周|个月|一年|天)|其中国|此次|该(?:国|市|州|公司)?(?=.{0,2}(?:表示|宣布))|那么多|同时期",),
    "ja": (r"この(?:夏|冬|春|秋|日|週|年|ほど)|同(?:時|様|じ|意|性|盟|士|僚|級)|また(?:は|がる)",),
    "ko": (
        r"이번 (?:주|달|해|여름|겨울|주말|시즌)|그(?:리스|룹|래)|또래|이(?:어폰|란|라크|집트|스라엘|탈리아)",
    ),
    "hi": (r"इस (?:साल|सप्ताह|महीने|हफ्ते|वर्ष|बार)|इन दिनों",),
    "vi": (r"đây là lần đầu|trước đó \d|sau đó \d",),
}
