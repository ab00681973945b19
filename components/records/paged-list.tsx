import type { ReactNode } from "react";
import { Padded } from "#components/records/record-frame";
import { RefusedList } from "#components/records/refused-list";
import { Older } from "#components/ui/older";
import type { Page } from "#lib/db/page";
import { addressOf, type Query } from "#lib/format/address";
import type { Refusal } from "#lib/web/refusal";

type PagedListProps<Row> = {
  list: { ok: true; value: Page<Row> } | Refusal;
  path: string;
  /** What narrows the list down, as its address says. */
  filters?: Query;
  cursor: string | undefined;
  /** Stands where there are no rows. */
  empty: ReactNode;
  children: (rows: Row[]) => ReactNode;
};

/** A page of a list with the way to the next and back to the start, or what stands in its place. */
export function PagedList<Row>({ list, path, filters = {}, cursor, empty, children }: PagedListProps<Row>) {
  const start = addressOf(path, filters);
  if (!list.ok) return <RefusedList refusal={list} href={start} />;
  const { rows, next } = list.value;
  return (
    <>
      {rows.length > 0 ? children(rows) : empty}
      <Padded>
        <Older older={next && addressOf(path, { ...filters, cursor: next })} newest={cursor ? start : null} />
      </Padded>
    </>
  );
}
