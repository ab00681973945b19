import { describe, expect, it } from "vitest";
import {
  isForGood,
  messageIdIn,
  ownWords,
  type ReceivedMail,
  readReports,
  sortOf,
} from "#lib/parsers/received-mail";

const MAIL: ReceivedMail = {
  messageId: "m1@quarry.example",
  from: "mara@quarry.example",
  subject: "Re: The report",
  text: "Thanks, that helps.",
  inReplyTo: null,
  references: [],
  headers: {},
  reports: [],
};
const sort = (change: Partial<ReceivedMail>) => sortOf({ ...MAIL, ...change });

it("that is one long quote is read in no time", () => {
  const begin = performance.now();
  expect(ownWords(`${">\n".repeat(90_000)}Yes.`)).toContain("Yes.");
  expect(performance.now() - begin).toBeLessThan(2_000);
});

describe("a mail is", () => {
  it.each<[string, Partial<ReceivedMail>]>([
    ["an answer", {}],
    ["an answer that a program says a human wrote", { headers: { "auto-submitted": "no" } }],
    [
      "an answer in which somebody asks how to unsubscribe",
      { text: "How do I unsubscribe a colleague of mine?" },
    ],
    ["an answer to a list’s mail", { headers: { precedence: "list" } }],
  ])("%s", (_, change) => expect(sort(change)).toBe("reply"));

  it.each<[string, ReceivedMail["headers"]]>([
    ["Auto-Submitted: auto-replied", { "auto-submitted": "auto-replied" }],
    ["Auto-Submitted with a comment", { "auto-submitted": "Auto-Generated; owner=x" }],
    ["X-Autoreply", { "x-autoreply": "yes" }],
    ["X-Autorespond", { "x-autorespond": "out of office" }],
    ["Precedence: bulk", { precedence: "bulk" }],
    ["Precedence: auto_reply", { precedence: "auto_reply" }],
    ["Return-Path: <>", { "return-path": " <>" }],
  ])("written by a program: %s", (_, headers) => expect(sort({ headers })).toBe("auto_reply"));

  it("written by a program where a mail server reports in words alone", () => {
    expect(sort({ from: "MAILER-DAEMON@mx.quarry.example" })).toBe("auto_reply");
  });

  it.each([
    [{ subject: "unsubscribe 8sJd83jd93jd93jd93jd93" }],
    [{ text: "Unsubscribe" }],
    [{ text: "Please remove me from this list.\n\nOn Fri, 20 Nov 2026 Bo Tran wrote:\n> Hello" }],
  ])("a wish to get no more: %o", (change) => expect(sort(change)).toBe("unsubscribe"));
});

describe("a report of a mail server", () => {
  const POSTFIX = `Reporting-MTA: dns; mx.larkfield.example
X-Postfix-Queue-ID: 4F1
Arrival-Date: Fri, 20 Nov 2026 10:00:00 -0500 (EST)

Final-Recipient: rfc822; Mara@Quarry.example
Original-Recipient: rfc822;mara@quarry.example
Action: failed
Status: 5.1.1
Remote-MTA: dns; mx.quarry.example
Diagnostic-Code: smtp; 550 5.1.1 <mara@quarry.example>: Recipient address
    rejected: User unknown
`;

  it("names the receiver, what happened, and why", () => {
    expect(readReports(POSTFIX, "drf_1@larkfield.example")).toEqual([
      {
        recipient: "Mara@Quarry.example",
        action: "failed",
        status: "5.1.1",
        diagnostic: "550 5.1.1 <mara@quarry.example>: Recipient address rejected: User unknown",
        messageId: "drf_1@larkfield.example",
      },
    ]);
  });

  it("may be on several, in any line ends, and counts only where it is whole", () => {
    const two = `Reporting-MTA: dns;x\r\n\r\nFinal-Recipient: rfc822;a@b.example\r\nAction: delayed\r\nStatus: 4.4.1 (no answer)\r\n\r\nFinal-Recipient: rfc822;c@d.example\r\nStatus: 5.0.0\r\n`;
    const reports = readReports(two, null);
    expect(reports).toMatchObject([{ recipient: "a@b.example", action: "delayed", status: "4.4.1" }]);
    expect(reports.map(isForGood)).toEqual([false]);
  });

  it.each([
    ["failed", "5.2.1", true],
    ["failed", "4.4.7", false],
    ["delayed", "5.1.1", false],
    ["delivered", "2.0.0", false],
  ])("%s with %s is for good: %s", (action, status, expected) => {
    expect(isForGood({ recipient: "x", action, status, diagnostic: null, messageId: null })).toBe(expected);
  });

  it("holds the headers of the mail it is about, folded or not", () => {
    expect(messageIdIn("Subject: x\r\nMessage-ID:\r\n <a.1@b.example>\r\n\r\nMessage-ID: <other@x>")).toBe(
      "a.1@b.example",
    );
    expect(messageIdIn("Subject: x\n\nMessage-ID: <body@x.example>")).toBeNull();
  });
});

describe("of an answer, what somebody wrote anew", () => {
  it.each([
    ["Yes.\n\nOn Fri, 20 Nov 2026 at 10:00, Bo Tran <bo@larkfield.example> wrote:\n> Hello\n", "Yes."],
    ["Yes.\n\nOn Fri, 20 Nov 2026 at 10:00, Bo Tran\n<bo@larkfield.example> wrote:\n\n> Hello", "Yes."],
    ["Ja.\n\nAm 20.11.2026 um 10:00 schrieb Bo Tran:\n> Hallo", "Ja."],
    ["Yes.\n\n-----Original Message-----\nFrom: Bo", "Yes."],
    ["Yes.\r\n\r\nFrom: Bo Tran <bo@larkfield.example>\r\nSent: Friday\r\nTo: Mara\r\n\r\nHello", "Yes."],
    ["> Can you come?\nYes.\n> When?\nFriday.", "> Can you come?\nYes.\n> When?\nFriday."],
    ["Yes.\n> Hello\n> World\n", "Yes."],
    ["We met on Friday. Bo wrote: hello.", "We met on Friday. Bo wrote: hello."],
  ])("%j", (text, expected) => expect(ownWords(text)).toBe(expected));
});
