/** The app's worker with one thread, for tests that compare losses. */
import './oneThread';
import '../../worker/entry';
