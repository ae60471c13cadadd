import { keyLabel } from './keys.ts';

/** A key as printed on a button. The word beside it is what a screen reader says. */
export function Key({ name }: Readonly<{ name: string }>) {
  return <kbd aria-hidden="true">{keyLabel(name)}</kbd>;
}
