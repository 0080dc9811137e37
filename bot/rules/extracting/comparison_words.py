"""The words that set one work beside another: what stands before its name, and what behind."""

import re
from collections.abc import Iterator
from functools import cache

from bot.rules.extracting.alternatives import any_of

# Behind these a work's name may stand at some distance. Nearly all begin with a letter, for `any_of`.
_CUES = (
    r"a la", r"amalgam\w* of", r"admirers? of", r"akin to", r"along the lines of",
    r"answers?(?: is| are)? to",
    r"as (?:does|do|did|with)", r"as \w+(?: \w+)? as", r"a\u0300 la",
    r"better,? then", r"worse,? then",
    r"better (?:options?|films?|movies?|choices?|entries|ones)(?: (?!than\b)\w+){0,7} ?\(?",
    r"blend (?:between|of)", r"borrow\w*(?: \w+){0,4} from",
    r"br(?:ings?|ought)(?: \w+){0,2} (?:to|in) mind(?: of)?",
    r"br(?:ings?|ought) (?:me|one|us|you|viewers)(?: right| straight)? back to", r"brought up (?:on|with)",
    r"calib(?:re|er) (?:of|as)", r"call(?:s|ed)?(?: \w+){0,2} (?:to|in) mind(?: of)?",
    r"captur\w+ (?:that|the|some of the)", r"ca(?:n't|nnot)(?: \w+)? be", r"charm (?:of|as)", r"clear of",
    r"cleverest \w+(?: \w+){0,5} (?:after|since)(?: \w+ from)?", r"cocktail (?:between|of)",
    r"collision (?:between|of)", r"combination (?:between|of)", r"combo of", r"comparison (?:to|with)",
    r"compar\w+(?: \w+){0,4} (?:to|with)",
    r"connections? (?:with|to)", r"contrast(?:s|ed|ing)? (?:to|with)",
    r"cop(?:y|ies|ied|ying)(?: it)? (?:from|of)", r"cross(?:ed)? (?:between|of|with)",
    r"cutest \w+(?: \w+){0,5} (?:after|since)(?: \w+ from)?", r"debts?(?: is| are)? to",
    r"did(?: \w+){0,4} with", r"see,? for (?:example|instance),?",
    r"did(?:n't| not)? in", r"do(?:es)?(?:n't| not)? in",
    r"earlier (?:films|movies|shows|series)[^.(]{0,40}\(including", r"echo(?:es|ing)?(?: of)?",
    r"energy (?:of|as)", r"essentially", r"ever (?:seen|watched)", r"evok(?:es|ing)",
    r"evok\w+ (?:that|the|some of the)", r"fall(?:s|ing)? short of",
    r"examples?(?: \w+){0,4} (?:are|being|includ(?:es?|ing)|is|would be)", r"fans of", r"far cry from",
    r"favou?rite (?:bit|moment|part|scene|thing) (?:about|from|in|of)",
    r"favou?rite (?:films|movies|shows|series)[^.(]{0,40}\(including", r"feel(?:ing)? (?:of|as)",
    r"feels? like", r"fell short of", r"films? like", r"flavou?rs? (?:of|as)", r"fusion of", r"glimpses of",
    r"hints of", r"for comparison",
    r"funniest \w+(?: \w+){0,5} (?:after|since)(?: \w+ from)?", r"gave us", r"given us",
    r"go (?:and )?(?:re)?watch", r"grew up (?:on|with)", r"h[ae]rk(?:en)?\w* back to",
    r"ha(?:ve(?:n't)?|dn't|ving) (?:seen|watched)", r"heights? (?:of|as)", r"homages?(?: is| are)? to",
    r"hybrid (?:between|of)", r"improvements? (?:on|over)", r"identical to",
    r"if you(?:'ve| have)?(?: ever)?",
    r"imagine(?=.{1,60}\b(?:meets|by|with)\b)", r"in common with", r"in comparison (?:to|with)",
    r"in the (?:vein|mould|mold|spirit|tradition|style|manner|footsteps) of", r"in the way(?: of)?",
    r"inferior to", r"influenced(?: \w+)? by", r"inspir(?:ation|ed)(?: \w+)? (?:by|from)", r"inspired",
    r"is an example of", r"is (?:\w+ly )?no", r"is not even", r"it's not even", r"isn't even",
    r"it(?:'s| is) (?:just|basically|essentially)",
    r"it(?:'s| is) the(?= ['\"])", r"it's (?:\w+ly )?no", r"i(?:'ve| have)(?: already)? had",
    r"i've (?:seen|watched)", r"just (?:as|like)", r"kinship(?: is| are)? to", r"knock-?off of",
    r"lacks the \w+ of", r"league (?:of|as)", r"levels?(?: of \w+)? (?:of|as)", r"like",
    r"like (?:seeing|watching)", r"like it(?:'s| is| was)", r"likes of", r"links?(?: is| are)? to",
    r"looks? like", r"lot like", r"love child of", r"lovers? of",
    r"marriage (?:between|of)", r"medley of", r"mishmash of", r"overtones of",
    r"t(?:akes?|ook) (?:me|one|us|you|viewers)(?: right| straight)? back to",
    r"th(?:ink|inking|ought) back to",
    r"sen[dt]s? (?:me|one|us|you|viewers)(?: right| straight)? back to", r"undertones of",
    r"look no further than", r"worlds? (?:apart|away) from",
    r"ma(?:kes?|de) (?:me|you|one|us) (?:think|feel the \w+(?: \w+)? way) ?(?:of)?", r"marathons? of",
    r"mash-?up (?:between|of)", r"memories of", r"mirror(?:s|ed|ing)?(?: that of| the \w+ of)?",
    r"mix(?:ture)? (?:between|of)", r"mood (?:of|as)",
    r"movies? like", r"much like", r"namely", r"never (?:seen|watched)", r"nods?(?: is| are)? to",
    r"not since", r"nothing (?:on|like)", r"on (?:a )?par with", r"one of (?:many )?comparisons",
    r"ones? like", r"other (?:films|movies|shows|series)[^.(]{0,40}\(including", r"outd(?:o|oes|id)",
    r"over(?<!bond over)(?<!bonds over)(?<!bonded over)(?<!bonding over)(?= ['\"])",
    r"owes (?:\w+ ){1,4}to", r"pair(?:s|ed|ing)?(?: \w+)? with", r"parallels?",
    r"part (?:two|2|three|3) of(?: the)?", r"poor man's", r"precursors? (?:of|to)",
    r"predecessors? (?:of|to)", r"prefer(?:red)?",
    r"previous (?:films|movies|shows|series)[^.(]{0,40}\(including",
    r"puts?(?: \w+){0,2} (?:to|in) mind(?: of)?", r"raised (?:on|with)", r"rather (?:re)?watch",
    r"really (?:liked|loved|enjoyed)", r"recall(?:s|ing)", r"recaptur\w+ (?:that|the|some of the)",
    r"recent (?:films|movies|shows|series)[^.(]{0,40}\(including", r"remind\w*(?: \w+){0,5} of",
    r"reminiscent of", r"resemblance to", r"resembl(?:es?|ed|ing)", r"rip[- ]?off (?:from|of)", r"rivals?",
    r"scariest \w+(?: \w+){0,5} (?:after|since)(?: \w+ from)?", r"series like", r"shades of",
    r"shares? (?:\w+ ){0,3}of", r"shares? (?:\w+ ){1,6}with", r"shows? like",
    r"similar thing happen\w+ (?:with|in)", r"simil(?:ar\w*|itudes?)(?: \w+){0,3} to",
    r"since(?<!ever since)", r"smartest \w+(?: \w+){0,5} (?:after|since)(?: \w+ from)?",
    r"so \w+(?: \w+)? as",
    r"something like", r"somewhere between(?= ['\"])", r"spiritual (?:sequel|successor|cousin) (?:of|to)",
    r"springs?(?: \w+){0,2} (?:to|in) mind(?: of)?", r"such as", r"superior to", r"surpass\w*",
    r"tak(?:es?|ing) (?:\w+ ){0,4}cues? from", r"(?<!on )such (?:[\w'-]+ ){1,5}as(?= ['\"])",
    r"than (?:that|the ones?|those) (?:from|in|of)",
    r"than", r"the same (?:with|goes for|(?:\w+ )?as)",
    r"think(?= ['\"])", r"think of", r"think(?=.{1,60}\bmeets\b)",
    r"this(?:'s| is) (?:just|basically|essentially)", r"this(?:'s| is) the(?= ['\"])", r"tied? with",
    r"tone (?:of|as)", r"took (?:\w+ ){0,4}cues? from", r"tributes?(?: is| are)? to", r"unlike",
    r"up there with", r"versions? of", r"vibe (?:of|as)", r"wants?(?: so \w+)? to be",
    r"we(?:'ve| have)(?: already)? had", r"whereas", r"you(?:'ve| have)(?: already)? had",
    r"you've (?:seen|watched)",
    r"year (?:that|which)(?:'s| has)?(?: also)? (?:brought|gave|given|seen)(?: us)?", r"à la",
)  # fmt: skip

# Right behind these, and only there: they say too many other things to be looked for far from a name.
_BESIDE = (
    r"but (?:above|below)", r"clos(?:e|er|est) in \w+ to", r"ha[sd] (?:\w+ ){0,2}(?:seen|watched)",
    r"have (?:\w+ ){0,2}(?:seen|watched)", r"since (?:i|we|you) saw",
    r"put (?:it|this) (?:\w+ )?(?:above|alongside|below|beside)",
    r"rate (?:it|this) (?:\w+ )?(?:above|alongside|below|beside)", r"thinks of", r"to \w+ what",
    r"a (?:bit|dash|dose|hint|kind|little|lot|pinch|shade|slice|sort|splash|touch|whiff) of",
    r"a (?:bit|little|touch)", r"after (?:watching|seeing|rewatching)", r"ahead of",
    r"aim(?:s|ed|ing)? (?:for|to be)", r"ain't", r"ain't no", r"allu(?:des?|ding|sions?) to",
    r"alongside(?<!nominated alongside)(?<!starred alongside)(?<!starring alongside)",
    r"an? (?:classic|original|superior|underrated)", r"another", r"anti(?:dote|thesis) (?:of|to)",
    r"anything (?:\w+ )?(?:from|in|like)", r"a(?:ll|ny) of", r"apart from", r"approach(?:es|ed|ing)?",
    r"ap(?:es|ing)", r"as (?:in|opposed to|with)",
    r"as much of a (?:[\w-]+ )?\w+ as",
    r"as (?:(?:was )?(?:seen|shown|suggested)|it was|was the case|happened) (?:in|with)", r"aside from",
    r"aspir\w+ to be",
    r"baby with", r"back in", r"badly against", r"beats?", r"besides", r"betters?", r"between",
    r"billed as", r"borrowed(?: \w+){0,2} from", r"but", r"by (?:comparison|contrast),?", r"by way of",
    r"call it", r"call-?backs? to", r"candle to", r"cf\.?", r"category (?:as|of)", r"channell?ing",
    r"channels?", r"check(?:ed|ing)? out", r"child with", r"clones? of", r"close[rs]?t? to",
    r"companion(?: piece)? to", r"compare", r"compete with", r"confus\w+ (?:it|this) with",
    r"conjur\w+(?: up)?", r"cop(?:y|ies) of", r"cop(?:y|ies|ied|ying)", r"cough", r"cousins? (?:of|to)",
    r"crib\w*(?: \w+){0,4} from", r"cut-price", r"departure from", r"deriv\w+ from", r"drawn from",
    r"descendants? of", r"described as", r"done (?:\w+ )?(?:before|better|first) in",
    r"differ\w* (?:from|to)", r"distinct from", r"dna of", r"double (?:bill|feature) (?:of|with)",
    r"eclips\w+", r"elements of", r"emulat\w+", r"episodes? of", r"equal parts?", r"equal(?:s|led)?",
    r"even", r"everything (?:\w+ )?(?:from|in|like)", r"except(?:ing)?(?: for)?", r"exception of",
    r"familiar with", r"fans? of",
    r"better off with", r"did for", r"done for", r"e\.?g\.?,?", r"talking about", r"case in point[:,]",
    r"equal to", r"flashes of", r"floor with", r"impersonat\w+", r"notes of",
    r"pilfer\w*(?: \w+){0,3} from", r"plagiari[sz]\w+", r"say what you (?:\w+ ){1,2}about", r"say,",
    r"swip\w+(?: \w+){0,3} from", r"touches of", r"trounc\w+", r"wannabe",
    r"acknowledge?ments? (?:of|to)", r"age of", r"days of", r"era of", r"wake of",
    r"ahem,", r"don't expect", r"expecting", r"failure of", r"lampoon\w*", r"parodie[sd](?: both)?",
    r"parodying",
    r"popularity of", r"ref(?:ers?|erred|erring)(?: \w+)? to", r"rise (?:and fall )?of", r"send-?ups? of",
    r"spoof(?:ed|ing|s)?", r"success(?:es)? of", r"worked (?:\w+ )?well in",
    r"salutes? to", r"tip of the (?:cap|hat) to", r"topp(?:ed|ing)",
    r"best(?:ed|ing)",
    r"dethron\w+", r"outpac\w+", r"overt(?:akes?|aken|ook)", r"not even an?", r"stakes from",
    r"breath as", r"class as", r"company as", r"rub\w* shoulders with",
    r"holds? its own (?:against|alongside|with)",
    r"lag\w* behind", r"trail\w* behind", r"measur\w+ (?:up )?(?:against|to)", r"judged? against",
    r"weigh\w* against",
    r"cut (?:above|below)", r"notch (?:above|below)", r"tier (?:above|below)",
    r"light ?years (?:ahead of|behind|from)",
    r"leagues? (?:above|ahead of|below)", r"miles (?:above|ahead of|behind|from)",
    r"anywhere near(?: as \w+ as)?", r"nowhere near(?: as \w+ as)?", r"fits? alongside", r"in line with",
    r"mirror image of",
    r"film (?:entitled|named|titled)", r"movie (?:entitled|named|titled)", r"show (?:entitled|named|titled)",
    r"film called", r"flashbacks? to", r"following", r"follow-?up to",
    r"fond of", r"forget", r"hailed as", r"grab\w*(?: \w+){0,3} from", r"half", r"hardly", r"hat to",
    r"having (?:\w+ )?(?:enjoyed|hated|liked|loved|seen|watched)", r"heart out,?", r"heels of", r"heir to",
    r"held up (?:to|against)", r"hello,?", r"holds? up (?:to|against)", r"hooked on",
    r"hop(?:es?|ing) to be",
    r"i (?:\w+ ){0,2}(?:adored?|disliked|enjoyed|hated?|liked|loved?|preferred|reviewed|saw)",
    r"i (?:\w+ ){0,2}(?:re-?)?watched",
    r"i wrote (?:\w+ ){0,3}about", r"if", r"imitat\w+(?: of)?", r"improve\w* (?:on|over|upon)",
    r"in (?:comparison|contrast),?", r"indebted to", r"instead of", r"invok\w+",
    r"is (?:hardly|not|the new|the next)", r"is the (?:19|20)\d\d(?:'s)?(?: version of)?",
    r"is (?:\w+ )?part", r"isn't", r"just (?:above|behind|below)", r"just as", r"latter-day", r"less",
    r"little of", r"lift(?:s|ed|ing)(?: \w+){0,4} from", r"like (?:in|with)", r"liv(?:es?|ing) up to",
    r"look(?:ing)? at(?: you,?)?", r"love letter to", r"low-rent", r"marketed as",
    r"match(?:es|ed)?(?: up to)?", r"meets", r"mimic\w*", r"minus", r"mistak\w+ (?:it|this) for",
    r"modell?ed (?:on|after)", r"modern(?:-day)?", r"middle of", r"more", r"most of", r"much of",
    r"move over,?", r"movie called", r"much as", r"near(?:er)?", r"near to", r"next to",
    r"nicked(?: \w+){0,2} from",
    r"nods? (?:at|towards?)", r"no(?:ne|thing) of", r"nostalgia for",
    r"not (?:another|exactly|quite|unlike)", r"offspring of", r"one called", r"one parts?",
    r"of all time,? after", r"only behind", r"opposite of", r"out of", r"outclass\w+", r"outshin\w+",
    r"pal(?:es?|ing) (?:beside|next to|to|against)", r"parod(?:y|ies) of", r"pastiche of",
    r"patterned (?:on|after)", r"peak", r"people (?:\w+ )?(?:enjoyed|hated?|liked?|loved?|remember)",
    r"pinched(?: \w+){0,2} from", r"pitched as", r"prequels? to", r"pretend\w* to be", r"pure",
    r"rank\w* (?:\w+ )?(?:above|alongside|among|below|beside|with)", r"recreat\w+", r"recycl\w+",
    r"references? to", r"rehash of", r"remakes? of", r"remember", r"rent(?:ing)?", r"repeats?",
    r"replicat\w+", r"retelling of", r"retreads? of", r"re-?visit\w*", r"reus\w+", r"reviews? of",
    r"rewatch\w*", r"rework\w+ of", r"riff\w* on", r"ripped(?: \w+){0,4} from",
    r"ripp\w+(?: off)?(?: from)?", r"same \w+'s", r"save for", r"scenes? from", r"second(?: only)? to",
    r"second-rate", r"see(?: also)?:?", r"seek out", r"sequels? to", r"s(?:eries|how|omething) called",
    r"set \w+ apart from", r"sold as", r"something (?:\w+ )?(?:from|in|like)", r"s[ai]t(?:ting)? through",
    r"soon after", r"spin-?offs? (?:from|of)", r"sp[iu]ns? (?:on|off from)", r"spoofs? of",
    r"stack\w* up (?:against|to|with)", r"stand\w* (?:up )?(?:alongside|beside|next to|with)",
    r"st(?:eal(?:s|ing)?|ole)(?: \w+){0,4} from", r"step aside,?", r"steps? (?:back|down|up) from",
    r"stick (?:to|with)", r"straight from", r"striv\w+ to be", r"successors? to", r"take",
    r"taken(?: \w+)? from", r"takes? on", r"th(?:at|ose) of",
    r"that (?:made|makes|elevated|lifted|carried)", r"that's",
    r"the (?:classic|original|superior|underrated)", r"the next", r"think", r"think(?:ing)? (?:of|about)",
    r"thought (?:of|about)", r"throwbacks? to", r"tops", r"traces? of", r"tr(?:ies|ied|ying) to be",
    r"trumps", r"twists? on", r"two parts?", r"upgrade (?:from|on|over)", r"variations? on", r"versus",
    r"viewers of", r"vintage", r"vs\.?", r"watch(?:ing)?", r"watered-down",
    r"we (?:felt|got|had|have seen|saw|see) in", r"we (?:felt|saw|see)(?: \w+)? in",
    r"we(?: have|'ve) (?:\w+ )?seen(?: \w+){0,3} in", r"you(?: have|'ve) (?:\w+ )?seen(?: \w+){0,3} in",
    r"well against", r"where(?<!\w where)", r"while",
    r"witness", r"(?:might|would) (?:\w+ )?(?:choose|pick)",
    r"who(?:'ve| have|'s| has)?(?: \w+)? (?:enjoyed|hated|knows?|liked|loved|remembers?|saw|seen|watched)",
    r"winks? at", r"world of", r"worthy of", r"would(?:n't| not) be", r"you can (?:feel|hear|see|sense)",
    r"you (?:felt|got|had|have seen|saw|see) in",
    r"you(?:'ve| have)? (?:\w+ )?(?:enjoyed|liked|loved|hated|missed|saw|seen)",
)  # fmt: skip
_FIRSTS = ("best", "closest", "first", "last", "only", "other", "worst")  # "film that came near it was"
_POINTS = (
    "benchmark", "blueprint", "comparison", "cousin", "influence", "inspiration", "model", "parallel",
    "point", "precedent", "relative", "standard", "template", "touchstone", "yardstick",
)  # fmt: skip
_QUALITIES = (
    r"action", r"aesthetics?", r"ambition", r"approach", r"aspects?", r"atmosphere", r"bite", r"brilliance",
    r"chaos", r"characters", r"choreography", r"cinematography", r"charm", r"climax", r"comedy",
    r"complexity", r"concept", r"craft", r"darkness", r"depth", r"dialogue", r"disappointment", r"edge",
    r"elegance", r"ending", r"energy", r"essence", r"excess", r"failure", r"feel", r"films?", r"finale",
    r"finesse", r"gloom", r"glor(?:y|ies)", r"highs", r"lows", r"joys", r"fingerprints", r"formula",
    r"freshness", r"ghost", r"grace", r"grandeur", r"hallmarks",
    r"heart", r"hours?", r"humou?r", r"hype", r"impact", r"imprint", r"influence", r"innocence",
    r"intensity", r"inventiveness", r"joy", r"legacy", r"level", r"look", r"lessons?", r"love", r"madness",
    r"melodrama", r"magic", r"mastery", r"moments?", r"mood", r"narrative", r"nostalgia", r"opening",
    r"originality", r"pacing", r"performance", r"pleasures", r"plot", r"popularity", r"power", r"premise",
    r"punch", r"quality", r"realism", r"reception", r"rhythms?", r"romance", r"scale", r"scenes?", r"scope",
    r"sensibility", r"shadow", r"soul", r"sparkle", r"spectacle", r"spectre", r"spirit", r"stakes",
    r"standards?", r"structure", r"style", r"subtlety", r"success", r"suspense", r"template", r"tension",
    r"thrills", r"tone", r"trademarks", r"triumph", r"universe", r"vein", r"vibe", r"violence", r"visuals",
    r"wake", r"warmth", r"weirdness", r"wit", r"wonder",
)  # fmt: skip
WORK = (
    r"(?:films?|movies?|flicks?|shows?|series|sitcoms?|dramas?|comed(?:y|ies)|thrillers?|classics?|westerns?|"
    r"musicals?|romcoms?|blockbusters?|franchises?|sagas?|anime|documentar(?:y|ies)|hits?|masterpieces?)"
)
_NAMED = (
    r"(?:the|an?|that|this|its|new|old|classic|earlier|original|first|second|recent|much[- ]loved|beloved|"
    r"great|(?:19|20)\d\d|[\w-]+'s?|"
    rf"{WORK})"
)
_REACH, _BESIDE_REACH, _CREDIT_REACH = 90, 60, 40  # in characters
# What a work does or has that is measured: "'Low Tide' did it better", "'Low Tide' for grown-ups".
_BEHIND_ITS_NAME = re.compile(
    r"['\"]?(?:'s?)?,?\s(?:"
    r"(?:\w+ly\s)?(?:manage[sd]?|did|does|do|achieve[sd]?|handle[sd]?|pull(?:s|ed) off)\s"
    r"(?:this|it|that|the same|so)\b|"
    r"(?:did|does) (?:all|most|much) of (?:this|that|it)\b|(?:did|has done) for\b|"
    r"(?:also )?(?:did|does) (?:this )?(?:first|better)|also had|better|more|"
    r"(?:is|was) (?:an|a good|another|the best) example\b|(?:is|was) a case in point\b|"
    r"to (?:take|name|pick|mention) (?:an?|but|just|one|only|two)\b|to shame\b|"
    r"done (?:badly|better|properly|right|wrong)\b|(?:could|should) have (?:been|done|had)\b|in a blender\b|"
    r"(?:aspired|failed|hoped|tried|wanted) to (?:be|do)\b|"
    r"(?:blended|combined|fused|infused|laced|merged|mixed|spliced) with\b|"
    r"(?:got|took|takes|borrowed|borrows|stole|lifted|copied)\s(?:its|their|the|some)\b|"
    r"(?:is|was|had|has|did|does|remains) (?:a |it |still |the ){0,2}"
    r"(?:better|worse|inferior|superior|funnier|scarier|tighter)\b|"
    r"(?:this|it) (?:ain't|isn't|is (?:\w+ )?not)\b|"
    r"(?:\w+ly )?(?:comes?|came|springs?|sprang) (?:\w+ )?to mind\b|for (?:example|instance)\b|anyone\?|"
    r"\((?:19|20)\d\d\)\?|(?:by|in) comparison\b|comparisons?\b|meets\b|crossed with\b|by way of\b|instead\b|"
    r"(?:beats?|bests|outshines|surpasses|trumps) (?:this|it)\b|(?:proved|showed|taught us|understood)\b|"
    r"(?:influence|shadow|ghost|spectre|spirit|legacy|DNA|fingerprints) "
    r"(?:is|are|can|hangs?|hovers|lingers|looms)\b|"
    r"(?:influenced|inspired)\b|pull(?:s|ed) (?:off )?(?:a|the) (?:similar|same)\b|with the \w+ of\b|"
    r"(?:fans|lovers)\b|of (?:\w+ ){0,2}(?:cinema|films|its (?:day|generation|kind|time)|movies|series|shows|"
    r"television)\b|"
    r"(?:(?:films|franchise|movies|saga|series|trilogy) )?(?:feel|look|seem|sound) \w+|"
    r"can (?:attest|testify)\b|before (?:it|this)(?=[,.;])|"
    r"(?:is|remains|was) (?:still )?the (?:benchmark|gold standard|high point|masterpiece|yardstick)\b|"
    r"on (?:acid|speed|steroids)\b|minus the\b|without the\b|but with\b|in space\b|"
    r"casts? a (?:\w+ )?shadow\b|all over again\b|written all over\b|(?:formula|playbook|recipe)\b|"
    r"(?:is|was|had|has|did|felt|gave|knew|made|took|worked)\b[^.;,]{0,50}[,;] "
    r"(?:but |whereas |while )?(?:this|here)\b|"
    r"(?:references?|homages?|pastiche|parody|spoof|vibes?|energy|feel|DNA|influences?|clone)\b|"
    r"replacements?\b|"
    r"out of the water\b|in the dust\b|for breakfast\b|in reverse\b|in all but name\b|gone wrong\b|"
    r"by numbers\b|"
    r"redux\b|2\.0\b|on a (?:\w+ )?(?:budget|boat|bus|plane|train)\b|"
    r"for (?:adults|beginners|children|girls|grown-?ups|kids|teen(?:ager)?s|"
    r"the (?:\w+ )?(?:age|crowd|era|generation|masses|old|young))\b)"
)
# The same, so plainly that a single word is believed.
_SURELY_BEHIND = re.compile(
    r"['\"]?,?\s(?:(?:(?:is|was|were|are)|(?:has|had|have)(?: \w+)?) (?:so |still )?(?:much |far |way |"
    r"a lot )?"
    r"(?:better|worse|funnier|scarier|stronger|tighter|richer|smarter|sharper)(?: \w+)? than (?:this|it)\b|"
    r"(?:did|does|handled|managed) (?:it|this|that|the same)(?: \w+)? (?:better|first|best)\b|"
    r"(?:has|had) nothing on (?:this|it)\b|(?:got|had) (?:it|this) right\b|"
    r"(?:(?:has|have) )?(?:set|raised|lifted) (?:the|a) (?:\w+ ){0,2}(?:bar|standard|benchmark|template)\b|"
    r"(?:which|that) (?:is|was|remains) (?:still )?(?:my (?:\w+ )?favou?rite|(?:still )?the (?:better|best|"
    r"superior)|"
    r"(?:\w+ )?one of (?:my|the) (?:\w+ )?(?:best|favou?rite|funniest|greatest|scariest))\b|"
    r"paved the way\b|(?:is|remains) (?:un(?:beaten|matched|surpassed))\b|"
    r"(?<=\w )for (?:an?|another|one) (?:[\w-]+ ){0,3}(?:comparison|example)\b|"
    r"this (?:ain't|isn't|is not)\b)"
)
# "It's 'Low Tide' on a bus."
_IT_IS = re.compile(r"\b(?:[Ii]t's|[Ii]t is|[Tt]his is|(?:film|result|show) is)\s['\"]?$")
_ELSEWHERE = re.compile(r"['\"]?\s(?:as|at|but|for|in|minus|on|set|with|without)\s")
# Behind these stands what somebody else made or played, not what the work is measured against.
_CREDIT = re.compile(
    r"\b(?:star(?:s|red|ring)? (?:of|in)|known for|famous for|fame|creators? of|directors? of|"
    r"director|writers? of|makers? of|"
    r"(?:brains?|director|man|minds?|people|studio|team|woman) behind|"
    r"from the \w+ of|seen in|last seen|played|appear\w* in|credits?|role in|roles in|debut|based on|"
    r"novel|book|adapt\w+|"
    r"directed|produced|responsible for|wrote|writ(?:es|ing) in|acclaim(?:ed)? for|quote from|voiced?|"
    r"home run|hot streak|trailer|episode|nominat\w+|award\w*|won|Oscars?)\b"
)


def cues(sentence: str) -> Iterator[re.Match[str]]:
    """The words, in small letters, behind which a compared work may stand."""
    lowered = sentence.lower()  # much cheaper than to ignore the case
    return _cue().finditer(lowered if len(lowered) == len(sentence) else sentence)


@cache
def _cue() -> re.Pattern[str]:
    return re.compile(rf"\b{any_of(_CUES)}(?!\w)")


@cache
def _right_before() -> re.Pattern[str]:
    qualities = (rf"{quality}(?: and \w+)? (?:as|of)" for quality in _QUALITIES)
    firsts = (
        rf"{first}(?<!'s {first})(?<!his {first})(?<!her {first})(?<!their {first}) (?:\w+ )?"
        r"(?:film|movie|show|thing)s?(?: \w+){0,6} (?:is|remains|was|were)"
        for first in _FIRSTS
    )
    points = (
        rf"{point}s?(?: \w+){{0,4}} (?:are|is|remains?|was|were|would be)(?: still)?" for point in _POINTS
    )
    return re.compile(
        rf"(?<!\w){any_of((*_BESIDE, *firsts, *points, *qualities))}\s(?:{_NAMED}\s){{0,3}}['\"]?$"
    )


def is_beside(sentence: str, place: int) -> bool:
    """Whether the words right before a name, or before its quotation mark, set it beside another work."""
    return bool(_right_before().search(sentence[max(0, place - _BESIDE_REACH) : place].lower()))


def measures(sentence: str, place: int, end: int) -> bool:
    """Whether the words right behind a name make a measure of it."""
    if _BEHIND_ITS_NAME.match(sentence, end) or surely_measures(sentence, end):
        return True
    said_of_it = _IT_IS.search(sentence, max(0, place - _BESIDE_REACH), place)
    return said_of_it is not None and _ELSEWHERE.match(sentence, end) is not None


def compares(sentence: str, place: int, end: int) -> bool:
    """Whether words right before or behind the name compare, not so "the director of Ferry did it"."""
    is_measure = measures(sentence, place, end) and not is_credit(
        sentence[max(0, place - _CREDIT_REACH) : place]
    )
    return is_measure or is_beside(sentence, place)


def surely_measures(sentence: str, end: int) -> bool:
    """Whether the words right behind a name say outright which of the two is better, or came first."""
    return _SURELY_BEHIND.match(sentence, end) is not None


def is_credit(words: str) -> bool:
    """Whether the words tell who made or played something."""
    return bool(_CREDIT.search(words))


def within_reach(sentence: str, cue: int, place: int) -> bool:
    """Whether a name is still within a cue's reach, and no credit comes between."""
    between = sentence[cue:place]
    return (
        place - cue >= 0
        and len(between) <= _REACH
        and not is_credit(between)
        and between.count("(") <= between.count(")")
    )
