import type { Metadata } from "next";
import { ActButton } from "#components/settings/act-button";
import { CompanyForm } from "#components/settings/company-form";
import { RetentionForm } from "#components/settings/retention-form";
import { Page } from "#components/shell/page";
import { Button } from "#components/ui/button";
import { Section } from "#components/ui/section";
import { canBackUp } from "#lib/backup/policy";
import { canSetRetention } from "#lib/custody/policy";
import { listRetention } from "#lib/custody/retention";
import { getOwnSignIn } from "#lib/second-factor/queries";
import { requireUser } from "#lib/web/session";
import { readSignInWays } from "#lib/web/sign-in-ways";
import { workflows } from "#lib/workflows/registry";
import { canChangeCompany } from "#lib/workspace/policy";
import { getCompany } from "#lib/workspace/queries";
import { changeCompanyAction, requireSecondFactorAction, setRetentionAction } from "./actions";

export const metadata: Metadata = { title: "Company" };

export default async function CompanyPage() {
  const ctx = await requireUser();
  const [company, limits] = await Promise.all([getCompany(ctx), listRetention(ctx)]);
  return (
    <Page measure>
      <Section title="Company">
        {canChangeCompany(ctx.actor) ? (
          <CompanyForm action={changeCompanyAction} company={company} />
        ) : (
          <p className="pt-3 text-muted">
            {company.name}, {company.timeZone}. Only admins change this.
          </p>
        )}
      </Section>
      {canSetRetention(ctx.actor) && (
        <Section title="How long sources are kept">
          <p className="pt-3 text-muted text-pretty">
            Counted from the day they came in. A source goes with its draft, its history and its evidence; a
            research credit needs its papers for six years after the claim.
          </p>
          {workflows.map(({ key, label }) => {
            const limit = limits.find(({ workflow }) => workflow === key);
            return (
              <RetentionForm
                key={key}
                action={setRetentionAction}
                workflow={{ key, label }}
                days={limit?.days ?? null}
                records={limit?.records ?? "keep"}
              />
            );
          })}
        </Section>
      )}
      {canChangeCompany(ctx.actor) && <SignIn required={(await getOwnSignIn(ctx)).required} />}
      {canBackUp(ctx.actor) && (
        <Section title="Backup">
          <form method="post" action="/api/backup" className="flex flex-col items-start gap-3 pt-3">
            <p className="text-muted text-pretty">
              Everything that is stored, of this moment, in one file. It also holds what is private and how
              people sign in, so keep it as you would keep a key. <code>npm run cli -- restore</code> reads it
              into an empty database of either kind.
            </p>
            <Button type="submit">Download a backup</Button>
          </form>
        </Section>
      )}
    </Page>
  );
}

function SignIn({ required }: { required: boolean }) {
  const { provider, password } = readSignInWays(process.env);
  return (
    <Section title="Sign-in" meta={wayNames(provider?.name, password)}>
      <div className="flex flex-col items-start gap-3 pt-3">
        <p className="text-muted text-pretty">
          {required
            ? "Who signs in with a password must also have a second factor."
            : "A second factor is up to each person."}
          {provider && ` ${provider.name} sees to its own: nobody is asked here who comes in through it.`}
        </p>
        <ActButton
          act={requireSecondFactorAction.bind(null, !required)}
          label={required ? "Leave second factors to each person" : "Require a second factor of everybody"}
          consequence={
            required
              ? undefined
              : "Everybody else who has none is signed out now, and sets it up at their next sign-in, before anything else."
          }
        />
      </div>
    </Section>
  );
}

function wayNames(provider: string | undefined, password: boolean): string {
  return [password && "by password", provider && `with ${provider}`].filter(Boolean).join(" and ");
}
