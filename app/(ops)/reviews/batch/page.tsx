import type { Metadata } from "next";
import { BatchDesk } from "#components/review/batch-desk";
import { listBatch } from "#lib/drafts/batch-queries";
import { BatchOf } from "#lib/drafts/schema";
import { localDay } from "#lib/format/dates";
import { currentPerson, requireUser } from "#lib/web/session";
import { reopen, takeOver } from "../verbs";
import { approveTogether } from "./verbs";

export const metadata: Metadata = { title: "Approve together" };

// An address that was made up leads to an empty batch.
const Drafts = BatchOf.catch([]);

type Props = { searchParams: Promise<{ draft?: string | string[] }> };

/** The drafts that were selected, each in full, to be read and approved together. */
export default async function BatchPage({ searchParams }: Props) {
  const ctx = await requireUser();
  const ids = Drafts.parse([(await searchParams).draft ?? []].flat());
  const [drafts, { timeZone }] = await Promise.all([listBatch(ctx, ids), currentPerson()]);
  return (
    <BatchDesk
      key={ids.join(" ")}
      drafts={drafts}
      missing={new Set(ids).size - drafts.length}
      today={localDay(ctx.now(), timeZone)}
      verbs={{ approve: approveTogether, reopen, takeOver }}
    />
  );
}
