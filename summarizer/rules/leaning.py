"""How sentences begin that lean on the one before: pronouns, demonstratives, connectives, speakers without a name."""

import re

# Small letters, parted by commas. A phrase must be followed by the end of a word, where words have spaces.
LEANING = {
    "en": "he, she, it, they, him, his, her, hers, its, their, theirs, this, that, these, those, but, and, so, "
    "also, however, meanwhile, moreover, furthermore, in addition, additionally, besides, therefore, thus, "
    "hence, nevertheless, nonetheless, then, yet, instead, or, because, such, both, another, others, the "
    "latter, on the other hand, on the contrary, on top of that, for example, for instance, as a result, in "
    "response, in turn, in contrast, by contrast, in particular, in other words, in fact, indeed, in this, in "
    "that, of these, of those, according to him, according to her, according to them, at the same time, at "
    "that time, at this, after that, after this, before that, since then, by then, until then, from there, "
    "similarly, likewise, otherwise, nor, as such, for this, for that, to this, to that, with this, with "
    "that, despite this, despite that, even so, what is more, what's more, the same, neither, either, as for, "
    "here, there, some of them, most of them, many of them, one of them, all of them, none of them, none of "
    "this, all of this, all this, all that, earlier, previously, afterwards, afterward, later, subsequently, "
    "accordingly, consequently, conversely, the two, the three, the pair, the duo, the trio, finally, "
    "above all, even then, in the meantime, for his part, for their part, for its part, as a "
    "consequence, for these reasons, of the two, among them, among these, among those, between them, with "
    "him, with her, with them, without it, without them, under it, in it, at these, on this, on that, by "
    "this, by doing so, in doing so, from this, from these, with these, they've, whereas, thereafter, "
    "thereby, elsewhere, to him, to her, to them, for him, for her, for them, like him, like her, behind him, "
    "still",
    "de": "er, sie, es, dies, dieser, diese, dieses, diesen, diesem, aber, und, auch, doch, jedoch, außerdem, "
    "zudem, dabei, damit, deshalb, daher, dennoch, trotzdem, allerdings, denn, dann, dort, sein, seine, "
    "seinen, seiner, ihr, ihre, ihren, ihrem, ihrer, gleichzeitig, zugleich, so, darum, dadurch, davon, dazu, "
    "daran, darauf, darin, daraufhin, danach, zuvor, hinzu, ferner, ebenso, ebenfalls, stattdessen, hingegen, "
    "dagegen, somit, folglich, demnach, ihm, ihn, ihnen, beide, solche, jene, jener, jenes, hier, oder, "
    "sondern, das sagte, das ist, das war, das sei, das bedeutet, das heißt, das hat, das wird, das gilt, "
    "letztere, letzterer, das alles, dafür, dahinter, darunter, darüber, davor, daneben, hierzu, hierbei, "
    "hierfür, hiermit, deswegen, indes, indessen, unterdessen, vielmehr, immerhin, anschließend, seitdem, "
    "seither, infolgedessen, insofern, andererseits, im gegenteil, im gegensatz dazu, für ihn, für sie, mit "
    "ihm, mit ihr, mit ihnen, von ihm, von ihr, von ihnen, bei ihm, bei ihr, nach ihm, für diese, für diesen, "
    "für dieses, mit diesem, mit dieser, mit diesen, bei diesem, bei dieser, bei diesen, nach diesem, nach "
    "dieser, aus diesem, aus dieser, aus diesen, von diesem, von dieser, von diesen, zu diesem, zu dieser, zu "
    "diesen, auf diese, auf diesem, auf dieser, in diesem, in dieser, in diesen, unter diesem, an diesem, an "
    "dieser, das gleiche, dasselbe, dieselbe, derselbe, letzterem, ersterer, sodass, dementsprechend, "
    "umgekehrt, mehr noch, hierauf, am selben tag, im übrigen, übrigens, laut ihm, demzufolge",
    "fr": "il, elle, ils, elles, ce, cet, cette, ces, cela, ceci, ça, c'est, c'était, mais, et, aussi, cependant, "
    "pourtant, donc, ainsi, de plus, en outre, par ailleurs, toutefois, néanmoins, son, sa, ses, leur, leurs, "
    "en effet, puis, celui-ci, celle-ci, ceux-ci, celles-ci, celui-là, ensuite, enfin, or, car, lui, eux, en "
    "revanche, au contraire, par conséquent, en conséquence, de même, à l'inverse, d'autres, l'autre, tous "
    "deux, dans le même temps, dans ce contexte, pour cela, à cet égard, selon lui, selon elle, selon eux, "
    "d'après lui, une telle, un tel, y compris, d'où, dès lors, du coup, dans ce cas, pour autant, à ce "
    "titre, à ce sujet, de ce fait, pour cette raison, de cette manière, parmi eux, parmi elles, parmi ces, "
    "avec lui, avec elle, pour lui, pour elle, chez lui, de son côté, de leur côté, pour sa part, à son tour, "
    "au même moment, en fait, par exemple, quant à lui, quant à elle, dans cette, dans ces, à cette, avec "
    "cette, avec ce, d'une telle, tous ces, toutes ces, tout cela, telle, tel, ni",
    "es": "él, ella, ellos, ellas, esto, este, esta, estos, estas, ese, esa, eso, esos, esas, aquel, aquella, pero, "
    "y, además, también, sin embargo, no obstante, por eso, por ello, por lo tanto, por otra parte, por otro "
    "lado, así, su, sus, asimismo, en cambio, mientras tanto, entonces, aun así, ambos, ambas, dicho, dicha, "
    "dichos, dichas, por ejemplo, en consecuencia, según él, según ella, al mismo tiempo, a su vez, tal, "
    "tales, o, ante esto, ante ello, ante eso, al respecto, por su parte, de esta manera, de esta forma, de "
    "este modo, en este sentido, en este contexto, tras ello, tras esto, tras eso, con ello, con esto, con "
    "eso, para ello, para eso, por esta razón, por esa razón, por ese motivo, debido a ello, a pesar de ello, "
    "a pesar de esto, pese a ello, de ahí, lo anterior, lo mismo, con él, con ella, para él, para ella, entre "
    "ellos, entre ellas, en esa, en ese, en esos, en esas, por último, de hecho, después, luego, aunque este, "
    "sino, pues",
    "it": "egli, lui, lei, essi, esse, loro, questo, questa, questi, queste, ciò, quello, quella, ma, e, ed, però, "
    "inoltre, anche, tuttavia, quindi, così, il suo, la sua, i suoi, le sue, infatti, invece, poi, dunque, "
    "intanto, al contrario, per esempio, ad esempio, nel frattempo, secondo lui, secondo lei, entrambi, "
    "entrambe, tale, tali, in tal senso, a tal proposito, per questo, di conseguenza, dopo ciò, nonostante "
    "ciò, oltre a ciò, a sua volta, dal canto suo, pertanto, perciò, eppure, anzi, costui, costoro, quelli, "
    "quelle, quest'ultimo, quest'ultima, con lui, con lei, con loro, per lui, per lei, tra loro, in questa, "
    "in questo, di questo, di questa, a questo, a questa, da questo, quel, quell', quei, il loro, la loro, i "
    "loro, le loro, in quel, in quella, da allora, all'epoca",
    "pt": "ele, ela, eles, elas, isto, isso, este, esta, estes, estas, esse, essa, esses, essas, aquele, aquela, "
    "mas, e, além disso, também, no entanto, porém, portanto, assim, seu, sua, seus, suas, contudo, "
    "entretanto, todavia, então, depois, ambos, ambas, por isso, por exemplo, segundo ele, segundo ela, ao "
    "mesmo tempo, tal, tais, neste sentido, neste contexto, desta forma, diante disso, com isso, apesar "
    "disso, por sua vez, por seu turno, após isso, para isso, por outro lado, o mesmo, a mesma, os dois, as "
    "duas, com ele, com ela, para ele, para ela, entre eles, entre elas, nele, nela, nesse, nessa, desse, "
    "dessa, neles, nelas, por fim, em seguida, ou, aliás, ainda assim, mesmo assim, daí, dele, dela, o seu, a "
    "sua, os seus, as suas, enquanto isso",
    "nl": "hij, zij, ze, het is, het was, het gaat, dit, dat, deze, die, maar, en, ook, echter, bovendien, daarom, "
    "toch, dus, zijn, haar, hun, daarnaast, daarmee, daarbij, daardoor, daarna, vervolgens, hierdoor, volgens "
    "hem, volgens haar, tegelijkertijd, zo, bijvoorbeeld, beide, zulke, want, of, hem, daarop, daarvoor, "
    "hierbij, hiermee, hiervoor, hierop, verder, ondertussen, intussen, desondanks, niettemin, sindsdien, "
    "overigens, immers, kortom, bij hem, bij haar, met hem, met haar, voor hem, voor haar, van hem, voor "
    "deze, voor dit, met deze, met dit, in deze, in dit, op deze, op dit, bij deze, bij dit, de twee, "
    "hetzelfde, dezelfde, dan, hier, daar",
    "pl": "on, ona, ono, oni, one, to, ten, ta, te, tego, tej, tym, ale, i, a, też, także, również, jednak, "
    "ponadto, dlatego, więc, jego, jej, ich, natomiast, poza tym, oprócz tego, tymczasem, potem, następnie, z "
    "kolei, jednocześnie, wtedy, tak, dodatkowo, z drugiej strony, według niego, jemu, mu, obaj, obie, lecz, "
    "zatem, w związku z tym, ci, taki, taka, takie, po tym, dzięki temu, mimo to, w ten sposób, co więcej, "
    "niemniej, mimo tego, z tego powodu, w tym celu, w tym czasie, od tego czasu, przy tym, tam, tutaj, tu, "
    "wówczas, zaś, z nim, z nią, z nimi, dla niego, dla niej, dla nich, u niego, o tym, na to, do tego, tych, "
    "tymi, taką, takiego, takich, owa, ów, owo, oboje, nim, nimi, niego, tymże, podobnie, przykładowo, na "
    "przykład, wreszcie, albo, lub",
    "cs": "on, ona, ono, oni, to, ten, ta, tento, tato, toto, tyto, tito, ale, a, také, však, navíc, proto, tedy, "
    "jeho, její, jejich, naopak, přesto, poté, pak, zároveň, tím, podle něj, podle ní, kromě toho, oba, obě, "
    "takový, taková, díky tomu, kvůli tomu, podobně, dále, nicméně, mezitím, ovšem, v tomto, v této, v "
    "těchto, z tohoto, z této, na to, o tom, k tomu, při tom, přitom, od té doby, tam, tady, zde, například, "
    "nakonec, jemu, mu, jim, s ním, s ní, s nimi, pro něj, pro ni, tohle, této, tohoto, těchto, tomu, takto, "
    "obojí, tudíž, totiž, naproti tomu, na druhou stranu, jenže, avšak",
    "ru": "он, она, оно, они, его, её, ее, их, им, ей, ему, это, этот, эта, эти, этого, этому, этой, этом, этим, "
    "но, а, и, также, однако, кроме того, помимо этого, при этом, поэтому, в то же время, по его словам, по "
    "её словам, по ее словам, по их словам, между тем, так, затем, потом, вместе с тем, там, тогда, то есть, "
    "в свою очередь, в частности, например, таким образом, в результате, к тому же, более того, зато, тот, "
    "та, те, оба, обе, такой, такая, такие, или, для этого, из-за этого, после этого, до этого, с другой "
    "стороны, об этом, в связи с этим, вместо этого, несмотря на это, благодаря этому, иначе, напротив, "
    "наоборот, впрочем, следовательно, итак, причём, причем, с ним, с ней, с ними, у него, у неё, у нее, у "
    "них, для него, для неё, для нее, для них, по ним, этими, этих, тем, того, той, тех, такого, таких, "
    "такую, такое, эту, на этом, на это, об этих, о нём, о нем, о ней, о них, в нём, в нем, в ней, в них, в "
    "этом, в этой, в этих, при таких, к этому, за это, за этим, по этому, по этой, по этим, с этим, с этой, с "
    "тех пор, к тому времени, в то время, сам он, сама она, все они, ведь, потому, отсюда, наконец",
    "uk": "він, вона, воно, вони, його, її, їх, їхній, їхня, їхні, йому, їй, їм, це, цей, ця, ці, цього, цьому, "
    "цієї, цим, але, та, і, й, а, також, однак, проте, крім того, окрім того, окрім цього, крім цього, при "
    "цьому, тому, водночас, за його словами, за її словами, за їхніми словами, так, потім, разом з тим, там, "
    "тоді, тобто, натомість, зокрема, наприклад, таким чином, у результаті, до того ж, більше того, зате, "
    "той, ті, обидва, обидві, такий, така, такі, або, для цього, через це, після цього, до цього, з іншого "
    "боку, утім, втім, у свою чергу, своєю чергою, отже, про це, у зв'язку з цим, в зв'язку з цим, замість "
    "цього, попри це, незважаючи на це, завдяки цьому, інакше, навпаки, отож, причому, у нього, у неї, у них, "
    "з ним, з нею, з ними, для нього, для неї, для них, цими, цих, тим, того, тієї, тих, такого, таких, таку, "
    "таке, цю, на цьому, на це, на цей, про нього, про неї, про них, в ньому, у ньому, в ній, у ній, в них, у "
    "цьому, в цьому, у цій, в цій, у цих, в цих, до цієї, за це, за цим, з цим, з цією, з того часу, відтоді, "
    "на той час, сам він, сама вона, усі вони, всі вони, адже, звідси, нарешті, більш того, поза тим, в "
    "результаті, в свою чергу",
    "tr": "o, bu, şu, onlar, bunlar, ancak, ama, fakat, ayrıca, bunun, bunu, buna, böylece, ve, onun, onların, öte "
    "yandan, aynı zamanda, dolayısıyla, üstelik, bununla birlikte, yine de, bunlardan, bunların, bunda, "
    "bundan, onu, ona, ondan, onlara, ikisi, çünkü, hatta, daha sonra, ardından, örneğin, oysa, orada, "
    "burada, kendisi, şunları, söz konusu",
    "el": "αυτός, αυτή, αυτό, αυτοί, αυτές, αυτά, όμως, αλλά, και, επίσης, ωστόσο, επιπλέον, έτσι, επομένως, "
    "παράλληλα, εκείνος, εκείνη, τότε, στη συνέχεια, σύμφωνα με τον ίδιο, ο ίδιος, η ίδια, αυτόν, αυτήν, "
    "αυτού, αυτής, αυτών, αυτούς, γι' αυτό, για αυτό, για τον λόγο αυτό, παρ' όλα αυτά, παρόλα αυτά, "
    "εντούτοις, συνεπώς, άρα, μάλιστα, εκεί, του ίδιου, στο μεταξύ, εν τω μεταξύ, μετά από αυτό, από τότε, "
    "διότι, εκείνο, εκείνοι, οι ίδιοι, η τελευταία, ο τελευταίος, τέτοιες, τέτοια, τέτοιο",
    "ar": "هو, هي, هم, هذا, هذه, ذلك, تلك, هؤلاء, لكن, ولكن, كما, وأضاف, وقال, وأشار, وأوضح, وتابع, وذكر, وأكد, "
    "لذلك, أيضا, وهو, وهي, وكان, وكانت, وهذا, وهذه, وذلك, إلا أن, غير أن, لكنه, لكنها, ولكنه, وهم, وبالتالي, "
    "ومع ذلك, وفي الوقت نفسه, من جهته, من جانبه, من جانبها, ثم, وكذلك, وأوضحت, وأضافت, وقالت, وأشارت, وأكدت, "
    "وتابعت, وبحسبه, وعليه, بالإضافة إلى ذلك, علاوة على ذلك, في المقابل, وفي المقابل",
    "he": "הוא, היא, הם, הן, זה, זאת, זו, אלה, אבל, אך, אולם, גם, לכן, בנוסף, עם זאת, כך, לדבריו, לדבריה, לדבריהם, "
    "במקביל, לאחר מכן, מנגד, אלו, אותו, אותה, אותם, אז, כמו כן, לעומת זאת, יחד עם זאת, למרות זאת, בשל כך, על "
    "כן, מאז, לפיכך, שלו, שלה, ואולם, יתר על כן, בהמשך, לטענתו, לטענתה, דבריו, דבריה, אחרי כן, בתגובה",
    "hi": "वह, वे, यह, ये, उन्होंने, उसने, उनका, उनकी, उनके, उसका, उसकी, उसके, इसका, इसकी, इसके, लेकिन, और, इसलिए, "
    "हालांकि, इस, उस, इन, उन, साथ ही, मगर, परंतु, किंतु, इससे, उससे, इसमें, उन्हें, उसे, उनसे, इन्हें, इसे, "
    "इनका, इनकी, इनके, वहीं, वहां, यहां, तब, बाद में, ऐसे, ऐसा, ऐसी, क्योंकि, दूसरी ओर, इसी, उसी, इसने, "
    "इन्होंने, जबकि, किन्तु, परन्तु, हालाँकि, उन्होनें, उनमें, इनमें",
    "vi": "ông ấy, bà ấy, anh ấy, cô ấy, anh này, ông này, bà này, cô này, người này, điều này, việc này, họ, nó, "
    "tuy nhiên, nhưng, và, do đó, vì vậy, vì thế, do vậy, ngoài ra, bên cạnh đó, đồng thời, trong khi đó, "
    "trước đó, sau đó, từ đó, theo đó, khi đó, mặt khác, hơn nữa, thêm vào đó, trong đó, đó là, đây là, đây "
    "cũng, đó cũng, hậu quả, ngược lại, tương tự, ông cũng, bà cũng, cũng theo, ông cho, ông nói, ông đã, ông "
    "là, ông được, ông sẽ, ông còn, ông không, ông có, ông từng, ông khẳng định, ông nhấn mạnh, ông kể, bà "
    "cho, bà nói, bà đã, bà là, bà được, bà sẽ, bà còn, bà không, bà có, bà từng, bà khẳng định, bà nhấn "
    "mạnh, bà kể, cô cho, cô nói, cô đã, cô là, cô được, cô cũng, cô còn, cô không, chị cho, chị nói, chị đã, "
    "chị là, chị cũng, chị còn, anh ta, cô ta, ông ta, bà ta, chị ấy, những điều này, những điều đó, điều đó, "
    "việc đó, việc làm này, theo ông, theo bà này, bởi vậy, bởi thế, chính vì vậy, chính vì thế, chính điều "
    "này, hai người này, cả hai, ở đó, tại đó, tại đây, lúc này, lúc đó, khi ấy, như vậy, thế nhưng, nhờ đó, "
    "nhờ vậy, với điều này, trường hợp này, vụ việc này, người đàn ông này, người phụ nữ này, đối tượng này",
    "id": "ia, dia, mereka, beliau, ini, itu, hal ini, hal itu, hal tersebut, namun, tetapi, tapi, dan, selain itu, "
    "sementara itu, oleh karena itu, karena itu, kemudian, lalu, meski demikian, akibatnya, menurutnya, di "
    "sisi lain, bahkan, sebelumnya, setelah itu, dengan demikian, dalam hal ini, di sana, di sini, keduanya, "
    "sebaliknya, misalnya, selanjutnya, lantas, padahal, sedangkan, saat itu, ketika itu, sejak itu, untuk "
    "itu, atas hal itu, terkait hal itu, terkait hal ini, begitu juga, demikian pula, katanya, ujarnya, tak "
    "hanya itu, tidak hanya itu, kondisi ini, kondisi itu, di samping itu, meskipun begitu, walau begitu",
    "zh": "他, 她, 它, 他们, 她们, 它们, 这, 那, 此, 但, 但是, 然而, 不过, 因此, 所以, 同时, 另外, 此外, 而且, 其中, 对此, 并且, 于是, 之后, 随后, 与此同时, 该, "
    "据此, 为此, 由此, 这样, 可是, 接着, 另一方面, 相反, 例如, 上述, 她说, 后者, 前者, 二人, 两人, 双方, 當時, 当时, 後來, 后来, 這, 那裡, 對此, 與此同時, 隨後, "
    "之後, 因為, 因为, 於是, 不過, 同時, 他們, 她們, 該, 據此",
    "ja": "彼は, 彼が, 彼女は, 彼女が, 彼らは, これ, それ, この, その, しかし, だが, また, さらに, そして, 一方, そのため, このため, なお, ただ, つまり, 同氏, 同社, 同, "
    "その後, それでも, ところが, したがって, 例えば, これに対し, だからこそ, ですが, でも, けれど, これら, それら, そこ, ここ, こう, こうした, そう, そうした, このように, "
    "そのように, ほかに, 他方, 加えて, その上, 同氏は, 同日, 同県, 同市, 同省, 同庁, 同署, 彼の, 彼女の, 両者, 両氏, 逆に, すると, 次いで, 続いて, よって, ゆえに, "
    "あるいは, しかも, もっとも, とはいえ, にもかかわらず",
    "ko": "그는, 그녀는, 그들은, 그의, 그가, 이는, 이에, 이어, 또, 또한, 하지만, 그러나, 그리고, 따라서, 한편, 이것은, 이로, 이를, 이후, 특히, 다만, 반면, 그런데, 이런, "
    "이러한, 그런, 그러한, 이번, 그러면서, 그러자, 그래서, 그럼에도, 그녀의, 그들의, 그를, 그것, 그곳, 그때, 그 후, 그 결과, 그 때문, 그중, 이것, 이곳, 이들, 이때, 이 "
    "때문, 이 같은, 이 과정, 이번에, 이와, 이처럼, 이같이, 아울러, 더불어, 또는, 혹은, 때문에, 왜냐하면, 반대로, 이어서, 게다가, 두 사람, 앞서, 여기에, 거기에",
    "th": "เขา, เธอ, พวกเขา, มัน, แต่, และ, อย่างไรก็ตาม, นอกจากนี้, ดังนั้น, ทั้งนี้, นี่, นั่น, ขณะเดียวกัน, "
    "ส่วน, โดย, ซึ่ง, จากนั้น, หลังจากนั้น, ด้าน, พวกเธอ, สิ่งนี้, สิ่งนั้น, เรื่องนี้, เรื่องนั้น, ดังกล่าว, "
    "เหตุนี้, ด้วยเหตุนี้, เพราะฉะนั้น, ทั้งสอง, ทั้งคู่, ที่นั่น, ที่นี่, ต่อมา, ในขณะเดียวกัน, "
    "ในทางกลับกัน, ตัวอย่างเช่น, เช่นเดียวกัน, อีกทั้ง, รวมถึง",
}

# The same where capitals matter: "Das sagte" leans; "Das Haus" and "Das neue Haus" do not. "Twice a year, it" and
# "After the vote, her" lean too, unless a name stands before the comma.
LEANING_SHAPES = {
    "en": re.compile(
        r"[A-Z][a-z'’-]*(?: [a-z0-9'’-]+){0,6}, (?:he|she|they|him|his|her|their|its|it(?! (?:is|was|will be|would be|takes?)\b))\b"
    ),
    "fr": re.compile(
        r"Une? [\w-]+ (?:[\w-]+ )?qu[ie] [^,:;]{1,60}\.$"
    ),  # a relative clause without a verb of its own
    "de": re.compile(
        r"Das (?!(?:sehr|bislang|bisher|rund|etwa|noch|ganz|heute|einst|eigens|meist|wohl|damals|derzeit|zuletzt|eigentlich|wirklich|vermutlich|aus|in|im|am|an|von|vom|mit|für|bei|nach|seit|zur|zum|auf|unter|vor|über)\b)"
        r"(?:[a-zäöüß]{0,30}[a-df-zäöüß]|habe|hätte|hatte|werde|wurde|würde|sei|wäre|könne|konnte|könnte|solle|sollte|"
        r"müsse|musste|dürfe|dürfte|mache|machte|sagte|teilte|erklärte|berichtete|bestätigte|meldete|zeigte|führte|"
        r"sorgte|reichte|bedeute|bedeutete|gelte|gehe|komme|liege|fühlte|stimme|heiße)\b"
    ),
}

# "…", he said: a quotation whose speaker has no name here.
NAMELESS = re.compile(
    r"[”\"»’“],?\s?(?:[-–—]\s)?(?:(?:he|she|they) (?:said|says|added|told|wrote|explained|noted|continued|recalled)|"
    r"(?:said|says|added) (?:he|she|they)|(?:sagte|sagt|erklärte|meinte|betonte|so|ergänzte|fügte) (?:er|sie)|"
    r"(?:a-t-|dit-|explique-t-|assure-t-|ajoute-t-|affirme-t-|poursuit-|estime-t-|raconte-t-|lance-t-)(?:il|elle)|"
    r"(?:est-|a-t-)?(?:zei|zegt|aldus|vertelt|vertelde) (?:hij|ze|zij)|"
    r"(?:сказал|сообщил|отметил|заявил|добавил|пояснил|подчеркнул|рассказал)а? (?:он|она)|"
    r"(?:сказа|повідоми|зазначи|заяви|дода|поясни|підкресли|розпові)(?:в|ла) (?:він|вона))\b"
)
