"use client";

import { useEffect, useRef } from "react";
import type { KeyOf, KeyScope } from "#lib/format/keys";

type Bindings = Readonly<Record<string, (() => void) | undefined>>;

/** What keys do now, the newest last: a draft goes before the page it lies on. */
export const boundNow: { current: Bindings }[] = [];

type KeysProps<S extends KeyScope> = { scope: S; bindings: { [K in KeyOf<S>]?: () => void } };

/** Gives keys of one scope their meaning while this is on the page. A key that a visible button prints needs no binding. */
export function Keys<S extends KeyScope>({ bindings }: KeysProps<S>) {
  const latest = useRef<Bindings>(bindings);
  useEffect(() => {
    latest.current = bindings;
  }, [bindings]);
  useEffect(() => {
    boundNow.push(latest);
    return () => void boundNow.splice(boundNow.indexOf(latest), 1);
  }, []);
  return null;
}
