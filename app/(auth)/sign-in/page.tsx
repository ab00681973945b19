import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { ProviderForm } from "#components/auth/provider-form";
import { SignInForm } from "#components/auth/sign-in-form";
import { Door } from "#components/shell/door";
import { FormError } from "#components/ui/form-error";
import { TextLink } from "#components/ui/text-link";
import { systemCtx } from "#lib/web/auth";
import { localPath } from "#lib/web/local-path";
import { providerRefusal } from "#lib/web/provider";
import { currentSession } from "#lib/web/session";
import { readSignInWays } from "#lib/web/sign-in-ways";
import { findCompany } from "#lib/workspace/queries";
import { signInAction, signInWithProviderAction } from "./actions";

export const metadata: Metadata = { title: "Sign in" };

export default async function SignInPage({ searchParams }: PageProps<"/sign-in">) {
  const { next, ended, chosen, late, refused, error } = await searchParams;
  const path = localPath(typeof next === "string" ? next : null);
  if (await currentSession()) redirect(path);
  const company = await findCompany(await systemCtx());
  if (!company)
    return (
      <Door>
        <p className="text-muted">
          Countersign isn’t set up yet. Open the one-time link that was printed where it was started. Each
          start prints a new one.
        </p>
      </Door>
    );
  const { provider, password } = readSignInWays(process.env);
  return (
    <Door company={company.name}>
      {ended && <Said>Your session is over: it ran out, or somebody ended it. Sign in to go on.</Said>}
      {chosen && <Said>Your new password is set, and every browser is signed out. Sign in with it.</Said>}
      {late && <Said>The second step took too long, or was ended. Begin again with your password.</Said>}
      {provider && (refused || error) && (
        <FormError>
          {providerRefusal(refused) ??
            `The sign-in with ${provider.name} was not finished, so nobody was signed in. Begin it again here.`}
        </FormError>
      )}
      {password && <SignInForm action={signInAction} next={path} />}
      {provider && (
        <ProviderForm action={signInWithProviderAction} name={provider.name} next={path} alone={!password} />
      )}
      {password && (
        <p>
          <TextLink href="/forgot-password">Forgot your password?</TextLink>
        </p>
      )}
    </Door>
  );
}

function Said({ children }: { children: string }) {
  return (
    <p role="status" className="mb-4 text-muted text-pretty">
      {children}
    </p>
  );
}
