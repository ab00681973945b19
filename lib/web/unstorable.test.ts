import { expect, it } from "vitest";
import { users } from "#drizzle/schema/schema";
import { setStage } from "#e2e/support/cast";
import { storeSource } from "#lib/intake/store-source";
import { getSource } from "#lib/sources/queries";
import { toRefusal } from "#lib/web/refusal";

const NUL = "\u0000";

it("says in words that a text holds what no database stores", async () => {
  const stage = await setStage();
  const stored = stage.store.raw.update(users).set({ name: `B${NUL}o` });
  const refusal = toRefusal(await stored.catch((error: unknown) => error));
  expect(refusal).toMatchObject({
    code: "invalid",
    message: expect.stringMatching(/^The text holds a character/),
  });
});

it("stores a source whose title, file and attendees came with unprintable characters", async () => {
  const stage = await setStage();
  const { sourceId } = await storeSource(stage.as("ada"), {
    workflow: "meeting-notes",
    title: `Price${NUL} list\n`,
    text: `DECISION: we keep${NUL} it`,
    fileName: `a${NUL}b.txt`,
    heldOn: "2026-11-20",
    timeZone: "America/Toronto",
    visibility: "attendees",
    attendees: [`Bo${NUL}Tran`],
  });
  expect(await getSource(stage.as("ada"), sourceId)).toMatchObject({
    title: "Price  list",
    attendees: [{ name: "Bo Tran" }],
  });
});
