import tokens from '../shared/tokens.css';
import { takeSetupToken } from './session/take-setup-token.ts';
import staff from './staff.css';
import { SetupView } from './view/setup-view.tsx';
import { showStaffPage } from './view/staff-page.tsx';

// First of all, before anything can fail: the token leaves the address bar and the history.
const token = takeSetupToken();
showStaffPage([tokens, staff], <SetupView token={token} />);
