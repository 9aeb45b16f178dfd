using MediatR;

namespace Sendra.Application.Events.CountEvents;

internal sealed class CountEventsHandler(IEventCounts counts, TimeProvider clock) : IRequestHandler<CountEventsQuery, EventCounts>
{
    public Task<EventCounts> Handle(CountEventsQuery request, CancellationToken cancellationToken)
    {
        var period = CountedPeriod.Of(request, clock.GetUtcNow());
        return counts.CountAsync(request.EventName, period.Bucket, period.From, period.To, cancellationToken);
    }
}
