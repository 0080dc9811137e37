"""Elements are taken out of a tree whole, however they stand in each other."""

from selectolax.lexbor import LexborHTMLParser

from bot.feeds.pages.pruning import take_out


def test_what_stands_in_another_goes_with_it() -> None:
    tree = LexborHTMLParser("<nav>a<form>b<nav>c</nav></form></nav><p>kept</p><footer>d</footer>")
    take_out(tree, "nav, form, footer", 200)
    assert tree.body is not None
    assert tree.body.text() == "kept"


def test_only_so_many_are_taken_out() -> None:
    tree = LexborHTMLParser("<nav>a</nav><nav>b</nav><nav>c</nav>")
    take_out(tree, "nav", 2)
    assert tree.body is not None
    assert tree.body.text() == "c"
