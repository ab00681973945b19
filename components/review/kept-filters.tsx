"use client";

import { useState } from "react";
import type { FilterVerbs } from "#components/review/verbs";
import { reach } from "#components/shell/reach";
import { Button } from "#components/ui/button";
import { IconButton } from "#components/ui/icon-button";
import { TextInput } from "#components/ui/text-input";
import type { KeptQueueFilter } from "#lib/drafts/view";

/** The filters this person keeps, to be renamed and dropped. */
export function KeptFilters({ kept, verbs }: { kept: KeptQueueFilter[]; verbs: FilterVerbs }) {
  if (kept.length === 0) return null;
  return (
    <section aria-label="Kept filters">
      <h3 className="text-xs font-medium">Kept filters</h3>
      <ul>
        {kept.map((filter) => (
          <KeptFilter key={filter.id} filter={filter} verbs={verbs} />
        ))}
      </ul>
    </section>
  );
}

function KeptFilter({ filter: { id, name }, verbs }: { filter: KeptQueueFilter; verbs: FilterVerbs }) {
  const [words, setWords] = useState(name);
  const [error, setError] = useState<string | null>(null);

  async function rename() {
    const answer = await reach(() => verbs.renameFilter({ filterId: id, name: words }));
    setError(answer.ok ? null : answer.message);
  }
  async function drop() {
    const answer = await reach(() => verbs.dropFilter({ filterId: id }));
    if (!answer.ok) setError(answer.message);
  }

  return (
    <li className="flex items-end gap-2 border-b py-2 last:border-b-0">
      <span className="min-w-0 flex-1">
        <TextInput
          label={`Name of ${name}`}
          hideLabel
          maxLength={60}
          value={words}
          error={error}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
      </span>
      {words.trim() !== name && <Button onClick={() => void rename()}>Rename</Button>}
      <IconButton icon="close" label={`Drop ${name}`} onClick={() => void drop()} />
    </li>
  );
}
