import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { PagedList } from "#components/records/paged-list";
import { RecordFrame } from "#components/records/record-frame";
import { TopBar } from "#components/shell/top-bar";
import { FigureRowList } from "#components/today/figure-row-list";
import { FIGURE_WORDS } from "#components/today/figure-words";
import { EmptyState } from "#components/ui/empty-state";
import { LinkButton } from "#components/ui/link-button";
import { periodTitle } from "#lib/figures/period";
import { canSeeFigures } from "#lib/figures/policy";
import { listFigureRows } from "#lib/figures/row-queries";
import { FIGURES } from "#lib/figures/schema";
import { addressOf } from "#lib/format/address";
import { counted } from "#lib/format/count";
import { formatMicros } from "#lib/format/money";
import { AddressWord } from "#lib/inputs/address";
import { getCalendar } from "#lib/users/calendar";
import { unlessRefused } from "#lib/web/refusal";
import { requireUser } from "#lib/web/session";

export const metadata: Metadata = { title: "Behind the figure" };

const Address = z.object({
  of: z.enum(FIGURES).catch("decided"),
  period: z.enum(["week", "month", "quarter"]).catch("week"),
  ago: z.enum(["0", "1"]).catch("0"),
  team: AddressWord,
  who: AddressWord,
  workflow: AddressWord,
  cursor: AddressWord,
});

export default async function FiguresPage({ searchParams }: PageProps<"/figures">) {
  const ctx = await requireUser();
  if (!canSeeFigures(ctx.actor)) notFound();
  const { of, period, ago, team, who, workflow, cursor } = Address.parse(await searchParams);
  const calendar = await getCalendar(ctx);
  const asked = { of, period, ago: ago === "1" ? 1 : 0, teamId: team || undefined, who, workflow } as const;
  const list = await unlessRefused(listFigureRows(ctx, { ...asked, cursor }, calendar));
  const days = { period: period === "week" ? null : period, ago: ago === "1" ? "1" : null, team };
  const { title, one } = FIGURE_WORDS[of];
  return (
    <>
      <TopBar title={title} within={{ href: addressOf("/", days), label: "Today" }} />
      <RecordFrame
        filters={
          list.ok && (
            <p className="text-muted">
              <b className="font-medium text-ink">{counted(list.value.count, one)}</b>
              {of === "spend" && `, ${formatMicros(list.value.micros)} known`},{" "}
              {periodTitle({ kind: "week", ago: 0, ...list.value })}
            </p>
          )
        }
      >
        <PagedList
          list={list.ok ? { ok: true, value: list.value.page } : list}
          path="/figures"
          filters={{ ...days, of, who, workflow }}
          cursor={cursor}
          empty={
            <EmptyState
              title="Nothing is behind this figure"
              actions={<LinkButton href={addressOf("/", days)}>Back to Today</LinkButton>}
            >
              Nothing of it happened in these days, or nothing that is shared with you.
            </EmptyState>
          }
        >
          {(rows) => <FigureRowList label={title} rows={rows} calendar={calendar} />}
        </PagedList>
      </RecordFrame>
    </>
  );
}
