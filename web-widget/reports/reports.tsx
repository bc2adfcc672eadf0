import staff from '../console/staff.css';
import { StaffGate } from '../console/view/staff-gate.tsx';
import { showStaffPage } from '../console/view/staff-page.tsx';
import tokens from '../shared/tokens.css';
import css from './reports.css';
import { ReportsView } from './view/reports-view.tsx';

showStaffPage(
  [tokens, staff, css],
  <StaffGate page="reports">{(account) => <ReportsView account={account} />}</StaffGate>,
);
