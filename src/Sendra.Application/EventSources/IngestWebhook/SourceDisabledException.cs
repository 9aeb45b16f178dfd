namespace Sendra.Application.EventSources.IngestWebhook;

/// <summary>The source takes no deliveries (S1). 410, and nothing is recorded.</summary>
public sealed class SourceDisabledException()
    : Domain.Common.DomainException("eventSourceDisabled", "This event source is disabled and takes no deliveries.");
