using Sendra.Domain.Messages;

namespace Sendra.Domain.UnitTests.Messages;

public sealed class SuppressionTests
{
    [Test]
    public void M3_transactional_mail_passes_a_suppression_of_marketing_only([Values] SuppressionOrigin origin)
    {
        Suppression.ReasonToSkip(SuppressionScope.Marketing, origin, MessageKind.Transactional).Should().BeNull();
        Suppression.ReasonToSkip(SuppressionScope.All, origin, MessageKind.Transactional).Should().Be("suppressed");
    }

    [Test]
    public void M4_the_reason_says_whether_the_person_asked_for_it([Values] SuppressionOrigin origin) =>
        Suppression.ReasonToSkip(SuppressionScope.Marketing, origin, MessageKind.Marketing)
            .Should().Be(origin == SuppressionOrigin.Unsubscribe ? "unsubscribed" : "suppressed");

    [Test]
    public void M3_only_an_unsubscribe_is_the_persons_own_wish([Values] SuppressionOrigin origin)
    {
        var made = Suppression.Of(new SuppressionId(Guid.CreateVersion7()), new WorkspaceId(Guid.NewGuid()), default, "ada@example.com", SuppressionScope.All, origin);

        made.UnsubscribedAt.Should().Be(origin == SuppressionOrigin.Unsubscribe ? made.At : null);
    }
}
