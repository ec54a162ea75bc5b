/** The worker's entry. */
import { handlers } from './handlers';
import { serve } from './serve';

serve(self, handlers);
