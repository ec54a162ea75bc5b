/** Identifiers for pieces, files, takes and runs: unique, and sorted as text in order of creation. */
import { v7 } from 'uuid';

/** A UUID of version 7 (RFC 9562). Prefix: it sorts behind the ids that earlier versions stored. */
export function createId(): string {
  return `v7-${v7()}`;
}
