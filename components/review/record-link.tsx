"use client";

import { useDesk } from "#components/review/desk-context";
import { TextLink } from "#components/ui/text-link";
import { addressOf } from "#lib/format/address";
import type { DraftRecord } from "#lib/records/draft-records";

/** The page on which a record is open. */
export function addressOfRecord({ kind, id }: DraftRecord): string {
  return kind === "document" ? `/documents/${id}` : addressOf(`/${kind}s`, { open: id });
}

/** In an approved draft, the way from a statement to the record it became. */
export function RecordLink({ statementId }: { statementId: string }) {
  const { draft } = useDesk();
  const record = draft.records.find((each) => each.statementId === statementId);
  if (!record) return null;
  return (
    <span className="ml-2 text-xs whitespace-nowrap">
      <TextLink href={addressOfRecord(record)}>Open the {record.kind}</TextLink>
    </span>
  );
}
