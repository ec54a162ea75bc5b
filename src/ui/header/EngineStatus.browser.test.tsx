import { expect, it } from 'vitest';
import { renderPanel } from '../renderPanel';
import { initialState } from '../testStudio';
import { EngineStatus } from './EngineStatus';

it('tells which engine runs and why not a better one', async () => {
  const { screen, studio } = await renderPanel(<EngineStatus />);
  const status = screen.getByRole('status', { name: 'Engine', exact: true });
  await expect.element(status).toHaveTextContent('Choosing an engine...');
  studio.store.setState({
    engine: {
      backend: 'wasm',
      adapter: 'SIMD',
      software: false,
      threads: 2,
      passedOver: [{ backend: 'webgl', reason: 'It draws in software.' }],
      forced: false,
    },
  });
  await expect.element(status).toHaveTextContent('WASM · SIMD · 2 threads');
  await expect.element(status).toHaveTextContent('WebGL was passed over: It draws in software.');
  await screen.getByRole('button', { name: 'Engine details' }).click();
  await expect.element(screen.getByRole('dialog').getByText(/WebGL was passed over/)).toBeVisible();
});

it('lets a person choose the engine, but not during a run', async () => {
  const { screen, studio } = await renderPanel(<EngineStatus />, { engineChoice: 'wasm' });
  await screen.getByRole('button', { name: 'Engine details' }).click();
  const choice = screen.getByRole('combobox', { name: 'Train on' });
  await expect.element(choice).toHaveValue('wasm');
  await choice.selectOptions('Automatic: the fastest here');
  await choice.selectOptions('CPU');
  expect(studio.calls).toEqual([
    ['chooseEngine', 'auto'],
    ['chooseEngine', 'cpu'],
  ]);
  studio.store.setState({ training: { ...initialState.training, phase: 'running' } });
  await expect.element(choice).toBeDisabled();
  await expect.element(choice).toHaveAccessibleDescription(/stop it to change the engine/);
});
