import { levels, levelZh } from '#shared/levels.ts';
import { DateField } from '../../ui/DateField.tsx';
import { FormRow } from '../../ui/FormRow.tsx';
import { Combo, optionsOf } from './Combo.tsx';
import type { ActField } from './fields.ts';
import { levelRefusal } from './typed.ts';
import { useOpen } from '../../app/session.tsx';

type Aria = Readonly<{ id?: string; 'aria-invalid'?: boolean; 'aria-describedby'?: string; 'aria-required'?: boolean }>;
type ControlProps = Readonly<{ field: ActField; value: string; onChange: (text: string) => void; placeholder?: string; onBlur?: () => void }> & Aria;

const levelOptions = [...levels].reverse().map((l) => ({ value: l, labelZh: levelZh[l] }));
const yesNo = [{ value: '1', labelZh: '是' }, { value: '0', labelZh: '否' }];

/** The box of one field, by its kind. Anything typed is kept as text. */
export function Control({ field, value, onChange, placeholder, onBlur, ...aria }: ControlProps) {
  const common = { ...aria, name: field.name, value, onChange, ...(placeholder === undefined ? {} : { placeholder }), ...(onBlur === undefined ? {} : { onBlur }) };
  switch (field.kind) {
    case 'day':
      return <span data-field-box={field.name}><DateField {...aria} value={value} onChange={(day) => onChange(day ?? '')} /></span>;
    case 'choice':
      return <Combo {...common} options={optionsOf(field.of ?? {})} />;
    case 'level':
      return <Combo {...common} options={levelOptions} placeholder={placeholder ?? '非密留空'} />;
    case 'flag':
      return <Combo {...common} options={yesNo} placeholder={placeholder ?? '否'} />;
    case 'names':
      return <Combo {...common} suggest={field.suggest ?? 'person'} several placeholder={placeholder ?? '姓名或首字母，可填多人'} />;
    case 'long':
    case 'lines':
      return <textarea {...aria} data-field={field.name} className="inp area" rows={Math.min(8, Math.max(3, value.split('\n').length))} value={value} placeholder={placeholder} onChange={(e) => onChange(e.target.value)} />;
    default:
      if (field.suggest !== undefined) return <Combo {...common} suggest={field.suggest} />;
      return (
        <input
          {...aria}
          data-field={field.name}
          className={`inp${field.kind === 'count' ? ' num' : ''}`}
          autoComplete="off"
          spellCheck={false}
          {...(field.kind === 'count' ? { inputMode: 'numeric' as const } : {})}
          value={value}
          placeholder={placeholder ?? (field.kind === 'moment' ? '如 0931、1120 0931，留空即现在' : field.kind === 'period' ? '如 10、6个月、20360910' : '')}
          onChange={(e) => onChange(e.target.value)}
          onBlur={onBlur}
        />
      );
  }
}

/** One field with label, error and hint. A level above the terminal is refused here, before anything is sent. */
export function Field({ field, value, onChange, error }: Readonly<{ field: ActField; value: string; onChange: (text: string) => void; error?: string | undefined }>) {
  const { terminal } = useOpen();
  const above = field.kind === 'level' ? levelRefusal(value, terminal.level) : null;
  return (
    <div className={`cell s${field.span ?? (field.kind === 'long' || field.kind === 'lines' ? 12 : 4)}`}>
      <FormRow label={field.labelZh} required={field.required === true} error={above ?? error} {...(field.hintZh === undefined ? {} : { hint: field.hintZh })}>
        <Control field={field} value={value} onChange={onChange} />
      </FormRow>
    </div>
  );
}
