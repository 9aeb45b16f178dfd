import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { LinkTo } from '../../common/LinkTo';
import { templateQuery } from '../../templates/queries';

/** Which template a step sends. */
export function EmailTemplate({ templateId }: { readonly templateId: string }) {
  const template = useQuery({ ...templateQuery(templateId), enabled: templateId !== '' });
  return (
    <Text size="xs" c="dimmed" component="div" pl={43} pr={14} pb={10} mt={-4} style={{ overflowWrap: 'anywhere' }}>
      {templateId === '' ? (
        'No template chosen yet.'
      ) : template.isLoadingError ? (
        'Its template was deleted.'
      ) : (
        <>
          Sends{' '}
          <LinkTo to="/templates/$templateId" params={{ templateId }} target="_blank" underline="always" inherit>
            {template.data?.name ?? 'a template'}
          </LinkTo>
        </>
      )}
    </Text>
  );
}
