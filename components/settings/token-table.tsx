import { ActButton } from "#components/settings/act-button";
import { Age } from "#components/ui/age";
import { Badge } from "#components/ui/badge";
import { Day } from "#components/ui/day";
import { Cell, type Column, Table, TableRow } from "#components/ui/table";
import { localDay } from "#lib/format/dates";
import type { TokenRow } from "#lib/tokens/queries";
import type { Outcome } from "#lib/web/door";

type TokenTableProps = {
  label: string;
  tokens: TokenRow[];
  revoke: (tokenId: string) => Promise<Outcome<unknown>>;
  /** Whether to say whose each is. */
  named?: boolean;
  /** Milliseconds since 1970, and the reader's zone. */
  now: number;
  timeZone: string;
};

const columns: Column[] = [
  { label: "Name" },
  { label: "Made", width: "5rem", shown: "md" },
  { label: "Last used", width: "5.5rem", shown: "md" },
  { label: "Works until", width: "6.5rem" },
  { label: "Revoke", hideLabel: true, width: "6rem" },
];

/** API tokens with what each may do, how long it works, and the way to end it. */
export function TokenTable({ label, tokens, revoke, named, now, timeZone }: TokenTableProps) {
  return (
    <Table label={label} columns={columns}>
      {tokens.map((token) => (
        <TableRow key={token.id}>
          <Cell kind="main">
            <span className="flex flex-col py-1.5 whitespace-normal">
              <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
                {token.name}
                {named && <span className="font-normal text-muted">{token.userName}</span>}
                {token.expired && <Badge tone="warn">expired</Badge>}
              </span>
              <span className="text-xs font-normal text-muted text-pretty">{token.scopes.join(", ")}</span>
            </span>
          </Cell>
          <Cell kind="meta" shown="md">
            <Age at={token.createdAt.toISOString()} now={now} timeZone={timeZone} detail="short" />
          </Cell>
          <Cell kind="meta" shown="md">
            {token.lastUsedAt ? (
              <Age at={token.lastUsedAt.toISOString()} now={now} timeZone={timeZone} detail="short" />
            ) : (
              "never"
            )}
          </Cell>
          <Cell kind="meta">
            <Day on={localDay(token.expiresAt, timeZone)} today={localDay(new Date(now), timeZone)} />
          </Cell>
          <Cell kind="act">
            <ActButton
              act={revoke.bind(null, token.id)}
              label={`Revoke the token ${token.name}`}
              short="Revoke"
              consequence="Programs that use it are refused from their next request on. This can’t be taken back; a new token can be made."
            />
          </Cell>
        </TableRow>
      ))}
    </Table>
  );
}
