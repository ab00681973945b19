import { counted } from "#lib/format/count";
import { dayOr, type Sentences } from "#lib/log/phrases";

/** What is told of how a team works together. */
export const TEAM_SENTENCES = {
  "absence.recorded": ({ by, it }) =>
    by === it ? `${by} recorded time away` : `${by} recorded time away of ${it}`,
  "absence.ended": ({ by, it }) => (by === it ? `${by} ended time away` : `${by} ended time away of ${it}`),
  "holiday.added": ({ by }, { days }) => `${by} added ${counted(days, "holiday")}`,
  "holiday.removed": ({ by, today }, { day }) => `${by} took the holiday of ${dayOr(day, today)} away`,
} satisfies Partial<Sentences>;
