import { ActionIcon, Checkbox, Select, Text } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { isText, type JsonObject } from '../../common/exactJson';
import { isOperator, operatorLabel, takes, withOperator, type Operator } from './condition';
import { FieldInput } from './FieldInput';
import { operatorsFor, type FieldType } from './fields';
import { useContactFields, useEventFields } from './useEventFields';
import { ValueInput } from './ValueInput';
import classes from './ConditionEditor.module.css';

interface RuleRowProps {
  readonly rule: JsonObject;
  readonly label: string;
  readonly onChange: (rule: JsonObject) => void;
  readonly onRemove: () => void;
  readonly errors: Readonly<Record<string, string>>;
  readonly disabled: boolean;
}

const comparesText: readonly Operator[] = ['equals', 'notEquals', 'contains', 'notContains', 'startsWith', 'endsWith', 'in', 'notIn'];

/** One rule: a field, what is asked of it, and what it is compared with. */
export function RuleRow({ rule, label, onChange, onRemove, errors, disabled }: RuleRowProps) {
  const { field, op, value, caseInsensitive } = rule;
  const [contact, event, trigger] = [useContactFields(), useEventFields('event'), useEventFields('trigger')];
  const known = [...contact, ...event, ...trigger];
  const knownField = known.find((one) => one.field === field);
  const messages = [...new Set(Object.values(errors))];
  const wrong = (place: string) => Object.keys(errors).some((at) => at === place || at.startsWith(`${place}.`));
  const canIgnoreCase = isOperator(op) && comparesText.includes(op) && (isText(value) || Array.isArray(value) || caseInsensitive !== undefined);
  return (
    <div>
      <div className={classes.rule}>
        <FieldInput
          aria-label={`${label}: field`}
          value={isText(field) ? field : ''}
          onChange={(next) => onChange(withField(rule, next, known.find((one) => one.field === next)?.type))}
          error={wrong('field')}
          disabled={disabled}
        />
        <Select
          aria-label={`${label}: comparison`}
          size="sm"
          data={operatorsFor(knownField?.type, isOperator(op) ? op : undefined).map((one) => ({ value: one, label: operatorLabel(one) }))}
          value={isOperator(op) ? op : null}
          onChange={(next) => isOperator(next ?? undefined) && onChange(withOperator(rule, next as Operator))}
          allowDeselect={false}
          error={wrong('op')}
          disabled={disabled}
        />
        {isOperator(op) && takes(op) !== 'nothing' ? (
          <ValueInput label={`${label}: value`} takes={takes(op)} isNumber={knownField?.type === 'number'} examples={knownField?.examples ?? []} value={value ?? null} onChange={(next) => onChange({ ...rule, value: next })} error={wrong('value')} disabled={disabled} />
        ) : (
          <span />
        )}
        {!disabled && (
          <ActionIcon className={classes.remove} variant="subtle" color="gray" size={36} ml={-4} aria-label={`${label}: remove`} onClick={onRemove}>
            <IconX size={16} />
          </ActionIcon>
        )}
        {canIgnoreCase && (
          <Checkbox
            className={classes.more}
            size="xs"
            styles={{ label: { paddingBlock: 3 } }}
            label="Ignore case"
            checked={caseInsensitive === true}
            disabled={disabled}
            onChange={(event) => onChange(event.currentTarget.checked ? { ...rule, caseInsensitive: true } : withoutCase(rule))}
          />
        )}
      </div>
      {messages.map((message) => (
        <Text key={message} size="xs" c="var(--mantine-color-error)" mt={4} role="alert">
          {message}
        </Text>
      ))}
    </div>
  );
}

/** The rule on another field; what nobody has filled in yet becomes what fits that one. */
function withField(rule: JsonObject, field: string, type: FieldType | undefined): JsonObject {
  const isFresh = rule.value === '' || rule.value === null || rule.value === undefined;
  const next: JsonObject = { ...rule, field };
  const op = isOperator(rule.op) ? rule.op : undefined;
  const [first] = operatorsFor(type, undefined);
  const fitted = isFresh && op !== undefined && first !== undefined && !operatorsFor(type, undefined).includes(op) ? withOperator(next, first) : next;
  return isFresh && type === 'number' && fitted.value === '' ? { ...fitted, value: null } : fitted;
}

function withoutCase({ caseInsensitive: _, ...rest }: JsonObject): JsonObject {
  return rest as JsonObject;
}
