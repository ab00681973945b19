/** Past forms that no rule makes, of verbs that commitments are made of, each with its present. */
const PAIRS =
  "began begin begun begin bought buy broke break brought bring built build caught catch chose choose chosen choose did do done do drew draw drawn draw drove drive felt feel found find gave give given give gone go went go got get grew grow heard hear held hold kept keep knew know led lead left leave lent lend lost lose made make meant mean met meet paid pay put put ran run read read rewrote rewrite rewritten rewrite said say sat sit saw see seen see sent send set set shown show sold sell sought seek spent spend spoke speak spoken speak split split spun spin stood stand taken take taught teach thought think threw throw thrown throw told tell took take understood understand won win wrote write written write cut cut shut shut";

const PAIRED = PAIRS.split(" ").flatMap((word, i, all) =>
  i % 2 === 0 ? [[word, all[i + 1] ?? word] as const] : [],
);

/** The present of a past form. */
export const PAST_OF: ReadonlyMap<string, string> = new Map(PAIRED);

/** The past forms of a present. */
export const PASTS_OF: ReadonlyMap<string, readonly string[]> = new Map(
  [...Map.groupBy(PAIRED, ([, present]) => present)].map(([present, pairs]) => [
    present,
    pairs.map(([past]) => past),
  ]),
);
