import fc from "fast-check";
import { simpleParser } from "mailparser";
import { expect, it } from "vitest";
import type { LetterText } from "#drizzle/schema/deliveries";
import { letterBytes } from "#lib/channels/letter-bytes";

const EVIL = "everybody@evil.example";
const nasty = fc
  .array(
    fc.oneof(
      fc.string({ unit: "binary", maxLength: 20 }),
      fc.constantFrom(
        `\r\nBcc: ${EVIL}`,
        `\nCc: ${EVIL}`,
        `\rTo: ${EVIL}`,
        `\u2028Bcc: ${EVIL}`,
        `\u0085Bcc: ${EVIL}\u0000`,
        "\r\n\r\n<script>",
        `=?utf-8?Q?x=0D=0ABcc:_${EVIL}?=`,
        `=?utf-8?B?DQpCY2M6IGV2ZXJ5Ym9keUBldmlsLmV4YW1wbGU=?=`,
        `" <${EVIL}>, "`,
        `> , <${EVIL}`,
        `${EVIL},`,
        `;group:${EVIL};`,
        `(comment`,
        "\\",
        "x".repeat(1200),
        "\ud800",
      ),
    ),
    { maxLength: 4 },
  )
  .map((parts) => parts.join(""));
const ADDRESS = "mara@quarry.example";
const NAMES =
  "content-type, date, from, in-reply-to, list-unsubscribe, list-unsubscribe-post, message-id, mime-version, references, reply-to, subject, to";

it("has its own headers and receiver, whatever stands in names, subject, ids and links", async () => {
  await fc.assert(
    fc.asyncProperty(fc.tuple(nasty, nasty, nasty, nasty, nasty, nasty), async ([a, b, c, d, e, f]) => {
      const letter: LetterText = {
        from: { name: a, address: "bo@larkfield.example" },
        to: { name: b, address: ADDRESS },
        subject: `Report ${c}`,
        text: `Hello\n${d}`,
        html: "<p>Hello</p>",
        messageId: "drf_1@larkfield.example",
        inReplyTo: d || "x",
        references: [e || "x", f || "y"],
        unsubscribe: { url: "https://ops.larkfield.example/unsubscribe/abc", mailto: null },
      };
      const raw = await letterBytes(letter, {
        date: new Date("2026-11-20T10:00:00Z"),
        replyTo: { name: f, address: "bo@larkfield.example" },
        oneClick: "https://ops.larkfield.example/api/unsubscribe/abc",
        mailto: "mailto:bo@larkfield.example?subject=unsubscribe%20abc",
      });
      const mail = await simpleParser(raw);
      expect([...new Set(mail.headerLines.map(({ key }) => key))].sort().join(", ")).toBe(NAMES);
      expect(mail.headerLines).toHaveLength(NAMES.split(", ").length);
      expect([mail.to].flat().flatMap((to) => to?.value.map(({ address }) => address))).toEqual([ADDRESS]);
      expect(mail.from?.value.map(({ address }) => address)).toEqual(["bo@larkfield.example"]);
      expect([mail.cc, mail.bcc]).toEqual([undefined, undefined]);
    }),
    { numRuns: 300 },
  );
});
