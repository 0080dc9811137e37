"""What gives a story away, and what only seems to, in each language that is known; in small letters."""

_ENGLISH_KIN = r"(?:brother|sister|father|mother|son|daughter|twin|husband|wife|dad|mom|mum|uncle|aunt|clone)"
_ENGLISH_CULPRIT = r"(?:killer|murderer|thief|traitor|culprit|villain|mole|spy|robber|kidnapper|stalker)"
_ENGLISH_IS = r"(?:is|was|were|are|been)"
_GERMAN_CULPRIT = r"(?:mörder|täter|dieb|verräter|schuldige|spion|entführer)(?:in)?"
_SPANISH_CULPRIT = r"(?:asesin[oa]|ladrón|ladrona|culpable|traidora?|villan[oa]|espía)"
_FRENCH_CULPRIT = r"(?:assassin|meurtri(?:er|ère)|tueur|tueuse|voleur|voleuse|coupable|traître|espion)"
_ITALIAN_CULPRIT = r"(?:assassin[oa]|ladr[oa]|colpevole|traditore|traditrice|killer|spia)"
_PORTUGUESE_CULPRIT = r"(?:assassin[oa]|ladrão|ladra|culpad[oa]|traidora?|vilão|vilã|espião|espiã)"

CUES = {
    "en": (
        r"endings?|finale|climax|denouement|epilogue|post-credits?|(?:final|last|closing) "
        r"(?:(?:few|\d+|two|three|five|ten|fifteen|twenty|thirty) )?(?:scenes?|"
        r"shots?|acts?|moments?|minutes|frames?|reel|twist|confrontation|battle)|by the end|in the end|"
        r"at the end|ends? (?:up|with|in|when)|ended (?:in|with)|"
        r"dies|died|dying|deaths?|dead|drowns?|drowned|kill(?:s|ed|ing|"
        r"er)?|murder\w*|shoots?|shot (?:dead|in the)|stab(?:s|bed)|strangl\w+|suicid\w*|hangs? (?:him|her|"
        r"them)sel\w+|blood|corpse|funeral|buried|burns? \w+ (?:down|alive)|blows? up|sacrific\w+|reveal\w*|"
        r"(?:becomes|gets|grows|turns) (?:\w+ ){1,2}(?:after|as|once|when)|"
        r"revelation|twist|turns? out|turned out|unmask\w*|true identity|real identity|secretly|all along|"
        r"only to (?:discover|find|learn)|discovers? that|learns? that|finds? out|realis\w+ that|realiz\w+ "
        r"that|flashbacks?|betray\w*|double-cross\w*|culprit|is the (?:killer|murderer|traitor|father)|"
        r"(?:gets?|walks?) away (?:with|free)|"
        r"eventually|ultimately|culminat\w+|escapes? (?:from|to)|survives?|rescues?|marr(?:ies|ied)|"
        r"pregnan\w+|"
        r"sets? \w+ \w* ?free|defeats?|spoilers?|until|overcom\w+|nick of time|confess\w*|reunions?|"
        r"reunit\w+|los(?:es|ing) (?:his|her|their|a|the)|breaks? down|gets? away|last-minute|third act|"
        r"(?:scene|moment|sequence|joke|gag)s? (?:in the \w+ |of the \w+ )?(?:involv(?:es?|ing)|in which)|"
        r"(?:off|on)-?screen (?:battle|death|fight|murder)|"
        r"how (?:he|she|they) [^.;]{2,60} is (?:through|by|because|that|when)|"
        rf"{_ENGLISH_IS} (?:\w+ly )?\w+(?:ed|en|wn) in the (?:second|third|final|last|next) "
        r"(?:book|episode|film|movie|part|season|series)|"
        r"resurrect\w*|showdown|face-off|cameos?|comes? back to life|"
        r"(?:big|huge|giant|final|epic|climactic|cgi|boss|monster|massive) (?:\w+ ){0,2}"
        r"(?:fights?|battles?|brawl|duel)|"
        r"sets? up (?:a|the|its) (?:sequel|rivalry|next)|"
        rf"{_ENGLISH_IS} (?:(?:the|an?|his|her|their|one of) (?:\w+ ){{1,5}})?the (?:whole|entire) time|"
        r"the (?:whole|entire) time,? (?!i |we |you )\w+ (?:is|was|were|had)|"
        rf"{_ENGLISH_IS} (?:\w+ly )?the (?:real |actual |true )?(?:{_ENGLISH_CULPRIT}|one who)|"
        rf"the (?:real )?{_ENGLISH_CULPRIT} (?:is|was) (?:his|her|their|actually|none)|"
        rf"(?<!who ){_ENGLISH_IS} (?:\w+ly |just )?(?:a )?ghosts?"
        r"(?! (?:story|stories|films?|movies?|towns?|ships?|trains?|hunters?|writers?|tales?))|"
        rf"{_ENGLISH_IS} (?:all|only|just) a (?:dream|lie|test|set-?up|hallucination|simulation)|"
        rf"it {_ENGLISH_IS} (?:\w+ly )?(?:his|her|their) (?:own )?{_ENGLISH_KIN}(?! who)|"
        r"(?:makes?|made) it (?:off|(?:out|back|home)(?! to be)|alive)|"
        r"(?<!i )(?<!we )(?<!you )(?<!ll )(?<!ve )never (?:\w+ ){1,4}again|"
        r"never (?:gets? (?:off|out|away|home)|comes? (?:back|home)|wakes? up|returns?)|"
        r"push(?:es|ed) \w+ (?:off|over|down|into|from|out)|"
        r"more than (?:he|she|it|they) (?:first )?(?:seems?|appears?)|"
        r"not (?:who|what) (?:he|she|it|they) (?:seems?|appears?|claims?|says?)"
    ),
    "de": (
        r"am (?:ende|schluss)|zum schluss|(?:letzten?|finalen?) (?:szenen?|minuten?|akt|einstellung|bild)|"
        r"schlussszene|stirbt|sterben|starb(?:en)?|gestorben|tötet(?:e|en)?|getötet|ermordet(?:e|en)?|"
        r"umgebracht|bringt \w+ um|erschießt|erschossen|ersticht|erstochen|ertrinkt|ertrunken|erhängt|"
        r"selbstmord|suizid|stell(?:t|te) sich heraus|herausstellt|entpupp\w+|in (?:wahrheit|wirklichkeit)|"
        r"auflösung|überleb(?:t|te|en)|opfert|verrät|gesteht|entkomm(?:t|en)|schwanger|heiratet|"
        rf"(?:ist|war|waren|sind) (?:\w+ )?(?:der|die) (?:wahre |eigentliche )?{_GERMAN_CULPRIT}|"
        rf"(?:der|die) {_GERMAN_CULPRIT} (?:ist|war)|{_GERMAN_CULPRIT} (?:ist|war)|"
        r"(?:ist|war|waren|sind) (?:\w+ ){0,2}die ganze zeit (?:über )?(?:der|die|das|eine?|sein\w*|ihre?|"
        r"tot)|"
        r"(?:ist|war|waren|sind) (?:\w+ )?(?:ein )?(?:geist(?:er)?|gespenst(?:er)?|tot)|"
        r"nie(?:mals)? (?:wieder )?(?:zurück|heim|nach hause|lebend|von der)|"
        r"(?:kommt|kehrt|schafft|verlässt|findet) (?:\w+ ){0,3}nie(?:mals)?"
    ),
    "es": (
        r"al final|en el final|(?:última|últimas|final|finales) (?:escenas?|secuencias?|imagen)|"
        r"últimos? (?:minutos?|plano|acto)|(?:escena|giro|plano) final|desenlace|muere[n]?|muri(?:ó|eron)|"
        r"est(?:á|aba)n? muert[oa]s?|mat(?:an?|ó|aron|ado|ada)|asesin(?:an|ó|aron|ad[oa]s?)|se suicidan?|"
        rf"{_SPANISH_CULPRIT} (?:es|era|fue)|"
        rf"(?:es|era|fue|ser) (?:el|la) (?:verdader[oa] )?{_SPANISH_CULPRIT}|"
        r"(?:era|eran) (?:su|el) (?:propi[oa] )?(?:padre|madre|herman[oa]|hij[oa])|resulta (?:ser|que)|"
        r"(?:es|era|fue|estaba)n? (?:\w+ ){0,4}todo (?:el|este) tiempo|en realidad|"
        r"(?:es|era|son|eran) (?:un |una |unos )?fantasmas?|se ahogan?|sobreviven?|"
        r"nunca (?:\w+ )?(?:vuelven?|regresan?|escapan?|sale[n]?|logran?)|se sacrifican?|traicionan?|"
        r"descubren? que|se revela|revela que|embarazada|se casan?|dispara[n]?"
    ),
    "fr": (
        r"à la fin|(?:dernières?|ultimes?) (?:scènes?|séquences?|minutes?|images?)|dernier (?:plan|acte)|"
        r"(?:scène|plan) final[e]?|dénouement|meurt|meurent|mourut|(?:est|sont) morte?s?|tuent?|"
        r"(?:a|ont|est|sont) (?:tué|assassiné)e?s?|assassinent?|se suicide|se noie|"
        rf"{_FRENCH_CULPRIT} (?:est|était|c'est|n'est)|"
        rf"(?:est|était|être) (?:en fait )?(?:le |la |l')(?:vrai[e]? )?{_FRENCH_CULPRIT}|"
        r"(?:était|étaient) (?:son|sa|leur) (?:propre )?(?:père|mère|frère|sœur|fils|fille)|"
        r"(?:était|étaient|est) (?:\w+ ){0,4}(?:tout ce temps|depuis le début)|"
        r"(?:est|était|étaient|sont) (?:en fait )?(?:un |des )?fantômes?|se révèlent?|révèle que|s'avère|"
        r"en réalité|survi(?:t|vent)|ne (?:\w+ ){1,3}jamais|se sacrifie|trahi(?:t|ssent)|découvre que|"
        r"apprend que|enceinte|se marient?"
    ),
    "it": (
        r"alla fine|nel finale|"
        r"(?:ultim[aeio]|final[ei]) (?:scen[ae]|minut[oi]|inquadratur[ae]|sequenz[ae]|atto)|"
        r"scena finale|muore|muoiono|morì|(?:è|sono) mort[oaie]|uccid(?:e|ono)|uccis[oaie]|ammazza(?:no)?|"
        r"assassinat[oaie]|si suicida|annega|"
        rf"{_ITALIAN_CULPRIT} (?:è|era)|(?:è|era|essere) (?:il |la |l')(?:ver[oa] )?{_ITALIAN_CULPRIT}|"
        r"era(?:no)? (?:su[oa]|il|la) (?:padre|madre|fratello|sorella|figli[oa])|"
        r"(?:è|era|erano) (?:\w+ ){0,4}(?:per )?tutto (?:il|questo) tempo|"
        r"(?:è|era|erano) (?:un |dei )?fantasm[ai]|"
        r"si scopre|scopre che|si rivela(?:no)?|rivela che|in realtà|sopravviv(?:e|ono)|si sacrifica|"
        r"tradisc(?:e|ono)|non (?:\w+ ){1,3}mai|incinta|si sposano?"
    ),
    "pt": (
        r"no (?:final|fim)|últim[ao]s? (?:cenas?|minutos?|planos?|ato|sequência)|cena final|desfecho|"
        r"morre(?:m|u|ram)?|(?:está|estava|é|foi) mort[oa]|matam?|matou|mataram|assassinad[oa]s?|"
        r"se (?:mata|suicida|afoga|sacrifica)|"
        rf"{_PORTUGUESE_CULPRIT} (?:é|era|foi)|"
        rf"(?:é|era|foi|ser) [oa] (?:verdadeir[oa] )?{_PORTUGUESE_CULPRIT}|"
        r"(?:era|eram) (?:[oa] )?(?:seu|sua|própri[oa]) (?:pai|mãe|irmão|irmã|filh[oa])|"
        r"(?:é|era|eram|estava) (?:\w+ ){0,4}o tempo todo|(?:é|era|eram|são) (?:um |uma )?fantasmas?|"
        r"na verdade|revela que|se revela|descobre que|nunca (?:\w+ )?(?:volta|sai|consegue|escapa|retorna)|"
        r"sobreviv(?:e|em|eu)|grávida|se casam?|trai"
    ),
}
# A name says nothing of the plot, and neither does what befell somebody before the story begins.
_PASSIVE = r"(?: (?!by)\w+){1,4}? (?:was|were|is|are|has been|had been|went) "
HARMLESS = {
    "en": (
        r"twists and turns|drop-dead|dead (?:pan|serious|centre|center)|to die for|killer (?:score|"
        rf"soundtrack)|whose{_PASSIVE}(?:killed|murdered|drowned)(?! by)"
    ),
    "de": (
        r"(?:dessen|deren)(?: \w+){1,4}? (?:ermordet|getötet|erschossen|umgebracht|gestorben)(?: worden)? "
        r"(?:wurden?|ist|war)"
    ),
    "es": r"cuy[oa]s?(?: \w+){1,3}? (?:fue|fueron|ha sido|había sido) (?:asesinad|matad)[oa]s?",
    "fr": r"dont(?: \w+){1,4}? (?:a été|est|était|fut) (?:assassiné|tué|mort)e?s?",
    "it": r"(?:il|la) cui(?: \w+){1,3}? (?:è|era|fu|è stat[oa]) (?:assassinat|uccis|mort)[oa]",
    "pt": r"cuj[oa]s?(?: \w+){1,3}? (?:foi|foram|fora) (?:assassinad|mort)[oa]s?",
}
