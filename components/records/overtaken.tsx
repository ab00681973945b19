import { Button } from "#components/ui/button";
import { Reason } from "#components/ui/reason";

/** What could not be done, and with what: by the time it is read, that may be gone from the page. */
export type Problem = { message: string; text: string };

/** Says it over the list it is about, until it is understood. */
export function Overtaken({ problem, onUnderstood }: { problem: Problem | null; onUnderstood: () => void }) {
  return (
    <div role="alert">
      {problem && (
        <Reason
          tone="info"
          icon="swap"
          title={problem.message}
          actions={
            <Button size="sm" onClick={onUnderstood}>
              Understood
            </Button>
          }
        >
          It was “{problem.text}”.
        </Reason>
      )}
    </div>
  );
}
