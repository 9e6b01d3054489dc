import type { EmailAddress, FormField, OrderStatus } from '@keyholder/domain';

const field = (key: string, label: string, kind: FormField['kind'], more: Partial<FormField> = {}) => ({
  ...{ key, label, kind, required: false, maxLength: null, ...more },
  options: [...(more.options ?? [])],
});

/** The form that every site of the demo has. */
export const DEMO_FORM = {
  name: 'Contact',
  thanksPath: '/',
  fields: [
    field('name', 'Your name', 'text', { required: true, maxLength: 120 }),
    field('email', 'Your e-mail', 'email', { required: true }),
    field('topic', 'What is it about?', 'select', { options: ['A question', 'An offer', 'Something else'] }),
    field('message', 'Your message', 'textarea', { required: true, maxLength: 2_000 }),
    field('news', 'Send me news now and then', 'checkbox'),
  ],
};

const message = (name: string, topic: string, text: string, news = false) => ({
  ...{ name, topic, message: text, news },
  email: `${name.toLowerCase().replace(/[^a-z]+/g, '.')}@customers.example`,
});

/** What people have written, the oldest first. */
export const DEMO_MESSAGES: readonly Readonly<Record<string, string | boolean>>[] = [
  message('Ada Winter', 'A question', 'Are you open between the holidays?', true),
  message('Bruno Costa', 'An offer', 'We would like to order for twelve people.\nCan you send us an offer?'),
  message('Clara Jensen', 'A question', 'Is there a car park near you?'),
  message('Dev Patel', 'Something else', 'Thank you for last week. We will be back!', true),
  message('Emil Novak', 'A question', 'Can I pay by invoice?'),
  message('Fatou Diallo', 'An offer', 'Do you also work with schools? We plan a day in May.'),
  message(
    'Gina Rossi',
    'Something else',
    '=HYPERLINK("https://evil.test") is what my mail program made of your address.',
  ),
  message(
    'Henry Ward',
    'A question',
    'The link in your last newsletter led nowhere. Which page did you mean?',
  ),
  message('Ida Lund', 'A question', 'How long does delivery take?', true),
  message('Juan Morales', 'An offer', 'Please call me about a yearly contract.'),
  message('Kira Stein', 'Something else', 'Your opening hours on the map are wrong on Sundays.'),
  message('Liam Byrne', 'A question', 'Do you have vouchers?'),
];

export const DEMO_PAGES = ['/', '/services', '/about', '/new-look', '/contact', '/prices'] as const;
export const DEMO_REFERRERS = ['search.example', 'social.example', 'news.example'] as const;

const order = (
  daysAgo: number,
  name: string,
  steps: readonly OrderStatus[],
  ...lines: readonly (readonly [title: string, quantity: number, unitPrice: number])[]
) => ({
  ...{ daysAgo, steps, currency: 'EUR' },
  customer: {
    name,
    email: `${name.toLowerCase().replace(/[^a-z]+/g, '.')}@customers.example` as EmailAddress,
  },
  lines: lines.map(([title, quantity, unitPrice]) => ({ title, quantity, unitPrice })),
  total: lines.reduce((sum, [, quantity, unitPrice]) => sum + quantity * unitPrice, 0),
});

/** Orders of a small shop, with what became of them. */
export const DEMO_ORDERS = [
  order(
    24,
    'Mona Field',
    ['paid', 'shipped', 'delivered'],
    ['Starter set', 1, 4_900],
    ['Gift card', 1, 2_500],
  ),
  order(19, 'Nils Berg', ['paid', 'shipped', 'refunded'], ['Starter set', 1, 4_900]),
  order(12, 'Olga Petrova', ['cancelled'], ['Refill, large', 6, 1_450]),
  order(6, 'Paul Green', ['paid', 'shipped'], ['Refill, small', 2, 890], ['Filter papers', 3, 350]),
  order(3, 'Quinn Hale', ['paid'], ['Gift card', 4, 2_500]),
  order(1.5, 'Rosa Lopez', [], ['Starter set', 2, 4_900], ['Refill, small', 1, 890]),
] as const;
