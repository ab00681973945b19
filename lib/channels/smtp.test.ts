import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type MailServer, type Manner, SMTP_STEPS, startMailServer } from "#e2e/doubles/mail-server";
import { inEnvelope } from "#lib/channels/header-text";
import type { Mail } from "#lib/channels/mail";
import { mailSettings } from "#lib/channels/mail-settings";
import { connectionOf, smtpSender } from "#lib/channels/smtp";

const ENV = {
  COUNTERSIGN_MAIL_FROM: "Countersign <ops@larkfield.example>",
  COUNTERSIGN_URL: "http://here.example",
};
const MAIL: Mail = {
  messageId: "mai_1@larkfield.example",
  to: { name: "Bo Tran", address: "bo@larkfield.example" },
  subject: "Two notices",
  text: "Hello Bo,\n\n.one dot\n",
  html: "<p>Hello Bo,</p>",
};

let server: MailServer;
beforeEach(async () => {
  server = await startMailServer();
});
afterEach(() => server.close());

const senderAt = (url: string) => smtpSender(settingsAt(url));
function settingsAt(url: string) {
  const settings = mailSettings({ ...ENV, COUNTERSIGN_SMTP_URL: url });
  if (!settings) throw new Error("Mail is not set up.");
  return settings;
}
const send = (mail: Partial<Mail> = {}, ms = 5000) =>
  senderAt(server.url).send({ ...MAIL, ...mail }, AbortSignal.timeout(ms));

describe("the sender", () => {
  it("hands a mail to the server as it is, and says that nobody wrote it", async () => {
    expect(await send()).toEqual({ ended: "sent" });
    const [got, ...others] = server.mails;
    expect(others).toEqual([]);
    expect(got?.envelope).toEqual({ from: "ops@larkfield.example", to: ["bo@larkfield.example"] });
    expect(got?.messageId).toBe("<mai_1@larkfield.example>");
    expect(got?.headers.get("auto-submitted")).toBe("auto-generated");
    expect(got?.from?.text).toBe('"Countersign" <ops@larkfield.example>');
    expect(got).toMatchObject({ subject: "Two notices", text: MAIL.text, html: MAIL.html });
  });

  it("begins nothing once its time is over: nobody would wait for how it ends", async () => {
    const answer = await senderAt(server.url).send(MAIL, AbortSignal.abort());
    expect(answer).toMatchObject({ ended: "failed", retry: true });
    expect(server.mails).toEqual([]);
  });

  it.each<[Manner, object]>([
    [
      "refuse",
      {
        ended: "failed",
        retry: false,
        noMailbox: true,
        reason: expect.stringContaining("550 5.1.1 No such user here"),
      },
    ],
    ["greylist", { ended: "failed", retry: true, reason: expect.stringContaining("450") }],
    ["busy", { ended: "failed", retry: true, reason: expect.stringContaining("421") }],
    ["refuse-text", { ended: "failed", retry: false, reason: expect.stringContaining("554") }],
    ["cut-within", { ended: "unknown", reason: expect.stringContaining("after the text was handed over") }],
    ["defer", { ended: "failed", retry: true, reason: expect.stringContaining("451") }],
    ["defer-text", { ended: "failed", retry: true, reason: expect.stringContaining("452") }],
    [
      "cut-early",
      { ended: "failed", retry: true, notOpened: true, reason: expect.stringContaining("not reached") },
    ],
    ["cut-late", { ended: "unknown", reason: expect.stringContaining("after the text was handed over") }],
    ["hang", { ended: "unknown", reason: expect.stringContaining("fell silent") }],
    [
      "mute",
      { ended: "failed", retry: true, notOpened: true, reason: expect.stringContaining("took too long") },
    ],
  ])("tells what became of it at a server that does this: %s", async (manner, answer) => {
    server.behave(manner);
    expect(await send({}, 1500)).toEqual(answer);
    expect(server.mails).toEqual([]);
  });

  // Cut as the text is asked for, it depends on which of the two is faster: “cut-within” is the sure one.
  it.each(
    SMTP_STEPS.flatMap((step) => (["cut", "silence"] as const).map((by) => [step, by] as const)).filter(
      ([step, by]) => step !== "text" || by !== "cut",
    ),
  )("knows whether anything left where the connection ends at the %s: %s", async (step, by) => {
    server.breakAt(step, by);
    const isOut = step === "text" || step === "taken";
    expect(await send({}, 1500)).toMatchObject(
      isOut ? { ended: "unknown" } : { ended: "failed", retry: true },
    );
    expect(server.handed()).toBe(step === "taken" ? 1 : 0);
  });

  it("names a host with letters of its own as servers know it", async () => {
    const to = { name: "Jürgen “Jo” Müller, Inc.", address: "jo@Müller.example" };
    expect(await send({ to, subject: "Größe 🎉" })).toEqual({ ended: "sent" });
    const [got] = server.mails;
    expect(inEnvelope(to.address)).toBe("jo@xn--mller-kva.example");
    expect(got?.to).toMatchObject({ value: [{ ...to, address: "jo@müller.example" }] });
    expect(got?.subject).toBe("Größe 🎉");
    expect(got?.raw).toMatch(/^\p{ASCII}+$/u);
  });

  it("says that it can be tried again where no server answers", async () => {
    const { url } = server;
    await server.close();
    const answer = await senderAt(url).send(MAIL, AbortSignal.timeout(2000));
    expect(answer).toMatchObject({ ended: "failed", retry: true });
    server = await startMailServer();
  });

  it.each([
    ["a subject", { subject: "Hello\r\nBcc: eve@elsewhere.example\r\n\r\nBody" }],
    ["a name", { to: { name: "Bo\r\nBcc: eve@elsewhere.example", address: "bo@larkfield.example" } }],
    ["a quoted name", { to: { name: '"Bo" <eve@elsewhere.example>,', address: "bo@larkfield.example" } }],
    ["a message id", { messageId: "a\r\nBcc: eve@elsewhere.example" }],
  ])("lets %s add no header and no receiver", async (_, hostile) => {
    await send(hostile);
    for (const got of server.mails) {
      expect(got.envelope.to).toEqual(["bo@larkfield.example"]);
      expect(got.bcc).toBeUndefined();
      expect(got.to).toMatchObject({ value: [{ address: "bo@larkfield.example" }] });
      expect(got.text).toBe(MAIL.text);
    }
    expect(server.mails).toHaveLength(1);
  });

  it("lets an address add no command", async () => {
    const address = "bo@larkfield.example>\r\nRCPT TO:<eve@elsewhere.example";
    expect(await send({ to: { name: "Bo", address } })).toMatchObject({
      ended: "failed",
      retry: false,
      reason: expect.stringContaining("such an address"),
    });
    expect(server.handed()).toBe(0);
  });
});

describe("its connection", () => {
  it("takes a password to another machine over TLS alone", () => {
    expect(connectionOf(settingsAt("smtp://ops:p%40ss@mail.example"))).toMatchObject({
      host: "mail.example",
      port: 587,
      secure: false,
      requireTLS: true,
    });
    expect(connectionOf(settingsAt("smtps://ops:p%40ss@mail.example"))).toMatchObject({
      port: 465,
      secure: true,
    });
    expect(settingsAt("smtps://ops:p%40ss@mail.example").login).toEqual({ user: "ops", pass: "p@ss" });
  });
});

describe("its settings", () => {
  it.each([
    [{ COUNTERSIGN_SMTP_URL: "mail.example" }, "COUNTERSIGN_SMTP_URL"],
    [{ COUNTERSIGN_SMTP_URL: "https://mail.example" }, "COUNTERSIGN_SMTP_URL"],
    [{ COUNTERSIGN_MAIL_FROM: "" }, "COUNTERSIGN_MAIL_FROM"],
    [{ COUNTERSIGN_MAIL_FROM: "Ops <ops@larkfield.example> more" }, "COUNTERSIGN_MAIL_FROM"],
    [{ COUNTERSIGN_URL: undefined }, "COUNTERSIGN_URL"],
  ])("refuse %o", (given, variable) => {
    const env = { ...ENV, COUNTERSIGN_SMTP_URL: "smtp://mail.example", ...given };
    expect(() => mailSettings(env)).toThrow(variable);
  });

  it("are none without a server", () => {
    expect(mailSettings(ENV)).toBeNull();
  });
});
