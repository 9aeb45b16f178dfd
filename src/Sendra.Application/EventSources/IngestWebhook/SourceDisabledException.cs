namespace Sendra.Application.EventSources.IngestWebhook;

/// <summary>The source is disabled (S1). 410, and nothing is recorded.</summary>
public sealed class SourceDisabledException()
    : Domain.Common.DomainException("eventSourceDisabled", "This event source is disabled and accepts no deliveries.");
