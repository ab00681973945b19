import type { Attention } from "#lib/attention/view";
import type { Adoption } from "#lib/figures/people-queries";
import type { RecordFigures } from "#lib/figures/record-queries";
import type { ReviewFigures } from "#lib/figures/review-queries";
import type { SpendFigures } from "#lib/figures/spend-queries";

/** A blocker that somebody got out of the way, with how, in one line. */
export type ResolvedBlocker = { text: string; personName: string; days: number; closing: string | null };

export type WeekFigures = { reviews: ReviewFigures; records: RecordFigures; use: Adoption };

/** What a brief is written from, as one leader sees it. */
export type ToldWeek = {
  attention: Attention;
  spend: SpendFigures;
  resolved: ResolvedBlocker[];
  now: WeekFigures;
  before: WeekFigures;
};
