import type { ReactNode } from 'react';

export type PageProps = Readonly<{ title: string; /** One sentence beside the title. */ sentence?: ReactNode; /** At most three buttons. */ actions?: ReactNode; tools?: ReactNode; children: ReactNode; className?: string }>;

/** The centre of the window: head (title, one sentence, at most three buttons), then content. */
export function Page({ title, sentence, actions, tools, children, className }: PageProps) {
  return (
    <main className={`main ${className ?? ''}`} aria-label={title}>
      <div className="head">
        <h1>{title}</h1>
        {tools}
        {sentence === undefined ? null : <p className="mut head-line">{sentence}</p>}
        {actions === undefined ? null : <div className="end">{actions}</div>}
      </div>
      {children}
    </main>
  );
}

/** A pane: F6 walks from one to the next. `end` stands at the right of its head. */
export function Pane({ title, end, children, className, grow = false }: Readonly<{ title?: ReactNode; end?: ReactNode; children: ReactNode; className?: string; grow?: boolean }>) {
  return (
    <section className={`card pane${grow ? ' grow' : ''} ${className ?? ''}`} data-pane tabIndex={-1} {...(typeof title === 'string' ? { 'aria-label': title } : {})}>
      {title === undefined ? null : (
        <header>
          <h2 className="h3">{title}</h2>
          {end === undefined ? null : <span className="end">{end}</span>}
        </header>
      )}
      {children}
    </section>
  );
}
