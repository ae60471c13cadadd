import { useMemo } from 'react';
import type { CommandName } from '#shared/contract/commands.ts';
import type { Entry } from '../../app/answers.ts';
import { Outcome } from '../parts/Outcome.tsx';
import { objectIn } from '../parts/reply.ts';
import { useAct } from '../parts/useAct.ts';

/**
 * What was approved is entered exactly as it was asked for: nothing is typed or scanned a second time after the leader has sat at
 * the terminal. In: a request that is approved and not yet used. The door judges it anew.
 */
export function Proceed({ request, onDone }: Readonly<{ request: Entry; onDone: (zh: string) => void }>) {
  const { command, input } = request.values;
  const asked = useMemo(() => ({ ...objectIn(input), approval: request.number ?? request.id }), [input, request.number, request.id]);
  const intent = useAct(command as CommandName, asked);
  const zh = typeof request.values['commandZh'] === 'string' ? request.values['commandZh'] : '办理';
  return <Outcome intent={intent} verb={zh} postZh="照批准的办理" onPosted={() => onDone(`${request.number ?? ''} 已照批准的办理：${zh}`)} />;
}
