/** Words around an assertion that say how it is meant, not what: "I think (that) …", "…, if that makes sense". */
const BEFORE =
  /^(?:(?:so|and|but|well|okay|ok|right|yeah|yes|then|also)[\s,]+)*(?:(?:I|we)\s+(?:(?:just|also|would|do|really|still)\s+)?(?:think|guess|believe|suppose|feel|assume|say|hope|mean|agree)\b(?:\s+(?:like|so))?(?:\s*,|\s+that\b)?|(?:to|just\s+to)\s+(?:formally\s+|officially\s+)?(?:say|confirm|clarify|be\s+clear|summari[sz]e|recap)\s*,?(?:\s+that\b)?|in\s+my\s+(?:opinion|view|mind),?|it\s+(?:seems|sounds|looks)\s+(?:like|as\s+if|that)|what\s+(?:I|we)\s+(?:could|can|should)\s+do\s+is\s+(?:to\s+)?(?:say\s+(?:is\s+)?that,?\s*)?|the\s+(?:idea|point|plan|thing)\s+(?:is|was)\s+(?:that\s+)|my\s+(?:suggestion|proposal|understanding|preference)\s+(?:is|was|would\s+be)\s+(?:that\s+|to\s+)?|as\s+far\s+as\s+I\s+know,?|maybe|perhaps|obviously|basically|essentially|I['’]d\s+say(?:\s+that)?)\s+(?=\S+\s+\S)/iu;
const AFTER =
  /[\s,;–—-]+(?:I\s+(?:think|guess|believe|suppose)(?:\s+(?:it['’]s|that['’]s)\s+(?:fine|ok|okay|good))?|if\s+that\s+makes\s+sense|right|okay|ok|you\s+know|so\s+yeah|or\s+(?:something|whatever)(?:\s+like\s+that)?|as\s+well|I\s+would\s+say|in\s+my\s+opinion|for\s+sure)[\s.!]*$/iu;

/** A sentence without the words that only hedge it. */
export function unhedged(text: string): string {
  let bare = text;
  for (let i = 0; i < 3; i++) {
    const next = bare.replace(BEFORE, "").replace(AFTER, "");
    if (next === bare || next.split(/\s+/).length < 3) break;
    bare = next;
  }
  return bare;
}
