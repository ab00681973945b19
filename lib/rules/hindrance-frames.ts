/**
 * Frames of a sentence that says something is in the way now, put together from lists of what takes part: somebody who
 * has not done what is waited for, a thing in a bad state, an act that fails, means that are lacking.
 */

/** Any of the words of a list between bars, which may go over several lines. */
const any = ({ raw }: TemplateStringsArray) => `(?:${raw[0]!.trim().replace(/\s*\|\s*/g, "|")})`;

const ADVERB = any`still | again | yet | even | really | actually | currently | completely | totally | fully | just | all | both | either | also |
  now | always | often | ever | constantly | mostly | partly | apparently | basically | effectively | simply | properly |
  formally | officially | all week | already | only | quite | rather | pretty | so | very | far | kind of | a bit`;
const ADVERBS = `(?:${ADVERB} ){0,3}`;

const NOT_YET = any`(?:has|have|did|does|is|are)n['’]?t | (?:has|have|did|does|is|are) (?:not|yet to) | (?:has |have )?never | won['’]?t | will not | refuses? to | declines? to`;
/** What those who are waited for have not done, or who waits has not got. */
const GIVE = any`shared? | sen[dt] | signed | sign | confirm(?:ed)? | answer(?:ed)? | respond(?:ed)? | repl(?:y|ied) | approved? | reviewed | ship(?:ped)? |
  arrived? | turn(?:ed)? up | show(?:n|ed)? up | c[ao]me (?:back|in|through|out) | return(?:ed)? | publish(?:ed)? | g[ai]ven? | decided? | settled? |
  agreed? | provided? | grant(?:ed)? | deliver(?:ed)? | released? | land(?:ed)? | merged? | pick(?:ed)? (?:\S+ )?up | told | finali[sz]ed? |
  wr[io]tten back | wrote back | hand(?:ed)? (?:\S+ )?(?:over|back) | got(?:ten)? (?:back|around|round) | get (?:back|around) | (?:called|call|phoned|mailed|pinged|messaged) (?:\S+ )?back |
  upload(?:ed)? | paid | pay | unlock(?:ed)? | look(?:ed)? at | process(?:ed)? | assign(?:ed)? | let | clear(?:ed)? | issued? | started | allow(?:ed)? |
  acknowledged? | accept(?:ed)? | scheduled | chosen | ready | been (?:\S+ )?\w+(?:ed|en|ne|ut|id|nt) | loaded? | work(?:ed|ing)? | available | here | there yet | finished | done`;
/** What would be no good news, were it done: "it hasn't crashed since". */
const NOT_BAD = String.raw`(?!(?:crash|fail|brok|break|happen|occur|chang|reappear|regress|been)\w*)`;
/** What is no news of who waits: "the flag isn't used any more". */
const HARMLESS =
  "(?!(?:us|need|requir|affect|expect|relat|block|involv|concern|interest|includ|going|urgent|wait|worr|hurry|rush|limit|broken|plann|recommend|surpris)(?:ed|ing|en)?)";
const GET = any`heard | received? | got | gotten | been (?:\S+ )?(?:given|granted|told|paid|able|added|invited|assigned|set up) | seen | found | figured`;

const IS = any`is | are | ['’]s | ['’]re | remains? | stays? | sits? | looks? | still | (?:has|have|['’]s|['’]ve) been | got | gets | went | keeps? being`;
/** How a thing or a person is while nobody can go on with it. */
const BAD = any`down(?! (?:to|from|by)) | dead | bro?ken?(?: down)? | bust(?:ed)? | offline | unavailable | unreachable | unusable | unresponsive | leaking | faulty | defective |
  damaged | cracked | corrupt(?:ed)? | missing | late | overdue | outstanding | delayed | stalled | frozen | locked (?:out|up|by|for) | suspended | disabled | expired |
  revoked | banned | rejected | full | maxed out | (?:double[ -]|fully |over)booked | booked (?:solid|out|up) | taken (?:till|until|up) | occupied | in use |
  out of \w+ | sold out | on (?:\w+ )?(?:back ?order|hold|leave|holidays?|vacation|strike|pto|ice) | (?:out |off )?sick | off (?:until|till|this|all|sick) | out (?:until|till|this|all|today|on) |
  away | travell?ing | abroad | silent | not (?:here|in|ready|available|working|answering|responding|replying|picking up|back|there|signed|merged|approved|moving|clear) | nowhere | unclear | undecided |
  undefined | ambiguous | contradictory | incomplete | unresolved | unsigned | unmerged | unreviewed | unanswered | understaffed | overloaded | swamped | stuck | lost | held (?:up|back|in|at) |
  red | failing | flaky | unstable | timing out | crashing | resetting | pending | awaiting | waiting | closed (?:until|till|for|all) |
  too (?:slow|small|big|long|old|short|expensive|late|weak|noisy|hot|few|busy|close|tight|soon|hard|difficult|complex|complicated) | lacking | outdated | deprecated | short(?: of|-staffed| on)? | parked | shelved | in (?:limbo | customs | repair | transit | quarantine | maintenance) | up in the air`;

const FAILS = any`chokes on | eats | swallows | loses | fails | dies | crashes | bounces | leaks | times? out | drops (?:every|all) | hangs | freezes | drops? out | overheats? | breaks | errors out | locks up | jams | refuses? to |
  (?:keeps|kept) (?:on )?(?!me\b|us\b)\w+ing | (?:won['’]?t|doesn['’]?t|don['’]?t|does not|do not|fails? to) (?:even )?(?:work|run|boot|start|build|compile|reach|respond|answer|reply|match|fit|turn|arrive|show|load|open|connect|
  reproduce|install|deploy|exist|pass|finish|complete|add up|line up|accept|let|sync|ship|budge|move|stop|go (?:in|on|through|away|past)|come (?:back|in|up|on|through))`;
/** What who writes cannot go on without. */
const MEANS = any`access | permissions? | credentials? | creds | licen[cs]es? | accounts? | rights | keys? | tokens? | passwords? | logins? | vpn | budget | hardware | devices? | equipment |
  reviewers? | capacity | specs? | specification | data | numbers | figures | requirements | guidelines | brief | drawings? | designs? | mock-?ups? | assets | logs? | samples? |
  parts? | spares? | stock | material | supplies | quota | env(?:ironment)?s? | sandbox | room | space | desk | seats? | slots? | schedule | staff | hands | signal | contacts? | contract | quote |
  tools? | tooling | docs | documentation | workaround | machine | laptop | badge | invoice | signature | payment | clearance | permit | cert(?:ificate)?s? | runners? | fix | plan b`;
/** What somebody else has to say. */
const WORD = any`answers? | repl(?:y|ies) | response | word | feedback | news | decision | sign-?off | approvals? | confirmation | eta | reaction | updates? | info | information | input | date | timeline | movement | progress | traction | owner | idea | clue`;

/** What somebody runs into. */
const TROUBLE = any`issues? | glitch(?:es)? | hiccups? | setbacks? | problems? | trouble | difficult(?:y|ies) | walls? | errors? | limits? | bugs? | snags? | roadblocks? | obstacles? | conflicts? | outage | delays? | mix-?up | confusion | disagreement | grief | timeouts?`;

/** Words of a thing between its frame's ends. */
const some = (most: number) => String.raw`(?:\S+ ){0,${most}}?`;

/** Who writes "I haven't signed it" tells what is to do, and not what others owe. */
const BY_OTHERS = String.raw`(?<!\b(?:i|we) (?:(?:still|also|just|really|have|simply|both|all) )?)`;

export const FRAMES = [
  // "Sven never shared the list", "legal still hasn't come back", "I haven't heard from them".
  String.raw`\b${BY_OTHERS}${NOT_YET} ${ADVERBS}${GIVE}\b`,
  String.raw`\b(?:haven['’]?t|have not|hasn['’]?t|has not|didn['’]?t|never) ${ADVERBS}${GET}\b`,
  String.raw`\b${BY_OTHERS}(?:(?:has|have)(?:n['’]?t| not)|(?:has |have )never) ${ADVERBS}${NOT_BAD}\w+(?:ed|en|wn|nt|ne|ght)\b`,
  String.raw`\b${BY_OTHERS}(?:they|he|she|who|still) (?:simply |just )?(?:don['’]?t|doesn['’]?t|do not|does not) (?!need|matter|mind|require|have to|hurt|affect|block|depend|think|want to wait)\w+`,
  String.raw`\b${BY_OTHERS}(?<!\bit )(?:(?:is|are)n['’]?t|(?:is|are) not) ${ADVERBS}${HARMLESS}\w+(?:ed|ing|en)\b`,
  String.raw`\b${BY_OTHERS}(?<!\b(?:it|you|that|this) )(?:won['’]?t|will not|refuses? to) (?!need|be\b|matter|affect|hurt|have|take|change|block|break|regret|forget)\w+`,
  // "Today's workshop fell through", "it was pushed back again".
  String.raw`\b(?:fell (?:through|apart|over)|called (?:in )?sick|dropped out|backed out|bailed|slipped (?:by|to|again)|no-?show(?:s|ed)?)\b`,
  String.raw`\b(?<!\b(?:i|we) )(?:was|were|got|is|are|been|has|have|['’]s) ${ADVERBS}(?:been )?(?:pushed (?:back|out)|cancel+ed|postponed|rescheduled|delayed|denied|declined|withdrawn|bumped|given to (?:someone|somebody|another))\b`,
  // "Requested a week ago", "promised it for Friday", "was due yesterday".
  String.raw`\b(?:requested|ordered|asked|applied|escalated|reported|raised|pinged|mailed|emailed|chased) (?:\S+ ){0,8}?(?:ago|twice|repeatedly|again|last (?:week|month|\w+day))\b`,
  String.raw`\b(?<!\b(?:i|we) )(?:promised (?:it|me|us|that|for|to)|was due|were due|was supposed to|were supposed to)\b`,
  // "Annotators are behind", "the queue is six weeks long".
  String.raw`${IS} ${ADVERBS}(?:behind(?! (?:us|me|a flag|the))|(?:\w+ )?(?:\d+|two|three|four|five|six|eight|ten|several|many) (?:hours|days|weeks|months) (?:long|away|out|behind|late|overdue))\b`,
  String.raw`\b(?:unfortunately|sadly|annoyingly|frustrating(?:ly)?|alas|argh+|ugh+|grr+|not ideal|guesswork|guessing|in the dark)\b`,
  // "Nobody has picked it up", "nowhere to do it", "nobody else has rights".
  String.raw`\b(?:nobody|no one|none of (?:them|us|the \w+|my \w+)|nothing) (?:\w+ ){0,3}?(?:can|could|is able|has|have|knows?|will|wants?|seems?|answers?|replies|responds?|works|picks|owns|moves) `,
  String.raw`\b(?<!\bhad )(?:nowhere|no (?:other )?(?:way|place|room|time|point|chance|means|option|choice)) (?:\S+ )?(?:to|of|around|for|in|but|whatsoever|so far|yet|with)\b`,
  String.raw`\b(?:nobody|no one) (?!is|was|has|uses|minds|cares|needs|misses|else)\w+s\b|\b(?:the )?(?:rest|others?) (?:still )?(?:needs?|depends?|requires?)\b`,
  String.raw`\bnothing (?!else|stops|blocks|holds|happens|needs|is|was|as|us|this|less|does)\w+s\b(?! (?:me|us|my))`,
  String.raw`\b(?:am|['’]m|are|['’]re|is|['’]s) not (?:allowed|permitted|supposed|authori[sz]ed|entitled|able) to\b|\b(?:won['’]?t|doesn['’]?t|don['’]?t|didn['’]?t|refuses? to) (?:let|allow|permit) (?:me|us|any)`,
  // "Only Femi can open it", "which I can only do once he has signed".
  String.raw`\bonly (?!i |we |thing|one thing)(?:\S+ ){1,3}?(?:can|may|knows?|is allowed|has)\b|\b(?:can|could) only ${some(8)}(?:once|when|after|if)\b`,
  // "The chamber's seal is leaking", "Ines's on leave till Monday".
  String.raw`(?:\b|(?<=\w))${IS} ${ADVERBS}${BAD}(?![\w-])`,
  String.raw`\b(?:i['’]?m|i am) ${ADVERBS}(?:out of (?!office|the)|short of|missing|overloaded|swamped|held up|lost\b|at a loss)`,
  String.raw`\b(?:has|have) (?:\w+ )?(?:suspended|locked|blocked|banned|rejected|refused|declined|revoked|pulled|frozen|cancelled|disabled|postponed|expired|run out|lapsed|died|broken|failed|crashed|vanished|disappeared|stopped|gone|left)\b`,
  String.raw`\b(?:ran|run|running) (?:out of|low on|short of) \S|\b(?:left|quit) the (?:company|team|project)\b`,
  // "It dies at row 1.2M every time".
  String.raw`(?<=\S )(?<!\b(?:of|the|for|from|about|on|all|more|no|any|some|with|or|these|those|to|causes?|cause|fix|fixed|fixes|app|memory|our|its|new|into|after|rare|random) )${FAILS}\b`,
  // "No answer from the notary", "don't have the drawings".
  String.raw`\b(?:no|without|lack(?:s|ing)?(?: of)?|missing|short (?:of|on)|out of|not enough|too few|zero) ${some(3)}(?:${MEANS}|${WORD}) (?:yet|from|to|for|until|till|so far|since|on|here|back|about|despite|after|in sight)\b`,
  String.raw`\b(?:no|without|still no|zero) ${some(1)}${WORD}(?=\W*$)`,
  String.raw`(?:^\W*|[,;:] )(?:still )?no ${some(3)}yet\b`,
  String.raw`\b(?:(?:do|does)(?:n['’]?t| not) (?:yet |really |currently |actually )?have|have(?:n['’]?t| not) got|has(?:n['’]?t| not) got|(?:have|has|is|are|there['’]?s) no|am missing|['’]m missing|lack|lacks|lost) ${some(4)}(?:${MEANS}|${WORD}|access|one|it|them|anyone|anybody|anything)\b`,
  String.raw`^\W*without (?!(?:any )?(?:further|blockers?|issues?|problems?|a hitch|incident))\S+|\b(?:have|has|['’]ve|there['’]s|there (?:is|are)) (?:got )?(?:no|zero) (?!(?:\w+ )?(?:doubt|issues?|problems?|bugs?|errors?|regressions?|blockers?|impediments?|obstacles?|roadblocks?|meetings?|impact|effect|rush|hurry|complaints?|objections?|questions?|comments?|concerns?|plans?|preference|conflicts?|downtime|differences?|trouble|reason|need|open|more|other|longer|known|such|risks?|news)\b)\w+`,
  String.raw`\b(?:thing|part|piece|bit|ones?|item)s? (?:\w+ )?(?:outstanding|missing|lacking) (?:is|are|:)`,
  // "Can't get hold of Priya".
  String.raw`\b(?:can['’]?t|can ?not|cant|unable to|not able to|impossible to) (?!wait\b|complain|make (?:it|the)|attend|join|come\b|say\b|believe|stress|recommend|be (?:sure|happier)|remember|imagine|thank|help but|go wrong)\w`,
  // "The bottleneck right now: …", "The one thing in my way is …".
  String.raw`\b(?:bottleneck|blocker|blockage|snag|hitch|hold-?up|obstacle|hurdle|impediment|showstopper|roadblock|challenge|difficulty)s?(?: \w+){0,3}(?: is| are| (?:has|have) (?:just |only |mainly |mostly )?been| remains?|:|['’]s)`,
  String.raw`\b(?:trouble|problem|catch|snag|hitch|issue|thing) is[,:]? (?!(?:solved|fixed|resolved|gone|over|sorted|done)\b)|\bstandstill\b|\bat (?:a|my) (?:\w+ ){0,3}(?:loss|wits)|\b(?:rest|it|this|that|which|\w+ing) (?:must|has to|have to|will have to|needs to) (?:wait|pause|stop)\b`,
  String.raw`(?<!\b(?:longer|never|not|n['’]t|users|customers|people|visitors|guests) )\b(?:has|have|must|will have|needs?) (?:to )?wait\b`,
  String.raw`\b(?:i|we) (?:really |still |just |honestly )?(?:don['’]?t|do not) (?:really |quite |even )?(?:understand|get (?:it|why|how)|see (?:why|how)|know)\b`,
  String.raw`\b(?:disagrees?|contradicts?|clash(?:es)?|wants? (?:opposite|different|contradictory) things)\b|\bhas had (?:\S+ ){1,5}?(?:for|since)\b`,
  String.raw`\b(?:nobody|no one) (?:\w+ ){0,4}?(?:is|are) (?:around|here|available|free|there|in|answering|responding|looking|working|able|allowed|left)\b`,
  // "Ran into an issue with the driver", "the endpoint gives me 403".
  String.raw`\b(?:r[au]n(?:ning)? into|hit|hitting|fac(?:ing|ed)|encounter(?:ed|ing)?|c[ao]me across|(?<!not )having|had|have(?= (?:an?|some|many)\b)|there['’]s|there (?:is|are)|(?:gives?|giving|causes?|causing) (?:me|us)) (?:an? |some |the )?(?!no\b)(?:\w+ ){0,2}?${TROUBLE}\b`,
  String.raw`\b(?:gets?|getting|returns?|gives?|giving|throws?|shows?) (?:me |us |back )?(?:an? |only |nothing but |random |weird )?(?:\w+ )?(?:errors?|[45]\d\d\b|timeouts?|access ?denied|exceptions?|garbage)`,
  String.raw`\b(?:acting|playing) up\b|\bon the fritz\b|\btak(?:es|ing) (?:much |way |far )?(?:longer|forever|ages)\b|\bdrag(?:s|ging) on\b|\bgoes? nowhere\b|\bgoing nowhere\b`,
  String.raw`\b(?:i['’]?m|i am|we['’]?re|(?:has|got) me|still) (?:\w+ ){0,2}?(?:confused|puzzled|stumped|baffled|clueless|overwhelmed|torn|frustrated)\b`,
  // "Has to go through Olaf", "they want three quotes first", "it's in their court".
  String.raw`\b(?:needs?|has|have) to (?:be (?:\w+ ){0,2}by|go through|come from)\b|\b(?:wants?|insists?|demands?|requires?) (?:\S+ ){1,6}?(?:before|first)\b`,
  String.raw`\bin (?:\w+['’]s|their|his|her) (?:hands|court|queue)\b|\bhoping (?:to hear|(?:\w+ ){1,2}(?:will|can|gets?|replies|answers))\b`,
  String.raw`\b(?:is|are) (?:\w+ )?being (?:repaired|fixed|serviced|calibrated|replaced|audited|used)\b|\b(?:gets?|got|keeps? getting) (?:\S+-)?(?:killed|rejected|lost|denied|dropped|throttled|flagged|overwritten)\b`,
  String.raw`\b(?:fighting|battling|wrestling|struggling) (?:with|against|to)\b|\bstill (?:nobody|no one|nothing|nowhere|none)\b|\b(?:came|arrived|delivered|shipped) without\b`,
  String.raw`(?<!\b(?:i|we) )\blost (?:our|my)\b|\b(?<!\b(?:i|we|you) )\w+ (?:doesn['’]?t|don['’]?t|won['’]?t|can['’]?t|isn['’]?t|aren['’]?t)(?=\s*(?:[:;]|$))`,
  // "Anyone got a trick?"
  String.raw`\b(?:any(?:one|body)|some(?:one|body)) (?:here |out there )?(?:got|ha[sv]e?|knows?|able|free|seen|with)\b.*\?|\bany (?:ideas?|tips?|tricks?|hints?|pointers?|clues?|advice)\b`,
  String.raw`(?:^\W*|\b(?:the|my|our|its|his|her|\w+['’]s) )(?:\w+ )?\w+ (?:has |just |have |also ){0,2}(?:died|broke|burne?[dt] (?:out|down|through)|blew (?:up|out)?|gave (?:up|out)|conked out|exploded|snapped|jammed|seized|tripped|melted|failed (?:inspection|again|on (?:me|us)|this|last))\b(?! (?:into |the |a |my ))`,
  String.raw`\b\w+s (?:me|us) (?:out|off|down|back|from|waiting|hanging)\b|\b(?:ghosted|stood up|stonewall\w+|ignor(?:es|ing)) (?:me|us|my|our)\b`,
  String.raw`\bon hold\b|\buntil further notice\b|\btakes? (?:forever|ages|too long|hours|days|weeks)\b`,
  String.raw`\bbeen (?:open|up|out|lying|sitting|in \w+) (?:\w+ )?(?:for|since)\b|\bi keep (?!track|going|working|learning|improving)\w+ing (?:it|them|the same|into)\b`,
  String.raw`\b(?:could|can|would) (?:someone|somebody|anyone|anybody|an? \w+|@\S+) .*\?`,
  String.raw`\bneed(?:s|ing)? (?!to\b)(?:\S+ ){1,6}?from (?!\d)`,
  String.raw`\bbooked (?:solid|out|up)\b`,
  // "Working on the parser, issues with the tokens", "needs help", "got no tasks".
  String.raw`(?:^\W*|[,;(–—-] ?|\b(?:but|have|had|has|having|and|still|some|more|got) )(?:${TROUBLE}) (?:with|on|in|getting|connecting|setting|running|installing|when|while|trying)\b`,
  String.raw`\b(?:i|we|he|she|and|but|,|^\W*) ?(?:really |still |also |will )?needs? (?:some |more |your |a bit of |extra )?(?:help|support|assistance)\b`,
  String.raw`\b(?:(?:got|getting|have|has|had) no|did(?:n['’]?t| not) (?:get|have|receive)(?: any| a)?)(?: new| more)? (?:tasks?|work|assignments?)\b`,
  String.raw`\bno (?:real |further |more )?progress\b`,
  String.raw`\bcaus(?:ed|es|ing) (?:an? |some |many |us |me )?(?:\w+ )?(?:${TROUBLE})\b`,
  String.raw`\b(?:only|main|biggest|one|the|my|our) (?:issue|problem|difficulty|trouble|concern|challenge)s? (?:\S+ ){0,8}?(?:is|are|was)\b(?! (?:now |already )?(?:solved|fixed|resolved|gone|over|sorted|done|closed|addressed))`,
  String.raw`(?:^\W*|\b(?:but|though|however) )(?:still |it['’]?s |is |keeps |currently )*(?:failing|broken|not (?:working|building|compiling|running)|(?:doesn['’]?t|didn['’]?t|does not|did not) work|failed)(?: yet| properly| correctly)?\W*$`,
  String.raw`\b(?:(?:was|were)(?:n['’]?t| not)|am not|is not|are not|isn['’]?t|aren['’]?t) able to (?:figure|get|find|fix|solve|make|finish|complete|test|run|do|work|connect|access|understand)`,
  // What slows people down without stopping them.
  String.raw`\bgot (?:an? |some |many )?(?:\w+ )?errors? (?:when|while|on|from|in|trying)\b|^\W*keeps (?:crash|fail|freez|break|hang|disconnect)\w*ing\b`,
  String.raw`\bunclear (?:requirements?|specs?|instructions?|scope|expectations?|tasks?)\b|(?:^\W*|\b(?:still|bit|very|got) )confused\b`,
  String.raw`\bneeds? to (?:\S+ ){1,8}?(?:first|before)\b|\bneeds? to (?:know|hear)\b|\bwould (?:like|appreciate) (?:some |any )?(?:help|guidance|assistance)\b`,
  String.raw`\b(?:nobody|no one) (?:has |had )?(?:yet )?(?!complained|noticed|needed|objected|used)\w+ed\b|\bno reviews?(?: yet)?\W*$`,
  String.raw`\bdepend(?:s|ent|ing) on \w+['’]s (?:part|task|work|pr|pull|branch|code|api|changes?)\b`,
  String.raw`\b(?:too|so) busy\b|\bbusy with (?:other|school|class|exams?|midterms?|finals|courses?|personal|family|interviews?|my job)\b`,
  String.raw`\b(?:did(?:n['’]?t| not)|have(?:n['’]?t| not)|had no|no|not enough|lack of|less|little|limited) (?:(?:had|have|get|much|enough|any|free|the) ){0,2}time\b`,
  String.raw`^\W*(?:power|internet|network|service|wifi) outage\b|^\W*lack of \w+|\b(?:time|scheduling|schedule|budget|resource) (?:constraints?|conflicts?|clash\w*|pressure)\b`,
  String.raw`\b(?:tests?|builds?|checks?|jobs?|pipelines?|deployments?) (?:still |also |all )?fail\b`,
  String.raw`(?:^\W*|\b(?:it['’]?s|is|was|are|very|really|too|so|quite|bit) )(?:hard|difficult|tricky|tough|challenging) (?:for (?:me|us) )?to\b`,
  String.raw`\btoo many (?:${TROUBLE})\b|^\W*(?:still |lots of |many |some |had |got |having |a lot of )*merge conflicts?\b|\b(?:bug|issue|problem|error|crash|leak)s? (?:is|are|was|were) (?:still|not)\b`,
  String.raw`\b(?:with no|without(?: any)?) (?:luck|success)\b|\bno luck (?:with|getting|finding|in)\b|\bto no avail\b|\bin vain\b`,
  String.raw`\bbehind (?:schedule|on (?:my|our|the|this))\b|\b(?:falling|fell|running) (?:\w+ )?behind\b`,
  String.raw`\b(?:not enough|too few|short (?:of|on)) (?:people|members|hands|information|info|reviewers|dev\w*|context|details)\b`,
  String.raw`\bst[ru]{1,2}g{1,3}[el]{1,3}(?:ing|d|s)? (?:with|to|on|getting|against)\b`,
];
