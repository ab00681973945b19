import { z } from "zod";

const Id = z.string().min(1).max(64);

export const CancelRun = z.object({ runId: Id });
export type CancelRun = z.infer<typeof CancelRun>;

/** `writer: "rules"` writes without the model, at no cost. */
export const RetryRun = z.object({ runId: Id, writer: z.enum(["claude", "rules"]).optional() });
export type RetryRun = z.infer<typeof RetryRun>;
