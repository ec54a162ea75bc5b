/** Job "describe": builds the network that the settings make and reads its layers. */
import { startBackend } from '../../engine/backend/backend';
import { buildNetwork } from '../../model/buildNetwork';
import { presets } from '../../model/preset';
import type { Handler } from '../protocol';

export const describe: Handler<'describe'> = async function* ({ preset, settings }) {
  await startBackend('cpu');
  const network = buildNetwork(presets[preset], settings);
  try {
    return network.summary();
  } finally {
    network.dispose();
  }
};
