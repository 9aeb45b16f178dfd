import { Skeleton, Text } from '@mantine/core';
import { IconLinkOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useLocation } from '@tanstack/react-router';
import { asProblem } from '../api/problem';
import { EmptyState } from '../common/EmptyState';
import { ButtonTo, LinkTo } from '../common/LinkTo';
import { ProblemAlert } from '../common/ProblemAlert';
import { AccessFrame } from './AccessFrame';
import { AcceptInvitation } from './AcceptInvitation';
import { invitationQuery } from './invitation';
import { meQuery } from './session';

/** Where an invitation's link leads. The token stands behind #, which browsers send to no server. */
export default function InvitePage() {
  const token = useLocation({ select: (location) => location.hash });
  const invitation = useQuery(invitationQuery(token));
  const me = useQuery(meQuery);
  if (invitation.isPending || (me.isPending && !me.isError)) {
    return (
      <AccessFrame title="Invitation" lead="One moment." foot={null}>
        <Skeleton h={120} role="status" aria-label="Loading the invitation" />
      </AccessFrame>
    );
  }

  if (invitation.isError) {
    return asProblem(invitation.error).status === 404 || token === '' ? (
      <AccessFrame title="Invitation" lead="Links work once, for 7 days." foot={null}>
        <EmptyState icon={IconLinkOff} title="This link no longer works" action={<ButtonTo to="/">Open Sendra</ButtonTo>}>
          It was used or withdrawn, or it has expired. Ask the sender for a new one.
        </EmptyState>
      </AccessFrame>
    ) : (
      <AccessFrame title="Invitation" lead="Something went wrong." foot={null}>
        <ProblemAlert title="We couldn’t load the invitation" error={invitation.error} onRetry={() => void invitation.refetch()} />
      </AccessFrame>
    );
  }

  const { workspaceName, role, forAccount, email } = invitation.data;
  return (
    <AccessFrame
      title={`Join ${workspaceName}`}
      lead={`You are invited as ${role === 'owner' ? 'an owner' : 'a member'}.`}
      foot={
        me.isSuccess ? (
          <Text size="sm" span>
            Not you? Sign out first, then open the link again.
          </Text>
        ) : (
          <LinkTo to="/sign-in" underline="always">
            Sign in without joining
          </LinkTo>
        )
      }
    >
      <AcceptInvitation token={token} forAccount={forAccount} email={email} user={me.data?.user.email} />
    </AccessFrame>
  );
}
