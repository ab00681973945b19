import fc from "fast-check";
import { expect, it } from "vitest";
import { PEOPLE, setWideStage } from "#e2e/permissions/people";
import { shareMeeting } from "#e2e/permissions/shared-meeting";
import { apiAs, heldToDescription } from "#e2e/support/api";
import { hostileRequests } from "#e2e/support/api-requests";
import { stageBlocker } from "#e2e/support/blockers";
import { ENGINEERING } from "#e2e/support/cast";
import { storeNotes } from "#e2e/support/drafts";
import { addLead } from "#e2e/support/leads";
import { stageStandup } from "#e2e/support/standups";
import { addMember } from "#lib/teams/add-member";
import { describeApi } from "#lib/web/api/describe-api";

const SECRET = "Nobody but Dana knows of the acquisition";
const RUNS = 30;
/** The same each time, unless another is wanted: what fails in CI must fail at one's desk. */
const SEED = Number(process.env.COUNTERSIGN_FUZZ_SEED ?? 20_261_120);

it("answers every hostile request as it is described, never with a failure or with others’ rows", async () => {
  const stage = await setWideStage();
  const hidden = await storeNotes(stage, {
    by: "dana",
    visibility: "private",
    attendees: [],
    title: SECRET,
    text: SECRET,
  });
  const { statement: _, ...shared } = await shareMeeting(stage, "open");
  await stageStandup(stage);
  await addMember(stage.as("ines"), { teamId: ENGINEERING.id, userId: PEOPLE.leader.id });
  const api = await apiAs(stage.who("leader"));
  const ids = [
    ENGINEERING.id,
    ...Object.values(shared),
    ...(Object.values(hidden).filter((id) => typeof id === "string") as string[]),
    await addLead(stage.who("leader")),
    (await stageBlocker(stage)).blockerId,
  ];
  const seen = new Map<string, number[]>();
  const description = describeApi() as Parameters<typeof hostileRequests>[0];
  for (const { operation, requests } of hostileRequests(description, ids)) {
    await fc.assert(
      fc.asyncProperty(requests, async ({ path, request }) => {
        // So that the quota is not what refuses them.
        stage.clock.advance(1_000);
        const { status, body } = await api(path, request);
        expect(status).toBeLessThan(500);
        expect(JSON.stringify(body)).not.toContain(SECRET);
        seen.set(operation, [...(seen.get(operation) ?? []), status]);
      }),
      { seed: SEED, numRuns: RUNS },
    );
  }
  // The requests are good enough to get through everywhere, and bad enough to be refused everywhere.
  for (const [operation, statuses] of seen) {
    expect([operation, statuses.some((status) => status < 300 || status === 409)]).toEqual([operation, true]);
    expect([operation, statuses.some((status) => status === 404 || status === 422)]).toEqual([
      operation,
      true,
    ]);
  }
}, 300_000);

it("is not content with an answer that the description doesn’t know", async () => {
  const wrong = [
    ["/sources", Response.json({ rows: [{ id: 1 }], next: null })],
    ["/sources", Response.json({ rows: [], next: null, more: true })],
    ["/sources", Response.json({ rows: [], next: null }, { status: 202 })],
    ["/sources", Response.json({ message: "no" }, { status: 422 })],
    ["/nowhere", Response.json({})],
  ] as const;
  for (const [path, response] of wrong)
    await expect(heldToDescription(path, "GET", response)).rejects.toThrow();
});
