import type { ReactNode } from "react";
import { Sheet } from "#components/records/sheet";
import type { Refusal } from "#lib/web/refusal";

type OpenedSheetProps<Row> = {
  label: string;
  opened: { ok: true; value: Row } | Refusal | null;
  closeHref: string;
  children: (row: Row) => ReactNode;
};

/** The record that an address names, or why it isn't there, or not for this person. Nothing where it names none. */
export function OpenedSheet<Row>({ label, opened, closeHref, children }: OpenedSheetProps<Row>) {
  if (!opened) return null;
  if (opened.ok) return children(opened.value);
  return (
    <Sheet label={label} closeHref={closeHref}>
      <p>{opened.message}</p>
    </Sheet>
  );
}
