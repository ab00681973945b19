import type { Metadata } from "next";
import { ActButton } from "#components/settings/act-button";
import { Page } from "#components/shell/page";
import { Age } from "#components/ui/age";
import { Badge } from "#components/ui/badge";
import { Section } from "#components/ui/section";
import { Cell, type Column, Table, TableRow } from "#components/ui/table";
import { listSessions } from "#lib/sessions/queries";
import { getCalendar } from "#lib/users/calendar";
import { getPerson } from "#lib/users/queries";
import { orNotFound } from "#lib/web/or-not-found";
import { currentSession, requireUser } from "#lib/web/session";
import { revokeSessionAction } from "./actions";

export const metadata: Metadata = { title: "Sessions" };

const columns: Column[] = [
  { label: "Device" },
  { label: "Address", width: "10rem", shown: "md" },
  { label: "Signed in", width: "6rem", shown: "md" },
  { label: "Last seen", width: "4.5rem" },
  { label: "End", hideLabel: true, width: "5.5rem" },
];

export default async function SessionsPage({ searchParams }: PageProps<"/settings/sessions">) {
  const ctx = await requireUser();
  const { person: asked } = await searchParams;
  const userId = typeof asked === "string" ? asked : ctx.actor.id;
  const rows = await orNotFound(listSessions(ctx, userId));
  const own = await currentSession();
  const { timeZone } = await getCalendar(ctx);
  const now = ctx.now().getTime();
  const title = userId === ctx.actor.id ? "Where you are signed in" : (await getPerson(ctx, userId)).name;
  return (
    <Page>
      <Section title={title} meta="A session ends 30 days after it was last used, or here at once.">
        {rows.length === 0 ? (
          <p className="pt-3 text-muted">No browser is signed in.</p>
        ) : (
          <Table label={title} columns={columns}>
            {rows.map((row) => (
              <TableRow key={row.id}>
                <Cell kind="main">
                  <span className="flex items-center gap-x-2 gap-y-1 max-md:flex-wrap max-md:py-1.5">
                    <span className="whitespace-normal md:truncate">{row.device}</span>
                    {row.id === own?.id && <Badge tone="accent">this one</Badge>}
                  </span>
                </Cell>
                <Cell kind="meta" shown="md">
                  {row.address ?? "unknown"}
                </Cell>
                <Cell kind="meta" shown="md">
                  <Age at={row.createdAt.toISOString()} now={now} timeZone={timeZone} detail="short" />
                </Cell>
                <Cell kind="meta">
                  <Age at={row.lastSeenAt.toISOString()} now={now} timeZone={timeZone} detail="short" />
                </Cell>
                <Cell kind="act">
                  <ActButton
                    act={revokeSessionAction.bind(null, row.id)}
                    label={`End the session ${row.device}`}
                    short="End"
                  />
                </Cell>
              </TableRow>
            ))}
          </Table>
        )}
      </Section>
    </Page>
  );
}
