import type { ConflictBandProps } from "#components/review/conflict-band";
import type { DecidedBarProps } from "#components/review/decided";
import type { DeliveriesProps } from "#components/review/deliveries";
import type { EarlierChoiceProps } from "#components/review/earlier-choice";
import type { HistoryProps } from "#components/review/history";
import type { StaleBandProps } from "#components/review/stale-band";
import type { TryBandProps, WritingBandProps } from "#components/review/writing-band";
import { later } from "#components/ui/later";

// What few drafts show, each to stand in a Suspense: a desk is usable sooner without its code.

export const ConflictBand = later<ConflictBandProps>(
  async () => (await import("#components/review/conflict-band")).ConflictBand,
);

export const DecidedBar = later<DecidedBarProps>(
  async () => (await import("#components/review/decided")).DecidedBar,
);

export const Deliveries = later<DeliveriesProps>(
  async () => (await import("#components/review/deliveries")).Deliveries,
);

export const EarlierChoice = later<EarlierChoiceProps>(
  async () => (await import("#components/review/earlier-choice")).EarlierChoice,
);

export const History = later<HistoryProps>(async () => (await import("#components/review/history")).History);

export const MergeBand = later(async () => (await import("#components/review/merge-band")).MergeBand);

export const StaleBand = later<StaleBandProps>(
  async () => (await import("#components/review/stale-band")).StaleBand,
);

export const TryBand = later<TryBandProps>(
  async () => (await import("#components/review/writing-band")).TryBand,
);

export const WritingBand = later<WritingBandProps>(
  async () => (await import("#components/review/writing-band")).WritingBand,
);
