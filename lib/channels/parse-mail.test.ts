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
