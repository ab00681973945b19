import { simpleParser } from "mailparser";
import { describe, expect, it } from "vitest";
import type { LetterText } from "#drizzle/schema/deliveries";
import { type LetterHeaders, letterBytes } from "#lib/channels/letter-bytes";

const LETTER: LetterText = {
  from: { name: "Bo Tran", address: "bo@larkfield.example" },
  to: { name: "Mara Okonkwo", address: "mara@quarry.example" },
  subject: "Your report on frost heave – part 2",
  text: "Hello Mara,\n\nthe report is ready.\n",
  html: "<p>Hello Mara,</p><p>the report is ready.</p>",
  messageId: "drf_1.1@larkfield.example",
  inReplyTo: "second@quarry.example",
  references: ["first@quarry.example", "second@quarry.example"],
  unsubscribe: {
    url: "https://ops.larkfield.example/unsubscribe/abc",
    mailto: "bo@larkfield.example",
  },
};
const HEADERS = {
  date: new Date("2026-11-20T10:00:00Z"),
  replyTo: null,
  oneClick: "https://ops.larkfield.example/api/unsubscribe/abc",
  mailto: "mailto:bo@larkfield.example?subject=unsubscribe",
};
const bytes = (change: Partial<LetterText> = {}, headers: Partial<LetterHeaders> = {}) =>
  letterBytes({ ...LETTER, ...change }, { ...HEADERS, ...headers });
const headOf = (raw: Buffer) => raw.toString("latin1").split("\r\n\r\n", 1)[0] ?? "";

describe("a letter", () => {
  it("says what was approved, in text and in HTML, with every header that threads it and ends it", async () => {
    const mail = await simpleParser(await bytes());
    expect(mail).toMatchObject({
      subject: LETTER.subject,
      text: LETTER.text,
      html: LETTER.html,
      messageId: "<drf_1.1@larkfield.example>",
      inReplyTo: "<second@quarry.example>",
      references: ["<first@quarry.example>", "<second@quarry.example>"],
      date: HEADERS.date,
    });
    expect(mail.from?.value).toEqual([LETTER.from]);
    expect(mail.to).toMatchObject({ value: [LETTER.to] });
    expect(mail.replyTo).toBeUndefined();
    const head = headOf(await bytes()).replace(/\r\n[ \t]+/g, " ");
    expect(head).toContain(
      "List-Unsubscribe: <https://ops.larkfield.example/api/unsubscribe/abc>, <mailto:bo@larkfield.example?subject=unsubscribe>",
    );
    expect(head).toContain("List-Unsubscribe-Post: List-Unsubscribe=One-Click");
    expect(head).not.toMatch(/auto-submitted|precedence/i);
  });

  it("offers one click over https alone", async () => {
    const head = headOf(await bytes({}, { oneClick: "http://localhost:3000/api/unsubscribe/abc" }));
    expect(head).toContain("List-Unsubscribe: <http://localhost:3000/api/unsubscribe/abc>");
    expect(head).not.toContain("List-Unsubscribe-Post");
  });

  it("has answers sent elsewhere where it says so, and no header nobody asked for", async () => {
    const raw = await letterBytes(
      { ...LETTER, inReplyTo: null, references: [] },
      { ...HEADERS, replyTo: { name: "Bo", address: "bo@larkfield.example" } },
    );
    expect((await simpleParser(raw)).replyTo?.value).toEqual([
      { name: "Bo", address: "bo@larkfield.example" },
    ]);
    expect(headOf(raw)).not.toMatch(/^(In-Reply-To|References|Bcc|Cc):/im);
  });

  it.each<[string, Partial<LetterText>]>([
    ["subject", { subject: "Hello\r\nBcc: everybody@evil.example" }],
    [
      "receiver’s name",
      { to: { name: 'Mara"\r\nBcc: everybody@evil.example', address: "mara@quarry.example" } },
    ],
    [
      "sender’s name",
      { from: { name: "Bo\u2028Bcc: everybody@evil.example", address: "bo@larkfield.example" } },
    ],
    ["earlier id", { inReplyTo: "x>\r\nBcc: everybody@evil.example" }],
    ["earlier ids", { references: ["x\r\nBcc: everybody@evil.example"] }],
  ])("keeps the %s from beginning a header of its own", async (_, change) => {
    const raw = await bytes(change);
    expect(headOf(raw)).not.toMatch(/^bcc/im);
    const mail = await simpleParser(raw);
    expect(mail.bcc).toBeUndefined();
    expect(mail.to).toMatchObject({ value: [{ address: "mara@quarry.example" }] });
  });
});
