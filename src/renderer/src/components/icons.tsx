/** The icons of the app, from Lucide, by what they mean here. They always come with a word or a name. */
import {
  ArrowDown,
  ArrowLeftToLine,
  ArrowRightToLine,
  ArrowUp,
  Ban,
  Bell,
  Briefcase,
  ChartColumn,
  Check,
  ChevronDown,
  ChevronRight,
  ChevronsRight,
  Circle,
  CircleCheck,
  CircleDashed,
  CircleDot,
  CircleMinus,
  CircleQuestionMark,
  CircleX,
  Clock,
  Contrast,
  Copy,
  Ellipsis,
  ExternalLink,
  FileText,
  FlaskConical,
  GitCompareArrows,
  GraduationCap,
  GripVertical,
  Inbox,
  Info,
  Layers,
  ListChecks,
  type LucideIcon,
  type LucideProps,
  Moon,
  Pause,
  Pencil,
  Play,
  Plug,
  Plus,
  Presentation,
  RedoDot,
  RotateCw,
  Search,
  SkipBack,
  SlidersHorizontal,
  StepBack,
  Sun,
  TextAlignStart,
  TriangleAlert,
  Workflow,
  X,
} from 'lucide-react';
import type { ReactNode } from 'react';

interface IconProps {
  readonly size?: number;
}

export type IconComponent = (props: IconProps) => ReactNode;

/** Drawn with the text's own colour. */
const icon =
  (Drawing: LucideIcon, look: LucideProps = {}): IconComponent =>
  ({ size = 16 }) => (
    <Drawing size={size} strokeWidth={2.2} aria-hidden focusable={false} style={{ flex: 'none' }} {...look} />
  );

const FILLED: LucideProps = { fill: 'currentColor' };
/** A full disc with its sign left out of it. */
const DISC: LucideProps = { ...FILLED, stroke: 'var(--mantine-color-body)' };

// ── Status ──────────────────────────────────────────────────────────────────────────────────────────────────────────

export const IconDraft = icon(CircleDashed);
export const IconToDo = icon(Circle);
export const IconInProgress = icon(CircleDot);
export const IconWaiting = icon(Clock);
export const IconResolved = icon(CircleCheck);
export const IconDone = icon(CircleCheck, DISC);
export const IconFailed = icon(CircleX, DISC);
export const IconNoResponse = icon(CircleMinus);
export const IconRework = icon(RotateCw);
export const IconCancelled = icon(Ban);

// ── Clock ───────────────────────────────────────────────────────────────────────────────────────────────────────────

export const IconPlay = icon(Play, FILLED);
export const IconPause = icon(Pause, FILLED);
export const IconNextEvent = icon(ArrowRightToLine);
export const IconPreviousEvent = icon(ArrowLeftToLine);
export const IconToStart = icon(SkipBack);
export const IconCompare = icon(GitCompareArrows);
export const IconRename = icon(Pencil);
export const IconNextRetry = icon(RedoDot);
export const IconUntilIdle = icon(ChevronsRight);
export const IconGoBack = icon(StepBack, FILLED);

// ── Frame ───────────────────────────────────────────────────────────────────────────────────────────────────────────

export const IconAudience = icon(Presentation);
export const IconBell = icon(Bell);
export const IconWorkspaces = icon(Layers);
export const IconInbox = icon(Inbox);
export const IconSearch = icon(Search);
export const IconHelp = icon(CircleQuestionMark);
export const IconSun = icon(Sun);
export const IconMoon = icon(Moon);
export const IconContrast = icon(Contrast);
export const IconSaved = icon(Check);
export const IconWarning = icon(TriangleAlert);
export const IconInfo = icon(Info);
export const IconPlus = icon(Plus);
export const IconClose = icon(X);
export const IconChevronRight = icon(ChevronRight);
export const IconChevronDown = icon(ChevronDown);
export const IconUp = icon(ArrowUp);
export const IconDown = icon(ArrowDown);
export const IconGrip = icon(GripVertical);
export const IconDuplicate = icon(Copy);
export const IconMore = icon(Ellipsis);
export const IconReal = icon(ExternalLink);
export const IconRecord = icon(Circle, FILLED);
export const IconExpect = icon(ListChecks);

// ── Screens ─────────────────────────────────────────────────────────────────────────────────────────────────────────

export const IconCases = icon(Briefcase);
export const IconQueues = icon(TextAlignStart);
export const IconDashboard = icon(ChartColumn);
export const IconBuilder = icon(Workflow);
export const IconApis = icon(Plug);
export const IconScenarios = icon(FileText);
export const IconCourse = icon(GraduationCap);
export const IconLab = icon(FlaskConical);
export const IconSettings = icon(SlidersHorizontal);
