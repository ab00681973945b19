import type { Metadata } from "next";
import { CreateTokenDialog } from "#components/settings/create-token-dialog";
import { TokenTable } from "#components/settings/token-table";
import { Page } from "#components/shell/page";
import { Section } from "#components/ui/section";
import { TextLink } from "#components/ui/text-link";
import { scopesOf } from "#lib/tokens/policy";
import { listTokens } from "#lib/tokens/queries";
import { getCalendar } from "#lib/users/calendar";
import { requireUser } from "#lib/web/session";
import { createTokenAction, revokeTokenAction } from "./actions";

export const metadata: Metadata = { title: "API tokens" };

export default async function TokensPage() {
  const ctx = await requireUser();
  const tokens = await listTokens(ctx);
  const { timeZone } = await getCalendar(ctx);
  const clock = { now: ctx.now().getTime(), timeZone };
  const own = tokens.filter(({ userId }) => userId === ctx.actor.id);
  const others = tokens.filter(({ userId }) => userId !== ctx.actor.id);
  const create = <CreateTokenDialog action={createTokenAction} scopes={scopesOf(ctx.actor.role)} />;
  return (
    <Page>
      <Section title="Your API tokens" actions={create}>
        <p className="max-w-136 pt-3 text-muted text-pretty">
          A token lets a program act as you, as far as you allow it and your role goes: bring in sources, read
          drafts and records. Nothing can be approved, edited or sent with one. What a program can ask is
          described at <TextLink href="/api/v1/openapi.json">/api/v1/openapi.json</TextLink>. Models reach the
          same over MCP at <code className="font-mono text-xs">/api/mcp</code>.
        </p>
        {own.length > 0 && (
          <TokenTable label="Your API tokens" tokens={own} revoke={revokeTokenAction} {...clock} />
        )}
      </Section>
      {others.length > 0 && (
        <Section title="Everybody else’s" meta="Only admins see these.">
          <TokenTable label="Everybody else’s" tokens={others} revoke={revokeTokenAction} named {...clock} />
        </Section>
      )}
    </Page>
  );
}
