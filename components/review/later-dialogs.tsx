import type { ConsentDialogProps } from "#components/leads/consent-dialog";
import type { FilterDialogProps } from "#components/review/filter-dialog";
import type { HandOverDialogProps } from "#components/review/hand-over-dialog";
import type { RegenerateDialogProps } from "#components/review/regenerate-dialog";
import type { RejectDialogProps } from "#components/review/reject-dialog";
import type { ReshapeDialogProps } from "#components/review/reshape-dialog";
import type { SnoozeDialogProps } from "#components/review/snooze-dialog";
import { later } from "#components/ui/later";

// The dialogs of the desk, each to stand in an OnceOpen: nobody needs their code to read a draft and to approve it.

export const ConsentDialog = later<ConsentDialogProps>(
  async () => (await import("#components/leads/consent-dialog")).ConsentDialog,
);

export const FilterDialog = later<FilterDialogProps>(
  async () => (await import("#components/review/filter-dialog")).FilterDialog,
);

export const HandOverDialog = later<HandOverDialogProps>(
  async () => (await import("#components/review/hand-over-dialog")).HandOverDialog,
);

export const RegenerateDialog = later<RegenerateDialogProps>(
  async () => (await import("#components/review/regenerate-dialog")).RegenerateDialog,
);

export const RejectDialog = later<RejectDialogProps>(
  async () => (await import("#components/review/reject-dialog")).RejectDialog,
);

export const ReshapeDialog = later<ReshapeDialogProps>(
  async () => (await import("#components/review/reshape-dialog")).ReshapeDialog,
);

export const SnoozeDialog = later<SnoozeDialogProps>(
  async () => (await import("#components/review/snooze-dialog")).SnoozeDialog,
);
