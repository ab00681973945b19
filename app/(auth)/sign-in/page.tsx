import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { SignInForm } from "#components/auth/sign-in-form";
import { Door } from "#components/shell/door";
import { systemCtx } from "#lib/web/auth";
import { localPath } from "#lib/web/local-path";
import { currentSession } from "#lib/web/session";
import { findCompany } from "#lib/workspace/queries";
import { signInAction } from "./actions";

export const metadata: Metadata = { title: "Sign in" };

export default async function SignInPage({ searchParams }: PageProps<"/sign-in">) {
  const { next, ended } = await searchParams;
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
  return (
    <Door company={company.name}>
      {ended && (
        <p role="status" className="mb-4 text-muted text-pretty">
          Your session is over: it ran out, or somebody ended it. Sign in to go on.
        </p>
      )}
      <SignInForm action={signInAction} next={path} />
    </Door>
  );
}
