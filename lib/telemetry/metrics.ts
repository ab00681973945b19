import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";

/** The figures of one process, in Prometheus's terms. */
export type Metrics = ReturnType<typeof makeMetrics>;

// Next loads modules a second time for its own half of the process; the figures are the same ones.
const held = globalThis as typeof globalThis & { countersignMetrics?: Metrics };

/** The figures of this process, counted from its start. */
export function metrics(): Metrics {
  held.countersignMetrics ??= makeMetrics();
  return held.countersignMetrics;
}

function makeMetrics() {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  return {
    registry,
    answered: new Histogram({
      name: "countersign_http_request_seconds",
      help: "Time to answer a request, by method, route and status.",
      labelNames: ["method", "route", "status"],
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
      registers,
    }),
    runs: new Gauge({
      name: "countersign_runs",
      help: "Runs that have not ended, by state.",
      labelNames: ["state"],
      registers,
    }),
    oldestDue: new Gauge({
      name: "countersign_oldest_due_run_seconds",
      help: "How long the run has waited that was due first; 0 where none waits.",
      registers,
    }),
    deliveries: new Gauge({
      name: "countersign_deliveries",
      help: "Deliveries that wait for the worker or for a person, by state.",
      labelNames: ["state"],
      registers,
    }),
    mails: new Gauge({
      name: "countersign_mails",
      help: "Mails that wait for the worker, or did not arrive as far as is known, by state.",
      labelNames: ["state"],
      registers,
    }),
    unsealed: new Gauge({
      name: "countersign_unsealed_events",
      help: "Events of the log that no seal covers yet, at most 10000.",
      registers,
    }),
    calls: new Gauge({
      name: "countersign_model_calls",
      help: "Calls to models by the runs of the last 24 hours, by outcome.",
      labelNames: ["outcome"],
      registers,
    }),
    callCost: new Gauge({
      name: "countersign_model_cost_dollars",
      help: "What calls to models by the runs of the last 24 hours cost in US dollars, as far as that is known.",
      registers,
    }),
    callsUnpriced: new Gauge({
      name: "countersign_model_calls_unpriced",
      help: "Calls to models by the runs of the last 24 hours that ended at a cost that is not known.",
      registers,
    }),
    drafts: new Gauge({
      name: "countersign_pending_drafts",
      help: "Drafts that wait for a decision, at most 1000.",
      registers,
    }),
    failures: new Counter({
      name: "countersign_failures_total",
      help: "Requests that ended in an unexpected error.",
      registers,
    }),
    failedEntries: new Counter({
      name: "countersign_failed_entries_total",
      help: "What this process took from the queue and could not finish because of an unexpected error, by kind.",
      labelNames: ["kind"],
      registers,
    }),
  };
}
