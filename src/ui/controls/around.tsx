/** A sentence around an element: where it stands in the sentence is the language's choice. */
import type { ReactNode } from 'react';

/** A character for private use: no text holds it. */
const PLACE = '\uE000';

/**
 * @param say the sentence with its argument in the element's place
 * @example around((title) => t('links.came', { title }), <strong>{title}</strong>)
 */
export function around(say: (place: string) => string, element: ReactNode): ReactNode {
  const [before, after] = say(PLACE).split(PLACE);
  return (
    <>
      {before}
      {element}
      {after}
    </>
  );
}
