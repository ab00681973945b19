/** Verbs that say what somebody is to do, in the form an order has. */
const DOING = new Set(
  (
    "accept add address adjust adopt advise agree align allow amend analyse analyze announce apply approach approve archive arrange ask assess " +
    "assign attach attend audit automate backport back-up backup benchmark block book bring build bump buy calculate call cancel capture change " +
    "chase check choose circulate clarify clean clear close collaborate collect come comment commit communicate compare compile complete " +
    "compose conduct configure confirm connect consider consolidate consult contact continue contribute convert coordinate copy correct cover " +
    "create cut debug decide define delay delegate delete deliver deploy deprecate describe design determine develop disable discuss distribute " +
    "do document double-check download draft drop edit email e-mail enable encourage end engage ensure escalate establish estimate evaluate " +
    "examine expand explain explore export expose extend extract figure file fill finalise finalize find finish fix flag focus follow follow-up " +
    "followup forward formalise formalize fund gather generate get give go grant handle have help hide hire host identify implement import " +
    "improve include inform initiate insert inspect install instruct integrate interview introduce investigate invite issue iterate join keep " +
    "label land launch lead leave let link list liaise look loop mail maintain make map mark measure meet merge message migrate mitigate modify " +
    "monitor move name notify obtain onboard open order organise organize outline own package pair pass pay perform pick pilot pin ping plan " +
    "port post prepare present prioritise prioritize procure produce promote propose prototype prove provide publish pull purchase push put " +
    "query raise reach read rebase redo repeat rebuild recommend reconnect record redesign reduce refactor refine refresh register reject " +
    "release remind remove rename renew reopen reorder repair replace reply report request require reschedule research reserve resolve respond " +
    "restart restore restrict retest retire return revert review revise rewrite roll rotate run save scan schedule scope search secure select " +
    "send separate serve set set-up setup share ship show sign simplify sketch solve sort speak specify split spin stage standardise " +
    "standardize start state stay stop store streamline study submit suggest summarise summarize supply support survey switch sync table tag " +
    "take talk target tell test think tidy touch track train transfer transition translate triage try turn unblock understand undo unify unlink " +
    "update upgrade upload use validate verify vet visit vote walk watch work wrap write pr champion backfill renegotiate negotiate reimburse " +
    "compensate certify incorporate swap drive mentor moderate facilitate nominate elect appoint recruit solicit spike bisect unpin rebrand " +
    "redeploy deprovision provision trim prune squash sunset retag cherry-pick chair shadow respecify relink regenerate advertise reassess " +
    "re-check recheck re-run rerun dive double draw fetch halve hand hang hold learn lend paint pen play print rent ring sell tweak wire"
  ).split(" "),
);

/** Verbs of talk: what follows is said at once, and promises nothing. */
const TALKING = new Set(
  (
    "say admit note mention start stop let see think know guess assume be argue pass go wait echo hear believe understand agree speak " +
    "appreciate suggest throw jump pause hand shut end begin explain like love want need second stick feel mean defer reiterate clarify voice " +
    "propose"
  ).split(" "),
);

/** Verbs that say little of what is to be done: an order with one of them is often none. */
const VAGUE = new Set(
  (
    "accept agree allow come consider continue draft draw engage explain feed feel focus get give go handle have help hold issue " +
    "join keep know learn leave let link look make mark meet move name note own pass play present propose query read recommend request run " +
    "see serve set share show speak start state stay stop study suggest support table take talk target test think try turn understand " +
    "use visit vote walk watch work copy open close end light sign map plan order stage"
  ).split(" "),
);

/** Verbs by which minutes tell what somebody did in the meeting itself: "Dana presents the plan". */
const NARRATING = new Set(
  (
    "ask present raise report explain describe suggest recommend propose share discuss show clarify confirm support request highlight open " +
    "outline give add find see use work push point move walk thank comment define note respond reply reject continue question keep have help " +
    "agree consider decide understand stay stop start begin end"
  ).split(" "),
);

/** Whether minutes tell with such a verb what went on, rather than what is to be done. */
export function isNarrated(word: string): boolean {
  return NARRATING.has(word.toLowerCase());
}

/** Whether a verb says little of what is to be done. */
export function isVague(word: string): boolean {
  return VAGUE.has(word.toLowerCase());
}

/** Whether a word is such a verb in its base form. */
export function isVerb(word: string): boolean {
  return DOING.has(word.toLowerCase());
}

/** Whether saying "I'll …" with this verb is a turn of speech, not a promise. */
export function isTalk(word: string): boolean {
  return TALKING.has(word.toLowerCase());
}

/** The base form of "sends", "fixes", "tries"; null where the word is no such verb in the third person. */
export function baseOf(word: string): string | null {
  const w = word.toLowerCase();
  const stems = w.endsWith("ies")
    ? [`${w.slice(0, -3)}y`]
    : w.endsWith("es")
      ? [w.slice(0, -1), w.slice(0, -2)]
      : w.endsWith("s")
        ? [w.slice(0, -1)]
        : [];
  return stems.find((s) => DOING.has(s)) ?? null;
}

/** The base form of "sending", "writing", "planning"; null where the word is no such verb. */
export function baseOfIng(word: string): string | null {
  const stem = word.toLowerCase().replace(/ing$/, "");
  const stems = [stem, `${stem}e`, stem.replace(/([b-df-hj-np-tv-z])\1$/, "$1"), stem.replace(/y$/, "ie")];
  return stem === word.toLowerCase() ? null : (stems.find((s) => DOING.has(s)) ?? null);
}

/** The first verb of a text that opens with one, adverbs such as "please" and "also" aside; null where none opens it. */
export function openingVerb(text: string): string | null {
  const found =
    /^(?:(?:please|also|just|then|and|kindly|eventually|possibly|maybe)\s+){0,2}([\p{L}-]+)/iu.exec(text);
  return found && isVerb(found[1]!) ? found[1]!.toLowerCase() : null;
}

/** Whether a text reads like an order though its verb is none of those above: "Squash the commits", "Sunset all old links". */
export function opensLikeOrder(text: string): boolean {
  const found =
    /^([\p{L}]{3,})\s+(?:the|a|an|our|all|some|more|any|your|their|each|every|these|those|out|up|down|back)\s+\p{L}/iu.exec(
      text,
    );
  return found !== null && !NO_ORDER.test(found[1]!);
}

const NO_ORDER =
  /(?:ing|ed|ly|ion|ity|ment|ness|ance|ence|ship|ism|ist|ous|ful|[^s]s)$|^(?:the|and|but|for|not|yes|all|any|some|both|each|every|most|many|few|one|two|with|without|from|into|onto|over|under|after|before|since|until|while|when|where|what|which|who|whom|whose|why|how|that|this|these|those|there|here|then|than|also|only|just|now|was|were|are|has|had|have|can|could|will|would|shall|should|may|might|must|does|did|been|being|got|made|went|said|had|took|gave|found|left|sent|told|saw|came|new|old|good|great|nice|our|your|their|his|her|its|out|off|per|via|like|because|although|though|if|unless|once|about|again|still|even|maybe|perhaps|probably|work|part|rest|half|lot|lots|kind|sort|end|begin|start|none|nothing|something|someone|everyone|anyone|people|folks|team|thanks|hello|welcome|sorry|please|back|next|last|first|second|third|same|other|another|such|well|very|too|more|less|much|wait|think|know|see|say|love|hope|wish|mean|guess|happy|glad|sure|ready|open|closed|done|live|due|set|up|down)$/iu;
