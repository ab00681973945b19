import type { Answer, Door } from "#bench/door";

/** What somebody was told, exactly as often as they were told it. */
export type Told = {
  /** Sources by the text that is only in them. */
  stored: Map<string, string>;
  /** What was done with a draft, in order; a change that was found to have been made counts as told. */
  drafts: Map<string, Done[]>;
  answered: number;
  unanswered: number;
  refused: string[];
};
export type Done = "approved" | "rejected" | "edited" | "reopened";

type Act = { done: Done; verb: string; input: object };

/** Notes whose actions are no other notes' again: `mark` is in one piece. */
const notesOf = (mark: string) => `Release planning
Attendees: Ada, Bo, Dana

DECISION: Ship on 4 December without photo annotations
ACTION: Dana to run the two-pass merge on the ${mark} set by Wednesday
ACTION: Bo to tell the pilot customer of ${mark} that format 3 stays
QUESTION: Who pays for the extra month?
`;

/** What somebody was told who has asked for nothing yet. */
export function nothingTold(): Told {
  return { stored: new Map(), drafts: new Map(), answered: 0, unanswered: 0, refused: [] };
}

/** Whoever uses a lane: its name, what others call the person, and which drafts are theirs alone. */
export type Lane = { lane: string; name: string; owns: (draftId: string) => boolean; random: () => number };

/** Stores, edits, decides and takes back, one after the other, until `over`, and notes in `told` what was answered. */
export async function work(
  door: Door,
  { lane, name, owns, random }: Lane,
  told: Told,
  over: () => boolean,
): Promise<void> {
  const revisions = new Map<string, number>();
  for (let n = 0; !over(); n++) {
    const mine = (await door.queue()).filter(owns);
    const known = [...new Set([...mine, ...[...told.drafts.keys()].slice(-10)])];
    if (known.length === 0 || random() < 0.3) await store(`${lane} ${n}`);
    else await change(known[Math.floor(random() * known.length)] as string);
  }

  async function store(mark: string): Promise<void> {
    const input = {
      workflow: "meeting-notes",
      title: mark,
      text: `${notesOf(mark.replaceAll(" ", "x"))}\nWritten down by ${mark}.`,
      heldOn: "2026-11-20",
      timeZone: "America/Toronto",
      visibility: "open",
      teamId: null,
      attendees: ["Ada", "Bo", "Dana"],
    };
    const answer = await untilAnswered("sources/verbs.ts: store", input);
    if (!answer.ok) throw new Error(`${mark} was refused: ${answer.message}`);
    told.stored.set(mark, (answer.value as { sourceId: string }).sourceId);
  }

  async function change(draftId: string): Promise<void> {
    const before = told.drafts.get(draftId) ?? [];
    const revision = revisions.get(draftId) ?? 1;
    const act = next(draftId, revision, before.at(-1));
    const answer = await untilAnswered(`reviews/verbs.ts: ${act.verb}`, act.input);
    const wasDone = !answer.ok && answer.conflict?.by === name && answer.conflict.what === act.done;
    if (!answer.ok && !wasDone) {
      told.refused.push(answer.message);
      return;
    }
    told.drafts.set(draftId, [...before, act.done]);
    if (act.done === "edited") revisions.set(draftId, revision + 1);
  }

  function next(draftId: string, revision: number, last: Done | undefined): Act {
    if (last === "approved" || last === "rejected")
      return { done: "reopened", verb: "reopen", input: { draftId } };
    const dice = random();
    const seen = { draftId, revision };
    if (dice < 0.5) return { done: "approved", verb: "approve", input: seen };
    if (dice < 0.6)
      return { done: "rejected", verb: "reject", input: { ...seen, reason: "Too much is wrong" } };
    const changes = [{ statementId: "a1", text: `Version ${revision + 1}` }];
    return { done: "edited", verb: "edit", input: { ...seen, changes } };
  }

  // Whoever gets no answer does the same again, as people do.
  async function untilAnswered(action: string, input: unknown): Promise<Answer> {
    for (;;) {
      const answer = await door.call(action, input);
      const isFailure = answer && !answer.ok && answer.code === "failed";
      if (answer && !isFailure) {
        told.answered++;
        return answer;
      }
      told.unanswered++;
    }
  }
}
