# ruff: noqa: RUF001 - phrases of many languages
"""By what a page shows that it is no article: phrases in small letters, and sites. Data; `verdict` is the judge."""

# Titles of pages that stand between a bot and the page.
CHALLENGE_TITLES = (
    "just a moment", "attention required", "checking your browser", "are you a robot", "are you human",
    "verifying you are human", "verify you are human", "human verification", "robot check", "access denied",
    "access to this page has been denied", "please verify", "pardon our interruption", "security check",
    "ddos protection", "ddos-guard", "one more step", "bot verification", "request blocked", "access blocked",
    "un momento", "un instant", "einen moment", "один момент", "доступ ограничен", "captcha",
)  # fmt: skip
CHALLENGE_TEXTS = (
    "enable javascript and cookies to continue", "checking if the site connection is secure",
    "verify you are human", "verifying you are human", "needs to review the security of your connection",
    "complete the security check", "unusual traffic from your computer", "press & hold to confirm",
    "you have been blocked", "performance & security by cloudflare", "performing security verification",
)  # fmt: skip

# In titles and first lines of pages that are not there, though the site says 200; `GONE_WHOLE` are all of a title.
GONE_WHOLE = frozenset(
    {
        "404",
        "404 error",
        "error 404",
        "not found",
        "404 not found",
        "introuvable",
        "nicht gefunden",
        "nie znaleziono",
    }
)
GONE = (
    "page not found", "page does not exist", "page doesn't exist", "page no longer exists", "404 not found",
    "page isn't available", "page is unavailable", "page is not available", "page cannot be found",
    "page can't be found", "page could not be found", "find the page you", "find that page", "find this page",
    "the page you requested", "page you're looking for", "page you are looking for", "page you were looking for",
    "article not found", "story not found", "article is no longer available", "error 404", "404 error", "404 page",
    "content is no longer available", "seite nicht gefunden", "seite existiert nicht",
    "seite konnte nicht gefunden", "page introuvable", "page non trouvée", "page n'existe p", "página no encontrada",
    "página no existe", "pagina non trovata", "pagina non esiste", "página não encontrada", "pagina niet gevonden",
    "strona nie istnieje", "strona nie została znaleziona", "nie znaleziono strony", "stránka nenalezena",
    "stránka neexistuje", "страница не найдена", "страница не существует", "сторінку не знайдено",
    "сторінка не знайдена", "sayfa bulunamadı", "η σελίδα δεν βρέθηκε", "không tìm thấy trang",
    "halaman tidak ditemukan", "页面不存在", "找不到页面", "ページが見つかりません", "페이지를 찾을 수 없습니다",
    "الصفحة غير موجودة", "הדף לא נמצא", "पृष्ठ नहीं मिला", "ไม่พบหน้า",
)  # fmt: skip

# What cookie and consent dialogues say; a text with several of them and little else is such a dialogue.
CONSENT = (
    "cookie", "consent", "your privacy", "privacy settings", "privacy policy", "our partners", "vendors",
    "personalised ad", "personalized ad", "personalised content", "personalized content", "accept all",
    "reject all", "manage preferences", "manage options", "legitimate interest", "store and/or access",
    "data processing", "personal data", "einwilligung", "zustimm", "datenschutz", "werbung und tracking",
    "partner", "alle akzeptieren", "personenbezogene", "consentement", "tout accepter", "tout refuser",
    "vos données", "partenaires", "confidentialité", "aceptar todo", "rechazar", "privacidad", "socios",
    "accetta", "rifiuta", "fornitori", "aceitar", "privacidade", "parceiros", "toestemming", "accepteren",
    "zgod", "prywatno", "zaufani partnerzy", "akceptuj", "souhlas", "soubory", "přijmout", "согласие",
    "файлы cookie", "принять", "згод", "файли cookie", "прийняти", "çerez", "onay", "同意", "クッキー", "쿠키",
)  # fmt: skip

# What stands where a wall begins.
WALL = (
    "subscribe to continue", "subscribe to read", "subscribe to keep reading", "subscribe to unlock",
    "subscribers only", "for subscribers", "subscriber-only", "subscriber exclusive", "already a subscriber",
    "already have a subscription", "to continue reading", "continue reading with", "to keep reading",
    "to read the full", "read the full story with", "unlock this article", "this article is reserved for",
    "this content is for members", "members only", "become a member to", "register to continue",
    "sign in to continue", "log in to continue", "create a free account to", "you have reached your limit",
    "you've reached your limit", "you have read your last free", "free articles left", "start your free trial",
    "weiterlesen mit", "jetzt weiterlesen", "nur für abonnenten", "exklusiv für abonnenten", "bereits abonnent",
    "mit einem abo", "um weiterzulesen", "dieser artikel ist kostenpflichtig", "réservé aux abonnés",
    "réservé à nos abonnés", "pour lire la suite", "il vous reste", "déjà abonné", "abonnez-vous pour",
    "solo para suscriptores", "exclusivo para suscriptores", "suscríbete para seguir", "ya soy suscriptor",
    "riservato agli abbonati", "abbonati per continuare", "sei già abbonato", "exclusivo para assinantes",
    "assine para continuar", "já é assinante", "alleen voor abonnees", "lees verder met", "al abonnee",
    "tylko dla subskrybentów", "aby czytać dalej", "masz już subskrypcję", "jen pro předplatitele",
    "pro předplatitele", "только для подписчиков", "чтобы читать дальше", "уже подписаны",
    "лише для передплатників", "щоб читати далі", "abonelere özel", "devamını okumak için",
    "この記事は有料", "会員限定", "続きを読むには", "付费阅读", "订阅后继续", "구독자 전용",
)  # fmt: skip

# What pages say that only a script could fill.
SCRIPT = (
    "enable javascript", "javascript is disabled", "javascript is not available", "requires javascript",
    "need to enable javascript", "turn on javascript", "javascript must be enabled", "javascript to run this app",
    "without javascript", "javascript aktivieren", "aktivieren sie javascript", "activer javascript",
    "activez javascript", "habilita javascript", "habilite javascript", "active javascript", "abilita javascript",
    "включите javascript", "увімкніть javascript", "włącz javascript", "povolte javascript", "schakel javascript",
)  # fmt: skip
# Elements in which scripts build a page.
SCRIPT_ROOTS = frozenset(
    {"root", "app", "__next", "__nuxt", "react-root", "main-app", "svelte", "gatsby-focus-wrapper"}
)

VIDEO_SITES = frozenset(
    {
        "youtube.com", "m.youtube.com", "youtu.be", "vimeo.com", "tiktok.com", "twitch.tv", "dailymotion.com",
        "rumble.com", "bilibili.com", "odysee.com", "spotify.com", "open.spotify.com", "soundcloud.com",
    }
)  # fmt: skip
SOCIAL_SITES = frozenset(
    {
        "twitter.com", "x.com", "mobile.twitter.com", "facebook.com", "m.facebook.com", "instagram.com",
        "threads.net", "threads.com", "linkedin.com", "pinterest.com", "snapchat.com", "vk.com", "weibo.com",
    }
)  # fmt: skip
