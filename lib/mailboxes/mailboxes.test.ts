import { afterEach, beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { mailboxes } from "#drizzle/schema/schema";
import { IMAP_SERVERS } from "#e2e/doubles/imap-servers";
import { type MailServer, startMailServer } from "#e2e/doubles/mail-server";
import { CAST, type CastKey, type Stage, setStage } from "#e2e/support/cast";
import { kindsOf } from "#e2e/support/events";
import { everythingKept } from "#e2e/support/everything-kept";
import { approveLetter, TITLES } from "#e2e/support/letters";
import { insertMailbox, mailboxAt } from "#e2e/support/mailbox";
import { stageLead } from "#e2e/support/outreach";
import { addressOfHost } from "#lib/channels/public-host";
import { performDelivery } from "#lib/deliveries/perform-delivery";
import type { UserCtx } from "#lib/events/context";
import { checkOwnMailbox } from "#lib/mailboxes/check-mailbox";
import { connectMailbox } from "#lib/mailboxes/connect-mailbox";
import { findOwnMailbox } from "#lib/mailboxes/queries";
import { removeMailbox } from "#lib/mailboxes/remove-mailbox";
import { deactivatePerson } from "#lib/offboarding/deactivate-person";

let stage: Stage;
let server: MailServer;
beforeEach(async () => {
  stage = await setStage();
  server = await startMailServer({ user: "bo", secret: "letmein" });
});
afterEach(() => server.close());

const channels = { privateHosts: true };
const by = (key: CastKey): UserCtx => ({ ...stage.as(key), channels });
const rows = () => stage.store.raw.select().from(mailboxes);

describe("a mailbox of one’s own", () => {
  it("is connected once its server lets one in, and its password is sealed and shown nowhere", async () => {
    const { mailboxId } = await connectMailbox(by("bo"), mailboxAt(server));
    const own = await findOwnMailbox(by("bo"));
    expect(own).toMatchObject({ id: mailboxId, address: "bo@larkfield.example", auth: "password" });
    expect(JSON.stringify(own)).not.toContain("letmein");
    expect(await everythingKept(stage.store)).not.toContain("letmein");
    expect(await kindsOf(stage.store, mailboxId)).toEqual(["mailbox.connected"]);
    expect(await findOwnMailbox(by("ada"))).toBeNull();
    expect(await checkOwnMailbox(by("bo"))).toEqual({ trouble: null });
  });

  it("is not connected where its server refuses, and says so in its words", async () => {
    await expect(
      connectMailbox(by("bo"), mailboxAt(server, { secret: { pass: "wrong" } })),
    ).rejects.toMatchObject({
      code: "invalid",
      message: expect.stringContaining("535"),
    });
    expect(await rows()).toEqual([]);
  });

  it.each(["ada@larkfield.example", "ADA@LARKFIELD.EXAMPLE"])(
    "is not somebody else's: %s",
    async (address) => {
      await expect(connectMailbox(by("bo"), mailboxAt(server, { address }))).rejects.toMatchObject({
        code: "invalid",
        message: expect.stringContaining("Ada Lindqvist"),
      });
      expect(await rows()).toEqual([]);
    },
  );

  it.each(["127.0.0.1", "localhost", "10.0.0.1", "169.254.169.254", "0.0.0.0"])(
    "is not connected at %s, inside a network that is not the Internet",
    async (host) => {
      const smtp = { host, port: 25, secure: false };
      const ctx = { ...by("bo"), channels: {} };
      await expect(connectMailbox(ctx, mailboxAt(server, { smtp }))).rejects.toMatchObject({
        code: "invalid",
      });
      await expect(
        connectMailbox(
          ctx,
          mailboxAt(server, { smtp: { host: "8.8.8.8", port: 1, secure: true }, imap: smtp }),
        ),
      ).rejects.toMatchObject({ code: "invalid" });
      expect(server.mails).toEqual([]);
    },
  );

  it.each(["::1", "::ffff:127.0.0.1", "fd00::1", "100.64.0.1", "224.0.0.1"])(
    "is not connected at the address %s",
    async (host) => {
      await expect(addressOfHost(host, { privateHosts: false })).rejects.toMatchObject({ code: "invalid" });
    },
  );

  it("may be at a public address", async () => {
    expect(await addressOfHost("8.8.8.8", { privateHosts: false })).toBe("8.8.8.8");
  });

  it.each([
    ["ENOTFOUND", "invalid"],
    ["EAI_AGAIN", "unavailable"],
  ])("that DNS answers with %s is %s", async (code, said) => {
    const find = () => Promise.reject(Object.assign(new Error("DNS"), { code }));
    await expect(addressOfHost("mail.example", { privateHosts: false }, find)).rejects.toMatchObject({
      code: said,
    });
  });

  it("is for who sends, and disconnected by its owner, an admin, or when they leave", async () => {
    await expect(connectMailbox(by("hugo"), mailboxAt(server))).rejects.toMatchObject({ code: "forbidden" });
    const mailboxId = await insertMailbox(stage, CAST.bo.id);
    await expect(removeMailbox(by("ada"), { mailboxId })).rejects.toMatchObject({ code: "not_found" });
    const answers = await Promise.allSettled([
      removeMailbox(by("bo"), { mailboxId }),
      removeMailbox(by("ines"), { mailboxId }),
    ]);
    expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await rows()).toMatchObject([{ secret: "", removedAt: expect.any(Date) }]);
    await insertMailbox(stage, CAST.bo.id);
    const nobody = { teams: null, privateSources: null, drafts: null, actions: null, questions: null };
    await deactivatePerson(by("ines"), { userId: CAST.bo.id, takeOver: nobody });
    expect(await findOwnMailbox(by("bo"))).toBeNull();
  });

  it("sends what its owner approves, and no mail of anybody else’s", async () => {
    await connectMailbox(by("bo"), mailboxAt(server));
    const { deliveryId } = await approveLetter(stage, await stageLead(stage), { channels });
    stage.clock.advance(30_000);
    await performDelivery({ ...stage.system, channels }, TITLES, deliveryId);
    expect(server.mails).toMatchObject([{ envelope: { from: "bo@larkfield.example" } }]);
    expect(server.mails[0]?.replyTo).toBeUndefined();
  });

  it.each(IMAP_SERVERS)("is read where it says where: %s", async (_, start) => {
    const imap = await start();
    onTestFinished(imap.close);
    const other = await startMailServer({ user: imap.login.user, secret: imap.login.pass });
    onTestFinished(other.close);
    const given = mailboxAt(other, {
      user: imap.login.user,
      secret: { pass: imap.login.pass },
      imap: imap.host,
    });
    await connectMailbox(by("bo"), given);
    expect(await findOwnMailbox(by("bo"))).toMatchObject({ imap: imap.host });
    expect(await checkOwnMailbox(by("bo"))).toEqual({ trouble: null });
  });
});
