/** The app's worker with fault injection. */
import './faultInjection';
import '../../worker/entry';
