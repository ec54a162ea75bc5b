/** The buttons of every panel: with text, or with an icon alone and its name in a tooltip. */
import type { ReactNode } from 'react';
import { Button as AriaButton, ToggleButton, Tooltip, TooltipTrigger } from 'react-aria-components';
import styles from './Button.module.css';

/** `next` marks the next step; `quiet` has no edge. */
export type ButtonLook = 'plain' | 'next' | 'quiet';

interface ButtonProps {
  children: ReactNode;
  look?: ButtonLook;
  /** The accessible name, where the visible text is shorter. */
  label?: string;
  describedBy?: string;
  disabled?: boolean;
  grow?: boolean;
  /** Tooltip that says more than the name. */
  hint?: string;
  onPress?(): void;
}

export function Button(props: ButtonProps): ReactNode {
  const { look = 'plain' } = props;
  const button = (
    <AriaButton
      className={`${styles.button} ${styles[look]} ${props.grow ? styles.grow : ''}`}
      aria-label={props.label}
      aria-describedby={props.describedBy}
      isDisabled={props.disabled}
      onPress={() => props.onPress?.()}
    >
      {props.children}
    </AriaButton>
  );
  if (!props.hint) return button;
  return (
    <TooltipTrigger delay={600} closeDelay={80}>
      {button}
      <Tooltip className={styles.tooltip} offset={6}>
        {props.hint}
      </Tooltip>
    </TooltipTrigger>
  );
}

interface IconButtonProps {
  /** Accessible name and tooltip. */
  label: string;
  children: ReactNode;
  disabled?: boolean;
  small?: boolean;
  className?: string;
  onPress?(): void;
}

export function IconButton(props: IconButtonProps): ReactNode {
  return (
    <TooltipTrigger delay={600} closeDelay={80}>
      <AriaButton
        className={`${styles.icon} ${props.small ? styles.small : ''} ${props.className ?? ''}`}
        aria-label={props.label}
        isDisabled={props.disabled}
        onPress={() => props.onPress?.()}
      >
        {props.children}
      </AriaButton>
      <Tooltip className={styles.tooltip} offset={6}>
        {props.label}
      </Tooltip>
    </TooltipTrigger>
  );
}

interface IconToggleProps {
  label: string;
  children: ReactNode;
  selected: boolean;
  disabled?: boolean;
  small?: boolean;
  onChange(selected: boolean): void;
}

export function IconToggle(props: IconToggleProps): ReactNode {
  return (
    <TooltipTrigger delay={600} closeDelay={80}>
      <ToggleButton
        className={`${styles.icon} ${props.small ? styles.small : ''}`}
        aria-label={props.label}
        isSelected={props.selected}
        isDisabled={props.disabled}
        onChange={props.onChange}
      >
        {props.children}
      </ToggleButton>
      <Tooltip className={styles.tooltip} offset={6}>
        {props.label}
      </Tooltip>
    </TooltipTrigger>
  );
}
