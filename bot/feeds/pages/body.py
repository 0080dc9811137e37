"""The article's text of a page, without menus, comments and whatever else stands around it."""

from selectolax.lexbor import LexborHTMLParser

from bot.feeds.pages.pruning import take_out

DEEPEST = 200
_BEGINNING, _END = 12_000, 4_000
_LONGEST_MARKUP = 70_000
_FEW_WORDS = 30
_MOST_AROUND = 200
_AROUND = "nav, footer, form, select, button, iframe, object, video, audio, canvas"
_PARAGRAPHS = "article p, article li, main p, .post p, .entry-content p"


def body_of(tree: LexborHTMLParser) -> str:
    """The running text, a paragraph a line; of one over 16,000 characters its beginning and its end."""
    if tree.body is None:
        return ""
    text = _extracted(_article_of(tree)) if not _is_too_deep(tree) else ""
    if len(text.split()) < _FEW_WORDS:
        plain = _paragraphs(tree)
        text = max(text, plain, key=len)
    return text if len(text) <= _BEGINNING + _END else f"{text[:_BEGINNING]}\n{text[-_END:]}"


def _article_of(tree: LexborHTMLParser) -> str:
    """The markup of the page's one article where it has one, without menus; else of the whole page."""
    take_out(tree, _AROUND, _MOST_AROUND)
    articles = tree.css("article") or tree.css("main")
    whole = articles[0] if len(articles) == 1 else None
    if whole is not None and len(whole.css("p")) >= 3:
        return _shortened(whole.html or "")
    return _shortened((tree.body.html if tree.body else None) or "")


def _shortened(markup: str) -> str:
    """Of very long markup the beginning, from its first heading on, and the end: the rest is never read."""
    if len(markup) > _LONGEST_MARKUP:
        start = max(0, markup.find("<h1"))
        markup = (
            markup[start : start + 4 * _BEGINNING]
            + markup[max(start + 4 * _BEGINNING, len(markup) - 4 * _END) :]
        )
    return f"<html><body>{markup}</body></html>"


def _extracted(markup: str) -> str:
    from trafilatura import extract  # takes a fifth of a second, and only pages need it

    return (
        extract(markup, include_comments=False, include_tables=True, include_formatting=False, fast=True)
        or ""
    )


def _paragraphs(tree: LexborHTMLParser) -> str:
    nodes = tree.css(_PARAGRAPHS) or tree.css("p") or ([tree.body] if tree.body else [])
    lines = (" ".join(node.text(separator=" ").split()) for node in nodes[:2_000])
    return "\n".join(line for line in lines if line)


def _is_too_deep(tree: LexborHTMLParser) -> bool:
    """Whether some element has more than 200 around it; what reads trees by recursion would fall over."""
    node, depth = tree.root, 0
    while node is not None:
        if node.child is not None:
            node, depth = node.child, depth + 1
            if depth > DEEPEST:
                return True
            continue
        while node is not None and node.next is None:
            node, depth = node.parent, depth - 1
        node = node.next if node is not None else None
    return False
