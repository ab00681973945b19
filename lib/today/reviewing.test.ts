import { expect, it } from "vitest";
import { reviewingSentence } from "#lib/today/reviewing";

it.each([
  [{ approvals: 0, unread: 0, medianMs: null }, null],
  [
    { approvals: 0, unread: 0, medianMs: 45_400 },
    "Half of the reviews in the last seven days took less than 45 s.",
  ],
  [
    { approvals: 40, unread: 6, medianMs: 170_000 },
    "Half of the reviews in the last seven days took less than 3 min. Of 40 approvals 6 were quicker than reading takes, with evidence not looked at.",
  ],
  [
    { approvals: 9, unread: 0, medianMs: 100 },
    "Half of the reviews in the last seven days took less than 1 s. None of 9 approvals was quicker than reading takes.",
  ],
])("says how drafts are reviewed: %o", (figures, sentence) => {
  expect(reviewingSentence(figures)).toBe(sentence);
});
