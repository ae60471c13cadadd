import { cloneElement, isValidElement, useId } from 'react';
import type { ReactElement, ReactNode } from 'react';

export type FormRowProps = Readonly<{
  label: string;
  children: ReactNode;
  required?: boolean;
  /** Under the field, with an icon; the field gets its ring. */
  error?: string | undefined;
  hint?: ReactNode;
  /** The former value, struck through under the field while it is being corrected. */
  was?: string | undefined;
  /** 固定: the field keeps its value for the next entry. */
  sticky?: boolean | undefined;
  wide?: boolean;
}>;

/** Label, control, error and hint of one field, bound to each other. The only child is the control; it is given id and aria. */
export function FormRow({ label, children, required = false, error, hint, was, sticky, wide = false }: FormRowProps) {
  const id = useId();
  const below = error !== undefined || hint !== undefined || was !== undefined;
  const given = { id, 'aria-invalid': error !== undefined, 'aria-required': required, ...(below ? { 'aria-describedby': `${id}-below` } : {}) };
  return (
    <div className={`row-field${wide ? ' wide' : ''}${error === undefined ? '' : ' wrong'}${was === undefined ? '' : ' changed'}`}>
      <label className="lab" htmlFor={id}>
        {label}
        {required ? <span className="must" aria-hidden="true"> 必填</span> : null}
        {sticky === true ? <span className="stick"> 固定</span> : null}
      </label>
      {isValidElement(children) ? cloneElement(children as ReactElement<Record<string, unknown>>, given) : children}
      {below ? (
        <div id={`${id}-below`} className="below">
          {error === undefined ? null : <p className="err">▲ {error}</p>}
          {was === undefined ? null : <p className="was">原为 <s>{was}</s></p>}
          {hint === undefined ? null : <p className="hint">{hint}</p>}
        </div>
      ) : null}
    </div>
  );
}
