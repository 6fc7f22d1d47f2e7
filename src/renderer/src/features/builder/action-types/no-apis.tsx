/** Shown in place of a choice of External API if there is none. */
import { AppLink } from '../../../components/app-link.tsx';
import formClasses from '../../../form/form.module.css';
import { paths } from '../../../stores/address.ts';

export function NoApis() {
  return (
    <p className={formClasses.note}>
      This workspace has no External API yet. Make one under <AppLink to={paths.externalApis}>External APIs</AppLink>,
      or make a manual Action type.
    </p>
  );
}
