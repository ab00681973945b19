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

  it("survives names, subjects and lines of any kind, in lines that every server takes", async () => {
    const change: Partial<LetterText> = {
      from: { name: "Zoë Łuk, Inc.", address: "bo@larkfield.example" },
      to: { name: `Jürgen “Jo” ${"Müller-".repeat(20)}`, address: "jo@müller.example" },
      subject: `Größe 🎉 ${"and many more words ".repeat(10)}end`,
      text: `Hello,\n\n${"x".repeat(2000)}\n.one dot\nFrom here\n-- \n${"word ".repeat(300)}end\n`,
      html: `<p>${"ü".repeat(3000)}</p>`,
      references: Array.from({ length: 50 }, (_, n) => `${n}.${"a".repeat(40)}@quarry.example`),
    };
    const raw = await bytes(change);
    // RFC 5322, section 2.1.1: at most 998, and better 78; no byte that needs 8BITMIME or SMTPUTF8.
    expect(
      Math.max(
        ...raw
          .toString("latin1")
          .split("\r\n")
          .map((line) => line.length),
      ),
    ).toBeLessThanOrEqual(78);
    expect(raw.toString("latin1")).toMatch(/^\p{ASCII}+$/u);
    expect(raw.toString("latin1")).not.toMatch(/[^\r]\n|\r[^\n]/);
    const mail = await simpleParser(raw);
    expect(mail).toMatchObject({ subject: change.subject, text: change.text, html: change.html });
    expect(mail.from?.value).toEqual([change.from]);
    expect(mail.to).toMatchObject({ value: [change.to] });
    expect(mail.references).toEqual(change.references?.map((id) => `<${id}>`));
  });

  it("has each header that may stand once but once, and no empty one (RFC 5322, section 3.6)", async () => {
    const names = headOf(await bytes())
      .replace(/\r\n[ \t]+/g, " ")
      .split("\r\n")
      .map((line) => {
        expect(line).toMatch(/^[!-9;-~]+: \S/);
        return line.split(":")[0]?.toLowerCase();
      });
    expect(new Set(names).size).toBe(names.length);
    expect(names).toEqual(
      expect.arrayContaining(["from", "to", "subject", "date", "message-id", "mime-version", "content-type"]),
    );
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
