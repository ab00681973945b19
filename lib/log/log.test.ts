import { beforeEach, describe, expect, it } from "vitest";
import { events } from "#drizzle/schema/schema";
import { AUDIENCES } from "#e2e/support/audiences";
import { CAST, type CastKey, type Stage, setStage } from "#e2e/support/cast";
import { addLead } from "#e2e/support/leads";
import { stageMeeting } from "#e2e/support/records";
import { completeAction } from "#lib/actions/complete-action";
import { reassignAction } from "#lib/actions/reassign-action";
import { deleteLead } from "#lib/custody/delete-lead";
import { encodeCursor } from "#lib/db/cursor";
import { COMMAND } from "#lib/events/context";
import type { Event } from "#lib/events/kinds";
import { transact } from "#lib/events/transact";
import { kindsOf, LOG_GROUPS, SYSTEM } from "#lib/log/groups";
import { listEvents } from "#lib/log/queries";
import type { LogFilter } from "#lib/log/schema";
import { EVENT_KINDS } from "#lib/log/sentences";

let stage: Stage;
beforeEach(async () => {
  stage = await setStage();
});

const record = (ctx: Parameters<typeof transact>[0], event: Event) =>
  transact(ctx, async (work) => work.record(event));

const sentencesFor = async (key: CastKey, filter: LogFilter = {}) =>
  (await listEvents(stage.as(key), filter)).rows.map((row) => row.sentence);

describe("listEvents", () => {
  it.each(AUDIENCES)("of a $visibility source, for $reader: $may", async ({ meeting, reader, may }) => {
    const { sourceId, draftId } = await stageMeeting(stage, meeting);
    await record(stage.system, { kind: "run.done", subjectId: "run_1", sourceId, data: { draftId } });
    await record(stage.system, {
      kind: "draft.proposed",
      subjectId: draftId,
      draftId,
      data: { revision: 1 },
    });
    const both = [
      "Countersign proposed the draft “Release planning”.",
      "Countersign finished the run on “Release planning”.",
    ];
    expect(await sentencesFor(reader)).toEqual(may ? both : []);
  });

  it("tells what people did from what Countersign did, and leads to the source", async () => {
    const { sourceId, draftId } = await stageMeeting(stage);
    await record(stage.as("ada"), {
      kind: "source.deleted",
      subjectId: sourceId,
      sourceId,
      data: { drafts: 0, records: "keep" },
    });
    await record(stage.system, { kind: "run.done", subjectId: "run_1", sourceId, data: { draftId } });
    const { rows: own } = await listEvents(stage.as("bo"), { personId: SYSTEM });
    expect(own.map(({ kind }) => kind)).toEqual(["run.done"]);
    const { rows } = await listEvents(stage.as("bo"), { personId: CAST.ada.id });
    expect(rows.map(({ about }) => about)).toEqual([{ kind: "source", id: sourceId }]);
  });

  it("shows what concerns people to admins, and to others what they did", async () => {
    await record(stage.as("ines"), { kind: "user.added", subjectId: CAST.bo.id, data: { role: "member" } });
    await record(stage.as("bo"), {
      kind: "session.started",
      subjectId: "ses_1",
      data: { userId: CAST.bo.id, by: "password" },
    });
    const added = "Ines Duarte put Bo Tran on the roster as member.";
    const signedIn = "Bo Tran signed in with a password.";
    expect(await sentencesFor("ines")).toEqual([signedIn, added]);
    expect(await sentencesFor("bo")).toEqual([signedIn]);
    expect(await sentencesFor("ada")).toEqual([]);
  });

  it("shows what somebody is told to them and to who caused it, and when they read it to them alone", async () => {
    const subjectId = CAST.bo.id;
    const told = { noticeId: "ntc_1", notice: "assigned" };
    await record(stage.as("ada"), { kind: "notice.made", subjectId, data: told });
    await record(stage.as("bo"), { kind: "notice.read", subjectId, data: { count: 1 } });
    const made = "Bo Tran got a notice: an action was given to them.";
    expect(await sentencesFor("bo")).toEqual(["Bo Tran marked a notice as read.", made]);
    expect(await sentencesFor("ada", { group: "notices" })).toEqual([made]);
    for (const other of ["ines", "dana"] as const) expect(await sentencesFor(other)).toEqual([]);
  });

  it("narrows down to a door and to the days since, and says to admins and oneself from where", async () => {
    const from = { door: "page", address: "192.0.2.1", device: "Firefox on Linux" } as const;
    const changed: Event = { kind: "user.changed", subjectId: CAST.bo.id, data: { fields: ["name"] } };
    await record({ ...stage.as("bo"), from }, changed);
    stage.clock.advance(86_400_000);
    await record({ ...stage.system, from: COMMAND }, changed);
    const read = async (key: CastKey, filter: LogFilter = {}) =>
      (await listEvents(stage.as(key), filter)).rows.map((row) => [row.by, row.from]);
    const home = ["Bo Tran", "192.0.2.1, Firefox on Linux"];
    const command = ["Countersign", null];
    expect(await read("ines")).toEqual([command, home]);
    expect(await read("bo")).toEqual([home]);
    expect(await read("ines", { door: "command" })).toEqual([command]);
    expect(await read("ines", { since: "2026-11-20" })).toEqual([command, home]);
    expect(await read("ines", { since: "2026-11-21" })).toEqual([command]);
    expect(await read("ines", { since: "2026-11-22" })).toEqual([]);
  });

  it("narrows down to a group and to a person", async () => {
    const meeting = await stageMeeting(stage);
    const first = await meeting.action({ text: "Call the pilot", owner: "bo" });
    const second = await meeting.action({ text: "Renew the certificate", owner: "bo" });
    await reassignAction(stage.as("ada"), { actionId: first, version: 1, ownerId: CAST.dana.id });
    await completeAction(stage.as("bo"), { actionId: second, version: 1 });
    await record(stage.as("bo"), {
      kind: "draft.edited",
      subjectId: meeting.draftId,
      draftId: meeting.draftId,
      data: { revision: 2 },
    });
    const given = "Ada Lindqvist gave “Call the pilot” to Dana Weiss, before it was Bo Tran’s.";
    const completed = "Bo Tran completed “Renew the certificate”.";
    expect(await sentencesFor("hugo", { group: "records" })).toEqual([completed, given]);
    expect(await sentencesFor("hugo", { group: "records", personId: CAST.ada.id })).toEqual([given]);
    expect(await sentencesFor("hugo", { group: "deliveries" })).toEqual([]);
  });

  it("tells who read a draft where that is asked for alone, and who took one over always", async () => {
    const { draftId } = await stageMeeting(stage);
    const about = { subjectId: draftId, draftId };
    await record(stage.as("bo"), { kind: "hold.taken", ...about, data: { fence: 1 } });
    await record(stage.as("ada"), {
      kind: "hold.taken_over",
      ...about,
      data: { fence: 2, from: CAST.bo.id },
    });
    await record(stage.as("ada"), { kind: "hold.let_go", ...about, data: { fence: 2 } });
    const taken = "Ada Lindqvist took “Release planning” over from Bo Tran.";
    expect(await sentencesFor("hugo")).toEqual([taken]);
    expect(await sentencesFor("hugo", { group: "reading" })).toEqual([
      "Ada Lindqvist let go of “Release planning”.",
      taken,
      "Bo Tran began to read “Release planning”.",
    ]);
  });

  it("tells everybody what is done to leads, and leads there until one is deleted", async () => {
    const leadId = await addLead(stage.as("bo"));
    const [line] = (await listEvents(stage.as("hugo"), { group: "leads" })).rows;
    expect(line).toMatchObject({
      sentence: "Bo Tran added the lead “Kim Okonkwo”.",
      about: { kind: "lead", id: leadId },
      from: null,
    });
    await deleteLead(stage.as("ada"), { leadId, version: 1 });
    const gone = (await listEvents(stage.as("hugo"), { group: "leads" })).rows;
    expect(gone.map(({ about }) => about)).toEqual([null, null]);
  });

  it("leads to what it is about, and to its draft where that is gone", async () => {
    const meeting = await stageMeeting(stage);
    const { draftId } = meeting;
    const id = await meeting.action({ owner: "bo" });
    await completeAction(stage.as("bo"), { actionId: id, version: 1 });
    await record(stage.as("bo"), { kind: "action.completed", subjectId: "act_gone", draftId, data: {} });
    const { rows } = await listEvents(stage.as("hugo"), {});
    expect(rows.map((row) => row.about)).toEqual([
      { kind: "draft", id: draftId },
      { kind: "action", id },
    ]);
    expect(rows[0]?.sentence).toBe("Bo Tran completed an action of “Release planning”.");
  });

  it("goes on page by page, each line once", async () => {
    const { draftId } = await stageMeeting(stage);
    await transact(stage.as("bo"), async (work) => {
      for (let n = 1; n <= 60; n++)
        work.record({ kind: "draft.edited", subjectId: draftId, draftId, data: { revision: n } });
    });
    const first = await listEvents(stage.as("hugo"), {});
    const second = await listEvents(stage.as("hugo"), { cursor: first.next ?? undefined });
    expect(second.next).toBeNull();
    const seqs = [...first.rows, ...second.rows].map((row) => row.seq);
    expect(seqs).toEqual(Array.from({ length: 60 }, (_, n) => 60 - n));
  });

  it("refuses a cursor of another list", async () => {
    await expect(listEvents(stage.as("ada"), { cursor: encodeCursor(["x"]) })).rejects.toMatchObject({
      code: "invalid",
    });
  });
});

describe("the groups of the log", () => {
  it("hold every kind of event exactly once", () => {
    expect(LOG_GROUPS.flatMap(kindsOf).sort()).toEqual([...EVENT_KINDS].sort());
  });
});

describe("the sentences of the log", () => {
  it.each(EVENT_KINDS)("say what %s was, even where what it names is gone", async (kind) => {
    const data = {
      userId: "usr_gone",
      fields: ["timeZone"],
      from: null,
      to: null,
      kind: "timeout",
      attempt: 2,
    };
    const rest = { role: "member", visibility: "open", writer: "rules", by: "link", purpose: "sign_in" };
    const more = { revision: 2, records: 1, channel: "export", linkId: "lnk_1", scopes: ["drafts:read"] };
    const custody = {
      part: 2,
      parts: 3,
      drafts: 2,
      places: 3,
      points: 1,
      days: 90,
      workflow: "meeting-notes",
      monthMicros: 45_000_000,
      minutes: 25,
    };
    const rewritten = { runId: "run_gone", version: 2, ...(kind === "draft.restored" && { to: 1 }) };
    const shared = kind === "source.shared" && { from: "private", to: "open" };
    const moved = kind === "lead.moved" && { from: "new", to: "won" };
    const outreach = { sources: 2, rows: 9, added: 7, changed: 1, refused: 1, basis: "express", ...moved };
    const doors = { issuer: "https://login.larkfield.example", secrets: 3, step: "code" };
    await stage.store.raw.insert(events).values({
      at: stage.clock.now(),
      kind,
      actorKind: "user",
      actorId: CAST.ines.id,
      subjectId: "gone",
      data: { ...data, ...rest, ...more, ...doors, ...custody, ...shared, ...rewritten, ...outreach },
    });
    const group = LOG_GROUPS.find((one) => kindsOf(one).includes(kind));
    const [sentence] = await sentencesFor("ines", { group });
    expect(sentence).toMatch(/^\p{Lu}[^{}[\]]* [^{}[\]]*[^.]\.$/u);
    expect(sentence).not.toMatch(/undefined|null|NaN/);
  });
});
