import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { LeavingForm } from "#components/settings/leaving-form";
import { Page } from "#components/shell/page";
import { Section } from "#components/ui/section";
import { TextLink } from "#components/ui/text-link";
import { listHeld } from "#lib/offboarding/queries";
import { canDeactivate } from "#lib/users/policy";
import { getPerson, listPeople } from "#lib/users/queries";
import { orNotFound } from "#lib/web/or-not-found";
import { requireUser } from "#lib/web/session";
import { deactivatePersonAction } from "../../actions";

export const metadata: Metadata = { title: "Leaving" };

export default async function LeavingPage({ params }: PageProps<"/settings/people/[userId]/leaving">) {
  const ctx = await requireUser();
  const person = await orNotFound(getPerson(ctx, (await params).userId));
  if (!canDeactivate(ctx.actor)) notFound();
  const [held, people] = await Promise.all([listHeld(ctx, person.id), listPeople(ctx)]);
  const heirs = people.filter(
    ({ id, role, deactivatedAt }) => id !== person.id && role !== "viewer" && !deactivatedAt,
  );
  return (
    <Page measure>
      <Section
        title={person.deactivatedAt ? `${person.name} has left` : `${person.name} leaves`}
        meta={<TextLink href={`/settings/people/${person.id}`}>Back to their page</TextLink>}
      >
        <LeavingForm
          action={deactivatePersonAction.bind(null, person.id)}
          name={person.name}
          held={held}
          people={heirs.map(({ id, name, role }) => ({ id, label: name, detail: role, person: true }))}
        />
      </Section>
    </Page>
  );
}
