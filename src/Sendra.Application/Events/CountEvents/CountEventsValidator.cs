using FluentValidation;
using Sendra.Application.Common;
using Sendra.Domain.Events;

namespace Sendra.Application.Events.CountEvents;

internal sealed class CountEventsValidator : AbstractValidator<CountEventsQuery>
{
    public CountEventsValidator(TimeProvider clock)
    {
        RuleFor(query => query.EventName).Reads("eventName", name =>
            name is null || EventName.TryParse(name, out _, out var problem) ? null : problem);
        RuleFor(query => query.Bucket).Reads("bucket", bucket => bucket is { } value && !Enum.IsDefined(value) ? "must be hour or day" : null);
        RuleFor(query => query).Reads("bucket", query =>
            query is { EventName: not null, Bucket: BucketSize.Hour } ? "must be day if eventName is given: names are counted by day" : null);
        RuleFor(query => query.From).Reads("from", FilterTimes.ProblemOf);
        RuleFor(query => query.To).Reads("to", FilterTimes.ProblemOf);
        RuleFor(query => CountedPeriod.Of(query, clock.GetUtcNow()).Buckets).Reads("to", buckets =>
            buckets <= 0 ? "must be later than from"
            : buckets > CountEventsQuery.MaxBuckets ? $"must not be more than {CountEventsQuery.MaxBuckets} hours or days after from"
            : null);
    }
}
