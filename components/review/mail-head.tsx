"use client";

import type { ReactNode } from "react";
import { useDesk } from "#components/review/desk-context";
import { SubjectChoices } from "#components/review/subject-choices";
import { Hidden } from "#components/ui/hidden";
import { Icon } from "#components/ui/icon";
import { PageLink } from "#components/ui/page-link";
import type { DeskMail } from "#lib/outreach/mail-view";

/** To whom, from whom and about what: who it is to is what the lead has, and nothing on this page changes it. */
export function MailHead() {
  const { draft } = useDesk();
  const { mail } = draft;
  return (
    <div className="border-b px-5 py-3 max-md:px-4">
      {mail && (
        <dl className="grid grid-cols-[3.5rem_minmax(0,1fr)] gap-x-2 gap-y-1">
          <Line label="To">
            <PageLink href={`/leads/${mail.leadId}`} className="font-medium hover:underline">
              {mail.to.name}
            </PageLink>
            <span className="min-w-0 wrap-break-word text-muted">{mail.to.address ?? "no address"}</span>
            <span className="flex text-faint">
              <Icon name="lock" size="sm" />
              <Hidden>, as the lead has it</Hidden>
            </span>
          </Line>
          <Line label="From">
            <span>{mail.from.name}</span>
            <span className="min-w-0 wrap-break-word text-muted">{fromWords(mail)}</span>
          </Line>
          <dt className="pt-0.5 text-muted">Subject</dt>
          <dd className="min-w-0">
            <SubjectChoices mail={mail} />
          </dd>
        </dl>
      )}
    </div>
  );
}

function fromWords({ from, keptOnly, parent }: DeskMail): string {
  const where = keptOnly ? "no mailbox yet, kept as a file" : from.address;
  return parent?.isTheirs ? `${where}, answers their last mail` : where;
}

function Line({ label, children }: { label: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-muted">{label}</dt>
      <dd className="flex min-w-0 flex-wrap items-center gap-x-1.5">{children}</dd>
    </>
  );
}
