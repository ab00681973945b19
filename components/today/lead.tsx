import { formatCount } from "#lib/format/count";

type LeadProps = {
  /** What needs this person, as one sentence. */
  sentence: string;
  own: { decided: number; unedited: number };
};

/** The first line of Today, and at its right what was done. */
export function Lead({ sentence, own }: LeadProps) {
  return (
    <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1 px-4 pt-3.5 pb-3 md:px-6">
      <p className="text-lg font-medium tracking-tight text-pretty">{sentence}</p>
      {own.decided > 0 && <p className="ml-auto text-xs text-muted max-md:ml-0">{doneSentence(own)}</p>}
    </div>
  );
}

/** "You decided 31 drafts in the last seven days, 22 of them unedited." */
export function doneSentence({ decided, unedited }: { decided: number; unedited: number }): string {
  const drafts = decided === 1 ? "one draft" : `${formatCount(decided)} drafts`;
  const how =
    unedited === 0
      ? ""
      : decided === 1
        ? ", unedited"
        : `, ${unedited === decided ? "all" : unedited} of them unedited`;
  return `You decided ${drafts} in the last seven days${how}.`;
}
