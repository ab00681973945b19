type ChartTableProps = { caption: string; head: string[]; rows: (string | number)[][] };

/** The numbers of a drawing, for whoever can't or won't read it as one. */
export function ChartTable({ caption, head, rows }: ChartTableProps) {
  return (
    <details className="mt-1 text-xs print:hidden">
      <summary className="w-fit cursor-default rounded-sm text-faint hover:text-ink">As a table</summary>
      <table className="mt-1 w-full">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            {head.map((name, at) => (
              <th key={name} scope="col" className={`font-normal text-faint ${at > 0 ? "text-right" : ""}`}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([first, ...rest]) => (
            <tr key={String(first)}>
              <th scope="row" className="h-6 font-normal">
                {first}
              </th>
              {rest.map((value, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: columns, which have no other name
                <td key={at} className="text-right">
                  {value}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
