import { Meter, NEARLY } from "#components/charts/meter";
import { CellLink } from "#components/records/row-link";
import type { RowsOf } from "#components/today/rows-of";
import { WeekPart } from "#components/today/week-part";
import { TextLink } from "#components/ui/text-link";
import type { Budgeted } from "#lib/figures/spend-plan";
import type { SpendFigures } from "#lib/figures/spend-queries";
import { counted } from "#lib/format/count";
import { type Day, formatDay } from "#lib/format/dates";
import { formatDollars, formatMicros } from "#lib/format/money";

const BUDGETS = "/settings/workflows";

type SpendTableProps = {
  spend: SpendFigures;
  today: Day;
  /** The way to the rows behind a figure. */
  rowsOf: RowsOf;
};

/** What workflows cost this month, against what they may. */
export function SpendTable({ spend, today, rowsOf }: SpendTableProps) {
  const { month, day, days, lines } = spend;
  return (
    <WeekPart title="Spend against budget" period={`${month}, day ${day} of ${days}`}>
      {lines.length === 0 ? (
        <p className="text-xs text-muted">
          {spend.ofTeam
            ? "Nothing was spent by the team. Budgets are for the whole company."
            : "Nothing was spent and no budget is set."}{" "}
          <TextLink href={BUDGETS}>Budgets</TextLink>
        </p>
      ) : (
        <>
          <table className="w-full text-xs">
            <caption className="sr-only">Spend by workflow</caption>
            <thead>
              <tr className="text-faint">
                <th scope="col" className="font-normal">
                  Workflow
                </th>
                <td className="max-md:hidden" />
                <Head>Spent</Head>
                <Head>Of</Head>
                <Head>Used</Head>
                <Head>Each approved</Head>
              </tr>
            </thead>
            <tbody>
              {lines.map((line) => (
                <Line
                  key={line.workflow}
                  line={line}
                  elapsed={spend.elapsed}
                  rowsOf={rowsOf}
                  ofTeam={spend.ofTeam}
                />
              ))}
              <Total lines={lines} />
            </tbody>
          </table>
          <Outlook spend={spend} today={today} rowsOf={rowsOf} />
        </>
      )}
    </WeekPart>
  );
}

function Head({ children }: { children: string }) {
  return (
    <th scope="col" className="pl-2.5 text-right font-normal whitespace-nowrap">
      {children}
    </th>
  );
}

const cell = "h-7 pl-2.5 text-right whitespace-nowrap";

type LineProps = { line: Budgeted; elapsed: number; rowsOf: RowsOf; ofTeam: boolean };

function Line({ line, elapsed, rowsOf, ofTeam }: LineProps) {
  const { label, share, budgetMicros } = line;
  const used = share === null ? "" : `${Math.round(share * 100)} %`;
  return (
    <tr>
      <th scope="row" className="h-7 font-normal">
        <CellLink href={rowsOf("spend", { workflow: line.workflow })}>{label}</CellLink>
      </th>
      <td className="w-19 pl-2.5 max-md:hidden">
        {share !== null && (
          <Meter share={share} elapsed={elapsed} label={`${label}: ${used} of the budget used`} />
        )}
      </td>
      <td className={cell}>{spentWords(line)}</td>
      <td className={`${cell} text-faint`}>
        {budgetMicros === null ? !ofTeam && "no budget" : formatDollars(budgetMicros)}
      </td>
      <td
        className={`${cell} ${share !== null && share > NEARLY ? "font-medium text-warn-text" : "text-faint"}`}
      >
        {used}
      </td>
      <td className={cell}>{line.approved === 0 ? "" : formatMicros(line.eachMicros)}</td>
    </tr>
  );
}

/** An unknown price stays unknown, whatever else is known. */
function spentWords({ micros, unknown }: Budgeted): string {
  if (unknown === 0) return formatMicros(micros);
  return micros === 0 ? "unknown" : `${formatMicros(micros)} + unknown`;
}

function Total({ lines }: { lines: Budgeted[] }) {
  const sum = lines.reduce((all, { micros }) => all + micros, 0);
  const budget = lines.reduce((all, { budgetMicros }) => all + (budgetMicros ?? 0), 0);
  return (
    <tr className="border-t font-medium">
      <th scope="row" className="h-7 font-medium">
        Known
      </th>
      <td className="max-md:hidden" />
      <td className={cell}>{formatMicros(sum)}</td>
      <td className={`${cell} text-faint`}>{budget > 0 && formatDollars(budget)}</td>
      <td className={cell} />
      <td className={cell} />
    </tr>
  );
}

function Outlook({ spend, today, rowsOf }: SpendTableProps) {
  const reaching = spend.lines.filter(({ reachesOn }) => reachesOn !== null);
  const used = spend.lines.filter(({ share }) => share !== null && share >= 1);
  return (
    <ul className="mt-1.5 flex flex-col gap-1 text-xs text-pretty text-muted">
      {used.map(({ workflow, label, budgetMicros, held }) => (
        <li key={workflow}>
          {label} has used its {formatDollars(budgetMicros ?? 0)} for {spend.month}.{" "}
          {held > 0 &&
            `${counted(held, "run")} ${held === 1 ? "is" : "are"} held. Their sources are stored. `}
          <TextLink href={BUDGETS}>Decide</TextLink>
        </li>
      ))}
      {reaching.map(({ workflow, label, reachesOn }) => (
        <li key={workflow}>
          {label} reaches its budget on {formatDay(reachesOn ?? today, { today })}.{" "}
          <TextLink href={BUDGETS}>Decide</TextLink>
        </li>
      ))}
      <li>
        {spend.ofTeam && "Budgets are for the whole company, not for a team. "}
        <TextLink href={rowsOf("spend")}>Runs behind it</TextLink>
      </li>
    </ul>
  );
}
