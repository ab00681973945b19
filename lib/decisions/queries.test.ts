import { beforeEach, describe, expect, it } from "vitest";
import { AUDIENCES } from "#e2e/support/audiences";
import { type Stage, setStage } from "#e2e/support/cast";
import { stageMeeting } from "#e2e/support/records";
import { PAGE_ROWS } from "#lib/db/page";
import { getDecision, listDecisions } from "#lib/decisions/queries";

let stage: Stage;
beforeEach(async () => {
  stage = await setStage();
});

describe("listDecisions", () => {
  it.each(AUDIENCES)("of a $visibility source, for $reader: $may", async ({ meeting, reader, may }) => {
    const id = await (await stageMeeting(stage, meeting)).decision();
    const ctx = stage.as(reader);
    expect((await listDecisions(ctx)).rows.map((row) => row.id)).toEqual(may ? [id] : []);
    if (may) expect(await getDecision(ctx, id)).toMatchObject({ id });
    else await expect(getDecision(ctx, id)).rejects.toMatchObject({ code: "not_found" });
  });

  it("shows the last recorded first, page by page, each once", async () => {
    for (let n = 0; n < 3; n++) {
      const meeting = await stageMeeting(stage, { title: `Meeting ${n}` });
      for (let i = 0; i < 15; i++) await meeting.decision(`${n}`);
      stage.clock.advance(60_000);
    }
    const first = await listDecisions(stage.as("hugo"));
    const second = await listDecisions(stage.as("hugo"), { cursor: first.next ?? undefined });
    expect([first.rows.length, second.rows.length, second.next]).toEqual([PAGE_ROWS, 45 - PAGE_ROWS, null]);
    const rows = [...first.rows, ...second.rows];
    expect(new Set(rows.map((row) => row.id)).size).toBe(45);
    expect(rows.map((row) => row.text)).toEqual(["2", "1", "0"].flatMap((n) => Array(15).fill(n)));
  });
});

describe("getDecision", () => {
  it("leads back to its sentence, the meeting and its day", async () => {
    const meeting = await stageMeeting(stage, { title: "Planning" });
    const id = await meeting.decision("Ship on Friday");
    expect(await getDecision(stage.as("bo"), id)).toMatchObject({
      text: "Ship on Friday",
      deciderName: "Ada",
      draftId: meeting.draftId,
      title: "Planning",
      heldOn: "2026-11-20",
      recordedAt: stage.clock.now().toISOString(),
      quotes: [{ quoted: "Ship it on Friday", after: ", said everybody in the room.", line: 3 }],
    });
  });
});
