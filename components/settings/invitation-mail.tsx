import { Check } from "#components/ui/check";

/** Whether an invitation is mailed, or its link shown to be handed on. */
export function MailsLink() {
  return <Check label="Mail them the link; nobody else sees it" name="mails" defaultChecked />;
}

/** What is said after an invitation was asked for by mail. */
export function OnItsWay({ to }: { to: string }) {
  return (
    <p role="status" className="text-pretty">
      An invitation is on its way to {to}. It works once, for 7 days. Under Settings, Mail, an admin sees what
      became of it.
    </p>
  );
}
