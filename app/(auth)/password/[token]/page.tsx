import type { Metadata } from "next";
import { ChoosePasswordForm } from "#components/auth/choose-password-form";
import { SpentLink } from "#components/auth/spent-link";
import { Door } from "#components/shell/door";
import { readPasswordLink } from "#lib/users/choose-password";
import { systemCtx } from "#lib/web/auth";
import { unlessRefused } from "#lib/web/refusal";
import { findCompany } from "#lib/workspace/queries";
import { choosePasswordAction } from "./actions";

export const metadata: Metadata = { title: "New password" };

export default async function PasswordPage({ params }: PageProps<"/password/[token]">) {
  const { token } = await params;
  const ctx = await systemCtx();
  const company = (await findCompany(ctx))?.name;
  const link = await unlessRefused(readPasswordLink(ctx, token));
  if (!link.ok)
    return (
      <Door company={company}>
        <SpentLink message={link.message}>
          Ask for a new one at the sign-in, or ask whoever sent you this one.
        </SpentLink>
      </Door>
    );
  const { name, email } = link.value;
  return (
    <Door company={company}>
      <div>
        <h2 className="text-lg tracking-tight">A new password for {name}</h2>
        <p className="mt-1 text-muted text-pretty">
          Every browser that is signed in as {name} is signed out when you choose it.
        </p>
      </div>
      <ChoosePasswordForm action={choosePasswordAction} token={token} email={email ?? ""} />
    </Door>
  );
}
