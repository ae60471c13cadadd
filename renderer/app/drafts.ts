import { useEffect, useRef } from 'react';
import { useLocation } from 'react-router';
import type { Draft, KeptDraft } from '#shared/session.ts';
import { answerOf } from './api.ts';
import { formStands, isWiped } from './wiping.ts';

// What is being filled in is told to the worker while it is typed, and only its memory holds it. When the terminal locks, the worker
// puts it into the encrypted store; after the next sign-in of the same account it is offered once (ui 3).

/** Taken up again, waiting for its form to be shown. */
let waiting: Draft | null = null;
const forms = new Map<string, (typed: unknown) => void>();

const tell = (draft: Draft | null): void => void answerOf(window.shoumi.session('keepDraft', draft ?? {}));

/** Hands a draft to its form: now when it is on screen, otherwise when it opens. */
export function takeUp(draft: KeptDraft): void {
  const form = forms.get(draft.form);
  if (form === undefined) waiting = draft;
  else form(draft.typed);
}

const offers = new Set<(form: string) => void>();

/** Calls when a form was posted, so that the same form left behind at a lock is not offered any more. Out: ends it. */
export function onPosted(told: (form: string) => void): () => void {
  offers.add(told);
  return () => void offers.delete(told);
}

/** What was filled in there stands in the books now. */
export function draftPosted(form: string): void {
  for (const told of offers) told(form);
}

/** The texts of a draft that a form has fields for; anything else in it is left alone. */
export function textsOf(typed: unknown, names: readonly string[]): Record<string, string> {
  const found = typeof typed === 'object' && typed !== null ? (typed as Readonly<Record<string, unknown>>) : {};
  return Object.fromEntries(names.flatMap((name) => (typeof found[name] === 'string' ? [[name, found[name]] as const] : [])));
}

type Form = Readonly<{
  /** Which form: one name per kind of form and, where it belongs to one, per record. */
  form: string;
  titleZh: string;
  typed: unknown;
  /** False while nothing was typed that would be missed. */
  worth: boolean;
  /** Where the form is found again; this page unless told. */
  place?: string;
  /** Puts what was typed back. */
  put: (typed: unknown) => void;
}>;

/** Keeps what is typed into one form from getting lost at a lock. Posted or left behind, it is forgotten at once. */
export function useDraft({ form, titleZh, typed, worth, place, put }: Form): void {
  const here = useLocation();
  const at = place ?? `${here.pathname}${here.search}`;
  const said = worth ? JSON.stringify(typed) : '';
  const told = useRef(false);
  const back = useRef(put);
  useEffect(() => {
    back.current = put;
  });
  useEffect(() => {
    if (said === '') {
      if (told.current) tell(null);
      told.current = false;
      return;
    }
    const timer = setTimeout(() => {
      told.current = true;
      tell({ place: at, form, titleZh, typed: JSON.parse(said) as unknown });
    }, 400);
    return () => clearTimeout(timer);
  }, [said, at, form, titleZh]);
  useEffect(() => {
    formStands();
    const take = (was: unknown): void => back.current(was);
    forms.set(form, take);
    if (waiting?.form === form) {
      const { typed: was } = waiting;
      waiting = null;
      take(was);
    }
    return () => {
      if (forms.get(form) === take) forms.delete(form);
      if (told.current && !isWiped()) tell(null);
      told.current = false;
    };
  }, [form]);
}
