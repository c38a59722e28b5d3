/** The seven ways to look at customers, in the order of the library. */
export const strategies = [
  { key: 'value-based', name: 'By value', about: 'What they are worth, and how that moves.' },
  { key: 'behavioural', name: 'By behaviour', about: 'What they do, how often, and what they stopped doing.' },
  { key: 'engagement', name: 'By engagement', about: 'How close they are: regulars, drifters, the lost.' },
  { key: 'needs-based', name: 'By need', about: 'What they come for, told by what they use.' },
  { key: 'demographic', name: 'By who they are', about: 'Country, role, size of the company.' },
  { key: 'psychographic', name: 'By attitude', about: 'What they care for, as far as they told or showed.' },
  { key: 'technographic', name: 'By technology', about: 'Devices, systems and versions they use.' },
] as const;
