import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findFlags, isClipped } from "#lib/grounding/flags";
import { foldText } from "#lib/grounding/fold";
import { isNegated } from "#lib/grounding/negation";
import { locateQuote } from "#lib/grounding/quote";

// Any UTF-16 units, lone surrogates among them, with much that means something to the code.
const anyText = fc
  .array(
    fc.oneof(
      fc.integer({ min: 0, max: 0xffff }),
      fc.constantFrom(...Array.from(" .,-'*\n:/@1aZé’“—", (c) => c.charCodeAt(0))),
    ),
    {
      maxLength: 120,
    },
  )
  .map((units) => String.fromCharCode(...units));

const negated = (sentence: string, quote: string, statement: string) => {
  const start = sentence.indexOf(quote);
  if (start < 0) throw new Error(`“${quote}” is not in “${sentence}”`);
  return isNegated(sentence, start, start + quote.length, statement);
};

describe("a negated sentence", () => {
  test.each([
    ["No one will ship the v3 build", "will ship the v3 build", "Ship the v3 build"],
    ["No one will ship the v3 build", "No one will ship the v3 build", "Ship the v3 build"],
    [
      "I don't think we should move the launch to Friday",
      "we should move the launch to Friday",
      "Move the launch to Friday",
    ],
    ["We will not renew the Acme contract", "renew the Acme contract", "Renew the Acme contract"],
    ["Nobody said that Dana owns the migration", "Dana owns the migration", "Dana owns the migration"],
    ["The v3 build will never go to Acme", "The v3 build will never go to Acme", "Send the v3 build to Acme"],
    ["Shipping the v3 build is not an option", "Shipping the v3 build", "Ship the v3 build"],
    ["There is no need to call Acme", "call Acme", "Call Acme"],
    ["Chidi can’t join the audit", "join the audit", "Chidi joins the audit"],
    ["Nobody removes the old server", "removes the old server", "Remove the old server"],
    ["Bo calls Acme, but nobody calls Initech", "nobody calls Initech", "Call Initech"],
    ["Nobody in sales or marketing will call Acme", "will call Acme", "Call Acme"],
    [
      "I don't think that, given the audit, we ship the v3 build",
      "we ship the v3 build",
      "Ship the v3 build",
    ],
    ["None of us will pay for the seats", "will pay for the seats", "Pay for the seats"],
  ])("%j denies %j as “%s”", (sentence, quote, statement) => {
    expect(negated(sentence, quote, statement)).toBe(true);
  });

  test.each([
    ["We will not support IE 11", "We will not support IE 11", "Don't support IE 11"],
    ["We won't release on Friday", "We won't release on Friday", "Postpone the release"],
    ["Bo calls Acme, but nobody calls Initech", "Bo calls Acme", "Call Acme"],
    ["Don't forget to send the deck", "send the deck", "Send the deck"],
    ["Send it no later than Friday", "Send it no later than Friday", "Send it by Friday"],
    ["No, let's ship on Friday", "let's ship on Friday", "Ship on Friday"],
    ["Why don't we move the stand-up to ten", "move the stand-up to ten", "Move the stand-up to ten"],
    ["Not only Grace but also Ines reviews the claim", "Ines reviews the claim", "Ines reviews the claim"],
    ["Dana ships v3, not v2", "Dana ships v3", "Ship v3"],
    ["We didn't agree on a price; Bo will ask finance", "Bo will ask finance", "Ask finance about the price"],
    ["The contract hasn't come, Ines will call them", "Ines will call them", "Call them about the contract"],
    ["Ticket no. 5 goes to Emeka", "Ticket no. 5 goes to Emeka", "Emeka takes ticket 5"],
    ["This is not a rule and we could push a patch", "we could push a patch", "Push a patch"],
    ["The gap is not ours, we need to tell Acme", "we need to tell Acme", "Tell Acme"],
    ["I don't know why and I'll look into it", "I'll look into it", "Look into it"],
    [
      "If that is not enough, please post to the channel",
      "please post to the channel",
      "Post to the channel",
    ],
    ["Instead of a call we could write to Acme", "we could write to Acme", "Write to Acme"],
    ["The notebook goes to Kavya", "goes to Kavya", "Give Kavya the notebook"],
  ])("%j does not deny %j as “%s”", (sentence, quote, statement) => {
    expect(negated(sentence, quote, statement)).toBe(false);
  });
});

describe("a clipped quote", () => {
  test.each([
    ["Dana ships v3 if QA agrees", "Dana ships v3"],
    ["Maybe Dana ships v3", "Dana ships v3"],
    ["Back in March the old team had agreed that Dana ships v3", "Dana ships v3"],
    ["Dana ships v3 once the auditors have signed the report", "Dana ships v3"],
  ])("%j leaves out what matters around %j", (sentence, quote) => {
    const start = sentence.indexOf(quote);
    expect(isClipped(sentence, start, start + quote.length)).toBe(true);
  });

  test.each([
    ["Okay, so then Dana ships v3.", "Dana ships v3"],
    ["Action: Dana ships v3", "Dana ships v3"],
    ["Dana ships v3 on Friday", "Dana ships v3"],
    ["Dana ships v3", "Dana ships v3"],
  ])("%j leaves out little around %j", (sentence, quote) => {
    const start = sentence.indexOf(quote);
    expect(isClipped(sentence, start, start + quote.length)).toBe(false);
  });
});

describe("flags", () => {
  const flagsOf = (text: string, quote: string, statement: string, at?: number) => {
    const located = locateQuote(foldText(text), quote, at)!;
    return findFlags({ text, quote: located, sentence: { start: 0, end: text.length }, statement, at });
  };

  test("a whole, plain, single sentence has none", () => {
    expect(flagsOf("Dana ships the v3 build", "Dana ships the v3 build", "Ship the v3 build")).toEqual([]);
  });

  test("a negation that the quote leaves out is negated and clipped", () => {
    expect(flagsOf("No one will ship the v3 build", "ship the v3 build", "Ship the v3 build")).toEqual([
      "negated",
      "clipped",
    ]);
  });

  test("a quote that occurs twice is ambiguous, unless the writer knows where", () => {
    const text = "Bo calls Acme, then Bo calls Acme";
    expect(flagsOf(text, "Bo calls Acme", "Call Acme")).toContain("ambiguous");
    expect(flagsOf(text, "Bo calls Acme", "Call Acme", 20)).not.toContain("ambiguous");
  });

  test("a long sentence takes no time", () => {
    const begin = process.cpuUsage();
    for (const piece of ["not ", ", but ", "no one ", "a, I will ", "; "])
      isNegated(piece.repeat(10_000), 0, 10, piece);
    expect(process.cpuUsage(begin).user / 1000).toBeLessThan(1000);
  });

  test("no text makes them throw", () => {
    const words = fc.array(
      fc.constantFrom("not", "no", ",", "but", "Dana", "will", "ship", "…", "ignore", "\u202E"),
      { maxLength: 20 },
    );
    fc.assert(
      fc.property(words, fc.nat(30), fc.nat(30), anyText, (parts, a, b, statement) => {
        const text = parts.join(" ");
        const quote = { start: Math.min(a, b), end: Math.max(a, b), occurrences: 1 };
        expect(
          Array.isArray(findFlags({ text, quote, sentence: { start: 0, end: text.length }, statement })),
        ).toBe(true);
      }),
    );
  });
});
