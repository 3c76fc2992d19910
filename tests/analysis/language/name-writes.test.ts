import { nameWriteAt } from '../../../src/analysis/language/name-writes.ts';
import { catalogue } from '../asked.ts';
import { mentionIn, used } from './mention.ts';

catalogue(
  'what does the use of a name write to it?',
  (_program, file) => {
    const write = nameWriteAt(mentionIn(file));
    return write === undefined
      ? 'nothing'
      : `${write.values.map((each) => each.getText()).join(' ')} by ${write.node.getText()}`;
  },
  [
    used('it = 1;', '1 by it = 1'),
    used('(it as any) = 1;', '1 by (it as any) = 1'),
    used('it += 1;', '1 by it += 1'),
    used('it ^= 1;', '1 by it ^= 1'),
    used('[it] = other;', 'other by [it] = other'),
    used('[[it]] = other;', 'other by [[it]] = other'),
    used('it[0] = 1;', '1 by it[0] = 1'),
    used('it++;', ' by it++'),
    used('it--;', ' by it--'),
    used('++it;', ' by ++it'),
    used('--it;', ' by --it'),
    used('it.push(1, 2);', '1 2 by it.push(1, 2)'),
    used("it['push'](1);", "1 by it['push'](1)"),
    used('it.unshift(1);', '1 by it.unshift(1)'),
    used('it.add(1);', '1 by it.add(1)'),
    used("it.set('a', 1);", "1 by it.set('a', 1)"),
    used('it.pop();', 'nothing'),
    used('it.push;', 'nothing'),
    used('log(it.push);', 'nothing'),
    used('new it.push(1);', 'nothing'),
    used('other.push(it);', 'nothing'),
    used('other[it] = 1;', 'nothing'),
    used('it.a = 1;', 'nothing'),
    used('other = it;', 'nothing'),
    used('it == 1;', 'nothing'),
    used('it + 1;', 'nothing'),
    used('it, 1;', 'nothing'),
    used('!it;', 'nothing'),
    used('-it;', 'nothing'),
    used('[it];', 'nothing'),
    used('it;', 'nothing'),
  ],
);
