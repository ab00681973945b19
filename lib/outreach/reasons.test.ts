import { describe, expect, it } from "vitest";
import type { Statement } from "#lib/grounding/statement";
import type { MailFacts } from "#lib/outreach/mail-facts";
import { worstOf } from "#lib/outreach/mail-reason";
import { reasonsFor } from "#lib/outreach/reasons";

const FACTS: MailFacts = {
  lead: {
    id: "led_1",
    name: "Marta Novak",
    firstName: "Marta",
    email: "marta@novak.example",
    address: "marta@novak.example",
    company: "Novak Elevators",
    country: null,
    stage: "qualified",
    deleted: false,
  },
  standing: {
    state: "valid",
    consent: {
      id: "cns_1",
      basis: "inquiry",
      obtainedOn: "2026-10-12",
      evidence: "Her mail",
      expiresOn: "2027-04-12",
    },
  },
  outreach: {
    businessName: "Larkfield Software Inc.",
    mailingAddress: "180 King Street South",
    contact: "519 555 0142",
    cadenceDays: [0, 3],
    quietDays: 14,
    dailyCap: 40,
    hourlyLimit: 60,
    undoSeconds: 30,
    version: 1,
  },
  site: "https://ops.larkfield.example",
  mailbox: { id: "shared", from: { name: "Bo Tran", address: "sales@larkfield.example" } },
  signature: "Bo",
  today: "2026-11-20",
  timeZone: "UTC",
  sentOn: null,
  unanswered: 0,
  said: [],
  ownHosts: ["larkfield.example"],
  parent: null,
};
const said = (section: string, text: string, more: Partial<Statement> = {}): Statement => ({
  id: `${section}1`,
  section,
  text,
  kept: true,
  trace: "stated",
  person: null,
  due: null,
  flags: [],
  ...more,
});
const MAIL = [
  said("subject", "Offline pilot"),
  said("fact", "A tablet now holds a full day of inspections."),
  said("ask", "Shall we fix the first day?"),
];
const codes = (statements: Statement[], facts: Partial<MailFacts> = {}) =>
  reasonsFor(statements, { ...FACTS, ...facts }).map(({ level, code }) => `${level} ${code}`);
const withLead = (lead: Partial<MailFacts["lead"]>) => ({ lead: { ...FACTS.lead, ...lead } });
const consent = (standing: MailFacts["standing"]) => ({ standing });

it("has nothing against a mail that is in order", () => {
  expect(codes(MAIL)).toEqual([]);
});

describe("a mail is blocked", () => {
  it.each<[string, Partial<MailFacts>]>([
    ["no_address", withLead({ address: null })],
    ["closed", withLead({ stage: "won" })],
    ["gone", withLead({ deleted: true })],
    ["no_consent", consent({ state: "none" })],
    [
      "expired",
      consent({
        state: "expired",
        consent: {
          id: "c",
          basis: "inquiry",
          obtainedOn: "2026-05-12",
          evidence: "",
          expiresOn: "2026-11-12",
        },
      }),
    ],
    [
      "suppressed",
      consent({ state: "suppressed", value: "novak.example", reason: "asked", at: new Date(0) }),
    ],
    [
      "bounced",
      consent({ state: "suppressed", value: "marta@novak.example", reason: "bounced", at: new Date(0) }),
    ],
    ["identity", { outreach: { ...FACTS.outreach, mailingAddress: " " } }],
    ["unsubscribe", { site: null }],
  ])("for %s", (code, facts) => {
    expect(codes(MAIL, facts)).toEqual([`block ${code}`]);
  });

  it("needs no address of its own while it is only kept as a file", () => {
    expect(codes(MAIL, { site: null, mailbox: { ...FACTS.mailbox, id: "outbox" } })).toEqual([]);
  });

  it("says since when and why consent ended, and what to do", () => {
    const standing: MailFacts["standing"] = {
      state: "expired",
      consent: { id: "c", basis: "inquiry", obtainedOn: "2026-05-12", evidence: "", expiresOn: "2026-11-12" },
    };
    expect(reasonsFor(MAIL, { ...FACTS, standing })[0]?.sentence).toBe(
      "Can’t be sent: consent ended on 12 Nov 2026. The inquiry of 12 May 2026 gave six months of implied consent. Record a newer basis and its proof.",
    );
  });

  it.each([
    "Hello [Name], a tablet holds a day.",
    "Here is a draft of the mail you wanted.",
    "A tablet for {{company}} holds a day.",
    "TODO: say what it costs.",
    "[Missing: nothing is known of what they need — add a note]",
    "As an AI I can't say.",
    "A tablet holds a full day of",
  ])("for what is left over in “%s”", (text) => {
    const cut = text.endsWith("of") ? `${text}…` : text;
    const reasons = reasonsFor([MAIL[0]!, said("fact", cut), MAIL[2]!], FACTS);
    expect(reasons[0]).toMatchObject({ level: "block", code: "leftover", statementId: "fact1" });
  });

  it.each<[string, Partial<MailFacts>, string]>([
    ["the name it greets", withLead({ firstName: "{{contact.firstname}}" }), "{{contact.firstname}}"],
    ["the name it is addressed to", withLead({ firstName: null, name: "First Name" }), "First Name"],
    ["the signature", { signature: "[Your name]\nLarkfield" }, "[Your name]"],
    ["the company’s block", { outreach: { ...FACTS.outreach, mailingAddress: "TODO" } }, "TODO"],
  ])("for a placeholder in %s", (_, facts, words) => {
    const [reason, ...others] = reasonsFor(MAIL, { ...FACTS, ...facts });
    expect(reason).toMatchObject({ level: "block", code: "leftover" });
    expect(reason?.sentence).toContain(`“${words}” must not be sent, and stands in `);
    expect(others).toEqual([]);
  });

  it("not for how people sign, or write addresses", () => {
    const signature = "Best regards,\nBo Tran <bo@larkfield.example>";
    expect(codes(MAIL, { ...withLead({ firstName: "Todor" }), signature })).toEqual([]);
  });

  it("for words that stand in no source, until somebody took them on themselves", () => {
    const unsourced = [
      { kind: "price", words: "$1,900" } as const,
      { kind: "day", words: "Friday" } as const,
    ];
    const price = said("body", "That is $1,900 by Friday.", { unsourced });
    const [reason] = reasonsFor([...MAIL, price], FACTS);
    expect(reason).toMatchObject({ code: "unsourced", statementId: "body1", words: ["$1,900", "Friday"] });
    expect(reason?.sentence).toMatch(/^\$1,900 and Friday stand in no source\./);
    expect(codes([...MAIL, { ...price, confirmed: ["1 900", "friday"] }])).toEqual([]);
    expect(codes([...MAIL, { ...price, kept: false }])).toEqual([]);
  });

  it("with no subject, with two, and with nothing to say", () => {
    expect(codes(MAIL.slice(1))).toContain("block subject");
    expect(codes([...MAIL, said("subject", "Another")])).toContain("block subject");
    expect(codes(MAIL.slice(0, 1))).toContain("block body");
  });
});

describe("a mail is to be looked at", () => {
  const fact = (text: string, more: Partial<Statement> = {}) => [
    MAIL[0]!,
    said("fact", text, more),
    MAIL[2]!,
  ];

  it.each<[string, Statement[], Partial<MailFacts>]>([
    ["jurisdiction", MAIL, withLead({ country: "DE" })],
    ["jurisdiction", MAIL, withLead({ address: "marta@novak.at" })],
    ["jurisdiction", MAIL, withLead({ country: "JP" })],
    ["cadence", MAIL, { sentOn: "2026-11-19" }],
    ["cadence", MAIL, { unanswered: 3 }],
    ["long", fact(Array.from({ length: 151 }, () => "word").join(" ")), {}],
    ["no_fact", [MAIL[0]!, said("body", "Nothing new."), MAIL[2]!], {}],
    ["no_fact", MAIL, { said: ["A tablet now holds a full day of inspections, as of 4.2."] }],
    ["asks", [...MAIL, said("body", "And will you sign?")], {}],
    ["link", fact("See https://elsewhere.example/page for it."), {}],
    ["idle", fact("I am just checking in on the pilot."), {}],
    ["untraced", fact("A tablet holds a day.", { trace: "untraced" }), {}],
  ])("for %s", (code, statements, facts) => {
    expect(codes(statements, facts)).toEqual([`warn ${code}`]);
  });

  it("not for a country's law where there is express consent", () => {
    const express: MailFacts["standing"] = {
      state: "valid",
      consent: { id: "c", basis: "express", obtainedOn: "2026-01-01", evidence: "", expiresOn: null },
    };
    expect(codes(MAIL, { ...withLead({ country: "DE" }), standing: express })).toEqual([]);
    for (const country of ["CA", "US", "GB"]) expect(codes(MAIL, withLead({ country }))).toEqual([]);
  });

  it("not for links to either side, nor for a question of theirs", () => {
    expect(codes(fact("See https://docs.larkfield.example and https://www.novak.example."))).toEqual([]);
    expect(codes(fact("You asked: “Could you put it into one mail?”."))).toEqual([]);
  });
});

it("puts what blocks first", () => {
  const reasons = reasonsFor(MAIL.slice(1), { ...FACTS, sentOn: "2026-11-20", standing: { state: "none" } });
  expect(reasons.map(({ level }) => level)).toEqual(["block", "block", "warn"]);
  expect(worstOf(reasons)?.code).toBe("no_consent");
  expect(worstOf([])).toBeNull();
});
