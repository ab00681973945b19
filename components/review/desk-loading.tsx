import { SkeletonRows, SkeletonText } from "#components/ui/skeleton";

/** A draft and its evidence on their way, in their shape. */
export function DraftLoading() {
  return (
    <div className="grid h-full lg:grid-cols-[minmax(0,1fr)_424px] min-[87.5rem]:grid-cols-[minmax(0,1fr)_448px]">
      <div className="border-r">
        <div className="h-(--size-bar) border-b" />
        <SkeletonText label="Loading the draft" lines={8} />
      </div>
      <div className="bg-page max-lg:hidden">
        <div className="h-(--size-bar) border-b" />
        <SkeletonText label="Loading the evidence" lines={6} />
      </div>
    </div>
  );
}

/** The queue on its way, with the draft beside it. */
export function DeskLoading() {
  return (
    <div className="grid min-h-0 flex-1 md:grid-cols-[248px_minmax(0,1fr)]">
      <div className="border-r">
        <div className="h-(--size-bar) border-b" />
        <SkeletonRows label="Loading the queue" />
      </div>
      <div className="max-md:hidden">
        <DraftLoading />
      </div>
    </div>
  );
}
