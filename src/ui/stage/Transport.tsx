/** Play, stop, loop, position, tempo, volume, download. */
import {
  ArrowRightFromLine,
  Download,
  FileMusic,
  Gauge,
  Music4,
  Pause,
  Piano,
  Play,
  Repeat,
  Square,
  Volume2,
} from 'lucide-react';
import { lazy, type ReactNode, Suspense } from 'react';
import { useActions, useAppState } from '../../app/context';
import { showsRecorder, soundingDevice } from '../../app/live/liveState';
import type { TransportState } from '../../app/playback/playbackState';
import { t } from '../../texts/t';
import { useCanCompose } from '../compose/useCanCompose';
import { useContinue } from '../compose/useContinue';
import { Button, IconButton, IconToggle } from '../controls/Button';
import { RangeField } from '../controls/RangeField';
import { PAGE_SCROLLS, useMedia } from '../useMedia';
import { AgainButton } from './AgainButton';
import { Dock } from './Dock';
import { DownloadAudio } from './DownloadAudio';
import type { StageScore } from './emptyScore';
import { Position } from './Position';
import styles from './Transport.module.css';

const ShareTake = lazy(async () => ({ default: (await import('./later')).ShareTake }));

interface TransportProps {
  score: StageScore;
}

export function Transport({ score }: TransportProps): ReactNode {
  const {
    play,
    pause,
    stopPlayback,
    setLoop,
    setSpeed,
    setVolume,
    downloadMidi,
    downloadScore,
    playAlong,
    showAsScore,
  } = useActions();
  const asScore = useAppState((state) => state.asScore);
  const { playing, loop, speed, volume, samples } = useAppState((state) => state.transport);
  const device = useAppState(({ midi }) => soundingDevice(midi));
  const along = useAppState(({ keys }) => keys.playAlong);
  const recording = useAppState(({ keys }) => showsRecorder(keys));
  const silent = score.notes.length === 0 || recording;
  const docked = useMedia(PAGE_SCROLLS) && score.notes.length > 0;
  const remark = device ? t('live.soundsOn', { device }) : sampleText(samples);
  const playButton = (
    <IconButton
      className={styles.play}
      label={playing ? t('playback.pause') : t('playback.play')}
      disabled={silent}
      onPress={() => (playing ? pause() : void play())}
    >
      {playing ? <Pause size={18} aria-hidden /> : <Play size={18} aria-hidden />}
    </IconButton>
  );
  const downloadButton = (
    <Button label={t('playback.downloadMidi')} disabled={silent} onPress={downloadMidi}>
      <Download size={16} aria-hidden />
      <span className={styles.downloadText}>{t('playback.downloadMidi')}</span>
    </Button>
  );

  return (
    <div className={styles.transport}>
      {docked && (
        <Dock title={score.title} remark={remark} play={playButton} download={downloadButton} />
      )}
      <div className={styles.keys}>
        {!docked && playButton}
        <IconButton label={t('playback.stop')} disabled={silent} onPress={stopPlayback}>
          <Square size={15} aria-hidden />
        </IconButton>
        <IconToggle label={t('playback.loop')} selected={loop} onChange={setLoop}>
          <Repeat size={16} aria-hidden />
        </IconToggle>
        <IconToggle
          label={t('live.playAlong')}
          selected={along}
          onChange={(on) => void playAlong(on)}
        >
          <Piano size={16} aria-hidden />
        </IconToggle>
        <IconToggle label={t('stage.score')} selected={asScore} onChange={showAsScore}>
          <Music4 size={16} aria-hidden />
        </IconToggle>
      </div>
      <Position score={score} />
      {!docked && (
        <div className={styles.shown}>
          <p className={styles.title}>{score.title}</p>
          <p className={styles.samples}>{remark}</p>
        </div>
      )}
      <div className={styles.sliders}>
        <RangeField
          label={t('playback.tempo')}
          icon={<Gauge size={16} aria-hidden />}
          minimum={25}
          maximum={200}
          step={5}
          value={Math.round(speed * 100)}
          valueText={t('page.percent', { percent: Math.round(speed * 100) })}
          onChange={(percent) => setSpeed(percent / 100)}
        />
        <RangeField
          label={t('playback.volume')}
          icon={<Volume2 size={16} aria-hidden />}
          minimum={0}
          maximum={100}
          step={1}
          value={Math.round(volume * 100)}
          valueText={t('page.percent', { percent: Math.round(volume * 100) })}
          onChange={(percent) => setVolume(percent / 100)}
        />
      </div>
      <div className={styles.download}>
        <AgainButton score={score} />
        <ContinueButton score={score} />
        {score.take && (
          <Suspense>
            <ShareTake take={score.take} />
          </Suspense>
        )}
        <DownloadAudio disabled={silent || score.take?.composing} />
        {!docked && downloadButton}
        <Button
          label={t('scores.download')}
          disabled={silent || score.take?.composing}
          onPress={downloadScore}
        >
          <FileMusic size={16} aria-hidden />
          <span className={styles.secondText}>{t('scores.download')}</span>
        </Button>
      </div>
    </div>
  );
}

/** Continue, for a finished take; snippets of a run can only be played. */
function ContinueButton({ score }: { score: StageScore }): ReactNode {
  const continueTake = useContinue();
  const canCompose = useCanCompose();
  const take = useAppState(({ takes }) => takes.find(({ id }) => id === score.take?.id));
  if (!take || take.composing) return null;
  return (
    <Button
      label={t('stage.continueFromHere')}
      disabled={!canCompose}
      onPress={() => continueTake(take)}
    >
      <ArrowRightFromLine size={16} aria-hidden />
      <span className={styles.secondText}>{t('stage.continue')}</span>
    </Button>
  );
}

/** State of the piano samples; empty once they have loaded. */
function sampleText(samples: TransportState['samples']): string {
  switch (samples) {
    case 'loading':
      return t('playback.pianoLoading');
    case 'failed':
      return t('playback.pianoFailed');
    case 'not loaded':
    case 'loaded':
      return '';
    default:
      return samples satisfies never;
  }
}
