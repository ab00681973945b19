import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type ImapDouble, startImapDouble } from "#e2e/doubles/imap-double";
import type { ImapServer } from "#e2e/doubles/imap-server";
import { IMAP_SERVERS } from "#e2e/doubles/imap-servers";
import { mailText } from "#e2e/support/incoming";
import { type ReadUntil, readNewMail, tryImap } from "#lib/channels/imap";
import type { MailLogin } from "#lib/channels/mail";

const soon = () => AbortSignal.timeout(5000);
const put = (server: ImapServer, ...subjects: string[]) => {
  for (const Subject of subjects) server.put(mailText({ From: "mara@quarry.example", Subject }, Subject));
};
const accessTo = ({ host, login }: ImapServer, other?: MailLogin) => ({
  ...host,
  address: null,
  login: other ?? login,
});
const read = async (server: ImapServer, since: ReadUntil, signal = soon()) => {
  const { mails, ...rest } = await readNewMail(accessTo(server), since, signal);
  return { ...rest, subjects: mails.map(({ raw }) => /^Subject: (.*?)\r?$/m.exec(raw.toString())?.[1]) };
};

describe.each(IMAP_SERVERS)("an inbox on %s", (_, start) => {
  let server: ImapServer;
  beforeEach(async () => {
    server = await start();
  });
  afterEach(() => server.close());

  it("is read from where it was left, the oldest first", async () => {
    expect(await read(server, null)).toMatchObject({ lastUid: 0, subjects: [], more: false });
    put(server, "One", "Two");
    const first = await read(server, null);
    expect(first).toMatchObject({ lastUid: 2, subjects: ["One", "Two"] });
    expect(await read(server, first)).toMatchObject({ lastUid: 2, subjects: [] });
    put(server, "Three");
    expect(await read(server, first)).toMatchObject({ lastUid: 3, subjects: ["Three"] });
  });

  it("gives a part of a mail that is too long, and so many at once", async () => {
    server.put(mailText({ From: "mara@quarry.example", Subject: "Long" }, "x".repeat(700_000)));
    const { mails } = await readNewMail(accessTo(server), null, soon());
    expect(mails[0]?.raw.length).toBe(512 * 1024);
    put(server, ...Array.from({ length: 60 }, (_, n) => `Mail ${n}`));
    const found = await read(server, null);
    expect(found).toMatchObject({ lastUid: 50, more: true });
    expect(await read(server, found)).toMatchObject({ lastUid: 61, more: false });
  });

  it("says why nobody is let in", async () => {
    const wrong = accessTo(server, { user: server.login.user, pass: "wrong" });
    expect(await tryImap(wrong, soon())).toMatch(/the sign-in was refused \(.*\)\.$/);
    expect(await tryImap(accessTo(server), soon())).toBeNull();
  });
});

describe("an inbox", () => {
  let server: ImapDouble;
  beforeEach(async () => {
    server = await startImapDouble();
    put(server, "One", "Two");
  });
  afterEach(() => server.close());

  it("is opened with an access token too", async () => {
    const { user, pass } = server.login;
    expect(await tryImap(accessTo(server, { user, accessToken: pass }), soon())).toBeNull();
    expect(await tryImap(accessTo(server, { user, accessToken: "expired" }), soon())).toMatch(
      /the sign-in was refused/,
    );
  });

  it("is read anew where the server numbers its mails anew", async () => {
    const before = await read(server, null);
    server.renumber();
    put(server, "Three");
    expect(await read(server, before)).toMatchObject({ uidValidity: "1001", subjects: ["Two", "Three"] });
  });

  it("stays as it is: nothing is marked, moved or deleted", async () => {
    await read(server, null);
    expect(server.heard).toEqual(expect.arrayContaining(["EXAMINE", "UID SEARCH", "UID FETCH", "LOGOUT"]));
    expect(server.heard.filter((name) => /STORE|SELECT|APPEND|COPY|MOVE|EXPUNGE|CLOSE/.test(name))).toEqual(
      [],
    );
  });

  it.each([
    ["cut", 5000],
    ["hang", 500],
    ["busy", 5000],
    ["mute", 500],
  ] as const)("that is not read to its end is no empty one: %s", async (manner, ms) => {
    server.behave(manner);
    await expect(read(server, null, AbortSignal.timeout(ms))).rejects.toMatchObject({
      code: "unavailable",
      message: expect.stringContaining("could not be read"),
    });
    server.behave("serve");
    expect(await read(server, null)).toMatchObject({ subjects: ["One", "Two"] });
  });

  it("is not begun once its time is over", async () => {
    await expect(read(server, null, AbortSignal.abort())).rejects.toMatchObject({ code: "unavailable" });
    expect(server.heard).toEqual([]);
  });
});
