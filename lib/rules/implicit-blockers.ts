import { FRAMES } from "#lib/rules/hindrance-frames";

/** How plainly a sentence says that something is in the way: `firm` words stand even beside a "no blockers". */
export type Strength = "firm" | "soft";

const FIRM = [
  String.raw`\b(?:(?:i['’]?m|we['’]?re|am|are|is|still|currently|completely|totally|fully|now|remains?|also|both|all|again|bit|kind of|partially|partly|got|\w+['’]s) |^\W*)(?:blocked|stuck|blocking (?:me|us|my|our))\b(?! (?:out|off|time|(?:an?|the|my|some|two|three|\d+) (?:\w+ )?(?:time|hours?|days?|morning|afternoon|calendar|slots?))\b)`,
  String.raw`\b(?:blocked|held up|held back|stalled|hung up|gated|bottlenecked|hamstrung) (?:by|on|until|till|because|due|at|in|with|waiting|pending|behind)\b`,
  String.raw`\b(?:is|are|['’]s|still|keeps?|been|which is) (?:blocking|holding (?:me|us|up|everything|things)|stopping (?:me|us)|preventing (?:me|us)|slowing (?:me|us)|in my way)\b`,
  String.raw`\b(?:blocks|prevents|stops|keeps) (?:me|us|my|our)\b`,
  String.raw`\b(?:holding|holds|hold) (?:me|us|things|everything|this|it|my \w+) (?:up|back)\b`,
  String.raw`\b(?:can['’]?t|can ?not|unable to|not able to|won['’]?t be able to|no way to|impossible to) (?!wait\b|complain|make (?:it|the)|attend|join|say\b|believe|stress|recommend|be sure|remember|imagine|thank)(?:\S+ ){1,14}?(?:until|till|unless|without|before|because|as long as|while)\b`,
  String.raw`\b(?:can['’]?t|can ?not|unable to|not able to|won['’]?t be able to) (?:(?:even|really|actually|yet|still|properly|currently|safely) ){0,2}(?:merge|deploy|release|ship|proceed|continue|move (?:on|forward|ahead)|progress|make progress|push|start|begin|finish|complete|close|test|run|build|access|log ?in|sign ?in|connect|get (?:in|into|past|any|on)|go (?:on|ahead|live|further)|do (?:much|anything|any)|work on|submit|publish|upload|download|reach|verify|open|install|sync|demo|hand)\b`,
  String.raw`\b(?:nothing|none of (?:it|them|this)|nobody|no one) can (?:be )?(?:merge|deploy|release|ship|test|start|build|publish|log|reach|access|sign)\w{0,3}\b`,
  String.raw`\bstill (?:no|without|missing|haven['’]?t|hasn['’]?t|don['’]?t have|do not have|doesn['’]?t have|not (?:heard|received|got|have|had)|unanswered|nothing from|waiting|awaiting|pending (?:on|from|approval|review)|needs? (?:access|approval|sign-?off)|locked out|down\b|can['’]?t|cannot|unable|chasing)\b`,
  String.raw`\b(?:no|without|lost|lack(?:ing|s)?(?: of)?|missing|don['’]?t (?:yet )?have(?: any)?|do not have|didn['’]?t get|never got|haven['’]?t (?:got|gotten|received|been given)) (?:\S+ ){0,3}?(?:access|permissions?|credentials?|licen[cs]es?|accounts?|admin rights|rights|vpn|api keys?|tokens?|password)\b`,
  String.raw`\b(?:locked out of|at a standstill|dead in the water|hit a (?:brick )?wall|at an impasse|in limbo|on hold (?:until|till|pending|because|waiting|as|for)|(?:is|are|still|remains?|been) on hold|paused (?:until|till|pending|because)|parked (?:until|till|pending)|ball is in|at the mercy of)\b`,
];
const SOFT = [
  String.raw`\b(?:i |we |^)?had to (?:stop|pause|park|postpone|give up|abort)\b`,
  String.raw`\b(?:idle|twiddling)\b`,
  String.raw`\buntil (?:\S+ ){1,4}?(?:ships?|lands?|merges?|approves?|answers?|replies|delivers?|decides?|fixes|sends?|signs?|(?:gets?|comes?|is|are) back|(?:is|are) (?:fixed|merged|done|ready|approved|resolved|available|up|sorted|in))\b`,
  String.raw`\bwon['’]?t (?:happen|be possible|be ready|go (?:out|live)) (?:unless|until|without)\b`,
  String.raw`\bhit (?:the|our|a) (?:\S+ )?(?:limit|quota|cap)\b`,
  String.raw`\b(?:frozen|parked|paused|stalled|shelved|postponed|delayed|closed) (?:until|till|because|as long as)\b`,
  String.raw`\b(?:creds?|credentials?|licen[cs]es?|certificates?|certs?|tokens?|contracts?|accounts?|subscriptions?|badges?|keys?|passwords?|quotas?) (?:(?:has|have|is|are|just|already|all|on|for|of|the|our|my|\w+) ){0,4}?(?:expired?|ran out|run out|lapsed|revoked|locked|suspended|under review|used up|exceeded|exhausted)\b`,
  String.raw`\b(?:don['’]?t have|do not have|doesn['’]?t have|have no|has no|there['’]?s no|there is no|are no|got no) (?:\S+ ){0,4}?(?:approved|yet|way (?:around|to)|workaround|environments?|test data|budget|hardware|devices?|reviewers?|capacity|decision|specs?|response|account|seats?|time slots?)\b`,
  String.raw`\b(?:spinning my wheels|second pair of eyes|at a loss|out of ideas|banging my head|going (?:round|around) in circles|(?:could|can) (?:really )?use (?:some|a|any|your|\w+['’]s) (?:help|hand)|any help (?:is |would be )?(?:appreciated|welcome)|need a hand|help (?:is )?(?:needed|wanted))\b(?<!not out of ideas)`,
  String.raw`\b(?:chasing|chased|(?:pinged|reminded|asked|mailed|called|nudged) (?:\S+ ){1,3}?(?:again|twice|three times|several times|\d+ times))\b`,
  String.raw`\bowes? (?:me|us)\b`,
  String.raw`\b(?:someone|somebody|anyone|anybody) (?:else )?(?:needs? to|has to|must|able to|who can)\b`,
  String.raw`\b(?:nothing|not much|little) (?:for (?:me|us) )?to do (?:until|till|before|without)\b`,
  String.raw`(?:^\W*|, |\b(?:i|we|and|so|still) )(?:can['’]?t|can ?not|could ?n['’]?t|could not|unable to|not able to) (?!wait\b|complain|make (?:it|the)|attend|join|come\b|say\b|believe|stress|recommend|be (?:sure|happier)|remember|imagine|thank)\w`,
  String.raw`\bno (?:new )?(?:info|information|movement|progress|sign|luck|traction|update) (?:from|on|of|with)\b`,
  String.raw`\bstuck (?:on|with|at|in|waiting|until|till|because|behind|as|since|here|trying)\b`,
  String.raw`\b(?:hampered|delayed|slowed(?: down)?|blocked|paused) (?:by|on|until|because|due)\b`,
  String.raw`\b(?:waiting|awaiting)\b(?! (?:room|list|time|period|screen|state))`,
  String.raw`\b(?:no|zero) (?:\S+ )?(?:answer|reply|replies|response|word|feedback|news|decision|sign-?off|approval|confirmation|eta|reaction|update)s?(?: (?:from|to|yet|back|on|so far|since|about|despite|after)\b|(?=\W*$))`,
  String.raw`\b(?:haven['’]?t|have not|hasn['’]?t|has not|didn['’]?t|did not|nobody has|no one has|never) (?:\S+ ){0,3}?(?:heard|received|got|gotten|picked up|taken|replied|responded|answered|approved|reviewed|signed|confirmed|sent|delivered|arrived|granted|come back|looked at|been (?:given|granted|approved|reviewed|provisioned|merged|answered|delivered))\b`,
  String.raw`\bpending (?:\S+ ){0,3}?(?:review|approval|sign-?off|decision|feedback|access|answer|response|confirmation|input|clarification|release|merge|from)\b`,
  String.raw`\bneed(?:s|ing)? (?:\S+ ){1,14}?(?:before|in order to|so (?:that )?(?:i|we)|to (?:continue|proceed|move|unblock|get (?:going|unstuck)|start|finish|go (?:on|ahead|further))|until)\b`,
  String.raw`\bneed(?:s|ing)? (?:\S+ ){0,4}?(?:access|approvals?|sign-?offs?|permissions?|credentials|rights|api keys?|tokens?|a (?:decision|review|reviewer|answer|licen[cs]e)|someone (?:to|from|with|who)|somebody|help (?:from|with|on|to)|input|clarification|guidance|feedback)\b`,
  String.raw`\b(?:depend(?:s|ing|ent)? (?:up)?on|hinges on|contingent on|conditional on|relies on|rely on) (?:\S+ ){0,12}?(?:land\w*|merg\w+|release\w*|ship\w*|finish\w*|deliver\w*|approv\w+|review\w*|decision|decid\w+|repl\w+|answer\w*|being|be|getting|team|fix\w*|done|ready|first|which)\b`,
  String.raw`\b(?:ci|the build|builds?|pipelines?|staging|the (?:test|dev|qa|staging|integration|build) (?:env\w*|server|cluster|database|db|machine|box)|vpn|the network|internet|laptop|jenkins|test env\w*|sandbox|main(?: branch)?|trunk)(?:['’]s| (?:is|are|has|have|keeps?|kept|went|was))(?: been)? (?:\S+ ){0,2}?(?:red|broken|down|failing|offline|unavailable|unreachable|unstable|flaky|crashing|dead|timing out|out of (?:space|disk|memory))\b`,
  String.raw`\b(?:not|never|isn['’]?t|aren['’]?t|wasn['’]?t) (?:getting (?:back|any|a|an)|responding|replying|answering|available to (?:review|approve|help))\b`,
  String.raw`\b(?:(?:has|have|been) (?:sitting|waiting|unreviewed|unanswered)|sitting (?:in|for|with|un)|goes unanswered|nothing (?:back )?yet|(?:not much|nothing|little) (?:that )?(?:i|we) can do|unanswered|unreviewed|gone quiet|ghosted)\b`,
  String.raw`\b(?:(?:can|could) (?:only )?(?:start|continue|finish|merge|deploy|ship|proceed|release|test|go (?:on|ahead)|resume|begin)|will have to wait|has to wait|have to wait) (?:\S+ ){0,8}?(?:until|till|once|after|when|as soon as|for|before)\b`,
  String.raw`\b(?:not sure|unsure|no idea|unclear|don['’]?t know|struggling|can['’]?t figure out|having (?:trouble|a hard time|problems|issues)) (?:how|who|what|which|whether|why|with|to|where|about|if)\b`,
];

const patterns = (sources: string[], flags = "i") => new RegExp(sources.join("|"), flags);
const IS_FIRM = patterns(FIRM);
const IS_SOFT = patterns([...SOFT, ...FRAMES], "gi");

/** The first words that say something is in the way, their place in the sentence, and how plainly. */
export function hindranceIn(clause: string): { at: number; strength: Strength } | null {
  const firm = IS_FIRM.exec(clause);
  if (firm && !isQuoted(clause, firm.index)) return { at: firm.index, strength: "firm" };
  for (const { index } of clause.matchAll(IS_SOFT))
    if (!isQuoted(clause, index) && !IMAGINED.test(clause.slice(0, index)) && !isTold(clause.slice(0, index)))
      return { at: index, strength: "soft" };
  return null;
}

/** What stands after such words is of a case that may come, or what a thing is about: "a guide on what to do if the site is down". */
const IMAGINED =
  /\b(?:if|in case|whenever|whether|unless|why|what happens|what to do|when (?!i\b|we\b|my\b|our\b|it\b)|so that|(?:message|pages?|screen|error|banner|badge|state|alert|ticket|bug|guide|docs?|post|article) (?:that|which|when|where|about|for|on|saying|says)|(?:users|customers|people|anyone|those|somebody|someone|orders|jobs|requests) (?:who|whose|that|which))\b|(?<!\b(?:is|are) )\b(?:what|who) ?$/iu;

/** Work that is told of, which is done or goes on: "Rewrote the cron job", "I helped a customer". */
const WORK =
  /^\W*(?:i |we |yesterday |today |then |also ){0,3}(?!wait|block|stuck|struggl|need|pend|await|chas|miss|lack|try|tried|want|hop|plan|ask|ping|request|remind|call|hav|be|feel|look(?:ing)? for)(?:\w+(?:ed|ing)|wrote|rewrote|built|rebuilt|made|found|set|put|took|gave|sent|met|ran|held|got)\b/i;
const WHY = /\b(?:as|because|since|that|which|who|whose|so|when|where|with|for|about)\b/i;

/** Whether the words before a place, with no break, tell of work and what it was for: "… as it never finished". */
function isTold(before: string): boolean {
  const work = WORK.exec(before);
  const rest = work && before.slice(work[0].length);
  return rest !== null && !/[,;:(–—]/.test(rest) && WHY.test(rest);
}

/** Whether a place stands between quotation marks: there somebody else speaks, or a screen. */
function isQuoted(clause: string, at: number): boolean {
  const before = clause.slice(0, at);
  const open = before.lastIndexOf("“") > before.lastIndexOf("”");
  return (open || (before.match(/"/g)?.length ?? 0) % 2 === 1) && /["”]/.test(clause.slice(at));
}

const OVER = new RegExp(
  [
    String.raw`\b(?:un-?blocked|unstuck)\b`,
    String.raw`\b(?:no longer|not|never|isn['’]?t|aren['’]?t|wasn['’]?t|weren['’]?t|nothing|nobody|no one|none|without being|without getting|non-?)[ -](?:\S+ ){0,2}?(?:blocked|blocking|blocks?|blockers?|stuck|waiting|held up|holding|a blocker|an issue|depend\w*|pending|needed?)\b`,
    String.raw`\b(?:not|any) ?(?:any ?more|longer)\b`,
    String.raw`\b(?:was|were|had been|used to be|got|previously|having been|after being) (?:\S+ ){0,2}?(?:blocked|stuck|waiting|held up|blocking|blocker|holding|pending|down|broken|red|failing|offline|locked out)\b`,
    String.raw`(?<!(?:\bnot|n['’]?t|\bnever) (?:\w+ )?)\b(?:resolved|solved|sorted|figured (?:it|that|this)? ?out|cleared|removed|dealt with|works? (?:again|now|fine)|working (?:again|now)|back (?:up|online|to normal|to green)|green again|all good|came (?:through|in|back)|is over|got (?:it|them|that|this) (?:now|back|sorted|fixed|working|done|today|yesterday|this morning|at last)|finally (?:got|merged|landed|arrived|approved|heard|granted|released)|fixed (?:it|that|this|now|since|by|the (?:blocker|blocking))|has (?:since )?been (?:fixed|merged|approved|granted|sorted|released|delivered)|(?:is|are|was|were|got|now) (?:now |finally |since |already )?(?:fixed|merged|approved|granted|delivered|answered|over|unlocked|available again))\b`,
    String.raw`\b(?:if|in case|when|whenever|should|unless|so that|to avoid|avoid|prevent|lest|might|may|could|would|won['’]?t|will not|wouldn['’]?t|who(?:ever)?(?:['’]s| is| are)|anyone|anybody|everyone|someone|people|others|users?|customers?|you(?:['’]re| are)?|(?:threads|workers|jobs|requests|queries|transactions|processes|goroutines|consumers|producers|connections|writers|readers)|the (?:process|thread|job|queue|request|page|worker|loop|cursor|modal|spinner|button|client|server|app|ui|main thread)(?:s|es)?|requests|threads|jobs|sessions|accounts|emails?) (?:\S+ ){0,3}?(?:is |are |gets? |be |being |getting |been |that )?(?:blocked|blocking|stuck|waiting|held up|a blocker)\b`,
    String.raw`\b(?:(?:threads|readers|writers|workers|jobs|requests|processes|consumers|producers)|users?|customers?|clients?|people|visitors?|guests?|patients?|drivers?|players?|admins?|they|you|it|the (?:app|page|client|server|user|customer|browser|importer|parser)) (?:\S+ )?(?:can['’]?t|can ?not|could ?n['’]?t|are unable|is unable)\b`,
    String.raw`\b(?:un-?blocking|helping|helped|help|unblock) (?:\S+ ){0,3}?(?:un-?block|blocked|stuck|blocker)\b`,
    String.raw`\b(?:waiting|blocked|stuck|held up) (?:\S+ )?(?:on|for|by) (?:me|my|nothing|nobody|no one)\b`,
  ].join("|"),
  "iu",
);
const STILL =
  /\b(?:still|yet again|now (?:blocked|stuck|waiting)|again (?:blocked|stuck|waiting|red|down)|(?:currently|now|remains?) (?:blocked|stuck|waiting)|needs? (?:to )?(?:(?:be|have|get) )?(?:\S+ ){0,4}?(?:sorted|resolved|solved|fixed))\b/iu;
/** What is told of code and of work that was done on it, in which such words are somebody else's. */
const ABOUT_CODE =
  /^\W*(?:\w+ly )?(?:fix(?:ed|ing|es)?|add(?:ed|ing|s)?|implement(?:ed|ing)?|refactor(?:ed|ing)?|remov(?:ed?|ing)|handl(?:ed?|ing)|wrote|writ(?:e|ing)|improv(?:ed?|ing)|replac(?:ed?|ing)|(?:debugg|investigat|document|updat|creat|review|merg|releas|shipp|deploy|clos|resolv|solv|un-?block|help|test|clean|clear|triag|migrat|reduc|mov|chang|finish|answer|work)(?:ed|ing)|looked into|looking into)\b/iu;
const PLAINLY_MINE = /\b(?:i['’]?m|i am|me|my|we['’]?re|us|our|still|can['’]?t|cannot)\b/iu;

/** Whether a sentence with such words says that it is over, imagined, or other people's. */
export function isOver(sentence: string): boolean {
  return OVER.test(sentence) && !STILL.test(sentence);
}

/** Whether a clause tells of work on code, as "Fixed the spinner stuck on logout" does. */
export function isAboutCode(clause: string, at: number): boolean {
  const work = ABOUT_CODE.exec(clause);
  return work !== null && at >= work[0].length - 1 && !PLAINLY_MINE.test(clause);
}
