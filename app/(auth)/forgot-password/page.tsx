import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ForgotForm } from "#components/auth/forgot-form";
import { Door } from "#components/shell/door";
import { TextLink } from "#components/ui/text-link";
import { systemCtx } from "#lib/web/auth";
import { readSignInWays } from "#lib/web/sign-in-ways";
import { findCompany } from "#lib/workspace/queries";
import { askForPasswordAction } from "./actions";

export const metadata: Metadata = { title: "Forgot your password" };

export default async function ForgotPasswordPage() {
  if (!readSignInWays(process.env).password) notFound();
  const ctx = await systemCtx();
  const company = await findCompany(ctx);
  return (
    <Door company={company?.name}>
      <h2 className="text-lg tracking-tight">Choose a new password</h2>
      {ctx.channels.smtp ? (
        <ForgotForm action={askForPasswordAction} />
      ) : (
        <p className="text-muted text-pretty">
          Countersign sends no mail here. An admin can make you a link: under Settings, People, your name,
          Take the password away.
        </p>
      )}
      <p>
        <TextLink href="/sign-in">Back to the sign-in</TextLink>
      </p>
    </Door>
  );
}
