import { FormError } from "#components/ui/form-error";
import type { Refusal } from "#lib/web/refusal";

/** What a form could not do, unless the fields say it already. */
export function RefusalText({ refusal }: { refusal: Refusal | null }) {
  if (!refusal || refusal.fields) return null;
  return (
    <FormError>
      <Words {...refusal} />
    </FormError>
  );
}

function Words({ message, requestId }: Refusal) {
  if (!requestId) return message;
  return (
    <>
      {message} <code className="font-mono whitespace-nowrap">{requestId}</code>
    </>
  );
}
