/** The worker's entry. */
import { makeHelperThreadsBy } from '../engine/wasm/helperThread';
import { handlers } from './handlers';
import { helpersOfPage } from './pageHelpers';
import { serve } from './serve';

makeHelperThreadsBy(helpersOfPage(self));
serve(self, handlers);
