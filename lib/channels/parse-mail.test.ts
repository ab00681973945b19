import { expect, it } from "vitest";
import { mailText } from "#e2e/support/incoming";
import { parseMail } from "#lib/channels/parse-mail";

it("passes over a mail by more senders than anybody has at once", async () => {
  const mail = `Message-ID: <m1@quarry.example>\nFrom: ${"a@b.example,".repeat(40_000)}\n\nYes.\n`;
  expect(await parseMail(Buffer.from(mail))).toBeNull();
});

it("passes over a mail whose address groups never end, and the process lives", async () => {
  const raw = Buffer.from(mailText({ From: "g:".repeat(12_000), Subject: "x" }, "y"));
  expect(await parseMail(raw)).toBeNull();
});

const MULTIPART = 'multipart/mixed; boundary="B0"';
const nest = (n: number) => `--B${n}\nContent-Type: multipart/mixed; boundary="B${n + 1}"\n\n`;

it.each([
  ["of fifty thousand parts", MULTIPART, "--B0\n\n\n".repeat(50_000)],
  [
    "of nine thousand parts in each other",
    MULTIPART,
    Array.from({ length: 9_000 }, (_, n) => nest(n)).join(""),
  ],
  ["of mails in mails", "message/rfc822", "Content-Type: message/rfc822\n\n".repeat(17_000)],
  [
    "whose inner mail has forty thousand senders",
    MULTIPART,
    `--B0\nContent-Type: message/rfc822\n\nFrom: ${"a@b.example,".repeat(40_000)}\n\nx\n`,
  ],
  [
    "whose part has a name without end",
    MULTIPART,
    `--B0\nContent-Type: text/plain; name="${"=?utf-8?Q?=41?=".repeat(30_000)}"\n\nx\n`,
  ],
  ["of paragraphs in each other", "text/html", "<div>".repeat(100_000)],
  ["of reports without end", 'multipart/report; report-type=delivery-status; boundary="B0"', reports()],
])("reads a mail %s soon, or passes over it", async (_, type, text) => {
  const began = performance.now();
  const raw = mailText({ From: "mara@quarry.example", "MIME-Version": "1.0", "Content-Type": type }, text);
  const mail = await parseMail(Buffer.from(raw));
  expect(mail?.from ?? "mara@quarry.example").toBe("mara@quarry.example");
  expect(performance.now() - began).toBeLessThan(12_000);
});

function reports(): string {
  const report = "\nFinal-Recipient: rfc822; a@b.example\nAction: failed\nStatus: 5.1.1\n";
  return `--B0\nContent-Type: message/delivery-status\n\n${report.repeat(6_500)}`;
}
