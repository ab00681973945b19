import type { ReactNode } from "react";
import { CellLink } from "#components/records/row-link";
import { Count } from "#components/ui/count";
import { Icon, type IconName } from "#components/ui/icon";

/** Everything that needs somebody, in groups with shared columns. */
export function NeedTable({
  caption = "What needs you",
  children,
}: {
  caption?: string;
  children: ReactNode;
}) {
  return (
    <table className="w-full table-fixed border-collapse">
      <caption className="sr-only">{caption}</caption>
      <colgroup>
        <col className="w-13" />
        <col />
        <col className="hidden w-36 md:table-column" />
        <col className="hidden w-36 lg:table-column" />
        <col className="w-24" />
      </colgroup>
      {children}
    </table>
  );
}

type NeedGroupProps = {
  label: string;
  icon: IconName;
  count: number;
  /** The heads of the third and fourth column. */
  columns: [string, string];
  /** Leads to all of them, where more wait than are shown. */
  all?: ReactNode;
  children: ReactNode;
};

/** One kind of thing that needs somebody. */
export function NeedGroup({ label, icon, count, columns: [third, fourth], all, children }: NeedGroupProps) {
  const head = "h-9 border-b pb-1.25 align-bottom text-xs font-normal text-faint";
  return (
    <tbody>
      <tr>
        <th colSpan={2} scope="colgroup" className={`${head} text-left`}>
          <span className="flex items-center gap-1.5">
            <Icon name={icon} size="sm" />
            <b className="text-ink">{label}</b>
            {count > 0 && <Count of={count} />}
            <span className="min-w-0 truncate pl-1.5 lg:hidden">
              {fourth}
              <span className="md:hidden">{[fourth && third && ", ", third]}</span>
            </span>
          </span>
        </th>
        <td className={`hidden md:table-cell ${head}`}>{third}</td>
        <td className={`hidden lg:table-cell ${head}`}>{fourth}</td>
        <td className={`text-right ${head}`}>{all}</td>
      </tr>
      {children}
    </tbody>
  );
}

type NeedRowProps = {
  /** How long it waits or how late it is: "19 h", "3 d". */
  age: ReactNode;
  urgency?: "late" | "soon" | "calm";
  /** Stands before the age: a box to tick. */
  href: string;
  title: string;
  sub?: ReactNode;
  third?: ReactNode;
  fourth?: ReactNode;
  /** The verb that the row holds out. */
  act: ReactNode;
};

const urgencies = {
  late: "font-semibold text-danger-text",
  soon: "text-warn-text",
  calm: "text-faint",
};

/** One thing that needs somebody: how long, what, where from, and what to do. What has no column stands below the title. */
export function NeedRow({ age, urgency = "calm", href, title, sub, third, fourth, act }: NeedRowProps) {
  const cell = "h-9 border-b pointer-coarse:h-(--size-touch)";
  const meta = `truncate pr-2 text-xs text-muted ${cell}`;
  return (
    <tr className="hover:bg-hover has-focus-visible:bg-hover">
      <td className={`pr-3 text-right whitespace-nowrap ${cell} ${urgencies[urgency]}`}>{age}</td>
      <td className={`pr-4 has-focus-visible:whitespace-normal max-lg:py-2 md:truncate ${cell}`}>
        <span className="font-medium">
          <CellLink href={href}>{title}</CellLink>
        </span>
        {sub && <span className="ml-2 text-xs text-faint max-lg:hidden">{sub}</span>}
        {(third || fourth) && (
          <span className="mt-0.5 flex flex-wrap items-center gap-x-3 text-xs text-muted lg:hidden">
            {fourth}
            <span className="md:hidden">{third}</span>
          </span>
        )}
      </td>
      <td className={`hidden md:table-cell ${meta}`}>{third}</td>
      <td className={`hidden lg:table-cell ${meta}`}>{fourth}</td>
      <td className={`text-right ${cell}`}>{act}</td>
    </tr>
  );
}
