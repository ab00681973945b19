import type { Metadata } from "next";
import { UnsubscribeForm } from "#components/outreach/unsubscribe-form";
import { Door } from "#components/shell/door";
import { readUnsubscribing } from "#lib/received/unsubscribe";
import { systemCtx } from "#lib/web/auth";
import { unlessRefused } from "#lib/web/refusal";
import { FROM_PAGE } from "#lib/web/unsubscribe-door";
import { findCompany } from "#lib/workspace/queries";

export const metadata: Metadata = { title: "Unsubscribe", robots: { index: false } };

export default async function UnsubscribePage({ params }: PageProps<"/unsubscribe/[token]">) {
  const { token } = await params;
  const ctx = await systemCtx();
  const company = (await findCompany(ctx))?.name;
  const found = await unlessRefused(readUnsubscribing(ctx, token));
  if (!found.ok)
    return (
      <Door company={company}>
        <h2 className="text-lg tracking-tight">This link is not known</h2>
        <p className="text-muted text-pretty">{found.message}</p>
      </Door>
    );
  const { address, done } = found.value;
  return (
    <Door company={company}>
      <h2 className="text-lg tracking-tight">{done ? "You are unsubscribed" : "Unsubscribe"}</h2>
      <UnsubscribeForm
        action={`/api/unsubscribe/${encodeURIComponent(token)}?${FROM_PAGE}=1`}
        address={address}
        company={company ?? "us"}
        done={done}
      />
    </Door>
  );
}
