import { FormError } from "#components/ui/form-error";
import type { Refusal } from "#lib/web/refusal";

/** What a form could not do, unless the fields say it already. */
export function RefusalText({ refusal }: { refusal: Refusal | null }) {
  const said = refusal && !refusal.fields;
  return (
    <FormError>
      {said && refusal.message}
      {said && refusal.requestId && (
        <>
          {" "}
          <code className="font-mono whitespace-nowrap">{refusal.requestId}</code>
        </>
      )}
    </FormError>
  );
}
