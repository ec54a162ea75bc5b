import { expect, it } from 'vitest';
import { renderPanel } from '../renderPanel';
import { initialState } from '../testApp';
import { EngineStatus } from './EngineStatus';

it('tells which engine runs and why not a better one', async () => {
  const { screen, app } = await renderPanel(<EngineStatus />);
  const status = screen.getByRole('status', { name: 'Engine', exact: true });
  await expect.element(status).toHaveTextContent('Choosing an engine...');
  app.store.setState({
    engine: {
      backend: 'wasm',
      adapter: 'SIMD',
      software: false,
      threads: 2,
      notesPerSecond: 15_312,
      rejectedBackends: [{ backend: 'webgl', reason: 'It draws in software.' }],
      forced: false,
    },
  });
  await expect.element(status).toHaveTextContent(/^WASM · SIMD · 2 threads · 15,312 notes\/s/);
  await expect.element(status.getByText('15,312 notes/s')).toBeVisible();
  await expect.element(status).toHaveTextContent('WebGL was passed over: It draws in software.');
  await screen.getByRole('button', { name: 'Engine details' }).click();
  await expect.element(screen.getByRole('dialog').getByText(/WebGL was passed over/)).toBeVisible();
});

it('shows the speed in full where there is little room', async () => {
  const { screen } = await renderPanel(
    <div style={{ width: '14rem' }}>
      <EngineStatus />
    </div>,
    {
      engine: {
        backend: 'wasm',
        adapter: 'SIMD with fused multiply-add',
        software: false,
        threads: 8,
        notesPerSecond: 15_312,
        rejectedBackends: [],
        forced: true,
      },
    },
  );
  const pace = screen.getByText('15,312 notes/s').element();
  expect(pace.scrollWidth).toBeLessThanOrEqual(pace.clientWidth + 1);
  const { left, right } = pace.getBoundingClientRect();
  const frame = screen.getByRole('status', { name: 'Engine', exact: true }).element();
  expect(left).toBeGreaterThanOrEqual(frame.getBoundingClientRect().left);
  expect(right).toBeLessThanOrEqual(frame.getBoundingClientRect().right + 1);
});

it('says why an engine that was asked for cannot be used', async () => {
  const { screen, app } = await renderPanel(<EngineStatus />, { engineChoice: 'webgl' });
  const status = screen.getByRole('status', { name: 'Engine', exact: true });
  await expect.element(status).toHaveTextContent('Measuring WebGL...');
  const engineFault = 'WebGL was asked for, but cannot be used. It computes wrong numbers.';
  app.store.setState({ engineFault });
  await expect.element(status).toHaveTextContent(`No engine${engineFault}`);
  await screen.getByRole('button', { name: 'Engine details' }).click();
  await expect.element(screen.getByRole('dialog').getByText(engineFault)).toBeVisible();
});

it('lets a person choose the engine, but not during a run', async () => {
  const { screen, app } = await renderPanel(<EngineStatus />, { engineChoice: 'wasm' });
  await screen.getByRole('button', { name: 'Engine details' }).click();
  const choice = screen.getByRole('combobox', { name: 'Train on' });
  await expect.element(choice).toHaveValue('wasm');
  await choice.selectOptions('Automatic: the fastest here');
  await choice.selectOptions('CPU');
  expect(app.calls).toEqual([
    ['chooseEngine', 'auto'],
    ['chooseEngine', 'cpu'],
  ]);
  app.store.setState({ training: { ...initialState.training, phase: 'running' } });
  await expect.element(choice).toBeDisabled();
  await expect.element(choice).toHaveAccessibleDescription(/stop it to change the engine/);
});
