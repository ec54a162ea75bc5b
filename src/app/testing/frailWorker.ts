/** The app's worker, to which anything may happen. */
import './harm';
import '../../worker/entry';
