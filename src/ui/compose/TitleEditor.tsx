/** The title of a take as a field, in place: Enter keeps it, Escape leaves it as it was. */
import { type ReactNode, useEffect, useRef } from 'react';
import type { Take } from '../../app/compose/take';
import { LONGEST_TITLE } from '../../app/compose/takeNumbers';
import { useActions } from '../../app/context';
import { t } from '../../texts/t';
import styles from './TakeCard.module.css';

interface TitleEditorProps {
  take: Pick<Take, 'id' | 'title'>;
  onDone(): void;
}

/** Focus returns to the element that had it, unless the person moved it elsewhere. */
export function TitleEditor({ take, onDone }: TitleEditorProps): ReactNode {
  const { renameTake } = useActions();
  const field = useRef<HTMLInputElement>(null);
  const focused = useRef<Element>(null);
  const finished = useRef(false);

  useEffect(() => {
    if (document.activeElement !== field.current) focused.current = document.activeElement;
    field.current?.focus();
    field.current?.select();
  }, []);

  function finish(title: string): void {
    // A field that is removed loses the focus as well.
    if (finished.current) return;
    finished.current = true;
    if (title !== take.title) renameTake(take.id, title);
    onDone();
  }

  function finishByKey(title: string): void {
    finish(title);
    if (focused.current instanceof HTMLElement) focused.current.focus();
  }

  return (
    <input
      ref={field}
      className={styles.editor}
      aria-label={t('takes.titleOf', { title: take.title })}
      defaultValue={take.title}
      maxLength={LONGEST_TITLE}
      onKeyDown={(event) => {
        // Enter may also end the input of a composed character.
        if (event.nativeEvent.isComposing) return;
        if (event.key !== 'Enter' && event.key !== 'Escape') return;
        // Else the button that gets the focus is pressed by the same key.
        event.preventDefault();
        finishByKey(event.key === 'Enter' ? event.currentTarget.value : take.title);
      }}
      onBlur={({ currentTarget }) => finish(currentTarget.value)}
    />
  );
}
