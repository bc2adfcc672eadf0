import tokens from '../shared/tokens.css';
import css from './console.css';
import staff from './staff.css';
import { DeskView } from './view/desk-view.tsx';
import { StaffGate } from './view/staff-gate.tsx';
import { showStaffPage } from './view/staff-page.tsx';

showStaffPage(
  [tokens, staff, css],
  <StaffGate page="console">
    {(account) => <DeskView key={account.responder.id} account={account} />}
  </StaffGate>,
);
