"""Where sites of a known kind keep their feeds, and where the others mostly do. Pure: an address in, addresses out."""

import re
from urllib.parse import urljoin, urlsplit

_MOST = 8
# By host and path; {0} … are the pattern's groups. As the services document them.
_KNOWN: tuple[tuple[str, str], ...] = (
    (r"(?:www\.|m\.)?youtube\.com/channel/([\w-]+)", "https://www.youtube.com/feeds/videos.xml?channel_id={0}"),
    (r"(?:www\.|m\.)?youtube\.com/user/([\w.-]+)", "https://www.youtube.com/feeds/videos.xml?user={0}"),
    (r"(?:www\.|m\.)?youtube\.com/playlist\?(?:.*&)?list=([\w-]+)", "https://www.youtube.com/feeds/videos.xml?playlist_id={0}"),
    (r"(?:www\.|old\.|new\.)?reddit\.com/(r/\w+|user/[\w-]+)", "https://www.reddit.com/{0}/.rss"),
    (r"github\.com/([\w.-]+/[\w.-]+)/commits(?:/([\w./-]+))?", "https://github.com/{0}/commits/{1}.atom"),
    (r"github\.com/([\w.-]+/[\w.-]+)(?:/tags)/?$", "https://github.com/{0}/tags.atom"),
    (r"github\.com/([\w.-]+/[\w.-]+)", "https://github.com/{0}/releases.atom"),
    (r"gitlab\.com/([\w.-]+/[\w./-]+?)(?:/-/.*)?$", "https://gitlab.com/{0}/-/tags?format=atom"),
    (r"codeberg\.org/([\w.-]+/[\w.-]+)", "https://codeberg.org/{0}/releases.rss"),
    (r"bsky\.app/profile/([\w.:-]+)", "https://bsky.app/profile/{0}/rss"),
    (r"medium\.com/(@?[\w.-]+)", "https://medium.com/feed/{0}"),
    (r"([\w-]+)\.medium\.com/", "https://{0}.medium.com/feed"),
    (r"([\w-]+)\.substack\.com/", "https://{0}.substack.com/feed"),
    (r"([\w-]+)\.tumblr\.com/", "https://{0}.tumblr.com/rss"),
    (r"([\w-]+)\.(blogspot|blogger)\.com/", "https://{0}.{1}.com/feeds/posts/default"),
    (r"([\w-]+)\.wordpress\.com/", "https://{0}.wordpress.com/feed/"),
    (r"news\.ycombinator\.com/", "https://news.ycombinator.com/rss"),
    (r"lobste\.rs/(t/[\w,-]+)", "https://lobste.rs/{0}.rss"),
    (r"lobste\.rs/", "https://lobste.rs/rss"),
    (r"(stackoverflow\.com|[\w.]+\.stackexchange\.com)/questions/tagged/([\w.+-]+)", "https://{0}/feeds/tag/{1}"),
    (r"vimeo\.com/([\w-]+)", "https://vimeo.com/{0}/videos/rss"),
    # Mastodon and its kin, wherever they stand.
    (r"([\w.-]+)/(@[\w.-]+)/?$", "https://{0}/{1}.rss"),
    (r"([\w.-]+)/tags/(\w+)/?$", "https://{0}/tags/{1}.rss"),
)  # fmt: skip
_PATTERNS = tuple((re.compile(pattern, re.IGNORECASE), target) for pattern, target in _KNOWN)
# WordPress, Hugo, Jekyll, Ghost, Blogger, JSON Feed; in that order of how common they are.
_PATHS = ("feed", "rss", "feed.xml", "rss.xml", "atom.xml", "index.xml", "feeds/posts/default", "feed.json")


def guesses(url: str) -> tuple[str, ...]:
    """At most eight addresses at which the feed of a page may be, the likeliest first; the page's own is none of them."""
    parts = urlsplit(url)
    where = f"{parts.hostname or ''}{parts.path or '/'}{'?' + parts.query if parts.query else ''}"
    known = next(
        (_filled(target, found) for pattern, target in _PATTERNS if (found := pattern.match(where))), None
    )
    folder = url.split("?", maxsplit=1)[0].split("#", maxsplit=1)[0].rstrip("/") + "/"
    root = urljoin(url, "/")
    common = [root + path for path in _PATHS]
    near = [folder + path for path in _PATHS[:2]] if folder != root else []
    tried = dict.fromkeys([*([known] if known else []), *near, *common])
    tried.pop(url, None)
    return tuple(tried)[:_MOST]


def _filled(target: str, found: re.Match[str]) -> str:
    return target.format(*(group or "HEAD" for group in found.groups()))
