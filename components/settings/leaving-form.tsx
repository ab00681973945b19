"use client";

import { useState } from "react";
import { useFormAction } from "#components/auth/form-action";
import { RefusalText } from "#components/auth/refusal-text";
import { Button } from "#components/ui/button";
import { ConfirmDialog } from "#components/ui/confirm-dialog";
import { type Choice, Picker } from "#components/ui/picker";
import type { HandedOver } from "#lib/offboarding/deactivate-person";
import type { Split } from "#lib/offboarding/hand-over";
import type { Held, HeldKind } from "#lib/offboarding/queries";
import type { FormAction } from "#lib/web/door";

type LeavingFormProps = { action: FormAction; name: string; held: Held; people: Choice[] };

/** What somebody who leaves holds, and who takes over each kind of it. */
export function LeavingForm({ action, name, held, people }: LeavingFormProps) {
  const { outcome, refusal, pending, form } = useFormAction(action);
  const [asking, setAsking] = useState(false);
  if (outcome?.ok) return <Left name={name} handed={outcome.value as HandedOver} />;
  return (
    <form {...form} id="leaving" className="flex flex-col gap-5 pt-3">
      <p className="text-muted text-pretty">
        Whoever takes over gets only what they may see; the rest is nobody’s until somebody takes it.
      </p>
      {kindsOf(held).map((kind) => (
        <Kind key={kind.name} {...kind} people={people} />
      ))}
      <PrivateSources count={held.privateSources} people={people} />
      <RefusalText refusal={refusal} />
      <div>
        <Button tone="primary" pending={pending} onClick={() => setAsking(true)}>
          {`Deactivate ${name}`}
        </Button>
      </div>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={`Deactivate ${name}?`}
        confirm={`Deactivate ${name}`}
        onConfirm={() => {
          setAsking(false);
          document.querySelector<HTMLFormElement>("#leaving")?.requestSubmit();
        }}
        pending={pending}
      >
        Every browser they are signed in with is signed out at once, their API tokens and calendar link end,
        and they can’t be named as an owner any more. What you gave to somebody is theirs from then on; what
        you left with nobody stays without an owner. What they did stays. You can take them back later; what
        was handed over stays where it is.
      </ConfirmDialog>
    </form>
  );
}

type KindProps = { name: string; title: string; empty: string; held: HeldKind; nothing: string };

function kindsOf({ drafts, actions, questions, blockers, teams, leads }: Held): KindProps[] {
  return [
    {
      name: "drafts",
      title: "Drafts that wait for their review",
      empty: "No draft of theirs waits.",
      held: drafts,
      nothing: "Leave them to leaders and attendees",
    },
    {
      name: "actions",
      title: "Open actions",
      empty: "They have nothing left to do.",
      held: actions,
      nothing: "Leave them to nobody",
    },
    {
      name: "questions",
      title: "Questions they decide",
      empty: "They have nothing left to decide.",
      held: questions,
      nothing: "Leave them to nobody",
    },
    {
      name: "blockers",
      title: "Blockers they unblock",
      empty: "They have nothing to get out of the way.",
      held: blockers,
      nothing: "Leave them to nobody",
    },
    {
      name: "leads",
      title: "Leads",
      empty: "They own no lead.",
      held: leads,
      nothing: "Leave them to nobody",
    },
    { name: "teams", title: "Teams they lead", empty: "They lead no team.", held: teams, nothing: "No lead" },
  ];
}

function Kind({ name, title, empty, held, nothing, people }: KindProps & { people: Choice[] }) {
  const [chosen, setChosen] = useState<string | null>(null);
  const more = held.count - held.hidden - held.named.length;
  return (
    <section className="flex flex-col gap-1.5" aria-labelledby={`leaving-${name}`}>
      <h3 id={`leaving-${name}`}>
        {title} <span className="font-normal text-faint">{held.count}</span>
      </h3>
      {held.count === 0 ? (
        <p className="text-muted">{empty}</p>
      ) : (
        <>
          <ul className="text-muted">
            {held.named.map((one) => (
              <li key={one.id} className="truncate">
                {one.name}
              </li>
            ))}
            {more > 0 && <li className="text-faint">and {more} more</li>}
            {held.hidden > 0 && <li className="text-faint">{hiddenSentence(held.hidden)}</li>}
          </ul>
          <HeirPicker name={name} title={title} {...{ people, chosen, setChosen, nothing }} />
        </>
      )}
    </section>
  );
}

function PrivateSources({ count, people }: { count: number; people: Choice[] }) {
  const [chosen, setChosen] = useState<string | null>(null);
  const title = "Private sources";
  return (
    <section className="flex flex-col gap-1.5" aria-labelledby="leaving-private">
      <h3 id="leaving-private">
        {title} <span className="font-normal text-faint">{count}</span>
      </h3>
      <p className="text-muted text-pretty">
        {count === 0
          ? "They keep nothing private."
          : "Nobody else sees these, nor what came of them. They stay so, unless you name the person who may: the log says that you did."}
      </p>
      {count > 0 && (
        <HeirPicker
          name="privateSources"
          {...{ title, people, chosen, setChosen }}
          nothing="Stay private to nobody"
        />
      )}
    </section>
  );
}

type HeirPickerProps = {
  name: string;
  title: string;
  people: Choice[];
  chosen: string | null;
  setChosen: (id: string | null) => void;
  nothing: string;
};

function HeirPicker({ name, title, people, chosen, setChosen, nothing }: HeirPickerProps) {
  return (
    <div className="flex max-w-112 items-end gap-2">
      <div className="min-w-0 flex-1">
        <Picker
          label={`${title}: who takes over`}
          hideLabel
          name={name}
          choices={people}
          value={chosen}
          onChange={setChosen}
          nothing={nothing}
        />
      </div>
      {chosen && (
        <Button tone="quiet" onClick={() => setChosen(null)}>
          Nobody
        </Button>
      )}
    </div>
  );
}

function Left({ name, handed }: { name: string; handed: HandedOver }) {
  const said = [
    countOf(handed.teams, "team has", "teams have", "another lead or none"),
    countOf(
      handed.drafts,
      "source with a waiting draft has",
      "sources with waiting drafts have",
      "a new keeper",
    ),
    countOf(handed.privateSources, "private source has", "private sources have", "a new keeper"),
    ...splitOf(handed.actions, "action"),
    ...splitOf(handed.questions, "question"),
    ...splitOf(handed.blockers, "blocker"),
    ...splitOf(handed.leads, "lead"),
  ].filter(Boolean);
  return (
    <div role="status" className="flex flex-col gap-1 pt-3">
      <p>{name} is deactivated and signed out everywhere.</p>
      {said.length > 0 && <p className="text-muted text-pretty">{said.join(" ")}</p>}
    </div>
  );
}

function countOf(count: number, one: string, many: string, rest: string): string {
  return count === 0 ? "" : `${count} ${count === 1 ? one : many} ${rest}.`;
}

function splitOf({ given, left }: Split, noun: string): string[] {
  return [
    countOf(given, `${noun} was`, `${noun}s were`, "handed over"),
    countOf(left, `${noun} is`, `${noun}s are`, "nobody’s now"),
  ];
}

function hiddenSentence(hidden: number): string {
  return `${hidden} ${hidden === 1 ? "comes" : "come"} from sources that you may not see`;
}
