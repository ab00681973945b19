import { SkeletonRows } from "#components/ui/skeleton";

export default function OpsLoading() {
  return (
    <>
      <div className="h-12 flex-none border-b md:h-(--size-bar)" />
      <SkeletonRows label="Loading the page" />
    </>
  );
}
