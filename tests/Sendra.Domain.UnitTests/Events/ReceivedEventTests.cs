using Sendra.Domain.Common;
using Sendra.Domain.Events;
using Sendra.Domain.UnitTests.Common;

namespace Sendra.Domain.UnitTests.Events;

public sealed class ReceivedEventTests
{
    [Test]
    public void E6_the_counts_follow_from_the_decisions()
    {
        var id = Make.Id<EventId>();
        var decisions = Enum.GetValues<DecisionReason>().Append(DecisionReason.ExitEvent).Select(reason => new Decision(Make.Id<AutomationId>(), reason)).ToArray();

        var received = ReceivedEvent.Record(id, Make.WorkspaceId, Make.Id<ContactId>(), Make.Name("e"), new RawJson("1.10"), null, EventOrigin.Api, decisions);

        (received.Enrolled, received.Exited).Should().Be((5, 2));
        received.Decisions.Should().Equal(decisions);
        received.ReceivedAt.Should().Be(TimeOrderedId.TimeOf(id));
        (received.SourceId, received.DeliveryId, received.Properties).Should().Be((null, null, new RawJson("1.10")));
    }
}
