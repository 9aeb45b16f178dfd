using System.Text.Json;
using Sendra.Domain.Access;
using Sendra.Domain.Common;
using Sendra.Domain.Contacts;
using Sendra.Domain.UnitTests.Common;
using Sendra.Domain.Workspaces;

namespace Sendra.Domain.UnitTests.Access;

public sealed class InvitationTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    [Test]
    public void W1_of_the_link_only_the_hash_is_kept_for_a_week()
    {
        var token = LinkToken.New();

        var invitation = Invite((Make.Id<UserId>(), Make.Email("Ada@Example.com")), MemberRole.Owner, token);

        invitation.Should().BeEquivalentTo(new { Make.WorkspaceId, Role = MemberRole.Owner, Email = "ada@example.com", TokenHash = token.Hash, CreatedAt = Now, ExpiresAt = Now.AddDays(7) });
        JsonSerializer.Serialize(invitation).Should().NotContain(token.Reveal());
    }

    [TestCase(-1, true)]
    [TestCase(0, false)]
    [TestCase(1, false)]
    public void W1_an_invitation_is_closed_at_the_moment_it_expires(int ticks, bool isOpen)
    {
        var invitation = Invite();
        var now = invitation.ExpiresAt.AddTicks(ticks);

        invitation.IsOpen(now).Should().Be(isOpen);
        Finds(InvitationSpec.Open(now), invitation).Should().Be(isOpen);
        Finds(InvitationSpec.Expired(now), invitation).Should().Be(!isOpen);
    }

    [TestCase(MemberRole.Owner)]
    [TestCase(MemberRole.Member)]
    public void W1_whoever_has_an_open_link_joins_in_the_invited_role(MemberRole role)
    {
        var userId = Make.Id<UserId>();

        Invite(role: role).Admit(userId, null, Now).Should()
            .BeEquivalentTo(new { Make.WorkspaceId, UserId = userId, Role = role, JoinedAt = Now });
    }

    [Test]
    public void W1_an_invitation_for_one_account_lets_nobody_else_in()
    {
        var userId = Make.Id<UserId>();
        var invitation = Invite((userId, Make.Email("ada@example.com")));

        invitation.Admit(userId, null, Now).UserId.Should().Be(userId);
        FluentActions.Invoking(() => invitation.Admit(Make.Id<UserId>(), "eve@example.com", Now))
            .Should().Throw<ConflictException>().Which.Code.Should().Be("invitationForAnother");
    }

    [Test]
    public void W1_an_invitation_for_an_address_lets_in_who_has_proven_it()
    {
        var invitation = Invite((null, Make.Email("ada@example.com")));

        FluentActions.Invoking(() => invitation.Admit(Make.Id<UserId>(), null, Now))
            .Should().Throw<ConflictException>().Which.Code.Should().Be("invitationForAnother");
        invitation.Admit(Make.Id<UserId>(), "ada@example.com", Now).Role.Should().Be(MemberRole.Member);
    }

    [Test]
    public void W1_the_mailed_link_is_another_one()
    {
        var token = LinkToken.New();
        var invitation = Invite((null, Make.Email("ada@example.com")), token: token);
        invitation.IsMailed(token).Should().BeFalse();

        var mailed = invitation.Mail();

        invitation.IsMailed(mailed).Should().BeTrue();
        invitation.IsMailed(token).Should().BeFalse();
        JsonSerializer.Serialize(invitation).Should().NotContain(mailed.Reveal());
    }

    [Test]
    public void W1_an_invitation_is_found_by_its_own_id()
    {
        var invitation = Invite();

        Finds(InvitationSpec.ById(invitation.Id), invitation).Should().BeTrue();
        Finds(InvitationSpec.ById(Make.Id<InvitationId>()), invitation).Should().BeFalse();
    }

    private static Invitation Invite((UserId?, EmailAddress)? invited = null, MemberRole role = MemberRole.Member, LinkToken? token = null) =>
        Invitation.Create(Make.WorkspaceId, TimeOrderedId.LowerBound<InvitationId>(Now), role, invited, token ?? LinkToken.New(), Make.Id<UserId>(), Now);

    private static bool Finds(InvitationSpec spec, Invitation invitation) => spec.IsSatisfiedBy(invitation);
}
