namespace Sendra.Infrastructure.Contacts;

/// <summary>What a timeline tells of an event.</summary>
internal sealed record TimelineEvent(string EventName, DateTimeOffset? OccurredAt);
