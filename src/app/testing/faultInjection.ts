/**
 * Faults of a worker, on command. Imported before the app's worker script, it intercepts the
 * graphics contexts that the app creates; the app itself is unchanged.
 */

export type InjectedFault =
  /** The graphics context is lost. */
  | 'lose the context'
  /** The worker ends without an error. */
  | 'die'
  /** Every following update makes weights NaN. */
  | 'spoil the updates';

const contexts: WebGL2RenderingContext[] = [];

const { getContext } = OffscreenCanvas.prototype;
OffscreenCanvas.prototype.getContext = new Proxy(getContext, {
  apply: (target, canvas, args: Parameters<typeof getContext>) => {
    const context: unknown = Reflect.apply(target, canvas, args);
    if (context instanceof WebGL2RenderingContext) contexts.push(context);
    return context;
  },
});

function inflict(harm: InjectedFault): void {
  switch (harm) {
    case 'lose the context':
      for (const context of contexts) {
        if (!context.isContextLost()) context.getExtension('WEBGL_lose_context')?.loseContext();
      }
      return;
    case 'die':
      close();
      return;
    case 'spoil the updates':
      // Adam takes its bias correction from it.
      Math.sqrt = () => Number.NaN;
      return;
    default:
      harm satisfies never;
  }
}

addEventListener('message', ({ data }: MessageEvent<{ kind: string; harm?: InjectedFault }>) => {
  if (data.kind === 'harm' && data.harm) inflict(data.harm);
});
