import { expect, it } from "vitest";
import { parseMail } from "#lib/channels/parse-mail";

it("passes over a mail by more senders than anybody has before it keeps anybody waiting", async () => {
  const begin = performance.now();
  const mail = `Message-ID: <m1@quarry.example>\nFrom: ${"a@b.example,".repeat(40_000)}\n\nYes.\n`;
  expect(await parseMail(Buffer.from(mail))).toBeNull();
  expect(performance.now() - begin).toBeLessThan(1_000);
});
