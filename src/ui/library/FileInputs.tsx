/** The two file inputs, drawn as buttons. Neither filters by name: the reader judges by content. */
import { FilePlus2, FolderPlus } from 'lucide-react';
import { type ChangeEvent, type ReactNode, useId } from 'react';
import { useActions } from '../../app/context';
import { t } from '../../texts/t';
import styles from './FileInputs.module.css';

interface FileInputProps {
  label: string;
  icon?: ReactNode;
  next?: boolean;
  folder?: boolean;
}

/** A file input drawn as a button: what is chosen is added, whatever it turns out to be. */
export function FileInput({ label, icon, next, folder }: FileInputProps): ReactNode {
  const id = useId();
  const { addFiles } = useActions();

  function take(event: ChangeEvent<HTMLInputElement>): void {
    const files = [...(event.target.files ?? [])];
    // Choosing the same file again must count as a change.
    event.target.value = '';
    if (files.length > 0) void addFiles(files);
  }

  return (
    <div className={`${styles.input} ${next ? styles.next : ''}`}>
      <input
        id={id}
        type="file"
        multiple
        webkitdirectory={folder ? '' : undefined}
        onChange={take}
      />
      <label htmlFor={id}>
        {icon}
        {label}
      </label>
    </div>
  );
}

/** @param next whether adding files is the next step */
export function FileInputs({ next }: { next: boolean }): ReactNode {
  return (
    <>
      <FileInput
        label={t('library.addFiles')}
        icon={<FilePlus2 size={16} aria-hidden />}
        next={next}
      />
      <FileInput
        label={t('library.addFolder')}
        icon={<FolderPlus size={16} aria-hidden />}
        folder
      />
    </>
  );
}
