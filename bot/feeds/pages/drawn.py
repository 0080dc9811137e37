"""Reads scores that are drawn and not written: images of stars, classes, widths, rows of icons."""

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from bot.feeds.pages.claims import tidy
from bot.feeds.pages.pruning import take_out
from bot.feeds.pages.ratings import Rated, rated
from bot.rules.scores import parse_score

_MOST = 60
_WIDGETS = (
    "img[alt], img[src], [aria-label], [title], [class*=star], [class*=rating], [class*=rated], "
    "[class*=score], [data-rating]"
)
_OTHERS = (
    "[itemprop=aggregateRating], [property=aggregateRating], [itemtype$=AggregateRating], "
    "[typeof=AggregateRating], "
    "[class*=user-rating], [class*=user_rating], [class*=userrating], [class*=reader-rating], "
    "[class*=audience-score], "
    "[class*=community-rating], [class*=average-rating], [class*=kk-star-ratings], [class*=post-ratings]"
)
_OUT_OF = re.compile(
    r"^(?:(?:my|our|the|editor'?s?|film|movie|overall|reviewer|critic)\s)*(?:ratings?|rated|score|verdict)?\s?:?\s?"
    r"(?P<value>\d{1,3}(?:\.\d{1,2})?)\s?(?:stars?\s)?(?:out\sof|/|of)\s?(?P<best>\d{1,3})(?:\s?stars?)?(?:\srating)?\.?$",
    re.IGNORECASE,
)
_STARS = re.compile(
    r"^(?:(?:my|our|the|editor'?s?|film|movie|overall)\s)*(?:(?:ratings?|rated|score)\s?:?\s?)?"
    r"(?P<value>\d(?:\.\d)?|\d?\s?½|one|two|three|four|five|one and a half|two and a half"
    r"|three and a half|four and a half)"
    r"[\s-]?stars?(?:\srating)?\.?$",
    re.IGNORECASE,
)
_IN_NAME = re.compile(
    r"(?:^|[/_\s-])(?:stars?|rating|rated|score)[-_]?(?:is-)?(?P<one>\d)(?:[-_.](?P<half>[05])|(?P<tens>[05]))?(?:[-_]?stars?)?"
    r"(?=$|[\s.]|[-_](?:of|out|stars?|sm|lg|small|large))"
    r"|(?:^|[/_\s-])(?P<lead>\d)(?:[-_.](?P<lead_half>5)|(?P<lead_tens>5))?[-_]?stars?(?=$|[\s._-])",
    re.IGNORECASE,
)
_WIDTH = re.compile(r"(?:^|;)\s*width\s*:\s*(?P<percent>\d{1,3}(?:\.\d{1,2})?)\s*%", re.IGNORECASE)
_FULL = re.compile(
    r"(?:^|\s)(?:fa-star|icon-star|star-full|full-star|bi-star-fill|dashicons-star-filled|star--full|star-filled|filled)(?:\s|$)",
    re.IGNORECASE,
)
_HALF = re.compile(r"(?:^|\s)[\w-]*star[\w-]*half[\w-]*|(?:^|\s)(?:half-star|star--half)", re.IGNORECASE)
_EMPTY = re.compile(
    r"(?:^|\s)(?:fa-star-o|far|fal|star-empty|icon-star-empty|bi-star|dashicons-star-empty|star--empty|empty-star|icon-star-o)(?:\s|$)",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(
    r"relat|recommend|comment|sidebar|widget|user|reader|audience|aggregate|average|community|recent|popular|latest|footer|"
    r"nav|menu|promo|teaser|more-|vote|viewers?|breadcrumb|carousel|similar|archive|legend",
    re.IGNORECASE,
)
_ELSEWHERE_TAGS = frozenset({"nav", "aside", "footer", "form", "select", "button"})
_HEIGHT = 12
_SAID, _NAMED = 0.82, 0.72


def leave_out_others(tree: LexborHTMLParser) -> None:
    """Take what others voted out of the page, so that its text holds the reviewer's words alone."""
    take_out(tree, _OTHERS, _MOST)


def drawn_scores(tree: LexborHTMLParser) -> list[Rated]:
    """Every score that is drawn in the page's own part, once; different ones contradict each other."""
    found: dict[float, Rated] = {}
    for node in tree.css(_WIDGETS)[:_MOST]:
        if _stands_elsewhere(node):
            continue
        each = next(_readings(node), None)
        if each is not None and each.sure > (
            found[each.score.value].sure if each.score.value in found else 0
        ):
            found[each.score.value] = each
    return list(found.values())


def own_drawn_score(tree: LexborHTMLParser) -> Rated | None:
    """The score that the page draws, or None where it draws none or several."""
    found = drawn_scores(tree)
    return found[0] if len(found) == 1 else None


def _readings(node: LexborNode) -> Iterator[Rated]:
    attributes = node.attributes
    for name in ("alt", "aria-label", "title"):
        if said := tidy(attributes.get(name) or "", 80):
            yield from _said(said)
    classes = attributes.get("class") or ""
    if node.tag == "img":
        picture = (attributes.get("src") or "").rpartition("/")[2].rpartition(".")[0]
        yield from _named(picture)
        return
    yield from _row_of_icons(node)
    yield from _wide(node, classes)
    yield from _named(classes)


def _said(text: str) -> Iterator[Rated]:
    if (found := _OUT_OF.match(text)) and (
        each := rated(float(found["value"]), float(found["best"]), text, _SAID)
    ):
        yield each
    elif _STARS.match(text):
        score = parse_score(re.sub(r"^\D*?(?=\d|½|one|two|three|four|five)", "", text.lower()))
        if score is not None:
            yield Rated(score, text, _SAID)


def _named(name: str) -> Iterator[Rated]:
    """Names such as "stars-4-5", "rating_35", "4-stars" and "rating-80" (of a hundred)."""
    for percent in re.finditer(
        r"(?:^|\s)(?:star-?)?(?:rating|score|stars)[-_](?P<value>\d0|100)(?:\s|$)", name, re.IGNORECASE
    ):
        value = float(percent["value"])
        if value > 50 or value in (10.0, 20.0, 30.0, 40.0, 50.0):
            if value <= 50:
                return  # of five in tens, or of a hundred: nobody can tell
            if each := rated(value / 20, 5, name, _NAMED):
                yield each
            return
    if found := _IN_NAME.search(name):
        whole = found["one"] or found["lead"]
        half = found["half"] or found["tens"] or found["lead_half"] or found["lead_tens"]
        if each := rated(int(whole) + (0.5 if half == "5" else 0.0), 5, name, _NAMED):
            yield each


def _wide(node: LexborNode, classes: str) -> Iterator[Rated]:
    """A coloured row of stars over an empty one, as wide as the score."""
    inner = node if _WIDTH.search(node.attributes.get("style") or "") else node.css_first("[style*=width]")
    width = _WIDTH.search(inner.attributes.get("style") or "") if inner is not None else None
    if width and "star" in classes.lower() and float(width["percent"]) <= 100:
        value = float(width["percent"]) / 20
        if (2 * value).is_integer() and (each := rated(value, 5, f"{classes}: {width[0].strip()}", _NAMED)):
            yield each


def _row_of_icons(node: LexborNode) -> Iterator[Rated]:
    full = half = empty = 0
    for child in node.iter(include_text=False):
        classes = child.attributes.get("class") or ""
        if _EMPTY.search(classes):
            empty += 1
        elif _HALF.search(classes):
            half += 1
        elif _FULL.search(classes):
            full += 1
    if 3 <= full + half + empty <= 10 and (full + half) and (empty or full + half == 5):
        scale = full + half + empty
        if each := rated(full + 0.5 * half, scale, f"{full + 0.5 * half:g} of {scale} icons", _NAMED):
            yield each


def _stands_elsewhere(node: LexborNode) -> bool:
    """In a list of other texts, in a comment, or among other people's votes."""
    above: LexborNode | None = node
    for _ in range(_HEIGHT):
        if above is None or above.tag in {"body", "main", "html"}:
            return False
        attributes = above.attributes
        named = (
            f"{attributes.get('class') or ''} {attributes.get('id') or ''} {attributes.get('itemprop') or ''}"
        )
        if above.tag in _ELSEWHERE_TAGS or _ELSEWHERE.search(named):
            return True
        if above.tag == "a" and not (attributes.get("href") or "").startswith("#"):
            return True
        above = above.parent
    return False
