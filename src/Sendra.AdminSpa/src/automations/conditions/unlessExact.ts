import { defaultOptionsFilter, isOptionsGroup, type ComboboxParsedItem, type OptionsFilter } from '@mantine/core';

/** Offers what holds what is typed; nothing, once it is typed in full: a list would only cover what comes next. */
export const unlessExact: OptionsFilter = (input) =>
  input.options.some((option) => (isOptionsGroup(option) ? option.items : [option]).some((item) => item.value === input.search)) ? [] : (defaultOptionsFilter(input) as ComboboxParsedItem[]);
