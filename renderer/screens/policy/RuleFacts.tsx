import { commands, isCommandName } from '#shared/contract/commands.ts';
import type { RuleLine } from '../../app/answers.ts';
import { Pane } from '../../ui/Page.tsx';
import { textIn } from '../parts/reply.ts';
import { Facts } from '../parts/Subject.tsx';
import { outcomeWord, wordOf } from './words.ts';

/** One rule in full: text, clause, parameters, which acts it looks at. */
export function RuleFacts({ rule }: Readonly<{ rule: RuleLine }>) {
  return (
    <Pane title={`规则 ${rule.id}`} end={outcomeWord(rule)}>
      <div className="pad stack">
        <p><b>{rule.titleZh}</b></p>
        <p>{rule.sentenceZh}</p>
        <Facts
          rows={[
            ['法律依据', rule.source.law ?? ''],
            ['条目', rule.matrix.join('、')],
            ['用于', rule.commands.map((c) => (isCommandName(c) ? commands[c].titleZh : c)).join('、')],
            ['参数', rule.parameters.map((p) => `${textIn(p, 'titleZh') || textIn(p, 'key')} ${wordOf(p['value'], textIn(p, 'unit'))}`).join('；')],
          ]}
        />
      </div>
    </Pane>
  );
}
