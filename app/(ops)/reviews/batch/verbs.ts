"use server";

import type { BatchAnswer } from "#lib/drafts/batch";
import type { ApproveBatch } from "#lib/drafts/schema";
import { approveAll } from "#lib/web/batch-door";
import type { Outcome } from "#lib/web/door";

export async function approveTogether(input: ApproveBatch): Promise<Outcome<BatchAnswer[]>> {
  return approveAll(input);
}
