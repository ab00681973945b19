"use client";

import { createContext, type ReactNode, use } from "react";
import type { Nudge } from "#lib/attention/schema";
import type { Outcome } from "#lib/web/door";

type NudgeVerb = (input: Nudge) => Promise<Outcome<unknown>>;

const Verb = createContext<NudgeVerb | null>(null);

/** Hands the rows of a list the verb that reminds somebody. */
export function NudgeVerb({ nudge, children }: { nudge: NudgeVerb; children: ReactNode }) {
  return <Verb value={nudge}>{children}</Verb>;
}

/** The verb that reminds somebody. */
export function useNudge(): NudgeVerb {
  const verb = use(Verb);
  if (!verb) throw new Error("There is no verb that reminds anybody here.");
  return verb;
}
