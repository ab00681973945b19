import { LinkButton } from "#components/ui/link-button";

/** A text of a lead's timeline in full, and the way to the lead. */
export function LeadText({ leadId, text }: { leadId: string; text: string }) {
  return (
    <>
      <p className="text-muted text-pretty">It belongs to a lead. Follow-ups to them are written from it.</p>
      <div className="mt-3">
        <LinkButton href={`/leads/${leadId}`} icon="leads">
          Open the lead
        </LinkButton>
      </div>
      <div
        dir="auto"
        className="mt-4.5 rounded-lg border px-3.5 py-3 text-md text-pretty wrap-anywhere whitespace-pre-wrap"
      >
        {text}
      </div>
    </>
  );
}
