"use client";

import { type ReactNode, useRef, useState } from "react";
import { countOfReason, OtherCounts, TimesGiven } from "#components/settings/reason-list";
import { announce } from "#components/shell/live-region";
import { Button } from "#components/ui/button";
import { FormError } from "#components/ui/form-error";
import { IconButton } from "#components/ui/icon-button";
import { TextInput } from "#components/ui/text-input";
import type { RejectReason } from "#drizzle/schema/workspace";
import type { ReasonCount } from "#lib/reasons/queries";
import type { ChangeReasons } from "#lib/reasons/schema";

/** `key` tells rows apart that have no id yet. */
type Row = { key: string; id: string | null; label: string; retired: boolean };

type ReasonsEditorProps = {
  reasons: RejectReason[];
  counts: ReasonCount[];
  errors: Record<string, string>;
  pending: boolean;
  onSave: (reasons: ChangeReasons["reasons"]) => void;
  /** Beside the button: what became of the last try. */
  children: ReactNode;
};

export function ReasonsEditor({ reasons, counts, errors, pending, onSave, children }: ReasonsEditorProps) {
  const [rows, setRows] = useState<Row[]>(() => reasons.map((reason) => ({ ...reason, key: reason.id })));
  const added = useRef(0);
  const offered = rows.filter(({ retired }) => !retired);
  const retired = rows.filter((row) => row.retired);
  const change = (key: string, to: Partial<Row>) =>
    setRows((all) => all.map((row) => (row.key === key ? { ...row, ...to } : row)));

  function move(row: Row, by: 1 | -1) {
    const at = offered.indexOf(row);
    const next = offered.toSpliced(at, 1).toSpliced(at + by, 0, row);
    setRows([...next, ...retired]);
    announce(`“${row.label}” is now number ${at + by + 1}.`);
  }

  function retire(row: Row) {
    // One that was never saved was given to nobody.
    if (row.id === null) setRows((all) => all.filter(({ key }) => key !== row.key));
    else change(row.key, { retired: true });
    announce(`“${row.label}” is offered no more once you save.`);
  }

  function add() {
    added.current += 1;
    setRows([...offered, { key: `new-${added.current}`, id: null, label: "", retired: false }, ...retired]);
  }

  return (
    <form
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        onSave([...offered, ...retired].map(({ id, label, retired }) => ({ id, label, retired })));
      }}
    >
      <ol aria-label="Reasons" className="flex flex-col gap-2">
        {offered.map((row, at) => (
          <ReasonRow
            key={row.key}
            row={row}
            number={at + 1}
            count={countOfReason(counts, row.id)}
            error={errors[`reasons.${at}.label`]}
            fresh={row.id === null}
            onLabel={(label) => change(row.key, { label })}
            onUp={at > 0 ? () => move(row, -1) : undefined}
            onDown={at < offered.length - 1 ? () => move(row, 1) : undefined}
            onRetire={() => retire(row)}
          />
        ))}
      </ol>
      <FormError>{errors.reasons ?? null}</FormError>
      <span>
        <Button icon="plus" onClick={add}>
          Add a reason
        </Button>
      </span>
      <OtherCounts reasons={reasons} counts={counts} />
      <Retired rows={retired} onOffer={(row) => change(row.key, { retired: false })} />
      <div className="flex items-center gap-3">
        <Button tone="primary" type="submit" pending={pending}>
          Save the reasons
        </Button>
        {children}
      </div>
      <p className="text-xs text-muted text-pretty">
        A reviewer picks one with its number key, and can always write their own words beside it. What was
        given before keeps the words it was given in.
      </p>
    </form>
  );
}

type ReasonRowProps = {
  row: Row;
  number: number;
  count: number;
  error: string | undefined;
  fresh: boolean;
  onLabel: (label: string) => void;
  onUp?: () => void;
  onDown?: () => void;
  onRetire: () => void;
};

function ReasonRow({ row, number, count, error, fresh, onLabel, onUp, onDown, onRetire }: ReasonRowProps) {
  const name = row.label || "this reason";
  return (
    <li className="flex flex-wrap items-center gap-x-2 gap-y-1">
      <span aria-hidden className="w-4 flex-none text-right text-xs text-faint tabular-nums">
        {number}
      </span>
      <div className="min-w-40 flex-1">
        <TextInput
          label={`Reason ${number}`}
          hideLabel
          value={row.label}
          maxLength={80}
          required
          error={error}
          autoFocus={fresh && row.label === ""}
          onChange={(event) => onLabel(event.currentTarget.value)}
        />
      </div>
      <span className="w-16 text-right max-md:hidden">{!fresh && <TimesGiven count={count} />}</span>
      <span className="flex flex-none items-center gap-1">
        <span className="rotate-180">
          <IconButton
            icon="down"
            label={`Move “${name}” up`}
            aria-disabled={!onUp || undefined}
            onClick={onUp}
          />
        </span>
        <IconButton
          icon="down"
          label={`Move “${name}” down`}
          aria-disabled={!onDown || undefined}
          onClick={onDown}
        />
        <Button tone="quiet" aria-label={`Retire “${name}”`} onClick={onRetire}>
          Retire
        </Button>
      </span>
    </li>
  );
}

function Retired({ rows, onOffer }: { rows: Row[]; onOffer: (row: Row) => void }) {
  if (rows.length === 0) return null;
  return (
    <section aria-label="Retired reasons">
      <h3 className="border-b pb-1 text-xs">Retired</h3>
      <ul>
        {rows.map((row) => (
          <li key={row.key} className="flex min-h-8 items-center gap-3 border-b py-1 text-muted">
            <span className="min-w-0 flex-1 wrap-break-word">{row.label}</span>
            <Button
              size="sm"
              tone="quiet"
              aria-label={`Offer “${row.label}” again`}
              onClick={() => onOffer(row)}
            >
              Offer again
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
