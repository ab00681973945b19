import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { events, oneTimeLinks, throttles, users } from "#drizzle/schema/schema";
import { CAST, PASSWORD, type Stage, setStage } from "#e2e/support/cast";
import { kindsOf } from "#e2e/support/events";
import { type MailStage, SITE, setMail } from "#e2e/support/mail";
import { openSession } from "#e2e/support/open-session";
import { deactivatePerson } from "#lib/offboarding/deactivate-person";
import { findLiveSession } from "#lib/sessions/queries";
import { acceptInvitation } from "#lib/users/accept-invitation";
import { askForPassword } from "#lib/users/ask-for-password";
import { changePerson } from "#lib/users/change-person";
import { choosePassword, readPasswordLink } from "#lib/users/choose-password";
import { mailInvitation } from "#lib/users/mail-invitation";

const CHOSEN = "trout lantern forty-eight";
const HOUR = 3_600_000;

let stage: Stage;
let mail: MailStage;
beforeEach(async () => {
  stage = await setStage();
  mail = await setMail(stage);
});
afterEach(() => mail.server.close());

const ask = async (email: string, address = "192.0.2.1") => {
  await askForPassword(mail.system, { email, address });
  // The mail is due when the asker has their answer.
  stage.clock.advance(1000);
};
const visit = (email: string, password: string) =>
  openSession(stage.system, { email, password, address: null, userAgent: null });
const tokenIn = (kind: "password" | "invitation", text = mail.server.mails.at(-1)?.text ?? "") =>
  new RegExp(`${SITE}/${kind}/([\\w-]+)`).exec(text)?.[1] ?? "";
/** Asks for a link and takes it out of the mail. */
const link = async (email: string = CAST.bo.email) => {
  await ask(email);
  await mail.deliver();
  return tokenIn("password");
};
const choose = (token: string, password = CHOSEN) => choosePassword(stage.system, { token, password });

describe("a link for a new password", () => {
  it("comes by mail, says whom it is for, works once, and ends every session", async () => {
    const { sessionId } = await visit(CAST.bo.email, PASSWORD);
    const token = await link("Bo@Larkfield.example");
    expect(mail.server.mails.map(({ envelope }) => envelope.to)).toEqual([[CAST.bo.email]]);
    expect(await readPasswordLink(stage.system, token)).toEqual({ name: CAST.bo.name, email: CAST.bo.email });
    expect(await choose(token)).toEqual({ email: CAST.bo.email });
    expect(await findLiveSession(stage.system, sessionId)).toBeUndefined();
    await expect(visit(CAST.bo.email, PASSWORD)).rejects.toThrow("don’t match");
    await expect(visit(CAST.bo.email, CHOSEN)).resolves.toBeDefined();
    await expect(choose(token)).rejects.toThrow("used already");
    expect(await kindsOf(stage.store, CAST.bo.id)).toEqual(["user.password_chosen"]);
    const [chosen] = await stage.store.raw
      .select()
      .from(events)
      .where(eq(events.kind, "user.password_chosen"));
    expect(chosen?.actorId).toBe(CAST.bo.id);
  });

  it("is written down nowhere, and the address that was typed only until the mail has left", async () => {
    await ask(CAST.bo.email);
    expect((await mail.rows())[0]?.recipient).toBe(CAST.bo.email);
    await mail.deliver();
    const token = tokenIn("password");
    expect(token).toHaveLength(43);
    const stored = JSON.stringify([
      await mail.rows(),
      await stage.store.raw.select().from(oneTimeLinks),
      await stage.store.raw.select().from(events),
    ]);
    expect(stored).not.toContain(token);
    expect(stored).not.toContain(CAST.bo.email);
  });

  it("stops after an hour, by the next one, by another address, and when its owner leaves", async () => {
    const late = await link();
    stage.clock.advance(HOUR);
    await expect(choose(late)).rejects.toThrow("has expired. Each works for an hour.");
    const first = await link();
    const second = await link();
    await expect(choose(first)).rejects.toThrow("replaced or withdrawn");
    await changePerson(stage.as("ines"), {
      userId: CAST.bo.id,
      email: "bo.tran@larkfield.example",
      current: PASSWORD,
    });
    await expect(choose(second)).rejects.toThrow("replaced or withdrawn");
    stage.clock.advance(HOUR);
    const third = await link("bo.tran@larkfield.example");
    await deactivatePerson(stage.as("ines"), { userId: CAST.bo.id });
    await expect(choose(third)).rejects.toThrow("replaced or withdrawn");
  });

  it("serves one of two who use it at once, and is not used up by a weak password", async () => {
    const token = await link();
    await expect(choose(token, "password12345")).rejects.toThrow("common ones");
    const both = await Promise.allSettled([choose(token), choose(token, `${CHOSEN} more`)]);
    expect(both.map((one) => one.status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  it("that a server refused for now is replaced by the one that is tried next", async () => {
    mail.server.behave("defer-text");
    await ask(CAST.bo.email);
    await mail.deliver();
    mail.server.behave("accept");
    stage.clock.advance(60_000);
    await mail.deliver();
    await expect(choose(tokenIn("password"))).resolves.toBeDefined();
    const links = await stage.store.raw.select().from(oneTimeLinks);
    expect(links.map(({ revokedAt }) => revokedAt !== null).sort()).toEqual([false, true]);
  });
});

describe("askForPassword", () => {
  it("does the same for an address that nobody has, and for people who can't use a link", async () => {
    const left = async () => [
      await stage.store.raw.$count(throttles),
      (await mail.rows()).map(({ purpose, state, userId }) => [purpose, state, userId]),
      (await stage.store.raw.select().from(events)).map(({ kind, data }) => [kind, data]),
      stage.queue.entries.map(({ kind }) => kind),
    ];
    const trail = [];
    for (const email of [CAST.bo.email, "nobody@larkfield.example", CAST.chidi.email]) {
      stage = await setStage();
      await mail.server.close();
      mail = await setMail(stage);
      expect(await ask(email)).toBeUndefined();
      trail.push(await left());
      await mail.deliver();
    }
    expect(trail[1]).toEqual(trail[0]);
    expect(trail[2]).toEqual(trail[0]);
    expect(mail.server.mails).toEqual([]);
    expect((await mail.rows())[0]).toMatchObject({ state: "cancelled", recipient: null, userId: null });
  });

  it("is throttled for each account and each network, whether or not anybody is there", async () => {
    for (const email of [CAST.bo.email, "nobody@larkfield.example"]) {
      for (let tries = 0; tries < 3; tries++) await ask(email, `198.51.100.${tries}`);
      await expect(ask(email, "198.51.100.9")).rejects.toMatchObject({ code: "unavailable" });
    }
    for (let tries = 0; tries < 10; tries++) await ask(`somebody${tries}@larkfield.example`);
    await expect(ask("another@larkfield.example")).rejects.toThrow(
      /^Too many tries from this network\. Asking opens again in 1\d min\.$/,
    );
    await expect(visit(CAST.bo.email, PASSWORD)).resolves.toBeDefined();
    stage.clock.advance(15 * 60_000);
    await expect(ask(CAST.bo.email)).resolves.toBeUndefined();
  });

  it("says where no mail is set up that an admin can help", async () => {
    const asking = askForPassword(stage.system, { email: CAST.bo.email, address: null });
    await expect(asking).rejects.toMatchObject({
      code: "unavailable",
      message: expect.stringContaining("admin"),
    });
  });
});

describe("mailInvitation", () => {
  const KAVYA = { name: "Kavya Rao", email: "kavya@larkfield.example", role: "member" } as const;

  it("puts somebody on the roster and mails them a link that nobody else sees", async () => {
    const invited = await mailInvitation(mail.as("ada"), KAVYA);
    expect(invited).toEqual({ userId: expect.any(String), mailedTo: KAVYA.email });
    await mail.deliver();
    expect(mail.server.mails[0]?.subject).toBe("Join Larkfield Software on Countersign");
    expect(await kindsOf(stage.store, invited.userId)).toEqual(["user.added", "user.invited"]);
    const token = tokenIn("invitation");
    await acceptInvitation(stage.system, { token, name: KAVYA.name, password: CHOSEN });
    await expect(visit(KAVYA.email, CHOSEN)).resolves.toMatchObject({ userId: invited.userId });
  });

  it("says nothing to who joined or left before it leaves", async () => {
    await mailInvitation(mail.as("ines"), { userId: CAST.chidi.id });
    await stage.store.raw.update(users).set({ passwordHash: "x" }).where(eq(users.id, CAST.chidi.id));
    await mail.deliver();
    expect((await mail.rows())[0]).toMatchObject({ state: "cancelled" });
  });

  it("is for whom may invite, and leaves nothing behind where no mail is set up", async () => {
    await expect(mailInvitation(mail.as("bo"), KAVYA)).rejects.toMatchObject({ code: "forbidden" });
    await expect(mailInvitation(stage.as("ada"), KAVYA)).rejects.toMatchObject({ code: "unavailable" });
    expect(await stage.store.raw.$count(users, eq(users.name, KAVYA.name))).toBe(0);
  });
});
