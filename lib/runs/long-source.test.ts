import { asc, eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { drafts, events, evidence, modelCalls, revisions, sourceVersions } from "#drizzle/schema/schema";
import type { ClaudeDouble, ClaudeDoubleOptions } from "#e2e/doubles/claude";
import { answerFromSource } from "#e2e/doubles/claude-answer";
import { doubleForTest } from "#e2e/doubles/claude-writer";
import { type Stage, setStage } from "#e2e/support/cast";
import { storeNotes } from "#e2e/support/drafts";
import { claudeFor, settingsFor, storedRun } from "#e2e/support/runs";
import { deleteSource } from "#lib/custody/delete-source";
import { cancelRun } from "#lib/runs/cancel-run";
import { performRun } from "#lib/runs/perform-run";
import { getProgress } from "#lib/runs/progress-queries";
import { retryRun } from "#lib/runs/retry-run";

let stage: Stage;
beforeEach(async () => {
  stage = await setStage();
});

/** A talk of about so many words, in which something is promised every now and then, and much is said twice. */
function transcript(words: number): string {
  const lines: string[] = [];
  for (let n = 0; lines.length * 12 < words; n++) {
    const at = `${String(Math.floor(n / 60)).padStart(2, "0")}:${String(n % 60).padStart(2, "0")}`;
    if (n % 97 === 0)
      lines.push(`${at} Dana: I will renew certificate number ${n} by Friday, and tell all of you.`);
    else if (n % 101 === 0)
      lines.push(`${at} Ada: We decided to keep merge format ${n} until the pilot ends.`);
    else lines.push(`${at} Bo: Then there was a lot of talk about ${n % 7} tablets and the weather.`);
  }
  return lines.join("\n");
}

const small = (double: ClaudeDouble) => ({ ...settingsFor(double), contextTokens: 80_000 });

async function queued(text: string, options: ClaudeDoubleOptions = {}) {
  const double = await doubleForTest(options);
  const settings = small(double);
  const { runId, sourceId } = await storeNotes({ as: (key) => ({ ...stage.as(key), llm: settings }) }, {});
  // Whatever may be stored at once by now.
  await stage.store.raw.update(sourceVersions).set({ text });
  const perform = (stop?: AbortSignal) => performRun(stage.system, claudeFor(stage, settings), runId!, stop);
  return { double, runId: runId!, sourceId, perform };
}

const calls = () =>
  stage.store.raw.select().from(modelCalls).orderBy(asc(modelCalls.startedAt), asc(modelCalls.id));
const partsOf = async () => (await calls()).map(({ part, parts, outcome }) => [part, parts, outcome]);

describe("a source that is longer than the model reads at once", { timeout: 120_000 }, () => {
  it("of 100,000 words is written part by part, each point at its place in the whole text, none twice", async () => {
    const text = transcript(100_000);
    expect(text.split(/\s+/).length).toBeGreaterThan(100_000);
    const { runId, perform, double } = await queued(text);
    await perform();
    expect(await storedRun(stage, runId)).toMatchObject({ state: "done" });
    const asked = await partsOf();
    expect(asked.length).toBeGreaterThan(2);
    expect(asked).toEqual(asked.map((_, n) => [n + 1, asked.length, "answered"]));
    expect(double.requests).toHaveLength(asked.length);

    const [draft] = await stage.store.raw.select().from(drafts);
    const [revision] = await stage.store.raw.select().from(revisions).where(eq(revisions.draftId, draft!.id));
    const [stored] = await stage.store.raw.select().from(sourceVersions);
    const places = await stage.store.raw.select().from(evidence);
    const actions = revision!.statements.filter(({ section }) => section === "actions");
    expect(actions.length).toBeGreaterThan(10);
    expect(new Set(actions.map((action) => action.text)).size).toBe(actions.length);
    for (const { statementId, start, end } of places) {
      const statement = revision!.statements.find(({ id }) => id === statementId)!;
      expect(stored!.text.slice(start, end).replace(/\s+/g, " ")).toContain(statement.text.slice(0, 30));
    }
    // What is said in words that occur everywhere stands in the part that was read, not at its first occurrence.
    const tablets = places.filter(({ start, end }) => stored!.text.slice(start, end).includes("talk about"));
    expect(Math.max(...tablets.map(({ start }) => start))).toBeGreaterThan(stored!.text.length / 2);
  });

  it("is taken up where its worker died, and no part is asked for or paid twice", async () => {
    const stop = new AbortController();
    let asked = 0;
    const answer = (request: Parameters<typeof answerFromSource>[0]) => {
      if (++asked === 2) stop.abort();
      return answerFromSource(request);
    };
    const { runId, perform, sourceId } = await queued(transcript(60_000), { answer });
    await perform(stop.signal);
    expect(await storedRun(stage, runId)).toMatchObject({ state: "writing", leaseUntil: null });
    expect((await partsOf()).map(([part, , outcome]) => [part, outcome])).toEqual([
      [1, "answered"],
      [2, "cancelled"],
    ]);
    await stage.store.raw.execute("update runs set state = 'queued'");
    await perform();
    expect(await storedRun(stage, runId)).toMatchObject({ state: "done" });
    const answered = (await calls())
      .filter(({ outcome }) => outcome === "answered")
      .sort((a, b) => a.part - b.part);
    expect(answered.map(({ part }) => part)).toEqual(answered.map((_, n) => n + 1));
    expect(new Set(answered.map(({ digest }) => digest)).size).toBe(answered.length);
    // The draft has it now.
    expect(answered.every(({ proposal }) => proposal === null)).toBe(true);
    expect(await getProgress(stage.as("ada"), sourceId)).toMatchObject({
      part: { number: answered.length, of: answered.length },
    });
  });

  it("that was cancelled between two parts asks for no more, and goes on from there when it is wanted again", async () => {
    let asked = 0;
    const answer = async (request: Parameters<typeof answerFromSource>[0]) => {
      if (++asked === 1) await cancelRun(stage.as("ada"), { runId: run.runId });
      return answerFromSource(request);
    };
    const run = await queued(transcript(40_000), { answer });
    await run.perform();
    expect(await storedRun(stage, run.runId)).toMatchObject({ state: "cancelled" });
    expect(await partsOf()).toHaveLength(1);
    await retryRun({ ...stage.as("ada"), llm: small(run.double) }, { runId: run.runId });
    await run.perform();
    expect(await storedRun(stage, run.runId)).toMatchObject({ state: "done" });
  });

  it("says in the log which part it is at", async () => {
    const { runId, perform } = await queued(transcript(40_000));
    await perform();
    const told = await stage.store.raw
      .select({ kind: events.kind, data: events.data })
      .from(events)
      .where(eq(events.subjectId, runId))
      .orderBy(asc(events.seq));
    const parts = told.filter(({ kind }) => kind === "run.part").map(({ data }) => data);
    expect(parts.length).toBeGreaterThan(1);
    expect(parts).toEqual(parts.map((_, n) => ({ part: n + 1, parts: parts.length })));
  });

  it("leaves nothing of what was proposed once it is deleted", async () => {
    const { perform, double, sourceId } = await queued(transcript(40_000));
    double.script({ kind: "answer" }, { kind: "refusal" });
    await perform();
    expect((await calls()).map(({ proposal }) => proposal !== null)).toEqual([true, false]);
    await deleteSource(stage.as("ada"), { sourceId, records: "drop" });
    expect((await calls()).map(({ proposal }) => proposal)).toEqual([null, null]);
  });
});
