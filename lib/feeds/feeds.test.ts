import { beforeEach, describe, expect, it } from "vitest";
import { events, feeds } from "#drizzle/schema/schema";
import { CAST, type Stage, setStage } from "#e2e/support/cast";
import { stageMeeting } from "#e2e/support/records";
import { actionsAsCalendar } from "#lib/feeds/calendar";
import { makeFeed } from "#lib/feeds/make-feed";
import { findFeed, readFeed } from "#lib/feeds/queries";
import { revokeFeed } from "#lib/feeds/revoke-feed";
import { deactivatePerson } from "#lib/offboarding/deactivate-person";
import { hashSecret } from "#lib/tokens/secret";

let stage: Stage;
beforeEach(async () => {
  stage = await setStage();
});

describe("makeFeed", () => {
  it("keeps the hash of a secret that is told once, and says so in the log", async () => {
    const { feedId, secret } = await makeFeed(stage.as("bo"));
    expect(secret).toMatch(/^csf_[\w-]{43}$/);
    expect(await stage.store.raw.select().from(feeds)).toEqual([
      {
        id: feedId,
        userId: CAST.bo.id,
        secretHash: hashSecret(secret),
        createdAt: stage.clock.now(),
        lastReadAt: null,
        revokedAt: null,
      },
    ]);
    const told = await stage.store.raw.select().from(events);
    expect(told).toMatchObject([{ kind: "feed.made", subjectId: feedId, data: { userId: CAST.bo.id } }]);
    expect(JSON.stringify(told)).not.toContain(secret);
  });

  it("ends the link before, also where two are made at once", async () => {
    const before = await makeFeed(stage.as("bo"));
    const [one, other] = await Promise.all([makeFeed(stage.as("bo")), makeFeed(stage.as("bo"))]);
    expect(await readFeed(stage.system, before.secret)).toBeUndefined();
    const answers = await Promise.all([one, other].map(({ secret }) => readFeed(stage.system, secret)));
    expect(answers.filter(Boolean)).toHaveLength(1);
  });
});

describe("revokeFeed", () => {
  it("ends one's own at once, and nobody else's", async () => {
    const bos = await makeFeed(stage.as("bo"));
    await expect(revokeFeed(stage.as("ada"))).rejects.toMatchObject({ code: "conflict" });
    expect(await readFeed(stage.system, bos.secret)).toBeDefined();
    await revokeFeed(stage.as("bo"));
    expect(await readFeed(stage.system, bos.secret)).toBeUndefined();
    expect(await findFeed(stage.as("bo"))).toBeUndefined();
  });

  it("is lost by the second of two", async () => {
    await makeFeed(stage.as("bo"));
    const both = await Promise.allSettled([revokeFeed(stage.as("bo")), revokeFeed(stage.as("bo"))]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });
});

describe("readFeed", () => {
  it("shows its owner's open actions with a date, the soonest first, whatever their source", async () => {
    const meeting = await stageMeeting(stage, { by: "ada", visibility: "private" });
    const later = await meeting.action({ owner: "bo", text: "Later", dueOn: "2026-12-01" });
    const soon = await meeting.action({ owner: "bo", text: "Soon", dueOn: "2026-11-23" });
    await meeting.action({ owner: "bo", text: "Undated" });
    await meeting.action({ owner: "bo", text: "Done", dueOn: "2026-11-23", state: "done" });
    await meeting.action({ owner: "dana", text: "Hers", dueOn: "2026-11-23" });
    const { secret } = await makeFeed(stage.as("bo"));
    const contents = await readFeed(stage.system, secret);
    expect(contents?.owner).toBe("Bo Tran");
    expect(contents?.actions.map(({ id }) => id)).toEqual([soon, later]);
  });

  it("notes that it was read, at most once a minute", async () => {
    const { secret } = await makeFeed(stage.as("bo"));
    const first = stage.clock.now();
    await readFeed(stage.system, secret);
    stage.clock.advance(30_000);
    await readFeed(stage.system, secret);
    expect((await findFeed(stage.as("bo")))?.lastReadAt).toEqual(first);
    stage.clock.advance(40_000);
    await readFeed(stage.system, secret);
    expect((await findFeed(stage.as("bo")))?.lastReadAt).toEqual(stage.clock.now());
  });

  it("ends with its person, and answers nothing else", async () => {
    const { secret, feedId } = await makeFeed(stage.as("bo"));
    const [row] = await stage.store.raw.select().from(feeds);
    for (const other of [feedId, row!.secretHash, `cs_${secret.slice(4)}`, "", "csf_", "\0"])
      expect(await readFeed(stage.system, other)).toBeUndefined();
    await deactivatePerson(stage.as("ines"), { userId: CAST.bo.id, takeOver: {} });
    expect(await readFeed(stage.system, secret)).toBeUndefined();
  });
});

describe("a calendar", () => {
  const action = {
    id: "act_1",
    text: "Send the offer; ask, twice\r\nBEGIN:VEVENT",
    dueOn: "2026-11-30",
    version: 3,
    createdAt: new Date("2026-11-20T15:00:00Z"),
  };

  it("has a whole free day for each action, on the day it is due in every time zone", () => {
    const text = actionsAsCalendar({ owner: "Bo Tran", actions: [action] }, "https://ops.example.com");
    const lines = text.split("\r\n");
    expect(lines).toEqual(
      expect.arrayContaining([
        "UID:act_1@countersign",
        "SEQUENCE:3",
        "DTSTAMP:20261120T150000Z",
        "DTSTART;VALUE=DATE:20261130",
        "TRANSP:TRANSPARENT",
        "URL;VALUE=URI:https://ops.example.com/actions?open=act_1",
      ]),
    );
  });

  it("has no sign that some programs end a line at, but its own ends of lines", () => {
    const signs = ["\r", "\n", "\v", "\f", "\x1c", "\x1d", "\x1e", "\u0085", "\u2028", "\u2029"];
    const said = signs.map((sign) => `${sign}X-SAID:1`).join("");
    const text = actionsAsCalendar(
      { owner: `Bo${said}`, actions: [{ ...action, text: `Call${said}` }] },
      "https://o.example",
    );
    const unfolded = text.replaceAll("\r\n ", "");
    // As Python's splitlines, on which several calendar programs stand.
    const lines = unfolded.split(new RegExp(signs.join("|")));
    expect(lines.filter((line) => line.startsWith("X-SAID"))).toEqual([]);
    expect(unfolded).toContain("SUMMARY:Call X-SAID:1");
  });

  it("takes nothing in an action for a line of its own", () => {
    const text = actionsAsCalendar({ owner: "Bo\nEND:VCALENDAR", actions: [action] }, "https://o.example");
    const lines = text.split(/\r?\n/);
    expect(lines.filter((line) => line === "BEGIN:VEVENT")).toHaveLength(1);
    expect(lines.filter((line) => line === "END:VCALENDAR")).toHaveLength(1);
  });
});
