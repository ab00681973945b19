import { expect, it } from "vitest";
import { type SentInFull, whatToCheck } from "#lib/deliveries/view";

const letter = {
  from: "bo@larkfield.example",
  to: "marta@novak.example",
  messageId: "drf_1@larkfield.example",
} as SentInFull["letter"];
const recipient = "marta@novak.example";

it.each([
  ["shared", letter, /Sent folder of bo@larkfield\.example .*<drf_1@larkfield\.example>.* ask marta@/],
  ["outbox", letter, /the file is in the outbox/],
  [null, null, /in the folder/],
])("says what to look at where nobody knows whether it left by %s", (mailbox, of, words) => {
  expect(whatToCheck({ mailbox, letter: of, recipient })).toMatch(words);
});
