import {
  conditionAbove,
  equalityOf,
  isLogical,
} from '../../../src/analysis/language/conditions.ts';
import { asked, catalogue } from '../asked.ts';
import { mentionIn, used } from './mention.ts';

catalogue(
  'which condition decides whether a value is computed?',
  (_program, file) => {
    const mention = mentionIn(file);
    return (
      conditionAbove(mention)?.getText() ??
      conditionAbove(mention.parent)?.getText() ??
      'none'
    );
  },
  [
    used('if (isReady) it;', 'isReady'),
    used('if (isReady) log(); else it;', 'isReady'),
    used('if (it) log();', 'none'),
    used('while (isReady) it;', 'isReady'),
    used('while (it) log();', 'none'),
    used('do it; while (isReady);', 'none'),
    used('for (; isReady; ) it;', 'isReady'),
    used('for (; it; ) log();', 'none'),
    used('for (; isReady; it) log();', 'none'),
    used('for (;;) it;', 'none'),
    used('isReady ? it : 1;', 'isReady'),
    used('isReady ? 1 : it;', 'isReady'),
    used('it ? 1 : 2;', 'none'),
    used('isReady && it;', 'isReady'),
    used('isReady || it;', 'isReady'),
    used('isReady ?? it;', 'isReady'),
    used('it && isReady;', 'none'),
    used('isReady + it;', 'none'),
    used('switch (isReady) { case it: }', 'none'),
    used('switch (it) { }', 'none'),
    used('it;', 'none'),
  ],
);

catalogue(
  'which values does a comparison hold equal?',
  asked((_program, node) => {
    const equality = equalityOf(node);
    return equality === undefined
      ? 'none'
      : `${equality.left.getText()} ${equality.isEqual ? 'is' : 'is not'} ${equality.right.getText()}`;
  }),
  [
    ['strictly', 'ask(1 === 2);', '1 is 2'],
    ['loosely', 'ask(1 == 2);', '1 is 2'],
    ['strictly unequal', 'ask(1 !== 2);', '1 is not 2'],
    ['loosely unequal', 'ask(1 != 2);', '1 is not 2'],
    ['less', 'ask(1 < 2);', 'none'],
    ['negated', 'ask(!isReady);', 'none'],
    ['called', 'ask(log(1));', 'none'],
  ],
);

catalogue(
  'does an operator take one of two values?',
  asked((_program, node) => String(isLogical(node))),
  [
    ['and', 'ask(isReady && 1);', 'true'],
    ['or', 'ask(isReady || 1);', 'true'],
    ['fallback', 'ask(isReady ?? 1);', 'true'],
    ['sum', 'ask(1 + 1);', 'false'],
    ['no operator', 'ask(isReady);', 'false'],
  ],
);
