import { Select, TextInput } from '@mantine/core';
import type { WorkspaceDetails } from '../api/workspaces';
import { currencies, timeZones, withPresent } from '../choices';

const longestName = 100;

interface WorkspaceFieldsProps {
  details: WorkspaceDetails;
  onChange: (details: WorkspaceDetails) => void;
}

export function NameField({ details, onChange }: WorkspaceFieldsProps) {
  return (
    <TextInput label="Name" description="For people." placeholder="Green doors" required maxLength={longestName} value={details.name} onChange={(event) => onChange({ ...details, name: event.currentTarget.value })} />
  );
}

/** In which money, and by which clock. */
export function MoneyAndTimeFields({ details, onChange }: WorkspaceFieldsProps) {
  const { currency, timeZone } = details;
  return (
    <>
      <Select
        label="Currency"
        description="In which money is shown. Amounts are not converted."
        searchable
        allowDeselect={false}
        data={currencies.some(({ value }) => value === currency) ? currencies : [{ value: currency, label: currency }, ...currencies]}
        value={currency}
        onChange={(chosen) => onChange({ ...details, currency: chosen ?? currency })}
      />
      <Select
        label="Time zone"
        description="In which its days begin: segments count by them, and every screen shows times so."
        searchable
        allowDeselect={false}
        limit={60}
        data={withPresent(timeZones, timeZone)}
        value={timeZone}
        onChange={(chosen) => onChange({ ...details, timeZone: chosen ?? timeZone })}
      />
    </>
  );
}
