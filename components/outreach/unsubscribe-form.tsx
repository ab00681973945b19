import { Button } from "#components/ui/button";

type UnsubscribeFormProps = { action: string; address: string; company: string; done: boolean };

/** One button, and what it does. Works without a script, and opening the page does nothing: mail scanners open links. */
export function UnsubscribeForm({ action, address, company, done }: UnsubscribeFormProps) {
  if (done)
    return (
      <p role="status" className="text-pretty break-words">
        {`${company} sends nothing to ${address} any more. You can close this page.`}
      </p>
    );
  return (
    <form method="post" action={action} className="flex flex-col gap-3">
      <p className="text-muted text-pretty break-words">{`Get no more mail from ${company} at ${address}?`}</p>
      <input type="hidden" name="List-Unsubscribe" value="One-Click" />
      <Button type="submit" tone="primary" size="lg" wide>
        Unsubscribe
      </Button>
    </form>
  );
}
