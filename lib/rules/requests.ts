import type { Commitment } from "#lib/rules/commitments";
import { leadingNames, type People } from "#lib/rules/people";
import { isTalk, isVerb, openingVerb } from "#lib/rules/verbs";

const ASK =
  /(?:^|[\s,])(?:(?:can|could|would|will)\s+you|would\s+you\s+mind)\s+(?:please\s+)?(?:also\s+)?(\p{Ll}[\p{L}-]*)([^?]*)\?/iu;
const ASK_NAMED = /(?:^|[\s,])(?:[Cc]an|[Cc]ould|[Ww]ill)\s+(?=[@\p{Lu}])/u;

const ASK_ANYBODY =
  /(?:^|[\s,])(?:can|could|would)\s+(?:someone|somebody|anyone|anybody)(?:\s+(?:from|in|on|at|of|else)(?:\s+\p{L}+){0,3})?\s+(?:please\s+)?(\p{Ll}[\p{L}-]*)([^?]*)\?/iu;

/** "Dana, can you run it by Friday?", "Can you run it, Dana?", "Can Dana run it?" */
export function requestIn(sentence: string, people: People): Commitment | null {
  const found = ASK.exec(sentence);
  if (found && isVerb(found[1]!) && !isTalk(found[1]!)) return asked(found, sentence, people);
  const anybody = ASK_ANYBODY.exec(sentence);
  if (anybody && isVerb(anybody[1]!) && !isTalk(anybody[1]!))
    return { person: "", text: anybody[1]! + anybody[2]!, weight: 1.8 };
  const named = ASK_NAMED.exec(sentence);
  const head = named && leadingNames(sentence.slice(named.index + named[0].length), people);
  const rest = head?.rest.trim().replace(/\?$/, "") ?? "";
  return head?.known && openingVerb(rest) ? { person: head.names[0]!, text: rest, weight: 2 } : null;
}

function asked(found: RegExpExecArray, sentence: string, people: People): Commitment | null {
  const text = found[1]! + found[2]!;
  const head = leadingNames(sentence.slice(0, found.index), people);
  const tail = /,\s*([@\p{Lu}][\p{L} '’-]{1,40})$/u.exec(text.trim());
  const last = tail && leadingNames(tail[1]!, people);
  const person = head?.names[0] ?? (last?.known ? last.names[0]! : "");
  if (!person) return null;
  return { person, text: last?.known ? text.slice(0, text.lastIndexOf(",")) : text, weight: 2 };
}
