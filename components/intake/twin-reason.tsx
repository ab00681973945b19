import { Button } from "#components/ui/button";
import { LinkButton } from "#components/ui/link-button";
import { Reason } from "#components/ui/reason";

/** The source that somebody else made of the same text. */
export type Twin = { sourceId: string; title: string; by: string };

/** Says that somebody else stored the same text, and leaves the choice. */
export function TwinReason({ twin, onAgain }: { twin: Twin; onAgain: () => void }) {
  return (
    <div role="alert" className="mt-3">
      <Reason
        tone="info"
        title={`${twin.by} stored the same text.`}
        actions={
          <>
            <LinkButton href={`/sources/${twin.sourceId}`} size="sm">
              Open theirs
            </LinkButton>
            <Button size="sm" tone="quiet" onClick={onAgain}>
              Store it anyway
            </Button>
          </>
        }
      >
        It is called “{twin.title}”. A second draft of it would ask for the same decisions twice.
      </Reason>
    </div>
  );
}
