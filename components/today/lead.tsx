import { doneSentence } from "#lib/today/headline";

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
