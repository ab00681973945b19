"use client";

import { useRouter } from "next/navigation";
import { useTransition } from "react";
import type { IconName } from "#components/ui/icon";
import { Select } from "#components/ui/select";
import { addressOf, type Query } from "#lib/format/address";

type FilterSelectProps = {
  label: string;
  /** The name in the address that this sets. */
  name: string;
  value: string;
  options: { value: string; label: string }[];
  icon?: IconName;
  path: string;
  /** What else the address says and keeps. */
  keep: Query;
};

/** Narrows a list down as soon as something is chosen; the address says what was. */
export function FilterSelect({ label, name, value, options, icon, path, keep }: FilterSelectProps) {
  const router = useRouter();
  const [pending, start] = useTransition();
  return (
    <Select
      key={value}
      label={label}
      hideLabel
      icon={icon}
      options={options}
      defaultValue={value}
      aria-busy={pending}
      onChange={(event) => {
        const chosen = event.currentTarget.value;
        start(() => router.push(addressOf(path, { ...keep, [name]: chosen })));
      }}
    />
  );
}
