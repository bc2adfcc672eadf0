import staff from '../console/staff.css';
import { showStaffPage } from '../console/view/staff-page.tsx';
import tokens from '../shared/tokens.css';
import css from './author.css';
import { AuthorView } from './view/author-view.tsx';

showStaffPage([tokens, staff, css], <AuthorView />);
