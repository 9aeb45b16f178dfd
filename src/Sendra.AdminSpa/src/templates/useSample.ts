import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { toContactText } from '../contacts/contactText';
import { contactQuery } from '../contacts/queries';
import { anyEventQuery } from '../events/queries';
import { sampleProperties } from '../events/sampleProperties';
import { someone, type Sample } from './sample';

/** For whom a template is tried: the newest event and its contact, until another is chosen. */
export function useSample(): readonly [Sample, (sample: Sample) => void] {
  const [chosen, setChosen] = useState<Sample>();
  const newest = useQuery(anyEventQuery).data?.[0];
  const contact = useQuery({ ...contactQuery(newest?.contactId ?? ''), enabled: newest !== undefined }).data;
  const real: Sample =
    newest === undefined
      ? someone
      : {
          contact: contact === undefined ? { email: newest.email, properties: '{}' } : toContactText(contact),
          event: { eventName: newest.eventName, properties: sampleProperties(newest.properties ?? '{}', [], []) },
        };
  return [chosen ?? real, setChosen];
}
