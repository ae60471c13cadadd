import { FirstRun } from '../screens/FirstRun.tsx';
import { Library } from './Library.tsx';

/** The wizard that makes a store. */
export function Founding({ nonce, folder }: Readonly<{ nonce: string; folder: string }>) {
  return (
    <Library nonce={nonce}>
      <FirstRun folder={folder} />
    </Library>
  );
}
