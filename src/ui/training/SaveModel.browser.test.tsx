import { expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { renderPanel } from '../renderPanel';
import { initialState, makeCheckpoint } from '../testApp';
import { SaveModel } from './SaveModel';

it('shows the Python beside the download, and downloads', async () => {
  const training = { ...initialState.training, checkpoint: makeCheckpoint() };
  const { screen, app } = await renderPanel(<SaveModel />, { training });
  await screen.getByText('Take it elsewhere').click();
  const button = screen.getByRole('button', { name: 'Download for Keras' });
  await button.click();
  const dialog = screen.getByRole('dialog', { name: 'Download for Keras' });
  await expect.element(dialog).toHaveTextContent('load_model("Classic, 3 epochs.keras")');
  await userEvent.keyboard('{Escape}');
  await expect.element(dialog).not.toBeInTheDocument();
  expect(app.calls).toEqual([]);
  await button.click();
  await screen.getByRole('button', { name: 'Download the .keras file' }).click();
  await expect.element(dialog).not.toBeInTheDocument();
  expect(app.calls).toEqual([['saveKeras', undefined]]);
});

it('shows the commands that train elsewhere, and packs the kit', async () => {
  const training = { ...initialState.training, checkpoint: makeCheckpoint() };
  const { screen, app } = await renderPanel(<SaveModel />, { training });
  await screen.getByText('Take it elsewhere').click();
  await screen.getByRole('button', { name: 'Train on a bigger machine' }).click();
  const dialog = screen.getByRole('dialog', { name: 'Train on a bigger machine' });
  await expect
    .element(dialog)
    .toHaveTextContent('unzip etude-kit.zip cd etude-kit pip install -r requirements.txt');
  await screen.getByRole('button', { name: 'Download the kit' }).click();
  await expect.element(dialog).not.toBeInTheDocument();
  expect(app.calls).toEqual([['saveKit']]);
});

it('copies the lines by keyboard, and selects them where copying is refused', async () => {
  const copying = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
  const training = { ...initialState.training, checkpoint: makeCheckpoint() };
  const { screen } = await renderPanel(<SaveModel />, { training });
  await screen.getByText('Take it elsewhere').click();
  await screen.getByRole('button', { name: 'Train on a bigger machine' }).click();
  const dialog = screen.getByRole('dialog', { name: 'Train on a bigger machine' });
  const outcome = dialog.getByRole('status');
  await expect.element(outcome).toBeEmptyDOMElement();
  await userEvent.tab();
  expect(document.activeElement).toHaveTextContent('Copy');
  await userEvent.keyboard('{Enter}');
  await expect.element(outcome).toHaveTextContent('Copied');
  const lines = String(copying.mock.lastCall?.[0]);
  expect(lines.split('\n')).toContain('python train.py --epochs 20');
  copying.mockRejectedValue(new DOMException('refused', 'NotAllowedError'));
  await userEvent.keyboard('{Enter}');
  await expect.element(outcome).toHaveTextContent('did not allow copying');
  expect(getSelection()?.toString().trim()).toBe(lines);
  copying.mockRestore();
});

it('says that the browser may delete what is kept, once there is something', async () => {
  const words = 'after a week without a visit';
  const { screen, app } = await renderPanel(<SaveModel />, { storageExpires: true });
  await expect.element(screen.getByText(words)).not.toBeInTheDocument();
  const training = { ...initialState.training, checkpoint: makeCheckpoint() };
  app.store.setState({ training });
  await expect.element(screen.getByText(words)).toBeVisible();
  app.store.setState({ storageExpires: false });
  await expect.element(screen.getByText(words)).not.toBeInTheDocument();
});
