"use client";

import { useId, useState } from "react";
import { useDesk } from "#components/review/desk-context";
import { Dialog } from "#components/ui/dialog";
import { FormError } from "#components/ui/form-error";
import { FormFoot } from "#components/ui/form-foot";
import { TextArea } from "#components/ui/text-area";
import type { Statement } from "#lib/grounding/statement";

export type ReshapeDialogProps = {
  statement: Statement;
  onClose: () => void;
  onSplit: (texts: [string, string]) => void;
  onJoin: (withId: string, text: string) => void;
};

const MOST = 1000;

/** Makes a statement two, or it and its neighbour one. Every quote stays with what was written from it. */
export function ReshapeDialog(props: ReshapeDialogProps) {
  const { statements } = useDesk();
  const { statement, onClose } = props;
  const inSection = statements.filter(({ section }) => section === statement.section);
  const at = inSection.findIndex(({ id }) => id === statement.id);
  const neighbours = [inSection[at + 1], inSection[at - 1]].filter((one) => one !== undefined);
  const [way, setWay] = useState<string>(neighbours[0]?.id ?? "split");
  const ways = [
    ...neighbours.map((one) => ({ value: one.id, label: `Merge it with “${shortOf(one.text)}”` })),
    { value: "split", label: "Split it in two" },
  ];
  const neighbour = neighbours.find(({ id }) => id === way);
  const formId = useId();
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title="Merge or split this statement"
      foot={
        <FormFoot form={formId} onCancel={onClose}>
          {neighbour ? "Merge the two" : "Split it"}
        </FormFoot>
      }
    >
      <fieldset className="mb-3 flex flex-col">
        <legend className="mb-1 text-xs font-medium">“{shortOf(statement.text)}”</legend>
        {ways.map(({ value, label }) => (
          <label key={value} className="flex min-h-7 items-center gap-2 pointer-coarse:min-h-(--size-touch)">
            <input
              type="radio"
              name="way"
              checked={way === value}
              onChange={() => setWay(value)}
              className="size-4 flex-none accent-accent"
            />
            <span className="min-w-0 wrap-anywhere">{label}</span>
          </label>
        ))}
      </fieldset>
      {neighbour ? (
        <JoinForm
          key={neighbour.id}
          formId={formId}
          texts={inOrder(statement, neighbour, inSection)}
          onJoin={(text) => props.onJoin(neighbour.id, text)}
        />
      ) : (
        <SplitForm formId={formId} text={statement.text} onSplit={props.onSplit} />
      )}
    </Dialog>
  );
}

type JoinFormProps = { formId: string; texts: [string, string]; onJoin: (text: string) => void };

function JoinForm({ formId, texts, onJoin }: JoinFormProps) {
  const [text, setText] = useState(() => joined(texts));
  const [error, setError] = useState<string | null>(null);
  return (
    <form
      id={formId}
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim()) onJoin(text.trim());
        else setError("A statement needs words.");
      }}
    >
      <TextArea
        label="What it says then"
        help="It keeps the quotes of both, and the first one’s person and date."
        maxLength={MOST}
        value={text}
        error={error}
        onChange={(event) => setText(event.currentTarget.value.replace(/\n/g, " "))}
      />
    </form>
  );
}

type SplitFormProps = { formId: string; text: string; onSplit: (texts: [string, string]) => void };

function SplitForm({ formId, text, onSplit }: SplitFormProps) {
  const [texts, setTexts] = useState(() => halvesOf(text));
  const [error, setError] = useState<string | null>(null);
  const [first, second] = texts.map((one) => one.trim()) as [string, string];
  return (
    <form
      id={formId}
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        if (first && second) onSplit([first, second]);
        else setError("Both need words.");
      }}
    >
      {(["The first says", "The second says"] as const).map((label, at) => (
        <TextArea
          key={label}
          label={label}
          maxLength={MOST}
          value={texts[at]}
          onChange={(event) => {
            const words = event.currentTarget.value.replace(/\n/g, " ");
            setTexts(([one, other]) => (at === 0 ? [words, other] : [one, words]));
          }}
        />
      ))}
      <p className="text-xs text-muted">Both keep the quote, the person and the date.</p>
      <FormError>{error}</FormError>
    </form>
  );
}

function inOrder(one: Statement, other: Statement, all: Statement[]): [string, string] {
  return all.indexOf(one) < all.indexOf(other) ? [one.text, other.text] : [other.text, one.text];
}

function joined([first, second]: [string, string]): string {
  return `${first.replace(/[.;\s]+$/, "")}; ${second}`.slice(0, MOST);
}

/** Where most people would cut: at a semicolon, a full stop or an “and”; else in the middle. */
function halvesOf(text: string): [string, string] {
  const cut = /;\s+|\.\s+|,?\s+and\s+/u.exec(text);
  if (cut) return [text.slice(0, cut.index), text.slice(cut.index + cut[0].length)];
  const middle = text.indexOf(" ", text.length / 2);
  return middle === -1 ? [text, ""] : [text.slice(0, middle), text.slice(middle + 1)];
}

function shortOf(text: string): string {
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
