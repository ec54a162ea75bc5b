import { expect, it } from 'vitest';
import { renderPanel } from '../renderPanel';
import { Notices } from './Notices';

it('takes a removal back', async () => {
  let undone = 0;
  const { screen, app } = await renderPanel(<Notices />, {
    notices: [
      { id: 4, text: 'Removed “Bethena”.', action: { label: 'Undo', run: () => undone++ } },
    ],
  });
  await expect
    .element(screen.getByRole('status', { name: 'Notices' }))
    .toHaveTextContent('Removed “Bethena”.');
  await screen.getByRole('button', { name: 'Undo' }).click();
  expect(undone).toBe(1);
  expect(app.calls).toEqual([['dismissNotice', 4]]);
});
