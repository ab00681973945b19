import { beforeEach, describe, expect, it } from "vitest";
import { decisions, documents, promises, runs } from "#drizzle/schema/schema";
import { type Stage, setStage } from "#e2e/support/cast";
import { storeNotes } from "#e2e/support/drafts";
import { deleteSource } from "#lib/custody/delete-source";
import { redactSource } from "#lib/custody/redact-source";
import { decisionAsMadr } from "#lib/decisions/madr";
import { getDecision } from "#lib/decisions/queries";
import { getDocument } from "#lib/documents/queries";
import { approveDraft } from "#lib/drafts/approve-draft";
import { getDeskDraft } from "#lib/drafts/desk-queries";
import { editDraft } from "#lib/drafts/edit-draft";
import { reopenDraft } from "#lib/drafts/reopen-draft";
import { performRun } from "#lib/runs/perform-run";
import { findEverywhere } from "#lib/search/queries";
import { sampleProposal, sampleSource } from "#lib/workflows/meeting-notes/sample";

let stage: Stage;
let draftId: string;
let sourceId: string;
beforeEach(async () => {
  stage = await setStage();
  const stored = await storeNotes(stage, { text: sampleSource.text });
  sourceId = stored.sourceId;
  const propose = async ({ schema }: { schema: { parse: (value: unknown) => unknown } }) =>
    schema.parse(sampleProposal) as never;
  await performRun(stage.system, () => ({ propose }), stored.runId!);
  const [run] = await stage.store.raw.select({ draftId: runs.draftId }).from(runs);
  draftId = run!.draftId!;
});

const desk = () => getDeskDraft(stage.as("ada"), draftId);
const statementOf = async (section: string) => {
  const found = (await desk()).statements.find((statement) => statement.section === section);
  if (!found) throw new Error(`The draft has no ${section}.`);
  return found;
};
const edit = (revision: number, change: object) =>
  editDraft(stage.as("ada"), { draftId, revision, changes: [change as { statementId: string }] });
const approve = (revision = 1) => approveDraft(stage.as("ada"), { draftId, revision });
const promised = () => stage.store.raw.select().from(promises);

describe("approving a draft with a promise and reasons", () => {
  it("records the promise, the reasons that were found, and both on the page", async () => {
    await approve();
    expect(await promised()).toMatchObject([
      {
        draftId,
        statementId: "pr1",
        text: "Send the price of the second pilot site",
        promiserId: "usr_bo",
        promiserName: "Bo Tran",
        toName: "Hollis",
        dueOn: "2026-11-24",
        version: 1,
      },
    ]);
    const made = await stage.store.raw.select().from(decisions);
    const ship = made.find(({ text }) => text.startsWith("Ship 4.3"))!;
    expect(await getDecision(stage.as("ada"), ship.id)).toMatchObject({
      because: ["The photo annotations won't be ready"],
      instead: ["Slip again"],
      quotes: expect.arrayContaining([
        expect.objectContaining({ quoted: "The photo annotations won't make it." }),
      ]),
    });
    const [document] = await stage.store.raw.select().from(documents);
    const page = await getDocument(stage.as("ada"), document!.id);
    expect(page.promises).toMatchObject([{ toName: "Hollis", dueOn: "2026-11-24" }]);
    expect(page.markdown).toContain("  - Because: The photo annotations won't be ready");
    expect(page.markdown).not.toContain("Support asked for it");
    expect(page.markdown).toContain("## Put off");
    const { records } = await desk();
    expect(records).toContainEqual({
      kind: "promise",
      id: expect.stringMatching(/^prm_/),
      statementId: "pr1",
    });
  });

  it("is found by what was put off, by why it was decided and by what was not taken", async () => {
    await approve();
    const found = async (words: string) => {
      const groups = await findEverywhere(stage.as("ada"), { words });
      return groups.flatMap(({ kind, found }) =>
        kind === "source" ? [] : found.map(({ title }) => [kind, title.map(({ text }) => text).join("")]),
      );
    };
    const [document] = await stage.store.raw.select().from(documents);
    const page = ["document", document!.title];
    const ship = ["decision", expect.stringMatching(/^Ship 4\.3/)];
    expect(await found("dark mode")).toEqual([page]);
    expect(await found("annotations ready")).toEqual(expect.arrayContaining([page, ship]));
    expect(await found("slip again")).toEqual(expect.arrayContaining([page, ship]));
    expect(await found("price pilot site hollis")).toEqual(
      expect.arrayContaining([["promise", "Send the price of the second pilot site"]]),
    );
    const made = await stage.store.raw.select().from(decisions);
    const { id } = made.find(({ text }) => text.startsWith("Ship 4.3"))!;
    const record = decisionAsMadr(await getDecision(stage.as("ada"), id));
    expect(record).toMatch(/## Considered Options\n\n- Ship 4\.3.*\n- Slip again\n/);
    expect(record).toContain("because:\n\n- The photo annotations won't be ready");
  });

  it("records what the reviewer made of it", async () => {
    const decision = await statementOf("decisions");
    await edit(1, { statementId: decision.id, detail: { at: 0, kept: false } });
    await edit(2, { statementId: "pr1", to: "Novak" });
    expect((await statementOf("promises")).to).toEqual({ name: "Novak", basis: "set" });
    await approve(3);
    expect(await promised()).toMatchObject([{ toName: "Novak" }]);
    const made = await stage.store.raw.select().from(decisions);
    expect(made.find(({ statementId }) => statementId === decision.id)).toMatchObject({ because: [] });
  });

  it("is taken back with them", async () => {
    await approve();
    await reopenDraft(stage.as("ada"), { draftId });
    expect(await promised()).toEqual([]);
  });
});

describe("the promise of a source that goes", () => {
  it("goes with it", async () => {
    await approve();
    await deleteSource(stage.as("ada"), { sourceId, records: "drop" });
    expect(await promised()).toEqual([]);
  });

  it("loses the words that are taken out", async () => {
    await approve();
    await redactSource(stage.as("ada"), { sourceId, words: "Hollis", points: "keep" });
    const [promise] = await promised();
    expect(promise?.toName).toBe("██████");
    expect((await statementOf("promises")).to?.name).toBe("██████");
  });
});
