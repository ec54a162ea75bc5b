import { expect, it } from 'vitest';
import { renderPanel } from '../renderPanel';
import { makeTake } from '../testApp';
import { Snippets } from './Snippets';

const epochs = (count: number): ReturnType<typeof makeTake>[] =>
  Array.from({ length: count }, (_, i) =>
    makeTake(`Epoch ${i + 1}`, { number: i + 1, epoch: i + 1 }),
  );

it('says what will appear, and keeps its height when it does', async () => {
  const { screen, app } = await renderPanel(<Snippets />);
  const section = screen.getByRole('region', { name: 'Hear it learn' });
  await expect.element(section).toHaveTextContent('A few bars from each epoch');
  const { height } = section.element().getBoundingClientRect();
  app.store.setState({ snippets: epochs(24) });
  const items = screen.getByRole('list', { name: 'Snippets' }).getByRole('listitem');
  await expect.element(items.nth(23)).toHaveTextContent('24');
  expect(section.element().getBoundingClientRect().height).toBe(height);
});

it('shows and plays the one that is pressed', async () => {
  const { screen, app } = await renderPanel(<Snippets />, { snippets: epochs(3) });
  await screen.getByRole('button', { name: 'Epoch 2' }).click();
  expect(app.calls).toEqual([['show', { kind: 'take', id: 'Epoch 2' }], ['play']]);
});
