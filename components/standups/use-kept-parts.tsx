"use client";

import { useEffect, useState } from "react";

type Words = Record<string, string>;

/**
 * The parts of an update while they are written. What is typed survives a reload of this tab until it is sent; storage
 * that is switched off takes away the safety net alone.
 */
export function useKeptParts<Parts extends Words>(key: string, initial: Parts) {
  const [parts, setParts] = useState(initial);
  const name = `countersign:update:${key}`;
  useEffect(() => {
    const kept = read<Parts>(name);
    if (kept) setParts((now) => ({ ...now, ...kept }));
  }, [name]);
  const change = (changed: Partial<Parts>) => {
    const next = { ...parts, ...changed };
    setParts(next);
    write(name, next);
  };
  return { parts, change, forget: () => write(name, null) };
}

function read<Parts>(name: string): Partial<Parts> | null {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(name) ?? "null");
    return typeof kept === "object" ? kept : null;
  } catch {
    return null;
  }
}

function write(name: string, parts: Words | null): void {
  try {
    if (parts) sessionStorage.setItem(name, JSON.stringify(parts));
    else sessionStorage.removeItem(name);
  } catch {
    // As above.
  }
}
