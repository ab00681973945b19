import { beforeEach, describe, expect, it } from "vitest";
import { AUDIENCES } from "#e2e/support/audiences";
import { CAST, type Stage, setStage } from "#e2e/support/cast";
import { stageMeeting } from "#e2e/support/records";
import { PAGE_ROWS } from "#lib/db/page";
import { getDocument, listDocuments } from "#lib/documents/queries";

let stage: Stage;
beforeEach(async () => {
  stage = await setStage();
});

describe("listDocuments", () => {
  it.each(AUDIENCES)("of a $visibility source, for $reader: $may", async ({ meeting, reader, may }) => {
    const id = await (await stageMeeting(stage, meeting)).document();
    const ctx = stage.as(reader);
    expect((await listDocuments(ctx)).rows.map((row) => row.id)).toEqual(may ? [id] : []);
    if (may) expect(await getDocument(ctx, id)).toMatchObject({ id });
    else await expect(getDocument(ctx, id)).rejects.toMatchObject({ code: "not_found" });
  });

  it("shows the last filed first, without the text, page by page", async () => {
    const ids: string[] = [];
    for (let n = 0; n <= PAGE_ROWS; n++) {
      ids.unshift(await (await stageMeeting(stage)).document());
      stage.clock.advance(1);
    }
    const first = await listDocuments(stage.as("hugo"));
    const second = await listDocuments(stage.as("hugo"), { cursor: first.next ?? undefined });
    expect([...first.rows, ...second.rows].map((row) => row.id)).toEqual(ids);
    expect(second.next).toBeNull();
    expect(first.rows[0]).not.toHaveProperty("markdown");
  });
});

describe("getDocument", () => {
  it("says what was filed, when, who approved it, and where each kept point was said", async () => {
    await stageMeeting(stage, { visibility: "private", by: "ada" });
    const meeting = await stageMeeting(stage, { title: "Planning", by: "bo" });
    const id = await meeting.document("# Planning\n\nShip it.\n");
    expect(await getDocument(stage.as("hugo"), id)).toEqual({
      id,
      title: "Planning",
      draftId: meeting.draftId,
      heldOn: "2026-11-20",
      filedAt: stage.clock.now().toISOString(),
      approvedBy: CAST.bo.name,
      sourceDeleted: false,
      markdown: "# Planning\n\nShip it.\n",
      points: [
        {
          statementId: "s1",
          text: "Ship on Friday",
          quotes: [
            {
              before: "",
              quoted: "Ship it on Friday",
              after: ", said everybody in the room.",
              sourceTitle: "Planning",
              heldOn: "2026-11-20",
              line: 3,
            },
          ],
        },
      ],
      promises: [],
    });
  });
});
