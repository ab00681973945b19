import type { Metadata } from "next";
import { SetupForm } from "#components/auth/setup-form";
import { SpentLink } from "#components/auth/spent-link";
import { Door } from "#components/shell/door";
import { checkLink } from "#lib/sessions/one-time-links";
import { systemCtx } from "#lib/web/auth";
import { unlessRefused } from "#lib/web/refusal";
import { findCompany } from "#lib/workspace/queries";
import { setUpAction } from "./actions";

export const metadata: Metadata = { title: "Set up" };

export default async function SetupPage({ params }: PageProps<"/setup/[token]">) {
  const { token } = await params;
  const ctx = await systemCtx();
  const link = await unlessRefused(checkLink(ctx, "setup", token));
  if (!link.ok)
    return (
      <Door>
        <SpentLink message={link.message}>
          {(await findCompany(ctx))
            ? "Countersign is set up. Who has an account signs in; everybody else is invited by an admin."
            : "Restart Countersign: as long as there is no admin, each start prints a new link."}
        </SpentLink>
      </Door>
    );
  const writer =
    ctx.llm.writer === "claude" ? `${ctx.llm.model} at ${ctx.llm.host}` : "rules until a key is set";
  return (
    <Door wide>
      <div>
        <h2 className="text-lg tracking-tight">Set up Countersign</h2>
        <p className="mt-1 text-muted">Two steps; the rest waits in Settings.</p>
      </div>
      <SetupForm action={setUpAction} token={token} writer={writer} />
      <p className="text-xs text-faint">
        To look around a company full of drafts first, run <code className="font-mono">npm run sample</code>{" "}
        instead.
      </p>
    </Door>
  );
}
