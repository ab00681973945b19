import type { ReactNode } from "react";

type WeekPartProps = { title: string; period: string; wide?: boolean; children: ReactNode };

/** One question about the week and its answer. */
export function WeekPart({ title, period, wide, children }: WeekPartProps) {
  return (
    <section
      aria-label={title}
      className={`min-w-0 border-b px-4 pt-3.5 pb-4 md:px-6 xl:px-5 xl:first:pl-6 ${wide ? "lg:col-span-full xl:pl-6" : "lg:odd:border-r xl:border-r xl:nth-4:border-r-0"}`}
    >
      <h2 className="mb-2 flex justify-between gap-2 text-xs whitespace-nowrap">
        {title}
        <span className="font-normal text-faint">{period}</span>
      </h2>
      {children}
    </section>
  );
}
