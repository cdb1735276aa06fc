"""Lines that belong to the page and not to the story, by how they begin or what stands in them.

Small letters. They are looked for in every text, whatever its language: pages mix languages. A phrase must be rare at
the head of a sentence of news, since whatever matches is never a bullet.
"""

# Links to other pages, calls to the reader, credits, notes, consent: how such a line begins, signs aside.
OPENINGS = {
    "en": (
        "read also; read more; read next; read now; read the full; read our; read:; see also; see more; see:; "
        "also read; watch:; watch the video; watch below; watch live; watch our; listen:; listen to this "
        "article; listen to our; related:; related articles; related content; related stories; more on this; "
        "more stories; more:; click here; click on; click to; click through; scroll down; swipe; tap here; "
        "tap to; sign up; subscribe; follow us; follow @; follow me; follow the author; follow the latest; "
        "follow our; like our; share this; share it; share on; share your; share via; join us; join our; join "
        "the conversation; join the discussion; join the debate; support us; support our; don't miss; you "
        "might like; you can follow; you can reach; you can contact; you can read; you can find more; you can "
        "also follow; most read; most popular; get the latest; get our; get all the; get breaking; get in "
        "touch; download our; download the app; comment below; comments are closed; leave a comment; leave a "
        "reply; post a comment; view comments; view gallery; view all; view more; let us know; tell us; have "
        "your say; have a story; have you got; got a story; got a tip; do you have a story; do you know more; "
        "do you agree; what do you think; send your; send us; email us; e-mail us; contact the author; "
        "contact the writer; reach the author; write to us; text us; photo:; photos:; photograph:; photo by; "
        "photos by; photo credit; photo courtesy; photo illustration; image:; images:; image by; image "
        "credit; image caption; image source; picture:; pictures:; picture by; pictured:; pictured above; "
        "pictured below; pictured left; pictured right; video:; video by; video caption; media caption; "
        "caption:; credit:; copyright ©; copyright (c); credits:; sources:; by:; words by; words:; author:; "
        "about the author; editor's note; editors' note; note to readers; correction:; corrections:; "
        "clarification:; updated:; published:; posted:; posted by; posted on; last updated; last modified; "
        "first published; originally published; filed under; tags:; tag:; topics:; topic:; categories:; "
        "category:; for more information; for more on; for more stories; for more news; for confidential "
        "support; to read more; to read the full; to subscribe; to continue reading; to view this; to get the "
        "latest; to contact the; this article was; this article first; this article originally; this article "
        "is part of; this article appeared; this story was first; this story was originally; this story has "
        "been updated; this story has been corrected; this story first; this story is developing; this is a "
        "developing story; this is a breaking; this is a sponsored; this post is sponsored; this post is part "
        "of; this post contains; this post may contain; this post originally; this post first; this page is; "
        "this transcript; this website uses; this site uses; this site is protected; this essay was; this "
        "piece was; this newsletter; this week's newsletter; a version of this; additional reporting; "
        "reporting by; edited by; editing by; with reporting; story continues; article continues; continue "
        "reading; continued on; already a subscriber; already a member; already have an account; not a "
        "subscriber; log in; register now; register for free; create an account; create a free account; start "
        "your free; subscribers can; we use cookies; we and our partners; we value your privacy; we may earn; "
        "we may receive; we earn a commission; we have updated our; we welcome your; we want to hear; we'd "
        "love to hear; our website uses; our privacy; by continuing; by clicking; by signing up; by "
        "submitting; by subscribing; by using this; accept all; accept cookies; manage cookies; manage "
        "preferences; reject all; privacy policy; cookie policy; cookie settings; terms and conditions; all "
        "rights reserved; all comments; all photos; the opinions expressed; the views expressed; the views "
        "and opinions; opinions expressed; views expressed; the author's views; full disclosure:; i received "
        "compensation; i was compensated; i may earn; i may receive; i received a free; affiliate links; as "
        "an amazon associate; thank you for reading; thanks for reading; thank you for subscribing; please "
        "enable; please sign; please subscribe; please log; please share; please note that comments; please "
        "read our; please consider; enable javascript; your browser; your email address; your subscription; "
        "you need to enable; you must be logged; you must enable; you are reading; you have reached; you can "
        "unsubscribe; enter your email; back to top; skip to; jump to; table of contents; in this article; "
        "next article; previous article; next:; previous:; next up:; file photo; file picture; stock image; "
        "getty images; gallery:; slideshow; infographic:; podcast:; quiz:; transcript:; press release; for "
        "immediate release; media contact; press contact; for media inquiries; if you enjoyed; if you liked; "
        "if you like this; if you have a story; if you have any information; if you or someone you know; if "
        "you want to read; see inside; see gallery; see photos; show caption; hide caption; toggle caption; "
        "play video; recommended for you; recommended reading; trending now; newsletter:; disclosure:; "
        "disclaimer:; terms of use; terms of service; register to read; register to continue; written by:; "
        "produced by:; donate to; donate now; donate today; sponsored content; sponsored by:; if you would "
        "like to contact; if you would like to comment; if you would like to support; if you would like to "
        "receive; if you'd like to contact; if you'd like to support; you might also like; you might also "
        "enjoy; you might also be interested; you may also like; you may also enjoy; you may also be "
        "interested; copyright 19; copyright 20; contact us at; contact us on; contact us for; contact us "
        "today; contact us via; more from this; more from our; like us on; follow live updates; thank you for "
        "your support; this content is provided; this content is sponsored; i received this product; your "
        "support helps; for more details; get more of; get more news; advertisement:; login to; sign in to; "
        "sign in or; source:; watch more from; this report was first; this report was produced; this report "
        "was written; this blog is; this blog was; this blog post; this post was originally; this post was "
        "first; this post was sponsored; this post was written; please visit our; call us on; call us at; "
        "above:; below:; top:; bottom:; clockwise from; pictured, from; pictured, left; don't forget to; make "
        "sure to subscribe; make sure to follow; be sure to subscribe; be sure to follow; check out our; "
        "check out my; check out the latest; stay tuned; stay up to date with; join my; i agree to; i would "
        "like to receive; yes, i would like; you agree to our; you consent to; no thanks; paid for by; prices "
        "correct; image copyright; graphic:; graphics by; graphic by; map:; chart:; illustration:; "
        "illustration by; reporting and writing by; editing and; story by; photography by; interview by; this "
        "interview has been; this conversation has been; this excerpt; excerpted from; read this; read the "
        "rest; see our; see the full; see the gallery; view the full; view photos; watch now; play now; buy "
        "tickets; tickets:; book now; shop now; buy now; order now; learn more at; find out more; if you have "
        "information; call samaritans; if you need help; live:; to receive our; to receive the latest; to "
        "receive updates; to comment on this; to learn more, visit; for the latest news; for the latest "
        "updates; from left:; an earlier version of this; an original version of this; this article has been "
        "updated; this article has been corrected; this article has been amended; this post has been updated; "
        "this page was last; this article includes; left:; right:; if you have been affected by the issues; "
        "if you have been affected by this; if you are affected by the issues; if you're affected by the "
        "issues"
    ),
    "de": (
        "lesen sie auch; lesen sie mehr; lesen sie hier; lesen sie dazu; lesen sie weiter; lesen sie:; lies "
        "auch; mehr dazu; mehr infos; mehr informationen; mehr nachrichten; mehr:; auch interessant; das "
        "könnte sie auch; das könnte dich auch; passend dazu; zum artikel; zum video; weitere informationen; "
        "weitere infos; weitere nachrichten; weitere artikel; weiterlesen; hier geht es; hier gehts; hier "
        "geht's; hier klicken; klicken sie; jetzt abonnieren; jetzt lesen; jetzt anmelden; jetzt "
        "registrieren; jetzt kostenlos; melden sie sich; folgen sie uns; folgt uns; folge uns; foto:; fotos:; "
        "bild:; bilder:; quelle:; quellen:; autor:; stand:; stand des artikels; erstveröffentlichung; "
        "anmerkung der redaktion; hinweis der redaktion; korrektur; hinweis:; dieser artikel; dieser beitrag; "
        "dieser text; diese seite; diese website; diese webseite; dieses video; wir verwenden cookies; wir "
        "nutzen cookies; wir setzen cookies; mit der nutzung; impressum; alle rechte vorbehalten; bitte "
        "aktivieren; bitte melden; teilen sie; schreiben sie uns; diskutieren sie; kommentar schreiben; was "
        "meinen sie; was denken sie; danke für ihr; vielen dank; symbolbild; archivbild; archivfoto; mit "
        "material von; mit informationen von; zurück zur; aktualisiert am; aktualisiert:; aktualisierung:; "
        "veröffentlicht am; veröffentlicht:; zum thema:; mehr zum; mehr zu diesem; newsletter abonnieren; "
        "unseren newsletter; der newsletter; cookies; cookie-einstellungen; empfohlener redaktioneller "
        "inhalt; externer inhalt; hier finden sie; jetzt teilen; artikel teilen; kommentare lesen; zur "
        "startseite; zur übersicht; lesetipp:; anzeige:; werbung:; dieser podcast; haben sie fragen; haben "
        "sie hinweise; hinweise an; kontakt:; abonnieren; grafik:; bildunterschrift:; bildnachweis:; "
        "mitarbeit:; redaktion:; text:; titelbild; mit diesem button; an dieser stelle finden sie"
    ),
    "fr": (
        "lire aussi; a lire aussi; lire également; lire:; à lire; voir aussi; à voir aussi; voir:; voir la "
        "vidéo; regardez; écoutez; abonnez-vous; s'abonner; inscrivez-vous; je m'abonne; je m'inscris; "
        "suivez-nous; suivez l'actualité; retrouvez; cliquez; cliquer ici; partagez; crédit photo; crédits "
        "photo; crédit:; photo d'illustration; image d'illustration; vidéo:; publié le; mis à jour; mise à "
        "jour; article réservé; cet article; ce contenu; ce site utilise; nous utilisons des cookies; en "
        "poursuivant; en cliquant; politique de confidentialité; tous droits réservés; recevez; téléchargez; "
        "contactez; écrivez-nous; réagissez; commentez; pour en savoir plus; en savoir plus; plus "
        "d'informations; sur le même sujet; le reste après cette publicité; avec afp; partager cet; partager "
        "l'article; partager sur; écouter l'article; écouter le podcast; lire la suite; lire l'article; lire "
        "plus; en images:; infographie:; légende:; propos recueillis par; publicité:; article mis à jour; ce "
        "sujet vous; découvrez; inscrivez vous; connectez-vous; déjà abonné; nos partenaires; vous pouvez "
        "vous désabonner; acceptez; accepter les cookies; gérer les cookies"
    ),
    "es": (
        "lee también; lea también; leer también; lea además; lea más; leer más; lee más; lee:; ver también; "
        "ver más; vea también; vea:; mira también; mira:; te puede interesar; le puede interesar; te "
        "recomendamos; más información; más noticias; más sobre; suscríbete; suscríbase; regístrate; "
        "síguenos; síganos; sigue leyendo; seguir leyendo; haz clic; haga clic; fotografía:; imagen:; vídeo:; "
        "fuente:; este artículo; este sitio; esta web; utilizamos cookies; usamos cookies; al continuar; "
        "política de privacidad; todos los derechos; escríbenos; déjanos; nota del editor; actualizado el; "
        "actualizado a; actualizado:; publicado el; publicado:; contáctanos; contacte con nosotros; boletín:; "
        "recibe nuestro boletín; foto de archivo; imagen de archivo; inicia sesión; ya eres suscriptor; "
        "aceptar cookies; compartir en; descarga la app; únete a; publicidad:; comparte esta; comparte en; "
        "recibe las noticias; sigue toda la actualidad"
    ),
    "it": (
        "leggi anche; leggi tutto; leggi:; vedi anche; guarda anche; guarda il video; guarda:; potrebbe "
        "interessarti; continua a leggere; iscriviti; seguici; clicca; condividi; immagine:; fonte:; questo "
        "articolo; questo sito; utilizziamo i cookie; usiamo i cookie; informativa; tutti i diritti; ricevi; "
        "scrivici; aggiornato il; aggiornato alle; aggiornamento:; pubblicato il; pubblicato:; segui la "
        "diretta; segui le; registrati per; abbonati a; abbonati per; accedi; sei già abbonato; per "
        "approfondire; approfondisci; scarica l'app; accetta i cookie; foto di archivo; commenta l'articolo"
    ),
    "pt": (
        "leia também; leia mais; leia:; veja também; veja mais; veja:; saiba mais; assine; inscreva-se; "
        "cadastre-se; siga-nos; siga o; siga a; clique; compartilhe; imagem:; continua após; este artigo; "
        "este site; política de privacidade; todos os direitos; receba; baixe; atualizado em; atualizado às; "
        "publicado em; publicado às; comente aqui; comentários:; acesse; aceitar cookies; participe do canal; "
        "entre no canal; foto de arquivo; publicidade:; já assistiu aos"
    ),
    "nl": (
        "lees ook; lees meer; lees verder; lees:; bekijk ook; kijk ook; bekijk de video; meer over; abonneer; "
        "schrijf je in; meld je aan; volg ons; klik hier; deel dit; beeld:; bron:; dit artikel; deze website; "
        "wij gebruiken cookies; we gebruiken cookies; alle rechten voorbehouden; bijgewerkt op; bijgewerkt:; "
        "gepubliceerd op; gepubliceerd:; nieuwsbrief:; inloggen; word abonnee; al abonnee; tip de redactie; "
        "foto's:; bekijk hier; luister ook; luister naar"
    ),
    "pl": (
        "czytaj też; czytaj także; czytaj również; czytaj więcej; czytaj dalej; przeczytaj także; przeczytaj "
        "też; przeczytaj również; zobacz też; zobacz także; zobacz również; zobacz:; więcej na; więcej:; "
        "subskrybuj; zapisz się; zaloguj; obserwuj nas; śledź nas; polub nas; kliknij; udostępnij; zdjęcie:; "
        "fot.; źródło:; ten artykuł; ta strona; ta witryna; używamy plików cookie; wykorzystujemy pliki "
        "cookie; polityka prywatności; wszelkie prawa; polecamy; masz ciekawy temat; aktualizacja:; "
        "opublikowano:; redagował; dołącz do; pobierz aplikację; akceptuję; reklama:; dziękujemy za"
    ),
    "cs": (
        "čtěte také; čtěte více; přečtěte si; mohlo by vás; více čtěte; sledujte nás; přihlaste; odebírejte; "
        "klikněte; sdílejte; zdroj:; tento článek; tento web; používáme cookies; všechna práva; "
        "aktualizováno:; aktualizováno dne; chcete vědět; stáhněte si; přidejte se; související:; zdroje:; "
        "diskuse:"
    ),
    "uk": (
        "читайте також; читайте ще; читайте більше; читайте на тему; читайте:; читати також; читати більше; "
        "дивіться також; дивіться:; підписуйтесь; підписуйтеся; підпишіться; приєднуйтесь; приєднуйтеся; "
        "долучайтесь; натисніть; поділіться; фото:; ілюстративне фото; відео:; джерело:; джерела:; автор:; "
        "нагадаємо; нагадуємо; ця стаття; цей сайт; ми використовуємо файли; ми використовуємо cookie; "
        "політика конфіденційності; усі права; всі права; якщо ви помітили помилку; помітили помилку; більше "
        "новин; більше за темою; новини за темою; раніше повідомлялося; раніше ми писали; раніше ми "
        "повідомляли; раніше повідомлялось; оновлено:; опубліковано:; поділитися:; поділитися в; підписатися "
        "на; реклама:; матеріал підготував; переклад:; наші новини; приєднуйся; підписуйся; слідкуйте; "
        "стежте; долучайся; тиць; також читайте; як повідомлялося; детальніше:; детальніше про"
    ),
    "ru": (
        "читайте также; читайте ещё; читайте еще; читайте по теме; читать также; читать далее; смотрите "
        "также; смотрите:; подписывайтесь; подпишитесь; присоединяйтесь; следите за; нажмите; поделитесь; "
        "иллюстрация:; видео:; источник:; напомним; эта статья; этот сайт; мы используем файлы; мы используем "
        "cookie; политика конфиденциальности; все права; если вы заметили ошибку; заметили ошибку; больше "
        "новостей; материалы по теме; новости по теме; ранее сообщалось; ранее мы писали; ранее мы сообщали; "
        "обновлено:; опубликовано:; поделиться:; поделиться в; подписаться на; материал подготовил; "
        "подробнее:; подробнее о; также читайте; как сообщалось; присоединяйся; подписывайся; оставьте "
        "комментарий"
    ),
    "tr": (
        "ayrıca okuyun; haberin devamı; devamını oku; ilgili haber; ilginizi çekebilir; bizi takip; abone ol; "
        "tıklayın; fotoğraf:; kaynak:; bu site; tüm hakları; çerez; güncelleme:; son güncelleme; bültenimize; "
        "bizi sosyal; yorum yap; haber:; muhabir:; editör:; çerezler"
    ),
    "vi": (
        "xem thêm; đọc thêm; mời bạn; mời độc giả; tin liên quan; bài liên quan; theo dõi chúng tôi; ảnh:; "
        "ảnh minh họa; hình minh họa; nguồn:; chia sẻ bài; >>; đăng ký nhận; đăng ký ngay; xem video; xem chi "
        "tiết; bấm vào; nhấn vào; bình luận:; từ khóa:; hãy theo dõi; quý độc giả"
    ),
    "id": (
        "baca juga; baca:; simak juga; lihat juga; ikuti kami; berlangganan; klik di sini; sumber:; lihat "
        "foto; tonton juga; penulis:; editor:; gambar:; ikuti berita; cek berita; baca selengkapnya; simak "
        "berita; pilihan editor; saksikan video; dapatkan berita"
    ),
    "el": (
        "διαβάστε επίσης; διαβάστε ακόμη; διαβάστε ακόμα; δείτε επίσης; δείτε ακόμη; ακολουθήστε; εγγραφείτε; "
        "φωτογραφία:; πηγή:; χρησιμοποιούμε cookies; διαβάστε περισσότερα; δείτε περισσότερα; δείτε εδώ; "
        "κάντε κλικ; πηγές:; βίντεο:; με πληροφορίες από"
    ),
    "ar": (
        "اقرأ أيضا; اقرأ المزيد; إقرأ أيضا; شاهد أيضا; تابعونا; المصدر:; الصورة:; نستخدم ملفات; اشترك في "
        "النشرة; اشترك الآن; اقرأ ايضا; اقرأ أيضًا; للمزيد; انقر هنا; المصدر :; تصوير:; تابعنا; مواضيع ذات "
        "صلة"
    ),
    "he": (
        "קראו גם; קרא גם; קראו עוד; לקריאה נוספת; עקבו אחרינו; הירשמו; צילום:; מקור:; לחצו כאן; לכתבה המלאה; "
        "שתפו; להרשמה; צפו:; תגובות:; כתבות נוספות"
    ),
    "hi": (
        "यह भी पढ़ें; ये भी पढ़ें; और पढ़ें; हमें फॉलो; फोटो:; स्रोत:; पूरी खबर; यहां क्लिक; सब्सक्राइब; शेयर "
        "करें; तस्वीर:; लेखक:; इसे भी पढ़ें"
    ),
    "zh": (
        "延伸阅读; 相关阅读; 相关新闻; 更多新闻; 关注我们; 扫描二维码; 图片来源; 图：; 来源：; 责任编辑; 编辑：; 点击查看; 点击这里; 点击此处; 点击进入; 点击阅读; 我们使用 "
        "cookie; 我们使用cookie; 图为; 资料图; 图片：; 图片:; 摄影：; 记者：; 作者：; 原标题; 版权声明; 免责声明; 更多精彩; 欢迎关注; 延伸閱讀; 相關新聞; 圖片來源; "
        "圖：; 資料圖"
    ),
    "ja": (
        "関連記事; あわせて読みたい; 続きを読む; 詳しくは; 写真：; 写真:; 出典：; 出典:; 会員登録; 関連：; 関連:; 動画：; 画像：; 提供：; 文：; 取材・文; （写真; "
        "シェアする; フォローする; クリック; 無料登録; ログイン; この記事は"
    ),
    "ko": "관련기사; 관련 기사; 더 보기; 사진=; 사진:; 출처:; 무단전재; 구독하기; 기사제보; 저작권자; ▶; ☞; 자료사진",
    "th": (
        "อ่านเพิ่มเติม; อ่านต่อ; ข่าวที่เกี่ยวข้อง; ติดตามเรา; ที่มา:; ภาพ:; คลิก; อ่านข่าว; ดูเพิ่มเติม; "
        "ขอบคุณภาพ; สมัครสมาชิก; ข่าวอื่น; แชร์ข่าว; เครดิต:"
    ),
}

# What no sentence of a story says, wherever it stands: a sign, and the phrases of which it is a part.
ANYWHERE = (
    ("rights reserved", "rights reserved"),
    ("contributed ", "contributed to this; contributed reporting"),
    ("appeared", "appeared first on; first appeared on; first appeared in; originally appeared"),
    ("click", "click here; click the link; click on the link"),
    ("scroll down", "scroll down for; scroll down to"),
    ("cookie", "uses cookies; use cookies; accept cookies; cookie policy; cookies on this"),
    ("privacy ", "privacy policy; privacy settings; privacy notice"),
    ("terms ", "terms of use; terms of service; terms and conditions"),
    ("subscri", "subscribers only; subscribe to our; subscribe here; subscribe now"),
    ("newsletter", "newsletter here; our newsletter; our daily newsletter; our weekly newsletter"),
    ("sign up ", "sign up here; sign up for our; sign up for the newsletter; sign up to our"),
    ("follow ", "follow us on; follow him on; follow her on; follow them on; follow me on; follow @"),
    ("twitter", "on twitter @; on twitter: @; on twitter at @; pic.twitter.com"),
    ("https://t.co", "https://t.co"),
    ("compensated ", "been compensated by; was compensated by; compensated for this"),
    ("sponsored post", "sponsored post"),
    ("affiliate ", "affiliate link; affiliate commission"),
    ("getty images", "getty images"),
    (" photo", "ap photo; afp photo; file photo"),
    ("courtesy", "image courtesy; photo courtesy"),
    (
        "(",
        "(left); (right); (centre); (center); (pictured left); (pictured right); (pictured above); (far left); (far right)",
    ),
    ("comment", "comments section below; comment section below; in the comments; comments below"),
)
# The same, for texts with other letters than those of English.
ANYWHERE_BEYOND_ENGLISH = "tous droits réservés; prawa zastrzeżone; права защищены; права захищено; права захищені; 無断転載; 版权所有; 무단 전재"
