"use client";

import { useState } from "react";
import { CodeInput } from "#components/auth/code-form";
import { useFormAction } from "#components/auth/form-action";
import { OfferedSecret } from "#components/auth/offered-secret";
import { RecoveryCodes } from "#components/auth/recovery-codes";
import { RefusalText } from "#components/auth/refusal-text";
import { CurrentPassword } from "#components/settings/current-password";
import { Button } from "#components/ui/button";
import { SubmitButton } from "#components/ui/submit-button";
import type { Offer } from "#lib/second-factor/offer-second-factor";
import type { OwnSignIn } from "#lib/second-factor/queries";
import type { FormAction } from "#lib/web/door";

type SecondFactorProps = {
  own: OwnSignIn;
  /** A secret to set up with, where there is no second factor yet. */
  offer: Offer | null;
  turnOn: FormAction;
  turnOff: FormAction;
  replaceCodes: FormAction;
};

/** One's own second factor: setting it up, its recovery codes, turning it off. */
export function SecondFactor({ own, offer, turnOn, turnOff, replaceCodes }: SecondFactorProps) {
  // Above both halves, because turning it on replaces the one by the other while the codes must stay to be read.
  const [codes, setCodes] = useState<string[] | null>(null);
  if (codes)
    return (
      <div className="flex flex-col items-start gap-4 pt-3">
        <RecoveryCodes codes={codes} />
        <Button onClick={() => setCodes(null)}>I kept them</Button>
      </div>
    );
  if (own.since)
    return <TurnedOn own={own} turnOff={turnOff} replaceCodes={replaceCodes} onCodes={setCodes} />;
  return offer && <TurnedOff offer={offer} turnOn={turnOn} onCodes={setCodes} />;
}

type OnCodes = (codes: string[]) => void;

function TurnedOff({ offer, turnOn, onCodes }: { offer: Offer; turnOn: FormAction; onCodes: OnCodes }) {
  const [first, setFirst] = useState<Offer | null>(null);
  const { refusal, pending, form } = useFormAction(telling(turnOn, onCodes));
  if (!first)
    return (
      <div className="flex flex-col items-start gap-3 pt-3">
        <p className="text-muted text-pretty">
          With a second factor, your password alone signs nobody in: it also takes a code from your phone.
        </p>
        <Button onClick={() => setFirst(offer)}>Set up a second factor</Button>
      </div>
    );
  return (
    <form {...form} className="flex max-w-112 flex-col items-start gap-3 pt-3">
      <OfferedSecret offer={first} />
      <div className="flex w-full flex-col gap-3">
        <CodeInput first error={refusal?.fields?.code} />
        <CurrentPassword error={refusal?.fields?.current} />
      </div>
      <RefusalText refusal={refusal} />
      <div className="flex items-center gap-2">
        <SubmitButton tone="default" pending={pending} pendingLabel="Turning on">
          Turn the second factor on
        </SubmitButton>
        <Button tone="quiet" onClick={() => setFirst(null)}>
          Cancel
        </Button>
      </div>
    </form>
  );
}

type TurnedOnProps = Pick<SecondFactorProps, "own" | "turnOff" | "replaceCodes"> & { onCodes: OnCodes };

function TurnedOn({ own, turnOff, replaceCodes, onCodes }: TurnedOnProps) {
  const [wanted, setWanted] = useState<"codes" | "off" | null>(null);
  return (
    <div className="flex flex-col items-start gap-3 pt-3">
      <p className="text-muted text-pretty">
        Signing in takes your password and a code. {leftSentence(own.codesLeft)}
        {own.required && " Your company asks everybody for a second factor, so it stays on."}
      </p>
      {wanted === null && (
        <div className="flex flex-wrap gap-2">
          <Button onClick={() => setWanted("codes")}>Make new recovery codes</Button>
          {!own.required && <Button onClick={() => setWanted("off")}>Turn the second factor off</Button>}
        </div>
      )}
      {wanted === "codes" && (
        <Proof
          action={telling(replaceCodes, onCodes)}
          verb="Make new recovery codes"
          note="The ones you have stop working."
          onCancel={() => setWanted(null)}
        />
      )}
      {wanted === "off" && (
        <Proof
          action={turnOff}
          verb="Turn the second factor off"
          note="Your password alone then signs you in. All your other sessions end."
          onCancel={() => setWanted(null)}
        />
      )}
    </div>
  );
}

type ProofProps = { action: FormAction; verb: string; note: string; onCancel: () => void };

/** Password and code once more, before anything about the second factor changes. */
function Proof({ action, verb, note, onCancel }: ProofProps) {
  const { refusal, pending, form } = useFormAction(action);
  return (
    <form {...form} className="flex w-full max-w-112 flex-col gap-3">
      <p className="text-muted">{note}</p>
      <CurrentPassword error={refusal?.fields?.current} />
      <CodeInput error={refusal?.fields?.code} />
      <RefusalText refusal={refusal} />
      <div className="flex items-center gap-2">
        <SubmitButton tone="default" pending={pending}>
          {verb}
        </SubmitButton>
        <Button tone="quiet" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </form>
  );
}

/** The same action, which also hands on the recovery codes it answers with. */
function telling(action: FormAction, onCodes: OnCodes): FormAction {
  return async (before, form) => {
    const outcome = await action(before, form);
    if (outcome.ok) onCodes((outcome.value as { codes: string[] }).codes);
    return outcome;
  };
}

function leftSentence(codes: number): string {
  if (codes === 0) return "No recovery code is left: make new ones.";
  return `${codes} of 10 recovery codes ${codes === 1 ? "is" : "are"} left.`;
}
