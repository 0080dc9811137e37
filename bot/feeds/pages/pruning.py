"""Takes elements out of a page's tree."""

from collections.abc import Sequence

from selectolax.lexbor import LexborHTMLParser, LexborNode


def take_out(tree: LexborHTMLParser, selector: str, most: int) -> None:
    """Take the first so many elements that the selector names out of the tree, with all that they hold."""
    for node in _outermost(tree.css(selector)[:most]):
        node.decompose()


def _outermost(nodes: Sequence[LexborNode]) -> list[LexborNode]:
    """The nodes that stand in none of the others: what is gone with its parent must not be touched again."""
    found = {node.mem_id for node in nodes}
    return [node for node in nodes if not _is_inside(node, found)]


def _is_inside(node: LexborNode, found: set[int]) -> bool:
    above = node.parent
    while above is not None:
        if above.mem_id in found:
            return True
        above = above.parent
    return False
