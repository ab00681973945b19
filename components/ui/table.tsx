import type { ReactNode } from "react";
import { Hidden } from "#components/ui/hidden";

/** From which width of the window a column is shown. */
export type Shown = "always" | "md" | "lg" | "xl" | "2xl";

export type Column = { label: string; hideLabel?: boolean; width?: string; number?: boolean; shown?: Shown };

const shownLook: Record<Shown, string> = {
  always: "",
  md: "hidden md:table-cell",
  lg: "hidden lg:table-cell",
  xl: "hidden xl:table-cell",
  "2xl": "hidden 2xl:table-cell",
};
const colLook: Record<Shown, string> = {
  always: "",
  md: "hidden md:table-column",
  lg: "hidden lg:table-column",
  xl: "hidden xl:table-column",
  "2xl": "hidden 2xl:table-column",
};

/** Records in columns. The first column without a width takes the room that is left. */
export function Table({
  label,
  columns,
  children,
}: {
  label: string;
  columns: Column[];
  children: ReactNode;
}) {
  return (
    <table className="w-full table-fixed border-collapse">
      <caption className="sr-only">{label}</caption>
      <colgroup>
        {columns.map((column) => (
          <col
            key={column.label}
            className={colLook[column.shown ?? "always"]}
            style={{ width: column.width }}
          />
        ))}
      </colgroup>
      <thead>
        <tr>
          {columns.map((column) => (
            <th
              key={column.label}
              scope="col"
              className={`h-8.5 truncate border-b pr-3 text-xs font-normal text-faint last:pr-0 ${column.number ? "text-right" : ""} ${shownLook[column.shown ?? "always"]}`}
            >
              {column.hideLabel ? <Hidden>{column.label}</Hidden> : column.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  );
}

/** One record. `current` is the one that is open. */
export function TableRow({ current, children }: { current?: boolean; children: ReactNode }) {
  return (
    <tr
      aria-current={current ? "true" : undefined}
      className={current ? "bg-accent-bg" : "hover:bg-hover has-focus-visible:bg-hover"}
    >
      {children}
    </tr>
  );
}

export type CellKind = "main" | "text" | "meta" | "number" | "act";

const kinds: Record<CellKind, string> = {
  main: "truncate font-medium has-focus-visible:whitespace-normal",
  text: "truncate has-focus-visible:whitespace-normal",
  meta: "truncate text-xs text-muted",
  number: "text-right whitespace-nowrap",
  act: "text-right whitespace-nowrap",
};

/** One value of a record: main (its name), meta (beside it), number (right, with its unit), act (the verb of the row). */
export function Cell({
  kind = "text",
  shown = "always",
  children,
}: {
  kind?: CellKind;
  shown?: Shown;
  children?: ReactNode;
}) {
  return (
    <td className={`h-9 border-b pr-3 last:pr-0 pointer-coarse:h-13 ${kinds[kind]} ${shownLook[shown]}`}>
      {children}
    </td>
  );
}
