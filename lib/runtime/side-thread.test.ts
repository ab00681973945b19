import { afterEach, expect, it } from "vitest";
import { ground } from "#lib/grounding/ground";
import { rulesWriter } from "#lib/llm/rules-writer";
import { openSideThread } from "#lib/runtime/side-thread";
import { sampleSource } from "#lib/workflows/meeting-notes/sample";
import { meetingNotes } from "#lib/workflows/meeting-notes/workflow";

const thread = openSideThread();
afterEach(() => thread.close());

const input = { sources: [sampleSource] as [typeof sampleSource], roster: [] };

const TIME = { timeout: 30_000 };

it("writes and checks as this thread would", TIME, async () => {
  const proposal = await thread.writeByRules("meeting-notes", input);
  expect(proposal).toEqual(await meetingNotes.write(input, rulesWriter));
  expect(await thread.ground("meeting-notes", input, proposal)).toEqual(
    ground(input, proposal, meetingNotes.sections),
  );
});

it("leaves this thread free while a long text is read", TIME, async () => {
  const text = "- [ ] Dana to write it down by Friday\n".repeat(13_000);
  let ticks = 0;
  const ticking = setInterval(() => ticks++, 5);
  await thread.writeByRules("meeting-notes", { sources: [{ ...sampleSource, text }], roster: [] });
  clearInterval(ticking);
  expect(ticks).toBeGreaterThan(10);
});

it("says what went wrong, and works on afterwards", TIME, async () => {
  await expect(thread.writeByRules("no-such", input)).rejects.toThrow("There is no workflow");
  const refused = expect(thread.writeByRules("meeting-notes", input)).rejects.toThrow(
    "Countersign is stopping.",
  );
  await thread.close();
  await refused;
  await expect(thread.writeByRules("meeting-notes", input)).resolves.toHaveProperty("actions");
});
