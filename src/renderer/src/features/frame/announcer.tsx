import { useAnnouncement } from '../../stores/announcement.ts';

/** Says what was just done. The screen shows it where it happened; this line is for ears and scripts. */
export function Announcer() {
  const { text, number } = useAnnouncement();
  return (
    <p role="status" aria-label="Done" className="visually-hidden">
      <span key={number}>{text}</span>
    </p>
  );
}
