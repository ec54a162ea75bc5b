/** "Copy link" and "Share" for the shown take, once it is finished. */
import { Link, Share2 } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Take } from '../../app/compose/take';
import { useActions } from '../../app/context';
import { t } from '../../texts/t';
import { IconButton } from '../controls/Button';

export function ShareTake({ take }: { take: Take }): ReactNode {
  const { copyTakeLink, shareTakeLink } = useActions();
  if (take.composing) return null;
  return (
    <>
      <IconButton label={t('links.copy')} onPress={copyTakeLink}>
        <Link size={16} aria-hidden />
      </IconButton>
      {'share' in navigator && (
        <IconButton label={t('links.share')} onPress={shareTakeLink}>
          <Share2 size={16} aria-hidden />
        </IconButton>
      )}
    </>
  );
}
