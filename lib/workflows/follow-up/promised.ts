import { resolveDueIn } from "#lib/grounding/due";
import { splitSentences } from "#lib/grounding/sentences";
import { commitmentIn } from "#lib/rules/commitments";
import { dueIn, withoutDue } from "#lib/rules/item";
import { knownPeople } from "#lib/rules/people";
import { statement } from "#lib/rules/wording";
import type { ActionRecord, Delivered } from "#lib/workflows/define";

/** What is said with less weight is an offer, and only an answer makes a promise of it. */
const SURE = 2.4;

/** What a mail promised, as actions of who sent it: “I’ll send you the quote by Friday”. */
export function promisedIn({ statements, recipientName, sender, sentOn }: Delivered): ActionRecord[] {
  return statements
    .filter(({ kept, section }) => kept && section !== "subject")
    .flatMap(({ id, text }) =>
      splitSentences(text).flatMap(({ start, end }) => {
        const said = asI(text.slice(start, end));
        const people = knownPeople(said, [], [], []);
        const found = commitmentIn({ sentence: said, speaker: sender.name, noted: false, people });
        if (!found || found.weight < SURE || found.person !== sender.name) return [];
        const due = dueIn(said);
        return [
          {
            kind: "action" as const,
            statementId: id,
            text: toThem(withoutDue(statement(found.text), due), recipientName),
            ownerId: sender.id,
            ownerName: null,
            dueOn: dueOf(said, due, { heldOn: sentOn, workingDays: sender.workingDays }),
          },
        ];
      }),
    );
}

/** Who writes for a company writes “we”, and does it. */
function asI(sentence: string): string {
  return sentence.replace(/\b[Ww]e(?=['’]ll\b|\s+(?:will|shall|can|are going to)\b)/g, "I");
}

/** In a list of one's own nobody is “you”. */
function toThem(text: string, name: string): string {
  return text.replace(/\byour\b/gi, `${name}’s`).replace(/\byou\b/gi, name);
}

function dueOf(sentence: string, phrase: string, context: Parameters<typeof resolveDueIn>[2]): string | null {
  if (!phrase) return null;
  const start = sentence.indexOf(phrase);
  return resolveDueIn(sentence, { start, end: start + phrase.length }, context).on;
}
