import { fill } from "#bench/fill";
import type { Store } from "#lib/db/store";

const PERSON = "(array['usr_ada','usr_bo','usr_dana','usr_ines'])[1 + n % 4]";
const AT = "timestamptz '2026-11-20 12:00Z' - n * interval '37 seconds'";
/** One lead of so many has a follow-up that waits for review. */
const WAITING = 20;

/**
 * Adds leads up to `count`, each with two lines in its timeline, one of two with consent and one of fifty suppressed; half
 * of them are closed, and all of a thousand came with one import. One of twenty has a draft that waits.
 */
export function seedLeads(store: Store, from: number, count: number): Promise<void> {
  return fill(store, statementsFor(`generate_series(${from + 1}, ${count}) as n`));
}

function statementsFor(numbers: string): string[] {
  const id = (prefix: string, end = "") => `'${prefix}_l${end}' || lpad(n::text, 9, '0')`;
  const waiting = `${numbers} where n % ${WAITING} = 0`;
  return [
    `insert into leads (id, name, first_name, email, address, company, title, phone, country, owner_id, stage, origin,
        external_id, amount_cents, currency, description, last_activity_at, import_id, created_by, created_at)
      select ${id("led")}, 'Dana ' || n || ' Cole', 'Dana', 'dana' || n || '@acme' || n % 997 || '.example',
        'dana' || n || '@acme' || n % 997 || '.example', 'Acme ' || n % 997, 'Buyer', '+1 416 555', 'CA', ${PERSON},
        (array['new','won','contacted','lost','connected','won','qualified','lost','proposal','lost'])[1 + n / 4 % 10],
        'Trade fair', 'R' || n, n % 90 * 100000, 'CAD', 'Asked for prices', ${AT}, 'imp_l' || n / 1000, ${PERSON}, ${AT}
      from ${numbers}`,
    `insert into lead_entries (id, lead_id, kind, at, words, by, created_at)
      select ${id("ent", "'||p||'")}, ${id("led")}, (array['imported','stage'])[p], ${AT}, 'Imported', ${PERSON}, ${AT}
      from ${numbers}, generate_series(1, 2) as p`,
    `insert into consents (id, address, basis, obtained_on, evidence, recorded_by, recorded_at)
      select ${id("cns")}, 'dana' || n || '@acme' || n % 997 || '.example', 'inquiry', (${AT})::date, 'Asked', ${PERSON}, ${AT}
      from ${numbers} where n % 2 = 0`,
    `insert into suppressions (id, value, kind, reason, added_at)
      select ${id("sup")}, 'dana' || n || '@acme' || n % 997 || '.example', 'address', 'imported', ${AT}
      from ${numbers} where n % 50 = 7`,
    `insert into sources (id, workflow, title, held_on, time_zone, author_id, visibility, lead_id, provenance, content_hash, created_at)
      select ${id("src")}, 'follow-up', 'What is known of Dana', (${AT})::date, 'America/Toronto', ${PERSON}, 'open', ${id("led")},
        '{"via":"code","format":"text"}', 'l' || n, ${AT} from ${waiting}`,
    `insert into source_versions (source_id, version, text, hash, lines, words, created_by, created_at)
      select ${id("src")}, 1, 'Name: Dana Cole', 'l' || n, 1, 3, ${PERSON}, ${AT} from ${waiting}`,
    `insert into drafts (id, workflow, title, state, current_revision, counts, lead_id, brought_by, created_at)
      select ${id("drf")}, 'follow-up', 'Prices for Dana ' || n, 'pending', 1,
        '{"kept":{"body":2},"untraced":0}', ${id("led")}, ${PERSON}, ${AT} from ${waiting}`,
    `insert into runs (id, workflow, workflow_version, writer, state, due_at, draft_id, lead_id, requested_by, created_at, ended_at)
      select ${id("run")}, 'follow-up', 1, 'rules', 'done', ${AT}, ${id("drf")}, ${id("led")}, ${PERSON}, ${AT}, ${AT} from ${waiting}`,
    `insert into run_sources (run_id, source_id, version) select ${id("run")}, ${id("src")}, 1 from ${waiting}`,
    `insert into draft_sources (draft_id, source_id, version) select ${id("drf")}, ${id("src")}, 1 from ${waiting}`,
    `insert into revisions (draft_id, number, statements, run_id, created_at)
      select ${id("drf")}, 1, '[]', ${id("run")}, ${AT} from ${waiting}`,
  ];
}
