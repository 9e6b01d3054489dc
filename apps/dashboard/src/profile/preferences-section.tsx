import { preferenceWords as words } from '../messages/preferences.ts';
import { useChoose } from '../choose-preference.ts';
import { Panel, Section } from '../ui/panel.tsx';
import { useLook } from '../ui/preferences.ts';
import { RadioGroup } from '../ui/radio-group.tsx';

const options = <V extends string>(labels: Record<V, string>) =>
  Object.entries<string>(labels).map(([value, label]) => ({ value: value as V, label }));

/** How Keyholder looks and behaves for you; every choice shows at once. */
export function PreferencesSection() {
  const look = useLook();
  const choose = useChoose();
  return (
    <Section title={words.title}>
      <Panel className="flex flex-col gap-6 p-5">
        <p className="text-ink-2">{words.lead}</p>
        <RadioGroup
          label={words.theme}
          value={look.theme}
          onChange={(theme) => choose({ theme })}
          options={options(words.themes)}
        />
        <RadioGroup
          label={words.density}
          value={look.density}
          onChange={(density) => choose({ density })}
          options={options(words.densities)}
        />
        <RadioGroup
          label={words.timeStyle}
          help={words.timeStyleHelp}
          value={look.timeStyle}
          onChange={(timeStyle) => choose({ timeStyle })}
          options={options(words.timeStyles)}
        />
        <RadioGroup
          label={words.clock}
          value={look.clock}
          onChange={(clock) => choose({ clock })}
          options={options(words.clocks)}
        />
        <RadioGroup
          label={words.singleKeys}
          help={words.singleKeysHelp}
          value={look.singleKeys ? 'on' : 'off'}
          onChange={(next) => choose({ singleKeys: next === 'on' })}
          options={options(words.singleKeysOptions)}
        />
      </Panel>
    </Section>
  );
}
