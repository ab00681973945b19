import type { Metadata } from "next";
import { JoinForm } from "#components/auth/join-form";
import { SpentLink } from "#components/auth/spent-link";
import { Door } from "#components/shell/door";
import { TextLink } from "#components/ui/text-link";
import { readInvitation } from "#lib/users/accept-invitation";
import { systemCtx } from "#lib/web/auth";
import { unlessRefused } from "#lib/web/refusal";
import { readSignInWays } from "#lib/web/sign-in-ways";
import { findCompany } from "#lib/workspace/queries";
import { joinAction } from "./actions";

export const metadata: Metadata = { title: "Join" };

export default async function InvitationPage({ params }: PageProps<"/invitation/[token]">) {
  const { token } = await params;
  const ctx = await systemCtx();
  const company = (await findCompany(ctx))?.name;
  const invitation = await unlessRefused(readInvitation(ctx, token));
  if (!invitation.ok)
    return (
      <Door company={company}>
        <SpentLink message={invitation.message}>Ask whoever invited you for a new one.</SpentLink>
      </Door>
    );
  const { name, email } = invitation.value;
  const { provider, password } = readSignInWays(process.env);
  if (!password)
    return (
      <Door company={company}>
        <p className="text-muted text-pretty">
          {`You are on the roster. Sign in with ${provider?.name}, as ${email}.`}
        </p>
        <p>
          <TextLink href="/sign-in">Go to the sign-in page</TextLink>
        </p>
      </Door>
    );
  return (
    <Door company={company}>
      <h2 className="text-lg tracking-tight">Join {company}</h2>
      <JoinForm action={joinAction} token={token} name={name} email={email ?? ""} />
    </Door>
  );
}
