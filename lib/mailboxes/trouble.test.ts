import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { mailboxes } from "#drizzle/schema/schema";
import { type MailServer, type Manner, startMailServer } from "#e2e/doubles/mail-server";
import { CAST, type Stage, setStage } from "#e2e/support/cast";
import { approveLetter, TITLES } from "#e2e/support/letters";
import { insertMailbox } from "#e2e/support/mailbox";
import { stageLead } from "#e2e/support/outreach";
import { performDelivery } from "#lib/deliveries/perform-delivery";
import type { UserCtx } from "#lib/events/context";
import { checkOwnMailbox } from "#lib/mailboxes/check-mailbox";
import { findOwnMailbox } from "#lib/mailboxes/queries";

let stage: Stage;
let server: MailServer;
beforeEach(async () => {
  stage = await setStage();
  server = await startMailServer({ user: "bo", secret: "letmein" });
});
afterEach(() => server.close());

const channels = { privateHosts: true };
const bo = (): UserCtx => ({ ...stage.as("bo"), channels });
const trouble = async () => (await findOwnMailbox(bo()))?.trouble;
const portOf = ({ url }: MailServer) => Number(new URL(url).port);
const moveTo = (port: number) =>
  stage.store.raw.update(mailboxes).set({ smtp: { host: "127.0.0.1", port, secure: false } });
const setUp = async (port: number) => {
  await insertMailbox(stage, CAST.bo.id, port);
  const leadId = await stageLead(stage);
  return async (title: string) => {
    const { deliveryId } = await approveLetter(stage, leadId, { channels, title });
    stage.clock.advance(60_000);
    await performDelivery({ ...stage.system, channels }, TITLES, deliveryId);
  };
};

describe("a mailbox that can’t send", () => {
  it("says so to its owner where it is not reached, until a mail leaves by it", async () => {
    const send = await setUp(1);
    await send("One");
    expect(await trouble()).toContain("The mail server was not reached");
    await moveTo(portOf(server));
    await send("Two");
    expect(server.mails).toHaveLength(1);
    expect(await trouble()).toBeNull();
  });

  it("says so where it is not let in, until a try of its owner’s works", async () => {
    const send = await setUp(portOf(server));
    await server.close();
    server = await startMailServer({ user: "bo", secret: "changed" });
    await moveTo(portOf(server));
    await send("One");
    expect(await trouble()).toMatch(/did not let Countersign sign in: 535/);
    expect(await checkOwnMailbox(bo())).toEqual({ trouble: await trouble() });
    await server.close();
    server = await startMailServer({ user: "bo", secret: "letmein" });
    await moveTo(portOf(server));
    expect(await checkOwnMailbox(bo())).toEqual({ trouble: null });
    expect(await trouble()).toBeNull();
  });

  it.each<Manner>(["refuse", "defer", "refuse-text", "busy", "cut-late"])(
    "is none whose server says something about the mail: %s",
    async (manner) => {
      const send = await setUp(portOf(server));
      server.behave(manner);
      await send("One");
      expect(await trouble()).toBeNull();
    },
  );
});
