/** Problems with a form's numbers, in a box of fixed height. */
import { type ReactNode, useId, useState } from 'react';
import styles from './Problems.module.css';

export interface Problems<F extends string> {
  /** Id of the element in which a field's problem stands. */
  idOf(field: F): string;
  set(field: F, problem: string | undefined): void;
  clear(): void;
  /** The newest first. */
  list: { id: string; text: string }[];
}

export function useProblems<F extends string>(): Problems<F> {
  const id = useId();
  const [problems, setProblems] = useState<ReadonlyMap<F, string>>(new Map());
  const idOf = (field: F): string => `${id}-${field}`;
  return {
    idOf,
    set: (field, problem) =>
      setProblems((before) => {
        const after = new Map(before);
        after.delete(field);
        if (problem !== undefined) after.set(field, problem);
        return after;
      }),
    clear: () => setProblems(new Map()),
    list: [...problems].map(([field, text]) => ({ id: idOf(field), text })).reverse(),
  };
}

interface ProblemListProps {
  problems: Pick<Problems<string>, 'list'>;
  /** Shown while there is no problem. */
  children?: ReactNode;
}

export function ProblemList({ problems, children }: ProblemListProps): ReactNode {
  return (
    <div className={styles.note} aria-live="polite">
      {problems.list.length === 0 && children}
      {problems.list.map(({ id, text }) => (
        <p key={id} id={id} className={styles.problem}>
          {text}
        </p>
      ))}
    </div>
  );
}
