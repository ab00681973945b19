import { LinkButton } from "#components/ui/link-button";
import { Reason } from "#components/ui/reason";

/** What is to be done on the page of deliveries: each that is unknown or failed waits for a person's word. */
export function UnsettledBand({ unknown, failed }: { unknown: number; failed: number }) {
  if (unknown + failed === 0) return null;
  return (
    <Reason
      tone="warn"
      title={[unknown && unknownWords(unknown), failed && failedWords(failed)].filter(Boolean).join(" ")}
      actions={
        <>
          {unknown > 0 && show("unknown", "Show what is unknown")}
          {failed > 0 && show("failed", "Show what failed")}
        </>
      }
    >
      Nothing is repeated on its own. Open each, and say what becomes of it.
    </Reason>
  );
}

function unknownWords(count: number): string {
  return count === 1 ? "We don’t know if one of these left." : `We don’t know if ${count} of these left.`;
}

function failedWords(count: number): string {
  return count === 1 ? "One did not leave." : `${count} did not leave.`;
}

function show(state: string, label: string) {
  return (
    <LinkButton size="sm" href={`/deliveries?state=${state}`}>
      {label}
    </LinkButton>
  );
}
