/** The app's worker, to which anything may happen. */
import './faultInjection';
import '../../worker/entry';
