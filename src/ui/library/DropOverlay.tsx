/** The whole window takes drops; while something is dragged over it, the overlay says so. */
import { FileMusic } from 'lucide-react';
import { type ReactNode, useEffect, useState } from 'react';
import { useActions } from '../../app/context';
import { t } from '../../texts/t';
import styles from './DropOverlay.module.css';
import { droppedFiles } from './droppedFiles';

export function DropOverlay(): ReactNode {
  const { addFiles } = useActions();
  const [dragging, setDragging] = useState(false);

  useEffect(() => {
    function bringsFiles(event: DragEvent): boolean {
      return event.dataTransfer?.types.includes('Files') ?? false;
    }
    function over(event: DragEvent): void {
      if (!bringsFiles(event)) return;
      event.preventDefault();
      setDragging(true);
    }
    function leave(event: DragEvent): void {
      // Moving from one element to another also leaves one; leaving the window goes to none.
      if (event.relatedTarget === null) setDragging(false);
    }
    function drop(event: DragEvent): void {
      setDragging(false);
      if (!event.dataTransfer || !bringsFiles(event)) return;
      event.preventDefault();
      void droppedFiles(event.dataTransfer.items).then(({ files, unreadable }) =>
        addFiles(files, unreadable),
      );
    }
    window.addEventListener('dragenter', over);
    window.addEventListener('dragover', over);
    window.addEventListener('dragleave', leave);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragenter', over);
      window.removeEventListener('dragover', over);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('drop', drop);
    };
  }, [addFiles]);

  if (!dragging) return null;
  return (
    <div className={styles.overlay}>
      <div className={styles.target}>
        <FileMusic size={40} strokeWidth={1.25} aria-hidden />
        <p className={styles.title}>{t('library.dropTitle')}</p>
        <p>{t('library.dropWhat')}</p>
      </div>
    </div>
  );
}
