/** A tiny roll of a piece for a list. */
import { type ReactNode, useEffect, useRef } from 'react';
import type { PackedSong } from '../../music/packedSong';
import { onThemeChange } from '../theme';
import styles from './PieceThumbnail.module.css';
import { wipe } from './pixels';
import { thumbnailBars } from './thumbnailBars';

/** Drawn when it comes into view, in the text's colour; what it shows stands beside it in words. */
export function PieceThumbnail({ song }: { song: PackedSong }): ReactNode {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const element = canvas.current;
    if (!element) return;
    let seen = false;
    const draw = (): void => {
      if (seen) drawThumbnail(element, song);
    };
    const views = new IntersectionObserver((entries) => {
      seen = entries.some((entry) => entry.isIntersecting);
      draw();
    });
    const sizes = new ResizeObserver(draw);
    views.observe(element);
    sizes.observe(element);
    const endTheme = onThemeChange(draw);
    return () => {
      views.disconnect();
      sizes.disconnect();
      endTheme();
    };
  }, [song]);
  return <canvas ref={canvas} className={styles.thumbnail} aria-hidden />;
}

function drawThumbnail(canvas: HTMLCanvasElement, song: PackedSong): void {
  const { clientWidth: width, clientHeight: height } = canvas;
  const brush = wipe(canvas, width, height);
  if (!brush) return;
  brush.ctx.fillStyle = getComputedStyle(canvas).color;
  brush.ctx.globalAlpha = 0.85;
  for (const bar of thumbnailBars(song, width, height)) {
    brush.ctx.fillRect(bar.x, bar.y, bar.width, bar.height);
  }
}
