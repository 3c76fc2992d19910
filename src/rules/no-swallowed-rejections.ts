import { MENTIONS_COMBINATOR } from '../analysis/combinators.ts';
import { resultUseOf } from '../analysis/result-uses.ts';
import { rejectionOf } from '../analysis/sources.ts';
import { createRule } from '../create-rule.ts';

export default createRule<'discarded' | 'halfRead' | 'counted' | 'unexplained'>({
  name: 'no-swallowed-rejections',
  meta: {
    type: 'problem',
    docs: { description: 'Disallow x', presets: { all: 'error' } },
    messages: { discarded: 'D {{m}}', halfRead: 'H {{m}}', counted: 'C {{m}}', unexplained: 'U {{m}}' },
    schema: [],
  },
  mentions: MENTIONS_COMBINATOR,
  create(context, source) {
    return {
      CallExpression(node): void {
        const call = source.combinatorAt(node);
        if (call?.method !== 'allSettled') return;
        const use = resultUseOf(source.program, call);
        if (use.kind === 'seen') return;
        const input = call.input;
        const members = input.kind === 'tuple' ? input.array.elements.map((e) => rejectionOf(source.program, e).kind).join() : '';
        const id = ({ discarded: 'discarded', 'half-read': 'halfRead', counted: 'counted', unexplained: 'unexplained' } as const)[use.kind];
        context.report({ node, messageId: id, data: { m: members } });
      },
    };
  },
});
