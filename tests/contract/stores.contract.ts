import { describe } from '@jest/globals';
import type { Stores } from '../../server/ports/stores.ts';
import { describeAccounts } from './accounts.contract.ts';
import { describeCases } from './cases.contract.ts';
import { describeClosing } from './closing.contract.ts';
import { describeCommits } from './commits.contract.ts';
import { describeConversations } from './conversations.contract.ts';
import { describeErasing } from './erasing.contract.ts';
import { describeFlowVersions } from './flow-versions.contract.ts';
import { describeInterleavings } from './interleavings.contract.ts';
import { describeLabels } from './labels.contract.ts';
import { describePendingTurns } from './pending-turns.contract.ts';
import { describeReports } from './reports.contract.ts';
import { storesUnderTest } from './stores-under-test.ts';

/** What every store promises; see the docstrings of `server/ports`. */
export function describeStores(name: string, open: () => Promise<Stores>): void {
  describe(`${name} keeps the stores' contract`, () => {
    const underTest = storesUnderTest(open);
    describeConversations(underTest);
    describePendingTurns(underTest);
    describeCommits(underTest);
    describeCases(underTest);
    describeErasing(underTest);
    describeAccounts(underTest);
    describeReports(underTest);
    describeFlowVersions(underTest);
    describeLabels(underTest);
    describeInterleavings(underTest);
    describeClosing(underTest);
  });
}
