/** The figures of both sides with what differs. */
import { Section } from '../../components/section.tsx';
import classes from './compare.module.css';
import type { Figure } from './figures.ts';
import { Differs } from './sentences.tsx';

export function FiguresTable({ figures }: { readonly figures: readonly Figure[] }) {
  return (
    <Section title="Figures" aside="if the API never connects; since launch" flush>
      <table className={classes.figures} aria-label="Figures">
        <thead>
          <tr>
            <th scope="col">Figure</th>
            <th scope="col">A</th>
            <th scope="col">B</th>
            <th scope="col">Difference</th>
          </tr>
        </thead>
        <tbody>
          {figures.map(({ label, A, B, difference }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td>{A}</td>
              <td>{B}</td>
              <td>
                {difference === null ? (
                  <span className={classes.same}>the same</span>
                ) : (
                  <>
                    {difference}
                    <Differs />
                  </>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}
