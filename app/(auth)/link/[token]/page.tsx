import type { Metadata } from "next";
import { LinkForm } from "#components/auth/link-form";
import { SpentLink } from "#components/auth/spent-link";
import { Door } from "#components/shell/door";
import { checkLink } from "#lib/sessions/one-time-links";
import { systemCtx } from "#lib/web/auth";
import { unlessRefused } from "#lib/web/refusal";
import { findCompany } from "#lib/workspace/queries";
import { enterByLinkAction } from "./actions";

export const metadata: Metadata = { title: "Sign in" };

export default async function LinkPage({ params }: PageProps<"/link/[token]">) {
  const { token } = await params;
  const ctx = await systemCtx();
  const company = (await findCompany(ctx))?.name;
  const link = await unlessRefused(checkLink(ctx, "sign_in", token));
  if (!link.ok)
    return (
      <Door company={company}>
        <SpentLink message={link.message}>Each start of the sample company prints a new one.</SpentLink>
      </Door>
    );
  return (
    <Door company={company}>
      <LinkForm action={enterByLinkAction} token={token} />
    </Door>
  );
}
