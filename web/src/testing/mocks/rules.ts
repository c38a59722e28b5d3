import type { Schemas } from './schemas';

type Scores = Schemas['Scores'];

interface Rule {
  key: string;
  name: string;
  rule: string;
  description: string;
  advice: string;
  holds: (scores: Scores) => boolean;
}

/** Stand-ins for the published rules: the first that holds names the segment. */
export const rules: Rule[] = [
  { key: 'champions', name: 'Champions', rule: 'R is 5 or 4, F is 5 or 4, M is 4 or 5', description: 'Bought recently, often and for much.', advice: 'Thank them first: early access, a say in what comes next, a reason to tell others.', holds: ({ recency, frequency, monetary }) => recency >= 4 && frequency >= 4 && monetary >= 4 },
  { key: 'cant-lose-them', name: 'Can’t Lose Them', rule: 'R is 1 or 2, F is 5, M is 5', description: 'Were among the best, and have gone quiet.', advice: 'Call or write in person. Ask what changed before offering anything.', holds: ({ recency, frequency, monetary }) => recency <= 2 && frequency === 5 && monetary === 5 },
  { key: 'loyal', name: 'Loyal', rule: 'R is at least 3, F is at least 4', description: 'Come back regularly.', advice: 'Suggest what goes with their last order, and invite them to reviews.', holds: ({ recency, frequency }) => recency >= 3 && frequency >= 4 },
  { key: 'at-risk', name: 'At-Risk', rule: 'R is 1 or 2, F is at least 3', description: 'Used to buy often, and stopped.', advice: 'Win them back with what they loved, within the next weeks.', holds: ({ recency, frequency }) => recency <= 2 && frequency >= 3 },
  { key: 'new', name: 'New', rule: 'R is 5, F is 1', description: 'Made a first purchase just now.', advice: 'A warm welcome: help with the first product, not a discount.', holds: ({ recency, frequency }) => recency === 5 && frequency === 1 },
  { key: 'promising', name: 'Promising', rule: 'R is 4, F is 1', description: 'Bought once, not long ago.', advice: 'Remind them why they came, with one clear next step.', holds: ({ recency, frequency }) => recency === 4 && frequency === 1 },
  { key: 'potential-loyalists', name: 'Potential Loyalists', rule: 'R is at least 4, F is 2 or 3', description: 'Recent customers who bought more than once.', advice: 'Offer membership or a subscription; show the breadth of the range.', holds: ({ recency, frequency }) => recency >= 4 && frequency >= 2 },
  { key: 'needs-attention', name: 'Needs Attention', rule: 'R is 3, F is 2 or 3', description: 'In the middle of everything, drifting.', advice: 'A limited offer on what they looked at last.', holds: ({ recency, frequency }) => recency === 3 && frequency >= 2 },
  { key: 'about-to-sleep', name: 'About to Sleep', rule: 'R is 3, F is 1', description: 'Below the middle in recency and frequency.', advice: 'Share what is popular; win the second purchase.', holds: ({ recency }) => recency === 3 },
  { key: 'hibernating', name: 'Hibernating', rule: 'R is 2', description: 'Long ago, seldom, little.', advice: 'A light reminder; do not spend much.', holds: ({ recency }) => recency === 2 },
  { key: 'lost', name: 'Lost', rule: 'everyone else', description: 'The longest away.', advice: 'Leave them in peace, or ask one last time.', holds: () => true },
];
