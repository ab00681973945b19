/** The short list a reviewer picks from when rejecting; free text is kept beside it. */
export const REJECT_REASONS = [
  "Not a meeting",
  "Too much is wrong",
  "Already recorded elsewhere",
  "Other",
] as const;
