/** What a model says and a shop does not, by the words that make a line worth a closer look. Data of llm-meta-text. */

const product = '(?:options?|variants?|variations?|suggestions?|candidates?|versions?|drafts?|headlines?)';
const several = '(?:one|two|three|four|five|six|seven|eight|nine|ten|\\d{1,2}|some|several|a few|a couple of)';
const filler = '(?:sure(?: thing)?|certainly|absolutely|of course|great|okay|ok|understood|got it|no problem)';

/** Some ways of talking about the task. Each shape holds one of the words, so that nearly every line is let go. */
type Talk = { readonly tells: readonly string[]; readonly shapes: readonly RegExp[] };

// Matched on folded text: lower case, straight apostrophes, plain letters. Every repetition is bounded.
// A verb alone is no proof ("I can't help myself: 70% off"); what follows it is.
/** All but those of `unbound`. */
export const talks: readonly Talk[] = [
  // Who it is.
  {
    tells: [
      'assistant',
      'as an ai',
      'artificial intelligence',
      'language model',
      'knowledge cutoff',
      'knowledge cut-off',
      'als ki',
      'als eine ki',
      'als kunstliche',
      'als eine kunstliche',
      'ia',
      'intelligence artificielle',
      'inteligencia artificial',
    ],
    shapes: [
      /\b(?:large )?language models?\b|\bknowledge cut-?off\b/g,
      /\b(?:als (?:eine? )?(?:ki\b|kunstliche intelligenz)|en tant qu'(?:une )?(?:ia\b|intelligence artificielle)|como (?:una? )?(?:ia\b|inteligencia artificial))/g,
      /^assistant ?:/g,
    ],
  },
  // What it will not do.
  {
    tells: [
      'i cannot',
      "i can't",
      'i can not',
      'unable',
      'not able',
      "i won't",
      'i will not',
      "i'm sorry",
      'i am sorry',
      'i apologize',
      'i apologise',
      "i don't have",
      'i do not have',
      'violate',
    ],
    shapes: [
      /\bi(?:'m| am)? (?:cannot|can't|can not|unable to|not able to|won't be able to|will not be able to) (?:assist|provide|create|generate|fulfill?|comply|help(?= (?:with|you)\b|[.!]?$)|(?:write|produce|answer) (?:an?|any|this|that|the|such|content|copy|e-?mails?|subject)\b)/g,
      /\bi (?:won't|will not) (?:assist|comply|generate|provide|create (?:that|this|such|any|content))\b/g,
      /^\W{0,3}(?:i'm sorry|i am sorry|i apologi[sz]e),? but\b/g,
      /\bi (?:don't|do not) have (?:access to|(?:enough|any)? ?(?:information|context|details) (?:about|on|to)\b|enough (?:information|context))\b/g,
      /\bviolates? (?:my|our|the) (?:[a-z]{1,15} )?(?:guidelines|polic(?:y|ies))\b/g,
    ],
  },
  {
    tells: [
      'ich kann',
      'kann ich',
      'je ne',
      'no puedo',
      'nao posso',
      'non posso',
      'tut mir leid',
      'desole',
      'desolee',
      'lo siento',
    ],
    shapes: [
      /\b(?:ich kann|kann ich) (?!mir\b)(?:[a-z]{1,15} ){0,6}nicht (?:(?:weiter)?helfen|erstellen|generieren|beantworten|unterstutzen|verfassen)\b/g,
      /\bje ne (?:peux|suis) pas (?:(?:en mesure|capable) (?:de |d'))?(?:vous |t'|y )?(?:aider|repondre|creer|generer|fournir|rediger|assister)\b/g,
      /\bno puedo (?:ayudar(?:te|le|les|os)?|cumplir|generar|crear|proporcionar|asistir(?:te|le)?|responder)\b(?! (?:a )?(?:esperar|resistir))/g,
      /\btut mir leid,? (?:aber )?(?:ich kann|(?:das|dabei) kann ich)\b|\bdesolee?,? (?:mais )?je ne peux pas\b|\blo siento,? (?:pero )?no puedo\b|\bnao posso ajudar\b|\bnon posso aiutar/g,
    ],
  },
  // The thing it was asked for, called by its name.
  {
    tells: [
      'subject',
      'betreff',
      'betreffe',
      'betreffzeile',
      'betreffzeilen',
      "d'objet",
      'de asunto',
      'asuntos',
      'de assunto',
      'urgency',
      'curiosity',
      'fomo',
      'alliteration',
      'wordplay',
      'intrigue',
    ],
    shapes: [
      /\bsubject[ -]lines?\b|\bbetreffzeilen?\b|\blignes? d'objet\b|\blineas? de asunto\b|\blinhas? de assunto\b/g,
      /\bthis subject (?:is|uses|creates|evokes|plays)\b|\b(?:uses|creates|evokes|leverages|conveys) (?:[a-z-]{1,15} (?:and )?)?(?:urgency|curiosity|fomo|alliteration|wordplay|intrigue)\b/g,
    ],
  },
  {
    tells: ['character', 'chars', 'words', 'word count'],
    shapes: [
      /\b(?:under|within|below|exactly) \d{1,3} (?:characters|chars)\b/g,
      /[([]\s?~?\d{1,3} (?:characters|chars|words)\s?[)\]]|[-|:] ?\d{1,3} (?:characters|chars)[.!]?$|\b\d{1,3} chars\b/g,
      /\b(?:character|word) count ?: ?\d/g,
    ],
  },
  {
    tells: ['variation', 'option', 'alternative'],
    shapes: [/^(?:variation|option|alternative) \d{1,2}\b ?[-:)]|\banother variation\b/g],
  },
  // How it hands it over.
  {
    tells: ['sure', 'certainly', 'of course'],
    shapes: [/^(?:sure|certainly|of course)[!:]|^sure thing!/g],
  },
  {
    tells: ["here's", 'here is', 'here are', 'below is', 'below are', 'these are'],
    shapes: [
      new RegExp(
        `^${filler}[,.!]? here(?:'s| is| are) (?:${several}|an?|the|your|my)(?: [a-z-]{1,15}){0,3} (?:lines?|options?|ideas?|drafts?|versions?|variations?|subject)\\b|^${filler}[,.!]? here(?:'s| is) one\\b`,
        'g',
      ),
      /^here(?:'s| is| are) [^:]{0,60}\bsubjects?\b|^here(?:'s| is) (?:an? (?:revised|improved|shorter|alternative|updated|reworked)|another) (?:version|draft|variation|line)\b/g,
      new RegExp(`^(?:here(?:'s| is| are)|below (?:is|are)|these are) [^:]{0,60}\\b${product}\\b[^:]{0,40}:$`, 'g'),
      new RegExp(`^(?:here are|below are|these are) ${several}\\b[^:]{0,80}:$`, 'g'),
      new RegExp(
        `^here are ${several} (?:[a-z-]{1,15} ){0,2}(?:options|variants|suggestions|candidates|versions|drafts) ?:`,
        'g',
      ),
      new RegExp(`^here are ${several} (?:[a-z-]{1,15} ){0,2}variations\\b(?! on\\b)`, 'g'),
    ],
  },
  {
    tells: ['hier sind', 'hier ist', 'voici', 'aqui tienes', 'aqui estan', 'aqui tiene'],
    shapes: [
      /(?<=^|[!,.] )(?:hier (?:sind|ist) [^:]{0,40}\bbetreffe?|aqui (?:tienes|estan) [^:]{0,40}\basuntos?)\b/g,
      /(?<=^|[!,.] )(?:hier (?:sind|ist)|voici|aqui (?:tienes|estan|tiene))\b[^:]{0,40}\b(?:vorschlage?|varianten|optionen|propositions|variantes|objets|opciones|versiones)\b[^:]{0,40}:$/g,
    ],
  },
  {
    tells: ["i'd", 'i would', 'i can', "i'll", 'i will'],
    shapes: [
      new RegExp(
        `^${filler}[,.!]? i(?:'d| would| can|'ll| will) (?:be (?:happy|glad)|gladly|help|create|write|draft|generate|provide|craft)\\b`,
        'g',
      ),
      /\bi(?:'d| would) be (?:happy|glad) to (?:help|assist|write|provide|create)\b|^i(?:'d| would) be (?:happy|glad) to ?:/g,
    ],
  },
  // Orders that were slipped to it, or its own, passed on.
  {
    tells: ['instruction', 'prompt', 'json'],
    shapes: [
      /\b(?:ignore|disregard|forget|override) (?:(?:all|any|the|my|your|of) ){0,3}(?:previous|prior|above|earlier|preceding|foregoing|system) (?:instructions?|prompts?)\b/g,
      /\b(?:my|your|the|this) system (?:prompt|instructions?)\b|\bsystem prompt ?:/g,
      /\b(?:reply|respond|answer) (?:only )?(?:with|in) (?:the |valid |only |plain )?json\b|\bvalid json\b/g,
    ],
  },
  // What it says of it afterwards.
  {
    tells: ['i hope', 'hope this', 'hope these'],
    shapes: [/^i hope (?:this|these) helps?\b|\bhope (?:this|these) helps?[.!]{0,3}$/g],
  },
  {
    tells: ['would you like me', 'the user', 'let me know', 'feel free to'],
    shapes: [
      /\bwould you like me to (?:adjust|create|draft|generate|revise|try|write)\b|\bthe user (?:wants|asked|is asking|said)\b/g,
      /\blet me know if you(?:'d| would)? (?:like|prefer|want|need) (?:me|any|more|another|a different|changes|adjustments)/g,
      /\bfeel free to (?:adjust|modify|tweak|edit|adapt|customi[sz]e) (?:these|them|this|it|as needed|the (?:tone|wording|lines?|copy|text))\b/g,
    ],
  },
  {
    tells: ['based on', 'according to', 'per the', 'per your', 'please provide'],
    shapes: [
      /\b(?:based on|according to|per) (?:the|your) (?:brief|prompt|instructions|guidelines)\b|\bplease provide (?:me with|the brief|more context)\b/g,
    ],
  },
  {
    tells: ['note'],
    shapes: [
      /\(note ?:|^note ?: (?:this (?:subject|line|tone)|tone (?:is|was|kept|stays)|these (?:lines|subjects)|the (?:subject|above|tone|wording)|placeholders?|i(?:'ve| have)? (?:kept|used|avoided))\b/g,
    ],
  },
  {
    tells: ['avoided', 'kept the'],
    shapes: [/\bi(?:'ve| have)? (?:avoided using|kept the (?:tone|line|copy|wording))\b/g],
  },
  {
    tells: [
      'rationale',
      'reasoning',
      'revised',
      'why it works',
      'target audience',
      'explanation',
      'analysis',
      'thought',
    ],
    shapes: [
      /^(?:rationale|reasoning|revised(?: version)?|why it works|target audience|another option) ?:|^(?:explanation|analysis|thought) ?: (?:this|the) (?:subject|line|tone|brief|user)\b/g,
    ],
  },
];

/** What may be a part of a word, or said in more ways than its words tell: looked for where anything tells. */
export const unbound: Talk = {
  tells: [
    'sprachmodell',
    'sprachmodelle',
    'de langue',
    'de langage',
    'de lenguaje',
    'de linguagem',
    'linguistico',
    'taalmodel',
  ],
  shapes: [
    /\bas (?:an?|your) (?:helpful )?assistant\b|\bas an? (?:ai\b|artificial intelligence|(?:large )?language model)/g,
    /sprachmodell|modeles? de lang(?:ue|age)|modelos? de (?:lenguaje|linguagem)|modello linguistico|taalmodel/g,
  ],
};

/** The marks of its own language, and of the blocks our prompts hold data in (generate/prompt.ts). */
export const marks: readonly RegExp[] = [
  /<\/?(?:think(?:ing)?|brief|examples|taken|held-back) ?>|<\|[^<>|]{1,40}\|>|\[\/?inst\]|<\/?s>|<(?:start|end)_of_turn>/g,
];
