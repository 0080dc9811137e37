"""Hostile texts: articles, posts with front matter, and what assistants answer."""

import json
import random

from bot.feeds.pages import read_post
from bot.rules.assisting import UnusableAnswer, assisted, read_answer
from bot.rules.drafts import Draft
from bot.rules.extracting import NotAReview, read_article
from tests.feeds.assistants import ARTICLE, GOOD, draft
from tests.feeds.hostile.mangling import NOISE, mangled, nested
from tests.feeds.pages.markup import BODY, known

_WORDS = (
    "4/5 ", "three and a half out of four stars ", "IMDb 7.1/10, ", "B+", "★", "½", " stars", "Score: ",
    "Rating: ", "Story: 7/10\n", "out of ", "and a half ", "10", "%", "Directed by ", "starring ", " as ",
    "(", ")", "Anna Maria della Rosa ", "Mc", "O'", "The ", "THE NIGHT ", "of ", "-", " – ", "“", "”", '"',
    "'", "’s ", "*", "_", "<i>", "</i>", ". ", "... ", "!", "?", "! ? ", "\n", "\n\n", "\t", " ", "  ",
    "2019", "(2019)", "1999-", "season 2 ", "Part II ", "better than ", "reminds me of ", "like ", "and ",
    ", ", "; ", ": ", "in the end ", "he dies ", "spoiler ", "not ", "never ", "but ", "however, ", "dull ",
    "a masterpiece ", "worth a watch ", "https://a.example/", "@", "#", "1. ", "- ", "> ", "| ", "\\", "é",
    "ß", "Я", "映画",
    "발레리나", "\u0301", "\u200b", "\u202e", "\xa0", "👍", "a" * 60, "A" * 60, "Aa" * 30, "1" * 60,
    "1/" * 30, "A. B. ", "e.g. ", "Mr. ",
)  # fmt: skip
_MATTER = (
    b"title: ", b"rating: 4/5\n", b"rating_max: 5\n", b"- a\n", b"  - b: c\n", b"tags: [a, b]\n", b"[", b"]",
    b": ", b"key: |\n", b"key: >-\n", b"  folded\n", b"'", b'"', b"\\", b"# ", b"[a]\n", b"a = 1\n",
    b"a.b.c = 2\n", b"date: 2019-10-06T25:61:00Z\n", b"&anchor ", b"*anchor ", b"<<: ", b"!!python/object:",
    b"---\n", b"+++\n", b"film: Harbour Lights\n", b"cast: [", b"stars: 1e999\n", b"{{", b"}}",
    b"year: 99999999999999999999\n",
)  # fmt: skip
_POSTS = (
    b'---\ntitle: "Harbour Lights (2019)"\nrating: 4/5\ntags: [a, b]\ndate: 2019-10-06\n---\n\n',
    b'+++\ntitle = "Harbour Lights"\nrating = 3\nrating_max = 4\n[params]\nyear = 2019\n+++\n\n',
    b'{"title": "Harbour Lights", "stars": 3.5, "cast": ["Nell Hart"]}\n\n',
)


def article(chance: random.Random) -> Draft:
    """An article that is whole, broken, or nothing but what its readers look for."""
    whole = chance.choice(("\n\n".join(("Harbour Lights (2019) review", *BODY, "Rating: 4/5")), ARTICLE))
    match chance.randrange(4):
        case 0:
            text = "".join(chance.choices(_WORDS, k=int(10 ** chance.uniform(1, 3.6))))
        case 1:
            few = chance.sample(_WORDS, k=chance.randint(1, 3))
            text = f"{whole[:200]}\n{''.join(few) * int(10 ** chance.uniform(1, 4))}\n{whole}"
        case 2:
            text = nested(chance, [word.encode() for word in _WORDS]).decode()
        case _:
            text = mangled(chance, whole.encode(), [word.encode() for word in _WORDS]).decode(
                "utf-8", "replace"
            )
    return read_article(text, known)


def post(chance: random.Random) -> Draft:
    matter = chance.choice(_POSTS)
    if chance.random() < 0.2:
        matter = matter[:4] + nested(chance, (*_MATTER, *NOISE), most=40_000) + b"\n" + matter[:4]
    else:
        matter = mangled(chance, matter, _MATTER)
    text = matter + mangled(chance, "\n\n".join(BODY).encode(), ())
    return read_post(text.decode("utf-8", "replace"), known)


def answer(chance: random.Random) -> Draft:
    said = GOOD | {
        "summary": ARTICLE[: chance.randint(0, 1_300)],
        "year": chance.choice((2019, -1, "", 10**30)),
    }
    whole = json.dumps(said, ensure_ascii=chance.random() < 0.5)
    if chance.random() < 0.2:
        told = nested(chance, (b"{", b'{"', b"}", b"[", b'{"year":', b"```json\n", b'"', b"\\", b"null,"))
    else:
        told = mangled(chance, whole.encode(), (b'"year":', b"null", b'{"platform":"Kinoport"}', b"```"))
    try:
        return assisted(draft(), read_answer(told.decode("utf-8", "replace")))
    except UnusableAnswer as error:
        raise NotAReview(f"{error}.") from error
