import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type ImapDouble, startImapDouble } from "#e2e/doubles/imap-double";
import { type MailServer, startMailServer } from "#e2e/doubles/mail-server";
import { startTokenEndpoint, type TokenEndpoint } from "#e2e/doubles/token-endpoint";
import { type Stage, setStage } from "#e2e/support/cast";
import { everythingKept } from "#e2e/support/everything-kept";
import { mailText } from "#e2e/support/incoming";
import { approveLetter, TITLES } from "#e2e/support/letters";
import { mailboxAt } from "#e2e/support/mailbox";
import { MARA, stageLead } from "#e2e/support/outreach";
import { performDelivery } from "#lib/deliveries/perform-delivery";
import type { UserCtx } from "#lib/events/context";
import { connectMailbox } from "#lib/mailboxes/connect-mailbox";
import { findOwnMailbox } from "#lib/mailboxes/queries";
import { performReading } from "#lib/received/perform-reading";

const LOGIN = { user: "bo", pass: "access-1" };
const GRANT = { clientId: "countersign", clientSecret: "s3cret", refreshToken: "refresh-1" };

let stage: Stage;
let smtp: MailServer;
let imap: ImapDouble;
let tokens: TokenEndpoint;
beforeEach(async () => {
  stage = await setStage();
  [smtp, imap, tokens] = await Promise.all([
    startMailServer({ user: LOGIN.user, secret: LOGIN.pass }),
    startImapDouble(LOGIN),
    startTokenEndpoint(LOGIN.pass),
  ]);
});
afterEach(async () => {
  tokens.close();
  await Promise.all([smtp.close(), imap.close()]);
});

const channels = { privateHosts: true };
const bo = (): UserCtx => ({ ...stage.as("bo"), channels });
const connect = () =>
  connectMailbox(
    bo(),
    mailboxAt(smtp, { user: "bo", imap: imap.host, secret: { ...GRANT, tokenUrl: tokens.url } }),
  );
const gives = (fields: object) => tokens.answer(200, JSON.stringify(fields));
const send = async () => {
  const leadId = await stageLead(stage);
  const { deliveryId } = await approveLetter(stage, leadId, { channels });
  stage.clock.advance(60_000);
  await performDelivery({ ...stage.system, channels }, TITLES, deliveryId);
};
const trouble = async () => (await findOwnMailbox(bo()))?.trouble;

describe("a mailbox that is opened with OAuth2", () => {
  it("is signed in to with an access token, which a refresh token is exchanged for", async () => {
    await connect();
    expect(tokens.asked).toEqual([
      {
        grant_type: "refresh_token",
        client_id: "countersign",
        client_secret: "s3cret",
        refresh_token: "refresh-1",
      },
    ]);
    expect(imap.heard).toContain("AUTHENTICATE");
    expect(await everythingKept(stage.store)).not.toMatch(/refresh-1|s3cret|access-1/);
  });

  it("is sent by and read with a token fetched for it, so that none is ever too old", async () => {
    const { mailboxId } = await connect();
    await send();
    imap.put(mailText({ From: MARA.email, Subject: "Yes" }, "Friday."));
    await performReading({ ...stage.system, channels }, TITLES, mailboxId);
    expect(smtp.mails).toHaveLength(1);
    expect(await trouble()).toBeNull();
    expect(tokens.asked).toHaveLength(3);
  });

  it("is opened with the newest refresh token, where the server gives another one each time", async () => {
    gives({ access_token: LOGIN.pass, refresh_token: "refresh-2" });
    const { mailboxId } = await connect();
    gives({ access_token: LOGIN.pass, refresh_token: "refresh-3" });
    await send();
    gives({ access_token: LOGIN.pass });
    await performReading({ ...stage.system, channels }, TITLES, mailboxId);
    expect(tokens.asked.map((one) => one.refresh_token)).toEqual(["refresh-1", "refresh-2", "refresh-3"]);
    expect(await everythingKept(stage.store)).not.toMatch(/refresh-[123]/);
  });

  it.each([
    [
      400,
      JSON.stringify({ error: "invalid_grant", error_description: "refresh-1 was\r\nrevoked" }),
      "127.0.0.1 refused to renew the sign-in (invalid_grant: … was revoked). Connect the mailbox again.",
    ],
    [401, JSON.stringify({ error: "invalid_client" }), "(invalid_client). Connect the mailbox again."],
    [503, "<html>Later</html>", "127.0.0.1 gave no access token (HTTP 503)."],
    [200, "[]", "127.0.0.1 gave no access token (HTTP 200)."],
    [200, "null", "127.0.0.1 gave no access token (HTTP 200)."],
    [200, JSON.stringify({ access_token: "x".repeat(70_000) }), "127.0.0.1 did not answer."],
  ])("says in words why no token was given: %i %s", async (status, body, words) => {
    await connect();
    tokens.answer(status, body);
    await send();
    expect(await trouble()).toContain(words);
    expect(smtp.mails).toEqual([]);
    await expect(connect()).rejects.toMatchObject({ message: expect.stringContaining(words) });
  });

  it("says that the server refused the token it was given", async () => {
    await connect();
    gives({ access_token: "somebody-else’s" });
    await send();
    expect(await trouble()).toMatch(/did not let Countersign sign in/);
  });
});
