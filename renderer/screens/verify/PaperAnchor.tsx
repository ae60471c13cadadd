import { useAsk, useDo } from '../../app/api.ts';
import { useDialogs } from '../../app/dialogs.tsx';
import { Act } from '../../ui/Act.tsx';
import { Pane } from '../../ui/Page.tsx';
import { useKeys } from '../../ui/useKeys.ts';
import { Sentence } from '../parts/Sentence.tsx';
import { PaperCompare } from './PaperCompare.tsx';

/** 纸质锚点: a sheet in a locked cabinet is the only witness that this terminal cannot rewrite. */
export function PaperAnchor() {
  const dialogs = useDialogs();
  const head = useAsk('audit.head', {});
  const { run, refusal } = useDo();
  const printSheet = async (): Promise<void> => {
    // The sheet vouches for everything up to the entry that says it was printed.
    if ((await run('audit.anchor', {})).ok) dialogs.print({ form: 'anchor', titleZh: '审计锚点单' });
  };
  useKeys([{ key: 'Ctrl+N', label: '打印锚点单', run: () => void printSheet() }]);

  return (
    <div className="side stack">
      <PaperCompare />
      <Pane title="链首">
        <dl className="kv pad">
          <dt>序号</dt><dd className="num-left">{head.data?.seq.toLocaleString('zh-CN') ?? '—'}</dd>
          <dt>锚点码</dt><dd className="mono">{head.data?.code ?? '—'}</dd>
        </dl>
        <div className="pad-b stack">
          <Act kbd="Ctrl+N" onClick={() => void printSheet()}>打印今日锚点单</Act>
          <p className="hint">打印后由两人签字，装入信封，存放在本机之外的保密柜。</p>
          <Sentence refusal={refusal} />
        </div>
      </Pane>
    </div>
  );
}
