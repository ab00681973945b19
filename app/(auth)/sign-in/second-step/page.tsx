import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { CodeForm } from "#components/auth/code-form";
import { EnrolForm } from "#components/auth/enrol-form";
import { EnrolledForm } from "#components/auth/enrolled-form";
import { Door } from "#components/shell/door";
import { getOfferAtSignIn } from "#lib/second-factor/offer-second-factor";
import { checkChallenge } from "#lib/sessions/challenges";
import { systemCtx } from "#lib/web/auth";
import { findChallengeToken } from "#lib/web/enter";
import { localPath } from "#lib/web/local-path";
import { unlessRefused } from "#lib/web/refusal";
import { findCompany } from "#lib/workspace/queries";
import { enrolAction, enterByCodeAction, enterEnrolledAction } from "./actions";

export const metadata: Metadata = { title: "Second step" };

export default async function SecondStepPage({ searchParams }: PageProps<"/sign-in/second-step">) {
  const { next } = await searchParams;
  const path = localPath(typeof next === "string" ? next : null);
  const token = await findChallengeToken();
  if (!token) redirect("/sign-in");
  const ctx = await systemCtx();
  const company = (await findCompany(ctx))?.name;
  const challenge = await unlessRefused(checkChallenge(ctx, token));
  if (!challenge.ok) redirect("/sign-in?late=1");
  const { step, email } = challenge.value;
  return (
    <Door company={company}>
      {step === "code" && <CodeForm action={enterByCodeAction} next={path} email={email} />}
      {step === "enrolment" && (
        <EnrolForm
          enrol={enrolAction}
          finish={enterEnrolledAction}
          next={path}
          offer={await getOfferAtSignIn(ctx, token)}
        />
      )}
      {step === "enrolled" && <EnrolledForm action={enterEnrolledAction} next={path} />}
    </Door>
  );
}
