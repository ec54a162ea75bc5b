/** Short messages to the person, and what can be brought back. */

/** A button beside a notice: "Undo" puts back what was removed. */
export interface NoticeAction {
  label: string;
  run(): void;
}

/** A short message to the person. */
export interface Notice {
  id: number;
  text: string;
  action?: NoticeAction;
  /** Stays until it is answered or dismissed. */
  stays?: true;
}

/** Something that was removed or replaced and can be brought back. */
export interface Undoable {
  id: number;
  run(): void;
}
