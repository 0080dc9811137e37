"""The article's text of a page, without menus, comments and whatever else stands around it."""

import re
from collections import Counter
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from bot.feeds.pages.pruning import take_out

DEEPEST = 200
_BEGINNING, _END = 12_000, 4_000
_LONG_MARKUP, _LONGEST_MARKUP = 24_000, 40_000
_NEVER_READ = re.compile(r"\s(?:style|srcset|sizes|src|data-[\w-]+|aria-[\w-]+)=\"[^\"<>]*\"")
_FEW_PARAGRAPHS, _MOST_OF_TEXT, _SHORT_BLOCK = 8, 0.75, 300
_MOST_PARAGRAPHS, _LONG_PARAGRAPH = 400, 60
_FEW_WORDS = 30
_MOST_AROUND = 200
_TEXT_TAGS = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "blockquote", "ul", "ol", "pre"})
_AROUND = "nav, footer, form, select, button, iframe, object, video, audio, canvas"
_PARAGRAPHS = "article p, article li, main p, .post p, .entry-content p"


def body_of(tree: LexborHTMLParser) -> str:
    """The running text, a paragraph a line; of one over 16,000 characters its beginning and its end."""
    if tree.body is None:
        return ""
    text = _readable(_article_of(tree)) if not _is_too_deep(tree) else ""
    if len(text.split()) < _FEW_WORDS:
        plain = _paragraphs(tree)
        text = max(text, plain, key=len)
    return text if len(text) <= _BEGINNING + _END else f"{text[:_BEGINNING]}\n{text[-_END:]}"


def _article_of(tree: LexborHTMLParser) -> LexborNode | None:
    """The page's one article where it has one, else the whole page, without menus."""
    take_out(tree, _AROUND, _MOST_AROUND)
    articles = tree.css("article") or tree.css("main")
    whole = articles[0] if len(articles) == 1 else None
    return whole if whole is not None and len(whole.css("p")) >= 3 else tree.body


def _readable(node: LexborNode | None) -> str:
    """The running text; of long markup only what holds most of the paragraphs, which is far cheaper."""
    markup = (node.html if node else None) or ""
    if node is not None and len(markup) > _LONG_MARKUP:
        node = _around_most(node)
        if (block := _block_of_text(node)) is not None:
            return "\n".join(_lines_of(block))
        markup = _NEVER_READ.sub("", node.html or "")
    return _extracted(_shortened(markup))


def _around_most(node: LexborNode) -> LexborNode:
    """The innermost element that holds nearly all of the long paragraphs; the node itself where none does."""
    sizes: Counter[int] = Counter()
    found: dict[int, LexborNode] = {}
    for paragraph in node.css("p")[:_MOST_PARAGRAPHS]:
        size = len(paragraph.text())
        above = paragraph.parent if size >= _LONG_PARAGRAPH else None
        while above is not None and above.mem_id != node.mem_id:
            found.setdefault(above.mem_id, above)
            sizes[above.mem_id] += size
            above = above.parent
        sizes[node.mem_id] += size if size >= _LONG_PARAGRAPH else 0
    holding = [
        each for each, size in sizes.items() if size >= _MOST_OF_TEXT * sizes[node.mem_id] and each in found
    ]
    return found[holding[0]] if holding else node


def _block_of_text(node: LexborNode) -> LexborNode | None:
    """The element whose own paragraphs are nearly all of the text; None where the text lies scattered."""
    sizes: Counter[int] = Counter()
    parents: dict[int, LexborNode] = {}
    paragraphs: Counter[int] = Counter()
    for paragraph in node.css("p"):
        if (parent := paragraph.parent) is not None:
            parents.setdefault(parent.mem_id, parent)
            sizes[parent.mem_id] += len(paragraph.text())
            paragraphs[parent.mem_id] += 1
    if not sizes:
        return None
    (best, size), *_ = sizes.most_common(1)
    is_most = size >= _MOST_OF_TEXT * sum(sizes.values()) and size >= _MOST_OF_TEXT * len(node.text().strip())
    return parents[best] if is_most and paragraphs[best] >= _FEW_PARAGRAPHS else None


def _lines_of(block: LexborNode) -> Iterator[str]:
    """A line for each paragraph, heading and list item of the block; long boxes of others are left out."""
    for child in block.iter():
        inner = child.css("li") if child.tag in {"ul", "ol"} else [child]
        for node in inner:
            line = " ".join(node.text(separator=" ").split()).replace(" ,", ",").replace(" .", ".")
            if line and (child.tag in _TEXT_TAGS or len(line) <= _SHORT_BLOCK):
                yield line


def _shortened(markup: str) -> str:
    """Of very long markup the beginning, from its first heading on, and the end: the rest is never read."""
    if len(markup) > _LONGEST_MARKUP:
        start = max(0, markup.find("<h1"))
        end = start + _LONGEST_MARKUP * 3 // 4
        markup = markup[start:end] + markup[max(end, len(markup) - _LONGEST_MARKUP // 4) :]
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
