import { Parser } from "htmlparser2";
import { describe, expect, it } from "vitest";
import type { Statement } from "#lib/grounding/statement";
import { composeLetter, type LetterFrame } from "#lib/outreach/compose";
import { unsubscribeMailto } from "#lib/outreach/unsubscribe-link";

const FRAME: LetterFrame = {
  from: { name: "Bo Tran", address: "bo@larkfield.example" },
  to: { name: "Marta Novak", firstName: "Marta", address: "marta@novak.example" },
  signature: "Bo\nLarkfield, inspections",
  company: {
    businessName: "Larkfield Software Inc.",
    mailingAddress: "180 King Street South, Kitchener ON N2J 1P8",
    contact: "519 555 0142",
  },
  unsubscribe: { url: "https://ops.larkfield.example/unsubscribe/t0ken", mailto: "bo@larkfield.example" },
  messageId: "drf_1@larkfield.example",
  parent: null,
};

let number = 0;
const said = (section: string, text: string, kept = true): Statement => ({
  id: `s${++number}`,
  section,
  text,
  kept,
  trace: "free",
  person: null,
  due: null,
  flags: [],
});
const MAIL = [
  said("subject", "Offline pilot at the Guelph depot"),
  said("subject", "The pilot in one mail", false),
  said("opening", "Thank you for showing us the Guelph depot."),
  said("fact", "Version 4.2 keeps a full day of inspections on the tablet until it finds a signal again"),
  said("body", "Nobody reads this.", false),
  said("body", "We would start with one tablet for each inspector."),
  said("ask", "Shall we fix the first day on our call?"),
];

/** What a reader sees of HTML: its words, one space between. */
function shown(html: string): string {
  const parts: string[] = [];
  const parser = new Parser({ ontext: (text) => parts.push(text), onopentag: () => parts.push(" ") });
  parser.end(html);
  return words(parts.join(""));
}
const words = (text: string) => text.replace(/\s+/g, " ").trim();

describe("a letter", () => {
  it("is what was kept, in paragraphs, with what code adds", () => {
    expect(composeLetter(MAIL, FRAME).text).toBe(`Hello Marta,

Thank you for showing us the Guelph depot.

Version 4.2 keeps a full day of inspections on the tablet until it finds a
signal again. We would start with one tablet for each inspector.

Shall we fix the first day on our call?

Bo
Larkfield, inspections

-- 
Larkfield Software Inc.
180 King Street South, Kitchener ON N2J 1P8
519 555 0142

You don’t want mail from us? Unsubscribe:
https://ops.larkfield.example/unsubscribe/t0ken
`);
  });

  it("says the same in both forms", () => {
    const { text, html } = composeLetter(MAIL, FRAME);
    const plain = words(text.replace("\n-- \n", "\n")).replace(
      "Unsubscribe: https://ops.larkfield.example/unsubscribe/t0ken",
      "Unsubscribe",
    );
    expect(shown(html)).toBe(plain);
    expect(html).toContain('href="https://ops.larkfield.example/unsubscribe/t0ken"');
  });

  it("shows what was written as words, whatever it is", () => {
    const hostile = `<img src=x onerror="alert(1)"> & <a href='https://evil.example'>here</a>`;
    const { html } = composeLetter([said("subject", "Hello"), said("fact", hostile)], {
      ...FRAME,
      signature: hostile,
      to: { ...FRAME.to, firstName: hostile },
    });
    expect(html).not.toMatch(/<(?:img|script)|href=.https:..evil/);
    expect(html.match(/<a /g)).toHaveLength(1);
    expect(shown(html).split(hostile)).toHaveLength(4);
  });

  it("greets nobody by a name it does not know", () => {
    expect(composeLetter(MAIL, { ...FRAME, to: { ...FRAME.to, firstName: null } }).text).toMatch(/^Hello,\n/);
  });

  it("breaks no line but at a word, and none that mail programs would", () => {
    const long = said(
      "body",
      "An address: https://larkfield.example/a/very/long/page/that/is/longer/than/a/line/of/mail",
    );
    const { text } = composeLetter([...MAIL, long], FRAME);
    for (const line of text.split("\n")) expect(line.length <= 76 || !line.includes(" ")).toBe(true);
  });
});

describe("an answer", () => {
  const parent = {
    messageId: "her@novak.example",
    references: ["first@larkfield.example"],
    subject: "RE: Offline pilot at the Guelph depot",
    isTheirs: true,
  };

  it("names what it answers, and what came before that", () => {
    expect(composeLetter(MAIL, { ...FRAME, parent })).toMatchObject({
      subject: "Re: Offline pilot at the Guelph depot",
      inReplyTo: "her@novak.example",
      references: ["first@larkfield.example", "her@novak.example"],
    });
  });

  it("says “Re:” before no other subject than that mail's own", () => {
    const other = { ...parent, subject: "Lunch" };
    expect(composeLetter(MAIL, { ...FRAME, parent: other }).subject).toBe(
      "Offline pilot at the Guelph depot",
    );
  });
});

describe("the address that a mail program unsubscribes by", () => {
  it("names the whole address, whatever stands before its @", () => {
    const url = "https://ops.larkfield.example/unsubscribe/abc";
    expect(unsubscribeMailto("a?cc=eve%40x.example+b@larkfield.example", url)).toBe(
      "mailto:a%3Fcc%3Deve%2540x.example%2Bb@larkfield.example?subject=unsubscribe%20abc",
    );
  });
});
